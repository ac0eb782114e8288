// The interest of all members in a tax year or a part of it, and the tax withheld from it: the list of the tax, and of the
// certificates. It is read from the books as each certificate is, so that its sums are those of the ledger.

import type { InterestTaxQuery, InterestTaxRow } from '@kafal/contract';
import { formatMoney, interestTax, isSeniorInYear, type Money, money, subtract, thresholdFor, ZERO } from '@kafal/core';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Schema } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { readIdCursor } from '../../platform/http/id-cursor.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules } from '../accounting/index.ts';
import { exportList } from '../audit/index.ts';
import { membersTyped } from '../search/index.ts';
import { accountInterestView, accruedBy, accruedOn, interestOfMembers, NO_INTEREST } from './interest-of-year.ts';
import { declarationsOf } from './tax-declarations.ts';
import { INTEREST_ACCOUNTS, taxRuleOn } from './tax-on-interest.ts';
import { type TaxPeriod, taxPeriod } from './tax-period.ts';

const USUAL_LIMIT = 50;
/** Each of them with all entries of the period. */
const EXPORTED_AT_ONCE = 100;

type TaxQuery = z.output<typeof InterestTaxQuery>;
type MembersAsked = SelectQueryBuilder<Schema & { m: Schema['member'] }, 'm', object>;

export async function listInterestTax(platform: Platform, query: TaxQuery) {
  const { limit = USUAL_LIMIT, sort = 'memberNumber' } = query;
  const { database } = platform;
  const period = await taxPeriod(platform, query);
  const asked = await membersAsked(platform, query, period);
  const cursor = readIdCursor(query.cursor);
  // Members get their numbers in the order of their ids.
  const isUp = sort === 'memberNumber';
  let page = asked
    .select(['m.id', 'm.number', 'm.name', 'm.panMasked', 'm.panKey', 'm.dateOfBirth', 'm.memberClass'])
    .orderBy('m.id', isUp ? 'asc' : 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) page = page.where('m.id', isUp ? '>' : '<', cursor);
  const rows = await page.execute();
  const shown = rows.slice(0, limit);
  const ids = shown.map(({ id }) => id);

  const { financialYear, months, from, to, years } = period;
  const ofPeriod = await interestOfMembers(database, ids, period);
  const isWhole = from === financialYear.startsOn;
  const ofYear = isWhole ? ofPeriod : await interestOfMembers(database, ids, { from: financialYear.startsOn, to });
  const declared = await declarationsOf(database, ids, financialYear.label);
  const rule = await taxRuleOn(database, to);
  const { currency } = await bookRules(platform);
  return {
    items: shown.map((member): z.input<typeof InterestTaxRow> => {
      const inPeriod = ofPeriod.get(member.id) ?? NO_INTEREST;
      const inYear = ofYear.get(member.id) ?? NO_INTEREST;
      const declaration = declared.get(member.id) ?? null;
      const isSenior = rule !== undefined && isSeniorInYear(member, rule, financialYear.endsOn);
      const taxed = { hasPan: member.panKey !== null, isSenior, hasDeclaration: declaration !== null };
      const soFar = { interest: ZERO, interestBefore: inYear.interest, taxBefore: inYear.tax };
      return {
        memberId: String(member.id),
        memberNumber: member.number,
        memberName: member.name,
        panMasked: member.panMasked,
        isSenior,
        declaration,
        accounts: inPeriod.accounts.map(accountInterestView),
        interest: formatMoney(inPeriod.interest),
        tax: formatMoney(inPeriod.tax),
        accrued: formatMoney(accruedOn(inPeriod)),
        interestOfYear: formatMoney(inYear.interest),
        taxOfYear: formatMoney(inYear.tax),
        threshold: textOrNull(rule === undefined ? null : thresholdFor(rule, taxed)),
        due: formatMoney(rule === undefined ? ZERO : interestTax(rule, taxed, soFar).left),
      };
    }),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    year: financialYear.label,
    years: [...years],
    months: months.map((month) => month.from),
    from,
    to,
    currency,
    ...(query.total === true ? await sums(platform, asked, period) : {}),
  };
}

const textOrNull = (amount: Money | null) => (amount === null ? null : formatMoney(amount));

