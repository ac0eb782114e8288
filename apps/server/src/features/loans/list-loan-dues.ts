// The lists of the collections desk: what falls due, and what is overdue, with whoever answers for it.

import type { LoanDueList, LoanDueQuery, LoanDueRow } from '@kafal/contract';
import {
  ARREARS_AGES,
  addDays,
  type CalendarDate,
  dueDaysOfAge,
  formatMoney,
  isCalendarDate,
  lastDueDay,
  money,
  sum,
  ZERO,
} from '@kafal/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { type MembersTyped, membersTyped } from '../search/index.ts';
import { businessCalendar, readSettings } from '../society/index.ts';
import { standingNotices } from './issue-notice.ts';
import { type LoanDay, loanDayOf, sumOfDues, UNPAID, unpaidOf, unpaidParts } from './loan-dues.ts';
import { promisesOf } from './promises-of-loans.ts';

type Query = z.output<typeof LoanDueQuery>;
const USUAL_LIMIT = 50;
const WEEK_DAYS = 7;

/** The due days that a list shows, as agreed: those after one day, if there is one, up to another. */
interface DuesShown {
  readonly after: CalendarDate | null;
  readonly through: CalendarDate;
  /** Loans are chosen by their oldest unpaid due, or by any that lies within these days. */
  readonly byOldest: { readonly after: CalendarDate | null; readonly through: CalendarDate } | null;
}

async function duesShown(reader: Reader, day: LoanDay, { when = 'overdue', age }: Query): Promise<DuesShown> {
  const { today, overdueThrough, dueThrough } = day;
  switch (when) {
    case 'today':
      return { after: overdueThrough, through: dueThrough, byOldest: null };
    case 'week': {
      const through = lastDueDay(await businessCalendar(reader), addDays(today, WEEK_DAYS));
      return { after: dueThrough, through: through < dueThrough ? dueThrough : through, byOldest: null };
    }
    case 'overdue': {
      const all = { after: null, through: overdueThrough };
      const ofAge = age === undefined ? all : dueDaysOfAge(await businessCalendar(reader), age, today);
      return { ...all, byOldest: ofAge };
    }
  }
}

/** By the oldest day that is not paid. */
export async function listLoanDues(
  platform: Platform,
  actor: Actor,
  query: Query,
): Promise<z.input<typeof LoanDueList>> {
  const reader = platform.database;
  const { limit = USUAL_LIMIT, q } = query;
  const day = await loanDayOf(reader, await currentBusinessDay(platform));
  const shown = await duesShown(reader, day, query);
  const chosen = chosenLoans(reader, shown, q, await membersTyped(platform, q));
  const ofEach = chosen
    .innerJoin(unpaidWithin(reader, shown).as('d'), 'd.loanId', 'l.id')
    .select(['l.id', platform.dialect.sum('d.unpaid').as('unpaid')])
    .groupBy('l.id');
  const { count, amount } = await reader
    .selectFrom(ofEach.as('e'))
    .select(({ fn }) => [fn.countAll<number>().as('count'), platform.dialect.sum('e.unpaid').as('amount')])
    .executeTakeFirstOrThrow();

  let page = chosen.select(['l.id', 'l.nextDueOn']).orderBy('l.nextDueOn').orderBy('l.id');
  const cursor = readDueCursor(query.cursor);
  if (cursor !== undefined) {
    page = page.where((is) =>
      is.or([
        is('l.nextDueOn', '>', cursor.dueOn),
        is.and([is('l.nextDueOn', '=', cursor.dueOn), is('l.id', '>', cursor.id)]),
      ]),
    );
  }
  const loans = await page.limit(limit + 1).execute();
  const onPage = loans.slice(0, limit);
  const last = loans.length > limit ? onPage.at(-1) : undefined;
  const settings = await readSettings(platform);
  return {
    items: await dueRows(
      reader,
      actor.language,
      day,
      shown,
      onPage.map(({ id }) => id),
    ),
    nextCursor: last === undefined ? null : `${last.nextDueOn}.${last.id}`,
    currency: settings['money.currency'],
    count: Number(count),
    amount: formatMoney(money(Number(amount ?? 0))),
    ages: await agesOf(platform, day),
  };
}

