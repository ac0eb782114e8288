// What a till is called and whose it is. Its code and series stay: numbers that were printed begin with them.

import type { ChangeTillBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { findCashier } from './cashiers.ts';
import { lockSeenTill } from './till-row.ts';

export type ChangeTill = z.output<typeof ChangeTillBody> & { readonly id: number };

export async function changeTill(platform: Platform, actor: Actor, command: ChangeTill): Promise<void> {
  const { name, assignedUserId } = command;
  await platform.transact(async (trx) => {
    const till = await lockSeenTill(trx, platform, command);
    if (name === till.name && assignedUserId === till.assignedUserId) return;
    // Who has it already keeps it, whatever became of their role.
    if (assignedUserId !== null && assignedUserId !== till.assignedUserId) {
      const cashier = await findCashier(trx, assignedUserId);
      if (cashier === undefined) throw new Refusal('rule', 'TILL_CASHIER_UNFIT', {}, 'assignedUserId');
    }
    await trx
      .updateTable('till')
      .set({ name, assignedUserId, version: till.version + 1 })
      .where('id', '=', till.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'till.changed',
      subjectKind: 'till',
      subjectId: till.id,
      oldValues: { name: till.name, cashier: await nameOf(trx, till.assignedUserId) },
      newValues: { name, cashier: await nameOf(trx, assignedUserId) },
    });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `till.${till.code}` } });
  });
}

async function nameOf(trx: Trx, userId: number | null): Promise<string | null> {
  if (userId === null) return null;
  const { name } = await trx.selectFrom('user').select('name').where('id', '=', userId).executeTakeFirstOrThrow();
  return name;
}
