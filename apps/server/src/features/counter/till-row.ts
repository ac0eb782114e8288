// The row of a till as the acts that change or open it need it, kept so until the transaction ends.

import type { Money } from '@kafal/core';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export interface TillRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly isActive: number;
  readonly assignedUserId: number | null;
  readonly cashLimit: Money | null;
  readonly version: number;
}

/** A till that is still used. */
export async function lockTill(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number): Promise<TillRow> {
  const till = await platform.dialect.one<TillRow>(
    trx,
    'SELECT id, code, name, isActive, assignedUserId, cashLimit, version FROM till ' +
      `WHERE id = ?${platform.dialect.forUpdateText}`,
    [id],
  );
  if (till === undefined) throw new Refusal('missing', 'TILL_UNKNOWN');
  if (till.isActive === 0) throw new Refusal('conflict', 'TILL_INACTIVE', { code: till.code });
  return till;
}

/** As lockTill, for somebody who has looked at the till and decides by what they saw. */
export async function lockSeenTill(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  seen: { readonly id: number; readonly version: number },
): Promise<TillRow> {
  const till = await lockTill(trx, platform, seen.id);
  if (till.version !== seen.version) throw new Refusal('conflict', 'TILL_CHANGED_MEANWHILE', { code: till.code });
  return till;
}
