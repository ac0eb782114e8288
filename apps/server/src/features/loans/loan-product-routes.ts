// Kinds of loan as rules: read by whoever reads the settings, set by two people.

import {
  ChangeLoanProductBody,
  LoanProductCodeParams,
  LoanProductHistory,
  LoanProductRuleList,
  PreviewQuery,
  RuleChange,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { changeLoanProduct } from './change-loan-product.ts';
import { loanProductHistory, loanProductRules } from './loan-product-rules.ts';

const tags = ['loans'];

export function loanProductRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/loan-products/rules',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Kinds of loan as rules: how many run, and what is agreed for later',
        response: { 200: LoanProductRuleList },
      },
    },
    (request) => loanProductRules(platform, request.actor.language),
  );

  app.get(
    '/api/loan-products/:code/history',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Every version of a kind of loan, newest first',
        params: LoanProductCodeParams,
        response: { 200: LoanProductHistory },
      },
    },
    (request) => loanProductHistory(platform, request.params.code, request.actor.language),
  );

  app.put(
    '/api/loan-products/:code',
    {
      config: { permission: 'settings.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Asks for other rules of a kind of loan from a day on, or for a new kind',
        params: LoanProductCodeParams,
        querystring: PreviewQuery,
        body: ChangeLoanProductBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const command = { code: request.params.code, ...request.body };
      const answer = await changeLoanProduct(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );
}
