// What holds of every loan, whatever happens to it and in whatever order it is entered.

import {
  addDays,
  type ExplainedLoan,
  explainLoan,
  type InstalmentState,
  type LoanEvent,
  type ReplayedLoan,
  replayLoan,
} from '@kafal/core';
import type { RandomLoan } from './random-loan.ts';

export interface LoanCounts {
  readonly events: number;
  readonly receipts: number;
  readonly undone: number;
  readonly instalments: number;
}

/** Throws a sentence where something does not hold. */
export function checkRandomLoan({ terms, agreedOn, events, asOf }: RandomLoan): LoanCounts {
  const replay = (of: readonly LoanEvent[]) => replayLoan(terms, agreedOn, of, asOf);
  const before = JSON.stringify(events);
  const loan = replay(events);
  must(JSON.stringify(events) === before, 'replay changed its events');
  must(same(loan, replay(events)), 'two replays of the same events differ');

  const standing = stillStanding(events);
  checkTotals(loan, standing);
  checkExplained(loan, explainLoan(terms, agreedOn, events, asOf));
  must(same(loan, replay(standing)), 'an event that was taken back left a trace');
  must(same(loan, replay(inOrderOfDays(standing))), 'the order in which days were entered counts');
  must(same(replay([...events, ...undoAll(events)]), replay([])), 'undoing everything does not lead to the start');
  return {
    events: events.length,
    receipts: standing.filter(({ type }) => type === 'repayment' || type === 'payoff').length,
    undone: events.filter(({ type }) => type === 'undo').length,
    instalments: loan.instalments.length,
  };
}

/** The same of a schedule of which nothing was paid, which is agreed and planned at once where it can be. */
export function checkRandomSchedule({ terms, agreedOn }: Pick<RandomLoan, 'terms' | 'agreedOn'>): number {
  const { instalments, overpaid } = replayLoan(terms, agreedOn, [], agreedOn);
  must(overpaid === 0, 'a loan that nobody has paid is overpaid');
  let balance: number = terms.principal;
  for (const one of instalments) {
    balance -= one.principal;
    must(one.principal >= 0 && one.interest >= 0, `instalment ${one.number} has an amount below nothing`);
    must(one.balance === balance && balance >= 0, `the balance of instalment ${one.number} is not what is left`);
    must(one.totalDue === one.principal + one.interest, `instalment ${one.number} is not the sum of its parts`);
    must(one.outstanding === one.totalDue && one.paid === 0, `instalment ${one.number} has paid something`);
    must(one.start < one.due, `instalment ${one.number} falls due before it begins`);
  }
  must(balance === 0, 'the principal of all instalments is not the loan');
  return instalments.length;
}

/** Principal is the loan, no balance is below nothing, and every unit received is somewhere. */
function checkTotals({ instalments, overpaid }: ReplayedLoan, standing: readonly LoanEvent[]): void {
  const lent = sumOf(standing.filter((event) => event.type === 'payout'));
  must(sumBy(instalments, ({ principal }) => principal) === lent, 'the principal of all instalments is not the loan');
  must(instalments.at(-1)?.balance === 0 || instalments.length === 0, 'the last balance is not nothing');
  for (const { number, paidOf, paid, totalDue, outstanding, ...one } of instalments) {
    const parts = paidOf.principal + paidOf.interest + paidOf.fee + paidOf.penalty;
    must(parts === paid, `the parts paid of instalment ${number} are not what was paid`);
    const dues = [one.principal, one.interest, one.fee, one.penalty];
    must(
      totalDue === dues.reduce((sum, due) => sum + due, 0),
      `the parts of instalment ${number} are not what it is due`,
    );
    must(outstanding === totalDue - paid, `instalment ${number} is not owed what was not paid of it`);
    for (const amount of [...dues, one.balance, paidOf.principal, paidOf.interest, paidOf.fee, paidOf.penalty]) {
      must(Number.isSafeInteger(amount) && amount >= 0, `instalment ${number} has an amount below nothing`);
    }
    must(one.paidInAdvance + one.paidLate <= paid, `instalment ${number} has more early and late than was paid`);
  }
  const received = sumOf(standing.filter((event) => event.type === 'repayment'));
  const paid = sumBy(instalments, (one) => one.paid);
  if (standing.some(({ type }) => type === 'payoff')) {
    must(paid + overpaid >= received, 'money that was received is nowhere');
  } else {
    must(paid + overpaid === received, 'the shares of the receipts are not the receipts');
  }
}

/** It is the same loan, and every interest of it is its lines, rounded, with what was brought and carried on. */
function checkExplained(loan: ReplayedLoan, { interest, ...explained }: ExplainedLoan): void {
  must(same(loan, explained), 'a loan that is explained is another one');
  for (const [place, { rounded, brought, carried }] of interest.entries()) {
    const due = loan.instalments[place]?.interest;
    must(due === rounded + brought - carried, `the interest of instalment ${place + 1} is not what it is explained by`);
  }
}

function stillStanding(events: readonly LoanEvent[]): LoanEvent[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'undo' ? [event.place] : [])));
  return events.filter((event, place) => event.type !== 'undo' && !undone.has(place));
}

function undoAll(events: readonly LoanEvent[]): LoanEvent[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'undo' ? [event.place] : [])));
  return events
    .flatMap((event, place): LoanEvent[] =>
      event.type === 'undo' || undone.has(place) ? [] : [{ type: 'undo', place }],
    )
    .reverse();
}

/** As if everything had been entered on its day; of one day, in the order of entry. */
function inOrderOfDays(events: readonly LoanEvent[]): LoanEvent[] {
  const day = (event: LoanEvent) => {
    if ('on' in event) return event.on;
    if ('dueOn' in event) return event.dueOn;
    // Interest of a day is earned when it ends, so a rate counts from the day before.
    if (event.type === 'rateChange') return addDays(event.from, -1);
    if (event.type === 'moveDue') return event.enteredOn;
    return 'from' in event ? event.from : '';
  };
  return events.toSorted((one, other) => (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0));
}

const same = (one: ReplayedLoan, other: ReplayedLoan) => JSON.stringify(one) === JSON.stringify(other);

const sumBy = (instalments: readonly InstalmentState[], amountOf: (one: InstalmentState) => number) =>
  instalments.reduce((sum, one) => sum + amountOf(one), 0);

const sumOf = (events: readonly LoanEvent[]) =>
  events.reduce((sum, event) => sum + ('amount' in event ? event.amount : 0), 0);

function must(condition: boolean, sentence: string): void {
  if (!condition) throw new Error(sentence);
}
