import {
  ChangeProductBody,
  CodeParams,
  PreviewQuery,
  ProductHistory,
  ProductRuleList,
  RuleChange,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { changeProduct } from './change-product.ts';
import { productHistory, productRules } from './product-rules.ts';

const tags = ['deposits'];
const look = { permission: 'settings.read', audience: 'staff' } as const;

/** What the society offers, for those who set it. */
export async function productRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/deposit-products/rules',
    {
      config: look,
      schema: { tags, summary: 'Kinds of account with their rules', response: { 200: ProductRuleList } },
    },
    async (request) => ({ items: await productRules(platform, request.actor.language) }),
  );

  app.get(
    '/api/deposit-products/:code/history',
    {
      config: look,
      schema: {
        tags,
        summary: 'Every version of a kind of account, newest first',
        params: CodeParams,
        response: { 200: ProductHistory },
      },
    },
    async (request) => ({ items: await productHistory(platform, request.params.code, request.actor.language) }),
  );

  app.put(
    '/api/deposit-products/:code',
    {
      config: { permission: 'settings.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Asks for another rate, smallest balance or name of a kind of account from a day on',
        params: CodeParams,
        querystring: PreviewQuery,
        body: ChangeProductBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const command = { code: request.params.code, ...request.body };
      const answer = await changeProduct(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );
}
