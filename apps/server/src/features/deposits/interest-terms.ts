// How a kind of account counts its interest, from the rows of the product, and what its accounts held at the end of days.

import {
  add,
  addDays,
  type CalendarDate,
  calendarDate,
  type DayCountConvention,
  type DepositorCategory,
  type EndOfDayBalance,
  endOfMonth,
  invariant,
  type Money,
  money,
  monthOf,
  type PaidIn,
  parseRate,
  type SavingsBasis,
  type SavingsInterestTerms,
  type SavingsRate,
  type Side,
  savingsSlabs,
  subtract,
  UNCLAIMED,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList } from '../../platform/database/many-rows.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { settingWithin } from '../society/index.ts';
import { categoriesOfMembers } from './categories-of.ts';
import { type DepositProduct, ratesOf } from './deposit-products.ts';
import { arrearsOf } from './thrift-dues.ts';

/** How one account counts: by the versions that hold for it and for what its owner is. */
export interface DepositInterestTerms {
  readonly terms: SavingsInterestTerms;
  /** Daily deposits earn by a rule of their own, and some accounts nothing. */
  readonly earnsByBalance: boolean;
  /** Thrift: a month whose due was not paid in time bears nothing. */
  readonly restsInArrear: boolean;
  /** Whether interest is credited at the end of the day. */
  isCreditedOn(day: CalendarDate): boolean;
}

export interface ProductInterest {
  /** Whether it matters what the owner of an account is besides a member. */
  readonly hasCategories: boolean;
  /** Whether any of its accounts earns as savings do. */
  readonly earnsAsSavings: boolean;
  /** Whether any of its accounts is credited at the end of the day, and whether every one is. */
  isCreditedOn(day: CalendarDate): boolean;
  isAllCreditedOn(day: CalendarDate): boolean;
  of(openedOn: CalendarDate, categories: readonly DepositorCategory[]): DepositInterestTerms;
}

/** By the product's code, with the rates of every day up to this one. What is unclaimed earns what the first savings do. */
export async function productInterest(reader: Reader, on: CalendarDate): Promise<ReadonlyMap<string, ProductInterest>> {
  const rows = await reader
    .selectFrom('deposit_product')
    .selectAll()
    .where('effectiveFrom', '<=', on)
    .orderBy('code')
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  const cards = await ratesOf(
    reader,
    rows.map(({ id }) => id),
  );
  const versions = [...Map.groupBy(rows, ({ code }) => code)];
  const products = new Map(versions.map(([code, ofProduct]) => [code, interestOf(ofProduct, cards)]));
  const savings = products.get(rows.find(({ kind }) => kind === 'savings')?.code ?? '');
  if (savings !== undefined) products.set(UNCLAIMED.code, savings);
  return products;
}

/** On most days no account is credited, and none has to be looked at. */
export async function isInterestDay(reader: Reader, day: CalendarDate): Promise<boolean> {
  const products = await productInterest(reader, day);
  return [...products.values()].some((product) => product.isCreditedOn(day));
}

/** Those of the days, both included, on which some account is credited. */
export async function interestDaysBetween(
  reader: Reader,
  from: CalendarDate,
  until: CalendarDate,
): Promise<CalendarDate[]> {
  const days: CalendarDate[] = [];
  // Only the last day of a month can be one (isCreditedOn), and the first end of a day may go back for years.
  for (let day = endOfMonth(from); day <= until; day = endOfMonth(addDays(day, 1))) {
    if (await isInterestDay(reader, day)) days.push(day);
  }
  return days;
}

/** The society's word on the first day that the end of a day counts; the last word holds, also for days before it. */
export async function interestFrom(platform: Platform, reader: Reader): Promise<CalendarDate> {
  const said = await settingWithin(reader, 'deposits.interestFrom', await currentBusinessDay(platform, reader));
  return calendarDate(said);
}

