// Random loans by the acts of the API: paid out, paid back early, late, in part and dated back, closed, and taken back in any
// order. After every act what a
// replay of its events says of a loan is what stands in the journal; when all is taken back, the ledger is where it was.

import {
  add,
  addDays,
  formatMoney,
  type Money,
  money,
  PREPAYMENT_CHOICES,
  type PrepaymentChoice,
  parseMoney,
  subtract,
  writtenOffLeft,
  ZERO,
} from '@kafal/core';
import type { LightMyRequestResponse } from 'fastify';
import { currentBusinessDay, dayOfTheNextAct } from '../../apps/server/src/features/accounting/index.ts';
import { payoffOn } from '../../apps/server/src/features/loans/close-loan.ts';
import { countByReplay, countByRows } from '../../apps/server/src/features/loans/count-loans.ts';
import { measuresOf } from '../../apps/server/src/features/loans/loan-measure-queries.ts';
import { findLoan, type LoanWithBalance } from '../../apps/server/src/features/loans/loan-queries.ts';
import {
  fallenDue,
  type LoanParts,
  owedInAll,
  paidParts,
  runningLoan,
  stateOf,
} from '../../apps/server/src/features/loans/loan-state.ts';
import { waivable } from '../../apps/server/src/features/loans/waive-loan.ts';
import { isWrittenOff, leftOfWriteOff } from '../../apps/server/src/features/loans/written-off.ts';
import { type Seeded, seeded } from '../society/seeded.ts';
import { verifyTestBooks } from '../society/verify-test-books.ts';
import { type LoanHouse, PRODUCTS } from './loan-house.ts';

export interface PlayedLoans {
  readonly loans: number;
  readonly acts: number;
  readonly refused: number;
  readonly takenBack: number;
  /** Of those, with others that stood after them. */
  readonly takenBackEarlier: number;
  readonly datedBack: number;
  readonly waived: number;
  readonly plannedAnew: number;
  readonly writtenOff: number;
  readonly recovered: number;
}

const REFUSED_DATED_BACK = [
  'LOAN_BEFORE_PAYOUT',
  'LOAN_LATER_ABOVE',
  'LOAN_LATER_STANDS',
  'LOAN_NOT_ACTIVE',
  'LOAN_PAYMENT_ABOVE',
  'LOAN_PREPAYMENT_ALL',
  'LOAN_PREPAYMENT_BELOW',
  'LOAN_RECOVERY_DATED_BACK',
  'VALUE_DATE_TOO_EARLY',
];

/** The day may be another one by the time the act is done. */
const REFUSED_ANEW = [
  'LOAN_HOLIDAY_NONE',
  'LOAN_HOLIDAY_OVER',
  'LOAN_PLAN_DAY',
  'LOAN_PLAN_NOTHING',
  'LOAN_PLAN_PAID_AHEAD',
];

const DAY_MS = 86_400_000;

interface RunningPlay {
  readonly id: number;
  readonly borrower: LoanHouse['borrowers'][number];
  /** The entries that stand, the newest last; the first is the payout. */
  readonly entries: string[];
}

/** So many loans, side by side: each borrower has one of each kind at most. */
export async function playRandomLoans(house: LoanHouse, seed: number, loans: number): Promise<PlayedLoans> {
  return new Play(house, seeded(seed)).run(loans);
}

/** Random acts on each loan, and the days that all of them take together. */
const ACTS_ON_EACH = 4;
const BUSY_PART = 10;
const DAYS = 800;
/** A waiver or a new plan stands among the entries by its own id. */
const MEASURE = 'measure ';

