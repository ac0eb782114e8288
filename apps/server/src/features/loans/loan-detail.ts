// One loan, whole: what was asked and decided, what each instalment is, and what was paid.

import type { LoanDetail } from '@kafal/contract';
import { type CalendarDate, formatMoney, guaranteeLeft, type Money, type ReplayedLoan, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay, printedNumber } from '../accounting/index.ts';
import { maskPhone } from '../deliveries/index.ts';
import { readSettings } from '../society/index.ts';
import { payoffOn } from './close-loan.ts';
import { collateralView, namedCollateral } from './collateral-queries.ts';
import {
  capacityBeside,
  capacityView,
  circleNames,
  guaranteedAmount,
  guarantorPaymentsOf,
  isGuaranteeLive,
} from './guarantor-capacity.ts';
import { duesOfLoans, loanDayOf } from './loan-dues.ts';
import { eligibilityOfLoan, overridesOf } from './loan-eligibility.ts';
import { measuresOf } from './loan-measure-queries.ts';
import { getProductVersion } from './loan-products.ts';
import { getLoanFor, type LoanWithBalance, loanRow } from './loan-queries.ts';
import { owedInAll, rateNow, runningLoan, stateOf } from './loan-state.ts';
import { stepsOf } from './loan-steps.ts';
import { payoutParts } from './pay-out-part.ts';
import { plannedLoan } from './quote-loan.ts';
import { replacementsOf } from './replace-loan.ts';
import { phoneForCode } from './surety-code.ts';
import { mayDecide } from './who-may-decide.ts';

export async function loanDetail(platform: Platform, actor: Actor, id: number): Promise<z.input<typeof LoanDetail>> {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, id);
  const today = await currentBusinessDay(platform);
  const day = await loanDayOf(reader, today);
  const dues = (await duesOfLoans(reader, [loan], day))(loan.id);
  const settings = await readSettings(platform);
  const isPaidOut = loan.disbursedOn !== null;
  const running = isPaidOut ? await runningLoan(reader, loan) : undefined;
  const state = running === undefined ? await asPlanned(platform, loan) : stateOf(running, today);
  const parts = await payoutParts(reader, loan, today);
  const money = (amount: Money | null) => (amount === null ? null : formatMoney(amount));
  return {
    ...loanRow(loan, day, dues, actor.language),
    askedAmount: formatMoney(loan.askedAmount),
    askedInstalments: loan.askedInstalments,
    sanctionedAmount: money(loan.sanctionedAmount),
    annualRate: running === undefined ? loan.annualRate : rateNow(loan, running.events),
    purpose: loan.purpose,
    monthlyIncome: actor.kind === 'member' && actor.memberId !== loan.memberId ? null : money(loan.monthlyIncome),
    resolutionNumber: loan.resolutionNumber,
    sanctionedOn: loan.sanctionedOn,
    validUntil: loan.validUntil,
    disbursedOn: loan.disbursedOn,
    closedOn: loan.closedOn,
    reason: loan.reason,
    version: loan.version,
    dueToday: formatMoney(dues.dueToday),
    ...(await standingOf(platform, id)),
    paidOut: formatMoney(parts.paidOut),
    stillToPayOut: formatMoney(parts.stillToPayOut),
    ...(actor.kind === 'member' && actor.memberId !== loan.memberId
      ? { replaces: null, replacedBy: null }
      : await replacementsOf(reader, loan, today)),
    owed: formatMoney(isPaidOut ? owedInAll(state) : ZERO),
    payoff: formatMoney(loan.status === 'active' ? await payoffOn(reader, loan, today) : ZERO),
    prepaid: formatMoney(isPaidOut ? state.prepaid : ZERO),
    instalmentsPlan: state.instalments.map((instalment) => ({
      number: instalment.number,
      dueOn: instalment.due,
      principal: formatMoney(instalment.principal),
      interest: formatMoney(instalment.interest),
      fee: formatMoney(instalment.fee),
      penalty: formatMoney(instalment.penalty),
      total: formatMoney(instalment.totalDue),
      paid: formatMoney(instalment.paid),
      outstanding: formatMoney(instalment.outstanding),
      balance: formatMoney(instalment.balance),
      paidOn: instalment.paidOn,
      isPast: instalment.isPast,
    })),
    guarantors: await guarantorsOf(platform, actor, loan),
    eligibility: await rulesShown(platform, actor, loan, today),
    overrides: (await overridesOf(reader, id)).map(({ kind, ruleValue, ruleLimit, note, by, recordedAt }) => ({
      kind,
      value: ruleValue,
      limit: ruleLimit,
      note,
      by,
      at: new Date(recordedAt).toISOString(),
    })),
    // Who of the committee abstained, and why, is told to the office alone.
    steps: (await stepsOf(reader, id))
      .filter(({ act }) => actor.kind !== 'member' || act !== 'abstained')
      .map(({ act, note, recordedAt, by }) => ({
        act,
        by: by ?? '',
        at: new Date(recordedAt).toISOString(),
        note,
      })),
    ...(await decidersOf(platform, actor, loan)),
    collateral: await collateralShown(platform, actor, loan),
    measures: actor.kind === 'member' && actor.memberId !== loan.memberId ? [] : await measuresOf(reader, id),
    payments: await paymentsOf(platform, id),
    currency: settings['money.currency'],
  };
}

