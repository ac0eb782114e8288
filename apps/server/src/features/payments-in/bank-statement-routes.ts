import {
  AllotBankLineBody,
  BankLineActAnswer,
  BankLineActQuery,
  BankLineList,
  BankLineQuery,
  BankLineRow,
  BankLineSuggestions,
  BankReconciliation,
  BankReconciliationQuery,
  BankStatementList,
  BankStatementQuery,
  BankStatementView,
  IdParams,
  ImportStatementAnswer,
  ImportStatementBody,
  PreviewQuery,
  ReturnBankLineBody,
  STATEMENT_BYTES,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import {
  bankLineView,
  listBankLines,
  listStatements,
  reconcile,
  statementView,
  suggestFor,
} from './bank-line-queries.ts';
import { importStatement, previewStatement } from './import-statement.ts';
import { matchBankLine, matchWaitingLines } from './match-line.ts';
import { askToResolve, previewResolution } from './resolve-bank-line.ts';
import { retryBankLine } from './retry-bank-line.ts';

const tags = ['payments'];
const look = { permission: 'books.read', audience: 'staff' } as const;
const act = { permission: 'voucher.enter', audience: 'staff', idempotent: true } as const;
/** As many lines are matched before the answer; a job goes on with the rest. */
const MATCHED_AT_ONCE = 400;

export async function bankStatementRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.post(
    '/api/bank-statements',
    {
      // As text within JSON: quotes and letters beyond ASCII take more bytes there.
      bodyLimit: STATEMENT_BYTES * 2,
      config: act,
      schema: {
        tags,
        summary: 'Take in a statement of the bank: every line once, and each credit to whom it belongs',
        querystring: PreviewQuery,
        body: ImportStatementBody,
        response: { 200: ImportStatementAnswer, 201: ImportStatementAnswer },
      },
    },
    async (request, reply) => {
      const { actor, body, idempotency } = request;
      if (request.query.preview === true) return previewStatement(platform, actor, body);
      const { statementId } = sendKept(reply, await importStatement(platform, actor, body, idempotency));
      await matchWaitingLines(platform, MATCHED_AT_ONCE);
      return { preview: false as const, statement: await statementView(platform, statementId) };
    },
  );

  app.get(
    '/api/bank-statements',
    {
      config: look,
      schema: {
        tags,
        summary: 'Statements of the bank, newest first',
        querystring: BankStatementQuery,
        response: { 200: BankStatementList },
      },
    },
    (request) => listStatements(platform, request.query),
  );

  app.get(
    '/api/bank-statements/:id',
    {
      config: look,
      schema: {
        tags,
        summary: 'One statement, and what became of its lines',
        params: IdParams,
        response: { 200: BankStatementView },
      },
    },
    (request) => statementView(platform, request.params.id),
  );

  app.get(
    '/api/bank-lines',
    {
      config: look,
      schema: {
        tags,
        summary: 'Lines of the bank, newest first: of a statement, or all that are of a kind',
        querystring: BankLineQuery,
        response: { 200: BankLineList },
      },
    },
    (request) => listBankLines(platform, request.actor, request.query),
  );

  app.get(
    '/api/bank-lines/:id/suggestions',
    {
      config: look,
      schema: {
        tags,
        summary: 'Whose a line could be, with what speaks for it',
        params: IdParams,
        response: { 200: BankLineSuggestions },
      },
    },
    (request) => suggestFor(platform, request.actor, request.params.id),
  );

  app.post(
    '/api/bank-lines/:id/allotment',
    {
      config: act,
      schema: {
        tags,
        summary: 'Say whose unidentified money is, split as a receipt splits it; a second person agrees',
        params: IdParams,
        querystring: BankLineActQuery,
        body: AllotBankLineBody,
        response: { 200: BankLineActAnswer, 202: BankLineActAnswer },
      },
    },
    async (request, reply) => {
      const command = { act: 'allot' as const, ...request.params, ...request.body };
      if (request.query.preview === true) return previewResolution(platform, request.actor, command);
      return sendKept(reply, await askToResolve(platform, request.actor, command, request.idempotency));
    },
  );

  app.post(
    '/api/bank-lines/:id/return',
    {
      config: act,
      schema: {
        tags,
        summary: 'Send unidentified money back through the bank; a second person agrees',
        params: IdParams,
        querystring: BankLineActQuery,
        body: ReturnBankLineBody,
        response: { 200: BankLineActAnswer, 202: BankLineActAnswer },
      },
    },
    async (request, reply) => {
      const command = { act: 'return' as const, ...request.params, ...request.body };
      if (request.query.preview === true) return previewResolution(platform, request.actor, command);
      return sendKept(reply, await askToResolve(platform, request.actor, command, request.idempotency));
    },
  );

  app.post(
    '/api/bank-lines/:id/retry',
    {
      config: act,
      schema: {
        tags,
        summary: 'Match a line again that failed for a reason nobody foresaw',
        params: IdParams,
        response: { 200: BankLineRow },
      },
    },
    async (request, reply) => {
      const { actor, params, idempotency } = request;
      const { lineId } = sendKept(reply, await retryBankLine(platform, actor, params.id, idempotency));
      await matchBankLine(platform, lineId);
      return bankLineView(platform, actor, lineId);
    },
  );

  app.get(
    '/api/bank-reconciliation',
    {
      config: look,
      schema: {
        tags,
        summary: 'Where every rupee of the lines is, and what the accounts between hold because of it',
        querystring: BankReconciliationQuery,
        response: { 200: BankReconciliation },
      },
    },
    () => reconcile(platform),
  );
}
