// What was done about a loan that is late, for the office: contacts, promises and letters, the newest first.

import type { LoanCollection } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { addresseesOf, nextNotice, noticesOf, overdueOf } from './issue-notice.ts';
import { loanDayOf } from './loan-dues.ts';
import { getLoanFor } from './loan-queries.ts';
import { promisesOf } from './promises-of-loans.ts';

export async function collectionOfLoan(
  platform: Platform,
  actor: Actor,
  loanId: number,
): Promise<z.input<typeof LoanCollection>> {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, loanId);
  const today = await currentBusinessDay(platform);
  const notices = await noticesOf(reader, loan.id);
  const contacts = await reader
    .selectFrom('loan_contact as c')
    .leftJoin('user as u', 'u.id', 'c.userId')
    .selectAll('c')
    .select('u.name as by')
    .where('c.loanId', '=', loan.id)
    .orderBy('c.contactedOn', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  const userIds = [...new Set(notices.map(({ userId }) => userId))];
  const users =
    userIds.length === 0
      ? []
      : await reader.selectFrom('user').select(['id', 'name']).where('id', 'in', userIds).execute();
  const promises = (await promisesOf(reader, [loan.id], today)).get(loan.id) ?? [];
  const next = nextNotice(notices, loan, await loanDayOf(reader, today));
  return {
    contacts: contacts.map(({ id, kind, contactedOn, spokeTo, said, by, recordedAt }) => ({
      id: String(id),
      kind,
      on: contactedOn,
      spokeTo,
      said,
      recordedBy: by ?? '',
      recordedAt: new Date(recordedAt).toISOString(),
    })),
    promises: promises.toReversed().map(({ id, amount, by, madeOn, received, state, recordedBy }) => ({
      id: String(id),
      amount: formatMoney(amount),
      by,
      madeOn,
      received: formatMoney(received),
      state,
      recordedBy,
    })),
    notices: notices.toReversed().map((notice) => ({
      id: String(notice.id),
      level: notice.level,
      on: notice.noticedOn,
      overdue: formatMoney(overdueOf(notice)),
      dueSince: notice.dueSince,
      daysPastDue: notice.daysPastDue,
      payBy: notice.payBy,
      recordedBy: users.find(({ id }) => id === notice.userId)?.name ?? '',
    })),
    nextNotice: next === undefined ? null : { level: next.level, from: next.from },
    addressees: (await addresseesOf(reader, loan, today)).map(({ memberId, isBorrower, member }) => ({
      memberId: String(memberId),
      memberNumber: member.number,
      name: member.name,
      isBorrower,
    })),
  };
}
