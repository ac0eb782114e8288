import {
  ApprovalList,
  ApprovalQuery,
  ApprovalView,
  CsvText,
  DecideBody,
  DecidedAnswer,
  IdParams,
  RefuseBody,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { approvalList, approvalView } from './approval-queries.ts';
import { approveRequest, rejectRequest, withdrawRequest } from './decide-approval.ts';
import { exportApprovals } from './export-approvals.ts';

const tags = ['approvals'];

export async function approvalsRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/approvals',
    {
      config: { permission: 'approval.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What waits for a second person, newest first unless asked otherwise',
        querystring: ApprovalQuery,
        response: { 200: ApprovalList },
      },
    },
    (request) => approvalList(platform, request.actor, request.query),
  );

  app.get(
    '/api/approvals.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The same list whole, as CSV',
        querystring: ApprovalQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) =>
      sendCsv(reply, await exportApprovals(platform, request.actor, request.query), 'approvals'),
  );

  app.get(
    '/api/approvals/:id',
    {
      config: { permission: 'approval.read', audience: 'staff' },
      schema: { tags, summary: 'One request, line by line', params: IdParams, response: { 200: ApprovalView } },
    },
    (request) => approvalView(platform, request.actor, request.params.id),
  );

  app.post(
    '/api/approvals/:id/approval',
    {
      config: { permission: 'approval.decide', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Says yes: the act happens now, in the same step',
        params: IdParams,
        body: DecideBody,
        response: { 200: DecidedAnswer },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const decision = { approvalId: id, note: request.body.note };
      const decided = await approveRequest(platform, request.actor, decision, request.idempotency);
      const { receiptId } = sendKept(reply, decided);
      return {
        approval: await approvalView(platform, request.actor, id),
        receiptId: receiptId === undefined ? null : String(receiptId),
      };
    },
  );

  app.post(
    '/api/approvals/:id/rejection',
    {
      config: { permission: 'approval.decide', audience: 'staff' },
      schema: {
        tags,
        summary: 'Says no, with a reason',
        params: IdParams,
        body: RefuseBody,
        response: { 200: DecidedAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      await rejectRequest(platform, request.actor, { approvalId: id, reason: request.body.reason });
      return { approval: await approvalView(platform, request.actor, id), receiptId: null };
    },
  );

  app.post(
    '/api/approvals/:id/withdrawal',
    {
      config: { permission: 'signed-in', audience: 'staff' },
      schema: {
        tags,
        summary: 'Takes back what one has asked for oneself',
        params: IdParams,
        response: { 200: DecidedAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      await withdrawRequest(platform, request.actor, id);
      return { approval: await approvalView(platform, request.actor, id), receiptId: null };
    },
  );
}
