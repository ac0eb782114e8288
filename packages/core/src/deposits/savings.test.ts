import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, parseMoney, subtract, sum } from '../money/money.ts';
import { spreadDues, withdrawalAllowed } from './savings.ts';

const someMoney = fc.integer({ min: 0, max: 1e12 }).map(money);

describe('a withdrawal', () => {
  // 1,000 in the account: 200 are held, 100 must stay, so 700 are free.
  const account = { balance: parseMoney('1000.00'), floor: parseMoney('100.00'), hold: parseMoney('200.00') };

  test.each([
    ['700.00', undefined],
    ['0.01', undefined],
    ['700.01', 'WITHDRAWAL_BELOW_FLOOR'],
    ['800.00', 'WITHDRAWAL_BELOW_FLOOR'],
    ['800.01', 'WITHDRAWAL_ON_HOLD'],
    ['1000.00', 'WITHDRAWAL_ON_HOLD'],
    ['1000.01', 'WITHDRAWAL_ABOVE_BALANCE'],
    ['0.00', 'WITHDRAWAL_NOT_POSITIVE'],
  ])('of %s meets %s', (amount, code) => {
    const available = parseMoney('700.00');
    expect(withdrawalAllowed({ ...account, amount: parseMoney(amount) })).toEqual(
      code === undefined ? { ok: true, available } : { ok: false, code, available },
    );
  });

  test('is never allowed below nothing, even where the floor or the hold is above the balance', () => {
    const answer = withdrawalAllowed({ ...account, hold: parseMoney('5000.00'), amount: money(1) });
    expect(answer).toEqual({ ok: false, code: 'WITHDRAWAL_ON_HOLD', available: 0 });
  });

  test('is allowed exactly when what stays covers the floor and the hold', () => {
    fc.assert(
      fc.property(someMoney, someMoney, someMoney, someMoney, (balance, floor, hold, amount) => {
        const { ok, available } = withdrawalAllowed({ balance, floor, hold, amount });
        expect(ok).toBe(amount > 0 && subtract(balance, amount) >= floor + hold);
        expect(available).toBe(Math.max(0, balance - floor - hold));
      }),
    );
  });
});

describe('spreading a payment over dues', () => {
  const dues = [
    { key: 'admission_fee', amount: parseMoney('200.00') },
    { key: 'welfare_fund', amount: parseMoney('200.00') },
    { key: 'shares', amount: parseMoney('500.00') },
  ];

  test('the dues are paid in their order', () => {
    expect(spreadDues(parseMoney('300.00'), dues, 'savings')).toEqual([
      { key: 'admission_fee', amount: 20_000 },
      { key: 'welfare_fund', amount: 10_000 },
    ]);
  });

  test('what is left goes where it is told', () => {
    expect(spreadDues(parseMoney('1000.00'), dues, 'savings')).toEqual([...dues, { key: 'savings', amount: 10_000 }]);
    expect(spreadDues(parseMoney('1000.00'), dues, 'shares')).toEqual([
      dues[0],
      dues[1],
      { key: 'shares', amount: 60_000 },
    ]);
    expect(spreadDues(money(0), dues, 'savings')).toEqual([]);
  });

  test('nothing is lost and nothing is made, and no due is paid twice over', () => {
    fc.assert(
      fc.property(someMoney, fc.array(someMoney, { maxLength: 8 }), (amount, amounts) => {
        const listed = amounts.map((due, index) => ({ key: String(index), amount: due }));
        const parts = spreadDues(amount, listed, 'rest');

        expect(sum(parts.map((part) => part.amount))).toBe(amount);
        for (const part of parts) {
          const due = listed.find((each) => each.key === part.key);
          expect(part.amount).toBeGreaterThan(0);
          if (due !== undefined) expect(part.amount).toBeLessThanOrEqual(due.amount);
        }
      }),
    );
  });
});
