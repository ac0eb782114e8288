// Who owes thrift, since when and how much: the list of the office, and the same as a file.

import type { ThriftDueQuery, ThriftDueView, ThriftStandingView } from '@kafal/contract';
import { add, formatMoney, type ThriftStanding, thriftStanding, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { readIdCursor } from '../../platform/http/id-cursor.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules } from '../accounting/index.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { membersTyped } from '../search/index.ts';
import { isInArrears, thriftStandings } from './thrift-dues.ts';

const USUAL_LIMIT = 50;
const DUES_SHOWN = 24;
/** As many accounts are summed at once. */
const SUMMED_AT_ONCE = 512;

type ThriftQuery = z.output<typeof ThriftDueQuery>;

export async function listThriftDues(platform: Platform, query: ThriftQuery) {
  const { limit = USUAL_LIMIT, sort = 'accountNumber' } = query;
  const asked = await thriftAccounts(platform, query);
  const cursor = readIdCursor(query.cursor);
  // Accounts get their numbers in the order of their ids.
  const isUp = sort === 'accountNumber';
  let page = asked.orderBy('d.id', isUp ? 'asc' : 'desc').limit(limit + 1);
  if (cursor !== undefined) page = page.where('d.id', isUp ? '>' : '<', cursor);
  const rows = await page.execute();
  const shown = rows.slice(0, limit);
  const standings = await thriftStandings(
    platform,
    platform.database,
    shown.map(({ id }) => id),
  );
  const { currency } = await bookRules(platform);
  return {
    items: shown.map(
      ({ id, memberId, ...row }): z.input<typeof ThriftDueView> => ({
        depositId: String(id),
        memberId: String(memberId),
        ...row,
        ...figures(standings.get(id) ?? thriftStanding([], ZERO)),
      }),
    ),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    currency,
    ...(query.total === true ? await sums(platform, query) : {}),
  };
}

async function thriftAccounts(platform: Platform, { q = '', arrears }: ThriftQuery) {
  let accounts = platform.database
    .selectFrom('deposit as d')
    .innerJoin('member as m', 'm.id', 'd.memberId')
    .select(['d.id', 'd.number as accountNumber', 'd.memberId'])
    .select(['m.number as memberNumber', 'm.name as memberName'])
    .where('d.kind', '=', 'thrift')
    .where('d.status', '!=', 'closed');
  if (arrears === true) accounts = accounts.where(isInArrears);
  const members = await membersTyped(platform, q);
  if (members === undefined) return accounts;
  const typed = q.trim().toUpperCase();
  return accounts.where((is) => is.or([is('d.number', '=', typed), is('d.memberId', 'in', members)]));
}

async function sums(platform: Platform, query: ThriftQuery) {
  const accounts = await (await thriftAccounts(platform, query)).clearSelect().select('d.id').orderBy('d.id').execute();
  let [raised, paidIn, arrears] = [ZERO, ZERO, ZERO];
  for (let start = 0; start < accounts.length; start += SUMMED_AT_ONCE) {
    const ids = accounts.slice(start, start + SUMMED_AT_ONCE).map(({ id }) => id);
    for (const standing of (await thriftStandings(platform, platform.database, ids)).values()) {
      raised = add(raised, raisedOf(standing));
      paidIn = add(paidIn, standing.paidIn);
      arrears = add(arrears, standing.arrears);
    }
  }
  return {
    total: accounts.length,
    totals: { raised: formatMoney(raised), paidIn: formatMoney(paidIn), arrears: formatMoney(arrears) },
  };
}

const raisedOf = ({ dues }: ThriftStanding) => dues.at(-1)?.raised ?? ZERO;

function figures(standing: ThriftStanding) {
  const { paidIn, arrears, since, monthsInArrear, ahead } = standing;
  return {
    raised: formatMoney(raisedOf(standing)),
    paidIn: formatMoney(paidIn),
    arrears: formatMoney(arrears),
    since,
    monthsInArrear,
    ahead: formatMoney(ahead),
  };
}

/** Of one account; null where nothing ever falls due on it. */
export async function thriftView(
  platform: Platform,
  { id, kind }: { readonly id: number; readonly kind: string },
): Promise<z.input<typeof ThriftStandingView> | null> {
  if (kind !== 'thrift') return null;
  const standing = (await thriftStandings(platform, platform.database, [id])).get(id) ?? thriftStanding([], ZERO);
  return {
    ...figures(standing),
    dues: standing.dues
      .slice(-DUES_SHOWN)
      .reverse()
      .map(({ dueOn, graceTo, amount, paid }) => ({
        dueOn,
        graceTo,
        amount: formatMoney(amount),
        paid: formatMoney(paid),
      })),
  };
}

const HEADS = {
  en: ['Account', 'Member number', 'Member', 'Due so far', 'Paid in', 'In arrears', 'Since', 'Months', 'Paid ahead'],
  hi: ['खाता', 'सदस्य संख्या', 'सदस्य', 'अब तक देय', 'जमा', 'बकाया', 'कब से', 'महीने', 'अग्रिम जमा'],
};

export function exportThriftDues(
  platform: Platform,
  actor: Actor,
  { q, arrears, sort }: ThriftQuery,
): Promise<AsyncGenerator<string>> {
  const filter = { q, arrears, sort };
  return exportList(platform, actor, {
    action: 'thrift-dues.exported',
    subjectKind: 'deposit',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listThriftDues(platform, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.accountNumber,
      row.memberNumber,
      row.memberName,
      row.raised,
      row.paidIn,
      row.arrears,
      row.since ?? '',
      String(row.monthsInArrear),
      row.ahead,
    ],
  });
}
