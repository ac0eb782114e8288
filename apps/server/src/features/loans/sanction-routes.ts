// Who may sanction what: the ladder of levels, families, abstentions, and the agenda of the committee.

import {
  AbstainBody,
  CertificateQuery,
  ChangeSanctionLevelsBody,
  CommitteeAgenda,
  IdParams,
  LoanDetail,
  NamedRelativeList,
  NameRelativeBody,
  PreviewQuery,
  RelativeParams,
  RuleChange,
  SanctionLevels,
} from '@kafal/contract';
import { z } from 'zod';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { getMemberFor } from '../members/index.ts';
import { sendPdf } from '../paper/index.ts';
import { abstainFromLoan } from './abstain-from-loan.ts';
import { changeSanctionLevels } from './change-sanction-levels.ts';
import { committeeAgenda } from './committee-agenda.ts';
import { loanDetail } from './loan-detail.ts';
import { nameRelative, relativesOf, unnameRelative } from './named-relatives.ts';
import { printAgenda } from './print-agenda.ts';
import { printLoanPaper } from './print-loan-paper.ts';
import { sanctionLevelsView } from './sanction-levels.ts';

const tags = ['loans'];

export function sanctionRoutes(app: KafalApp): void {
  levelRoutes(app);
  relativeRoutes(app);
  committeeRoutes(app);
}

function levelRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/sanction-levels',
    {
      config: { permission: 'settings.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Who sanctions how much: the levels of today, what is agreed for later, and every earlier ladder',
        response: { 200: SanctionLevels },
      },
    },
    (request) => sanctionLevelsView(platform, request.actor),
  );

  app.put(
    '/api/sanction-levels',
    {
      config: { permission: 'settings.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Asks for other levels of sanction from a day on; a second person agrees',
        querystring: PreviewQuery,
        body: ChangeSanctionLevelsBody,
        response: { 200: RuleChange, 202: RuleChange },
      },
    },
    async (request, reply) => {
      const answer = await changeSanctionLevels(platform, request.actor, request.body, request.query.preview === true);
      return reply.code(answer.approvalId === null ? 200 : 202).send(answer);
    },
  );
}

function relativeRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/members/:id/relatives',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Members named as relatives of a member',
        params: IdParams,
        response: { 200: NamedRelativeList },
      },
    },
    async (request) => {
      const { id } = await getMemberFor(platform, request.actor, request.params.id);
      return { items: await relativesOf(platform.database, id) };
    },
  );

  app.post(
    '/api/members/:id/relatives',
    {
      config: { permission: 'loan.apply', audience: 'staff' },
      schema: {
        tags,
        summary: 'Names another member as a relative, so that neither decides on a loan of the other',
        params: IdParams,
        body: NameRelativeBody,
        response: { 201: NamedRelativeList },
      },
    },
    async (request, reply) => {
      const memberId = request.params.id;
      await nameRelative(platform, request.actor, { memberId, ...request.body });
      return reply.code(201).send({ items: await relativesOf(platform.database, memberId) });
    },
  );

  app.delete(
    '/api/members/:id/relatives/:relativeId',
    {
      config: { permission: 'loan.apply', audience: 'staff' },
      schema: {
        tags,
        summary: 'Takes back that a member was named as a relative',
        params: RelativeParams,
        response: { 200: NamedRelativeList },
      },
    },
    async (request) => {
      const { id: memberId, relativeId } = request.params;
      await unnameRelative(platform, request.actor, { memberId, relativeId });
      return { items: await relativesOf(platform.database, memberId) };
    },
  );
}

function committeeRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/loans/agenda',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Applications that were recommended and wait for a decision, with what a committee looks at',
        response: { 200: CommitteeAgenda },
      },
    },
    (request) => committeeAgenda(platform, request.actor),
  );

  app.get(
    '/api/loans/agenda.pdf',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The agenda of the committee to carry into the meeting, as PDF',
        querystring: CertificateQuery,
        response: { 200: z.any() },
      },
    },
    async (request, reply) =>
      sendPdf(
        reply,
        await printAgenda(platform, request.actor, request.query.language ?? request.actor.language),
        'loan-agenda',
      ),
  );

  app.post(
    '/api/loans/:id/abstention',
    {
      config: { permission: 'loan.decide', audience: 'staff' },
      schema: {
        tags,
        summary: 'Somebody who decides abstains from this loan, with the reason; it stands with the decision',
        params: IdParams,
        body: AbstainBody,
        response: { 200: LoanDetail },
      },
    },
    async (request) => {
      await abstainFromLoan(platform, request.actor, { loanId: request.params.id, ...request.body });
      return loanDetail(platform, request.actor, request.params.id);
    },
  );

  app.get(
    '/api/loans/:id/resolution.pdf',
    {
      config: { permission: 'loan.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'The resolution on a loan: who decided, who abstained and why, as PDF',
        params: IdParams,
        querystring: CertificateQuery,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const { actor, params, query } = request;
      const wanted = { paper: 'resolution', language: query.language ?? actor.language } as const;
      const { pdf, name } = await printLoanPaper(platform, actor, params.id, wanted);
      return sendPdf(reply, pdf, name);
    },
  );
}
