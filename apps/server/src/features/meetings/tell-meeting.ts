// The notice of a meeting goes out through the notices of the society: there it has its readers, its languages and its paper.

import { NOTICE_LANGUAGES, type NoticeLanguage } from '@kafal/contract';
import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { putAwayNotice, sendNotice } from '../notices/index.ts';
import { dateOnPaper, type readSocietyOnPaper } from '../paper/index.ts';
import type { MeetingRow } from './meeting-queries.ts';
import { itemsOf } from './meeting-view.ts';
import { type MeetingWord, sayOfMeeting } from './meeting-words.ts';

type Society = Awaited<ReturnType<typeof readSocietyOnPaper>>;

export interface Told {
  /** Read before the transaction. */
  readonly society: Society;
  readonly title: Extract<MeetingWord, 'noticeTitle' | 'movedTitle' | 'adjournedTitle' | 'cancelledTitle'>;
  readonly sentence: Extract<MeetingWord, 'notice' | 'moved' | 'adjourned' | 'cancelled'>;
  readonly before?: CalendarDate;
  readonly reason?: string;
}

/** To all members, or to the committee. What was told before makes room for it. */
export async function tellMeeting(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  meeting: MeetingRow,
  told: Told,
): Promise<number> {
  if (meeting.noticeId !== null) await putAwayNotice(trx, platform, actor, meeting.noticeId);
  const isGeneral = meeting.kind !== 'committee';
  const words = await wordsOf(trx, meeting);
  return sendNotice(trx, platform, actor, {
    ...{ kind: 'event', priority: isGeneral ? 'high' : 'medium', audience: isGeneral ? 'members' : 'committee' },
    ...{ expiresOn: meeting.heldOn, isPinned: isGeneral, isOfLaw: isGeneral },
    texts: NOTICE_LANGUAGES.map((language) => words(language, told)),
  });
}

async function wordsOf(trx: Trx, meeting: MeetingRow) {
  const items = await itemsOf(trx, meeting.id);
  const { heldOn, heldTime: time, place, link } = meeting;
  return (language: NoticeLanguage, { society, title, sentence, before, reason = '' }: Told) => {
    const onPaper = (day: CalendarDate) => dateOnPaper(society, day, language === 'en' ? 'en' : 'hi');
    const values = { day: onPaper(heldOn), time, place, reason, before: before === undefined ? '' : onPaper(before) };
    const agenda = items.map((item, index) => `${index + 1}. ${item.title}`);
    const lines = [
      sayOfMeeting(language, sentence, values),
      ...(link === null || sentence === 'cancelled' ? [] : [sayOfMeeting(language, 'noticeLink', { link })]),
      ...(sentence === 'cancelled' ? [] : [sayOfMeeting(language, 'noticeAgenda'), ...agenda]),
    ];
    return {
      language,
      title: sayOfMeeting(language, title, { title: meeting.title }).slice(0, 160),
      text: lines.join('\n').slice(0, 6_000),
    };
  };
}
