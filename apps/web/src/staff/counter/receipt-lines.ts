import {
  add,
  compareMoney,
  formatMoney,
  type Money,
  minimum,
  parseMoney,
  spreadDues,
  subtract,
  sum,
  ZERO,
} from '@kafal/core';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { CounterMember, TakeReceiptRequest } from '../answers.ts';

// The lines of a receipt while it is being typed: what is due stands there already, one typed amount is spread over
// the dues in the order they are collected, then over instalments that are due, which are paid whole or not at all, then
// over what loans are due, and what is left goes to savings, or to shares where there are none.

export type DeskLine =
  | { key: string; kind: 'due'; dueId: string; label: string; outstanding: string }
  | {
      key: string;
      kind: 'instalment';
      depositId: string;
      accountNumber: string;
      number: number;
      dueOn: string;
      movesTo: string | null;
      isDue: boolean;
      amount: string;
      /** What being late costs besides. */
      fine: string;
    }
  | {
      key: string;
      kind: 'loan';
      loanId: string;
      number: string;
      due: string;
      owed: string;
      /** What closes it today. */
      payoff: string;
      nextDueOn: string | null;
      isWrittenOff: boolean;
      guarantors: CounterMember['loans'][number]['guarantors'];
    }
  /** Of a loan that the member stands surety for. */
  | ({ key: string; kind: 'surety' } & CounterMember['sureties'][number])
  | { key: string; kind: 'shares'; isBesideDue: boolean }
  | {
      key: string;
      kind: 'savings';
      depositId: string;
      accountNumber: string;
      product: string;
      balance: string;
      /** Thrift that is due and not paid; what is brought pays the oldest month first. */
      owed?: { amount: string; since: string; months: number };
    };

export type TypedLines = Readonly<Record<string, string>>;

export const sharesKey = 'shares';

/** Under which the borrower's choice for money ahead of its time stands among what is typed. */
export const choiceKey = (lineKey: string) => `${lineKey} choice`;

/** More than is due, and less than closes the loan: the borrower may choose what it does. */
export function mayChoose(line: DeskLine, typed: TypedLines, decimals: number): boolean {
  if (line.kind !== 'loan' || line.isWrittenOff) return false;
  const amount = readTypedMoney(typed[line.key] ?? '', decimals);
  if (!amount.ok) return false;
  const paid = parseMoney(amount.text, decimals);
  return paid > parseMoney(line.due, decimals) && paid < parseMoney(line.payoff, decimals);
}

export function deskLines(person: CounterMember, today: string | null): DeskLine[] {
  return [
    ...person.dues
      .filter((due) => !isZeroMoney(due.outstanding))
      .map((due) => ({
        key: `due ${due.id}`,
        kind: 'due' as const,
        dueId: due.id,
        label: due.name,
        outstanding: due.outstanding,
      })),
    ...person.instalments.map(({ depositId, accountNumber, number, dueOn, movesTo, amount, fine }) => ({
      key: `instalment ${depositId}`,
      kind: 'instalment' as const,
      depositId,
      accountNumber,
      number,
      dueOn,
      movesTo,
      isDue: today !== null && (dueOn <= today || (movesTo !== null && movesTo <= today)),
      amount,
      fine,
    })),
    ...person.loans.map(({ loanId, number, due, owed, payoff, nextDueOn, isWrittenOff, guarantors }) => ({
      key: `loan ${loanId}`,
      kind: 'loan' as const,
      loanId,
      number,
      due,
      owed,
      payoff,
      nextDueOn,
      isWrittenOff,
      guarantors,
    })),
    ...person.sureties.map((surety) => ({ key: `loan ${surety.loanId}`, kind: 'surety' as const, ...surety })),
    {
      key: sharesKey,
      kind: 'shares' as const,
      isBesideDue: person.dues.some((due) => due.kind === 'share' && !isZeroMoney(due.outstanding)),
    },
    ...person.deposits
      .filter((deposit) => deposit.status !== 'closed')
      .map(({ id, accountNumber, product, balance }) => ({
        key: `savings ${id}`,
        kind: 'savings' as const,
        depositId: id,
        accountNumber,
        product,
        balance,
        ...owedOn(person, id),
      })),
  ];
}

function owedOn(person: CounterMember, depositId: string) {
  const due = person.thriftDues.find((one) => one.depositId === depositId);
  if (due === undefined) return {};
  return { owed: { amount: due.arrears, since: due.since, months: due.monthsInArrear } };
}

/** What is due, each in full. */
export function prefilled(lines: readonly DeskLine[]): TypedLines {
  return Object.fromEntries(lines.map((line) => [line.key, inFull(line)]));
}

