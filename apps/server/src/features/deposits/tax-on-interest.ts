// What is withheld when interest is credited: the rule of the day, what each member had in the tax year before, and the row
// that keeps how the figure came about.

import type { DepositInterest, InterestTaxView } from '@kafal/contract';
import {
  add,
  type CalendarDate,
  financialYearOf,
  formatMoney,
  type InterestTax,
  type InterestTaxRule,
  interestTax,
  invariant,
  isSeniorInYear,
  type Money,
  maxDate,
  money,
  parseRate,
  TAX_REASONS,
  type TaxedCredit,
  type TaxedMember,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList, insertRows } from '../../platform/database/many-rows.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay, type PostingDraft } from '../accounting/index.ts';
import { settingWithin } from '../society/index.ts';

/** What the treasury gets. */
export const TAX_PAYABLE = '2211';
/** An entry that names a member and touches one of these brings interest, or takes it back. */
export const INTEREST_ACCOUNTS = ['5101', '5102', '5103', '2201'] as const;
const INTEREST_MARKS = INTEREST_ACCOUNTS.map(() => '?').join(', ');

type TaxPlatform = Pick<Platform, 'dialect' | 'database' | 'clock'>;

export interface CountedTax extends InterestTax, TaxedCredit {}

export interface InterestOfMember {
  readonly memberId: number;
  readonly interest: Money;
}

/** Undefined where the society withholds nothing. */
export async function taxRuleOn(reader: Reader, on: CalendarDate): Promise<InterestTaxRule | undefined> {
  const method = await settingWithin(reader, 'tax.onInterest', on);
  if (method === 'none') return undefined;
  return {
    method,
    rate: parseRate(await settingWithin(reader, 'tax.interestRate', on)),
    rateWithoutPan: parseRate(await settingWithin(reader, 'tax.interestRateWithoutPan', on)),
    threshold: await settingWithin(reader, 'tax.interestThreshold', on),
    seniorThreshold: await settingWithin(reader, 'tax.interestThresholdSenior', on),
    seniorAge: await settingWithin(reader, 'tax.seniorAge', on),
  };
}

/**
 * Of each credit in its order; those of one member count on from each other. All undefined where the rule is off. What the
 * same act takes back, and is not in the books yet, is said as a change of the year so far.
 */
export async function taxOnInterest(
  platform: TaxPlatform,
  reader: Reader,
  credits: readonly InterestOfMember[],
  change: YearSoFar = NOTHING,
): Promise<readonly (CountedTax | undefined)[]> {
  if (credits.length === 0) return [];
  const today = await currentBusinessDay(platform, reader);
  const rule = await taxRuleOn(reader, today);
  if (rule === undefined) return credits.map(() => undefined);
  return taxesOf(platform, reader, rule, credits, { on: today, change });
}

/** As it would be on a later day, by the rule of today and what is known of that day's tax year. */
export async function taxIn(
  platform: TaxPlatform,
  reader: Reader,
  credit: InterestOfMember,
  on: CalendarDate,
): Promise<CountedTax | undefined> {
  const today = await currentBusinessDay(platform, reader);
  const rule = await taxRuleOn(reader, today);
  if (rule === undefined) return undefined;
  const [tax] = await taxesOf(platform, reader, rule, [credit], { on: maxDate(on, today), change: NOTHING });
  return tax;
}

