// What waits for the committee, with what it looks at of each borrower. The oldest question stands first.

import type { AgendaRow, CommitteeAgenda } from '@kafal/contract';
import { formatMoney, rolesThatSanction, sum, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { borrowerFacts } from './borrower-facts.ts';
import { duesOfLoans, loanDayOf } from './loan-dues.ts';
import { eligibilityOfLoan } from './loan-eligibility.ts';
import { getProductVersion } from './loan-products.ts';
import { type LoanWithBalance, loansThatWait, runningLoansOf } from './loan-queries.ts';
import { stepsOf } from './loan-steps.ts';
import { roleNames, sanctionLevelsOn } from './sanction-levels.ts';
import { abstentionsOf, mayDecide } from './who-may-decide.ts';

export async function committeeAgenda(platform: Platform, actor: Actor): Promise<z.input<typeof CommitteeAgenda>> {
  const waiting = await loansThatWait(platform.database);
  const items: z.input<typeof AgendaRow>[] = [];
  for (const loan of waiting) items.push(await agendaRow(platform, actor, loan));
  return {
    on: await currentBusinessDay(platform),
    items,
    total: formatMoney(sum(waiting.map(({ askedAmount }) => askedAmount))),
    currency: (await readSettings(platform))['money.currency'],
  };
}

async function agendaRow(platform: Platform, actor: Actor, loan: LoanWithBalance): Promise<z.input<typeof AgendaRow>> {
  const reader = platform.database;
  const on = await currentBusinessDay(platform);
  const product = await getProductVersion(reader, loan.loanProductId);
  const member = await reader
    .selectFrom('member')
    .select(['id', 'joinedOn'])
    .where('id', '=', loan.memberId)
    .executeTakeFirstOrThrow();
  const facts = await borrowerFacts(platform, reader, member, loan.monthlyIncome, on, loan.replacesLoanId);
  const { askedAmount: amount, askedInstalments: instalments } = loan;
  const recommended = (await stepsOf(reader, loan.id)).findLast(({ act }) => act === 'recommended');
  const levels = await sanctionLevelsOn(reader, on);
  return {
    id: String(loan.id),
    number: loan.number,
    version: loan.version,
    status: 'recommended',
    memberId: String(loan.memberId),
    memberNumber: loan.memberNumber,
    memberName: loan.memberName,
    productName: actor.language === 'hi' ? loan.nameHi : loan.nameEn,
    askedAmount: formatMoney(amount),
    askedInstalments: instalments,
    annualRate: product.annualRate,
    purpose: loan.purpose,
    appliedOn: loan.appliedOn,
    recommendedBy: recommended?.by ?? '',
    recommendation: recommended?.note ?? '',
    ...(await loansBeside(platform, loan)),
    shares: formatMoney(facts.sharesHeld),
    deposits: formatMoney(facts.deposits),
    thriftArrears: formatMoney(facts.thriftArrears),
    guarantors: await guarantorsWhoAgreed(platform, loan.id),
    eligibility: [...(await eligibilityOfLoan(platform, reader, loan, product, { amount, instalments, on }))],
    abstained: (await abstentionsOf(reader, loan.id)).map(({ name, note }) => ({ by: name, reason: note ?? '' })),
    decidedBy: await roleNames(reader, rolesThatSanction(levels, amount), actor.language),
    ...(await mayDecide(platform, actor, loan)),
  };
}

/** The borrower's running loans with their class, and what is overdue of all of them. */
async function loansBeside(platform: Platform, { memberId }: LoanWithBalance) {
  const { database } = platform;
  const day = await loanDayOf(database, await currentBusinessDay(platform));
  const running = await runningLoansOf(database, memberId);
  const dues = await duesOfLoans(database, running, day);
  const otherLoans = await Promise.all(
    running.map(async ({ id, number, principalOwed, nextDueOn }) => {
      const standing = await database
        .selectFrom('loan_standing')
        .select('classCode')
        .where('loanId', '=', id)
        .executeTakeFirst();
      return {
        id: String(id),
        number,
        outstanding: formatMoney(principalOwed ?? ZERO),
        daysPastDue: day.daysPastDue(nextDueOn),
        classCode: standing?.classCode ?? ('standard' as const),
      };
    }),
  );
  return { otherLoans, overdue: formatMoney(sum(running.map(({ id }) => dues(id).overdue))) };
}

function guarantorsWhoAgreed({ database }: Platform, loanId: number) {
  return database
    .selectFrom('loan_guarantor as g')
    .innerJoin('member as m', 'm.id', 'g.memberId')
    .select(['m.number as memberNumber', 'm.name as memberName'])
    .where('g.loanId', '=', loanId)
    .where('g.status', '=', 'consented')
    .orderBy('g.id')
    .execute();
}