class Play {
  readonly #house: LoanHouse;
  readonly #random: Seeded;
  readonly #counts = {
    loans: 0,
    acts: 0,
    refused: 0,
    takenBack: 0,
    takenBackEarlier: 0,
    datedBack: 0,
    waived: 0,
    plannedAnew: 0,
    writtenOff: 0,
    recovered: 0,
  };

  constructor(house: LoanHouse, random: Seeded) {
    this.#house = house;
    this.#random = random;
  }

  async run(loans: number): Promise<PlayedLoans> {
    const { platform, clock } = this.#house.counter;
    const before = await ledgerOf(this.#house);
    const running: RunningPlay[] = [];
    for (let place = 0; place < loans; place += 1) running.push(await this.#lend(place));
    const acts = ACTS_ON_EACH * loans;
    for (let act = 0; act < acts; act += 1) {
      if (this.#random.chance(0.5)) clock.advance(this.#random.whole(1, Math.ceil((4 * DAYS) / acts)) * DAY_MS);
      // Some live through much, so that what is dated back or taken back has others after it.
      const busy = running.slice(0, Math.ceil(loans / BUSY_PART));
      await this.#act(this.#random.oneOf(this.#random.chance(0.7) ? busy : running));
    }
    for (const loan of running) await this.#takeBackAll(loan);
    const after = await ledgerOf(this.#house);
    must(after === before, `taking everything back left the ledger elsewhere: ${before} / ${after}`);
    await verifyTestBooks(platform);
    return { ...this.#counts, loans: running.length };
  }

  /** Asked for, recommended, sanctioned, and paid out by two. */
  async #lend(place: number): Promise<RunningPlay> {
    const { counter, borrowers, officer, committee } = this.#house;
    const { whole } = this.#random;
    const borrower = borrowers[place % borrowers.length];
    const productCode = PRODUCTS[Math.floor(place / borrowers.length)];
    if (borrower === undefined || productCode === undefined) throw new Error('there are not so many borrowers');
    const asked = {
      productCode,
      amount: formatMoney(money(whole(1_000_00, 5_00_000_00))),
      instalments: whole(3, 24),
      purpose: 'A random one',
      guarantors: [],
    };
    const applied = this.#expect(await counter.post('/api/loans', asked, borrower.signedIn), 201);
    const { id } = applied.json();
    const path = `/api/loans/${id}`;
    const { amount, instalments } = asked;
    this.#expect(await counter.post(`${path}/recommendation`, { note: 'Seen', version: 1 }, officer), 200);
    const sanction = { amount, instalments, resolutionNumber: 'LC/1', version: 2 };
    this.#expect(await counter.post(`${path}/sanction`, sanction, committee), 200);
    const loan = { id: Number(id), borrower, entries: [] as string[] };
    await this.#payOut(loan);
    return loan;
  }

  async #payOut(loan: RunningPlay): Promise<void> {
    const { counter, officer } = this.#house;
    const { chance, whole } = this.#random;
    // A first due day that was agreed lies before two weeks are over, so that it is one for every kind of loan.
    const firstDueOn = addDays(await dayOfTheNextAct(counter.platform), whole(1, 13));
    const to = { toDepositId: loan.borrower.depositId, ...(chance(0.3) ? { firstDueOn } : {}) };
    const asked = await counter.post(`/api/loans/${loan.id}/disbursement`, to, officer);
    // A payout that was taken back stands sanctioned, and a sanction does not stand for ever.
    if (asked.statusCode !== 202) return this.#refuse(asked, 'LOAN_SANCTION_LAPSED');
    await this.#agree(asked);
    const { disbursementEntryId } = await this.#loan(loan);
    loan.entries.push(String(disbursementEntryId));
    await this.#check(loan);
  }

  async #act(loan: RunningPlay): Promise<void> {
    const { chance } = this.#random;
    if (loan.entries.length === 0) return this.#payOut(loan);
    const standing = await this.#loan(loan);
    if (isWrittenOff(standing) && chance(0.6)) return this.#recover(loan, leftOfWriteOff(standing));
    if (chance(0.2)) return this.#takeBackLatest(loan);
    if (chance(0.3)) return this.#takeBackEarlier(loan);
    if (chance(0.3)) return this.#repayDatedBack(loan);
    if (chance(0.1)) return this.#waive(loan);
    if (chance(0.2)) return this.#planAnew(loan);
    if (chance(0.1)) return this.#writeOff(loan);
    await this.#repay(loan);
  }

  /** What is overdue, what is due, a part of it, an advance, what closes it, everything, or more than everything. */
  async #repay(loan: RunningPlay): Promise<void> {
    const { counter } = this.#house;
    const { oneOf, whole } = this.#random;
    const today = await currentBusinessDay(counter.platform);
    const remembered = await this.#loan(loan);
    if (isWrittenOff(remembered)) return this.#recover(loan, leftOfWriteOff(remembered));
    const state = stateOf(await runningLoan(counter.platform.database, remembered), today);
    const owed = owedInAll(state);
    const due = fallenDue(state, today);
    const next = state.instalments.find(({ outstanding }) => outstanding > 0)?.outstanding ?? 0;
    const standing = await this.#loan(loan);
    const payoff = standing.status === 'active' ? await payoffOn(counter.platform.database, standing, today) : 0;
    const amount = oneOf([
      next,
      due,
      Math.floor(due / 2),
      whole(1, Math.max(1, owed)),
      3 * next,
      payoff,
      owed,
      owed + 1,
    ]);
    if (amount <= 0) return;
    const body = { fromDepositId: loan.borrower.depositId, amount: formatMoney(money(amount)), ...this.#choice() };
    const answer = await counter.post(`/api/loans/${loan.id}/repayments`, body, loan.borrower.signedIn);
    // The day moves with the act, so a loan by the day owes more by then than was just read.
    if (answer.statusCode !== 201) {
      this.#refuse(answer, 'LOAN_PAYMENT_ABOVE', 'LOAN_NOT_ACTIVE', 'LOAN_PREPAYMENT_BELOW', 'LOAN_PREPAYMENT_ALL');
    } else {
      this.#counts.acts += 1;
      loan.entries.push(answer.json().entryId);
    }
    await this.#check(loan);
  }

  /** A fifth of the payments are principal ahead of its time. */
  #choice(): { prepayment?: PrepaymentChoice } {
    const { chance, oneOf } = this.#random;
    return chance(0.2) ? { prepayment: oneOf(PREPAYMENT_CHOICES) } : {};
  }

  /** The office enters what came in on an earlier day, also before the payout or as more than the loan could take. */
  async #repayDatedBack(loan: RunningPlay): Promise<void> {
    const { counter } = this.#house;
    const { whole, oneOf } = this.#random;
    const today = await currentBusinessDay(counter.platform);
    const valueOn = addDays(today, -whole(0, 120));
    const standing = await this.#loan(loan);
    if (standing.disbursedOn === null) return;
    const state = stateOf(await runningLoan(counter.platform.database, standing), today);
    const next = state.instalments[0]?.totalDue ?? 1;
    const amount = money(Math.max(1, oneOf([next, whole(1, 2 * next), whole(1, Math.max(1, owedInAll(state)))])));
    const body = {
      fromDepositId: loan.borrower.depositId,
      amount: formatMoney(amount),
      valueOn,
      ...this.#choice(),
    };
    const answer = await counter.post(`/api/loans/${loan.id}/repayments`, body, counter.cashier);
    if (answer.statusCode === 201) {
      this.#counts.acts += 1;
      this.#counts.datedBack += 1;
      loan.entries.push(answer.json().entryId);
    } else {
      this.#refuse(answer, ...REFUSED_DATED_BACK);
    }
    await this.#check(loan);
  }

  /** A part of the interest that has fallen due. Nothing of it is booked here, so it has no entry. */
  async #waive(loan: RunningPlay): Promise<void> {
    const { counter, officer } = this.#house;
    const { database } = counter.platform;
    const standing = await this.#loan(loan);
    if (standing.status !== 'active') return;
    const today = await currentBusinessDay(counter.platform);
    const { interest } = waivable(stateOf(await runningLoan(database, standing), today), today);
    if (interest === 0) return;
    const part = formatMoney(money(this.#random.whole(1, interest)));
    const body = { kind: 'waiver', interest: part, reason: 'A random one' };
    await this.#agree(await counter.post(`/api/loans/${loan.id}/measures`, body, officer));
    const measure = (await measuresOf(database, loan.id)).at(-1);
    loan.entries.push(`${MEASURE}${measure?.id}`);
    this.#counts.waived += 1;
    await this.#check(loan);
  }

  /** A new plan, or a moratorium; the agreement of the second moves no money. */
  async #planAnew(loan: RunningPlay): Promise<void> {
    const { counter, officer } = this.#house;
    const { whole, oneOf, chance } = this.#random;
    const { database } = counter.platform;
    const standing = await this.#loan(loan);
    if (standing.status !== 'active') return;
    const today = await currentBusinessDay(counter.platform);
    const instalments = whole(2, 24);
    const why = { reason: 'A random one', resolutionNumber: 'LC/2', resolutionOn: today };
    const body = chance(0.5)
      ? { kind: 'moratorium', holiday: whole(1, instalments - 1), instalments, interest: oneOf(['served', 'apart']) }
      : {
          kind: 'rescheduling',
          firstDueOn: addDays(today, whole(1, 60)),
          instalments,
          arrears: oneOf(['stay', 'apart']),
          ...(chance(0.3) ? { annualRate: '9.5' } : {}),
        };
    const asked = await counter.post(`/api/loans/${loan.id}/measures`, { ...body, ...why }, officer);
    if (asked.statusCode !== 202) {
      this.#refuse(asked, ...REFUSED_ANEW);
      return;
    }
    await this.#agree(asked);
    const measure = (await measuresOf(database, loan.id)).at(-1);
    loan.entries.push(`${MEASURE}${measure?.id}`);
    this.#counts.plannedAnew += 1;
    await this.#check(loan);
  }

  /** Money on a loan that was written off: a part, all that is left, or more than that. */
  async #recover(loan: RunningPlay, left: Money): Promise<void> {
    const { counter } = this.#house;
    const amount = this.#random.oneOf([this.#random.whole(1, left), left, left + 1]);
    const body = { fromDepositId: loan.borrower.depositId, amount: formatMoney(money(amount)) };
    const answer = await counter.post(`/api/loans/${loan.id}/repayments`, body, loan.borrower.signedIn);
    if (answer.statusCode === 201) {
      this.#counts.recovered += 1;
      loan.entries.push(answer.json().entryId);
    } else {
      this.#refuse(answer, 'LOAN_RECOVERY_ABOVE');
    }
    await this.#check(loan);
  }

  async #writeOff(loan: RunningPlay): Promise<void> {
    const { counter, officer } = this.#house;
    if ((await this.#loan(loan)).status !== 'active') return;
    const resolution = { resolutionNumber: 'GB/1', resolutionOn: await currentBusinessDay(counter.platform) };
    const body = { kind: 'write-off', reason: 'A random one', ...resolution };
    await this.#agree(await counter.post(`/api/loans/${loan.id}/measures`, body, officer));
    const measure = (await measuresOf(counter.platform.database, loan.id)).at(-1);
    loan.entries.push(`${MEASURE}${measure?.id}`);
    this.#counts.writtenOff += 1;
    await this.#check(loan);
  }

  /** In any order: the one that counts last goes always, and a part-prepayment or a closing may hold those before it. */
  async #takeBackAll(loan: RunningPlay): Promise<void> {
    while (loan.entries.length > 0) {
      const left = loan.entries.length;
      for (const entry of [this.#random.oneOf(loan.entries), ...loan.entries.toReversed()]) {
        if (await this.#takeBack(loan, entry)) break;
      }
      must(loan.entries.length < left, `nothing of loan ${loan.id} can be taken back`);
    }
  }

  async #takeBackLatest(loan: RunningPlay): Promise<void> {
    const entry = loan.entries.at(-1);
    if (entry !== undefined) await this.#takeBack(loan, entry);
  }

  /** What came after it is shared anew. */
  async #takeBackEarlier(loan: RunningPlay): Promise<void> {
    const { chance, oneOf } = this.#random;
    // The payout stands while anything came after it, so it is asked for seldom.
    const earlier = loan.entries.slice(chance(0.2) ? 0 : 1, -1);
    if (earlier.length > 0) await this.#takeBack(loan, oneOf(earlier));
  }

  /** Answers whether it stands no more. */
  async #takeBack(loan: RunningPlay, entry: string): Promise<boolean> {
    const asked = await this.#reverse(loan, entry);
    // What is older than a year waits for a second person.
    if (asked.statusCode === 202) await this.#agree(asked);
    else if (asked.statusCode !== 201) {
      this.#refuse(asked, 'LOAN_ENTRY_STANDS', 'LOAN_LATER_STANDS');
      await this.#check(loan);
      return false;
    }
    this.#counts.takenBack += 1;
    if (entry !== loan.entries.at(-1)) this.#counts.takenBackEarlier += 1;
    loan.entries.splice(loan.entries.indexOf(entry), 1);
    await this.#check(loan);
    return true;
  }

  async #agree(asked: LightMyRequestResponse): Promise<void> {
    const { counter, committee } = this.#house;
    const { approvalId } = this.#expect(asked, 202).json();
    this.#expect(await counter.post(`/api/approvals/${approvalId}/approval`, {}, committee), 200);
  }

  #reverse({ id }: RunningPlay, entryId: string): Promise<LightMyRequestResponse> {
    const { counter, officer } = this.#house;
    if (entryId.startsWith(MEASURE)) {
      const path = `/api/loans/${id}/measures/${entryId.slice(MEASURE.length)}/reversal`;
      return counter.post(path, { reason: 'A mistake' }, officer);
    }
    return counter.post(`/api/journal-entries/${entryId}/reversal`, { reason: 'A mistake' }, counter.manager);
  }

  #loan({ id }: RunningPlay): Promise<LoanWithBalance> {
    return loanOf(this.#house, id);
  }

  #check({ id }: RunningPlay): Promise<void> {
    return checkLoan(this.#house, id);
  }

  #expect(answer: LightMyRequestResponse, status: number): LightMyRequestResponse {
    must(answer.statusCode === status, `expected ${status}, got ${answer.statusCode}: ${answer.body}`);
    this.#counts.acts += 1;
    return answer;
  }

  #refuse(answer: LightMyRequestResponse, ...codes: string[]): void {
    must(
      codes.includes(answer.json().code),
      `expected ${codes.join(' or ')}, got ${answer.statusCode}: ${answer.body}`,
    );
    this.#counts.refused += 1;
  }
}

