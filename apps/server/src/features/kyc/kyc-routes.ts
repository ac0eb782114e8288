import {
  ChangeRiskBody,
  CsvText,
  DuplicateList,
  DuplicatesQuery,
  IdParams,
  KycList,
  KycQuery,
  KycView,
  PaperParams,
  PapersToCheck,
  PapersToCheckQuery,
  PaperView,
  RejectPaperBody,
  ReviewKycBody,
  VerifyPaperBody,
} from '@kafal/contract';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { rejectPaper, verifyPaper } from './check-paper.ts';
import { findLookalikes } from './find-lookalikes.ts';
import { exportKyc, listKyc } from './list-kyc.ts';
import { memberKyc } from './member-kyc.ts';
import { listPapersToCheck, noSuchPaper, paperView } from './papers-to-check.ts';
import { changeRisk, reviewMember } from './review-member.ts';

const tags = ['kyc'];
const checks = { permission: 'kyc.check', audience: 'staff' } as const;

export async function kycRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/papers-to-check',
    {
      config: checks,
      schema: {
        tags,
        summary: 'Papers of members that wait for a second person, the oldest first',
        querystring: PapersToCheckQuery,
        response: { 200: PapersToCheck },
      },
    },
    ({ actor, query }) => listPapersToCheck(platform, actor, query),
  );
  app.get(
    '/api/papers/:id',
    {
      config: checks,
      schema: {
        tags,
        summary: 'What is said of a paper, beside what is written down of its owner',
        params: PaperParams,
        response: { 200: PaperView },
      },
    },
    ({ actor, params }) => paperView(platform, actor, params.id),
  );
  app.post(
    '/api/papers/:id/verification',
    {
      config: checks,
      schema: {
        tags,
        summary: 'The paper is what it says; never by who sent it, nor by its owner',
        params: PaperParams,
        body: VerifyPaperBody,
        response: { 200: PaperView },
      },
    },
    async ({ actor, params: { id }, body }) => {
      await verifyPaper(platform, actor, id, body);
      return paperView(platform, actor, id);
    },
  );
  app.post(
    '/api/papers/:id/rejection',
    {
      config: checks,
      schema: {
        tags,
        summary: 'The paper will not do, with the reason that its owner is told',
        params: PaperParams,
        body: RejectPaperBody,
        response: { 200: PaperView },
      },
    },
    async ({ actor, params: { id }, body }) => {
      await rejectPaper(platform, actor, id, body);
      return paperView(platform, actor, id);
    },
  );
  app.get(
    '/api/members/profile/kyc',
    {
      config: { permission: 'own.profile.read', audience: 'member' },
      schema: { tags, summary: 'How one’s own papers stand', response: { 200: KycView } },
    },
    ({ actor }) => {
      if (actor.memberId === null) throw noSuchPaper();
      return memberKyc(platform, actor, actor.memberId);
    },
  );
  app.get(
    '/api/members/:id/kyc',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'How the papers of a member stand, with all there ever were',
        params: IdParams,
        response: { 200: KycView },
      },
    },
    ({ actor, params }) => memberKyc(platform, actor, params.id),
  );
  app.post(
    '/api/members/:id/kyc-reviews',
    {
      config: checks,
      schema: {
        tags,
        summary: 'The papers were looked at again and nothing has changed: they are good until the next review',
        params: IdParams,
        body: ReviewKycBody,
        response: { 200: KycView },
      },
    },
    async ({ actor, params: { id }, body }) => {
      await reviewMember(platform, actor, id, body);
      return memberKyc(platform, actor, id);
    },
  );
  app.put(
    '/api/members/:id/risk-class',
    {
      config: checks,
      schema: {
        tags,
        summary: 'Change how great the risk of a member is, which says how often their papers are looked at',
        params: IdParams,
        body: ChangeRiskBody,
        response: { 200: KycView },
      },
    },
    async ({ actor, params: { id }, body }) => {
      await changeRisk(platform, actor, id, body);
      return memberKyc(platform, actor, id);
    },
  );
  app.get(
    '/api/kyc',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Members by how their papers stand: missing, expired, to be looked at, expiring, verified',
        querystring: KycQuery,
        response: { 200: KycList },
      },
    },
    ({ query }) => listKyc(platform, query),
  );
  app.get(
    '/api/kyc.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: { tags, summary: 'The same list whole, as CSV', querystring: KycQuery, response: { 200: CsvText } },
    },
    async ({ actor, query }, reply) => sendCsv(reply, await exportKyc(platform, actor, query), 'kyc'),
  );
  app.get(
    '/api/lookalike-members',
    {
      config: checks,
      schema: {
        tags,
        summary: 'Members who look like one person: the same phone, or the same name and birth date',
        querystring: DuplicatesQuery,
        response: { 200: DuplicateList },
      },
    },
    ({ query }) => findLookalikes(platform, query),
  );
}
