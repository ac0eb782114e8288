import { formatMoney, parseMoney, sum } from '@kafal/core';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import type { EnterVoucherRequest } from '../answers.ts';

// What is typed on the voucher form, and how it becomes the request.

export const voucherKinds = ['opening', 'cash', 'expense', 'contra', 'journal'] as const;
export type VoucherKind = (typeof voucherKinds)[number];

export interface TypedLine {
  key: string;
  accountCode: string;
  side: 'debit' | 'credit';
  amount: string;
  memo: string;
  /** A member's account, in a journal voucher. */
  accountNumber?: string;
}

/** "vault", "till 3" or "bank 1201": one choice of a list. */
export type PlaceText = string;

export interface TypedVoucher {
  lines: TypedLine[];
  from: PlaceText;
  to: PlaceText;
  amount: string;
  narration: string;
  valueOn: string;
}

let linesMade = 0;

export function newLine(side: TypedLine['side']): TypedLine {
  linesMade += 1;
  return { key: `line ${linesMade}`, accountCode: '', side, amount: '', memo: '' };
}

export function newVoucher(): TypedVoucher {
  return { lines: [newLine('debit'), newLine('credit')], from: '', to: '', amount: '', narration: '', valueOn: '' };
}

export function sideTotal(lines: readonly TypedLine[], side: TypedLine['side'], decimals: number): string {
  const amounts = lines.flatMap((line) => {
    const amount = readTypedMoney(line.amount, decimals);
    return line.side === side && amount.ok ? [parseMoney(amount.text, decimals)] : [];
  });
  return formatMoney(sum(amounts), decimals);
}

export function voucherRequest(
  kind: VoucherKind,
  typed: TypedVoucher,
  decimals: number,
): EnterVoucherRequest | undefined {
  const narration = typed.narration.trim();
  if (narration.length < 3) return undefined;
  if (kind === 'cash') {
    const amount = readTypedMoney(typed.amount, decimals);
    const from = placeOf(typed.from);
    const to = placeOf(typed.to);
    if (!amount.ok || isZeroMoney(amount.text) || from === undefined || to === undefined) return undefined;
    return { kind, from, to, amount: amount.text, narration };
  }
  const lines = typed.lines.flatMap((line) => {
    const amount = readTypedMoney(line.amount, decimals);
    if (line.accountCode === '' || !amount.ok) return [];
    const memo = line.memo.trim();
    const { accountCode, side } = line;
    return [{ accountCode, side, amount: amount.text, ...(memo === '' ? {} : { memo }), ...memberAccount(kind, line) }];
  });
  const isWhole = lines.length === typed.lines.length && lines.length >= 2;
  const agrees = sideTotal(typed.lines, 'debit', decimals) === sideTotal(typed.lines, 'credit', decimals);
  if (!isWhole || !agrees) return undefined;
  return { kind, lines, narration, ...(typed.valueOn === '' ? {} : { valueOn: typed.valueOn }) };
}

/** As much of the request as is typed, for the schema to look at. */
export function voucherSoFar(kind: VoucherKind, typed: TypedVoucher, decimals: number): unknown {
  const amountOf = (text: string) => {
    const amount = readTypedMoney(text, decimals);
    return amount.ok ? { amount: amount.text } : {};
  };
  const narration = typed.narration.trim();
  if (kind === 'cash') {
    return { kind, narration, from: placeOf(typed.from), to: placeOf(typed.to), ...amountOf(typed.amount) };
  }
  const lines = typed.lines.map((line) => ({
    side: line.side,
    ...(line.accountCode === '' ? {} : { accountCode: line.accountCode }),
    ...(line.memo.trim() === '' ? {} : { memo: line.memo.trim() }),
    ...memberAccount(kind, line),
    ...amountOf(line.amount),
  }));
  return { kind, narration, lines, ...(typed.valueOn === '' ? {} : { valueOn: typed.valueOn }) };
}

function memberAccount(kind: VoucherKind, { accountNumber = '' }: TypedLine): { accountNumber?: string } {
  const number = accountNumber.trim();
  return kind !== 'journal' || number === '' ? {} : { accountNumber: number };
}

type Place = Extract<EnterVoucherRequest, { kind: 'cash' }>['from'];

function placeOf(text: PlaceText): Place | undefined {
  const [place, which = ''] = text.split(' ');
  switch (place) {
    case 'vault':
      return { place };
    case 'till':
      return { place, tillId: which };
    case 'bank':
      return { place, accountCode: which };
    default:
      return undefined;
  }
}
