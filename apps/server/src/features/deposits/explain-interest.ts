// The interest of an account with the lines that it is made of, by the same function that credited it.

import type { DepositInterest } from '@kafal/contract';
import {
  type CalendarDate,
  type EndOfDayBalance,
  formatMoney,
  formatRate,
  fractionText,
  type InterestDays,
  type InterestLine,
  isTermKind,
  type Money,
  type SavingsInterestTerms,
  savingsInterest,
} from '@kafal/core';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay, printedNumber } from '../accounting/index.ts';
import type { DepositWithBalance } from './deposit-queries.ts';
import {
  countedFrom,
  EVERY_ENTRY,
  endOfDayBalances,
  interestFrom,
  interestOfDeposit,
  productInterest,
  restedTerms,
} from './interest-terms.ts';
import { taxesOfDeposit } from './tax-on-interest.ts';

const CREDITS_SHOWN = 8;
/** Of the money's whole unit; what is beyond them changes no paisa. */
const LINE_DECIMALS = 6;

type DepositInterestView = z.infer<typeof DepositInterest>;

export async function explainInterest(
  platform: Platform,
  deposit: DepositWithBalance,
  ofEntryId?: number,
): Promise<DepositInterestView> {
  const { database } = platform;
  const taxes = await taxesOfDeposit(database, deposit.id, { entryId: ofEntryId, limit: CREDITS_SHOWN });
  // What a term brings is explained with the term itself.
  if (isTermKind(deposit.kind)) return { accountNumber: deposit.number, earned: null, credits: [], taxes };
  const businessDate = await currentBusinessDay(platform);
  const credits = await creditedPeriods(platform, deposit.id, ofEntryId);
  const replacedOf = Map.groupBy(await replacedCredits(platform, deposit.id, credits), ({ periodTo }) => periodTo);
  const explained: DepositInterestView['credits'] = [];
  for (const credit of credits) {
    const replaced: DepositInterestView['credits'][number]['replaced'] = [];
    for (const before of replacedOf.get(credit.periodTo) ?? []) {
      replaced.push({
        ...(await explainedCredit(platform, deposit, { ...before, periodFrom: credit.periodFrom })),
        reversalEntryId: before.reversalEntryId === null ? null : String(before.reversalEntryId),
        becauseEntryId: String(before.becauseEntryId),
        becauseNumber: printedNumber(before),
      });
    }
    explained.push({ ...(await explainedCredit(platform, deposit, credit)), replaced });
  }

  if (ofEntryId !== undefined) return { accountNumber: deposit.number, earned: null, credits: explained, taxes };
  const { openedOn } = deposit;
  const from = countedFrom(
    { openedOn, creditedTo: credits[0]?.periodTo ?? null },
    await interestFrom(platform, database),
  );
  if (from > businessDate) return { accountNumber: deposit.number, earned: null, credits: explained, taxes };
  const { terms, earnsByBalance, balances } = await read(platform, deposit, { from, to: businessDate }, EVERY_ENTRY);
  if (!earnsByBalance) return { accountNumber: deposit.number, earned: null, credits: explained, taxes };
  const earned = explainedPeriod(terms, balances, from, businessDate);
  return {
    accountNumber: deposit.number,
    earned: { ...earned, entryId: null, creditedOn: null },
    credits: explained,
    taxes,
  };
}

/** The newest first; of one entry, the period it credited, also where its figure was replaced since. */
function creditedPeriods({ database }: Platform, depositId: number, ofEntryId: number | undefined) {
  const newestFirst = database
    .selectFrom('interest_credit as c')
    .leftJoin('journal_entry as e', 'e.id', 'c.entryId')
    .select(['c.periodFrom', 'c.periodTo', 'c.interest', 'c.entryId', 'c.knewEntryId', 'e.postedOn'])
    .where('c.depositId', '=', depositId)
    .orderBy('c.periodTo', 'desc')
    .limit(CREDITS_SHOWN);
  if (ofEntryId === undefined) return newestFirst.execute();
  return newestFirst
    .where((is) =>
      is.or([
        is('c.entryId', '=', ofEntryId),
        is.exists(
          is
            .selectFrom('interest_recount as r')
            .select('r.entryId')
            .whereRef('r.depositId', '=', 'c.depositId')
            .whereRef('r.periodTo', '=', 'c.periodTo')
            .where('r.entryId', '=', ofEntryId),
        ),
      ]),
    )
    .execute();
}

/** What those periods were credited before, the newest first. */
function replacedCredits(
  { database }: Platform,
  depositId: number,
  credits: readonly { readonly periodTo: CalendarDate }[],
) {
  const oldest = credits.at(-1)?.periodTo;
  if (oldest === undefined) return [];
  return database
    .selectFrom('interest_recount as r')
    .innerJoin('journal_entry as because', 'because.id', 'r.becauseEntryId')
    .leftJoin('journal_entry as e', 'e.id', 'r.entryId')
    .select(['r.periodTo', 'r.interest', 'r.entryId', 'r.knewEntryId', 'r.reversalEntryId', 'r.becauseEntryId'])
    .select(['e.postedOn', 'because.seriesCode', 'because.financialYear', 'because.number'])
    .where('r.depositId', '=', depositId)
    .where('r.periodTo', '>=', oldest)
    .orderBy('r.becauseEntryId', 'desc')
    .execute();
}

interface CreditOfDays {
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  readonly interest: Money;
  readonly entryId: number | null;
  readonly knewEntryId: number;
  readonly postedOn: CalendarDate | null;
}

async function explainedCredit(platform: Platform, deposit: DepositWithBalance, credit: CreditOfDays) {
  const { periodFrom, periodTo, interest, entryId, knewEntryId, postedOn } = credit;
  const period = { from: periodFrom, to: periodTo };
  const { terms, balances } = await read(platform, deposit, period, knewEntryId, entryId ?? undefined);
  return {
    ...explainedPeriod(terms, balances, periodFrom, periodTo),
    interest: formatMoney(interest),
    entryId: entryId === null ? null : String(entryId),
    creditedOn: postedOn,
  };
}

async function read(
  platform: Platform,
  deposit: DepositWithBalance,
  { from, to }: InterestDays,
  knewEntryId: number,
  ownEntryId?: number,
) {
  const { database } = platform;
  const interest = await interestOfDeposit(database, await productInterest(database, to), deposit, from);
  const balances = await endOfDayBalances(platform, database, [deposit.id], to, knewEntryId, ownEntryId);
  const terms = await restedTerms(platform, database, interest, deposit.id, { to, knewEntryId });
  return { terms, earnsByBalance: interest.earnsByBalance, balances: balances.get(deposit.id) ?? [] };
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