/** The first day of an account that no interest was counted for yet. */
export function countedFrom(
  { openedOn, creditedTo }: { readonly openedOn: CalendarDate; readonly creditedTo: CalendarDate | null },
  earliest: CalendarDate,
): CalendarDate {
  const next = creditedTo === null ? openedOn : addDays(creditedTo, 1);
  return next < earliest ? earliest : next;
}

function interestOfProduct(products: ReadonlyMap<string, ProductInterest>, code: string): ProductInterest {
  const product = products.get(code);
  if (product === undefined) throw new Refusal('missing', 'DEPOSIT_PRODUCT_UNKNOWN');
  return product;
}

interface EarningDeposit {
  readonly productCode: string;
  readonly openedOn: CalendarDate;
  readonly memberId: number;
}

/** The terms of accounts for a period that begins on a day: what an owner is then counts for all of it. */
export async function interestOfDeposits(
  reader: Reader,
  products: ReadonlyMap<string, ProductInterest>,
  deposits: readonly EarningDeposit[],
): Promise<(deposit: EarningDeposit, from: CalendarDate) => DepositInterestTerms> {
  const memberIds = deposits.flatMap(({ productCode, memberId }) =>
    products.get(productCode)?.hasCategories === true ? memberId : [],
  );
  const categories = memberIds.length === 0 ? undefined : await categoriesOfMembers(reader, memberIds);
  return ({ productCode, openedOn, memberId }, from) => {
    const product = interestOfProduct(products, productCode);
    return product.of(openedOn, product.hasCategories ? (categories?.(memberId, from) ?? []) : []);
  };
}

export async function interestOfDeposit(
  reader: Reader,
  products: ReadonlyMap<string, ProductInterest>,
  deposit: EarningDeposit,
  from: CalendarDate,
): Promise<DepositInterestTerms> {
  return (await interestOfDeposits(reader, products, [deposit]))(deposit, from);
}

function interestOf(
  versions: readonly DepositProduct[],
  cards: ReadonlyMap<number, readonly SavingsRate[]>,
): ProductInterest {
  const kept = new Map<string, DepositInterestTerms>();
  // Before the last version for every account there is none that still holds for some.
  const lastForAll = versions.findLastIndex(({ appliesTo }) => appliesTo === 'all');
  const standing = versions.slice(Math.max(0, lastForAll));
  return {
    hasCategories: versions.some(({ id }) => cards.get(id)?.some(({ category }) => category !== 'general')),
    earnsAsSavings: standing.some(({ interestRule }) => interestRule === 'savings'),
    isCreditedOn: (day) => standing.some((version) => isCreditDay(version, day)),
    isAllCreditedOn: (day) => standing.every((version) => isCreditDay(version, day)),
    of: (openedOn, categories) => {
      const held = versions.filter(
        ({ appliesTo, effectiveFrom }, place) => place === 0 || appliesTo === 'all' || effectiveFrom <= openedOn,
      );
      const key = `${held.map(({ id }) => id).join()} ${categories.join()}`;
      const terms = kept.get(key) ?? termsOf(held, cards, categories);
      kept.set(key, terms);
      return terms;
    },
  };
}

function termsOf(
  versions: readonly DepositProduct[],
  cards: ReadonlyMap<number, readonly SavingsRate[]>,
  categories: readonly DepositorCategory[],
): DepositInterestTerms {
  const newest = versions.at(-1);
  invariant(newest, 'a product has a version');
  const isThrift = newest.interestRule === 'thrift';
  return {
    terms: {
      // The migration and the forms write nothing else into these two.
      basis: isThrift ? 'monthEnd' : (newest.interestBasis as SavingsBasis),
      dayCount: newest.interestDayCount as DayCountConvention,
      slabMethod: newest.slabMethod,
      rates: versions.map(({ id, effectiveFrom, annualRate, interestRule }) => ({
        from: effectiveFrom,
        // Days on which the kind earned by another rule earn nothing by this one.
        slabs:
          interestRule === (isThrift ? 'thrift' : 'savings')
            ? savingsSlabs(
                [{ category: 'general', amountFrom: ZERO, annualRate }, ...(cards.get(id) ?? [])],
                categories,
              )
            : [{ from: ZERO, annualRate: parseRate('0') }],
      })),
      round: { multiple: newest.interestMultiple, rounding: 'half-up' },
    },
    isCreditedOn: (day) => isCreditDay(newest, day),
    earnsByBalance: bearsByBalance(newest),
    restsInArrear: isThrift,
  };
}

