// Journal entries, their register, their reversal, and the vouchers that make some of them.

import {
  CsvText,
  EnterVoucherAnswer,
  EnterVoucherBody,
  EntryExplanation,
  IdParams,
  JournalEntryView,
  PreviewQuery,
  ReverseEntryAnswer,
  ReverseEntryBody,
  TransactionList,
  TransactionQuery,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { enterVoucher, previewVoucher } from './enter-voucher.ts';
import { explainEntry, journalEntryView } from './entry-queries.ts';
import { previewReversal, reverseEntry } from './reverse-entry.ts';
import { transactionList } from './transaction-queries.ts';
import { transactionsCsv } from './transactions-csv.ts';

const tags = ['books'];
const reading = { member: 'own.accounts.read', staff: 'books.read' } as const;
const exporting = { member: 'own.accounts.read', staff: 'export.read' } as const;

export async function journalRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/journal-entries/:id',
    {
      config: { permission: reading },
      schema: {
        tags,
        summary: 'One journal entry, down to its postings',
        description: 'A member sees their own entries, and of other accounts in them no number and no balance.',
        params: IdParams,
        response: { 200: JournalEntryView },
      },
    },
    (request) => journalEntryView(platform, request.actor, request.params.id),
  );

  app.get(
    '/api/journal-entries/:id/explanation',
    {
      config: { permission: reading },
      schema: { tags, summary: 'How an entry came about', params: IdParams, response: { 200: EntryExplanation } },
    },
    (request) => explainEntry(platform, request.actor, request.params.id),
  );

  app.post(
    '/api/journal-entries/:id/reversal',
    {
      config: { permission: 'entry.reverse', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Takes an entry back by a new one with its postings on the other side',
        description: 'What is older or larger than the settings allow waits for a second person: 202.',
        params: IdParams,
        querystring: PreviewQuery,
        body: ReverseEntryBody,
        response: { 200: ReverseEntryAnswer, 201: ReverseEntryAnswer, 202: ReverseEntryAnswer },
      },
    },
    async (request, reply) => {
      const command = { entryId: request.params.id, reason: request.body.reason };
      if (request.query.preview) return previewReversal(platform, request.actor, command);
      return sendKept(reply, await reverseEntry(platform, request.actor, command, request.idempotency));
    },
  );

  app.get(
    '/api/transactions',
    {
      config: { permission: reading },
      schema: {
        tags,
        summary: 'Receipts, payments and entries, newest first',
        description: 'With `total=true` the sums are of the whole filter, not of the page. A member sees their own.',
        querystring: TransactionQuery,
        response: { 200: TransactionList },
      },
    },
    (request) => transactionList(platform, request.actor, request.query),
  );

  app.get(
    '/api/transactions.csv',
    {
      config: { permission: exporting },
      schema: {
        tags,
        summary: 'The same register as a file, the whole filter',
        querystring: TransactionQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) =>
      sendCsv(reply, await transactionsCsv(platform, request.actor, request.query), 'transactions'),
  );

  app.post(
    '/api/vouchers',
    {
      config: { permission: 'voucher.enter', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Enters a voucher, which a second person approves before it is posted',
        querystring: PreviewQuery,
        body: EnterVoucherBody,
        response: { 200: EnterVoucherAnswer, 202: EnterVoucherAnswer },
      },
    },
    async (request, reply) => {
      if (request.query.preview) return previewVoucher(platform, request.actor, request.body);
      return sendKept(reply, await enterVoucher(platform, request.actor, request.body, request.idempotency));
    },
  );
}
