// The interest and the fines of an entry, each with the lines that it is made of, by the functions that posted them.

import type { EntryFigure } from '@kafal/contract';
import {
  addFractions,
  type CalendarDate,
  dailyClosure,
  dailyInterest,
  type Fraction,
  formatMoney,
  fraction,
  type Money,
  subtract,
  sum,
  type TermLine,
  termValue,
  ZERO,
} from '@kafal/core';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { journalEntryView } from '../accounting/index.ts';
import { businessCalendar } from '../society/index.ts';
import { closureOn } from './close-term-deposit.ts';
import { findDailyDeposit, paidInByDay } from './daily-deposits.ts';
import { productsOn } from './deposit-products.ts';
import { type DepositWithBalance, findDeposit, maySee } from './deposit-queries.ts';
import { explainInterest } from './explain-interest.ts';
import { figureWords, said } from './figure-words.ts';
import { lateFine } from './instalments.ts';
import { termConducts } from './term-conduct.ts';
import { getTermDeposit } from './term-deposits.ts';
import { quoteRule, termLineLabel } from './term-words.ts';
import { unroundedText } from './unrounded-text.ts';

export type Figure = z.input<typeof EntryFigure>;

const ACCOUNTS_SHOWN = 50;

/** Of an entry that touches what the reader may see, the figures of the accounts that they may see. */
export async function explainEntryInterest(platform: Platform, actor: Actor, entryId: number): Promise<Figure[]> {
  await journalEntryView(platform, actor, entryId);
  const figures: Figure[] = [];
  for (const { depositId, of } of await figuresIn(platform, entryId)) {
    const deposit = await findDeposit(platform, depositId);
    if (deposit === undefined || !(await maySee(platform.database, actor, deposit))) continue;
    figures.push(...(await of(deposit, actor.language)));
  }
  return [...figures, ...(actor.kind === 'member' ? [] : await accruals(platform, entryId, actor.language))];
}

type Version = Figure['versions'][number];

interface FigureOf {
  readonly depositId: number;
  readonly of: (deposit: DepositWithBalance, language: Language) => Promise<Figure[]>;
}

/** Each of them is found by the row that claims it. */
async function figuresIn(platform: Platform, entryId: number): Promise<FigureOf[]> {
  const { database } = platform;
  const [credited, recounted, payouts, ends, dailyEnds, daily, instalments] = await Promise.all([
    database.selectFrom('interest_credit').select('depositId').where('entryId', '=', entryId).execute(),
    database.selectFrom('interest_recount').select('depositId').where('entryId', '=', entryId).execute(),
    database
      .selectFrom('term_payout')
      .select(['depositId', 'dueOn', 'amount'])
      .where('entryId', '=', entryId)
      .execute(),
    database.selectFrom('term_deposit').select('depositId').where('closingEntryId', '=', entryId).execute(),
    database.selectFrom('daily_deposit').select('depositId').where('closingEntryId', '=', entryId).execute(),
    database.selectFrom('daily_interest').selectAll().where('entryId', '=', entryId).execute(),
    database.selectFrom('term_instalment').selectAll().where('entryId', '=', entryId).execute(),
  ]);
  return [
    ...[...credited, ...recounted].map(({ depositId }) => ({
      depositId,
      of: (deposit: DepositWithBalance, language: Language) => creditFigures(platform, deposit, entryId, language),
    })),
    ...[...Map.groupBy(payouts, ({ depositId }) => depositId)].map(([depositId, parts]) => ({
      depositId,
      of: (deposit: DepositWithBalance, language: Language) => payoutFigure(platform, deposit, parts, language),
    })),
    ...ends.map(({ depositId }) => ({
      depositId,
      of: (deposit: DepositWithBalance, language: Language) => closureFigure(platform, deposit, language),
    })),
    ...dailyEnds.map(({ depositId }) => ({
      depositId,
      of: (deposit: DepositWithBalance, language: Language) => dailyEndFigure(platform, deposit, entryId, language),
    })),
    ...daily.map((credit) => ({
      depositId: credit.depositId,
      of: (deposit: DepositWithBalance, language: Language) => dailyCreditFigure(platform, deposit, credit, language),
    })),
    ...instalments.map((instalment) => ({
      depositId: instalment.depositId,
      of: (deposit: DepositWithBalance, language: Language) => fineFigure(platform, deposit, instalment, language),
    })),
  ];
}

const lineOf = (label: string, value: string, on: string | null = null, balance: string | null = null) => ({
  label,
  balance,
  value,
  on,
});

const versionOf = ({ effectiveFrom, legalBasis }: Version) => ({ effectiveFrom, legalBasis });

