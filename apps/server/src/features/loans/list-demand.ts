// The demand list: what borrowers are to pay by a day, for an employer who keeps it back from wages or for whoever goes from door to
// door. As a file it is the sheet of repayments to be: what comes back in it is paid row by row.

import type { DemandGroupQuery, DemandGroups, DemandList, DemandQuery } from '@kafal/contract';
import { type CalendarDate, calendarMonthOf, formatMoney, lastDueDay, type Money, money, sum } from '@kafal/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { membersTyped } from '../search/index.ts';
import { businessCalendar, readSettings } from '../society/index.ts';
import { loanDayOf, UNPAID } from './loan-dues.ts';

type Query = z.output<typeof DemandQuery>;
const USUAL_LIMIT = 50;

/** What a list is asked until, and the due days that are due by then and overdue now. */
interface DemandDay {
  readonly until: CalendarDate;
  readonly through: CalendarDate;
  readonly overdueThrough: CalendarDate;
  readonly currency: string;
}

async function demandDayOf(platform: Platform, asked: CalendarDate | undefined): Promise<DemandDay> {
  const { database } = platform;
  const today = await currentBusinessDay(platform);
  const settings = await readSettings(platform, today);
  const until = asked ?? calendarMonthOf(today, settings['calendar.kind']).to;
  if (until < today) throw new Refusal('malformed', 'DEMAND_DAY_PAST', { day: today }, 'until');
  const { overdueThrough } = await loanDayOf(database, today);
  const through = lastDueDay(await businessCalendar(database), until);
  return { until, through, overdueThrough, currency: settings['money.currency'] };
}

/** In the order of the members' numbers. */
export async function listDemand(platform: Platform, actor: Actor, query: Query): Promise<z.input<typeof DemandList>> {
  const { database } = platform;
  const { limit = USUAL_LIMIT } = query;
  const day = await demandDayOf(platform, query.until);
  const chosen = await chosenDemand(platform, day, query);
  const totals = await database
    .selectFrom(chosen.as('c'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .select([platform.dialect.sum('c.arrears').as('arrears'), platform.dialect.sum('c.amount').as('amount')])
    .executeTakeFirstOrThrow();

  let page = database
    .selectFrom(chosen.as('c'))
    .innerJoin('loan as l', 'l.id', 'c.loanId')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .innerJoin('loan_product as p', 'p.id', 'l.loanProductId')
    .leftJoin('member_employment as w', 'w.memberId', 'm.id')
    .leftJoin('employer as e', 'e.id', 'w.employerId')
    .select(['c.arrears', 'c.amount', 'l.id', 'l.number as loanNumber', 'l.memberId', 'm.number as memberNumber'])
    .select(['m.name as memberName', 'm.phone', 'm.locality', 'e.name as employerName', 'w.employeeNumber'])
    .select(['p.nameEn', 'p.nameHi'])
    .orderBy('l.memberId')
    .orderBy('l.id');
  const after = readCursor(query.cursor);
  if (after !== undefined) {
    page = page.where((is) =>
      is.or([
        is('l.memberId', '>', after.memberId),
        is.and([is('l.memberId', '=', after.memberId), is('l.id', '>', after.loanId)]),
      ]),
    );
  }
  const rows = await page.limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id, memberId, nameEn, nameHi, arrears, amount, ...row }) => ({
      ...row,
      loanId: String(id),
      memberId: String(memberId),
      productName: actor.language === 'hi' ? nameHi : nameEn,
      ...inParts(arrears, amount),
    })),
    nextCursor: last === undefined ? null : `${last.memberId}.${last.id}`,
    currency: day.currency,
    until: day.until,
    count: Number(totals.count),
    ...inParts(totals.arrears, totals.amount),
  };
}

