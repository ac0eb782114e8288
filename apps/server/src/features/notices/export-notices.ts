// The list of notices as a file: the whole filter, in the words of the board.

import type { NoticesQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { mergeMessages, platformMessages, type Sentences } from '../../platform/http/sentences.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { listNotices } from './list-notices.ts';
import { noticesMessages } from './messages.ts';

let sentences: Sentences | undefined;

function say(language: Language, code: string): string {
  sentences ??= mergeMessages([platformMessages, noticesMessages]);
  return sentences.say(language, code) ?? code;
}

const HEADS = ['TITLE', 'KIND', 'AUDIENCE', 'PRIORITY', 'STATE', 'PUBLISHED', 'LAST_DAY', 'READ', 'OF'] as const;
const codeOf = (of: string, word: string) => `NOTICE_${of}_${word.replaceAll('-', '_').toUpperCase()}`;

export function exportNotices(
  platform: Platform,
  actor: Actor,
  { cursor: _cursor, limit: _limit, ...filter }: z.output<typeof NoticesQuery>,
): Promise<AsyncGenerator<string>> {
  const word = (of: string, value: string) => say(actor.language, codeOf(of, value));
  return exportList(platform, actor, {
    ...{ action: 'notices.exported', subjectKind: 'notice', filter },
    heads: HEADS.map((head) => word('HEAD', head)),
    page: (cursor) => listNotices(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (notice) => [
      notice.title,
      word('KIND', notice.kind),
      word('AUDIENCE', notice.audience),
      word('PRIORITY', notice.priority),
      word('STATE', notice.state),
      notice.publishedAt,
      notice.expiresOn,
      notice.reads === null ? null : String(notice.reads.read),
      notice.reads === null ? null : String(notice.reads.of),
    ],
  });
}