async function creditFigures(
  platform: Platform,
  deposit: DepositWithBalance,
  entryId: number,
  language: Language,
): Promise<Figure[]> {
  const words = figureWords[language];
  const { credits } = await explainInterest(platform, deposit, entryId);
  const versions = await platform.database
    .selectFrom('deposit_product')
    .select(['effectiveFrom', 'legalBasis'])
    .where('code', '=', deposit.productCode)
    .orderBy('effectiveFrom')
    .orderBy('id')
    .execute();
  return credits
    .flatMap((credit) => [credit, ...credit.replaced])
    .filter((credit) => credit.entryId === String(entryId))
    .map((credit) => ({
      figure: said(words.interest, { number: deposit.number }),
      value: credit.interest,
      lines: [
        ...credit.lines.map((line) =>
          lineOf(
            said(words.balanceLine, { days: line.days, rate: line.annualRate }),
            line.interest,
            line.to,
            line.balance,
          ),
        ),
        lineOf(words.unrounded, credit.unrounded),
      ],
      rule: said(words.balanceRule, { multiple: credit.roundedTo }),
      versions: versions.filter(({ effectiveFrom }) => credit.lines.some(({ rateFrom }) => rateFrom === effectiveFrom)),
    }));
}

async function payoutFigure(
  platform: Platform,
  deposit: DepositWithBalance,
  parts: readonly { readonly dueOn: CalendarDate; readonly amount: Money }[],
  language: Language,
): Promise<Figure[]> {
  const words = figureWords[language];
  const term = await getTermDeposit(platform.database, deposit.id);
  const { lines } = termValue({ ...term.product, ...term, openedOn: deposit.openedOn });
  const days = new Set(parts.map(({ dueOn }) => dueOn));
  return [
    {
      figure: said(words.payout, { number: deposit.number }),
      value: formatMoney(sum(parts.map(({ amount }) => amount))),
      lines: termLines(
        lines.filter(({ on }) => days.has(on)),
        term.annualRate,
        language,
      ),
      rule: quoteRule(term.product, language),
      versions: [versionOf(term.product)],
    },
  ];
}

async function closureFigure(platform: Platform, deposit: DepositWithBalance, language: Language): Promise<Figure[]> {
  const { database } = platform;
  const words = figureWords[language];
  const { closedOn } = await database
    .selectFrom('deposit')
    .select('closedOn')
    .where('id', '=', deposit.id)
    .executeTakeFirstOrThrow();
  if (closedOn === null) return [];
  const { term, closure } = await closureOn(platform, database, deposit, closedOn);
  const { prematurePenalty } = (await termConducts(database))(term.product, closedOn);
  return [
    {
      figure: said(closure.isPremature ? words.premature : words.maturity, { number: deposit.number }),
      value: formatMoney(closure.interest),
      lines: [
        ...termLines(closure.lines, closure.annualRate, language),
        ...(term.interestPaid === ZERO ? [] : [lineOf(words.paidBefore, formatMoney(term.interestPaid))]),
        ...(closure.recovered === ZERO ? [] : [lineOf(words.recovered, formatMoney(closure.recovered))]),
      ],
      rule: [
        quoteRule(term.product, language),
        ...(closure.isPremature ? [said(words.prematureRule, { penalty: prematurePenalty })] : []),
      ].join(' '),
      versions: [versionOf(term.product)],
    },
  ];
}

async function dailyEndFigure(
  platform: Platform,
  deposit: DepositWithBalance,
  entryId: number,
  language: Language,
): Promise<Figure[]> {
  const { database } = platform;
  const words = figureWords[language];
  const daily = await findDailyDeposit(database, deposit.id);
  const entry = await database
    .selectFrom('journal_entry')
    .select('valueOn')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  if (daily === undefined) return [];
  // As it was before the entry took all of it out.
  const paidIn = await paidInByDay(platform, database, deposit.id, entry.valueOn, entryId - 1);
  const closure = dailyClosure(daily, paidIn, { closesOn: entry.valueOn, credited: daily.interestCredited });
  return [
    {
      figure: said(words.interest, { number: deposit.number }),
      value: formatMoney(closure.interest),
      lines: [
        ...termLines(closure.lines, daily.annualRate, language),
        ...(daily.interestCredited === ZERO ? [] : [lineOf(words.paidBefore, formatMoney(daily.interestCredited))]),
        ...(closure.charge === ZERO ? [] : [lineOf(words.charge, formatMoney(closure.charge))]),
      ],
      rule: said(closure.isKept ? words.dailyRule : words.notKept, {
        count: daily.addEveryMonths,
        months: daily.keptMonths,
      }),
      versions: await versionsOfDaily(platform, deposit),
    },
  ];
}

