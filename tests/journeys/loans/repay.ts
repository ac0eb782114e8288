// A loan that is paid back: at the counter, from savings, a part ahead of its time, and all of it, with its papers.

import { readFileSync } from 'node:fs';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { readPdf } from '../pdf-text.ts';
import { fill, press, pressAct, sees } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';
import { borrower, loanOf } from './borrow.ts';

export const repayStories: readonly Story[] = [
  { title: 'the cashier takes an instalment at the counter, and the receipt says what it paid', walk: payAtTheCounter },
  { title: 'the member pays the next from savings, and sees every instalment and the papers', walk: payFromSavings },
  { title: 'a part ahead of its time: a lower instalment and a shorter term side by side', walk: payAhead },
  { title: 'the office reads where each figure came from', walk: readTheLoan },
  { title: 'the member closes the loan to the day and keeps the paper that nothing is owed', walk: close },
];

async function payAtTheCounter(house: KeptHouse): Promise<void> {
  const { staff, typed, money } = house.words;
  const { number } = await loanOf(house);
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open(`/staff/counter?member=${house.saver(0).memberId}&desk=receive`);
  const row = page.getByRole('row', { name: new RegExp(number) });
  await row.getByRole('textbox').first().fill(typed('1777'));
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('instalment-at-the-counter');
  await pressAct(page, staff('counter.take', { amount: money('1777.00') }));
  const receipt = page.getByTestId('issued-receipt');
  await sees(receipt, number);
  await cashier.look('receipt-of-the-instalment');
}

async function payFromSavings(house: KeptHouse): Promise<void> {
  const { loans, typed, money } = house.words;
  const { id } = await loanOf(house);
  const phone = await borrower(house);
  const { page } = phone;
  await phone.open(`/loans/${id}`);
  await fill(page, loans('repay.amount'), typed('1777'));
  await press(page, loans('repay.look'));
  await sees(page, loans('repay.principal'));
  await phone.look('what-it-pays');
  await press(page, loans('repay.send', { amount: money('1777.00') }));
  await page
    .getByRole('status')
    .filter({ hasText: loans('repay.done').split('{')[0] ?? '' })
    .waitFor();
  await phone.open(`/loans/${id}`);
  await page.getByText(loans('loan.allInstalments'), { exact: true }).click();
  await sees(page, loans('loan.instalment', { number: 12 }));
  await phone.look('every-instalment');
  await paperSays(phone, loans('loan.paper.schedule'), ['20,000.00']);
}

async function payAhead(house: KeptHouse): Promise<void> {
  const { loans, typed, money } = house.words;
  const { id } = await loanOf(house);
  const phone = await borrower(house);
  const { page } = phone;
  await phone.open(`/loans/${id}`);
  await page.getByLabel(loans('repay.way.reduceTerm')).check();
  await fill(page, loans('repay.amount'), typed('6000'));
  await page.getByTestId('compare').waitFor();
  await phone.look('a-part-ahead');
  await press(page, loans('repay.look'));
  await press(page, loans('repay.send', { amount: money('6000.00') }));
  await page
    .getByRole('status')
    .filter({ hasText: loans('repay.done').split('{')[0] ?? '' })
    .waitFor();
}

async function readTheLoan(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const { id } = await loanOf(house);
  const officer = await house.staff('loan_officer');
  await officer.open(`/staff/loans/${id}`);
  await officer.page.getByText(staff('loan.interestLines'), { exact: true }).click();
  await sees(officer.page, staff('loan.linesBalance', { currency: 'INR' }));
  await officer.look('where-the-interest-came-from');
}

async function close(house: KeptHouse): Promise<void> {
  const { staff, loans, money } = house.words;
  const { id, number, payoff } = await loanOf(house);
  const phone = await borrower(house);
  const { page } = phone;
  await phone.open(`/loans/${id}`);
  await page.getByLabel(loans('repay.way.close')).check();
  await sees(page.getByTestId('payoff'), money(payoff));
  await phone.look('what-closes-it');
  await press(page, loans('repay.look'));
  await press(page, loans('repay.send', { amount: money(payoff) }));
  await sees(page, loans('loans.status.closed'));
  await phone.open(`/loans/${id}`);
  await phone.look('paid-back-own');
  await paperSays(phone, loans('loan.paper.noDues'), [number, house.saver(0).memberNumber]);
  const guarantor = await house.member(1);
  await guarantor.open(`/loans/${id}`);
  await sees(guarantor.page, loans('loans.status.closed'));
  await guarantor.look('surety-is-over');
  const officer = await house.staff('loan_officer');
  await officer.open(`/staff/loans/${id}`);
  await sees(officer.page, staff('loan.paper.noDues'));
  await officer.look('paid-back');
}

/** The paper that the member keeps, of one sheet or more, with these words on it. */
async function paperSays({ page }: Visitor, paper: string, words: readonly string[]): Promise<void> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, paper)]);
  const { text } = readPdf(readFileSync(await download.path()));
  const missing = words.filter((word) => !text.includes(word));
  if (missing.length > 0) throw new Error(`${paper} does not say ${missing.join(', ')}: ${text}`);
}
