// The society of the day-end tests beside the second calculation: what differs, a sentence each.

import type { TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import { accruedOnAccounts, type KnownMovement, monthEnds } from './accrual-books.ts';
import { accountOnPaper, type PaperAccount, type PaperCredit } from './day-end-books.ts';
import { FIRST_DAY, type Plan, SAVINGS_KINDS, type SavingsSociety } from './savings-society.ts';
import { dailiesInTheBooks, dailiesOfPlan } from './society-daily.ts';
import { loansInTheBooks, loansOfPlan } from './society-loans.ts';
import { quietInTheBooks, quietOfPlan } from './society-quiet.ts';
import { termsInTheBooks, termsOfPlan } from './society-terms.ts';
import { thriftInTheBooks, thriftOfPlan } from './society-thrift.ts';
import { accruedOnTerms, paidInOf } from './term-books.ts';

export interface Compared {
  /** Of every kind, with those that deposits were renewed as. */
  readonly accounts: number;
  readonly credits: number;
  /** Credits that were counted anew, since an entry was dated back into their days. */
  readonly recounts: number;
  /** Acts of deposits of a term, dues of thrift, and what befell quiet accounts. */
  readonly acts: number;
  /** Accounts with interest that is owed, at the ends of months. */
  readonly accruals: number;
  /** Days on which a loan was charged, changes of class, provisions, and each loan as it stands. */
  readonly loans: number;
  readonly wrong: string[];
}

/** Also when an entry is missing or there is one too many. */
export async function differences({ books }: SavingsSociety, plan: Plan): Promise<Compared> {
  const last = plan.days.at(-1) ?? FIRST_DAY;
  const terms = termsOfPlan(plan.terms, last);
  const termRows = await termsInTheBooks(books);
  const thriftRows = await thriftInTheBooks(books);
  const thrift = thriftOfPlan(plan.thrifts, thriftRows.ids);

  const daily = dailiesOfPlan(plan.agents, plan.days, last);

  // Each member has one savings account, with their own number.
  const toSavings = [...terms.toSavings, ...thrift.toSavings, ...daily.toSavings].map(({ memberId, on, amount }) => {
    return { depositId: memberId, on, valueOn: on, amount };
  });
  const waiting = terms.unclaimed.map(({ memberId, on, unclaimed }) => ({
    depositId: termRows.unclaimedIds.get(`${memberId} ${on}`) ?? 0,
    on,
    valueOn: on,
    amount: unclaimed,
  }));
  const [first] = SAVINGS_KINDS;
  if (first === undefined) throw new Error('what waits earns what the first savings earn');
  const unclaimed = waiting.map(({ depositId, on }): PaperAccount => ({ depositId, kind: first, openedOn: on }));
  const accounts = [...plan.accounts, ...thrift.accounts, ...unclaimed];
  const movements: KnownMovement[] = [
    ...[...plan.movements.values()].flat(),
    ...thrift.movements,
    ...toSavings,
    ...waiting,
  ];
  const moved = Map.groupBy(movements, ({ depositId }) => depositId);
  const standings = accounts.map((account) => ({
    account,
    ...accountOnPaper(account, moved.get(account.depositId) ?? [], last),
  }));
  const credits = standings.flatMap((standing) => standing.credits);

  const ends = monthEnds(FIRST_DAY, last);
  const accrued = [
    ...accruedOnAccounts(accounts, movements, ends, plan.days).map(({ depositId, on, earned }) =>
      accrualLine(`account ${depositId}`, on, earned),
    ),
    ...ends.flatMap((on) =>
      accruedOnTerms(terms.lived, on).flatMap(({ term, earned }) =>
        earned === 0 ? [] : [accrualLine(termName(term.memberId, term.kind.code, term.openedOn), on, earned)],
      ),
    ),
  ];

  const given =
    sum([...credits, ...daily.given], ({ interest }) => interest) +
    sum(terms.payouts, ({ interest }) => interest) +
    sum(terms.maturities, ({ interest }) => interest);
  const net =
    sum([...credits, ...daily.given], (credit) => credit.net) +
    sum(terms.payouts, ({ amount }) => amount) +
    sum(terms.maturities, (maturity) => maturity.net);
  const held = (isOfKind: (account: PaperAccount) => boolean) =>
    sum(standings, ({ account, balance }) => (isOfKind(account) ? balance : 0));
  const isWaiting = new Set(unclaimed.map(({ depositId }) => depositId));
  const open = terms.lived.filter(({ term, end }) => term.openedOn <= last && end > last);
  const lying = (code: string) =>
    sum(open, ({ term }) => (accountOfTerm(term.kind.grows) === code ? paidInOf(term, last) : 0));
  const ledger = [
    ledgerLine('interest given', given),
    ledgerLine('2211', given - net + sum(daily.commissions, ({ tax }) => tax)),
    ledgerLine('5105', -sum(daily.commissions, ({ commission }) => commission)),
    ledgerLine(
      '2213',
      sum(daily.commissions, ({ agent, commission, tax }) => (agent === 1 ? commission - tax : 0)),
    ),
    ledgerLine(
      '2131',
      sum(daily.lives, ({ balance }) => balance),
    ),
    ledgerLine('4203', terms.fines),
    ledgerLine(
      '2101',
      held(({ depositId, kind }) => kind.kind !== 'thrift' && !isWaiting.has(depositId)),
    ),
    ledgerLine(
      '2102',
      held(({ kind }) => kind.kind === 'thrift'),
    ),
    ledgerLine(
      '2141',
      held(({ depositId }) => isWaiting.has(depositId)),
    ),
    ...['2111', '2112', '2121'].map((code) => ledgerLine(code, lying(code))),
  ];

  const program = await creditsInTheBooks(books);
  const accruedRows = await accrualsInTheBooks(books);
  const quietRows = await quietInTheBooks(books);
  const loanRows = await loansInTheBooks(books);
  const wrong = [
    ...unlike(terms.lines, termRows.lines),
    ...unlike(thrift.lines, thriftRows.lines),
    ...unlike(daily.lines, await dailiesInTheBooks(books)),
    ...unlike(quietOfPlan(plan, last), quietRows),
    ...unlike(loansOfPlan(plan.loans, last), loanRows),
    ...unlike(credits.map(creditLine), program.rows.map(creditLine)),
    ...unlike(
      [
        ...credits.filter((credit) => credit.net > 0).map(postedLine),
        ...terms.payouts.map(({ memberId, on, amount }) => postedLine({ depositId: memberId, to: on, net: amount })),
      ],
      program.entries.map(postedLine),
    ),
    ...unlike(accrued, accruedRows),
    ...unlike(
      standings.map(({ account, balance }) => balanceLine(account.depositId, balance)),
      await balancesInTheBooks(books),
    ),
    ...unlike(ledger, await ledgerInTheBooks(books)),
  ];
  return {
    accounts: accounts.length + daily.lives.length + terms.lived.filter(({ term }) => term.openedOn <= last).length,
    credits: program.entries.length,
    recounts: program.recounts,
    acts: termRows.lines.length + thriftRows.lines.length + daily.lines.length + quietRows.length,
    accruals: accruedRows.length,
    loans: loanRows.length,
    wrong,
  };
}

const sum = <T>(all: readonly T[], of: (each: T) => number) => all.reduce((total, each) => total + of(each), 0);

const creditLine = ({ depositId, from, to, interest }: Omit<PaperCredit, 'net'>) =>
  `account ${depositId}, ${from} to ${to}: ${interest}`;
const postedLine = ({ depositId, to, net }: Omit<PaperCredit, 'from' | 'interest'>) =>
  `entry for account ${depositId} on ${to}: ${net}`;
const accrualLine = (name: string, on: string, earned: number) => `${name}: ${earned} owed on ${on}`;
const balanceLine = (depositId: number, balance: number) => `account ${depositId} has ${balance}`;
const ledgerLine = (code: string, amount: number) => `${code}: ${amount}`;
const termName = (memberId: number, code: string, openedOn: string) => `member ${memberId}, ${code} of ${openedOn}`;

function accountOfTerm(grows: Plan['terms'][number]['kind']['grows']): string {
  return grows === 'instalments' ? '2121' : grows === 'quarterly' ? '2111' : '2112';
}

/** What the program credited: its rows, and beside them the entries that it posted, each by account and day. */
async function creditsInTheBooks({ platform: { database } }: TestBooks) {
  const rows = await database
    .selectFrom('interest_credit')
    .select(['depositId', 'periodFrom as from', 'periodTo as to', 'interest'])
    .execute();
  const posted = await database
    .selectFrom('journal_entry')
    .innerJoin('posting', 'posting.entryId', 'journal_entry.id')
    .innerJoin('deposit', 'deposit.id', 'posting.subLedgerId')
    .leftJoin('journal_entry as back', 'back.reversesEntryId', 'journal_entry.id')
    .select(['subLedgerId', 'journal_entry.valueOn as to', 'amount as net'])
    .where('back.id', 'is', null)
    .where('journal_entry.kind', '=', 'interest')
    .where('posting.subLedger', '=', 'deposit')
    .where('posting.side', '=', 'credit')
    .where('deposit.kind', '!=', 'daily')
    .execute();
  const entries = posted.map(({ subLedgerId, to, net }) => ({ depositId: subLedgerId ?? 0, to, net }));
  const recounted = await database.selectFrom('interest_recount').select('periodTo').execute();
  return { rows, entries, recounts: recounted.length };
}

/** What stood accrued on each account when the step of a month's end was done. */
async function accrualsInTheBooks({ platform: { database } }: TestBooks): Promise<string[]> {
  const rows = await database
    .selectFrom('interest_accrual as a')
    .innerJoin('deposit as d', 'd.id', 'a.depositId')
    .leftJoin('accrual_run as r', 'r.id', 'a.runId')
    .select(['a.id', 'a.depositId', 'a.amount', 'r.accruedOn', 'd.memberId', 'd.openedOn', 'd.productCode', 'd.kind'])
    .orderBy('a.id')
    .execute();
  const owed = new Map<number, number>();
  const lastOf = new Map(rows.flatMap(({ accruedOn, id }) => (accruedOn === null ? [] : [[id, accruedOn] as const])));
  const ends = new Map([...lastOf].map(([id, on]) => [on, id]));
  const byId = new Map(rows.map((row) => [row.depositId, row]));
  return rows.flatMap((row) => {
    owed.set(row.depositId, (owed.get(row.depositId) ?? 0) + row.amount);
    const { accruedOn } = row;
    if (accruedOn === null || ends.get(accruedOn) !== row.id) return [];
    return [...owed].flatMap(([depositId, amount]) => {
      const of = byId.get(depositId);
      if (amount === 0 || of === undefined) return [];
      const isTerm = of.kind === 'fixed' || of.kind === 'recurring';
      const name = isTerm ? termName(of.memberId, of.productCode, of.openedOn) : `account ${depositId}`;
      return [accrualLine(name, accruedOn, amount)];
    });
  });
}

async function balancesInTheBooks({ platform: { database } }: TestBooks): Promise<string[]> {
  const rows = await database
    .selectFrom('balance as b')
    .innerJoin('deposit as d', 'd.id', 'b.subLedgerId')
    .select(['d.id', 'b.amount'])
    .where('b.subLedger', '=', 'deposit')
    .where('d.kind', 'not in', ['fixed', 'recurring', 'daily'])
    .execute();
  return rows.map(({ id, amount }) => balanceLine(id, amount));
}

/** Interest given is what was booked as an expense and is not owed any more. */
async function ledgerInTheBooks({ platform }: TestBooks): Promise<string[]> {
  const rows = await platform.database
    .selectFrom('posting')
    .select(({ fn }) => ['accountCode', 'side', fn.sum<number>('amount').as('amount')])
    .groupBy(['accountCode', 'side'])
    .execute();
  const of = new Map<string, number>();
  for (const { accountCode, side, amount } of rows) {
    of.set(accountCode, (of.get(accountCode) ?? 0) + (side === 'credit' ? Number(amount) : -Number(amount)));
  }
  const at = (code: string) => of.get(code) ?? 0;
  return [
    ledgerLine('interest given', -at('5101') - at('5102') - at('5103') - at('2201')),
    ...['2211', '5105', '2213', '2131', '4203', '2101', '2102', '2141', '2111', '2112', '2121'].map((code) =>
      ledgerLine(code, at(code)),
    ),
  ];
}

function unlike(paper: readonly string[], program: readonly string[]): string[] {
  const [onPaper, inProgram] = [new Set(paper), new Set(program)];
  const differing = [
    ...paper.filter((each) => !inProgram.has(each)).map((each) => `only on paper: ${each}`),
    ...program.filter((each) => !onPaper.has(each)).map((each) => `only in the books: ${each}`),
  ];
  if (differing.length === 0 && paper.length !== program.length) {
    return [`${paper.length} on paper and ${program.length} in the books`];
  }
  return differing;
}