async function dailyCreditFigure(
  platform: Platform,
  deposit: DepositWithBalance,
  credit: { readonly periodTo: CalendarDate; readonly interest: Money; readonly knewEntryId: number },
  language: Language,
): Promise<Figure[]> {
  const words = figureWords[language];
  const daily = await findDailyDeposit(platform.database, deposit.id);
  if (daily === undefined) return [];
  const { periodTo, knewEntryId } = credit;
  const paidIn = await paidInByDay(platform, platform.database, deposit.id, periodTo, knewEntryId);
  const { interest: earned, lines } = dailyInterest(daily, paidIn, periodTo);
  const before = subtract(earned, credit.interest);
  return [
    {
      figure: said(words.interest, { number: deposit.number }),
      value: formatMoney(credit.interest),
      lines: [
        ...termLines(lines, daily.annualRate, language),
        lineOf(words.unrounded, unroundedText(totalOf(lines))),
        ...(before === ZERO ? [] : [lineOf(words.paidBefore, formatMoney(before))]),
      ],
      rule: said(words.dailyRule, { count: daily.addEveryMonths }),
      versions: await versionsOfDaily(platform, deposit),
    },
  ];
}

async function fineFigure(
  { database }: Platform,
  deposit: DepositWithBalance,
  {
    number,
    dueOn,
    paidOn,
    amount,
  }: {
    readonly number: number;
    readonly dueOn: CalendarDate;
    readonly paidOn: CalendarDate | null;
    readonly amount: Money;
  },
  language: Language,
): Promise<Figure[]> {
  const words = figureWords[language];
  const { product } = await getTermDeposit(database, deposit.id);
  const conduct = (await termConducts(database))(product, dueOn);
  const late = lateFine(conduct, { amount, dueOn }, paidOn ?? dueOn, await businessCalendar(database));
  if (late.fine === ZERO) return [];
  return [
    {
      figure: said(words.fine, { count: number, number: deposit.number }),
      value: formatMoney(late.fine),
      lines: [
        lineOf(words.fineInstalment, formatMoney(amount), dueOn),
        lineOf(words.fineMonths, String(late.monthsLate), paidOn),
        lineOf(words.finePerHundred, formatMoney(conduct.lateFinePerHundred ?? ZERO)),
      ],
      rule: words.fineRule,
      versions: [versionOf(conduct)],
    },
  ];
}

/** What the end of a month booked as earned, by account: the first of them, and the others as one sum. */
async function accruals({ database }: Platform, entryId: number, language: Language): Promise<Figure[]> {
  const words = figureWords[language];
  const run = await database
    .selectFrom('accrual_run')
    .select(['id', 'amount', 'accruedOn'])
    .where('entryId', '=', entryId)
    .executeTakeFirst();
  if (run === undefined) return [];
  const shown = await database
    .selectFrom('interest_accrual as a')
    .innerJoin('deposit as d', 'd.id', 'a.depositId')
    .select(['d.number', 'a.amount'])
    .where('a.runId', '=', run.id)
    .orderBy('a.id')
    .limit(ACCOUNTS_SHOWN)
    .execute();
  const { accounts } = await database
    .selectFrom('interest_accrual')
    .select(({ fn }) => fn.countAll<number>().as('accounts'))
    .where('runId', '=', run.id)
    .executeTakeFirstOrThrow();
  const others = Number(accounts) - shown.length;
  const rest = subtract(run.amount, sum(shown.map(({ amount }) => amount)));
  return [
    {
      figure: words.accrual,
      value: formatMoney(run.amount),
      lines: [
        ...shown.map(({ number, amount }) => lineOf(number, formatMoney(amount), run.accruedOn)),
        ...(others === 0 ? [] : [lineOf(said(words.accrualRest, { count: others }), formatMoney(rest))]),
      ],
      rule: words.accrualRule,
      versions: [],
    },
  ];
}

/** A daily deposit keeps the rules of the day on which it was opened. */
async function versionsOfDaily({ database }: Platform, { productCode, openedOn }: DepositWithBalance) {
  const product = (await productsOn(database, openedOn)).find(({ code }) => code === productCode);
  return product === undefined ? [] : [versionOf(product)];
}

function termLines(lines: readonly TermLine[], annualRate: string, language: Language): Figure['lines'] {
  return lines.map(({ length, interest, on, balance }) =>
    lineOf(termLineLabel(length, annualRate, language), unroundedText(interest), on, unroundedText(balance)),
  );
}

const totalOf = (lines: readonly TermLine[]): Fraction =>
  lines.reduce((total, { interest }) => addFractions(total, interest), fraction(0));
