// What is done about a loan that went wrong, each asked by one and agreed to by another who sees it before and after: a waiver, a new
// plan, due days without principal, and the write-off, after which a little still comes in.

import { addDays } from '@kafal/core';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { dialogOf, fill, optional, press, pressAct, sees } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';
import { LATE, loanOfMember, PUNCTUAL } from './late-house.ts';

export const measureStories: readonly Story[] = [
  { title: 'a penal charge is waived: asked with the loan before and after, agreed by another', walk: waive },
  { title: 'the rest of the loan is planned anew, over more instalments', walk: planAnew },
  { title: 'another loan has three due days without principal', walk: pause },
  {
    title: 'a loan that nobody expects back is written off by two, and a recovery comes in at the counter',
    walk: writeOff,
  },
  { title: 'the borrower reads on the phone what became of the loan', walk: readAsBorrower },
];

const reasonOf = (house: KeptHouse, hindi: string, english: string) =>
  house.words.language === 'hi' ? hindi : english;

async function waive(house: KeptHouse): Promise<void> {
  const { staff, typed } = house.words;
  const loan = await loanOfMember(house, LATE);
  const { page } = await openLoan(house, loan.id);
  await press(page, staff('loan.waive'));
  await fill(dialogOf(page), optional(house.words, staff('loan.waive.penalty')), typed('0.10'));
  await fill(dialogOf(page), staff('act.reason'), reasonOf(house, 'अस्पताल में थे', 'Was in hospital'));
  await askAndAgree(house, loan.number, 'waiver');
}

async function planAnew(house: KeptHouse): Promise<void> {
  const { staff, typed } = house.words;
  const loan = await loanOfMember(house, LATE);
  const { page } = await openLoan(house, loan.id);
  await press(page, staff('loan.anew'));
  const dialog = dialogOf(page);
  await fill(dialog, staff('loan.anewInstalments'), typed('15'));
  await dialog.getByLabel(staff('loan.anewArrears'), { exact: true }).selectOption('apart');
  await fillResolution(house, 'फ़सल ख़राब हुई', 'The crop failed');
  await askAndAgree(house, loan.number, 'new-plan', true);
}

async function pause(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const loan = await loanOfMember(house, PUNCTUAL);
  const { page } = await openLoan(house, loan.id);
  await press(page, staff('loan.pause'));
  await fillResolution(house, 'ज़िले में बाढ़', 'Flood in the district');
  await askAndAgree(house, loan.number, 'moratorium', true);
}

async function writeOff(house: KeptHouse): Promise<void> {
  const { staff, typed, money } = house.words;
  const loan = await loanOfMember(house, LATE);
  const { page } = await openLoan(house, loan.id);
  await press(page, staff('loan.writeOff'));
  await fillResolution(house, 'गाँव छोड़ गए', 'Left the village');
  await askAndAgree(house, loan.number, 'write-off');
  const cashier = await house.staff('cashier');
  await cashier.open(`/staff/counter?member=${house.saver(LATE).memberId}&desk=receive`);
  await cashier.page
    .getByRole('row', { name: new RegExp(loan.number) })
    .getByRole('textbox')
    .first()
    .fill(typed('500'));
  await cashier.page.getByTestId('act-preview').waitFor();
  await cashier.look('recovery-at-the-counter');
  await pressAct(cashier.page, staff('counter.take', { amount: money('500.00') }));
  await sees(cashier.page.getByTestId('issued-receipt'), loan.number);
  const officer = await openLoan(house, loan.id);
  await sees(officer.page, money('500.00'));
  await officer.look('written-off-with-a-recovery');
}

async function readAsBorrower(house: KeptHouse): Promise<void> {
  const { loans, money } = house.words;
  const { id } = await loanOfMember(house, LATE);
  const { writtenOff } = await house.asManager<{ writtenOff: { left: string } }>(`/api/loans/${id}`);
  const late = await house.member(LATE);
  await late.open(`/loans/${id}`);
  await sees(late.page, loans('loans.status.written-off', { amount: money(writtenOff.left) }));
  await late.look('written-off-own');
  const punctual = await house.member(PUNCTUAL);
  await punctual.open(`/loans/${(await loanOfMember(house, PUNCTUAL)).id}`);
  await punctual.look('moratorium-own');
}

async function openLoan(house: KeptHouse, id: string): Promise<Visitor> {
  const officer = await house.staff('loan_officer');
  await officer.open(`/staff/loans/${id}`);
  return officer;
}

async function fillResolution(house: KeptHouse, hindi: string, english: string): Promise<void> {
  const { staff, typed } = house.words;
  const dialog = dialogOf((await house.staff('loan_officer')).page);
  const on = addDays(await house.businessDate(), -1);
  await fill(dialog, staff('act.reason'), reasonOf(house, hindi, english));
  await fill(dialog, staff('loan.resolutionNumber'), 'LC/2026/21');
  await fill(dialog, staff('loan.resolutionOn'), typed(on.split('-').reverse().join('-')));
}

/** The figures before and after stand in front of who asks and of who agrees, and on the page of the loan afterwards. */
async function askAndAgree(house: KeptHouse, number: string, picture: string, planned = false): Promise<void> {
  const { staff } = house.words;
  const officer = await house.staff('loan_officer');
  const { page } = officer;
  await press(dialogOf(page), staff('act.preview'));
  await page.getByTestId('loan-before-after').first().waitFor();
  await officer.look(`ask-for-${picture}`);
  if (planned) {
    // Every due day that is left stands below, by both plans.
    await dialogOf(page).getByTestId('compared-plans').getByRole('row').nth(4).scrollIntoViewIfNeeded();
    await officer.picture(`ask-for-${picture}-by-days`);
  }
  await press(dialogOf(page), staff('loan.disburseAsk'));
  await sees(page, staff('approval.open'));
  await house.agree('manager', [number], `agree-to-${picture}`);
  await officer.page.reload();
  await officer.page.getByTestId('loan-before-after').first().waitFor();
  await officer.look(`after-${picture}`);
}
