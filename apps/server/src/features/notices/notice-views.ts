// A notice as its reader gets it, and as the office does.

import type { NoticeList, NoticeView as NoticeViewSchema, PublicNotice, PublicNoticeList } from '@kafal/contract';
import { invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { countAudience } from './notice-audience.ts';
import {
  fileOfNotice,
  inOrderFor,
  mayWrite,
  type NoticeRow,
  type NoticeText,
  stateOf,
  textsOf,
} from './notice-queries.ts';

type ListedNotice = z.input<typeof NoticeList>['items'][number];
type ShownNotice = z.input<typeof PublicNoticeList>['items'][number];

const instant = (at: number) => new Date(at).toISOString();
const instantOrNull = (at: number | null) => (at === null ? null : instant(at));

/** What every reader gets of each notice. */
async function shownNotices(reader: Reader, rows: readonly NoticeRow[], language: Language): Promise<ShownNotice[]> {
  const ids = rows.map(({ id }) => id);
  const texts = await textsOf(reader, ids);
  const files =
    ids.length === 0
      ? []
      : await reader
          .selectFrom('notice_file')
          .select('noticeId')
          .where('noticeId', 'in', ids)
          .where('status', '=', 'current')
          .execute();
  const withFile = new Set(files.map(({ noticeId }) => noticeId));
  return rows.map((row) => {
    const own = inOrderFor(texts.get(row.id) ?? [], language);
    return shownNotice(row, own, withFile.has(row.id));
  });
}

function shownNotice(row: NoticeRow, texts: readonly NoticeText[], hasFile: boolean): ShownNotice {
  const [first] = texts;
  invariant(first, 'a notice has a text');
  const { kind, priority, expiresOn } = row;
  return {
    ...{ id: String(row.id), kind, priority, isPinned: row.isPinned === 1 },
    ...{ language: first.language, title: first.title, languages: texts.map(({ language }) => language) },
    ...{ publishedAt: instantOrNull(row.publishedAt), expiresOn, hasFile },
  };
}

export const publicRows = shownNotices;

export async function publicNotice(
  reader: Reader,
  row: NoticeRow,
  language: Language,
): Promise<z.input<typeof PublicNotice>> {
  const [shown] = await shownNotices(reader, [row], language);
  invariant(shown, 'each row is shown');
  return { ...shown, ...(await wholeOf(reader, row, language)) };
}

async function wholeOf(reader: Reader, row: NoticeRow, language: Language) {
  const texts = inOrderFor((await textsOf(reader, [row.id])).get(row.id) ?? [], language);
  const file = await fileOfNotice(reader, row.id);
  return {
    texts: texts.map(({ language: of, title, text }) => ({ language: of, title, text })),
    file: file === undefined ? null : { name: file.name, bytes: file.bytes },
  };
}

export async function noticeRows(
  platform: Pick<Platform, 'clock'>,
  reader: Reader,
  actor: Actor,
  rows: readonly NoticeRow[],
): Promise<ListedNotice[]> {
  const ids = rows.map(({ id }) => id);
  const shown = await shownNotices(reader, rows, actor.language);
  const own =
    ids.length === 0
      ? []
      : await reader
          .selectFrom('notice_read')
          .select(['noticeId', 'readAt'])
          .where('userId', '=', actor.userId)
          .where('noticeId', 'in', ids)
          .execute();
  const readAt = new Map(own.map((row) => [row.noticeId, row.readAt]));
  const reads = actor.kind === 'member' || !mayWrite(actor) ? undefined : await readsOf(reader, rows);
  return rows.flatMap((row, index) => {
    const of = shown[index];
    if (of === undefined) return [];
    return {
      ...of,
      ...{ audience: row.audience, state: stateOf(row, platform.clock.now()) },
      ...{ publishOn: row.publishOn, publishTime: row.publishTime },
      readAt: instantOrNull(readAt.get(row.id) ?? null),
      reads: reads?.get(row.id) ?? null,
    };
  });
}

/** Of what was published: how many log-ins have opened it, of how many that it is for. */
async function readsOf(reader: Reader, rows: readonly NoticeRow[]) {
  const told = rows.filter(({ publishedAt }) => publishedAt !== null);
  const counts = new Map<number, { read: number; of: number }>();
  if (told.length === 0) return counts;
  const read = await reader
    .selectFrom('notice_read')
    .select(({ fn }) => ['noticeId', fn.countAll<number>().as('count')])
    .where(
      'noticeId',
      'in',
      told.map(({ id }) => id),
    )
    .groupBy('noticeId')
    .execute();
  const readBy = new Map(read.map(({ noticeId, count }) => [noticeId, Number(count)]));
  for (const notice of told) {
    counts.set(notice.id, { read: readBy.get(notice.id) ?? 0, of: await countAudience(reader, notice) });
  }
  return counts;
}

export async function noticeView(
  platform: Pick<Platform, 'clock'>,
  reader: Reader,
  actor: Actor,
  row: NoticeRow,
): Promise<z.input<typeof NoticeViewSchema>> {
  const [listed] = await noticeRows(platform, reader, actor, [row]);
  invariant(listed, 'each row is listed');
  return {
    ...listed,
    ...(await wholeOf(reader, row, actor.language)),
    office: actor.kind === 'member' ? null : await officeOf(reader, actor, row),
  };
}

async function officeOf(reader: Reader, actor: Actor, row: NoticeRow) {
  const { createdByUserId, publishedByUserId, archivedByUserId } = row;
  const ids = [createdByUserId, publishedByUserId, archivedByUserId].filter((id) => id !== null);
  const users = await reader.selectFrom('user').select(['id', 'name']).where('id', 'in', ids).execute();
  const nameOf = (id: number | null) => users.find((user) => user.id === id)?.name ?? null;
  return {
    version: row.version,
    mayChange: mayWrite(actor) && row.status !== 'archived',
    createdBy: nameOf(createdByUserId) ?? '',
    createdAt: instant(row.createdAt),
    publishedBy: nameOf(publishedByUserId),
    archivedBy: nameOf(archivedByUserId),
    archivedAt: instantOrNull(row.archivedAt),
  };
}
