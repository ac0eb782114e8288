// A notice as it hangs on the board of the office: under the society's letterhead, in the language that is asked for.

import type { NoticeLanguage } from '@kafal/contract';
import { invariant, todayIn } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules } from '../accounting/index.ts';
import { documentPdf } from '../paper/index.ts';
import { getNoticeFor, inOrderFor, textsOf } from './notice-queries.ts';

const WORDS = {
  en: { date: 'Date', until: 'Until', signature: 'For the society' },
  hi: { date: 'दिनांक', until: 'तक', signature: 'समिति की ओर से' },
  ne: { date: 'मिति', until: 'सम्म', signature: 'संस्थाको तर्फबाट' },
} as const satisfies Record<NoticeLanguage, unknown>;

export async function printNoticeSheet(
  platform: Platform,
  actor: Actor,
  { id, language = actor.language }: { readonly id: number; readonly language?: NoticeLanguage | undefined },
): Promise<Uint8Array> {
  const reader = platform.database;
  const notice = await getNoticeFor(reader, actor, id);
  const [text] = inOrderFor((await textsOf(reader, [id])).get(id) ?? [], language);
  invariant(text, 'a notice has a text');
  const { timeZone } = await bookRules(platform);
  const on = todayIn(timeZone, notice.publishedAt ?? notice.publishAt ?? platform.clock.now());
  const say = WORDS[text.language];
  const paragraphs = text.text.split(/\n+/).filter((line) => line.trim() !== '');
  return documentPdf(
    platform,
    (paper) => ({
      title: text.title,
      facts: [
        { label: say.date, text: paper.day(on) },
        ...(notice.expiresOn === null ? [] : [{ label: say.until, text: paper.day(notice.expiresOn) }]),
      ],
      blocks: paragraphs.map((line) => ({ kind: 'text' as const, text: line })),
      signatures: [say.signature],
    }),
    {
      // The letterhead knows two languages; the words of the notice stand as they were written.
      language: text.language === 'en' ? 'en' : 'hi',
      printedBy: actor.name,
      printedByUserId: actor.userId,
      printedAt: platform.clock.now(),
    },
  );
}
