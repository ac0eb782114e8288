// The PDF that belongs to a notice. A new one takes the place of the one before it, which stays on the disk.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { dropUpload, keepUpload, type OpenedFile, openKept, type Upload } from '../files/index.ts';
import { fileOfNotice, getNoticeFor, getPublicNotice, mayWrite, noSuchNotice } from './notice-queries.ts';
import { noticeView } from './notice-views.ts';
import { getRow, lockNotice, tellChanged, type View } from './write-notice.ts';

/** Before a byte of it is taken. */
export async function getNoticeToAddTo(platform: Platform, actor: Actor, id: number): Promise<void> {
  const notice = await getNoticeFor(platform.database, actor, id);
  if (!mayWrite(actor)) throw noSuchNotice();
  if (notice.status === 'archived') throw new Refusal('conflict', 'NOTICE_ARCHIVED');
}

export async function addNoticeFile(
  platform: Platform,
  actor: Actor,
  { noticeId, upload }: { readonly noticeId: number; readonly upload: Upload },
): Promise<View> {
  if (upload.mediaType !== 'application/pdf') {
    await dropUpload(upload);
    throw new Refusal('rule', 'NOTICE_FILE_PDF', undefined, 'file');
  }
  return keepUpload(platform, upload, async (trx) => {
    const notice = await lockNotice(trx, platform, actor, noticeId);
    const now = platform.clock.now();
    await trx
      .updateTable('notice_file')
      .set({ status: 'replaced' })
      .where('noticeId', '=', noticeId)
      .where('status', '=', 'current')
      .execute();
    await trx
      .insertInto('stored_file')
      .values({
        ...{ id: upload.id, mediaType: upload.mediaType, bytes: upload.bytes, sha256: upload.sha256 },
        ...{ purpose: 'notice', createdAt: now },
      })
      .execute();
    await trx
      .insertInto('notice_file')
      .values({
        ...{ id: upload.id, noticeId, name: upload.name, status: 'current' },
        ...{ addedByUserId: actor.userId, addedAt: now },
      })
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'notice.file-added',
      subjectKind: 'notice',
      subjectId: noticeId,
      newValues: { fileId: upload.id, name: upload.name, bytes: upload.bytes },
    });
    await tellChanged(trx, platform, notice);
    return noticeView(platform, trx, actor, await getRow(trx, noticeId));
  });
}

/** The notice stands without it from now on. */
export async function removeNoticeFile(platform: Platform, actor: Actor, noticeId: number): Promise<View> {
  return platform.transact(async (trx) => {
    const notice = await lockNotice(trx, platform, actor, noticeId);
    const file = await fileOfNotice(trx, noticeId);
    if (file === undefined) throw noFile();
    await trx.updateTable('notice_file').set({ status: 'replaced' }).where('id', '=', file.id).execute();
    await recordAudit(trx, platform, actor, {
      action: 'notice.file-removed',
      subjectKind: 'notice',
      subjectId: noticeId,
      oldValues: { fileId: file.id, name: file.name },
    });
    await tellChanged(trx, platform, notice);
    return noticeView(platform, trx, actor, await getRow(trx, noticeId));
  });
}

/** For whoever may see the notice; `undefined` is a passer-by. */
export async function openNoticeFile(
  platform: Platform,
  actor: Actor | undefined,
  noticeId: number,
): Promise<OpenedFile> {
  const { clock, database } = platform;
  const notice =
    actor === undefined
      ? await getPublicNotice(database, noticeId, clock.now())
      : await getNoticeFor(database, actor, noticeId);
  const file = await fileOfNotice(database, notice.id);
  if (file === undefined) throw noFile();
  return openKept(platform, { ...file, mediaType: 'application/pdf' }, `notice-${notice.id}`);
}

const noFile = () => new Refusal('missing', 'FILE_NOT_FOUND');