const bearsByBalance = ({ interestRule }: DepositProduct) => interestRule === 'savings' || interestRule === 'thrift';

function isCreditDay(version: DepositProduct, day: CalendarDate): boolean {
  return (
    bearsByBalance(version) &&
    day === endOfMonth(day) &&
    version.interestMonths.split(',').map(Number).includes(monthOf(day))
  );
}

/** The terms of one account up to a day, with what is about to be paid in. */
export async function restedTerms(
  platform: Pick<Platform, 'dialect'>,
  reader: Reader,
  { terms, restsInArrear }: DepositInterestTerms,
  depositId: number,
  known: { readonly to: CalendarDate; readonly knewEntryId: number; readonly moved?: PaidIn },
): Promise<SavingsInterestTerms> {
  if (!restsInArrear) return terms;
  const arrears = await arrearsOf(platform, reader, [depositId], known);
  return withArrears(terms, arrears.get(depositId));
}

export function withArrears(
  terms: SavingsInterestTerms,
  restingMonths: ReadonlySet<CalendarDate> | undefined,
): SavingsInterestTerms {
  return restingMonths === undefined ? terms : { ...terms, restingMonths };
}

export const EVERY_ENTRY = Number.MAX_SAFE_INTEGER;

/** What came in or went out on one day. */
interface DayMoves {
  readonly depositId: number;
  readonly day: CalendarDate;
  readonly side: Side;
  readonly amount: number;
}

/**
 * What each account held at the end of the days on which it moved, by the day interest counts from. Entries newer than
 * `knewEntryId` are left out, so that a figure of the past can be explained as it was reached; so is the entry that
 * credited it.
 */
export async function endOfDayBalances(
  platform: Pick<Platform, 'dialect'>,
  reader: Reader,
  depositIds: readonly number[],
  to: CalendarDate,
  knewEntryId: number,
  ownEntryId = 0,
): Promise<ReadonlyMap<number, readonly EndOfDayBalance[]>> {
  const { marks, values } = idList(depositIds);
  const moved = await platform.dialect.all<DayMoves>(
    reader,
    `SELECT p.subLedgerId AS depositId, e.valueOn AS day, p.side, ${platform.dialect.sumText('p.amount')} AS amount
       FROM posting p JOIN journal_entry e ON e.id = p.entryId
      WHERE p.subLedger = 'deposit' AND p.subLedgerId IN (${marks}) AND p.entryId <= ? AND p.entryId <> ? AND e.valueOn <= ?
      GROUP BY p.subLedgerId, e.valueOn, p.side
      ORDER BY p.subLedgerId, e.valueOn, p.side`,
    [...values, knewEntryId, ownEntryId, to],
  );

  const balances = new Map<number, EndOfDayBalance[]>();
  for (const { depositId, day: on, side, amount } of moved) {
    const ofDeposit = balances.get(depositId) ?? [];
    const before = ofDeposit.at(-1);
    // What came in and what went out on one day are two rows, and one balance at its end.
    if (before?.on === on) ofDeposit.pop();
    const held: Money = before?.balance ?? ZERO;
    ofDeposit.push({ on, balance: side === 'credit' ? add(held, money(amount)) : subtract(held, money(amount)) });
    balances.set(depositId, ofDeposit);
  }
  return balances;
}
