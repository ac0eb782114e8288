// A small loan that stands where a test begins.

import { calendarDate, money } from '@kafal/core';
import { must, type Person, type SocietyInBusiness } from './society-in-business.ts';

export const SMALL_LOAN = { productCode: 'EML', amount: '12000.00', instalments: 6, purpose: 'School fees' };

/** Asked for by the member, recommended by the manager, sanctioned by the committee, paid out to savings by two. */
export async function paidOutLoan(
  society: SocietyInBusiness,
  borrower: Person,
): Promise<{ id: string; number: string }> {
  const { send, manager, committee } = society;
  const loan = must(await send(borrower.signedIn, 'POST', '/api/loans', SMALL_LOAN), 201).json();
  const path = `/api/loans/${loan.id}`;
  must(await send(manager, 'POST', `${path}/recommendation`, { note: 'Income was seen', version: 1 }), 200);
  const { amount, instalments } = SMALL_LOAN;
  const sanction = { amount, instalments, resolutionNumber: 'LC/2026/14', version: 2 };
  must(await send(committee, 'POST', `${path}/sanction`, sanction), 200);
  const asked = must(await send(manager, 'POST', `${path}/disbursement`, { toDepositId: borrower.depositId }), 202);
  must(await send(committee, 'POST', `/api/approvals/${asked.json().approvalId}/approval`, {}), 200);
  return loan;
}

/** As if it had been lent against a plot of land, whose papers are back with their owner. */
export async function givenBack({ platform }: SocietyInBusiness, loanId: string): Promise<void> {
  const day = calendarDate('2026-11-30');
  await platform.transact((trx) =>
    trx
      .insertInto('loan_collateral')
      .values({
        ...{ loanId: Number(loanId), kind: 'property', status: 'released', value: money(5_000_000), valuedOn: day },
        ...{ description: 'A plot of land', ownerName: 'The borrower', valuedBy: 'Ramesh Negi', keptWhere: 'Vault' },
        ...{ packetNumber: null, pieces: null, grossMilligrams: null, deductionMilligrams: null, purity: null },
        ...{ ratePerGram: null, depositId: null, restrictionId: null, offeredByUserId: 1, recordedAt: 0 },
        ...{ receivedOn: day, receivedByUserId: 1, receiptAgreedByUserId: 2, releasedOn: day },
        ...{ releasedTo: 'The borrower', releasedByUserId: 1, releaseAgreedByUserId: 2 },
      })
      .execute(),
  );
}