/** Whoever got interest in the period, gave some back, or is owed some at its end. */
async function membersAsked(
  platform: Platform,
  { q = '', who = 'all' }: TaxQuery,
  { from, to, financialYear }: TaxPeriod,
): Promise<MembersAsked> {
  const inPeriod = { from, to };
  let members: MembersAsked = platform.database.selectFrom('member as m').where(({ or, exists, selectFrom }) =>
    or([
      exists(
        selectFrom('journal_entry as e')
          .innerJoin('posting as p', 'p.entryId', 'e.id')
          .select('e.id')
          .whereRef('e.memberId', '=', 'm.id')
          .where('e.postedOn', '>=', from)
          .where('e.postedOn', '<=', to)
          .where('p.accountCode', 'in', [...INTEREST_ACCOUNTS]),
      ),
      exists(
        accruedBy(platform.database, to)
          .select('d.memberId')
          .where('d.memberId', '=', sql.ref<number>('m.id'))
          .groupBy('d.memberId')
          .having(({ eb, fn }) => eb(fn.sum<number>('a.amount'), '<>', 0)),
      ),
    ]),
  );
  const typed = await membersTyped(platform, q);
  if (typed !== undefined) members = members.where('m.id', 'in', typed);
  switch (who) {
    case 'all':
      return members;
    case 'withheld':
      return members.where(({ or, exists, selectFrom }) =>
        or(
          (['id', 'reversesEntryId'] as const).map((entry) =>
            exists(
              selectFrom('interest_tax as t')
                .innerJoin('journal_entry as e', `e.${entry}`, 't.entryId')
                .select('t.entryId')
                .whereRef('t.memberId', '=', 'm.id')
                .where('t.tax', '>', ZERO)
                .where('e.postedOn', '>=', inPeriod.from)
                .where('e.postedOn', '<=', inPeriod.to),
            ),
          ),
        ),
      );
    case 'declared':
      return members.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('tax_declaration as t')
            .select('t.id')
            .whereRef('t.memberId', '=', 'm.id')
            .where('t.financialYear', '=', financialYear.label)
            .where('t.withdrawnAt', 'is', null),
        ),
      );
    case 'without-pan':
      return members.where('m.panKey', 'is', null);
  }
}

async function sums(platform: Platform, asked: MembersAsked, { from, to }: TaxPeriod) {
  const { database, dialect } = platform;
  const members = asked.select('m.id');
  const counted = await asked.select(({ fn }) => fn.countAll<number>().as('members')).executeTakeFirstOrThrow();
  const given = await database
    .selectFrom('journal_entry as e')
    .innerJoin('posting as p', 'p.entryId', 'e.id')
    .select(['p.side', dialect.sum('p.amount').as('amount')])
    .where('e.memberId', 'in', members)
    .where('e.postedOn', '>=', from)
    .where('e.postedOn', '<=', to)
    .where('p.accountCode', 'in', [...INTEREST_ACCOUNTS])
    .groupBy('p.side')
    .execute();
  const taxed = async (entry: 'id' | 'reversesEntryId') => {
    const { amount } = await database
      .selectFrom('interest_tax as t')
      .innerJoin('journal_entry as e', `e.${entry}`, 't.entryId')
      .select(dialect.sum('t.tax').as('amount'))
      .where('t.memberId', 'in', members)
      .where('e.postedOn', '>=', from)
      .where('e.postedOn', '<=', to)
      .executeTakeFirstOrThrow();
    return money(amount);
  };
  const accrued = await accruedBy(database, to)
    .select(dialect.sum('a.amount').as('amount'))
    .where('d.memberId', 'in', members)
    .executeTakeFirstOrThrow();
  const ofSide = (wanted: string) => money(given.find(({ side }) => side === wanted)?.amount ?? 0);
  return {
    total: Number(counted.members),
    totals: {
      interest: formatMoney(subtract(ofSide('debit'), ofSide('credit'))),
      tax: formatMoney(subtract(await taxed('id'), await taxed('reversesEntryId'))),
      accrued: formatMoney(money(accrued.amount)),
    },
  };
}

const HEADS = {
  en: [
    'Member number',
    'Member',
    'PAN',
    'Senior',
    'Declaration',
    'Accounts',
    'Interest',
    'Tax withheld',
    'Interest of the year so far',
    'Tax of the year so far',
    'Threshold',
    'Still to be withheld',
    'Accrued, not given',
  ],
  hi: [
    'सदस्य संख्या',
    'सदस्य',
    'पैन',
    'वरिष्ठ',
    'घोषणा',
    'खाते',
    'ब्याज',
    'काटा गया कर',
    'वर्ष का अब तक का ब्याज',
    'वर्ष का अब तक का कर',
    'सीमा',
    'अभी काटना शेष',
    'उपार्जित, न दिया गया',
  ],
};
const YES = { en: 'Yes', hi: 'हाँ' };

export function exportInterestTax(
  platform: Platform,
  actor: Actor,
  { q, year, part, who, sort }: TaxQuery,
): Promise<AsyncGenerator<string>> {
  const filter = { q, year, part, who, sort };
  return exportList(platform, actor, {
    action: 'interest-tax.exported',
    subjectKind: 'member',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listInterestTax(platform, { ...filter, cursor, limit: EXPORTED_AT_ONCE }),
    cells: (row) => [
      row.memberNumber,
      row.memberName,
      row.panMasked ?? '',
      row.isSenior ? YES[actor.language] : '',
      row.declaration ?? '',
      row.accounts.map(({ accountNumber }) => accountNumber).join(' '),
      row.interest,
      row.tax,
      row.interestOfYear,
      row.taxOfYear,
      row.threshold ?? '',
      row.due,
      row.accrued,
    ],
  });
}
