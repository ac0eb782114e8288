// A notice letter goes out on a loan that is overdue: the first, then the second, then the last, each when the days that the
// one before gave are over. Once everything that the last one asked for is paid, the next begins with the first.

import { addDays, type CalendarDate, type Money, sum, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { settingWithin } from '../society/index.ts';
import { type LoanDay, loanDayOf, unpaidOf, unpaidParts } from './loan-dues.ts';
import { type LoanWithBalance, lockLoan } from './loan-queries.ts';
import { refuseOwn } from './who-may-decide.ts';

export type Notice = Row<'loan_notice'>;
export const LAST_NOTICE = 3;

export interface NextNotice {
  readonly round: number;
  readonly level: number;
  /** The first day it may go out on. */
  readonly from: CalendarDate;
}

/** The notices that are about what is overdue now: of the last round, while something that its last letter asked for is unpaid. */
export function standingNotices(
  notices: readonly Notice[],
  loan: Pick<LoanWithBalance, 'nextDueOn'>,
): readonly Notice[] {
  const last = notices.at(-1);
  if (last === undefined || loan.nextDueOn === null || loan.nextDueOn > last.noticedOn) return [];
  return notices.filter(({ round }) => round === last.round);
}

/** Undefined where nothing is overdue, or the last letter is out. */
export function nextNotice(
  notices: readonly Notice[],
  loan: Pick<LoanWithBalance, 'status' | 'nextDueOn'>,
  day: LoanDay,
): NextNotice | undefined {
  if (loan.status !== 'active' || day.daysPastDue(loan.nextDueOn) === 0) return undefined;
  const before = standingNotices(notices, loan).at(-1);
  if (before === undefined) return { round: (notices.at(-1)?.round ?? 0) + 1, level: 1, from: day.today };
  if (before.level === LAST_NOTICE) return undefined;
  return { round: before.round, level: before.level + 1, from: addDays(before.payBy, 1) };
}

/** The oldest first. */
export function noticesOf(reader: Reader, loanId: number): Promise<Notice[]> {
  return reader.selectFrom('loan_notice').selectAll().where('loanId', '=', loanId).orderBy('id').execute();
}

export async function issueNotice(platform: Platform, actor: Actor, loanId: number): Promise<void> {
  await platform.transact(async (trx) => {
    const loan = await lockLoan(trx, platform, actor, loanId);
    await refuseOwn(trx, actor, loan);
    const today = await businessDayFor(trx, platform);
    const day = await loanDayOf(trx, today);
    const notices = await noticesOf(trx, loan.id);
    const next = nextNotice(notices, loan, day);
    if (next === undefined || loan.nextDueOn === null) {
      const isLate = day.daysPastDue(loan.nextDueOn) > 0 && loan.status === 'active';
      throw new Refusal('conflict', isLate ? 'NOTICES_ALL_OUT' : 'LOAN_NOT_OVERDUE', { number: loan.number });
    }
    if (next.from > today) throw new Refusal('rule', 'NOTICE_TOO_EARLY', { level: next.level, day: next.from });
    const payBy = addDays(today, await settingWithin(trx, 'loans.noticeDays', today));
    const { round, level } = next;
    await trx
      .insertInto('loan_notice')
      .values({
        loanId: loan.id,
        round,
        level,
        noticedOn: today,
        dueSince: loan.nextDueOn,
        daysPastDue: day.daysPastDue(loan.nextDueOn),
        ...(await overdueParts(trx, loan, day)),
        principalOwed: loan.principalOwed ?? ZERO,
        payBy,
        userId: actor.userId,
        recordedAt: platform.clock.now(),
      })
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'loan.notice-issued',
      subjectKind: 'loan',
      subjectId: loan.id,
      newValues: { level, payBy },
    });
    const payload = { loanId: loan.id, level, payBy };
    await recordEvent(trx, platform, { name: 'loan.noticed', memberId: loan.memberId, payload });
    for (const { memberId, isBorrower } of await addresseesOf(trx, loan, today)) {
      if (!isBorrower) await recordEvent(trx, platform, { name: 'surety.noticed', memberId, payload });
    }
  });
}

async function overdueParts(reader: Reader, { id }: LoanWithBalance, { overdueThrough }: LoanDay) {
  const overdue = await reader
    .selectFrom('loan_instalment')
    .selectAll()
    .where('loanId', '=', id)
    .where('dueOn', '<=', overdueThrough)
    .execute();
  const unpaid = overdue.filter((row) => unpaidOf(row) > 0).map(unpaidParts);
  const part = (name: keyof (typeof unpaid)[number]) => sum(unpaid.map((parts) => parts[name]));
  return { principal: part('principal'), interest: part('interest'), charges: part('fee'), penalty: part('penalty') };
}

export const overdueOf = ({ principal, interest, charges, penalty }: Notice): Money =>
  sum([principal, interest, charges, penalty]);

/** The borrower, and whoever answered for the loan on that day. */
export async function addresseesOf(reader: Reader, { id, memberId }: LoanWithBalance, on: CalendarDate) {
  const guarantors = await reader
    .selectFrom('loan_guarantor')
    .select('memberId')
    .where('loanId', '=', id)
    .where('status', '=', 'consented')
    .where((is) => is.or([is('releasedOn', 'is', null), is('releasedOn', '>', on)]))
    .orderBy('id')
    .execute();
  const ids = [memberId, ...guarantors.map((one) => one.memberId)];
  const members = await reader
    .selectFrom('member')
    .select(['id', 'number', 'name', 'nameLocal', 'addressLine', 'locality', 'district', 'language'])
    .where('id', 'in', ids)
    .execute();
  return ids.flatMap((each) => {
    const member = members.find((one) => one.id === each);
    return member === undefined ? [] : [{ memberId: each, isBorrower: each === memberId, member }];
  });
}
