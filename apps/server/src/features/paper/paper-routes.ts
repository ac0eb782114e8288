import { CertificateQuery, IdParams } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { printCertificate } from './print-certificate.ts';
import { sendPdf } from './send-pdf.ts';

export async function paperRoutes(app: KafalApp): Promise<void> {
  app.get(
    '/api/share-certificates/:id/pdf',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'share.read' } },
      schema: {
        tags: ['shares'],
        summary: 'The certificate of one allotment of shares, as PDF',
        params: IdParams,
        querystring: CertificateQuery,
      },
    },
    async (request, reply) => {
      const { language = request.actor.language } = request.query;
      const { number, pdf } = await printCertificate(app.platform, request.actor, request.params.id, language);
      return sendPdf(reply, pdf, number);
    },
  );
}
