// Who holds a deposit beside the member whose it is in the books. A joint holder sees the deposit as their own; who may
// take money out alone is said by its operating mode.

import type { DepositHolding, HoldingInput } from '@kafal/contract';
import { addMonths, isJointMode, mayOperateAlone, moneyInAllowed, type OperatingMode } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { getMember } from '../members/index.ts';
import { holderMessages } from './holder-messages.ts';

export type Holding = z.output<typeof HoldingInput>;

const MONTHS_OF_A_MINOR = 18 * 12;

export interface HeldDeposit {
  readonly id: number;
  readonly number: string;
  readonly memberId: number;
  readonly memberNumber: string;
  readonly memberName: string;
  readonly operatingMode: OperatingMode;
  readonly guardianName: string | null;
}

/** The deposits that a member holds with others without being the first holder. */
export async function jointlyHeldIds(reader: Reader, memberId: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('deposit_holder')
    .select('depositId')
    .where('memberId', '=', memberId)
    .orderBy('depositId')
    .execute();
  return rows.map(({ depositId }) => depositId);
}

/** Who holds one of these deposits beside its first holder and has a log-in, by deposit. */
export async function holderUsersOf(
  reader: Reader,
  depositIds: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  if (depositIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('deposit_holder as h')
    .innerJoin('user as u', 'u.memberId', 'h.memberId')
    .select(['h.depositId', 'u.id'])
    .where('h.depositId', 'in', depositIds)
    .orderBy('h.depositId')
    .orderBy('h.place')
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ depositId }) => depositId)].map(([id, users]) => [id, users.map((u) => u.id)]),
  );
}

/** Receipts on which nothing stands but what went into or came out of these deposits. */
export async function receiptsOfDeposits(
  reader: Reader,
  receiptIds: readonly number[],
  depositIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (receiptIds.length === 0 || depositIds.length === 0) return new Set();
  const lines = await reader
    .selectFrom('receipt_line')
    .select(['receiptId', 'depositId'])
    .where('receiptId', 'in', receiptIds)
    .execute();
  const isOfThem = ({ depositId }: { depositId: number | null }) =>
    depositId !== null && depositIds.includes(depositId);
  const receipts = Map.groupBy(lines, ({ receiptId }) => receiptId);
  return new Set([...receipts].filter(([, of]) => of.every(isOfThem)).map(([id]) => id));
}

export async function isHeldBy(reader: Reader, depositId: number, memberId: number): Promise<boolean> {
  const row = await reader
    .selectFrom('deposit_holder')
    .select('place')
    .where('depositId', '=', depositId)
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  return row !== undefined;
}

interface JointHolder {
  readonly memberId: number;
  readonly memberNumber: string;
  readonly name: string;
  readonly nameLocal: string | null;
}

/** The names of the holders beside the first, by deposit. */
export async function jointHoldersOf(
  reader: Reader,
  deposits: readonly { readonly id: number }[],
): Promise<ReadonlyMap<number, readonly JointHolder[]>> {
  if (deposits.length === 0) return new Map();
  const rows = await reader
    .selectFrom('deposit_holder as h')
    .innerJoin('member as m', 'm.id', 'h.memberId')
    .select(['h.depositId', 'h.memberId', 'm.number as memberNumber', 'm.name', 'm.nameLocal'])
    .where(
      'h.depositId',
      'in',
      deposits.map(({ id }) => id),
    )
    .orderBy('h.depositId')
    .orderBy('h.place')
    .execute();
  return Map.groupBy(rows, ({ depositId }) => depositId);
}

export async function holdingOf(reader: Reader, deposit: HeldDeposit): Promise<z.input<typeof DepositHolding>> {
  const others = (await jointHoldersOf(reader, [deposit])).get(deposit.id) ?? [];
  const { memberId, memberNumber, memberName: name } = deposit;
  return {
    mode: deposit.operatingMode,
    holders: [{ memberId, memberNumber, name }, ...others].map((holder) => ({
      memberId: String(holder.memberId),
      memberNumber: holder.memberNumber,
      name: holder.name,
    })),
    guardianName: deposit.guardianName,
  };
}

