// Security comes into the society's keeping and goes out of it: one person asks, another has seen it too. What was kept goes back
// when the loan is over; a lien on a deposit comes and goes with the money instead.

import type { ReceiveCollateralBody, ReleaseCollateralBody } from '@kafal/contract';
import { formatMoney, sum } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Collateral, collateralOf } from './collateral-queries.ts';
import { type LoanWithBalance, lockLoan } from './loan-queries.ts';
import { recordStep } from './loan-steps.ts';
import { refuseOwn } from './who-may-decide.ts';
import { isWrittenOff } from './written-off.ts';

export type ReceiveCollateral = z.output<typeof ReceiveCollateralBody> & { readonly loanId: number };
export type ReleaseCollateral = z.output<typeof ReleaseCollateralBody> & { readonly loanId: number };

/** The request that waits for a second person. */
export interface AskedMove {
  readonly approvalId: string;
}
const WAITS = () => 202;

export function askReceipt(
  platform: Platform,
  actor: Actor,
  command: ReceiveCollateral,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<AskedMove>> {
  const asked = async (trx: Trx) => {
    const { loan, items } = await toReceive(trx, platform, actor, command);
    return ask(trx, platform, actor, loan, items, {
      kind: 'collateral-receipt',
      code: 'ASKS_COLLATERAL_RECEIPT',
      line: { label: { code: 'LINE_KEPT_WHERE' }, before: null, after: command.keptWhere },
      command,
    });
  };
  return withIdempotency(platform, actor, idempotency, asked, WAITS);
}

export function askRelease(
  platform: Platform,
  actor: Actor,
  command: ReleaseCollateral,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<AskedMove>> {
  const asked = async (trx: Trx) => {
    const { loan, items } = await toRelease(trx, platform, actor, command);
    return ask(trx, platform, actor, loan, items, {
      kind: 'collateral-release',
      code: 'ASKS_COLLATERAL_RELEASE',
      line: { label: { code: 'LINE_RELEASED_TO' }, before: null, after: command.releasedTo },
      command,
    });
  };
  return withIdempotency(platform, actor, idempotency, asked, WAITS);
}

export async function receiveAgreed(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askReceipt above wrote it.
  const command = request.command as ReceiveCollateral;
  const { loan, items } = await toReceive(trx, platform, checker, command);
  const { keptWhere } = command;
  const receivedOn = await businessDayFor(trx, platform);
  await trx
    .updateTable('loan_collateral')
    .set({
      status: 'held',
      keptWhere,
      receivedOn,
      receivedByUserId: request.requestedByUserId,
      receiptAgreedByUserId: checker.userId,
    })
    .where(
      'id',
      'in',
      items.map(({ id }) => id),
    )
    .execute();
  await recordMove(trx, platform, checker, loan, items, {
    act: 'collateral-received',
    details: { keptWhere },
    note: keptWhere,
  });
}

export async function releaseAgreed(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // askRelease above wrote it.
  const command = request.command as ReleaseCollateral;
  const { loan, items } = await toRelease(trx, platform, checker, command);
  const { releasedTo } = command;
  const releasedOn = await businessDayFor(trx, platform);
  await trx
    .updateTable('loan_collateral')
    .set({
      status: 'released',
      releasedTo,
      releasedOn,
      releasedByUserId: request.requestedByUserId,
      releaseAgreedByUserId: checker.userId,
    })
    .where(
      'id',
      'in',
      items.map(({ id }) => id),
    )
    .execute();
  await recordMove(trx, platform, checker, loan, items, {
    act: 'collateral-released',
    details: { releasedTo },
    note: releasedTo,
  });
}

interface Moved {
  readonly loan: LoanWithBalance;
  readonly items: readonly Collateral[];
}

/** Once the loan is sanctioned: what is not lent against is not kept. */
async function toReceive(trx: Trx, platform: Platform, actor: Actor, command: ReceiveCollateral): Promise<Moved> {
  const moved = await itemsNamed(trx, platform, actor, command);
  const { loan, items } = moved;
  if (loan.status !== 'sanctioned' && loan.status !== 'active') {
    throw new Refusal('conflict', 'COLLATERAL_BEFORE_SANCTION', { number: loan.number });
  }
  for (const { kind, status, description: item } of items) {
    if (kind === 'deposit') throw new Refusal('rule', 'COLLATERAL_DEPOSIT_STAYS', { item }, 'itemIds');
    if (status !== 'offered') throw new Refusal('conflict', 'COLLATERAL_IS_HERE', { item }, 'itemIds');
  }
  return moved;
}

/** Nothing is owed any more, or nothing was lent. */
const OVER: readonly string[] = ['closed', 'rejected', 'withdrawn', 'lapsed'];

async function toRelease(trx: Trx, platform: Platform, actor: Actor, command: ReleaseCollateral): Promise<Moved> {
  const moved = await itemsNamed(trx, platform, actor, command);
  const { loan, items } = moved;
  // What was written off is still owed.
  const isOver = OVER.includes(loan.status) && !isWrittenOff(loan);
  if (!isOver) throw new Refusal('conflict', 'COLLATERAL_STILL_NEEDED', { number: loan.number });
  for (const { kind, status, description: item } of items) {
    if (kind === 'deposit') throw new Refusal('rule', 'COLLATERAL_DEPOSIT_STAYS', { item }, 'itemIds');
    if (status !== 'held') throw new Refusal('conflict', 'COLLATERAL_NOT_HERE', { item }, 'itemIds');
  }
  return moved;
}

async function itemsNamed(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { loanId, itemIds }: Pick<ReceiveCollateral, 'loanId' | 'itemIds'>,
): Promise<Moved> {
  const loan = await lockLoan(trx, platform, actor, loanId);
  await refuseOwn(trx, actor, loan);
  const wanted = new Set(itemIds);
  const items = (await collateralOf(trx, loan.id)).filter(({ id }) => wanted.has(id));
  if (items.length !== wanted.size) throw new Refusal('missing', 'COLLATERAL_UNKNOWN', undefined, 'itemIds');
  return { loan, items };
}

interface Asked {
  readonly kind: 'collateral-receipt' | 'collateral-release';
  readonly code: string;
  readonly line: { readonly label: { readonly code: string }; readonly before: null; readonly after: string };
  readonly command: object;
}

async function ask(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  loan: LoanWithBalance,
  items: readonly Collateral[],
  { kind, code, line, command }: Asked,
): Promise<AskedMove> {
  const waiting = await trx
    .selectFrom('approval_request')
    .select('id')
    .where('kind', 'in', ['collateral-receipt', 'collateral-release'])
    .where('subjectId', '=', loan.id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'COLLATERAL_WAITING', { number: loan.number });
  const value = sum(items.map((item) => item.value));
  const approvalId = await requestApproval(trx, platform, actor, {
    kind,
    subjectKind: 'loan',
    subjectId: loan.id,
    memberId: loan.memberId,
    amount: value,
    summary: { code, params: { loan: loan.number, name: loan.memberName, number: loan.memberNumber } },
    lines: [
      ...items.map(({ description, packetNumber, value: worth }) => ({
        label: { code: 'LINE_COLLATERAL' },
        before: null,
        after: `${[packetNumber, description].filter((word) => word !== null).join(' · ')}: ${formatMoney(worth)}`,
      })),
      line,
    ],
    command,
  });
  return { approvalId: String(approvalId) };
}

interface Move {
  readonly act: 'collateral-received' | 'collateral-released';
  readonly details: object;
  readonly note: string;
}

async function recordMove(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  { id: loanId, memberId }: LoanWithBalance,
  items: readonly Collateral[],
  { act, details, note }: Move,
): Promise<void> {
  const what = items.map(({ description }) => description).join('; ');
  await recordStep(trx, platform, checker, { loanId, act, note: `${what.slice(0, 270)} – ${note}` });
  await recordAudit(trx, platform, checker, {
    action: `loan.${act}`,
    subjectKind: 'loan',
    subjectId: loanId,
    newValues: { items: items.map(({ id }) => id), what, ...details },
  });
  await recordEvent(trx, platform, { name: `loan.${act}`, memberId, payload: { loanId } });
}
