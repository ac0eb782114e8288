import type { PaymentRequestQuery, PaymentRequestView, PaymentRequestRow as RowShape } from '@kafal/contract';
import { formatMoney, money } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { inLanguage } from '../counter/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { membersTyped } from '../search/index.ts';
import { readSettings } from '../society/index.ts';
import { codePicture } from './payment-code.ts';
import { shownLines, statusAt } from './payment-request-row.ts';

const MOST_SHOWN = 50;

/** Within a transaction its reader is handed over; the picture needs no database. */
export async function paymentRequestView(
  platform: Platform,
  actor: Actor,
  id: number,
  currency: string,
  reader: Reader = platform.database,
): Promise<z.input<typeof PaymentRequestView>> {
  const row = await requestRows(reader).where('r.id', '=', id).executeTakeFirst();
  if (row === undefined || (actor.kind === 'member' && row.memberId !== actor.memberId)) {
    throw new Refusal('missing', 'PAYMENT_REQUEST_UNKNOWN');
  }
  const now = platform.clock.now();
  const { scheme, payload } = row;
  const isPayable = statusAt(row, now) === 'shown';
  return {
    ...rowView(row, { language: actor.language, now, currency }),
    code: isPayable ? { payload, link: scheme === 'upi' ? payload : null, qrSvg: await codePicture(payload) } : null,
  };
}

/** Newest first; a member's own, or anybody's for the office. */
export async function listPaymentRequests(
  platform: Platform,
  actor: Actor,
  query: z.output<typeof PaymentRequestQuery>,
) {
  const { limit = MOST_SHOWN, memberId, status, open, q = '' } = query;
  const before = readIdCursor(query.cursor);
  const now = platform.clock.now();
  const currency = (await readSettings(platform))['money.currency'];
  const typed = q.trim();
  const members = actor.kind === 'member' ? undefined : await membersTyped(platform, typed);
  const rows = await requestRows(platform.database)
    .$if(actor.kind === 'member', (select) => select.where('r.memberId', '=', actor.memberId ?? 0))
    .$if(memberId !== undefined, (select) => select.where('r.memberId', '=', memberId ?? 0))
    .$if(members !== undefined, (select) =>
      select.where((is) =>
        is.or([
          is('r.reference', '=', typed.toUpperCase()),
          is('r.claimedNumber', '=', typed),
          is('r.memberId', 'in', members ?? []),
        ]),
      ),
    )
    .$if(open === true, (select) =>
      select.where((is) =>
        is.or([
          is('r.status', '=', 'claimed'),
          is.and([is('r.status', 'in', ['created', 'shown']), is('r.expiresAt', '>', now)]),
        ]),
      ),
    )
    .$if(status !== undefined, (select) =>
      status === 'expired'
        ? select.where('r.status', 'in', ['created', 'shown']).where('r.expiresAt', '<=', now)
        : status === 'created' || status === 'shown'
          ? select.where('r.status', '=', status).where('r.expiresAt', '>', now)
          : select.where('r.status', '=', status ?? 'claimed'),
    )
    .$if(before !== undefined, (select) => select.where('r.id', '<', before ?? 0))
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => rowView(row, { language: actor.language, now, currency })),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

function requestRows(reader: Reader) {
  return reader
    .selectFrom('payment_request as r')
    .innerJoin('member as m', 'm.id', 'r.memberId')
    .leftJoin('user as u', 'u.id', 'r.askedByUserId')
    .leftJoin('receipt as p', 'p.id', 'r.receiptId')
    .selectAll('r')
    .select(['m.number as memberNumber', 'm.name as memberName', 'u.name as askedBy', 'p.number as receiptNumber']);
}

interface Reading {
  readonly language: Language;
  readonly now: number;
  readonly currency: string;
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof requestRows>['execute']>>[number];

function rowView(row: FoundRow, { language, now, currency }: Reading): z.input<typeof RowShape> {
  return {
    id: String(row.id),
    reference: row.reference,
    memberId: String(row.memberId),
    memberNumber: row.memberNumber,
    memberName: row.memberName,
    status: statusAt(row, now),
    scheme: row.scheme,
    amount: formatMoney(row.amount),
    currency,
    lines: shownLines(row).map(({ label, amount }) => ({
      label: inLanguage(label, language),
      amount: formatMoney(money(amount)),
    })),
    payeeName: row.payeeName,
    payeeAddress: row.payeeAddress,
    askedBy: row.askedBy ?? '',
    askedAt: new Date(row.askedAt).toISOString(),
    askedOn: row.askedOn,
    expiresAt: new Date(row.expiresAt).toISOString(),
    claimedNumber: row.claimedNumber,
    claimedAt: instant(row.claimedAt),
    receiptId: row.receiptId === null ? null : String(row.receiptId),
    receiptNumber: row.receiptNumber,
    reason: row.reason,
  };
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
