import { Done, LoanDraftAnswer, LoanDraftBody, LoanDraftQuery } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { keepLoanDraft, loanDraft, throwLoanDraftAway } from './keep-loan-draft.ts';

const tags = ['loans'];
const config = { permission: { member: 'own.loan.apply', staff: 'loan.apply' } } as const;
const done = { done: true } as const;

/** A question for a loan that is not asked yet. */
export async function loanDraftRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/loan-draft',
    {
      config,
      schema: {
        tags,
        summary: 'The question for a loan that a member has begun: their own, for staff that of the member at the desk',
        querystring: LoanDraftQuery,
        response: { 200: LoanDraftAnswer },
      },
    },
    async ({ actor, query }) => ({ draft: await loanDraft(platform, actor, query) }),
  );
  app.put(
    '/api/loan-draft',
    {
      config,
      schema: {
        tags,
        summary: 'Keep a question for a loan as it was typed so far, to go on with it later',
        body: LoanDraftBody,
        response: { 200: Done },
      },
    },
    async ({ actor, body }) => {
      await keepLoanDraft(platform, actor, body);
      return done;
    },
  );
  app.delete(
    '/api/loan-draft',
    {
      config,
      schema: {
        tags,
        summary: 'Throw a question for a loan away that was begun',
        querystring: LoanDraftQuery,
        response: { 200: Done },
      },
    },
    async ({ actor, query }) => {
      await throwLoanDraftAway(platform, actor, query);
      return done;
    },
  );
}
