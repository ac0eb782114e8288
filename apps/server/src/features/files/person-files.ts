// The photo, the signature and the papers of one person: of an applicant until the admission, then of the member. The papers of a
// loan are its borrower's and stand with the loan alone.

import { AnyFileKind, FILE_MEDIA_TYPES, type FileKind, type PersonFile } from '@kafal/contract';
import type { CalendarDate } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { type FileCaps, isPicture } from './file-caps.ts';
import type { Upload } from './receive-upload.ts';

export type FileView = PersonFile;
type FileStatus = PersonFile['status'];
export type FileOwner =
  | { readonly memberId: number }
  | { readonly applicationId: number }
  | { readonly memberId: number; readonly loanId: number };

const MOST_FILES = 200;

const IN_USE: readonly FileStatus[] = ['current', 'waiting'];
/** What was taken away is not shown again. */
const EVER: readonly FileStatus[] = ['current', 'waiting', 'replaced', 'refused'];

/** Every file of somebody that is in use or waits for the office, pictures first. */
export function filesOf(reader: Reader, owner: FileOwner): Promise<FileView[]> {
  return readFiles(ownedBy(reader, owner), IN_USE);
}

/** And what was rejected or has been replaced. */
export function allFilesOf(reader: Reader, owner: FileOwner): Promise<FileView[]> {
  return readFiles(ownedBy(reader, owner), EVER);
}