/** All holders, and who of them acts: "Sunita Devi Rawat, Mohan Rawat (either or survivor)". */
export async function holdersOnPaper(
  reader: Reader,
  deposit: HeldDeposit & { readonly memberNameLocal: string | null },
  language: Language,
): Promise<string> {
  const first = language === 'hi' ? (deposit.memberNameLocal ?? deposit.memberName) : deposit.memberName;
  const { operatingMode, guardianName } = deposit;
  if (operatingMode === 'single') return first;
  const words = holderMessages[language][`MODE_${operatingMode}`];
  if (guardianName !== null) return `${first} (${words}: ${guardianName})`;
  const others = (await jointHoldersOf(reader, [deposit])).get(deposit.id) ?? [];
  const names = others.map(({ name, nameLocal }) => (language === 'hi' ? (nameLocal ?? name) : name));
  return `${[first, ...names].join(', ')} (${words})`;
}

/** From their own phone, a holder takes money out alone or not at all. Staff have the signatures before them. */
export function refuseUnlessMayOperate(
  actor: Pick<Actor, 'kind' | 'memberId'>,
  { number, memberId, operatingMode }: HeldDeposit,
): void {
  if (actor.kind !== 'member' || mayOperateAlone(operatingMode, memberId === actor.memberId)) return;
  throw new Refusal('forbidden', operatingMode === 'jointly' ? 'HOLDERS_TOGETHER' : 'HOLDERS_FIRST_ALONE', { number });
}

/** What the mode asks for, and nothing beside it. */
export async function checkHolding(
  trx: Trx,
  platform: Platform,
  firstHolderId: number,
  { mode, memberIds, guardianName }: Holding,
): Promise<void> {
  if (isJointMode(mode) !== memberIds.length > 0) {
    throw new Refusal('rule', memberIds.length > 0 ? 'HOLDERS_ALONE' : 'HOLDERS_MISSING', undefined, 'memberIds');
  }
  if ((mode === 'guardian') !== (guardianName !== undefined)) {
    throw new Refusal(
      'rule',
      mode === 'guardian' ? 'GUARDIAN_MISSING' : 'GUARDIAN_NOT_WANTED',
      undefined,
      'guardianName',
    );
  }
  if (mode === 'guardian') await refuseUnlessMinor(trx, platform, firstHolderId);
  const seen = new Set([firstHolderId]);
  for (const memberId of memberIds) {
    if (seen.has(memberId)) throw new Refusal('rule', 'HOLDERS_TWICE', undefined, 'memberIds');
    seen.add(memberId);
    const { status, number } = await getMember(trx, memberId);
    if (!moneyInAllowed(status)) throw new Refusal('rule', 'HOLDERS_STATUS', { number }, 'memberIds');
  }
}

async function refuseUnlessMinor(trx: Trx, platform: Platform, memberId: number): Promise<void> {
  const { dateOfBirth, number } = await getMember(trx, memberId);
  const today = await businessDayFor(trx, platform);
  if (addMonths(dateOfBirth, MONTHS_OF_A_MINOR) <= today) {
    throw new Refusal('rule', 'GUARDIAN_OF_ADULT', { number }, 'mode');
  }
}

/** As it is opened. */
export async function holdTogether(
  trx: Trx,
  platform: Platform,
  { id, memberId }: { readonly id: number; readonly memberId: number },
  holding: Holding,
): Promise<void> {
  await checkHolding(trx, platform, memberId, holding);
  await saveHolding(trx, id, holding);
}

export async function saveHolding(
  trx: Trx,
  depositId: number,
  {
    mode,
    memberIds,
    guardianName = null,
  }: Omit<Holding, 'guardianName'> & { guardianName?: string | null | undefined },
): Promise<void> {
  await trx.deleteFrom('deposit_holder').where('depositId', '=', depositId).execute();
  if (memberIds.length > 0) {
    await trx
      .insertInto('deposit_holder')
      .values(memberIds.map((memberId, index) => ({ depositId, memberId, place: index + 2 })))
      .execute();
  }
  await trx
    .updateTable('deposit')
    .set(({ eb }) => ({ operatingMode: mode, guardianName, version: eb('version', '+', 1) }))
    .where('id', '=', depositId)
    .execute();
}

/** A deposit that is renewed, or waits, is held by whom the one before was. */
export async function copyHolding(trx: Trx, fromId: number, toId: number): Promise<void> {
  const { operatingMode: mode, guardianName } = await trx
    .selectFrom('deposit')
    .select(['operatingMode', 'guardianName'])
    .where('id', '=', fromId)
    .executeTakeFirstOrThrow();
  if (mode === 'single') return;
  const others = (await jointHoldersOf(trx, [{ id: fromId }])).get(fromId) ?? [];
  await saveHolding(trx, toId, { mode, memberIds: others.map(({ memberId }) => memberId), guardianName });
}
