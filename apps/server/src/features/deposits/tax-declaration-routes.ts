import {
  CreatedTaxDeclaration,
  CsvText,
  DeclarationRegister,
  DeclarationRegisterQuery,
  Done,
  IdParams,
  RecordTaxDeclarationBody,
  TaxDeclarationList,
  TaxDeclarationParams,
  WithdrawTaxDeclarationBody,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { exportDeclarations, listDeclarations } from './tax-declaration-list.ts';
import { recordTaxDeclaration, taxDeclarationsOf, withdrawTaxDeclaration } from './tax-declarations.ts';

const tags = ['deposits'];
const changes = { permission: 'member.change', audience: 'staff' } as const;

export async function taxDeclarationRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/members/:id/tax-declarations',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Declarations of a member that no tax is to be withheld, newest first, also those withdrawn',
        params: IdParams,
        response: { 200: TaxDeclarationList },
      },
    },
    ({ params }) => taxDeclarationsOf(platform, params.id),
  );

  app.get(
    '/api/tax-declarations',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The register of all declarations that no tax is to be withheld',
        querystring: DeclarationRegisterQuery,
        response: { 200: DeclarationRegister },
      },
    },
    (request) => listDeclarations(platform, request.query),
  );

  app.get(
    '/api/tax-declarations.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The register of declarations as a file, the whole filter',
        querystring: DeclarationRegisterQuery,
        response: { 200: CsvText },
      },
    },
    async ({ actor, query }, reply) =>
      sendCsv(reply, await exportDeclarations(platform, actor, query), 'tax-declarations'),
  );

  app.post(
    '/api/members/:id/tax-declarations',
    {
      config: changes,
      schema: {
        tags,
        summary: 'Record a declaration for the tax year that is open or the next; a member has one a year',
        params: IdParams,
        body: RecordTaxDeclarationBody,
        response: { 201: CreatedTaxDeclaration },
      },
    },
    async ({ actor, params, body }, reply) => {
      const id = await recordTaxDeclaration(platform, actor, params.id, body);
      return reply.code(201).send({ id: String(id) });
    },
  );

  app.post(
    '/api/members/:id/tax-declarations/:declarationId/withdrawal',
    {
      config: changes,
      schema: {
        tags,
        summary: 'Withdraw a wrong declaration; it stays in the register with the reason',
        params: TaxDeclarationParams,
        body: WithdrawTaxDeclarationBody,
        response: { 200: Done },
      },
    },
    async ({ actor, params: { id: memberId, declarationId }, body: { reason } }) => {
      await withdrawTaxDeclaration(platform, actor, { memberId, declarationId, reason });
      return { done: true } as const;
    },
  );
}
