// The interest of an account with the lines that it is made of, by the same function that credited it.

import type { DepositInterest } from '@kafal/contract';
import {
  type CalendarDate,
  type EndOfDayBalance,
  formatMoney,
  formatRate,
  fractionText,
  type InterestLine,
  isTermKind,
  type Money,
  type SavingsInterestTerms,
  savingsInterest,
} from '@kafal/core';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import { countedFrom, endOfDayBalances, interestFrom, interestOfProduct, productInterest } from './interest-terms.ts';
import { taxesOfDeposit } from './tax-on-interest.ts';

const CREDITS_SHOWN = 8;
const EVERY_ENTRY = Number.MAX_SAFE_INTEGER;
/** Of the money's whole unit; what is beyond them changes no paisa. */
const LINE_DECIMALS = 6;

type ExplainedPeriod = z.infer<typeof DepositInterest>['credits'][number];

export async function explainInterest(
  platform: Platform,
  deposit: DepositWithBalance,
  ofEntryId?: number,
): Promise<z.infer<typeof DepositInterest>> {
  const { database } = platform;
  const taxes = await taxesOfDeposit(database, deposit.id, { entryId: ofEntryId, limit: CREDITS_SHOWN });
  // What a term brings is explained with the term itself.
  if (isTermKind(deposit.kind)) return { accountNumber: deposit.number, earned: null, credits: [], taxes };
  const businessDate = await currentBusinessDay(platform);
  let newestFirst = database
    .selectFrom('interest_credit')
    .leftJoin('journal_entry', 'journal_entry.id', 'interest_credit.entryId')
    .select(['periodFrom', 'periodTo', 'interest', 'entryId', 'knewEntryId', 'postedOn'])
    .where('depositId', '=', deposit.id)
    .orderBy('periodTo', 'desc')
    .limit(CREDITS_SHOWN);
  if (ofEntryId !== undefined) newestFirst = newestFirst.where('entryId', '=', ofEntryId);
  const credits = await newestFirst.execute();

  const explained: ExplainedPeriod[] = [];
  for (const { periodFrom, periodTo, interest, entryId, knewEntryId, postedOn } of credits) {
    const { terms, balances } = await read(platform, deposit, periodTo, knewEntryId);
    explained.push({
      ...explainedPeriod(terms, balances, periodFrom, periodTo),
      interest: formatMoney(interest),
      entryId: entryId === null ? null : String(entryId),
      creditedOn: postedOn,
    });
  }

  if (ofEntryId !== undefined) return { accountNumber: deposit.number, earned: null, credits: explained, taxes };
  const product = interestOfProduct(await productInterest(database, businessDate), deposit.productCode);
  if (!product.earnsAsSavings) return { accountNumber: deposit.number, earned: null, credits: explained, taxes };
  const { openedOn } = deposit;
  const from = countedFrom(
    { openedOn, creditedTo: credits[0]?.periodTo ?? null },
    await interestFrom(platform, database),
  );
  if (from > businessDate) return { accountNumber: deposit.number, earned: null, credits: explained, taxes };
  const { terms, balances } = await read(platform, deposit, businessDate, EVERY_ENTRY);
  const earned = explainedPeriod(terms, balances, from, businessDate);
  return {
    accountNumber: deposit.number,
    earned: { ...earned, entryId: null, creditedOn: null },
    credits: explained,
    taxes,
  };
}

async function read(platform: Platform, deposit: DepositWithBalance, to: CalendarDate, knewEntryId: number) {
  const { database } = platform;
  const { terms } = interestOfProduct(await productInterest(database, to), deposit.productCode);
  const balances = await endOfDayBalances(platform, database, [deposit.id], to, knewEntryId);
  return { terms, balances: balances.get(deposit.id) ?? [] };
}

function explainedPeriod(
  terms: SavingsInterestTerms,
  balances: readonly EndOfDayBalance[],
  from: CalendarDate,
  to: CalendarDate,
) {
  const { interest, unrounded, lines } = savingsInterest(terms, balances, { from, to });
  return {
    from,
    to,
    interest: formatMoney(interest),
    unrounded: inWholeUnits(unrounded),
    roundedTo: formatMoney(terms.round.multiple as Money),
    lines: lines.map(lineView),
  };
}

function lineView(line: InterestLine) {
  const { from, to, days, balance, annualRate, rateFrom, interest } = line;
  return {
    from,
    to,
    days,
    balance: formatMoney(balance),
    annualRate: formatRate(annualRate),
    rateFrom,
    interest: inWholeUnits(interest),
  };
}

function inWholeUnits({ numerator, denominator }: InterestLine['interest']): string {
  return fractionText({ numerator, denominator: denominator * 100n }, LINE_DECIMALS);
}
