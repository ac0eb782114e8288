// Everything the counter must know about the person in front of it, in one answer.

import type { CounterMember } from '@kafal/contract';
import { formatMoney, isTermKind, money, moneyInAllowed, moneyOutAllowed, sum } from '@kafal/core';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { balanceOf, currentBusinessDay, printedNumber } from '../accounting/index.ts';
import {
  jointHoldersOf,
  type MemberDeposit,
  memberDeposits,
  nextInstalment,
  thriftStandings,
} from '../deposits/index.ts';
import { currentPictures } from '../files/index.ts';
import { loansOfMember, suretiesToPay } from '../loans/index.ts';
import { getMember, type Member, memberDues } from '../members/index.ts';
import { findMembers } from '../search/index.ts';
import { shareMoneyPending } from '../shares/index.ts';
import { readSettings } from '../society/index.ts';
import { say } from './say.ts';

const LAST_MOVEMENTS = 5;
/** As many as anybody has in a day. */
const MOST_MOVEMENTS = 50;
const MOVEMENTS = ['receipt', 'withdrawal', 'transfer'] as const;
const MOST_FOUND = 20;

type CounterMemberAnswer = z.input<typeof CounterMember>;

export async function counterMember(platform: Platform, actor: Actor, memberId: number): Promise<CounterMemberAnswer> {
  const { database } = platform;
  const { language } = actor;
  const settings = await readSettings(platform);
  const member = await getMember(database, memberId);
  const dues = await memberDues(database, memberId);
  const deposits = await memberDeposits(platform, memberId, language);
  const duesOutstanding = sum(dues.map(({ outstanding }) => outstanding));

  return {
    id: String(member.id),
    memberNumber: member.number,
    name: member.name,
    nameLocal: member.nameLocal,
    phone: member.phone,
    ...(await currentPictures(database, memberId)),
    locality: member.locality,
    status: member.status,
    statusSince: member.statusSince,
    moneyInAllowed: moneyInAllowed(member.status),
    moneyOutAllowed: moneyOutAllowed(member.status),
    dues: dues.map((due) => ({
      id: String(due.id),
      code: due.feeCode,
      kind: due.kind,
      name: language === 'hi' ? due.nameHi : due.nameEn,
      amount: formatMoney(due.amount),
      paid: formatMoney(due.paid),
      outstanding: formatMoney(due.outstanding),
      dueOn: due.dueOn,
    })),
    duesOutstanding: formatMoney(duesOutstanding),
    deposits: deposits.filter(({ kind }) => !isTermKind(kind)),
    thriftDues: await thriftDuesOf(platform, deposits),
    instalments: await instalmentsOf(platform, deposits),
    loans: await loansOfMember(platform, memberId, language),
    sureties: await suretiesToPay(platform, memberId),
    shares: await sharesOf(platform, memberId, formatMoney(settings['share.faceValue'])),
    warnings: await warningsOf(
      platform,
      { language, currency: settings['money.currency'] },
      member,
      deposits,
      formatMoney(duesOutstanding),
      duesOutstanding > 0,
    ),
    movements: await movementsOf(platform, memberId),
  };
}

export async function searchCounterMembers(platform: Platform, q: string) {
  const found = await findMembers(platform, q, MOST_FOUND);
  return {
    items: found.map(({ id, number, name, nameLocal, phone, locality, status }) => ({
      id: String(id),
      memberNumber: number,
      name,
      nameLocal,
      phone,
      locality,
      status,
    })),
  };
}

async function thriftDuesOf(
  platform: Platform,
  deposits: readonly MemberDeposit[],
): Promise<CounterMemberAnswer['thriftDues']> {
  const ids = deposits.flatMap(({ id, kind, status }) => (kind === 'thrift' && status !== 'closed' ? Number(id) : []));
  const standings = await thriftStandings(platform, platform.database, ids);
  return [...standings].flatMap(([id, { since, arrears, monthsInArrear }]) =>
    since === null ? [] : [{ depositId: String(id), arrears: formatMoney(arrears), since, monthsInArrear }],
  );
}

async function instalmentsOf(
  platform: Platform,
  deposits: readonly MemberDeposit[],
): Promise<CounterMemberAnswer['instalments']> {
  const today = await currentBusinessDay(platform);
  const due: CounterMemberAnswer['instalments'] = [];
  for (const { id, accountNumber, product, kind, status } of deposits) {
    if (kind !== 'recurring' || status === 'closed') continue;
    const next = await nextInstalment(platform.database, Number(id), today);
    if (next === undefined) continue;
    const { number, dueOn, payableOn, amount, monthsLate, fine } = next;
    due.push({
      depositId: id,
      accountNumber,
      product,
      number,
      dueOn,
      movesTo: payableOn === dueOn ? null : payableOn,
      amount: formatMoney(amount),
      monthsLate,
      fine: formatMoney(fine),
    });
  }
  return due;
}

async function sharesOf(
  platform: Platform,
  memberId: number,
  faceValue: string,
): Promise<CounterMemberAnswer['shares']> {
  const holding = await platform.database
    .selectFrom('share_holding')
    .select(['id', 'shares'])
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  const amount =
    holding === undefined
      ? money(0)
      : (await balanceOf(platform, { subLedger: 'share', subLedgerId: holding.id })).amount;
  return {
    shares: holding?.shares ?? 0,
    amount: formatMoney(amount),
    pending: formatMoney(await shareMoneyPending(platform.database, memberId)),
    faceValue,
  };
}

