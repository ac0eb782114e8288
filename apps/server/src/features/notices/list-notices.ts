import type { NoticeList, NoticeState, NoticesQuery, PublicNoticeList, PublicNoticeQuery } from '@kafal/contract';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { type NoticeRow, noticesFor } from './notice-queries.ts';
import { noticeRows, publicRows } from './notice-views.ts';

type Query = z.output<typeof NoticesQuery>;
type Notices = ReturnType<typeof noticesFor>;

const USUAL_LIMIT = 50;

/** Pinned ones first, then the newest. */
export async function listNotices(platform: Platform, actor: Actor, query: Query): Promise<z.input<typeof NoticeList>> {
  const { database } = platform;
  const { q, kind, priority, audience, state = 'published', unread = false, limit = USUAL_LIMIT } = query;
  const chosen = inState(noticesFor(database, actor), state, platform.clock.now())
    .$if(kind !== undefined, (notices) => notices.where('notice.kind', '=', kind ?? 'general'))
    .$if(priority !== undefined, (notices) => notices.where('notice.priority', '=', priority ?? 'low'))
    .$if(audience !== undefined, (notices) => notices.where('notice.audience', '=', audience ?? 'everyone'))
    .$if(q !== undefined && q !== '', (notices) => notices.where(says(platform, q ?? '')))
    .$if(unread, (notices) =>
      notices.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('notice_read')
              .select('notice_read.noticeId')
              .whereRef('notice_read.noticeId', '=', 'notice.id')
              .where('notice_read.userId', '=', actor.userId),
          ),
        ),
      ),
    );
  const { rows, nextCursor } = await pageOf(chosen, query.cursor, limit);
  return { items: await noticeRows(platform, database, actor, rows), nextCursor };
}

/** What hangs on the society's door today. */
export async function listPublicNotices(
  platform: Platform,
  language: Language,
  { cursor, limit = USUAL_LIMIT }: z.output<typeof PublicNoticeQuery>,
): Promise<z.input<typeof PublicNoticeList>> {
  const { database } = platform;
  const chosen = inState(noticesFor(database, undefined), 'published', platform.clock.now());
  const { rows, nextCursor } = await pageOf(chosen, cursor, limit);
  return { items: await publicRows(database, rows, language), nextCursor };
}

/** Notices that are shown now, whoever they are for. */
export async function countActiveNotices({ database, clock }: Platform): Promise<number> {
  const { count } = await inState(database.selectFrom('notice'), 'published', clock.now())
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function inState(notices: Notices, state: NoticeState | 'all', now: number): Notices {
  if (state === 'all') return notices;
  if (state !== 'published' && state !== 'expired') return notices.where('notice.status', '=', state);
  const published = notices.where('notice.status', '=', 'published');
  return state === 'expired'
    ? published.where('notice.expiresAt', '<=', now)
    : published.where((is) => is.or([is('notice.expiresAt', 'is', null), is('notice.expiresAt', '>', now)]));
}

/** In any of its languages, in the title or in the text. */
function says({ dialect }: Platform, q: string) {
  const within = `%${dialect.likePrefix(q.toLowerCase())}`;
  return sql<SqlBool>`EXISTS (SELECT 1 FROM notice_text t WHERE t.noticeId = notice.id AND (LOWER(t.title) LIKE ${within} ESCAPE '!' OR LOWER(t.text) LIKE ${within} ESCAPE '!'))`;
}

async function pageOf(
  notices: Notices,
  cursor: string | undefined,
  limit: number,
): Promise<{ rows: NoticeRow[]; nextCursor: string | null }> {
  const after = readCursor(cursor);
  const rows = await notices
    .selectAll('notice')
    .$if(after !== undefined, (select) =>
      select.where((is) => {
        const { pinned, sortAt, id } = after ?? { pinned: 0 as const, sortAt: 0, id: 0 };
        return is.or([
          is('notice.isPinned', '<', pinned),
          is.and([is('notice.isPinned', '=', pinned), is('notice.sortAt', '<', sortAt)]),
          is.and([is('notice.isPinned', '=', pinned), is('notice.sortAt', '=', sortAt), is('notice.id', '<', id)]),
        ]);
      }),
    )
    .orderBy('notice.isPinned', 'desc')
    .orderBy('notice.sortAt', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const goesOn = rows.length > limit && last !== undefined;
  return { rows: shown, nextCursor: goesOn ? `${last.isPinned}.${last.sortAt}.${last.id}` : null };
}

function readCursor(cursor: string | undefined) {
  if (cursor === undefined || cursor === '') return undefined;
  const [, pinned, sortAt, id] = /^([01])\.(\d{1,15})\.([1-9]\d{0,14})$/.exec(cursor) ?? [];
  if (id === undefined) throw new Refusal('malformed', 'CURSOR_MALFORMED', undefined, 'cursor');
  return { pinned: pinned === '1' ? (1 as const) : (0 as const), sortAt: Number(sortAt), id: Number(id) };
}