function inFull(line: DeskLine): string {
  if (line.kind === 'due') return typedFromMoney(line.outstanding);
  if (line.kind === 'savings') return line.owed === undefined ? '' : typedFromMoney(line.owed.amount);
  if (line.kind === 'loan') return isZeroMoney(line.due) ? '' : typedFromMoney(line.due);
  return line.kind === 'instalment' && line.isDue ? typedFromMoney(line.amount) : '';
}

/** Of what is paid on a line: an instalment that is late brings its fine along. */
function withFine(line: DeskLine, amount: Money, decimals: number): Money {
  return line.kind === 'instalment' ? add(amount, parseMoney(line.fine, decimals)) : amount;
}

/** One amount over all lines; nothing while the amount cannot be read. */
export function spread(lines: readonly DeskLine[], typedAmount: string, decimals: number): TypedLines {
  const empty = Object.fromEntries(lines.map((line) => [line.key, '']));
  const amount = readTypedMoney(typedAmount, decimals);
  if (!amount.ok) return empty;
  const dues = lines.flatMap((line) =>
    line.kind === 'due' ? [{ key: line.key, amount: parseMoney(line.outstanding, decimals) }] : [],
  );
  const rest = lines.find((line) => line.kind === 'savings')?.key ?? sharesKey;
  const parts = new Map(
    spreadDues(parseMoney(amount.text, decimals), dues, rest).map((part) => [part.key, part.amount]),
  );
  for (const line of lines) {
    if (line.kind !== 'savings' || line.owed === undefined || line.key === rest) continue;
    const left = parts.get(rest) ?? ZERO;
    const paid = minimum(left, parseMoney(line.owed.amount, decimals));
    parts.set(line.key, paid).set(rest, subtract(left, paid));
  }
  for (const line of lines) {
    if (line.kind !== 'instalment' || !line.isDue) continue;
    const instalment = parseMoney(line.amount, decimals);
    const left = subtract(parts.get(rest) ?? ZERO, withFine(line, instalment, decimals));
    if (left < 0) continue;
    parts.set(line.key, instalment).set(rest, left);
  }
  for (const line of lines) {
    if (line.kind !== 'loan') continue;
    const left = parts.get(rest) ?? ZERO;
    const paid = minimum(left, parseMoney(line.due, decimals));
    parts.set(line.key, paid).set(rest, subtract(left, paid));
  }
  const typed = [...parts].filter(([, part]) => part > 0);
  return {
    ...empty,
    ...Object.fromEntries(typed.map(([key, part]) => [key, typedFromMoney(formatMoney(part, decimals))])),
  };
}

export interface ReadLines {
  lines: TakeReceiptRequest['lines'];
  total: string;
  /** Some line holds what is no amount. */
  hasSlip: boolean;
}

export function readLines(lines: readonly DeskLine[], typed: TypedLines, decimals: number): ReadLines {
  const read = lines.map((line) => ({ line, amount: readTypedMoney(typed[line.key] ?? '', decimals) }));
  const asked = read.flatMap(({ line, amount }) =>
    amount.ok && !isZeroMoney(amount.text) ? [{ line, amount: amount.text }] : [],
  );
  return {
    lines: asked.map(({ line, amount }) =>
      askedLine(line, amount, mayChoose(line, typed, decimals) ? typed[choiceKey(line.key)] : undefined),
    ),
    total: formatMoney(
      sum(asked.map(({ line, amount }) => withFine(line, parseMoney(amount, decimals), decimals))),
      decimals,
    ),
    hasSlip: read.some(({ amount }) => !amount.ok && amount.reason !== 'empty'),
  };
}

function askedLine(line: DeskLine, amount: string, choice: string | undefined): TakeReceiptRequest['lines'][number] {
  switch (line.kind) {
    case 'due':
      return { kind: 'due', dueId: line.dueId, amount };
    case 'instalment':
      return { kind: 'instalment', depositId: line.depositId, amount };
    case 'loan':
      return {
        kind: 'loan',
        loanId: line.loanId,
        amount,
        ...(choice === 'reduceInstalment' || choice === 'reduceTerm' ? { prepayment: choice } : {}),
      };
    case 'surety':
      return { kind: 'loan', loanId: line.loanId, amount };
    case 'shares':
      return { kind: 'shares', amount };
    case 'savings':
      return { kind: 'savings', depositId: line.depositId, amount };
  }
}

/** What goes back to the person; undefined while nothing is given, negative text while it is not enough. */
export function changeOf(given: string, total: string, decimals: number): string | undefined {
  const amount = readTypedMoney(given, decimals);
  if (!amount.ok) return undefined;
  const change = subtract(parseMoney(amount.text, decimals), parseMoney(total, decimals));
  return formatMoney(change, decimals);
}

export function isNegative(text: string, decimals: number): boolean {
  return text.startsWith('-') && compareMoney(parseMoney(text.slice(1), decimals), ZERO) > 0;
}
