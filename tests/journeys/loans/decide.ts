// An application before the committee: the officer recommends it, the agenda is drawn, one member abstains, another offers less than
// was asked for, and the borrower reads so on the phone.

import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { readPdf } from '../pdf-text.ts';
import { dialogOf, fill, press, sees, title } from '../society-day/controls.ts';
import { ASKING, loanOfMember } from './late-house.ts';

export const decideStories: readonly Story[] = [
  { title: 'a member asks, and the loan officer puts it before the committee', walk: recommend },
  { title: 'one of the committee reads the agenda and abstains, and says why', walk: abstain },
  { title: 'the chair offers less than was asked for, by a resolution that names who abstained', walk: offerLess },
];

async function recommend(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const purpose = language === 'hi' ? 'स्कूल की फ़ीस' : 'School fees';
  const asked = { productCode: 'EML', amount: '12000.00', instalments: 6, purpose, monthlyIncome: '25000.00' };
  const { id } = await house.asMember<{ id: string }>(ASKING, 'POST', '/api/loans', asked);
  const officer = await house.staff('loan_officer');
  await officer.open(`/staff/loans/${id}`);
  await press(officer.page, staff('loan.recommend'));
  const dialog = dialogOf(officer.page);
  await fill(dialog, staff('loan.note'), language === 'hi' ? 'आय देखी गई' : 'Income was seen');
  await officer.look('put-before-the-committee');
  await press(dialog, staff('loan.recommend'));
  await dialog.waitFor({ state: 'hidden' });
  await officer.open('/staff/loans/agenda');
  await title(officer.page, staff('agenda.count', { count: 1, amount: house.words.money('12000.00') }));
  await officer.look('agenda');
  const { text } = readPdf(await house.paper('loan_officer', `/api/loans/agenda.pdf?language=en`));
  if (!text.includes('12,000.00')) throw new Error(`The agenda on paper does not say what is asked: ${text}`);
}

async function abstain(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const committee = await house.staff('committee');
  const { page } = committee;
  await committee.open('/staff/loans/agenda');
  await press(page, staff('loan.abstain'));
  const reason = language === 'hi' ? 'आवेदक मेरे किराएदार हैं' : 'The borrower is my tenant';
  await fill(dialogOf(page), staff('act.reason'), reason);
  await committee.look('abstain');
  await press(dialogOf(page), staff('loan.abstain'));
  await dialogOf(page).waitFor({ state: 'hidden' });
  await sees(page, reason);
  await committee.look('agenda-after-abstaining');
}

async function offerLess(house: KeptHouse): Promise<void> {
  const { staff, loans, typed, money } = house.words;
  const { id, number } = await loanOfMember(house, ASKING);
  const chair = await house.staff('chair');
  const { page } = chair;
  await chair.open('/staff/loans/agenda');
  await press(page, staff('loan.sanction'));
  const dialog = dialogOf(page);
  await fill(dialog, staff('loan.amount'), typed('10000'));
  await fill(dialog, staff('loan.resolutionNumber'), 'LC/2026/15');
  await chair.look('counter-offer');
  await press(dialog, staff('loan.sanction'));
  await dialog.waitFor({ state: 'hidden' });
  await title(page, staff('agenda.title'));
  await chair.look('agenda-is-done');
  await chair.open(`/staff/loans/${id}`);
  await sees(page, 'LC/2026/15');
  await chair.look('sanctioned-for-less');
  const paper = readPdf(await house.paper('chair', `/api/loans/${id}/resolution.pdf?language=en`)).text;
  for (const word of ['LC/2026/15', number, '10,000.00', 'The committee']) {
    if (!paper.includes(word)) throw new Error(`The resolution does not say ${word}: ${paper}`);
  }
  const phone = await house.member(ASKING);
  await phone.open(`/loans/${id}`);
  await sees(phone.page, money('10000.00'));
  await sees(phone.page, loans('loans.status.sanctioned'));
  await phone.look('sanctioned-for-less-own');
}