const NOTHING: LoanParts = { principal: ZERO, interest: ZERO, fee: ZERO, penalty: ZERO };

async function loanOf({ counter }: LoanHouse, id: number): Promise<LoanWithBalance> {
  const loan = await findLoan(counter.platform.database, id);
  if (loan === undefined) throw new Error(`loan ${id} is not there`);
  return loan;
}

/** The replay of its events beside what stands in the books, and the rows of its instalments. */
async function checkLoan(house: LoanHouse, id: number): Promise<void> {
  const { platform } = house.counter;
  const { database } = platform;
  const loan = await loanOf(house, id);
  const posted = JSON.stringify(await postedParts(house, loan));
  if (loan.disbursedOn === null) {
    must(posted === JSON.stringify(NOTHING), `loan ${id} is not paid out and has ${posted}`);
    return;
  }
  const running = await runningLoan(database, loan);
  const today = await currentBusinessDay(platform);
  const state = stateOf(running, today);
  const paid = paidParts(state);
  const gone = add(paid.principal, state.writtenOff?.principal ?? ZERO);
  const replayed = JSON.stringify({ ...paid, principal: subtract(running.terms.principal, gone) });
  must(posted === replayed, `loan ${id} by replay is ${replayed}, by its postings ${posted}`);
  const rows = await database
    .selectFrom('loan_instalment')
    .select(['paidPrincipal', 'paidInterest', 'paidFee', 'paidPenalty'])
    .where('loanId', '=', id)
    .execute();
  const kept = rows.reduce((sum, row) => sum + row.paidPrincipal + row.paidInterest + row.paidFee + row.paidPenalty, 0);
  must(
    kept + state.prepaid === paid.principal + paid.interest + paid.fee + paid.penalty,
    `the rows of loan ${id} say another sum`,
  );
  const remembered = state.writtenOff === null ? ZERO : writtenOffLeft(state.writtenOff);
  must(leftOfWriteOff(loan) === remembered, `loan ${id} remembers another sum than its events`);
  must(
    (loan.status === 'closed') === (owedInAll(state) === 0),
    `loan ${id} is ${loan.status} and owes ${owedInAll(state)}`,
  );
  // At the end of a day many loans are counted by their rows at once; each comes to what the engine says of it.
  const byRows = (await countByRows(database, platform, [id], { on: today, agedThrough: '' })).get(id);
  const byReplay = await countByReplay(database, id, today);
  if (byRows !== undefined) {
    must(
      JSON.stringify(byRows) === JSON.stringify(byReplay),
      `loan ${id} is ${JSON.stringify(byRows)} by its rows and ${JSON.stringify(byReplay)} by replay`,
    );
  }
}

