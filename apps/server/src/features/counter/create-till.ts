import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { openBalance } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';

/** Series of vouchers that belong to no till. */
const OTHER_SERIES = ['ON', 'JV', 'BR'];

/** A new till. Its code names its own series of receipts, so both are given once and never change. */
export async function createTill(
  platform: Platform,
  actor: Actor,
  { code, name }: { code: string; name: string },
): Promise<number> {
  if (OTHER_SERIES.includes(code)) throw new Refusal('rule', 'TILL_CODE_RESERVED', { code }, 'code');

  return platform.transact(async (trx) => {
    const tillId = await trx
      .insertInto('till')
      .values({ code, name, seriesCode: code, isActive: 1 })
      .executeTakeFirstOrThrow()
      .then(({ insertId }) => Number(insertId))
      .catch((error: unknown) => {
        if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
        throw new Refusal('conflict', 'TILL_CODE_TAKEN', { code }, 'code');
      });
    await openBalance(trx, platform, { subLedger: 'till', subLedgerId: tillId, accountCode: '1102' });
    await recordAudit(trx, platform, actor, {
      action: 'till.created',
      subjectKind: 'till',
      subjectId: tillId,
      newValues: { code, name },
    });
    return tillId;
  });
}
