// A payment request as the tables keep it, and in which state it is at a moment.

import type { PaymentRequestStatus } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { AskedLine, BothLanguages } from '../counter/index.ts';

export type PaymentRequestRow = Row<'payment_request'>;
export type PaymentStatus = z.infer<typeof PaymentRequestStatus>;

export interface ShownLine {
  readonly label: BothLanguages;
  /** In the smallest unit. */
  readonly amount: number;
}

/** Time alone makes a request expire; nothing has to run for it. Whoever said they paid waits for the bank. */
export function statusAt(
  { status, expiresAt }: Pick<PaymentRequestRow, 'status' | 'expiresAt'>,
  now: number,
): PaymentStatus {
  return (status === 'created' || status === 'shown') && expiresAt <= now ? 'expired' : status;
}

/** ask-payment.ts wrote both. */
export const askedLines = ({ asked }: Pick<PaymentRequestRow, 'asked'>) => JSON.parse(asked) as AskedLine[];
export const shownLines = ({ shown }: Pick<PaymentRequestRow, 'shown'>) => JSON.parse(shown) as ShownLine[];

/** Somebody else's request answers like one that is not there. */
export async function getPaymentRequestFor(reader: Reader, actor: Actor, id: number): Promise<PaymentRequestRow> {
  return mine(actor, await reader.selectFrom('payment_request').selectAll().where('id', '=', id).executeTakeFirst());
}

export async function lockPaymentRequestFor(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  actor: Actor,
  id: number,
): Promise<PaymentRequestRow> {
  return mine(
    actor,
    await platform.dialect
      .forUpdate(trx.selectFrom('payment_request').selectAll().where('id', '=', id))
      .executeTakeFirst(),
  );
}

function mine(actor: Actor, row: PaymentRequestRow | undefined): PaymentRequestRow {
  if (row === undefined || (actor.kind === 'member' && row.memberId !== actor.memberId)) {
    throw new Refusal('missing', 'PAYMENT_REQUEST_UNKNOWN');
  }
  return row;
}
