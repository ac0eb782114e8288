import { formatMoney, type Money, ZERO } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeHold } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type DepositWithBalance, getDepositFor } from './deposit-queries.ts';

export interface HoldBalance {
  readonly depositId: number;
  /** The part of the balance kept back from withdrawal, on top of the floor; null lets all of it go. */
  readonly amount: Money | null;
  readonly reason: string;
  readonly version: number;
}

/** Keeps a part of an account back, as security or by an order, or lets it go again. No money moves. */
export async function holdBalance(platform: Platform, actor: Actor, command: HoldBalance): Promise<DepositWithBalance> {
  const hold = command.amount ?? ZERO;

  return platform.transact(async (trx) => {
    const before = await getDepositFor(platform, actor, command.depositId, trx);
    if (before.status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number: before.number });
    await changeHold(trx, platform, { subLedger: 'deposit', subLedgerId: before.id, hold });
    const { changes } = await platform.dialect.run(
      trx,
      'UPDATE deposit SET version = version + 1 WHERE id = ? AND version = ?',
      [before.id, command.version],
    );
    if (changes === 0) throw new Refusal('conflict', 'DEPOSIT_CHANGED');

    await recordAudit(trx, platform, actor, {
      action: 'deposit.hold-changed',
      subjectKind: 'deposit',
      subjectId: before.id,
      oldValues: { hold: formatMoney(before.hold) },
      newValues: { hold: formatMoney(hold), reason: command.reason },
    });
    return { ...before, hold, version: before.version + 1 };
  });
}