/** Before the money went out: as asked, or as sanctioned, from today on. */
async function asPlanned(platform: Platform, loan: LoanWithBalance): Promise<ReplayedLoan> {
  const product = await getProductVersion(platform.database, loan.loanProductId);
  const amount = loan.sanctionedAmount ?? loan.askedAmount;
  const instalments = loan.instalments ?? loan.askedInstalments;
  const today = await currentBusinessDay(platform);
  return plannedLoan(product, amount, instalments, loan.annualRate ?? product.annualRate, today);
}

/** Guarantors see the loan, and not what its borrower has given. */
async function collateralShown({ database }: Platform, actor: Actor, { id, memberId }: LoanWithBalance) {
  const isStaff = actor.kind !== 'member';
  if (!isStaff && actor.memberId !== memberId) return [];
  const items = await namedCollateral(database).where('c.loanId', '=', id).orderBy('c.id').execute();
  return items.map((item) => collateralView(item, isStaff));
}

/** While it is decided. Guarantors see the loan, and not what its borrower has. */
async function rulesShown(platform: Platform, actor: Actor, loan: LoanWithBalance, on: CalendarDate) {
  const isOpen = loan.status === 'submitted' || loan.status === 'returned' || loan.status === 'recommended';
  if (!isOpen || (actor.kind === 'member' && actor.memberId !== loan.memberId)) return [];
  const product = await getProductVersion(platform.database, loan.loanProductId);
  const wish = { amount: loan.askedAmount, instalments: loan.askedInstalments, on };
  return [...(await eligibilityOfLoan(platform, platform.database, loan, product, wish))];
}

async function decidersOf(platform: Platform, actor: Actor, loan: LoanWithBalance) {
  if (loan.status !== 'recommended') return { mayNotDecideBecause: null, sanctionsUpTo: null };
  return mayDecide(platform, actor, loan);
}

async function standingOf({ database }: Platform, loanId: number) {
  const standing = await database
    .selectFrom('loan_standing')
    .select('classCode')
    .where('loanId', '=', loanId)
    .executeTakeFirst();
  const order = await database
    .selectFrom('loan_debit_order as o')
    .innerJoin('deposit as d', 'd.id', 'o.fromDepositId')
    .select(['d.id', 'd.number'])
    .where('o.loanId', '=', loanId)
    .where('o.stoppedAt', 'is', null)
    .where('d.status', '!=', 'closed')
    .executeTakeFirst();
  return {
    classCode: standing?.classCode ?? ('standard' as const),
    debitFrom: order === undefined ? null : { depositId: String(order.id), accountNumber: order.number },
  };
}

async function guarantorsOf({ database }: Platform, actor: Actor, loan: LoanWithBalance) {
  const rows = await database
    .selectFrom('loan_guarantor as g')
    .innerJoin('member as m', 'm.id', 'g.memberId')
    .leftJoin('member as r', 'r.id', 'g.replacesMemberId')
    .select(['g.memberId', 'm.number as memberNumber', 'm.name as memberName', 'g.status', 'g.releasedOn'])
    .select('r.number as replaces')
    .where('g.loanId', '=', loan.id)
    .orderBy('g.id')
    .execute();
  const product = await getProductVersion(database, loan.loanProductId);
  const sharing = rows.filter(({ status, replaces }) => status !== 'declined' && replaces === null).length;
  const paid = await guarantorPaymentsOf(database, loan.id);
  const left = (memberId: number) => guaranteeLeft(guaranteedAmount(loan), Math.max(1, sharing), paid(memberId));
  const isStaff = actor.kind !== 'member';
  const isLive = isGuaranteeLive(loan);
  return Promise.all(
    rows.map(async ({ memberId, releasedOn, status, ...surety }) => ({
      ...surety,
      memberId: String(memberId),
      status: releasedOn !== null || (status === 'consented' && !isLive) ? ('released' as const) : status,
      releasedOn: releasedOn ?? (status === 'consented' ? loan.closedOn : null),
      textTo: isStaff && status === 'asked' && isLive ? await textToOf(database, memberId) : null,
      part: formatMoney(status === 'declined' || !isLive ? ZERO : left(memberId)),
      paid: formatMoney(paid(memberId).own),
      capacity:
        isStaff || memberId === actor.memberId
          ? capacityView(await capacityBeside(database, product, memberId, loan.id))
          : null,
      circle:
        isStaff && status !== 'declined' && isLive
          ? await circleNames(database, { guarantor: memberId, borrower: loan.memberId })
          : [],
    })),
  );
}

async function textToOf(reader: Platform['database'], memberId: number): Promise<string | null> {
  const phone = await phoneForCode(reader, memberId);
  return phone === undefined ? null : maskPhone(phone.number);
}

async function paymentsOf({ database }: Platform, loanId: number) {
  const rows = await database
    .selectFrom('loan_event as e')
    .innerJoin('journal_entry as j', 'j.id', 'e.entryId')
    .leftJoin('loan_event as undo', (join) =>
      join.onRef('undo.loanId', '=', 'e.loanId').onRef('undo.takesBack', '=', 'e.place'),
    )
    .select(['e.occurredOn', 'e.amount', 'e.entryId', 'j.seriesCode', 'j.financialYear', 'j.number'])
    .select('undo.place as takenBackAt')
    .where('e.loanId', '=', loanId)
    .where('e.type', 'in', ['repayment', 'prepayment', 'settlement', 'recovery'])
    .orderBy('e.place')
    .execute();
  return rows.map((row) => ({
    on: row.occurredOn,
    amount: formatMoney(row.amount ?? ZERO),
    entryId: String(row.entryId),
    entryNumber: printedNumber(row),
    isTakenBack: row.takenBackAt !== null,
  }));
}
