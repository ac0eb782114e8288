import { expect, test } from 'vitest';
import { newLine, newVoucher, sideTotal, voucherRequest } from './voucher.ts';

const balanced = {
  ...newVoucher(),
  narration: 'Printing of receipt books',
  lines: [
    { ...newLine('debit'), accountCode: '5203', amount: '250' },
    { ...newLine('credit'), accountCode: '1201', amount: '२५०' },
  ],
};

test('a voucher that balances becomes a request with exact amounts', () => {
  expect(voucherRequest('expense', balanced, 2)).toEqual({
    kind: 'expense',
    narration: 'Printing of receipt books',
    lines: [
      { accountCode: '5203', side: 'debit', amount: '250.00' },
      { accountCode: '1201', side: 'credit', amount: '250.00' },
    ],
  });
});

test('nothing is sent while the sides differ, a line is unfinished, or nobody said what it is for', () => {
  const lame = { ...balanced, lines: [...balanced.lines, { ...newLine('debit'), accountCode: '5202', amount: '1' }] };
  expect(voucherRequest('expense', lame, 2)).toBeUndefined();
  expect(voucherRequest('expense', { ...balanced, lines: [...balanced.lines, newLine('debit')] }, 2)).toBeUndefined();
  expect(voucherRequest('expense', { ...balanced, narration: ' a ' }, 2)).toBeUndefined();
});

test('each side is added for itself', () => {
  expect([sideTotal(balanced.lines, 'debit', 2), sideTotal(balanced.lines, 'credit', 2)]).toEqual(['250.00', '250.00']);
});

test('cash moves between the places that were chosen', () => {
  const cash = { ...newVoucher(), narration: 'To the bank', from: 'till 3', to: 'bank 1201', amount: '5000' };
  expect(voucherRequest('cash', cash, 2)).toEqual({
    kind: 'cash',
    from: { place: 'till', tillId: '3' },
    to: { place: 'bank', accountCode: '1201' },
    amount: '5000.00',
    narration: 'To the bank',
  });
  expect(voucherRequest('cash', { ...cash, to: '' }, 2)).toBeUndefined();
});