async function taxesOf(
  platform: TaxPlatform,
  reader: Reader,
  rule: InterestTaxRule,
  credits: readonly InterestOfMember[],
  { on, change }: { readonly on: CalendarDate; readonly change: YearSoFar },
): Promise<readonly CountedTax[]> {
  const { financialYearStart } = await bookRules(platform, reader, on);
  const year = financialYearOf(on, financialYearStart);
  const memberIds = [...new Set(credits.map(({ memberId }) => memberId))];
  const members = await taxedMembers(platform, reader, memberIds, rule, year);
  // What comes of every credit for itself asks nobody what was before.
  const asks = rule.method === 'above-threshold';
  const before = asks ? await yearSoFar(platform, reader, memberIds, year.label) : new Map<number, YearSoFar>();
  return credits.map(({ memberId, interest }) => {
    const soFar = before.get(memberId) ?? NOTHING;
    const [interestBefore, taxBefore] = asks
      ? [add(soFar.interest, change.interest), add(soFar.tax, change.tax)]
      : [ZERO, ZERO];
    const credit = { interest, interestBefore, taxBefore };
    const counted = interestTax(rule, members.get(memberId) ?? STRANGER, credit);
    before.set(memberId, { interest: add(soFar.interest, interest), tax: add(soFar.tax, counted.tax) });
    return { ...credit, ...counted };
  });
}

const STRANGER: TaxedMember = { hasPan: false, isSenior: false, hasDeclaration: false };

interface MemberFacts {
  readonly id: number;
  readonly dateOfBirth: CalendarDate;
  readonly memberClass: string;
  readonly hasPan: number;
  readonly hasDeclaration: number;
}

async function taxedMembers(
  { dialect }: TaxPlatform,
  reader: Reader,
  memberIds: readonly number[],
  rule: InterestTaxRule,
  year: { readonly label: string; readonly endsOn: CalendarDate },
): Promise<ReadonlyMap<number, TaxedMember>> {
  const { marks, values } = idList(memberIds);
  const rows = await dialect.all<MemberFacts>(
    reader,
    `SELECT m.id, m.dateOfBirth, m.memberClass, CASE WHEN m.panKey IS NULL THEN 0 ELSE 1 END AS hasPan,
            CASE WHEN EXISTS (SELECT 1 FROM tax_declaration t
                               WHERE t.memberId = m.id AND t.financialYear = ? AND t.withdrawnAt IS NULL)
                 THEN 1 ELSE 0 END AS hasDeclaration
       FROM member m WHERE m.id IN (${marks})`,
    [year.label, ...values],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        hasPan: row.hasPan === 1,
        hasDeclaration: row.hasDeclaration === 1,
        isSenior: isSeniorInYear(row, rule, year.endsOn),
      },
    ]),
  );
}

export interface YearSoFar {
  readonly interest: Money;
  readonly tax: Money;
}

const NOTHING: YearSoFar = { interest: ZERO, tax: ZERO };

interface SumOfMember {
  readonly memberId: number;
  readonly amount: number;
}

/** As the books have it: what was reversed is not in it, and what was counted before the rule began is. */
export async function yearSoFar(
  { dialect }: TaxPlatform,
  reader: Reader,
  memberIds: readonly number[],
  financialYear: string,
): Promise<Map<number, YearSoFar>> {
  const { marks, values } = idList(memberIds);
  const interest = await dialect.all<SumOfMember>(
    reader,
    `SELECT x.memberId, ${dialect.sumText('x.amount')} AS amount FROM (
       SELECT e.memberId, CASE p.side WHEN 'debit' THEN p.amount ELSE -p.amount END AS amount
         FROM journal_entry e JOIN posting p ON p.entryId = e.id
        WHERE e.memberId IN (${marks}) AND e.financialYear = ? AND p.accountCode IN (${INTEREST_MARKS})) x
      GROUP BY x.memberId`,
    [...values, financialYear, ...INTEREST_ACCOUNTS],
  );
  const tax = await dialect.all<SumOfMember>(
    reader,
    `SELECT x.memberId, ${dialect.sumText('x.amount')} AS amount FROM (
       SELECT t.memberId, t.tax AS amount FROM interest_tax t JOIN journal_entry e ON e.id = t.entryId
        WHERE t.memberId IN (${marks}) AND e.financialYear = ?
        UNION ALL
       SELECT t.memberId, -t.tax AS amount FROM interest_tax t JOIN journal_entry e ON e.reversesEntryId = t.entryId
        WHERE t.memberId IN (${marks}) AND e.financialYear = ?) x
      GROUP BY x.memberId`,
    [...values, financialYear, ...values, financialYear],
  );
  const soFar = new Map<number, YearSoFar>();
  for (const { memberId, amount } of interest) soFar.set(memberId, { ...NOTHING, interest: money(amount) });
  for (const { memberId, amount } of tax) {
    soFar.set(memberId, { ...(soFar.get(memberId) ?? NOTHING), tax: money(amount) });
  }
  return soFar;
}

