// What a new meeting is made of: who may take the chair, what waits for it, and how soon it may be.

import { MEETING_KINDS, type MeetingPreparation } from '@kafal/contract';
import { displayMoney, earliestMeetingDay } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarToday } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { clearDaysOf, committeeNow } from './meeting-queries.ts';
import { sayOfMeeting } from './meeting-words.ts';

export async function prepareMeeting(platform: Platform, actor: Actor): Promise<z.input<typeof MeetingPreparation>> {
  const { database } = platform;
  const today = await calendarToday(platform);
  const rules = await Promise.all(
    MEETING_KINDS.map(async (kind) => {
      const clearDays = await clearDaysOf(database, kind, today);
      return { kind, clearDays, earliest: earliestMeetingDay(today, clearDays) };
    }),
  );
  const currency = (await readSettings(platform))['money.currency'];
  const { language } = actor;
  const applications = await loansToSanction(database).execute();
  const lost = await loansToWriteOff(database).execute();
  const said = (loan: { number: string; memberName: string; memberNumber: string }) =>
    `${loan.number}, ${loan.memberName} (${loan.memberNumber})`;
  return {
    committee: (await committeeNow(database)).map(({ id, name }) => ({ id: String(id), name })),
    waiting: [
      ...applications.map((loan) => ({
        kind: 'loan' as const,
        subjectId: String(loan.id),
        title: sayOfMeeting(language, 'itemLoan', { loan: said(loan) }),
        text: sayOfMeeting(language, 'itemLoanText', {
          amount: displayMoney(loan.askedAmount, { currency, language }),
          count: loan.askedInstalments,
          purpose: loan.purpose,
        }),
      })),
      ...lost.map((loan) => ({
        kind: 'write-off' as const,
        subjectId: String(loan.id),
        title: sayOfMeeting(language, 'itemWriteOff', { loan: said(loan) }),
        text: '',
      })),
    ],
    rules,
  };
}

const named = (reader: Reader) =>
  reader
    .selectFrom('loan as l')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .select([
      'l.id',
      'l.number',
      'l.askedAmount',
      'l.askedInstalments',
      'l.purpose',
      'm.name as memberName',
      'm.number as memberNumber',
    ])
    .orderBy('l.id');

/** Recommended, the oldest first. */
export const loansToSanction = (reader: Reader) => named(reader).where('l.status', '=', 'recommended');

/** Running, and of a class that nobody expects much back from. */
export const loansToWriteOff = (reader: Reader) =>
  named(reader)
    .innerJoin('loan_standing as s', 's.loanId', 'l.id')
    .where('l.status', '=', 'active')
    .where('s.classCode', 'in', ['doubtful', 'doubtful-1', 'doubtful-2', 'doubtful-3', 'loss']);
