// 1,00,000 for three years at 8 per cent brings 26,824.18 at its end; a quarter of another 2,000. Ten per cent are withheld
// above 25,000 a year.

import { calendarDate, sum } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestTerms, type TestTerms } from '../day-end/test-terms.ts';
import { interestOfYear } from './interest-of-year.ts';

let terms: TestTerms;
beforeEach(async () => {
  terms = await openTestTerms();
  await terms.counter.changeSetting('tax.interestThreshold', '25000.00');
  await terms.counter.changeSetting('tax.onInterest', 'above-threshold');
  await terms.counter.changeSetting('deposits.accrueInterest', true);
});
afterEach(() => terms.counter.close());

test('the interest of a year is told by account, and adds up to the expense and the tax in the books', async () => {
  const { platform } = terms.counter;
  const matured = await terms.open('2023-11-30', '2026-11-30', { atMaturity: 'to-savings' });
  const quarterly = await terms.open('2026-08-30', '2029-08-30', { productCode: 'QIS' });
  await terms.endDays('2026-11-30');

  const of = await interestOfYear(platform, platform.database, Number(terms.sunita.id), calendarDate('2026-12-01'));
  const given = new Map(of.accounts.map(({ number, interest }) => [number, interest]));
  expect(given.get(matured.accountNumber)).toBe(2_682_418);
  expect(given.get(quarterly.accountNumber)).toBe(200_000);
  expect(of).toMatchObject({ financialYear: '2026-27', from: '2026-04-01', interest: 2_882_418 });
  expect(sum(of.accounts.map(({ interest }) => interest))).toBe(of.interest);

  const onAccounts = async (...codes: string[]) => {
    const rows = await platform.database
      .selectFrom('posting')
      .select(['side', 'amount'])
      .where('accountCode', 'in', codes)
      .execute();
    return rows.reduce((total, { side, amount }) => total + (side === 'debit' ? amount : -amount), 0);
  };
  // What is accrued is an expense already and not given: the two accounts together are what was given.
  expect(await onAccounts('5101', '5102', '5103', '2201')).toBe(of.interest);
  expect(await onAccounts('2211')).toBe(-of.tax);
  expect(await onAccounts('2201')).toBe(-sum(of.accounts.map(({ accrued }) => accrued)));
});

test('the certificate is a paper for staff, in the language that is asked for, and another year has no interest', async () => {
  for (const query of ['', '?language=hi', '?on=2026-12-01&language=en']) {
    const answer = await terms.counter.get(`/api/members/${terms.sunita.id}/interest-certificate.pdf${query}`);
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
  }
});
