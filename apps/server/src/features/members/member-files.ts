// A member's photo, signature and papers. What the counter compares a person with changes only at the office: a picture
// that a member sends from outside waits until somebody has looked at it.

import type { AnyFileKind } from '@kafal/contract';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { requestApproval } from '../approvals/index.ts';
import {
  addFile,
  currentPictures,
  type FileCaps,
  type FileView,
  filesOf,
  getFileOf,
  isPicture,
  keepUpload,
  type PaperDetails,
  removeFile,
  type Upload,
} from '../files/index.ts';
import { getMemberFor, getMemberForUpdate, type Member } from './find-member.ts';

export interface AddedFile {
  readonly file: FileView;
  readonly approvalId: string | null;
}

/** A file that has arrived with what was said of it. */
export interface ReceivedPaper {
  readonly upload: Upload;
  readonly caps: FileCaps;
  readonly details?: PaperDetails | undefined;
  readonly replaces?: string | undefined;
}

export async function memberFiles(platform: Platform, actor: Actor, memberId: number): Promise<FileView[]> {
  await getMemberFor(platform, actor, memberId);
  return filesOf(platform.database, { memberId });
}

export async function addMemberFile(
  platform: Platform,
  actor: Actor,
  command: { readonly memberId: number } & ReceivedPaper,
): Promise<AddedFile> {
  const { memberId, upload, caps, details, replaces } = command;
  const waits = actor.kind === 'member' && isPicture(caps.kind);

  const { id, approvalId } = await keepUpload(platform, upload, async (trx) => {
    const member = await getMemberForUpdate(trx, platform, memberId);
    const id = await addFile(trx, platform, actor, {
      owner: { memberId },
      ...{ upload, caps, details, replaces, status: waits ? 'waiting' : 'current' },
    });
    // The same picture again, after a lost answer: its question is asked already.
    const isNew = id === upload.id;
    const approvalId = waits && isNew ? await askOffice(trx, platform, actor, member, caps.kind, upload) : null;
    return { id, approvalId };
  });
  return {
    file: await getFileOf(platform.database, { memberId }, id),
    approvalId: approvalId === null ? null : String(approvalId),
  };
}

export async function removeMemberFile(
  platform: Platform,
  actor: Actor,
  command: { readonly memberId: number; readonly fileId: string; readonly reason: string },
): Promise<void> {
  const { memberId, fileId, reason } = command;
  await platform.transact(async (trx) => {
    await getMemberForUpdate(trx, platform, memberId);
    await removeFile(trx, platform, actor, { owner: { memberId }, fileId, reason });
  });
}

/** What was asked of the office with a picture, as the yes or no finds it again. */
export interface PictureCommand {
  readonly fileId: string;
  readonly kind: AnyFileKind;
}

async function askOffice(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id: memberId, number, name }: Member,
  kind: AnyFileKind,
  upload: Upload,
): Promise<number> {
  const { photoFileId, signatureFileId } = await currentPictures(trx, memberId);
  const before = kind === 'photo' ? photoFileId : signatureFileId;
  const command: PictureCommand = { fileId: upload.id, kind };
  return requestApproval(trx, platform, actor, {
    ...{ kind: 'member-picture', subjectKind: 'member', subjectId: memberId, memberId, command },
    summary: { code: `MEMBER_ASKS_${kind.toUpperCase()}`, params: { number, name } },
    lines: [
      {
        label: { code: `MEMBER_LINE_${kind.toUpperCase()}` },
        ...{ before: null, after: upload.name, beforeFileId: before, afterFileId: upload.id },
      },
    ],
  });
}
