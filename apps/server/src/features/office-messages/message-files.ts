// What is sent along with a message, by either side. It is kept as long as the message, and opened only by the two.

import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepUpload, type OpenedFile, openKept, type Upload } from '../files/index.ts';
import { getMessageFor, messageView, type View } from './message-queries.ts';
import {
  add,
  audit,
  lockMessage,
  refuseClosed,
  refuseTooMany,
  stand,
  tellMember,
  tellOffice,
} from './write-message.ts';

const MOST_FILES = 10;

/** Before a byte of it is taken. */
export async function getMessageToAddTo(platform: Platform, actor: Actor, id: number): Promise<void> {
  refuseClosed(await getMessageFor(platform.database, actor, id));
}

export function addMessageFile(platform: Platform, actor: Actor, id: number, upload: Upload): Promise<View> {
  return keepUpload(platform, upload, async (trx) => {
    const message = await lockMessage(trx, platform, actor, id);
    refuseClosed(message);
    if (actor.kind === 'member') await refuseTooMany(trx, platform, actor);
    const { count } = await trx
      .selectFrom('office_message_entry')
      .select(({ fn }) => fn.count<number>('fileId').as('count'))
      .where('messageId', '=', id)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_FILES) throw new Refusal('rule', 'MESSAGE_FILES_MANY', { most: MOST_FILES }, 'file');
    await trx
      .insertInto('stored_file')
      .values({
        ...{ id: upload.id, mediaType: upload.mediaType, bytes: upload.bytes, sha256: upload.sha256 },
        ...{ purpose: 'office-message', createdAt: platform.clock.now() },
      })
      .execute();
    await add(trx, platform, actor, { id, kind: 'file', text: upload.name, fileId: upload.id });
    await stand(trx, platform, id, {});
    await audit(trx, platform, actor, { id, action: 'message.file-added', values: { fileId: upload.id } });
    if (actor.kind === 'member') await tellOffice(trx, platform, message);
    else await tellMember(trx, platform, message, 'message.answered');
    return messageView(platform, trx, actor, id);
  });
}

/** Of the office each look leaves a line in the trail, before the first byte. */
export async function openMessageFile(
  platform: Platform,
  actor: Actor,
  { id, fileId }: { readonly id: number; readonly fileId: string },
): Promise<OpenedFile> {
  const { database } = platform;
  const message = await getMessageFor(database, actor, id);
  const file = await database
    .selectFrom('office_message_entry as e')
    .innerJoin('stored_file as f', 'f.id', 'e.fileId')
    .select(['f.id', 'f.mediaType', 'f.bytes', 'e.text as name'])
    .where('e.messageId', '=', message.id)
    .where('e.fileId', '=', fileId)
    .executeTakeFirst();
  if (file === undefined) throw new Refusal('missing', 'FILE_NOT_FOUND');
  const opened = await openKept(platform, file, `message-${message.id}`);
  if (actor.kind !== 'member') {
    await platform.transact((trx) =>
      audit(trx, platform, actor, { id: message.id, action: 'message.file-opened', values: { fileId } }),
    );
  }
  return opened;
}