async function warningsOf(
  platform: Platform,
  reader: { readonly language: Language; readonly currency: string },
  member: Member,
  deposits: CounterMemberAnswer['deposits'],
  duesOutstanding: string,
  hasDues: boolean,
): Promise<CounterMemberAnswer['warnings']> {
  const warnings: CounterMemberAnswer['warnings'] = [];
  const warn = (code: string, values: Readonly<Record<string, string | number>> = {}) =>
    warnings.push({ code, detail: say(reader, code, values) });

  if (!moneyInAllowed(member.status)) warn('WARN_NO_MONEY_IN');
  else if (!moneyOutAllowed(member.status)) warn('WARN_NO_MONEY_OUT');
  if (hasDues) warn('WARN_DUES', { amount: duesOutstanding });
  for (const { accountNumber, status } of deposits) {
    if (status === 'frozen' || status === 'dormant') warn('WARN_ACCOUNT_STOPPED', { number: accountNumber });
  }
  for (const { number, hold } of await heldDeposits(platform, member.id)) {
    warn('WARN_HOLD', { number, amount: formatMoney(hold) });
  }
  for (const { number, names } of await sharedAccounts(platform, member.id)) {
    warn('WARN_HELD_TOGETHER', { number, names });
  }
  const waiting = await waitingRequests(platform, member.id);
  if (waiting > 0) warn('WARN_WAITING', { count: waiting });
  return warnings;
}

function heldDeposits(platform: Platform, memberId: number) {
  return platform.database
    .selectFrom('deposit as d')
    .innerJoin('balance as b', (join) => join.on('b.subLedger', '=', 'deposit').onRef('b.subLedgerId', '=', 'd.id'))
    .select(['d.number', 'b.hold'])
    .where('d.memberId', '=', memberId)
    .where('b.hold', '>', money(0))
    .orderBy('d.id')
    .execute();
}

/** Accounts that the member holds with others, as the first holder or beside them. */
async function sharedAccounts({ database }: Platform, memberId: number) {
  const rows = await database
    .selectFrom('deposit_holder as own')
    .select('own.depositId')
    .where('own.memberId', '=', memberId)
    .unionAll(
      database
        .selectFrom('deposit as d')
        .innerJoin('deposit_holder as h', 'h.depositId', 'd.id')
        .select('h.depositId')
        .where('d.memberId', '=', memberId),
    )
    .execute();
  if (rows.length === 0) return [];
  const deposits = await database
    .selectFrom('deposit as d')
    .innerJoin('member as m', 'm.id', 'd.memberId')
    .select(['d.id', 'd.number', 'm.name'])
    .where(
      'd.id',
      'in',
      rows.map(({ depositId }) => depositId),
    )
    .where('d.status', '!=', 'closed')
    .orderBy('d.id')
    .execute();
  const others = await jointHoldersOf(database, deposits);
  return deposits.map(({ id, number, name }) => ({
    number,
    names: [name, ...(others.get(id) ?? []).map((holder) => holder.name)].join(', '),
  }));
}

async function waitingRequests(platform: Platform, memberId: number): Promise<number> {
  const row = await platform.dialect.one<{ waiting: number }>(
    platform.database,
    "SELECT COUNT(*) AS waiting FROM approval_request WHERE status = 'pending' AND memberId = ?",
    [memberId],
  );
  return row?.waiting ?? 0;
}

/** Yesterday's mistakes are taken back in the books; those of today here, so all of today are shown. */
async function movementsOf(platform: Platform, memberId: number): Promise<CounterMemberAnswer['movements']> {
  const today = await currentBusinessDay(platform);
  const rows = await platform.database
    .selectFrom('journal_entry as entry')
    .leftJoin('receipt', 'receipt.entryId', 'entry.id')
    .leftJoin('till', 'till.id', 'entry.tillId')
    .leftJoin('journal_entry as reversal', 'reversal.reversesEntryId', 'entry.id')
    .select(['entry.id', 'entry.seriesCode', 'entry.financialYear', 'entry.number', 'entry.kind', 'entry.total'])
    .select(['entry.mode', 'entry.postedOn', 'entry.recordedAt', 'till.code as tillCode'])
    .select(['receipt.id as receiptId', 'reversal.id as reversedByEntryId'])
    .where('entry.memberId', '=', memberId)
    .where('entry.kind', 'in', [...MOVEMENTS])
    .orderBy('entry.id', 'desc')
    .limit(MOST_MOVEMENTS)
    .execute();
  return rows
    .filter(({ postedOn }, index) => index < LAST_MOVEMENTS || postedOn === today)
    .map((row) => ({
      entryId: String(row.id),
      receiptId: row.receiptId === null ? null : String(row.receiptId),
      number: printedNumber(row),
      kind: MOVEMENTS.find((kind) => kind === row.kind) ?? 'transfer',
      total: formatMoney(row.total),
      mode: row.mode ?? 'transfer',
      tillCode: row.tillCode,
      postedOn: row.postedOn,
      recordedAt: new Date(row.recordedAt).toISOString(),
      reversedByEntryId: row.reversedByEntryId === null ? null : String(row.reversedByEntryId),
    }));
}
