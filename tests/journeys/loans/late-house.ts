// A society in which two loans run: one whose first instalment was not paid, and one whose first instalment falls due now. Both were
// paid out today; the months since are written into their rows, and the end of a day goes over them.

import { addDays, addMonths, type CalendarDate } from '@kafal/core';
import type { Browser } from 'playwright-core';
import { type Dress, KeptHouse } from '../kept-deposits/kept-house.ts';
import { membersForHalfAYear } from './borrow.ts';

/** Who is who among the members. */
export const LATE = 0;
export const GUARANTORS = [1, 2] as const;
/** Owes the instalment that falls due, and takes the place of a guarantor. */
export const PUNCTUAL = 3;
/** Asks for a loan today. */
export const ASKING = 4;
const MEMBERS = 5;

const STAFF = ['loan_officer', 'committee', 'chair', 'accountant'] as const;
const DAYS_LATE = 8;

interface Opening {
  readonly dress: Dress;
  readonly browser: Browser;
  readonly pictures: string;
}

export async function openLateHouse(opening: Opening): Promise<KeptHouse> {
  const house = await KeptHouse.open({ ...opening, hired: STAFF, savers: MEMBERS });
  membersForHalfAYear(house);
  const wish = { purpose: house.words.language === 'hi' ? 'दूसरी भैंस' : 'A second buffalo', monthlyIncome: '30000.00' };
  const late = { ...wish, productCode: 'PL', amount: '20000.00', instalments: 12 };
  const lateId = await lend(house, LATE, late, GUARANTORS);
  const punctualId = await lend(house, PUNCTUAL, { ...wish, productCode: 'EML', amount: '6000.00', instalments: 6 });
  const evening = await house.businessDate();
  asIfLentOn(house, lateId, addDays(addMonths(evening, -1), -DAYS_LATE), late.instalments);
  asIfLentOn(house, punctualId, addMonths(fallsDueOn(addDays(evening, 1)), -1), 6);
  await house.endDays(evening);
  return house;
}

/** The first day from this one on that lies a month after another: no other month has a 31 March. */
export function fallsDueOn(today: CalendarDate): CalendarDate {
  return addMonths(addMonths(today, -1), 1) === today ? today : fallsDueOn(addDays(today, 1));
}

function asIfLentOn(house: KeptHouse, id: string, on: CalendarDate, instalments: number): void {
  house.asIfBefore(
    'UPDATE loan SET appliedOn = ?, sanctionedOn = ?, disbursedOn = ?, nextDueOn = ? WHERE id = ?',
    ...[on, on, on, addMonths(on, 1), id],
  );
  house.asIfBefore('UPDATE loan_event SET occurredOn = ? WHERE loanId = ?', on, id);
  for (let number = 1; number <= instalments; number += 1) {
    house.asIfBefore(
      'UPDATE loan_instalment SET dueOn = ? WHERE loanId = ? AND number = ?',
      ...[addMonths(on, number), id, String(number)],
    );
  }
}

/** Of a member, the newest. */
export async function loanOfMember(house: KeptHouse, nth: number): Promise<{ id: string; number: string }> {
  const { items } = await house.asManager<{ items: { id: string; number: string }[] }>(
    `/api/loans?memberId=${house.saver(nth).memberId}`,
  );
  const [loan] = items;
  if (loan === undefined) throw new Error(`Member ${nth} has no loan.`);
  return loan;
}

async function lend(
  house: KeptHouse,
  nth: number,
  asked: Readonly<Record<'productCode' | 'amount' | 'purpose' | 'monthlyIncome', string>> & {
    readonly instalments: number;
  },
  guarantors: readonly number[] = [],
): Promise<string> {
  const { memberId, depositId } = house.saver(nth);
  const { id } = await house.as<{ id: string }>('loan_officer', 'POST', '/api/loans', {
    ...asked,
    memberId,
    guarantors: guarantors.map((guarantor) => house.saver(guarantor).memberNumber),
  });
  const path = `/api/loans/${id}`;
  for (const guarantor of guarantors) await house.asMember(guarantor, 'PUT', `${path}/surety`, { consents: true });
  const override = house.words.language === 'hi' ? 'समिति का पुराना परिवार' : 'An old family of the society';
  await house.as('loan_officer', 'POST', `${path}/recommendation`, { note: 'Income was seen', override, version: 1 });
  const { amount, instalments } = asked;
  const decision = { amount, instalments, resolutionNumber: 'LC/2026/14', override, version: 2 };
  await house.as('committee', 'POST', `${path}/sanction`, decision);
  const { approvalId } = await house.as<{ approvalId: string }>('accountant', 'POST', `${path}/disbursement`, {
    toDepositId: depositId,
  });
  await house.as('manager', 'POST', `/api/approvals/${approvalId}/approval`, {});
  return id;
}
