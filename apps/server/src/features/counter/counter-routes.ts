import { CounterMember, CounterSearch, CounterSearchQuery, IdParams } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { counterMember, searchCounterMembers } from './counter-member.ts';
import { depositAccountRoutes } from './deposit-account-routes.ts';
import { loanMoneyRoutes } from './loan-routes.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { repaymentSheetRoutes } from './repayment-sheet-routes.ts';
import { savingsRoutes } from './savings-routes.ts';
import { tillRoutes } from './till-routes.ts';

const tags = ['counter'];
const look = { permission: 'counter.read', audience: 'staff' } as const;

export async function counterRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/counter/members',
    {
      config: look,
      schema: {
        tags,
        summary: 'Find a member by number, part of the name, or phone',
        querystring: CounterSearchQuery,
        response: { 200: CounterSearch },
      },
    },
    (request) => searchCounterMembers(platform, request.query.q),
  );

  app.get(
    '/api/counter/members/:id',
    {
      config: look,
      schema: {
        tags,
        summary: 'What the counter must know about a member',
        params: IdParams,
        response: { 200: CounterMember },
      },
    },
    (request) => counterMember(platform, request.actor, request.params.id),
  );

  await tillRoutes(app);
  await receiptRoutes(app);
  await savingsRoutes(app);
  await depositAccountRoutes(app);
  await loanMoneyRoutes(app);
  await repaymentSheetRoutes(app);
}