/** What stands on its account, and what its own entries have earned under its name. */
async function postedParts({ counter }: LoanHouse, { id, number }: LoanWithBalance): Promise<LoanParts> {
  const { database } = counter.platform;
  const rows = await database
    .selectFrom('posting')
    .select(['side', 'accountCode', 'amount'])
    .where('entryId', 'in', database.selectFrom('loan_event').select('entryId').where('loanId', '=', id))
    .where('memo', '=', number)
    .execute();
  const earned = (account: string) =>
    rows.reduce((sum, { side, accountCode, amount }) => {
      if (accountCode !== account) return sum;
      return side === 'credit' ? sum + amount : sum - amount;
    }, 0);
  return {
    principal: parseMoney(await counter.balance('loan', id)),
    interest: money(earned('4101')),
    fee: money(earned('4202')),
    penalty: money(earned('4103')),
  };
}

/** Every account of the ledger with its balance, as text. */
async function ledgerOf({ counter }: LoanHouse): Promise<string> {
  const rows = await counter.platform.database
    .selectFrom('posting')
    .select(['accountCode', 'side', 'subLedger', 'subLedgerId'])
    .select(({ fn }) => fn.sum<number>('amount').as('amount'))
    .groupBy(['accountCode', 'side', 'subLedger', 'subLedgerId'])
    .execute();
  const balances = new Map<string, number>();
  for (const { accountCode, side, subLedger, subLedgerId, amount } of rows) {
    const key = `${accountCode} ${subLedger ?? ''} ${subLedgerId ?? ''}`;
    balances.set(key, (balances.get(key) ?? 0) + (side === 'debit' ? Number(amount) : -Number(amount)));
  }
  return [...balances]
    .filter(([, amount]) => amount !== 0)
    .sort()
    .map(([key, amount]) => `${key} ${amount}`)
    .join('\n');
}

function must(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
