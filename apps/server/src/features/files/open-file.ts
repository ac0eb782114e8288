// The only way to the bytes. A member gets what is their own; the staff what their role may read. Anything else answers
// as if it did not exist.

import type { Readable } from 'node:stream';
import { FILE_MEDIA_TYPES } from '@kafal/contract';
import { StorageDown } from '../../platform/file-storage/stored-files.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { isPicture } from './file-caps.ts';
import { ENDING } from './file-name.ts';

export interface OpenedFile {
  readonly mediaType: string;
  readonly bytes: number;
  readonly name: string;
  /** For programs that know only plain letters. */
  readonly plainName: string;
  readonly stream: Readable;
}

const RETRY_SECONDS = 30;

/** A picture that was replaced may be looked at by the staff: a payout was once compared with it. */
const SHOWN = { member: ['current', 'waiting'], staff: ['current', 'waiting', 'replaced', 'refused'] } as const;

export async function openFile(platform: Platform, actor: Actor, id: string): Promise<OpenedFile> {
  const file = await platform.database
    .selectFrom('person_file')
    .innerJoin('stored_file', 'stored_file.id', 'person_file.id')
    .select([
      'person_file.id',
      'person_file.memberId',
      'person_file.applicationId',
      'person_file.loanId',
      'person_file.kind',
    ])
    .select(['person_file.name', 'person_file.status', 'stored_file.mediaType', 'stored_file.bytes'])
    .where('person_file.id', '=', id)
    // What was in a rejected paper is deleted after a month.
    .where('stored_file.bytes', '>', 0)
    .executeTakeFirst();
  if (file === undefined || !mayOpen(actor, file)) throw notThere();
  const opened = await openKept(platform, file, file.kind);
  // Before the first byte: without the line in the trail nothing is shown.
  if (actor.kind !== 'member' && !isPicture(file.kind)) await recordLook(platform, actor, file);
  return opened;
}

export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A file whose reader has been looked at already; `plainStem` is what it is called where plain letters alone are known. */
export async function openKept(platform: Platform, file: KeptFile, plainStem: string): Promise<OpenedFile> {
  const mediaType = FILE_MEDIA_TYPES.find((known) => known === file.mediaType);
  const stream = mediaType === undefined ? undefined : await openStored(platform, file);
  if (mediaType === undefined || stream === undefined) {
    platform.log.error({ fileId: file.id }, 'a stored file is missing or not whole');
    throw notThere();
  }
  return {
    ...{ mediaType, bytes: file.bytes, name: file.name, stream },
    plainName: `${plainStem}.${ENDING[mediaType]}`,
  };
}

/** Undefined when it is not there any more, or not whole. */
export async function openStored(
  platform: Pick<Platform, 'files' | 'log'>,
  { id, bytes }: Pick<KeptFile, 'id' | 'bytes'>,
): Promise<Readable | undefined> {
  return platform.files.open(id, bytes).catch((error: unknown) => {
    if (!(error instanceof StorageDown)) throw error;
    platform.log.error({ err: error, fileId: id }, 'a file could not be read');
    throw new Refusal('unavailable', 'FILE_OUT_OF_REACH').retryAfter(RETRY_SECONDS);
  });
}

interface FoundFile {
  readonly id: string;
  readonly memberId: number | null;
  readonly applicationId: number | null;
  readonly loanId: number | null;
  readonly kind: string;
  readonly status: string;
}

function mayOpen(actor: Actor, { memberId, loanId, kind, status }: FoundFile): boolean {
  const shown: readonly string[] = actor.kind === 'member' ? SHOWN.member : SHOWN.staff;
  if (!shown.includes(status)) return false;
  // As a rule too much of its number can be read: nobody looks again.
  if (kind === 'aadhaar' && status === 'refused') return false;
  if (actor.kind === 'member') return memberId !== null && memberId === actor.memberId;
  if (loanId !== null) return actor.permissions.has('loan.read');
  return actor.permissions.has(memberId === null ? 'application.read' : 'member.read');
}

async function recordLook(platform: Platform, actor: Actor, file: FoundFile): Promise<void> {
  const { id, kind, memberId, applicationId, loanId } = file;
  const [subjectKind, subjectId] =
    loanId !== null
      ? ['loan', loanId]
      : memberId === null
        ? ['membership_application', applicationId]
        : ['member', memberId];
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'file.opened',
      subjectKind,
      subjectId,
      newValues: { fileId: id, kind },
    }),
  );
}

const notThere = () => new Refusal('missing', 'FILE_NOT_FOUND');
