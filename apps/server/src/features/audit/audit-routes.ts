import { AuditList, AuditQuery, CsvText } from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { auditFilter } from './audit-filter.ts';
import { listAudit } from './audit-queries.ts';
import { exportAudit } from './export-audit.ts';

export async function auditRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const config = { permission: 'audit.read', audience: 'staff' } as const;
  const tags = ['audit'];

  app.get(
    '/api/admin/audit',
    {
      config,
      schema: { tags, summary: 'Who did what, newest first', querystring: AuditQuery, response: { 200: AuditList } },
    },
    async (request) => {
      const { limit, cursor, ...asked } = request.query;
      return listAudit(platform, await auditFilter(platform, asked), { limit, cursor });
    },
  );

  app.get(
    '/api/admin/audit.csv',
    {
      config,
      schema: {
        tags,
        summary: 'The same as a file, the whole filter',
        querystring: AuditQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => {
      const { limit: _limit, cursor: _cursor, ...asked } = request.query;
      const lines = await exportAudit(platform, request.actor, asked);
      return sendCsv(reply, lines, 'audit');
    },
  );
}