async function readFiles(files: ReturnType<typeof ownedBy>, statuses: readonly FileStatus[]): Promise<FileView[]> {
  const rows = await files
    .innerJoin('stored_file', 'stored_file.id', 'person_file.id')
    .leftJoin('user', 'user.id', 'person_file.addedByUserId')
    .leftJoin('user as checker', 'checker.id', 'person_file.checkedByUserId')
    .select(['person_file.id', 'person_file.kind', 'person_file.name', 'person_file.width', 'person_file.height'])
    .select(['person_file.status', 'stored_file.mediaType', 'stored_file.bytes', 'stored_file.createdAt'])
    .select(['person_file.checkState', 'person_file.checkedAt', 'person_file.checkNote', 'person_file.numberMasked'])
    .select(['person_file.issuedOn', 'person_file.expiresOn', 'user.name as addedBy', 'checker.name as checkedBy'])
    .where('person_file.status', 'in', [...statuses])
    .orderBy('stored_file.createdAt')
    .orderBy('person_file.id')
    .execute();
  const views = rows.map(
    ({ kind, mediaType, status, createdAt, checkState, checkedAt, checkNote, checkedBy, ...row }): FileView => ({
      ...row,
      kind: AnyFileKind.parse(kind),
      mediaType: FILE_MEDIA_TYPES.find((known) => known === mediaType) ?? 'application/pdf',
      status: EVER.find((known) => known === status) ?? 'removed',
      addedAt: instant(createdAt),
      check:
        checkState === null
          ? null
          : {
              ...{ state: checkState, checkedBy, note: checkNote },
              checkedAt: checkedAt === null ? null : instant(checkedAt),
            },
    }),
  );
  const order = AnyFileKind.options;
  return views.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

const instant = (at: number) => new Date(at).toISOString();

export async function getFileOf(reader: Reader, owner: FileOwner, id: string): Promise<FileView> {
  const file = (await filesOf(reader, owner)).find((each) => each.id === id);
  if (file === undefined) throw new Refusal('missing', 'FILE_NOT_FOUND');
  return file;
}

export interface CurrentPictures {
  readonly photoFileId: string | null;
  readonly signatureFileId: string | null;
  /** Those of the two that nobody but whoever took them has looked at. */
  readonly unverifiedPictures: ('photo' | 'signature')[];
}

/** The photo and signature that hold now. */
export async function currentPictures(reader: Reader, memberId: number): Promise<CurrentPictures> {
  const rows = await reader
    .selectFrom('person_file')
    .select(['id', 'kind', 'checkState'])
    .where('memberId', '=', memberId)
    .where('status', '=', 'current')
    .where('kind', 'in', ['photo', 'signature'])
    .execute();
  const idOf = (kind: FileKind) => rows.find((row) => row.kind === kind)?.id ?? null;
  return {
    ...{ photoFileId: idOf('photo'), signatureFileId: idOf('signature') },
    unverifiedPictures: (['photo', 'signature'] as const).filter((kind) =>
      rows.some((row) => row.kind === kind && row.checkState !== 'verified'),
    ),
  };
}

export interface AddFile {
  readonly owner: FileOwner;
  readonly upload: Upload;
  readonly caps: FileCaps;
  /** `waiting` until the office has looked. */
  readonly status: 'current' | 'waiting';
  readonly details?: PaperDetails | undefined;
  /** A file of the same person and kind that it is to take the place of. */
  readonly replaces?: string | undefined;
}

/** What stands on a paper. */
export interface PaperDetails {
  readonly numberMasked: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
}

/**
 * The rows of a file that has arrived. Whoever calls holds the lock of the person's row. The same file sent twice, as
 * after a lost answer, is kept once: the id is that of the one that is there.
 */
export async function addFile(trx: Trx, platform: Platform, actor: Actor, command: AddFile): Promise<string> {
  const { owner, upload, caps, status } = command;
  const { kind } = caps;
  const known = await sameFile(trx, owner, kind, upload.sha256);
  if (known !== undefined) return known;
  await refuseBeyondRoom(trx, platform, owner, upload.bytes, caps.personBytes);
  const before = await currentOfKind(trx, owner, kind);
  if (isPicture(kind) && before.some((file) => file.status === 'waiting') && status === 'waiting') {
    throw new Refusal('conflict', 'FILE_WAITING', undefined, 'file');
  }

  const now = platform.clock.now();
  await trx
    .insertInto('stored_file')
    .values({
      ...{ id: upload.id, mediaType: upload.mediaType, bytes: upload.bytes, sha256: upload.sha256 },
      ...{ purpose: `person.${kind}`, createdAt: now },
    })
    .execute();
  await trx
    .insertInto('person_file')
    .values({
      ...{ id: upload.id, kind, name: upload.name, width: upload.width, height: upload.height },
      memberId: 'memberId' in owner ? owner.memberId : null,
      applicationId: 'applicationId' in owner ? owner.applicationId : null,
      loanId: 'loanId' in owner ? owner.loanId : null,
      ...{ status, statusAt: now, addedByUserId: actor.userId === 0 ? null : actor.userId },
      ...{ checkState: 'loanId' in owner ? null : ('pending' as const), ...command.details },
      replacesFileId: await replacedBy(trx, command, before),
    })
    .execute();
  if (isPicture(kind) && status === 'current') await replaceOthers(trx, platform, owner, kind, upload.id);
  await recordAudit(trx, platform, actor, {
    action: 'file.added',
    ...subjectOf(owner),
    newValues: { fileId: upload.id, kind, status, mediaType: upload.mediaType, bytes: upload.bytes },
  });
  await tellChanged(trx, platform, owner, kind);
  return upload.id;
}

/** What is said to be replaced must be there, of the same person and kind; a picture takes the place of the one before it. */
async function replacedBy(
  trx: Trx,
  { owner, caps: { kind }, replaces }: AddFile,
  before: readonly { readonly id: string; readonly status: string }[],
): Promise<string | null> {
  if (isPicture(kind)) return before.find(({ status }) => status === 'current')?.id ?? null;
  if (replaces === undefined) return null;
  const file = await ownedBy(trx, owner)
    .select('person_file.id')
    .where('person_file.id', '=', replaces)
    .where('person_file.kind', '=', kind)
    .where('person_file.status', 'in', [...EVER])
    .executeTakeFirst();
  if (file === undefined) throw new Refusal('missing', 'FILE_NOT_FOUND', undefined, 'replaces');
  return file.id;
}

/** A picture that waited holds from now on, and the one before it no longer does. */
export async function acceptWaitingFile(trx: Trx, platform: Platform, memberId: number, id: string): Promise<void> {
  const file = await trx
    .selectFrom('person_file')
    .select('kind')
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  if (file === undefined) throw new Refusal('missing', 'FILE_NOT_FOUND');
  await setStatus(trx, platform, [id], 'current');
  await replaceOthers(trx, platform, { memberId }, file.kind, id);
  await tellChanged(trx, platform, { memberId }, file.kind);
}

export interface RemoveFile {
  readonly owner: FileOwner;
  readonly fileId: string;
  readonly reason: string | null;
}

/** Nobody sees it from now on; the sweep takes it from the disk a month later. */
export async function removeFile(trx: Trx, platform: Platform, actor: Actor, command: RemoveFile): Promise<void> {
  const { owner, fileId, reason } = command;
  const file = await ownedBy(trx, owner)
    .select(['person_file.id', 'person_file.kind', 'person_file.status'])
    .where('person_file.id', '=', fileId)
    .where('person_file.status', 'in', ['current', 'waiting'])
    .executeTakeFirst();
  if (file === undefined) throw new Refusal('missing', 'FILE_NOT_FOUND');
  if (file.status === 'waiting') throw new Refusal('conflict', 'FILE_WAITING', undefined, 'file');
  await setStatus(trx, platform, [file.id], 'removed');
  await recordAudit(trx, platform, actor, {
    action: 'file.removed',
    ...subjectOf(owner),
    oldValues: { fileId, kind: file.kind },
    newValues: { reason },
  });
  await tellChanged(trx, platform, owner, file.kind);
}

/** What the applicant brought is the member's from the admission on. */
export async function giveFilesToMember(trx: Trx, applicationId: number, memberId: number): Promise<void> {
  await trx.updateTable('person_file').set({ memberId }).where('applicationId', '=', applicationId).execute();
}

export interface CheckedPaper {
  readonly memberId: number;
  readonly fileId: string;
  readonly kind: string;
  readonly replacesFileId: string | null;
  readonly note: string | null;
}

/** A second person found it to be what it says: from now on it counts, and the one whose place it takes no longer does. */
export async function markVerified(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  paper: CheckedPaper & { readonly details?: Partial<PaperDetails> | undefined },
): Promise<void> {
  await setCheck(trx, platform, checker, paper, 'verified', paper.details);
  if (paper.replacesFileId !== null && !isPicture(paper.kind)) {
    const { id, status } = (await fileRow(trx, paper.replacesFileId)) ?? { id: '', status: '' };
    if (status === 'current') await setStatus(trx, platform, [id], 'replaced');
  }
  await tellChanged(trx, platform, { memberId: paper.memberId }, paper.kind);
}

/**
 * It is not what it should be: from now on it is not in use, and a verified picture whose place it had taken is again. An Aadhaar is
 * rejected because too much of it can be read, as a rule, so nobody opens it any more.
 */
export async function markRejected(trx: Trx, platform: Platform, checker: Actor, paper: CheckedPaper): Promise<void> {
  await setCheck(trx, platform, checker, paper, 'rejected');
  await setStatus(trx, platform, [paper.fileId], 'refused');
  const before = paper.replacesFileId === null ? undefined : await fileRow(trx, paper.replacesFileId);
  if (isPicture(paper.kind) && before?.status === 'replaced' && before.checkState === 'verified') {
    await setStatus(trx, platform, [before.id], 'current');
  }
  await tellChanged(trx, platform, { memberId: paper.memberId }, paper.kind);
}

function fileRow(trx: Trx, id: string) {
  return trx
    .selectFrom('person_file')
    .select(['id', 'status', 'checkState'])
    .where('id', '=', id)
    .where('loanId', 'is', null)
    .executeTakeFirst();
}

async function setCheck(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  { fileId, note }: CheckedPaper,
  checkState: 'verified' | 'rejected',
  details: Partial<PaperDetails> = {},
): Promise<void> {
  await trx
    .updateTable('person_file')
    .set({ checkState, checkedByUserId: checker.userId, checkedAt: platform.clock.now(), checkNote: note, ...details })
    .where('id', '=', fileId)
    .execute();
}

function ownedBy(reader: Reader, owner: FileOwner) {
  const files = reader.selectFrom('person_file');
  if ('loanId' in owner) return files.where('person_file.loanId', '=', owner.loanId);
  return 'memberId' in owner
    ? files.where('person_file.memberId', '=', owner.memberId).where('person_file.loanId', 'is', null)
    : files.where('person_file.applicationId', '=', owner.applicationId);
}

function subjectOf(owner: FileOwner) {
  if ('loanId' in owner) return { subjectKind: 'loan', subjectId: owner.loanId };
  return 'memberId' in owner
    ? { subjectKind: 'member', subjectId: owner.memberId }
    : { subjectKind: 'membership_application', subjectId: owner.applicationId };
}

/** Another open page of the same person shows what is there now. */
function tellChanged(trx: Trx, platform: Platform, owner: FileOwner, kind: string): Promise<void> {
  const memberId = 'memberId' in owner ? owner.memberId : null;
  return recordEvent(trx, platform, { name: 'file.changed', memberId, payload: { ...owner, kind } });
}

async function currentOfKind(reader: Reader, owner: FileOwner, kind: string) {
  return ownedBy(reader, owner)
    .select(['person_file.id', 'person_file.status'])
    .where('person_file.kind', '=', kind)
    .where('person_file.status', 'in', ['current', 'waiting'])
    .execute();
}

async function sameFile(reader: Reader, owner: FileOwner, kind: string, sha256: string): Promise<string | undefined> {
  const row = await ownedBy(reader, owner)
    .innerJoin('stored_file', 'stored_file.id', 'person_file.id')
    .select('person_file.id')
    .where('person_file.kind', '=', kind)
    .where('person_file.status', 'in', ['current', 'waiting'])
    .where('stored_file.sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id;
}

/** Replaced pictures count too: they are kept, because a payout was once compared with them. */
async function refuseBeyondRoom(
  reader: Reader,
  platform: Pick<Platform, 'dialect'>,
  owner: FileOwner,
  bytes: number,
  personBytes: number,
): Promise<void> {
  const files = reader.selectFrom('person_file');
  // What stands with a loan takes room of its borrower too.
  const all = 'memberId' in owner ? files.where('person_file.memberId', '=', owner.memberId) : ownedBy(reader, owner);
  const kept = await all
    .innerJoin('stored_file', 'stored_file.id', 'person_file.id')
    .select(({ fn }) => fn.countAll().as('files'))
    .select(platform.dialect.sum('stored_file.bytes').as('bytes'))
    .where('stored_file.bytes', '>', 0)
    .executeTakeFirst();
  const isFull = Number(kept?.files ?? 0) >= MOST_FILES || Number(kept?.bytes ?? 0) + bytes > personBytes;
  if (isFull) throw new Refusal('rule', 'FILE_QUOTA', { megabytes: personBytes / 1_048_576 }, 'file');
}

async function replaceOthers(trx: Trx, platform: Platform, owner: FileOwner, kind: string, by: string): Promise<void> {
  const files = await currentOfKind(trx, owner, kind);
  const others = files.filter(({ id, status }) => id !== by && status === 'current').map(({ id }) => id);
  await setStatus(trx, platform, others, 'replaced');
}

async function setStatus(
  trx: Trx,
  platform: Platform,
  ids: readonly string[],
  status: 'current' | 'replaced' | 'refused' | 'removed',
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('person_file')
    .set({ status, statusAt: platform.clock.now() })
    .where('id', 'in', [...ids])
    .execute();
}
