// The collections desk's own acts on one loan: who was spoken to, what was promised, which letter went out.

import { IdParams, LoanCollection, NoticeQuery, RecordContactBody } from '@kafal/contract';
import { z } from 'zod';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { sendPdf } from '../paper/index.ts';
import { collectionOfLoan } from './collection-of-loan.ts';
import { issueNotice } from './issue-notice.ts';
import { printNotice } from './print-notice.ts';
import { recordContact } from './record-contact.ts';

const tags = ['loans'];
const staffReads = { permission: 'loan.read', audience: 'staff' } as const;
const staffActs = { permission: 'loan.apply', audience: 'staff' } as const;

export function collectionRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/loans/:id/collection',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'What was done about a late loan: contacts, promises to pay and notice letters',
        params: IdParams,
        response: { 200: LoanCollection },
      },
    },
    (request) => collectionOfLoan(platform, request.actor, request.params.id),
  );

  app.post(
    '/api/loans/:id/contacts',
    {
      config: { ...staffActs, idempotent: true },
      schema: {
        tags,
        summary:
          'Records whom the office spoke to about a loan and what was said, with a promise to pay where one was given',
        params: IdParams,
        body: RecordContactBody,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const command = { loanId: request.params.id, ...request.body };
      return sendKept(reply, await recordContact(platform, request.actor, command, request.idempotency));
    },
  );

  app.post(
    '/api/loans/:id/letters',
    {
      config: staffActs,
      schema: {
        tags,
        summary: 'Issues the next notice letter on an overdue loan; its borrower and guarantors are told',
        params: IdParams,
        response: { 201: LoanCollection },
      },
    },
    async (request, reply) => {
      await issueNotice(platform, request.actor, request.params.id);
      return reply.code(201).send(await collectionOfLoan(platform, request.actor, request.params.id));
    },
  );

  app.get(
    '/api/loan-letters/:id/letter.pdf',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'A notice letter as it was issued, to the borrower or to a guarantor, as PDF',
        params: IdParams,
        querystring: NoticeQuery,
      },
    },
    async ({ actor, params, query }, reply) => {
      const { pdf, name } = await printNotice(platform, actor, {
        noticeId: params.id,
        to: query.to,
        language: query.language ?? actor.language,
      });
      return sendPdf(reply, pdf, name);
    },
  );
}
