// A till that is no longer used. Its sessions, receipts and entries stay; nobody can open it or put cash into it again.

import { formatMoney } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { waitingRules } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { lockTillCash } from './till-cash.ts';
import { lockSeenTill } from './till-row.ts';

export async function retireTill(
  platform: Platform,
  actor: Actor,
  command: { readonly id: number; readonly version: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const till = await lockSeenTill(trx, platform, command);
    const { code } = till;
    const open = await platform.dialect.one<{ cashier: string }>(
      trx,
      'SELECT u.name AS cashier FROM till_session s JOIN `user` u ON u.id = s.userId WHERE s.openTillId = ?',
      [till.id],
    );
    if (open !== undefined) throw new Refusal('conflict', 'TILL_RETIRE_OPEN', { code, cashier: open.cashier });
    const cash = await lockTillCash(trx, platform, till.id);
    if (cash !== 0) throw new Refusal('conflict', 'TILL_RETIRE_CASH', { code, cash: formatMoney(cash) });
    if ((await waitingRules(trx, 'till-limit')).has(String(till.id))) {
      throw new Refusal('conflict', 'TILL_RETIRE_WAITING', { code });
    }
    await trx
      .updateTable('till')
      .set({ isActive: 0, version: till.version + 1 })
      .where('id', '=', till.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'till.retired',
      subjectKind: 'till',
      subjectId: till.id,
      oldValues: { name: till.name },
    });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `till.${code}` } });
  });
}
