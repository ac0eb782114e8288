import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';

/** One question of a kind about one member at a time; the member's row is locked by whoever asks. */
export async function refuseWhileWaiting(
  reader: Reader,
  kind: 'member-status' | 'member-details',
  memberId: number,
): Promise<void> {
  const waiting = await reader
    .selectFrom('approval_request')
    .select('id')
    .where('subjectKind', '=', 'member')
    .where('subjectId', '=', memberId)
    .where('kind', '=', kind)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  if (waiting !== undefined) throw new Refusal('conflict', 'CHANGE_WAITING', { approvalId: waiting.id });
}
