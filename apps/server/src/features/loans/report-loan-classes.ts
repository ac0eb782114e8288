// Loans by class and kind: what is owed, what is overdue, what is to be put aside and what is. Read in one snapshot with the
// books, so that what is held for the loans can be laid beside the two accounts.

import type { LoanClassReport } from '@kafal/contract';
import {
  add,
  type CalendarDate,
  formatMoney,
  LOAN_CLASS_RULES,
  type LoanClassBand,
  type LoanClassRule,
  loanClassBand,
  type Money,
  minimum,
  money,
  provisionFor,
  subtract,
  ZERO,
} from '@kafal/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import { BYTE_ORDER_MARK, csvLines } from '../../platform/csv/csv-lines.ts';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountNames, currentBusinessDay, trialBalanceBeside } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { settingWithin } from '../society/index.ts';
import { RECEIVABLE_ACCOUNTS } from './accrue-loans.ts';
import { classWords } from './loan-class-words.ts';
import { loanDayOf, UNPAID } from './loan-dues.ts';
import { lastAgedDay } from './replay-anew.ts';
import { valueSecurity } from './value-security.ts';

type Report = z.input<typeof LoanClassReport>;
const ACCOUNTS = [RECEIVABLE_ACCOUNTS.performing, RECEIVABLE_ACCOUNTS.nonPerforming] as const;
const AT_ONCE = 5_000;

interface Figures {
  loans: number;
  outstanding: Money;
  /** What of it security covers. */
  covered: Money;
  overdue: Money;
  needed: Money;
  held: Money;
}

interface Counted extends Figures {
  readonly band: LoanClassBand;
  readonly productCode: string;
  /** Of the two, the one that the provision stands on. */
  readonly account: (typeof ACCOUNTS)[number];
}

export async function reportLoanClasses(platform: Platform, actor: Pick<Actor, 'language'>): Promise<Report> {
  const today = await currentBusinessDay(platform);
  const { balance, beside } = await trialBalanceBeside(platform, actor, (snapshot) => read(snapshot, today));
  const { rule, loans, classedOn, products } = beside;
  const inBooks = (code: string) => balance.rows.find(({ accountCode }) => accountCode === code);
  const names = await accountNames(platform, actor.language);
  const bands: readonly LoanClassBand[] = LOAN_CLASS_RULES[rule];
  return {
    on: today,
    classedOn,
    rule,
    currency: balance.currency,
    classes: bands.map((band) => ({
      code: band.code,
      isPerforming: band.isPerforming,
      fromDays: band.fromDays,
      secured: band.secured,
      unsecured: band.unsecured,
      ...shown(loans.filter((loan) => loan.band.code === band.code)),
    })),
    products: products.map(({ code, nameEn, nameHi }) => {
      const own = loans.filter(({ productCode }) => productCode === code);
      return {
        productCode: code,
        productName: actor.language === 'hi' ? nameHi : nameEn,
        ...shown(own),
        classes: bands.flatMap((band) => {
          const ofClass = own.filter((loan) => loan.band.code === band.code);
          return ofClass.length === 0 ? [] : [{ code: band.code, ...shown(ofClass) }];
        }),
      };
    }),
    total: shown(loans),
    nonPerforming: formatMoney(sumOf(loans.filter(({ band }) => !band.isPerforming)).outstanding),
    accounts: ACCOUNTS.map((accountCode) => {
      const row = inBooks(accountCode);
      return {
        accountCode,
        accountName: names.get(accountCode) ?? '',
        held: formatMoney(sumOf(loans.filter(({ account }) => account === accountCode)).held),
        // Both are liabilities: what is put aside is their credit.
        balance: row?.closingCredit ?? formatMoney(ZERO),
      };
    }),
  };
}

async function read(snapshot: Reader, today: CalendarDate) {
  const rule = await settingWithin(snapshot, 'loans.classRule', today);
  const loans = await countLoans(snapshot, rule, today);
  const codes = [...new Set(loans.map(({ productCode }) => productCode))];
  const classedOn = (await lastAgedDay(snapshot)) ?? null;
  return { rule, loans, products: await namesOf(snapshot, codes), classedOn };
}

/** Of each kind its newest name. */
async function namesOf(snapshot: Reader, codes: readonly string[]) {
  if (codes.length === 0) return [];
  const versions = await snapshot
    .selectFrom('loan_product')
    .select(['code', 'nameEn', 'nameHi'])
    .where('code', 'in', [...codes])
    .orderBy('code')
    .orderBy('id', 'desc')
    .execute();
  return versions.filter(({ code }, place) => versions[place - 1]?.code !== code);
}

