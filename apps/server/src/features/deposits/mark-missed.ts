// At the end of a day each instalment of a recurring deposit that is due, and not paid when its days of grace are over, is
// marked missed, once. Its member is told; with so many missed in a row as the product says, the deposit is irregular.

import { addDays, type BusinessCalendar, type CalendarDate, lastDueDay, maxDate, movedDueDay, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { type RecordedEvent, recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudits } from '../audit/index.ts';
import { businessCalendar } from '../society/index.ts';
import type { AccountsAtOnce, AccountsDone } from './credit-interest.ts';
import { type OpenedWith, termConducts } from './term-conduct.ts';

export async function markMissed(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  const { on } = accounts;
  const calendar = await businessCalendar(trx);
  const depositIds = await nextUnpaid(trx, accounts, calendar);
  const conductOn = await termConducts(trx);
  const missed: UnpaidInstalment[] = [];
  for (const instalment of await unpaidInstalments(trx, depositIds, on, calendar)) {
    const { graceDays } = conductOn(instalment, instalment.dueOn);
    if (movedDueDay(calendar, addDays(instalment.dueOn, graceDays)) > on) continue;
    if (await mark(trx, platform, instalment, on)) missed.push(instalment);
  }
  if (missed.length > 0) await tellMissed(trx, platform, actor, missed, on);
  return {
    lastId: depositIds.at(-1),
    credited: new Set(missed.map(({ depositId }) => depositId)).size,
    amount: ZERO,
    failures: [],
  };
}

/** Whose turn it is after an id. */
export async function nextMissingId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined> {
  return (await nextUnpaid(trx, { on, afterId, limit: 1 }, await businessCalendar(trx)))[0];
}

/** With the version that its deposit was opened with. */
interface UnpaidInstalment extends OpenedWith {
  readonly depositId: number;
  readonly number: number;
  readonly dueOn: CalendarDate;
  readonly memberId: number;
  readonly irregularAfterMissed: number | null;
}

/** What was paid after the day was not paid on it: a day that is ended late finds what it would have found in time. */
function unpaidOn(reader: Reader, on: CalendarDate, calendar: BusinessCalendar) {
  return reader
    .selectFrom('term_instalment as i')
    .innerJoin('deposit as d', 'd.id', 'i.depositId')
    .where('i.missedOn', 'is', null)
    .where('i.dueOn', '<=', maxDate(on, lastDueDay(calendar, on)))
    .where((is) => is.or([is('i.paidOn', 'is', null), is('i.paidOn', '>', on)]))
    .where('d.status', '=', 'active');
}

async function nextUnpaid(
  trx: Trx,
  { on, afterId, limit, upToId }: AccountsAtOnce,
  calendar: BusinessCalendar,
): Promise<number[]> {
  const rows = await unpaidOn(trx, on, calendar)
    .select('i.depositId')
    .distinct()
    .where('i.depositId', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('i.depositId', '<=', upToId)))
    .orderBy('i.depositId')
    .limit(limit)
    .execute();
  return rows.map(({ depositId }) => depositId);
}

async function unpaidInstalments(
  trx: Trx,
  depositIds: readonly number[],
  on: CalendarDate,
  calendar: BusinessCalendar,
): Promise<UnpaidInstalment[]> {
  if (depositIds.length === 0) return [];
  return unpaidOn(trx, on, calendar)
    .innerJoin('term_deposit as t', 't.depositId', 'i.depositId')
    .innerJoin('term_product as p', 'p.id', 't.termProductId')
    .select(['i.depositId', 'i.number', 'i.dueOn', 'd.memberId', 'p.id', 'p.code', 'p.effectiveFrom', 'p.legalBasis'])
    .select(['p.lateFinePerHundred', 'p.graceDays', 'p.lockInDays', 'p.prematurePenalty', 'p.irregularAfterMissed'])
    .where('i.depositId', 'in', [...depositIds])
    .orderBy('i.depositId')
    .orderBy('i.number')
    .execute();
}

/** Whoever pays it at this moment, or marks it too, may have been first. */
async function mark(
  trx: Trx,
  { dialect }: Pick<Platform, 'dialect'>,
  { depositId, number }: UnpaidInstalment,
  on: CalendarDate,
): Promise<boolean> {
  const { changes } = await dialect.run(
    trx,
    'UPDATE term_instalment SET missedOn = ? ' +
      'WHERE depositId = ? AND number = ? AND missedOn IS NULL AND (paidOn IS NULL OR paidOn > ?)',
    [on, depositId, number, on],
  );
  return changes > 0;
}

async function tellMissed(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  missed: readonly UnpaidInstalment[],
  on: CalendarDate,
): Promise<void> {
  const events: RecordedEvent[] = [];
  for (const ofDeposit of Map.groupBy(missed, ({ depositId }) => depositId).values()) {
    const [first] = ofDeposit;
    if (first === undefined) continue;
    const { depositId, memberId } = first;
    for (const { dueOn } of ofDeposit) {
      events.push({ name: 'instalment.missed', memberId, payload: { depositId, dueOn } });
    }
    if (await hasBecomeIrregular(trx, first, ofDeposit.length, on)) {
      events.push({ name: 'deposit.irregular', memberId, payload: { depositId, memberId } });
    }
  }
  await recordAudits(
    trx,
    platform,
    actor,
    missed.map(({ depositId, number, dueOn }) => ({
      action: 'instalment.missed',
      subjectKind: 'deposit',
      subjectId: depositId,
      newValues: { instalment: number, dueOn },
    })),
  );
  await recordEvents(trx, platform, events);
}

/** Told once: by the instalment with which there are enough. */
async function hasBecomeIrregular(
  trx: Trx,
  { depositId, irregularAfterMissed }: UnpaidInstalment,
  added: number,
  on: CalendarDate,
): Promise<boolean> {
  if (irregularAfterMissed === null) return false;
  const row = await trx
    .selectFrom('term_instalment')
    .select(({ fn }) => fn.countAll().as('missed'))
    .where('depositId', '=', depositId)
    .where('missedOn', 'is not', null)
    .where((is) => is.or([is('paidOn', 'is', null), is('paidOn', '>', on)]))
    .executeTakeFirstOrThrow();
  const missed = Number(row.missed);
  return missed >= irregularAfterMissed && missed - added < irregularAfterMissed;
}
