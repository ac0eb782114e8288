// What is done about a loan that goes wrong: shown before anybody is asked, asked for by one, done when another has agreed. What
// was shown is decided anew at each step from the events of the loan.

import type { AskedPlans, LoanFigures, LoanMeasureBody } from '@kafal/contract';
import {
  type CalendarDate,
  formatMoney,
  type LoanEvent,
  type LoanMeasureKind,
  type Money,
  type ReplayedLoan,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  businessDayFor,
  dayOfTheNextAct,
  type EntryDraft,
  type EntryKind,
  type PostedEntry,
  type PostingDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { type ApprovalLine, type ApprovalRequest, type ApprovedAct, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { refuseUnlessCarried } from '../resolutions/index.ts';
import { settingWithin } from '../society/index.ts';
import { bookedOf } from './accrue-loans.ts';
import { comparePlans } from './compare-plans.ts';
import { holdClass } from './hold-class.ts';
import { figuresOf } from './loan-figures.ts';
import { findLoan, getLoanFor, type LoanWithBalance, lockLoan } from './loan-queries.ts';
import {
  addLoanEvent,
  keepInstalments,
  type NewLoanEvent,
  type RunningLoan,
  rateNow,
  runningLoan,
  stateOf,
} from './loan-state.ts';
import { type LoanAct, recordStep } from './loan-steps.ts';
import { decidePlan, refusingPaidAhead } from './plan-loan-anew.ts';
import { closeIfNothingOwed } from './repay-loan.ts';
import { decideWaiver } from './waive-loan.ts';
import { refuseOwn } from './who-may-decide.ts';
import { decideWriteOff, standWrittenOff } from './write-off-loan.ts';

export type AskedMeasure = z.output<typeof LoanMeasureBody> & { readonly loanId: number };

/** What is done, whatever it is, before the loan is looked at with it. */
export interface DecidedAct {
  readonly event: LoanEvent;
  readonly amount: Money;
  readonly kept: Pick<NewLoanEvent, 'type' | 'detail'>;
  readonly postings: readonly PostingDraft[];
  /** What the receivables of the loan change by. */
  readonly receivables: readonly {
    readonly part: 'interest' | 'penalty';
    readonly amount: Money;
    readonly reserved: Money;
  }[];
}

interface DecidedMeasure extends DecidedAct {
  readonly before: LoanFigures;
  readonly after: LoanFigures;
  /** As it stands, and with what is done. */
  readonly stands: ReplayedLoan;
  readonly state: ReplayedLoan;
}

const WORDS = {
  'write-off': { entry: 'write-off', narration: (loan: string) => `Loan ${loan} written off`, step: 'written-off' },
  waiver: { entry: 'waiver', narration: (loan: string) => `Waiver on loan ${loan}`, step: 'waived' },
  rescheduling: { entry: 'waiver', narration: (loan: string) => `Loan ${loan} planned anew`, step: 'rescheduled' },
  moratorium: { entry: 'waiver', narration: (loan: string) => `Moratorium on loan ${loan}`, step: 'moratorium' },
} as const satisfies Record<LoanMeasureKind, { entry: EntryKind; narration: (loan: string) => string; step: LoanAct }>;

async function decide(
  reader: Reader,
  platform: Platform,
  loan: LoanWithBalance,
  asked: AskedMeasure,
  on: CalendarDate,
): Promise<DecidedMeasure> {
  if (loan.status !== 'active') throw new Refusal('conflict', 'LOAN_MEASURE_NOT_ACTIVE', { number: loan.number });
  const running = await runningLoan(reader, loan);
  const before = stateOf(running, on);
  const decided = await decideAct(reader, platform, loan, running, before, asked, on);
  const events = [...running.events, decided.event];
  const state = refusingPaidAhead(loan, () => stateOf({ ...running, events }, on));
  return {
    ...decided,
    before: figuresOf(before, rateNow(loan, running.events), on),
    after: figuresOf(state, rateNow(loan, events), on),
    stands: before,
    state,
  };
}

async function decideAct(
  reader: Reader,
  platform: Platform,
  loan: LoanWithBalance,
  running: RunningLoan,
  before: ReplayedLoan,
  asked: AskedMeasure,
  on: CalendarDate,
): Promise<DecidedAct> {
  await refuseUnlessCarried(reader, {
    resolutionNumber: asked.resolutionNumber,
    resolutionOn: asked.resolutionOn,
    loanId: loan.id,
  });
  if (asked.kind === 'waiver') {
    return decideWaiver(loan, before, await bookedOf(reader, platform, loan.id), asked, on);
  }
  if (asked.kind === 'write-off') {
    return decideWriteOff(reader, loan, running, await bookedOf(reader, platform, loan.id), asked, on);
  }
  const highestRate = await settingWithin(reader, 'loans.highestRate', on);
  return decidePlan(loan, running, before, asked, { on, highestRate });
}

export async function previewMeasure(platform: Platform, actor: Actor, asked: AskedMeasure) {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, asked.loanId);
  const decided = await decide(reader, platform, loan, asked, await dayOfTheNextAct(platform));
  const preview = await previewPostings(platform, actor, { ...entryOf(loan, asked, decided), needsApproval: true });
  const total = formatMoney(decided.amount);
  return { ...preview, total, before: decided.before, after: decided.after, plans: plansOf(asked, decided) };
}

/** Only what is planned anew has another plan. */
const plansNothing = ({ kind }: AskedMeasure) => kind === 'waiver' || kind === 'write-off';

const plansOf = (asked: AskedMeasure, { stands, state }: DecidedMeasure) =>
  plansNothing(asked) ? null : comparePlans(stands, state);

/** For whoever decides on a request: as its yes would plan the loan today. */
export async function askedPlans(platform: Platform, approvalId: number): Promise<z.input<typeof AskedPlans>> {
  const reader = platform.database;
  const request = await reader
    .selectFrom('approval_request')
    .select(['kind', 'status', 'command'])
    .where('id', '=', approvalId)
    .executeTakeFirst();
  if (request === undefined) throw new Refusal('missing', 'APPROVAL_NOT_FOUND');
  if (request.kind !== 'loan-measure' || request.status !== 'pending') return { plans: null };
  // askForMeasure below wrote it.
  const asked = JSON.parse(request.command) as AskedMeasure;
  const loan = await findLoan(reader, asked.loanId);
  if (loan === undefined || plansNothing(asked)) return { plans: null };
  return { plans: plansOf(asked, await decide(reader, platform, loan, asked, await dayOfTheNextAct(platform))) };
}

export async function askForMeasure(
  platform: Platform,
  actor: Actor,
  asked: AskedMeasure,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly preview: false; readonly approvalId: string }>> {
  return withIdempotency(
    platform,
    actor,
    idempotency,
    async (trx) => {
      const loan = await lockLoan(trx, platform, actor, asked.loanId);
      await refuseOwn(trx, actor, loan);
      const decided = await decide(trx, platform, loan, asked, await businessDayFor(trx, platform));
      await refuseWhileMeasureAsked(trx, loan);
      const { amount } = decided;
      const approvalId = await requestApproval(trx, platform, actor, {
        kind: 'loan-measure',
        subjectKind: 'loan',
        subjectId: loan.id,
        memberId: loan.memberId,
        amount,
        summary: {
          code: measureCode('ASKS', asked.kind),
          params: {
            loan: loan.number,
            name: loan.memberName,
            number: loan.memberNumber,
            amount: formatMoney(amount),
          },
        },
        lines: linesOf(asked, decided),
        command: asked,
      });
      return { preview: false as const, approvalId: String(approvalId) };
    },
    () => 202,
  );
}

/** A second person has said yes. All is looked at again. */
export async function takeAgreedMeasure(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<ApprovedAct> {
  // askForMeasure above wrote it.
  const asked = request.command as AskedMeasure;
  const on = await businessDayFor(trx, platform);
  const loan = await lockLoan(trx, platform, checker, asked.loanId);
  await refuseOwn(trx, checker, loan);
  const decided = await decide(trx, platform, loan, asked, on);
  const entry = await postMeasure(trx, platform, checker, loan, asked, decided, request);
  const place = await addLoanEvent(trx, loan.id, {
    ...decided.kept,
    amount: decided.amount,
    occurredOn: on,
    entryId: entry?.id ?? null,
    userId: checker.userId,
    recordedAt: platform.clock.now(),
  });
  await keepMeasure(trx, platform, checker, loan, asked, decided, { request, on, place, entryId: entry?.id ?? null });
  await keepInstalments(trx, platform, loan.id, decided.state);
  if (asked.kind === 'write-off') await standWrittenOff(trx, loan, decided.state, on);
  else {
    if (asked.kind !== 'waiver') await holdClass(trx, platform, loan.id, asked.kind, on);
    await closeIfNothingOwed(trx, platform, checker, loan, decided.state, on);
  }
  return entry === undefined ? {} : { entryId: entry.id };
}

/** Without anything in the books there is no entry. */
async function postMeasure(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  loan: LoanWithBalance,
  asked: AskedMeasure,
  decided: DecidedMeasure,
  { requestedByUserId }: ApprovalRequest,
): Promise<PostedEntry | undefined> {
  if (decided.postings.length === 0) return undefined;
  return postJournalEntry(trx, platform, checker, {
    ...entryOf(loan, asked, decided),
    seriesCode: 'JV',
    memberId: loan.memberId,
    makerUserId: requestedByUserId,
    checkerUserId: checker.userId,
    audit: { action: 'loan.measure-posted', newValues: { loanId: loan.id, kind: asked.kind } },
    event: null,
  });
}

interface TakenMeasure {
  readonly request: ApprovalRequest;
  readonly on: CalendarDate;
  readonly place: number;
  readonly entryId: number | null;
}

async function keepMeasure(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  { id: loanId, memberId }: LoanWithBalance,
  { kind, reason, resolutionNumber, resolutionOn }: AskedMeasure,
  { before, after, receivables, amount }: DecidedMeasure,
  { request, on, place, entryId }: TakenMeasure,
): Promise<void> {
  await trx
    .insertInto('loan_measure')
    .values({
      loanId,
      kind,
      takenOn: on,
      place,
      reason,
      resolutionNumber: resolutionNumber ?? null,
      resolutionOn: resolutionOn ?? null,
      figures: JSON.stringify({ before, after }),
      entryId,
      askedByUserId: request.requestedByUserId,
      agreedByUserId: checker.userId,
      recordedAt: platform.clock.now(),
      takenBackOn: null,
      takenBackReason: null,
    })
    .execute();
  for (const receivable of receivables) {
    await trx
      .insertInto('loan_receivable')
      .values({ ...receivable, loanId, countedOn: on, entryId })
      .execute();
  }
  await recordStep(trx, platform, checker, { loanId, act: WORDS[kind].step, note: reason });
  await recordAudit(trx, platform, checker, {
    action: 'loan.measure-taken',
    subjectKind: 'loan',
    subjectId: loanId,
    newValues: {
      kind,
      amount: formatMoney(amount),
      reason,
      resolutionNumber,
      askedByUserId: request.requestedByUserId,
    },
  });
  await recordEvent(trx, platform, { name: 'loan.measure-taken', memberId, payload: { loanId } });
}

/** Codes have no hyphens. */
export const measureCode = (asks: string, kind: LoanMeasureKind): string =>
  `${asks}_${kind.replace('-', '_').toUpperCase()}`;

/** One at a time: what is shown of the second would not be what it does. */
export async function refuseWhileMeasureAsked(trx: Trx, { id, number }: LoanWithBalance): Promise<void> {
  const waiting = await trx
    .selectFrom('approval_request')
    .select('id')
    .where('kind', 'in', ['loan-measure', 'loan-measure-reversal'])
    .where('subjectId', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'LOAN_MEASURE_WAITING', { number });
}

function entryOf(
  loan: LoanWithBalance,
  { kind }: AskedMeasure,
  { postings }: DecidedMeasure,
): Pick<EntryDraft, 'kind' | 'narration' | 'postings'> {
  return { kind: WORDS[kind].entry, narration: WORDS[kind].narration(loan.number), postings };
}

/** What changes, before and after, and why. */
function linesOf(
  { kind, reason, resolutionNumber, resolutionOn }: AskedMeasure,
  { before, after, amount }: DecidedMeasure,
): ApprovalLine[] {
  const changed = (Object.keys(FIGURES) as (keyof typeof FIGURES)[]).filter(
    (key) => (before[key] ?? null) !== (after[key] ?? null),
  );
  return [
    ...changed.map((key) => ({
      label: { code: FIGURES[key] },
      before: String(before[key] ?? ''),
      after: String(after[key] ?? ''),
    })),
    ...(kind === 'write-off' ? [{ label: { code: 'LINE_REMEMBERED' }, before: null, after: formatMoney(amount) }] : []),
    ...(resolutionNumber === undefined
      ? []
      : [
          {
            label: { code: 'LINE_RESOLUTION' },
            before: null,
            after: [resolutionNumber, resolutionOn].filter(Boolean).join(', '),
          },
        ]),
    { label: { code: 'LINE_WHY' }, before: null, after: reason },
  ];
}

const FIGURES = {
  principal: 'LINE_PRINCIPAL_OWED',
  due: 'LINE_FALLEN_DUE',
  interest: 'LINE_INTEREST_LEFT',
  charges: 'LINE_CHARGES_LEFT',
  owed: 'LINE_OWED',
  instalment: 'LINE_NEXT_INSTALMENT',
  instalmentThen: 'LINE_INSTALMENT_THEN',
  instalmentsLeft: 'LINE_INSTALMENTS_LEFT',
  lastDueOn: 'LINE_LAST_DUE',
  annualRate: 'LINE_RATE_LEFT',
} as const;
