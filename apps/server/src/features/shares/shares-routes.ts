import {
  AllotSharesAnswer,
  AllotSharesBody,
  CsvText,
  PreviewQuery,
  ShareHoldingList,
  ShareHoldingQuery,
  ShareHoldingView,
  ShareMemberParams,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { allotShares, previewAllotment } from './allot-shares.ts';
import { exportHoldings } from './export-holdings.ts';
import { shareHoldingList, shareHoldingView } from './share-queries.ts';

const tags = ['shares'];
const ownOrAll = { permission: { member: 'own.accounts.read', staff: 'share.read' } } as const;

export async function sharesRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/shares',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: 'Share holdings: a member sees their own, staff all',
        querystring: ShareHoldingQuery,
        response: { 200: ShareHoldingList },
      },
    },
    async (request) => shareHoldingList(platform, request.actor, request.query),
  );

  app.get(
    '/api/shares.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Share holdings as a file, the whole filter',
        querystring: ShareHoldingQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => sendCsv(reply, await exportHoldings(platform, request.actor, request.query), 'shares'),
  );

  app.get(
    '/api/members/:memberId/shares',
    {
      config: ownOrAll,
      schema: {
        tags,
        summary: "One member's shares, with every allotment",
        params: ShareMemberParams,
        response: { 200: ShareHoldingView },
      },
    },
    async (request) => shareHoldingView(platform, request.actor, request.params.memberId),
  );

  app.post(
    '/api/members/:memberId/share-allotments',
    {
      config: { permission: 'share.allot', audience: 'staff', idempotent: true },
      schema: {
        tags,
        summary: 'Allot shares for the money that waits',
        params: ShareMemberParams,
        querystring: PreviewQuery,
        body: AllotSharesBody,
        response: { 200: AllotSharesAnswer, 201: AllotSharesAnswer },
      },
    },
    async (request, reply) => {
      const command = { ...request.body, memberId: request.params.memberId };
      if (request.query.preview) return previewAllotment(platform, request.actor, command);
      return sendKept(reply, await allotShares(platform, request.actor, command, request.idempotency));
    },
  );
}
