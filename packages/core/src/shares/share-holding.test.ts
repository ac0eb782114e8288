import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, money, parseMoney } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { distinctiveNumbers, ShareAllotmentRefused, type ShareApplication, shareAllotment } from './share-holding.ts';

const application = (amount: string, others: Partial<ShareApplication> = {}): ShareApplication => ({
  amount: parseMoney(amount),
  faceValue: parseMoney('100.00'),
  holding: 0,
  minimumShares: 2,
  totalSharesIssued: 1_000,
  ...others,
});

function refusalOf(act: () => unknown): ShareAllotmentRefused {
  try {
    act();
  } catch (error) {
    if (error instanceof ShareAllotmentRefused) return error;
    throw error;
  }
  throw new Error('the allotment was not refused');
}

describe('allotting shares', () => {
  test('whole shares are allotted and the rest stays pending', () => {
    expect(shareAllotment(application('550.00'))).toEqual({ shares: 5, amountUsed: 50_000, remainder: 5_000 });
    expect(shareAllotment(application('200.00'))).toEqual({ shares: 2, amountUsed: 20_000, remainder: 0 });
    expect(shareAllotment(application('100.00', { holding: 2 }))).toEqual({
      shares: 1,
      amountUsed: 10_000,
      remainder: 0,
    });
  });

  test('a first payment below the minimum holding waits, and says how much is missing', () => {
    const refusal = refusalOf(() => shareAllotment(application('150.00')));
    expect(refusal).toMatchObject({
      code: 'SHARE_MINIMUM_NOT_REACHED',
      params: { minimumShares: 2, missing: '50.00' },
    });
    expect(refusal.message).toBe('A member holds at least 2 shares; 50.00 more is needed before they can be allotted.');
  });

  test('less than one share buys none', () => {
    const refusal = refusalOf(() => shareAllotment(application('99.99', { holding: 5 })));
    expect(refusal.code).toBe('SHARE_AMOUNT_TOO_SMALL');
    expect(refusal.message).toBe('One share costs 100.00; 99.99 does not buy one.');
  });

  test('where only whole shares are taken, an amount between is refused', () => {
    const refusal = refusalOf(() => shareAllotment(application('250.00', { wholeSharesOnly: true })));
    expect(refusal).toMatchObject({
      code: 'SHARE_AMOUNT_NOT_MULTIPLE',
      params: { faceValue: '100.00', remainder: '50.00' },
    });
    expect(refusal.message).toBe('Shares cost 100.00 each; 250.00 does not buy whole shares.');
    expect(shareAllotment(application('300.00', { wholeSharesOnly: true })).shares).toBe(3);
  });

  test('a cap in shares counts what the member holds already', () => {
    expect(shareAllotment(application('500.00', { holding: 5, maximumShares: 10 })).shares).toBe(5);
    const refusal = refusalOf(() => shareAllotment(application('600.00', { holding: 5, maximumShares: 10 })));
    expect(refusal.code).toBe('SHARE_CAP_EXCEEDED');
    expect(refusal.message).toBe('One member may hold at most 10 shares now; this would make 11.');
  });

  test('a cap of 20 % of the capital is measured with the new shares in it', () => {
    const twentyPercent = { maximumPercentOfCapital: parseRate('20') };
    // 250 of 1,250 is a fifth; 251 of 1,251 is more.
    expect(shareAllotment(application('25000.00', twentyPercent)).shares).toBe(250);
    expect(refusalOf(() => shareAllotment(application('25100.00', twentyPercent))).code).toBe('SHARE_CAP_EXCEEDED');
    expect(shareAllotment(application('25000.00', { maximumPercentOfCapital: parseRate('20.0') })).shares).toBe(250);
  });

  test('the first members of a society may hold the minimum, though that is all its capital', () => {
    const first = { totalSharesIssued: 0, maximumPercentOfCapital: parseRate('20') };
    expect(shareAllotment(application('200.00', first)).shares).toBe(2);
    expect(refusalOf(() => shareAllotment(application('300.00', first))).code).toBe('SHARE_CAP_EXCEEDED');
    expect(refusalOf(() => shareAllotment(application('200.00', { ...first, maximumShares: 1 }))).code).toBe(
      'SHARE_CAP_EXCEEDED',
    );
  });

  test('an allotment never loses money and never breaks the cap', () => {
    const somePaise = fc.integer({ min: 1, max: 1e11 }).map(money);
    fc.assert(
      fc.property(somePaise, fc.integer({ min: 1, max: 100_000 }), fc.nat({ max: 500 }), (amount, face, holding) => {
        const others = { holding, minimumShares: 1, maximumShares: 1_000, totalSharesIssued: holding };
        try {
          const { shares, amountUsed, remainder } = shareAllotment({ amount, faceValue: money(face), ...others });
          expect(add(amountUsed, remainder)).toBe(amount);
          expect(amountUsed).toBe(shares * face);
          expect(remainder).toBeLessThan(face);
          expect(holding + shares).toBeLessThanOrEqual(1_000);
        } catch (error) {
          if (!(error instanceof ShareAllotmentRefused)) throw error;
          const shares = Math.floor(amount / face);
          expect(error.code).toBe(shares === 0 ? 'SHARE_AMOUNT_TOO_SMALL' : 'SHARE_CAP_EXCEEDED');
          expect(shares === 0 || holding + shares > 1_000).toBe(true);
        }
      }),
    );
  });
});

test('distinctive numbers run on without a gap', () => {
  expect(distinctiveNumbers(0, 5)).toEqual({ from: 1, to: 5 });
  expect(distinctiveNumbers(5, 1)).toEqual({ from: 6, to: 6 });
  expect(() => distinctiveNumbers(5, 0)).toThrow('at least one share is numbered');
});
