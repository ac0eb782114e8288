import { CsvText, ThriftDueList, ThriftDueQuery } from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { exportThriftDues, listThriftDues } from './list-thrift-dues.ts';

const tags = ['deposits'];

export async function thriftRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/thrift-dues',
    {
      config: { permission: 'counter.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Compulsory thrift of every member: what was due, what was paid in, and what is in arrears',
        querystring: ThriftDueQuery,
        response: { 200: ThriftDueList },
      },
    },
    (request) => listThriftDues(platform, request.query),
  );

  app.get(
    '/api/thrift-dues.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The dues of thrift as a file, the whole filter',
        querystring: ThriftDueQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) =>
      sendCsv(reply, await exportThriftDues(platform, request.actor, request.query), 'thrift-dues'),
  );
}