/** How much is asked of the people of each employer, or of each place. */
export async function groupDemand(
  platform: Platform,
  { by, until }: z.output<typeof DemandGroupQuery>,
): Promise<z.input<typeof DemandGroups>> {
  const { database } = platform;
  const day = await demandDayOf(platform, until);
  const chosen = await chosenDemand(platform, day, {});
  const joined = database
    .selectFrom(chosen.as('c'))
    .innerJoin('loan as l', 'l.id', 'c.loanId')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .leftJoin('member_employment as w', 'w.memberId', 'm.id')
    .leftJoin('employer as e', 'e.id', 'w.employerId')
    .select(({ fn }) => fn.countAll<number>().as('loans'))
    .select(platform.dialect.sum('c.amount').as('amount'));
  const groups =
    by === 'employer'
      ? await joined.select(['e.id as employerId', 'e.name']).groupBy(['e.id', 'e.name']).execute()
      : (await joined.select('m.locality as name').groupBy('m.locality').execute()).map((row) => ({
          ...row,
          employerId: null,
        }));
  return {
    currency: day.currency,
    until: day.until,
    items: groups
      .map(({ employerId, name, loans, amount }) => ({
        employerId: employerId === null ? null : String(employerId),
        name,
        loans: Number(loans),
        owed: money(Number(amount)),
      }))
      .sort((one, other) => other.owed - one.owed || (one.name ?? '').localeCompare(other.name ?? ''))
      .map(({ owed, ...group }) => ({ ...group, amount: formatMoney(owed) })),
  };
}

/** Running loans with something to pay by the day: how much, and what of it is overdue. */
async function chosenDemand(
  platform: Platform,
  { through, overdueThrough }: DemandDay,
  { q, employerId, locality }: Pick<Query, 'q' | 'employerId' | 'locality'>,
) {
  const reader: Reader = platform.database;
  let select = reader
    .selectFrom('loan as l')
    .innerJoin('loan_instalment as i', 'i.loanId', 'l.id')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .select('l.id as loanId')
    .select([
      sql<number>`sum(${sql.raw(UNPAID)})`.as('amount'),
      sql<number>`sum(case when i.dueOn <= ${overdueThrough} then ${sql.raw(UNPAID)} else 0 end)`.as('arrears'),
    ])
    .where('l.status', '=', 'active')
    .where('i.dueOn', '<=', through)
    .groupBy('l.id')
    .having(sql<boolean>`sum(${sql.raw(UNPAID)}) > 0`);
  if (locality !== undefined) select = select.where('m.locality', '=', locality);
  if (employerId !== undefined) {
    select = select.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('member_employment as w')
          .select('w.memberId')
          .whereRef('w.memberId', '=', 'm.id')
          .where('w.employerId', '=', employerId),
      ),
    );
  }
  const members = await membersTyped(platform, q);
  if (members !== undefined) {
    const typed = (q ?? '').trim().toUpperCase();
    select = select.where((is) => is.or([is('l.number', '=', typed), is('l.memberId', 'in', members)]));
  }
  return select;
}

function inParts(arrears: number | null, amount: number | null) {
  const overdue: Money = money(Number(arrears ?? 0));
  const all: Money = money(Number(amount ?? 0));
  return {
    arrears: formatMoney(overdue),
    current: formatMoney(sum([all, money(-overdue)])),
    amount: formatMoney(all),
  };
}

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [, memberId, loanId] = /^([1-9]\d{0,14})\.([1-9]\d{0,14})$/.exec(cursor) ?? [];
  if (loanId === undefined) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return { memberId: Number(memberId), loanId: Number(loanId) };
}

/** The loan, the amount and the reference are the columns that a sheet of repayments is read by. */
const HEADS = {
  en: [
    'Loan',
    'Member number',
    'Member',
    'Employer',
    'Employee number',
    'Place',
    'Phone',
    'Kind of loan',
    'Overdue',
    'Due now',
    'Amount',
    'Reference',
  ],
  hi: [
    'ऋण',
    'सदस्य संख्या',
    'सदस्य',
    'नियोक्ता',
    'कर्मचारी संख्या',
    'स्थान',
    'फ़ोन',
    'ऋण का प्रकार',
    'बकाया',
    'अभी देय',
    'राशि',
    'संदर्भ',
  ],
};

export function exportDemand(
  platform: Platform,
  actor: Actor,
  { q, until, employerId, locality }: Query,
): Promise<AsyncGenerator<string>> {
  const filter = { q, until, employerId, locality };
  return exportList(platform, actor, {
    action: 'demand-list.exported',
    subjectKind: 'loan',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listDemand(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.loanNumber,
      row.memberNumber,
      row.memberName,
      row.employerName ?? '',
      row.employeeNumber ?? '',
      row.locality,
      row.phone ?? '',
      row.productName,
      row.arrears,
      row.current,
      row.amount,
      '',
    ],
  });
}
