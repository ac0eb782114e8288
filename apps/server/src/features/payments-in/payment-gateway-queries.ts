import type { GatewayMessageQuery, GatewayMessageRow, GatewayView } from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { waitingRules } from '../approvals/index.ts';
import { readIdCursor } from '../deposits/index.ts';
import { readSettings } from '../society/index.ts';

export const GATEWAY_PATH = '/api/payment-gateway/messages';
const MOST_SHOWN = 50;

export async function gatewayView({ database }: Platform): Promise<z.input<typeof GatewayView>> {
  const gateway = await database
    .selectFrom('payment_gateway as g')
    .leftJoin('user as maker', 'maker.id', 'g.setByUserId')
    .leftJoin('user as checker', 'checker.id', 'g.approvedByUserId')
    .select(['g.kind', 'g.name', 'g.startedAt', 'maker.name as setBy', 'checker.name as approvedBy'])
    .where('g.endedAt', 'is', null)
    .orderBy('g.id', 'desc')
    .executeTakeFirst();
  const [waiting] = (await waitingRules(database, 'payment-gateway')).values();
  return {
    gateway: gateway === undefined ? null : { ...gateway, startedAt: new Date(gateway.startedAt).toISOString() },
    path: GATEWAY_PATH,
    waitingApprovalId: waiting === undefined ? null : String(waiting),
  };
}

/** Newest first. */
export async function listGatewayMessages(platform: Platform, query: z.output<typeof GatewayMessageQuery>) {
  const { limit = MOST_SHOWN } = query;
  const before = readIdCursor(query.cursor);
  const { 'money.currency': currency } = await readSettings(platform);
  const rows = await platform.database
    .selectFrom('gateway_message as g')
    .innerJoin('bank_line as l', 'l.id', 'g.bankLineId')
    .innerJoin('bank_statement as s', 's.id', 'l.statementId')
    .leftJoin('receipt as r', 'r.id', 'l.receiptId')
    .select(['g.id', 'g.eventId', 'g.receivedAt', 'g.amount', 'g.number', 'g.description', 'g.wasKnown'])
    .select(['l.status', 's.source', 'r.id as receiptId', 'r.number as receiptNumber'])
    .$if(before !== undefined, (select) => select.where('g.id', '<', before ?? 0))
    .orderBy('g.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(
      ({ id, eventId, receivedAt, amount, number, description, wasKnown, status, source, receiptId, receiptNumber }) =>
        ({
          id: String(id),
          eventId,
          receivedAt: new Date(receivedAt).toISOString(),
          amount: formatMoney(amount),
          currency,
          number,
          description,
          wasKnown: wasKnown === 1,
          status,
          isOnStatement: source === 'file',
          receiptId: receiptId === null ? null : String(receiptId),
          receiptNumber,
        }) satisfies z.input<typeof GatewayMessageRow>,
    ),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}
