import {
  AnswerSuretyBody,
  ApplyForLoanBody,
  CertificateQuery,
  ConsentByCodeBody,
  CsvText,
  IdParams,
  InterestCertificateQuery,
  IssuedSuretyCode,
  IssueSuretyCodeBody,
  LoanDetail,
  LoanEligibility,
  LoanEligibilityQuery,
  LoanExplanation,
  LoanList,
  LoanPayoff,
  LoanPayoffQuery,
  LoanPrepayment,
  LoanPrepaymentQuery,
  LoanProductList,
  LoanQuery,
  LoanQuote,
  LoanQuoteBody,
  RecommendLoanBody,
  RefuseLoanBody,
  SanctionLoanBody,
  SubstituteGuarantorAnswer,
  SubstituteGuarantorBody,
} from '@kafal/contract';
import { z } from 'zod';
import { LIST_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { sendPdf } from '../paper/index.ts';
import { answerSurety } from './answer-surety.ts';
import { applyForLoan } from './apply-for-loan.ts';
import { classRoutes } from './class-routes.ts';
import { quotePayoff } from './close-loan.ts';
import { collateralRoutes } from './collateral-routes.ts';
import { collectionRoutes } from './collection-routes.ts';
import { recommendLoan, rejectLoan, returnLoan, sanctionLoan, withdrawLoan } from './decide-loan.ts';
import { dueRoutes } from './due-routes.ts';
import { explainedLoan } from './explain-loan.ts';
import { exportLoans } from './export-loans.ts';
import { feeTaxOn } from './insurance-rules.ts';
import { loanDetail } from './loan-detail.ts';
import { loanDraftRoutes } from './loan-draft-routes.ts';
import { loanEligibility } from './loan-eligibility.ts';
import { loanFileRoutes } from './loan-file-routes.ts';
import { loanMeasureRoutes } from './loan-measure-routes.ts';
import { loanProductRoutes } from './loan-product-routes.ts';
import { loanProductsOn, loanProductView } from './loan-products.ts';
import { listLoans } from './loan-queries.ts';
import { comparePrepayment } from './prepay-loan.ts';
import { printLoanPaper } from './print-loan-paper.ts';
import { quoteLoan } from './quote-loan.ts';
import { sanctionRoutes } from './sanction-routes.ts';
import { substituteGuarantor } from './substitute-guarantor.ts';
import { consentByCode, issueSuretyCode } from './surety-code.ts';

const tags = ['loans'];
const AppliedLoan = z.object({ id: z.string(), number: z.string() });

const PAPERS = [
  { paper: 'sanction', file: 'sanction.pdf', summary: 'The letter of sanction, as PDF' },
  {
    paper: 'agreement',
    file: 'agreement.pdf',
    summary: 'The agreement of a sanctioned or running loan to be signed, with its schedule, as PDF',
  },
  {
    paper: 'schedule',
    file: 'schedule.pdf',
    summary: 'Every instalment of a sanctioned or running loan to be signed, as PDF',
  },
  { paper: 'statement', file: 'statement.pdf', summary: 'What was lent and what came back, entry by entry, as PDF' },
  {
    paper: 'release',
    file: 'release.pdf',
    summary: 'What secured a loan that is over and was given back, to be signed, as PDF',
  },
  { paper: 'noDues', file: 'no-dues.pdf', summary: 'That nothing is owed on a loan that was paid back, as PDF' },
] as const;

export async function loansRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  dueRoutes(app);
  classRoutes(app);
  sanctionRoutes(app);
  loanMeasureRoutes(app);
  collectionRoutes(app);
  collateralRoutes(app);
  await loanDraftRoutes(app);
  await loanFileRoutes(app);
  loanProductRoutes(app);

  app.get(
    '/api/loan-products',
    {
      config: { permission: 'public' },
      schema: { tags, summary: 'Loans on offer with the rules of today', response: { 200: LoanProductList } },
    },
    ({ caller: { language } }) =>
      rememberUntilWritten(platform, `loan-products:${language}`, LIST_MS, async () => {
        const on = await currentBusinessDay(platform);
        const products = await loanProductsOn(platform.database, on);
        return {
          items: products.map((product) => loanProductView(product, language)),
          feeTaxPercent: await feeTaxOn(platform.database, on),
        };
      }),
  );

  app.post(
    '/api/loans/quote',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'What a loan would cost, instalment by instalment, with its yearly cost',
        body: LoanQuoteBody,
        response: { 200: LoanQuote },
      },
    },
    (request) => quoteLoan(platform, request.body, request.caller.language),
  );

  app.get(
    '/api/loans/eligibility',
    {
      config: { permission: { member: 'own.loan.apply', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'What a member can borrow: each rule with its value, limit and result, and the largest loan',
        querystring: LoanEligibilityQuery,
        response: { 200: LoanEligibility },
      },
    },
    (request) => loanEligibility(platform, request.actor, request.query),
  );

  app.get(
    '/api/loans',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'Loans and applications, newest first: a member sees their own, staff all',
        querystring: LoanQuery,
        response: { 200: LoanList },
      },
    },
    (request) => listLoans(platform, request.actor, request.query),
  );

  app.get(
    '/api/loans.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Loans as a file, the whole filter',
        querystring: LoanQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) => sendCsv(reply, await exportLoans(platform, request.actor, request.query), 'loans'),
  );

  app.post(
    '/api/loans',
    {
      config: { permission: { member: 'own.loan.apply', staff: 'loan.apply' }, idempotent: true },
      schema: {
        tags,
        summary: 'Ask for a loan: a member for themselves, staff for the member at the desk',
        body: ApplyForLoanBody,
        response: { 201: AppliedLoan },
      },
    },
    async (request, reply) =>
      sendKept(reply, await applyForLoan(platform, request.actor, request.body, request.idempotency)),
  );

  app.get(
    '/api/loans/:id',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'One loan with its instalments, its guarantors and what was decided; its guarantors see it too',
        params: IdParams,
        response: { 200: LoanDetail },
      },
    },
    (request) => loanDetail(platform, request.actor, request.params.id),
  );

  app.get(
    '/api/loans/:id/payoff',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'What closes a running loan today or on a later day, part by part, with the interest of the days',
        params: IdParams,
        querystring: LoanPayoffQuery,
        response: { 200: LoanPayoff },
      },
    },
    (request) => quotePayoff(platform, request.actor, request.params.id, request.query.on),
  );

  app.get(
    '/api/loans/:id/prepayment',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'What a part-prepayment today would do: a lower instalment and a shorter term side by side',
        params: IdParams,
        querystring: LoanPrepaymentQuery,
        response: { 200: LoanPrepayment },
      },
    },
    (request) => comparePrepayment(platform, request.actor, request.params.id, request.query.amount),
  );

  app.get(
    '/api/loans/:id/explanation',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'How every interest of a loan comes about: days, balance, rate, rounding and the version of the rules',
        params: IdParams,
        response: { 200: LoanExplanation },
      },
    },
    (request) => explainedLoan(platform, request.actor, request.params.id),
  );

  for (const { paper, file, summary } of PAPERS) {
    app.get(
      `/api/loans/:id/${file}`,
      {
        config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
        schema: { tags, summary, params: IdParams, querystring: CertificateQuery },
      },
      async ({ actor, params, query }, reply) => {
        const wanted = { paper, language: query.language ?? actor.language };
        const { pdf, name } = await printLoanPaper(platform, actor, params.id, wanted);
        return sendPdf(reply, pdf, name);
      },
    );
  }

  app.get(
    '/api/loans/:id/interest-certificate.pdf',
    {
      config: { permission: { member: 'own.accounts.read', staff: 'loan.read' } },
      schema: {
        tags,
        summary: 'Interest and principal that were paid in a financial year, as PDF',
        params: IdParams,
        querystring: InterestCertificateQuery,
      },
    },
    async ({ actor, params, query }, reply) => {
      const wanted = { paper: 'interest', on: query.on, language: query.language ?? actor.language } as const;
      const { pdf, name } = await printLoanPaper(platform, actor, params.id, wanted);
      return sendPdf(reply, pdf, name);
    },
  );

  app.post(
    '/api/loans/:id/recommendation',
    {
      config: { permission: 'loan.recommend', audience: 'staff' },
      schema: {
        tags,
        summary: 'Puts an application before the committee with a note of appraisal',
        params: IdParams,
        body: RecommendLoanBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await recommendLoan(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.post(
    '/api/loans/:id/return',
    {
      config: { permission: 'loan.recommend', audience: 'staff' },
      schema: {
        tags,
        summary: 'Sends an application back to the borrower for what is missing',
        params: IdParams,
        body: RefuseLoanBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await returnLoan(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.post(
    '/api/loans/:id/rejection',
    {
      config: { permission: 'loan.decide', audience: 'staff' },
      schema: {
        tags,
        summary: 'Rejects an application with the reason that the borrower reads',
        params: IdParams,
        body: RefuseLoanBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await rejectLoan(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.post(
    '/api/loans/:id/sanction',
    {
      config: { permission: 'loan.decide', audience: 'staff' },
      schema: {
        tags,
        summary: 'Sanctions a recommended loan by a resolution; less than was asked is a counter-offer',
        params: IdParams,
        body: SanctionLoanBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await sanctionLoan(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.delete(
    '/api/loans/:id',
    {
      config: { permission: { member: 'own.loan.apply', staff: 'loan.apply' } },
      schema: {
        tags,
        summary: 'Takes back an application that was not paid out',
        params: IdParams,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await withdrawLoan(platform, request.actor, request.params.id);
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.post(
    '/api/loans/:id/guarantors',
    {
      config: { permission: 'loan.apply', audience: 'staff' },
      schema: {
        tags,
        summary: 'Asks another member to take the place of a guarantor; once decided, a second person agrees first',
        params: IdParams,
        body: SubstituteGuarantorBody,
        response: { 200: SubstituteGuarantorAnswer, 202: SubstituteGuarantorAnswer },
      },
    },
    async (request, reply) => {
      const command = { loanId: request.params.id, ...request.body };
      const answer = await substituteGuarantor(platform, request.actor, command);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );

  app.put(
    '/api/loans/:id/surety',
    {
      config: { permission: 'own.loan.apply', audience: 'member' },
      schema: {
        tags,
        summary: 'Says yes or no to standing surety for the loan of another member',
        params: IdParams,
        body: AnswerSuretyBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await answerSurety(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.post(
    '/api/loans/:id/surety-codes',
    {
      config: { permission: 'member.login.issue', audience: 'staff' },
      schema: {
        tags,
        summary: 'A code by which a guarantor without the app says yes at the office; it is shown once',
        params: IdParams,
        body: IssueSuretyCodeBody,
        response: { 201: IssuedSuretyCode },
      },
    },
    async (request, reply) => {
      const asked = { loanId: request.params.id, ...request.body };
      const { expiresAt, ...issued } = await issueSuretyCode(platform, request.actor, asked);
      return reply.code(201).send({ ...issued, expiresAt: new Date(expiresAt).toISOString() });
    },
  );

  app.post(
    '/api/loans/:id/surety-consents',
    {
      config: { permission: 'loan.apply', audience: 'staff' },
      schema: {
        tags,
        summary: 'Enters the yes of a guarantor by the code that somebody else of the office handed to them',
        params: IdParams,
        body: ConsentByCodeBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await consentByCode(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );
}
