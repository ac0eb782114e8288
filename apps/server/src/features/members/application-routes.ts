import {
  ApplicationList,
  ApplicationQuery,
  ApplicationStatusBody,
  ApplicationStatusView,
  ApplicationView,
  ApproveApplicationBody,
  ApprovedAnswer,
  CsvText,
  Done,
  IdParams,
  ReasonBody,
  RegisteredAnswer,
  RegisterMemberBody,
  RegisterWalkInBody,
  ResubmitBody,
} from '@kafal/contract';
import { formatMoney } from '@kafal/core';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { applicationList, applicationStatus, applicationView } from './application-queries.ts';
import { approveApplication } from './approve-application.ts';
import { rejectApplication, returnApplication } from './decide-application.ts';
import { exportApplications } from './export-applications.ts';
import { type Registered, registerApplicant, registerWalkIn, resubmitApplication } from './register-member.ts';

const tags = ['members'];
const registered = ({ trackingNumber }: Registered) => ({ trackingNumber, status: 'submitted' as const });
const done = { done: true } as const;

/** From the form to the decision. */
export async function applicationRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.post(
    '/api/members/register',
    {
      config: { permission: 'public', idempotent: 'if-sent' },
      schema: {
        tags,
        summary: 'Apply for membership; the answer is the tracking number',
        body: RegisterMemberBody,
        response: { 201: RegisteredAnswer },
      },
    },
    async (request, reply) => {
      const { consent: _consent, ...applicant } = request.body;
      const outcome = await registerApplicant(platform, request.caller, request.idempotency, applicant);
      return sendKept(reply, { ...outcome, answer: registered(outcome.answer) });
    },
  );

  app.post(
    '/api/members/register/status',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'What became of an application, for whoever has its tracking number and phone',
        body: ApplicationStatusBody,
        response: { 200: ApplicationStatusView },
      },
    },
    async (request) => applicationStatus(platform, request.body),
  );

  app.post(
    '/api/members/register/resubmission',
    {
      config: { permission: 'public' },
      schema: {
        tags,
        summary: 'Send a returned application again, corrected',
        body: ResubmitBody,
        response: { 200: RegisteredAnswer },
      },
    },
    async (request) => registered(await resubmitApplication(platform, request.caller, request.body)),
  );

  app.get(
    '/api/admin/member-requests',
    {
      config: { permission: 'application.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Applications; without a status, those that wait for a decision',
        querystring: ApplicationQuery,
        response: { 200: ApplicationList },
      },
    },
    async (request) => applicationList(platform, request.query),
  );

  app.get(
    '/api/admin/member-requests.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The same list whole, as CSV',
        querystring: ApplicationQuery,
        response: { 200: CsvText },
      },
    },
    async (request, reply) =>
      sendCsv(reply, await exportApplications(platform, request.actor, request.query), 'applications'),
  );

  app.post(
    '/api/admin/member-requests',
    {
      config: { permission: 'member.register', audience: 'staff' },
      schema: {
        tags,
        summary: 'Register somebody who came to the counter',
        body: RegisterWalkInBody,
        response: { 201: RegisteredAnswer },
      },
    },
    async (request, reply) =>
      reply.code(201).send(registered(await registerWalkIn(platform, request.actor, request.body))),
  );

  app.get(
    '/api/admin/member-requests/:id',
    {
      config: { permission: 'application.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'One application, whom the society may know already, and what the applicant would owe',
        params: IdParams,
        response: { 200: ApplicationView },
      },
    },
    async (request) => applicationView(platform, request.actor, request.params.id),
  );

  app.put(
    '/api/admin/member-requests/:id/approve',
    {
      config: { permission: 'application.decide', audience: 'staff' },
      schema: {
        tags,
        summary: 'Make a member of the applicant, with number, log-in, dues and accounts, once',
        params: IdParams,
        body: ApproveApplicationBody,
        response: { 200: ApprovedAnswer },
      },
    },
    async (request) => {
      const approved = await approveApplication(platform, request.actor, {
        ...request.body,
        applicationId: request.params.id,
      });
      return {
        ...approved,
        memberId: String(approved.memberId),
        loginNames: [...approved.loginNames],
        oneTimeCodeExpiresAt:
          approved.oneTimeCodeExpiresAt === null ? null : new Date(approved.oneTimeCodeExpiresAt).toISOString(),
        duesTotal: formatMoney(approved.duesTotal),
      };
    },
  );

  app.put(
    '/api/admin/member-requests/:id/reject',
    {
      config: { permission: 'application.decide', audience: 'staff' },
      schema: { tags, summary: 'Refuse an application', params: IdParams, body: ReasonBody, response: { 200: Done } },
    },
    async (request) => {
      await rejectApplication(platform, request.actor, {
        applicationId: request.params.id,
        reason: request.body.reason,
      });
      return done;
    },
  );

  app.put(
    '/api/admin/member-requests/:id/return',
    {
      config: { permission: 'application.recommend', audience: 'staff' },
      schema: {
        tags,
        summary: 'Ask the applicant for more; they can correct the form and send it again',
        params: IdParams,
        body: ReasonBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      await returnApplication(platform, request.actor, {
        applicationId: request.params.id,
        reason: request.body.reason,
      });
      return done;
    },
  );
}
