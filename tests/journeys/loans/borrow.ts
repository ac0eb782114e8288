// A loan until its money is there: the borrower looks, asks and follows on a phone, two members stand surety, the officer
// recommends, the committee sanctions by a resolution, and two people pay it out.

import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { choose, dialogOf, fill, follow, press, pressAct, sees, title } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';

/** Asked for and sanctioned: twelve instalments of 20,000. */
const WISH = { productCode: 'PL', amount: '20000', instalments: '12', income: '30000' };
const BORROWER = 0;
export const GUARANTORS: readonly number[] = [1, 2];

export const borrowStories: readonly Story[] = [
  { title: 'a member sees on the phone how much can be borrowed, and by which rules', walk: seeWhatIsPossible },
  { title: 'sees what a loan costs and asks for it', walk: ask },
  { title: 'both guarantors read what they could lose, and say yes', walk: standSurety },
  { title: 'the loan officer reads the application and recommends it', walk: recommend },
  { title: 'the committee sanctions it by a resolution', walk: sanction },
  { title: 'the accountant asks for the payout, and the manager agrees', walk: payOut },
];

export const borrower = (house: KeptHouse): Promise<Visitor> => house.member(BORROWER);

/** The only loan of the house. */
export async function loanOf(house: KeptHouse): Promise<{ id: string; number: string; payoff: string }> {
  const { items } = await house.asManager<{ items: { id: string }[] }>('/api/loans');
  return house.asManager(`/api/loans/${items[0]?.id}`);
}

/** What the society is as old as for these stories: its members joined half a year ago. */
export function membersForHalfAYear(house: KeptHouse): void {
  house.asIfBefore("UPDATE member SET joinedOn = date(joinedOn, '-7 months')");
}

const purpose = (house: KeptHouse) => (house.words.language === 'hi' ? 'दूसरी भैंस' : 'A second buffalo');

async function seeWhatIsPossible(house: KeptHouse): Promise<void> {
  membersForHalfAYear(house);
  const { loans, typed } = house.words;
  const phone = await borrower(house);
  const { page } = phone;
  await phone.open('/loans');
  await sees(page, loans('loans.none'));
  await phone.look('no-loan-yet');
  await follow(page, loans('possible.title'));
  await fillOptional(house, phone, loans('askLoan.income'), typed(WISH.income));
  await press(page, loans('possible.look'));
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await phone.look('what-is-possible');
}

async function ask(house: KeptHouse): Promise<void> {
  const { loans, typed, money } = house.words;
  const phone = await borrower(house);
  const { page } = phone;
  await phone.open('/loans/ask');
  await choose(page, loans('askLoan.product'), WISH.productCode);
  await fill(page, loans('askLoan.amount'), typed(WISH.amount));
  await fill(page, loans('askLoan.count'), typed(WISH.instalments));
  await fill(page, loans('askLoan.purpose'), purpose(house));
  await fillOptional(house, phone, loans('askLoan.income'), typed(WISH.income));
  const guarantors = GUARANTORS.map((nth) => house.saver(nth).memberNumber).join(', ');
  await fill(page, loans('askLoan.guarantors'), guarantors);
  await phone.look('ask-for-a-loan');
  await press(page, loans('askLoan.look'));
  await title(page, loans('askLoan.lookTitle', { amount: money('20000.00'), count: 12 }));
  await phone.look('what-it-costs');
  await press(page, loans('askLoan.send'));
  await title(page, loans('askLoan.done'));
  await follow(page, loans('askLoan.open'));
  await sees(page, loans('loans.status.submitted'));
  await phone.look('asked-own');
}

async function standSurety(house: KeptHouse): Promise<void> {
  const { loans, money } = house.words;
  for (const nth of GUARANTORS) {
    const phone = await house.member(nth);
    const { page } = phone;
    await phone.open('/loans');
    await page
      .getByRole('region', { name: loans('loans.sureties') })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { name: loans('surety.title') }).waitFor();
    await sees(page, loans('surety.part', { part: money('10000.00') }));
    if (nth === GUARANTORS[0]) await phone.look('asked-for-surety');
    await press(page, loans('surety.yes'));
    await sees(page, loans('surety.said.consented'));
  }
  await (await house.member(1)).look('stands-surety');
}

async function recommend(house: KeptHouse): Promise<void> {
  const { staff, language } = house.words;
  const { id } = await loanOf(house);
  const officer = await house.staff('loan_officer');
  const { page } = officer;
  await officer.open('/staff/loans?status=submitted');
  await sees(page, house.saver(BORROWER).memberNumber);
  await officer.look('applications');
  await officer.open(`/staff/loans/${id}`);
  await officer.page.getByRole('heading', { name: staff('loan.rules') }).waitFor();
  await officer.look('application');
  await press(page, staff('loan.recommend'));
  const dialog = dialogOf(page);
  await fill(dialog, staff('loan.note'), language === 'hi' ? 'आय देखी गई' : 'Income was seen');
  await fillWhyAllTheSame(house, officer);
  await officer.look('recommend');
  await press(dialog, staff('loan.recommend'));
  await dialog.waitFor({ state: 'hidden' });
  const phone = await borrower(house);
  await phone.open(`/loans/${id}`);
  await sees(phone.page, house.words.loans('loans.status.recommended'));
}

async function sanction(house: KeptHouse): Promise<void> {
  const { staff, loans } = house.words;
  const { id } = await loanOf(house);
  const committee = await house.staff('committee');
  const { page } = committee;
  await committee.open(`/staff/loans/${id}`);
  await press(page, staff('loan.sanction'));
  const dialog = dialogOf(page);
  await fill(dialog, staff('loan.resolutionNumber'), 'LC/2026/14');
  await fillWhyAllTheSame(house, committee);
  await committee.look('sanction');
  await press(dialog, staff('loan.sanction'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, 'LC/2026/14');
  await committee.look('sanctioned');
  const phone = await borrower(house);
  await phone.open(`/loans/${id}`);
  await sees(phone.page, loans('loans.status.sanctioned'));
  await phone.look('sanctioned-own');
}

async function payOut(house: KeptHouse): Promise<void> {
  const { staff, loans, money } = house.words;
  const { id, number } = await loanOf(house);
  const accountant = await house.staff('accountant');
  const { page } = accountant;
  await accountant.open(`/staff/loans/${id}`);
  await press(page, staff('loan.disburse'));
  await press(dialogOf(page), staff('act.preview'));
  await page.getByTestId('act-preview').waitFor();
  await sees(dialogOf(page), money('20000.00'));
  await accountant.look('pay-out');
  await pressAct(dialogOf(page), staff('loan.disburseAsk'));
  await sees(page, staff('approval.open'));
  await house.agree('manager', [number], 'agree-to-the-payout');
  const phone = await borrower(house);
  await phone.open(`/loans/${id}`);
  await sees(phone.page, loans('loans.status.active', { amount: money('20000.00') }));
  await phone.look('running-own');
  await accountant.open(`/staff/loans/${id}`);
  await sees(page, staff('loan.payoffToday'));
  await accountant.look('running');
}

/** Where a soft rule does not hold, whoever decides says why it is lent all the same. */
async function fillWhyAllTheSame(house: KeptHouse, { page }: Visitor): Promise<void> {
  const why = dialogOf(page).getByLabel(house.words.staff('loan.override'), { exact: true });
  if ((await why.count()) > 0)
    await why.fill(house.words.language === 'hi' ? 'समिति का पुराना परिवार' : 'An old family of the society');
}

const fillOptional = (house: KeptHouse, { page }: Visitor, label: string, value: string) =>
  fill(page, `${label} (${house.words.member('field.optional')})`, value);
