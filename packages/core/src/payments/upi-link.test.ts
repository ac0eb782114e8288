import { expect, test } from 'vitest';
import { parseMoney } from '../money/money.ts';
import { isUpiAddress, upiLink } from './upi-link.ts';

test('the worked example of the handbook', () => {
  expect(
    upiLink({
      payeeAddress: 'society.demo@examplebank',
      payeeName: 'Demo Cooperative',
      amount: parseMoney('8885.00'),
      reference: 'RCP20260515000123',
      note: 'EMI L-0042',
    }),
  ).toBe(
    'upi://pay?pa=society.demo@examplebank&pn=Demo%20Cooperative&am=8885.00&cu=INR&tr=RCP20260515000123&tn=EMI%20L-0042',
  );
});

test('what would end a part of the link is written so that it cannot, Hindi too', () => {
  const link = upiLink({
    payeeAddress: 'a.b@bank',
    payeeName: 'Tom & Co',
    amount: parseMoney('0.50'),
    reference: 'KF1111111112C',
    note: 'बचत #1 + 2',
  });
  expect(link).toContain('&pn=Tom%20%26%20Co&am=0.50&');
  expect(new URL(link.replace('upi://', 'https://x/')).searchParams.get('tn')).toBe('बचत #1 + 2');
  expect(link).not.toMatch(/[+ #]/);
});

test('an address has a name, one @ and a bank', () => {
  for (const right of ['society.demo@examplebank', 'kafal-1_x@ybl']) expect(isUpiAddress(right), right).toBe(true);
  for (const wrong of ['society', '@bank', 'a@', 'a b@bank', 'a@b@c', 'x@bank&pa=y', 'x@1']) {
    expect(isUpiAddress(wrong), wrong).toBe(false);
  }
});