function unpaidWithin(reader: Reader, { after, through }: DuesShown) {
  const unpaid = reader
    .selectFrom('loan_instalment as i')
    .select(['i.loanId', sql<number>`${sql.raw(UNPAID)}`.as('unpaid')])
    .where('i.dueOn', '<=', through);
  return after === null ? unpaid : unpaid.where('i.dueOn', '>', after);
}

function chosenLoans(
  reader: Reader,
  { after, through, byOldest }: DuesShown,
  q: string | undefined,
  members: MembersTyped | undefined,
) {
  let select = reader
    .selectFrom('loan as l')
    .where('l.status', '=', 'active')
    .where(({ exists, selectFrom }) => {
      const unpaid = selectFrom('loan_instalment as i')
        .select('i.number')
        .whereRef('i.loanId', '=', 'l.id')
        .where('i.dueOn', '<=', through)
        .where(sql<boolean>`${sql.raw(UNPAID)} > 0`);
      return exists(after === null ? unpaid : unpaid.where('i.dueOn', '>', after));
    });
  if (byOldest !== null) {
    select = select.where('l.nextDueOn', '<=', byOldest.through);
    if (byOldest.after !== null) select = select.where('l.nextDueOn', '>', byOldest.after);
  }
  if (members !== undefined) {
    const typed = (q ?? '').trim().toUpperCase();
    select = select.where((is) => is.or([is('l.number', '=', typed), is('l.memberId', 'in', members)]));
  }
  return select;
}

async function dueRows(
  reader: Reader,
  language: Language,
  day: LoanDay,
  { after, through }: DuesShown,
  ids: readonly number[],
): Promise<z.input<typeof LoanDueRow>[]> {
  if (ids.length === 0) return [];
  const loans = await reader
    .selectFrom('loan as l')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .innerJoin('loan_product as p', 'p.id', 'l.loanProductId')
    .leftJoin('balance as b', (join) => join.on('b.subLedger', '=', 'loan').onRef('b.subLedgerId', '=', 'l.id'))
    .select(['l.id', 'l.number', 'l.memberId', 'l.nextDueOn', 'm.number as memberNumber', 'm.name', 'm.phone'])
    .select(['p.nameEn', 'p.nameHi', 'b.amount as principalOwed'])
    .where('l.id', 'in', [...ids])
    .orderBy('l.nextDueOn')
    .orderBy('l.id')
    .execute();
  let instalments = reader
    .selectFrom('loan_instalment')
    .selectAll()
    .where('loanId', 'in', [...ids])
    .where('dueOn', '<=', through)
    .orderBy('loanId')
    .orderBy('number');
  if (after !== null) instalments = instalments.where('dueOn', '>', after);
  const ofLoan = Map.groupBy(await instalments.execute(), ({ loanId }) => loanId);
  const sureties = await suretiesOf(reader, ids);
  const desk = await deskWorkOf(reader, ids, day);
  return loans.map((loan) => {
    const unpaid = (ofLoan.get(loan.id) ?? []).filter((row) => unpaidOf(row) > 0);
    const part = (name: 'principal' | 'interest' | 'fee' | 'penalty') =>
      formatMoney(sum(unpaid.map((row) => unpaidParts(row)[name])));
    return {
      loanId: String(loan.id),
      number: loan.number,
      memberId: String(loan.memberId),
      memberNumber: loan.memberNumber,
      memberName: loan.name,
      phone: loan.phone,
      productName: language === 'hi' ? loan.nameHi : loan.nameEn,
      dueOn: unpaid[0]?.dueOn ?? through,
      daysPastDue: day.daysPastDue(loan.nextDueOn),
      principal: part('principal'),
      interest: part('interest'),
      charges: part('fee'),
      penalty: part('penalty'),
      amount: formatMoney(sum(unpaid.map(unpaidOf))),
      outstanding: formatMoney(loan.principalOwed ?? ZERO),
      guarantors: sureties.get(loan.id) ?? [],
      ...desk(loan),
    };
  });
}

