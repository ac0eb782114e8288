import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';

type WaitingKind = 'member-status' | 'member-details' | 'member-staff';

/** One question of a kind about one member at a time; the member's row is locked by whoever asks. */
export async function refuseWhileWaiting(reader: Reader, kind: WaitingKind, memberId: number): Promise<void> {
  const approvalId = await waitingApproval(reader, kind, memberId);
  if (approvalId !== undefined) throw new Refusal('conflict', 'CHANGE_WAITING', { approvalId });
}

/** The id of the request of that kind which waits. */
export async function waitingApproval(
  reader: Reader,
  kind: WaitingKind,
  memberId: number,
): Promise<number | undefined> {
  const waiting = await reader
    .selectFrom('approval_request')
    .select('id')
    .where('subjectKind', '=', 'member')
    .where('subjectId', '=', memberId)
    .where('kind', '=', kind)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return waiting?.id;
}

/** What of a waiting change is which field of the form; sealed columns and masks are the parts of one number. */
const FIELD_OF: Readonly<Record<string, string>> = {
  name: 'name',
  nameLocal: 'nameLocal',
  dateOfBirth: 'dateOfBirth',
  panMasked: 'pan',
  bankDetailsMasked: 'bankDetails',
  nominees: 'nominees',
};

/** The fields of a member's details that wait for a second person. */
export async function waitingChanges(reader: Reader, memberId: number): Promise<string[]> {
  const waiting = await reader
    .selectFrom('approval_request')
    .select('command')
    .where('subjectKind', '=', 'member')
    .where('subjectId', '=', memberId)
    .where('kind', '=', 'member-details')
    .where('status', '=', 'pending')
    .execute();
  // changeProfile wrote it: an object with a column or a list of nominees in each of its names.
  return waiting.flatMap(({ command }) =>
    Object.keys(JSON.parse(command) as object).flatMap((name) => FIELD_OF[name] ?? []),
  );
}
