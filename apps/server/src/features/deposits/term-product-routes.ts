import {
  ChangeTermProductBody,
  DepositQuoteAnswer,
  DepositQuoteBody,
  PreviewQuery,
  RuleChange,
  TermProductCodeParams,
  TermProductHistory,
  TermProductList,
  TermProductRuleList,
} from '@kafal/contract';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { changeTermProduct } from './change-term-product.ts';
import { quoteDeposit } from './quote-deposit.ts';
import { termProductHistory } from './term-product-history.ts';
import { termProductRules } from './term-product-rules.ts';
import { termProductsOn, termProductView } from './term-products.ts';

const tags = ['deposits'];

/** Fixed and recurring deposits on offer: read by everybody, set by two people. */
export async function termProductRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/term-products',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Fixed and recurring deposits with the rules and rates of today',
        response: { 200: TermProductList },
      },
    },
    ({ caller: { language } }) =>
      rememberUntilWritten(platform, `term-products:${language}`, LIST_MS, async () => {
        const settings = await readSettings(platform);
        const products = await termProductsOn(platform.database, await currentBusinessDay(platform));
        return {
          fixedAllowed: settings['deposits.fixedAllowed'],
          seniorAge: settings['deposits.seniorAge'],
          items: products.map((product) => termProductView(product, language)),
        };
      }),
  );

  app.post(
    '/api/deposits/quote',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'What a deposit of any kind would bring, line by line, without opening one',
        body: DepositQuoteBody,
        response: { 200: DepositQuoteAnswer },
      },
    },
    (request) => quoteDeposit(platform, request.body, request.caller.language),
  );

  app.get(
    '/api/term-products/rules',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Fixed and recurring deposits as rules: how many are open, and what is agreed for later',
        response: { 200: TermProductRuleList },
      },
    },
    async (request) => ({
      fixedAllowed: (await readSettings(platform))['deposits.fixedAllowed'],
      items: await termProductRules(platform, request.actor.language),
    }),
  );

  app.get(
    '/api/term-products/:code/history',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Every version of a fixed or recurring deposit, newest first',
        params: TermProductCodeParams,
        response: { 200: TermProductHistory },
      },
    },
    async (request) => ({ items: await termProductHistory(platform, request.params.code, request.actor.language) }),
  );

  app.put(
    '/api/term-products/:code',
    {
      config: { permission: 'settings.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Asks for other rules and rates of a fixed or recurring deposit from a day on, or for a new one',
        params: TermProductCodeParams,
        querystring: PreviewQuery,
        body: ChangeTermProductBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const command = { code: request.params.code, ...request.body };
      const answer = await changeTermProduct(platform, request.actor, command, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );
}
