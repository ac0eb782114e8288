import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { membersForHalfAYear } from '../loans/borrow.ts';
import { dialogOf, fill, press, sees } from '../society-day/controls.ts';
import { draftAndCall, openOnItsDay, propose } from './meeting-house.ts';

const ASKING = 0;

export const committeeStories: readonly Story[] = [
  { title: 'a loan is recommended, and stands on the agenda of the committee', walk: call },
  { title: 'the committee meets and resolves to sanction it', walk: resolve },
  { title: 'the chair sanctions the loan by that resolution', walk: sanction },
];

interface Loan {
  readonly id: string;
  readonly number: string;
}

async function loanOf(house: KeptHouse): Promise<Loan> {
  const { items } = await house.asManager<{ items: Loan[] }>('/api/loans');
  const [loan] = items;
  if (loan === undefined) throw new Error('Nobody asked for a loan.');
  return loan;
}

async function committeeMeeting(house: KeptHouse): Promise<string> {
  const { items } = await house.asManager<{ items: { id: string; kind: string }[] }>('/api/meetings');
  return items.find(({ kind }) => kind === 'committee')?.id ?? '';
}

async function call(house: KeptHouse): Promise<void> {
  membersForHalfAYear(house);
  const isHindi = house.words.language === 'hi';
  const purpose = isHindi ? 'स्कूल की फ़ीस' : 'School fees';
  const asked = { productCode: 'EML', amount: '12000.00', instalments: 6, purpose, monthlyIncome: '25000.00' };
  const { id } = await house.asMember<Loan>(ASKING, 'POST', '/api/loans', asked);
  const note = isHindi ? 'आय देखी गई' : 'Income was seen';
  await house.as('loan_officer', 'POST', `/api/loans/${id}/recommendation`, { note, version: 1 });
  const { number } = await loanOf(house);
  await draftAndCall(house, {
    ...{ kind: 'committee', title: isHindi ? 'ऋण समिति' : 'Loan committee' },
    ...{ item: isHindi ? 'पिछला कार्यवृत्त' : 'Minutes of the last meeting', waiting: number },
  });
}

async function resolve(house: KeptHouse): Promise<void> {
  const { staff, typed } = house.words;
  const id = await committeeMeeting(house);
  const office = await openOnItsDay(house, id);
  const { page } = office;
  await office.open(`/staff/meetings/${id}/people`);
  for (let marked = 0; marked < 2; marked += 1) {
    const mark = page.getByRole('button', { name: new RegExp(staff('meetings.mark')) }).first();
    await mark.click();
    await page
      .getByRole('button', { name: new RegExp(staff('meetings.unmark')) })
      .nth(marked)
      .waitFor();
  }
  await office.look('committee-is-there');
  await office.open(`/staff/meetings/${id}`);
  await propose(house, { item: 2 });
  const dialog = dialogOf(page);
  await press(page, staff('meetings.hands'));
  await fill(dialog, staff('meetings.handsFor'), typed('2'));
  await fill(dialog, staff('meetings.handsAgainst'), typed('0'));
  await office.look('count-hands');
  await press(dialog, staff('meetings.hands'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, staff('meeting.result.carried'));
  await office.look('committee-resolved');
}

async function sanction(house: KeptHouse): Promise<void> {
  const { staff, loans } = house.words;
  const { id } = await loanOf(house);
  const { items } = await house.asManager<{ items: { number: string; loanId: string | null }[] }>('/api/resolutions');
  const number = items.find(({ loanId }) => loanId === id)?.number ?? '';
  const chair = await house.staff('chair');
  await chair.open(`/staff/loans/${id}`);
  await press(chair.page, staff('loan.sanction'));
  const dialog = dialogOf(chair.page);
  // What the meeting resolved stands there.
  const typed = dialog.getByLabel(staff('loan.resolutionNumber'), { exact: true });
  await typed.and(chair.page.locator(`[value="${number}"]`)).waitFor();
  await chair.look('sanction-by-resolution');
  await press(dialog, staff('loan.sanction'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(chair.page, number);
  const phone = await house.member(ASKING);
  await phone.open(`/loans/${id}`);
  await sees(phone.page, loans('loans.status.sanctioned'));
}
