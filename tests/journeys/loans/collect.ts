// The collections desk in the morning: what falls due today, what is overdue and who answers for it; somebody is spoken to and
// promises, a letter goes out; a guarantor is told, reads what is owed, and another takes their place.

import { addDays } from '@kafal/core';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { readPdf } from '../pdf-text.ts';
import { dialogOf, fill, follow, press, sees } from '../society-day/controls.ts';
import { fallsDueOn, GUARANTORS, LATE, loanOfMember, PUNCTUAL } from './late-house.ts';

export const collectStories: readonly Story[] = [
  { title: 'the desk shows what falls due, and what is overdue with those who answer for it', walk: readTheDesk },
  { title: 'the borrower is called and promises to pay', walk: notePromise },
  { title: 'the first notice goes out, to the borrower and to each guarantor', walk: issueLetter },
  { title: 'the guarantor was told, and reads on the phone what is overdue', walk: tellGuarantor },
  { title: 'another stands surety instead, after two people agreed and the other said yes', walk: replaceGuarantor },
];

async function readTheDesk(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const officer = await house.staff('loan_officer');
  const { page } = officer;
  const today = await house.businessDate();
  await officer.open(`/staff/loans/dues?show=${fallsDueOn(today) === today ? 'today' : 'week'}`);
  await sees(page, (await loanOfMember(house, PUNCTUAL)).number);
  await officer.look('falls-due');
  await officer.open('/staff/loans/dues');
  await sees(page, house.saver(LATE).memberNumber);
  await sees(page, staff('dues.age.days-1-30'));
  for (const nth of GUARANTORS)
    await page.getByText(house.saver(nth).memberNumber).first().waitFor({ state: 'attached' });
  await officer.look('overdue');
  await follow(page, (await loanOfMember(house, LATE)).number);
  await sees(page, staff('collection.none'));
  await officer.look('overdue-loan');
}

async function notePromise(house: KeptHouse): Promise<void> {
  const { staff, typed, money, day, language } = house.words;
  const { id } = await loanOfMember(house, LATE);
  const officer = await house.staff('loan_officer');
  const { page } = officer;
  await officer.open(`/staff/loans/${id}`);
  await press(page, staff('collection.contact'));
  const dialog = dialogOf(page);
  const said = language === 'hi' ? 'फ़सल अगले हफ़्ते बिकेगी' : 'The crop is sold next week';
  await fill(dialog, staff('collection.said'), said);
  await dialog.getByLabel(staff('collection.promised'), { exact: true }).check();
  await fill(dialog, staff('collection.promiseAmount'), typed('1777'));
  const by = addDays(await house.businessDate(), 7);
  await fill(dialog, staff('collection.promiseBy'), typed(by.split('-').reverse().join('-')));
  await officer.look('promise');
  await press(dialog, staff('collection.record'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, staff('collection.promise.open', { amount: money('1777.00'), day: day(by) }));
  await officer.open('/staff/loans/dues');
  await sees(page, said);
  await officer.look('desk-with-a-promise');
}

async function issueLetter(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const { id, number } = await loanOfMember(house, LATE);
  const officer = await house.staff('loan_officer');
  const { page } = officer;
  await officer.open(`/staff/loans/${id}`);
  await press(page, staff('collection.notice', { level: '1' }));
  await officer.look('issue-notice');
  await press(dialogOf(page), staff('collection.noticeIssue'));
  await page.getByRole('list', { name: staff('collection.letters', { level: '1' }) }).waitFor();
  await officer.look('noticed');
  const { notices, addressees } = await house.asManager<{
    notices: { id: string }[];
    addressees: { memberId: string; name: string }[];
  }>(`/api/loans/${id}/collection`);
  if (addressees.length !== 1 + GUARANTORS.length) throw new Error(`The letter goes to ${addressees.length}.`);
  for (const { memberId, name } of addressees) {
    const path = `/api/loan-letters/${notices[0]?.id}/letter.pdf?to=${memberId}&language=en`;
    const { text } = readPdf(await house.paper('loan_officer', path));
    for (const word of [number, name])
      if (!text.includes(word)) throw new Error(`The letter does not say ${word}: ${text}`);
  }
}

async function tellGuarantor(house: KeptHouse): Promise<void> {
  const { loans, money } = house.words;
  const { id, number } = await loanOfMember(house, LATE);
  const { overdue } = await house.asManager<{ overdue: string }>(`/api/loans/${id}`);
  const phone = await house.member(GUARANTORS[0]);
  const { page } = phone;
  await phone.open('/notifications');
  await sees(page, number);
  await phone.look('told-as-a-guarantor');
  await phone.open(`/loans/${id}`);
  await page.getByRole('heading', { name: loans('surety.titleAnswered') }).waitFor();
  await sees(page, money(overdue));
  await phone.look('overdue-as-a-guarantor');
}

async function replaceGuarantor(house: KeptHouse): Promise<void> {
  const { staff, loans, language } = house.words;
  const { id, number } = await loanOfMember(house, LATE);
  const [leaving] = GUARANTORS;
  // Whoever answers for it no more does not read the loan any more either.
  const before = await house.member(leaving);
  await before.open('/notifications');
  const officer = await house.staff('loan_officer');
  const { page } = officer;
  await officer.open(`/staff/loans/${id}`);
  const { guarantors } = await house.asManager<{ guarantors: { memberId: string; memberName: string }[] }>(
    `/api/loans/${id}`,
  );
  const name = guarantors.find(({ memberId }) => memberId === house.saver(leaving).memberId)?.memberName ?? '';
  await press(page, staff('loan.substitute', { name }));
  const dialog = dialogOf(page);
  const finder = dialog.getByRole('searchbox');
  await finder.fill(house.saver(PUNCTUAL).memberNumber);
  await finder.press('Enter');
  await sees(dialog, house.saver(PUNCTUAL).memberNumber);
  await fill(dialog, staff('act.reason'), language === 'hi' ? 'दूसरे शहर जा रहे हैं' : 'Moves to another town');
  await officer.look('another-guarantor');
  await press(dialog, staff('loan.disburseAsk'));
  await dialog.waitFor({ state: 'hidden' });
  await house.agree('manager', [number], 'agree-to-another-guarantor');

  const phone = await house.member(PUNCTUAL);
  await phone.open(`/loans/${id}`);
  await phone.page.getByRole('heading', { name: loans('surety.title') }).waitFor();
  await phone.look('asked-to-take-a-place');
  await press(phone.page, loans('surety.yes'));
  await sees(phone.page, loans('surety.said.consented'));
  await before.page.reload();
  await before.look('stands-surety-no-more');
  await officer.open(`/staff/loans/${id}`);
  await sees(page, staff('loan.surety.released'));
  await officer.look('guarantor-replaced');
}