/** Sums for each class, kind and account; of a loan that was paid back only what is not written back yet. */
async function countLoans(snapshot: Reader, rule: LoanClassRule, today: CalendarDate): Promise<readonly Counted[]> {
  const overdueOf = await overdueByLoan(snapshot, today);
  const counted = new Map<string, Counted>();
  const bandOf = (code: string | null): LoanClassBand =>
    (code === null ? undefined : loanClassBand(rule, code)) ?? LOAN_CLASS_RULES[rule][0];
  for (let afterId = 0; ; ) {
    const rows = await snapshot
      .selectFrom('loan as l')
      .leftJoin('loan_standing as s', 's.loanId', 'l.id')
      .leftJoin('balance as b', (join) => join.on('b.subLedger', '=', 'loan').onRef('b.subLedgerId', '=', 'l.id'))
      .select(['l.id', 'l.status', 'l.productCode', 's.classCode', 's.provision', 's.providedAs'])
      .select('b.amount as principalOwed')
      .where('l.id', '>', afterId)
      .where((is) => is.or([is('l.status', '=', 'active'), is('s.provision', '>', ZERO)]))
      .orderBy('l.id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1)?.id;
    if (last === undefined) return [...counted.values()];
    const securities = await valueSecurity(snapshot, { from: afterId + 1, to: last }, today);
    for (const row of rows) {
      const band = bandOf(row.classCode);
      const account = bandOf(row.providedAs).isPerforming ? ACCOUNTS[0] : ACCOUNTS[1];
      const key = `${band.code} ${row.productCode} ${account}`;
      const so = counted.get(key) ?? { band, productCode: row.productCode, account, ...NOTHING };
      const isRunning = row.status === 'active';
      const owed = isRunning ? (row.principalOwed ?? ZERO) : ZERO;
      const covered = minimum(owed, securities.get(row.id) ?? ZERO);
      counted.set(key, {
        ...so,
        loans: so.loans + (isRunning ? 1 : 0),
        outstanding: add(so.outstanding, owed),
        covered: add(so.covered, covered),
        overdue: add(so.overdue, overdueOf.get(row.id) ?? ZERO),
        needed: add(so.needed, provisionFor(band, owed, covered)),
        held: add(so.held, row.provision ?? ZERO),
      });
    }
    if (rows.length < AT_ONCE) return [...counted.values()];
    afterId = last;
  }
}

async function overdueByLoan(snapshot: Reader, today: CalendarDate): Promise<ReadonlyMap<number, Money>> {
  const { overdueThrough } = await loanDayOf(snapshot, today);
  const rows = await snapshot
    .selectFrom('loan as l')
    .innerJoin('loan_instalment as i', 'i.loanId', 'l.id')
    .select('l.id')
    .select(sql<number>`sum(${sql.raw(UNPAID)})`.as('amount'))
    .where('l.status', '=', 'active')
    .where('l.nextDueOn', '<=', overdueThrough)
    .where('i.dueOn', '<=', overdueThrough)
    .groupBy('l.id')
    .execute();
  return new Map(rows.map(({ id, amount }) => [id, money(Number(amount))]));
}

const NOTHING: Figures = { loans: 0, outstanding: ZERO, covered: ZERO, overdue: ZERO, needed: ZERO, held: ZERO };

function sumOf(rows: readonly Figures[]): Figures {
  return rows.reduce<Figures>(
    (so, row) => ({
      loans: so.loans + row.loans,
      outstanding: add(so.outstanding, row.outstanding),
      covered: add(so.covered, row.covered),
      overdue: add(so.overdue, row.overdue),
      needed: add(so.needed, row.needed),
      held: add(so.held, row.held),
    }),
    NOTHING,
  );
}

function shown(rows: readonly Figures[]) {
  const { loans, outstanding, covered, overdue, needed, held } = sumOf(rows);
  return {
    loans,
    outstanding: formatMoney(outstanding),
    covered: formatMoney(covered),
    uncovered: formatMoney(subtract(outstanding, covered)),
    overdue: formatMoney(overdue),
    needed: formatMoney(needed),
    held: formatMoney(held),
    lacks: formatMoney(subtract(needed, held)),
  };
}

/** As a file: every kind of loan by class, then the classes, then all. */
export async function loanClassesCsv(platform: Platform, actor: Actor): Promise<string> {
  const report = await reportLoanClasses(platform, actor);
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'loan-classes.exported',
      subjectKind: 'business_day',
      subjectId: report.on,
    }),
  );
  return BYTE_ORDER_MARK + csvLines(linesOf(report, actor.language));
}

function linesOf({ classes, products, total }: Report, language: Language): string[][] {
  const { heads, all, classNames } = classWords[language];
  const cells = (row: Report['total']) => [
    String(row.loans),
    row.outstanding,
    row.covered,
    row.uncovered,
    row.overdue,
    row.needed,
    row.held,
    row.lacks,
  ];
  const ratesOf = (code: string) => {
    const of = classes.find((one) => one.code === code);
    return [of?.secured ?? '', of?.unsecured ?? ''];
  };
  return [
    [...heads],
    ...products.flatMap((product) =>
      product.classes.map((row) => [product.productName, classNames[row.code], ...ratesOf(row.code), ...cells(row)]),
    ),
    ...classes.map((row) => [all, classNames[row.code], ...ratesOf(row.code), ...cells(row)]),
    [all, '', '', '', ...cells(total)],
  ];
}