/** Beside the account that gets the rest. */
export function taxPostings(tax: CountedTax | undefined): PostingDraft[] {
  if (tax === undefined || tax.tax === ZERO) return [];
  return [{ accountCode: TAX_PAYABLE, side: 'credit', amount: tax.tax }];
}

export const withheld = (tax: CountedTax | undefined): Money => tax?.tax ?? ZERO;

export interface TaxOfEntry {
  readonly entryId: number;
  readonly memberId: number;
  readonly depositId: number;
  readonly tax: CountedTax | undefined;
}

const insertTaxes = insertRows(
  'INSERT INTO interest_tax (entryId, memberId, depositId, reason, interest, interestBefore, taxBefore, threshold, rate, due, tax, remaining)',
);

/** Also where nothing was withheld, with the reason. */
export async function keepTaxes(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  taxes: readonly TaxOfEntry[],
): Promise<void> {
  const rows = taxes.flatMap(({ entryId, memberId, depositId, tax }) =>
    tax === undefined
      ? []
      : [
          [
            entryId,
            memberId,
            depositId,
            tax.reason,
            tax.interest,
            tax.interestBefore,
            tax.taxBefore,
            tax.threshold,
            tax.rate,
            tax.due,
            tax.tax,
            tax.left,
          ],
        ],
  );
  await insertTaxes(trx, platform, rows);
}

export function taxView(tax: CountedTax | undefined): z.input<typeof InterestTaxView> | null {
  if (tax === undefined) return null;
  const { reason, interest, interestBefore, interestSoFar, threshold, rate, due, taxBefore, left } = tax;
  return {
    reason,
    interest: formatMoney(interest),
    interestBefore: formatMoney(interestBefore),
    interestSoFar: formatMoney(interestSoFar),
    threshold: threshold === null ? null : formatMoney(threshold),
    rate,
    due: formatMoney(due),
    taxBefore: formatMoney(taxBefore),
    tax: formatMoney(tax.tax),
    left: formatMoney(left),
  };
}

/** Of the newest entries that the rule looked at, or of one of them, as it was kept. */
export async function taxesOfDeposit(
  reader: Reader,
  depositId: number,
  { entryId, limit }: { readonly entryId?: number | undefined; readonly limit: number },
): Promise<z.input<typeof DepositInterest>['taxes']> {
  let query = reader
    .selectFrom('interest_tax as t')
    .innerJoin('journal_entry as e', 'e.id', 't.entryId')
    .selectAll('t')
    .select('e.postedOn')
    .orderBy('t.entryId', 'desc')
    .limit(limit);
  query =
    entryId === undefined
      ? query.where('t.depositId', '=', depositId)
      : query.where('t.entryId', '=', entryId).where(({ or, eb, exists, selectFrom }) =>
          // The interest of one account may have come into another.
          or([
            eb('t.depositId', '=', depositId),
            exists(
              selectFrom('posting as p')
                .select('p.id')
                .whereRef('p.entryId', '=', 't.entryId')
                .where('p.subLedger', '=', 'deposit')
                .where('p.subLedgerId', '=', depositId),
            ),
          ]),
        );
  const rows = await query.execute();
  return rows.flatMap(({ entryId: id, postedOn, reason, remaining, ...row }) => {
    const known = TAX_REASONS.find((each) => each === reason);
    invariant(known, `entry ${id} was taxed for a reason`);
    const view = taxView({
      ...row,
      reason: known,
      left: remaining,
      interestSoFar: add(row.interestBefore, row.interest),
    });
    return view === null ? [] : [{ ...view, entryId: String(id), postedOn }];
  });
}