/** Of each loan what the desk did last. */
async function deskWorkOf(reader: Reader, loanIds: readonly number[], { today }: LoanDay) {
  const ids = [...loanIds];
  const contacts = Map.groupBy(
    await reader
      .selectFrom('loan_contact')
      .select(['loanId', 'kind', 'contactedOn', 'said'])
      .where('loanId', 'in', ids)
      .orderBy('contactedOn')
      .orderBy('id')
      .execute(),
    ({ loanId }) => loanId,
  );
  const promises = await promisesOf(reader, ids, today);
  const notices = Map.groupBy(
    await reader.selectFrom('loan_notice').selectAll().where('loanId', 'in', ids).orderBy('id').execute(),
    ({ loanId }) => loanId,
  );
  return ({ id, nextDueOn }: Pick<Row<'loan'>, 'id' | 'nextDueOn'>) => {
    const contact = contacts.get(id)?.at(-1);
    const promise = promises.get(id)?.at(-1);
    const notice = standingNotices(notices.get(id) ?? [], { nextDueOn }).at(-1);
    return {
      lastContact: contact === undefined ? null : { kind: contact.kind, on: contact.contactedOn, said: contact.said },
      promise:
        promise === undefined ? null : { amount: formatMoney(promise.amount), by: promise.by, state: promise.state },
      lastNotice: notice === undefined ? null : { level: notice.level, on: notice.noticedOn },
    };
  };
}

async function suretiesOf(reader: Reader, loanIds: readonly number[]) {
  const rows = await reader
    .selectFrom('loan_guarantor as g')
    .innerJoin('member as m', 'm.id', 'g.memberId')
    .select(['g.loanId', 'g.memberId', 'm.number as memberNumber', 'm.name', 'm.phone'])
    .where('g.loanId', 'in', [...loanIds])
    .where('g.status', '=', 'consented')
    .orderBy('g.id')
    .execute();
  const ofLoan = new Map<number, z.input<typeof LoanDueRow>['guarantors']>();
  for (const { loanId, memberId, ...surety } of rows) {
    ofLoan.set(loanId, [...(ofLoan.get(loanId) ?? []), { ...surety, memberId: String(memberId) }]);
  }
  return ofLoan;
}

async function agesOf(platform: Platform, { today, overdueThrough: unpaidThrough }: LoanDay) {
  const calendar = await businessCalendar(platform.database);
  return Promise.all(
    ARREARS_AGES.map(async ({ age }) => {
      const of = { ...dueDaysOfAge(calendar, age, today), unpaidThrough };
      const { count, amount } = await sumOfDues(platform, platform.database, of);
      return { age, count, amount: formatMoney(amount) };
    }),
  );
}

function readDueCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [, dueOn = '', id] = /^(\d{4}-\d{2}-\d{2})\.([1-9]\d{0,14})$/.exec(cursor) ?? [];
  if (!isCalendarDate(dueOn)) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return { dueOn, id: Number(id) };
}

const HEADS = {
  en: [
    'Loan',
    'Member number',
    'Member',
    'Phone',
    'Kind of loan',
    'Due since',
    'Days overdue',
    'Principal',
    'Interest',
    'Charges',
    'Penal charge',
    'To be paid',
    'Principal owed in all',
    'Guarantors',
  ],
  hi: [
    'ऋण',
    'सदस्य संख्या',
    'सदस्य',
    'फ़ोन',
    'ऋण का प्रकार',
    'कब से देय',
    'बकाया दिन',
    'मूलधन',
    'ब्याज',
    'शुल्क',
    'दंड शुल्क',
    'देय राशि',
    'कुल बाकी मूलधन',
    'ज़मानतदार',
  ],
};

export function exportLoanDues(
  platform: Platform,
  actor: Actor,
  { q, when, age }: Query,
): Promise<AsyncGenerator<string>> {
  const filter = { q, when, age };
  return exportList(platform, actor, {
    action: 'loan-dues.exported',
    subjectKind: 'loan',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listLoanDues(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.number,
      row.memberNumber,
      row.memberName,
      row.phone,
      row.productName,
      row.dueOn,
      String(row.daysPastDue),
      row.principal,
      row.interest,
      row.charges,
      row.penalty,
      row.amount,
      row.outstanding,
      row.guarantors.map(({ name, phone }) => [name, phone].filter((word) => word !== null).join(' ')).join('; '),
    ],
  });
}
