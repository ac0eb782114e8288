// On its day of each month compulsory thrift is due from every active member, by the rule of that day. Who has no account
// for it gets one. A row claims the account and the month.

import {
  type CalendarDate,
  calendarDateOf,
  dayOf,
  dueDaysOf,
  type Money,
  maxDate,
  money,
  monthOf,
  movedDueDay,
  yearOf,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessCalendar, readSettingsWithin, settingWithin } from '../society/index.ts';
import type { AccountsAtOnce } from './credit-interest.ts';
import { productsOffered } from './deposit-products.ts';
import { openDeposit } from './open-deposit.ts';

export interface RaisedDues {
  /** The last member of these; undefined when there was none. */
  readonly lastId: number | undefined;
  readonly raised: number;
  readonly amount: Money;
}

interface MonthlyDue {
  readonly dueOn: CalendarDate;
  readonly amount: Money;
  readonly graceTo: CalendarDate;
  readonly productCode: string;
}

/** What the end of a day raises; nothing where the society asks for no thrift, or where no due day has its turn. */
export async function thriftDueOf(reader: Reader, day: CalendarDate): Promise<MonthlyDue | undefined> {
  const calendar = await businessCalendar(reader);
  for (const dueOn of dueDaysOf(calendar, day)) {
    const amount = await settingWithin(reader, 'thrift.monthlyDue', dueOn);
    if (amount === null || dayOf(dueOn) !== (await settingWithin(reader, 'thrift.dueDay', dueOn))) continue;
    const product = (await productsOffered(reader, dueOn)).find(({ kind }) => kind === 'thrift');
    if (product === undefined) continue;
    const graceDay = await settingWithin(reader, 'thrift.graceDay', dueOn);
    const grace = maxDate(dueOn, calendarDateOf(yearOf(dueOn), monthOf(dueOn), graceDay));
    return { dueOn, amount, graceTo: movedDueDay(calendar, grace), productCode: product.code };
  }
  return undefined;
}

export async function raiseThriftDues(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { on, afterId, limit }: AccountsAtOnce,
): Promise<RaisedDues> {
  const due = await thriftDueOf(trx, on);
  if (due === undefined) return { lastId: undefined, raised: 0, amount: ZERO };
  const members = await trx
    .selectFrom('member')
    .select('id')
    .where('status', '=', 'active')
    .where('joinedOn', '<=', due.dueOn)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
  const settings = await readSettingsWithin(trx, on);
  let raised = 0;
  for (const { id: memberId } of members) {
    const { productCode } = due;
    const depositId =
      (await findThrift(trx, memberId)) ??
      (await openDeposit(trx, platform, actor, settings, { memberId, productCode })).id;
    if (await raise(trx, platform, depositId, due)) raised += 1;
  }
  return { lastId: members.at(-1)?.id, raised, amount: money(raised * due.amount) };
}

async function findThrift(trx: Trx, memberId: number): Promise<number | undefined> {
  const deposit = await trx
    .selectFrom('deposit')
    .select('id')
    .where('memberId', '=', memberId)
    .where('kind', '=', 'thrift')
    .where('status', '!=', 'closed')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return deposit?.id;
}

async function raise(
  trx: Trx,
  { dialect }: Pick<Platform, 'dialect'>,
  depositId: number,
  { dueOn, amount, graceTo }: MonthlyDue,
): Promise<boolean> {
  const before = await trx
    .selectFrom('thrift_due')
    .select(['dueOn', 'raised'])
    .where('depositId', '=', depositId)
    .orderBy('dueOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  // A day of the month that the committee moved does not raise a month twice.
  if (before !== undefined && before.dueOn.slice(0, 7) >= dueOn.slice(0, 7)) return false;
  const raised = money((before?.raised ?? 0) + amount);
  return dialect.insertIgnore(trx.insertInto('thrift_due').values({ depositId, dueOn, amount, raised, graceTo }));
}
