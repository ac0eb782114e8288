import { openBalance } from '../accounting/index.ts';
import type { AtApproval } from '../members/index.ts';
import { nextNumber } from '../society/index.ts';

/** Every new member has a folio with no shares yet, and an account for the money of those they ask for. */
export const openShareHolding: AtApproval = async (trx, platform, _actor, { memberId, on, settings }) => {
  const folio = await nextNumber(trx, platform, settings, { sequence: 'folio', on });
  const { insertId } = await trx
    .insertInto('share_holding')
    .values({ memberId, folio, openedOn: on })
    .executeTakeFirstOrThrow();
  await openBalance(trx, platform, { subLedger: 'share', subLedgerId: Number(insertId), accountCode: '3101' });
  await openBalance(trx, platform, { subLedger: 'share_pending', subLedgerId: memberId, accountCode: '2204' });
  return undefined;
};
