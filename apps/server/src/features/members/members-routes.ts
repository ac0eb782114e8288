import {
  ChangedProfile,
  ChangeProfileBody,
  CsvText,
  DisclosureAnswer,
  DisclosureBody,
  IdParams,
  MemberList,
  MemberQuery,
  MemberView,
  StatusChangeAnswer,
  StatusChangeBody,
  StatusHistory,
} from '@kafal/contract';
import type { z } from 'zod';
import { MEMBER_DATA_MS, rememberUntilWritten } from '../../platform/cache/remember-until-written.ts';
import { sendCsv } from '../../platform/csv/send-csv.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { applicationRoutes } from './application-routes.ts';
import { changeMemberStatus } from './change-member-status.ts';
import { changeProfile } from './change-profile.ts';
import { discloseIdentity } from './disclose-identity.ts';
import { employerRoutes } from './employer-routes.ts';
import { exportMembers } from './export-members.ts';
import { personFileRoutes } from './file-routes.ts';
import { getMemberFor, notThere } from './find-member.ts';
import { memberList } from './member-list.ts';
import { memberPageRoutes } from './member-page-routes.ts';
import { memberView } from './member-view.ts';
import { staffStandingRoutes } from './staff-standing-routes.ts';
import { statusHistory } from './status-history.ts';

const tags = ['members'];

export async function membersRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  await applicationRoutes(app);
  await personFileRoutes(app);
  await memberPageRoutes(app);
  await staffStandingRoutes(app);
  await employerRoutes(app);
  const keptView = (actor: Actor, memberId: number) => {
    const viewer = actor.kind === 'member' ? 'own' : actor.roleCode;
    return rememberUntilWritten(platform, `member:${memberId}:${viewer}:${actor.language}`, MEMBER_DATA_MS, () =>
      memberView(platform, actor, memberId),
    );
  };

  app.get(
    '/api/members/profile',
    {
      config: { permission: 'own.profile.read', audience: 'member' },
      schema: { tags, summary: 'What the society knows of the member who asks', response: { 200: MemberView } },
    },
    async ({ actor }) => keptView(actor, ownId(actor)),
  );

  app.put(
    '/api/members/profile',
    {
      config: { permission: 'own.profile.change', audience: 'member' },
      schema: {
        tags,
        summary: 'Change own phone, e-mail or address; name, birth date, PAN and bank details wait for the office',
        body: ChangeProfileBody,
        response: { 200: ChangedProfile },
      },
    },
    async (request) => change(request.actor, ownId(request.actor), request.body),
  );

  app.get(
    '/api/members',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Members by number, phone or the beginnings of name words in either script',
        querystring: MemberQuery,
        response: { 200: MemberList },
      },
    },
    async (request) => memberList(platform, request.query),
  );

  app.get(
    '/api/members.csv',
    {
      config: { permission: 'export.read', audience: 'staff' },
      schema: { tags, summary: 'The same list whole, as CSV', querystring: MemberQuery, response: { 200: CsvText } },
    },
    async (request, reply) => {
      const { q, status, locality, sort } = request.query;
      const lines = await exportMembers(platform, request.actor, { q, status, locality, sort });
      return sendCsv(reply, lines, 'members');
    },
  );

  app.get(
    '/api/members/:id',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: { tags, summary: 'One member', params: IdParams, response: { 200: MemberView } },
    },
    async ({ actor, params }) => keptView(actor, params.id),
  );

  app.put(
    '/api/members/:id',
    {
      config: { permission: 'member.change', audience: 'staff' },
      schema: {
        tags,
        summary: 'Change what is known of a member; what decides who they are waits for a second person',
        params: IdParams,
        body: ChangeProfileBody,
        response: { 200: ChangedProfile },
      },
    },
    async (request) => change(request.actor, request.params.id, request.body),
  );

  app.get(
    '/api/members/:id/status-changes',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: "Every change of a member's status, newest first",
        params: IdParams,
        response: { 200: StatusHistory },
      },
    },
    async (request) => {
      const { id } = await getMemberFor(platform, request.actor, request.params.id);
      return { items: await statusHistory(platform, id, request.actor.language) };
    },
  );

  app.post(
    '/api/members/:id/status-changes',
    {
      config: { permission: 'member.status.request', audience: 'staff' },
      schema: {
        tags,
        summary: "Change a member's status; 202 when a second person has to confirm it",
        params: IdParams,
        body: StatusChangeBody,
        response: { 200: StatusChangeAnswer, 202: StatusChangeAnswer },
      },
    },
    async (request, reply) => {
      const outcome = await changeMemberStatus(platform, request.actor, {
        ...request.body,
        memberId: request.params.id,
      });
      const { applied, approvalId, status } = outcome;
      return reply
        .code(applied ? 200 : 202)
        .send({ applied, approvalId: approvalId === null ? null : String(approvalId), status });
    },
  );

  app.post(
    '/api/members/:id/disclosures',
    {
      config: { permission: 'member.identity.disclose', audience: 'staff' },
      schema: {
        tags,
        summary: 'See a PAN or bank details in full; who looked and why is kept',
        params: IdParams,
        body: DisclosureBody,
        response: { 200: DisclosureAnswer },
      },
    },
    async (request) => ({
      value: await discloseIdentity(platform, request.actor, { ...request.body, memberId: request.params.id }),
    }),
  );

  async function change(actor: Actor, memberId: number, body: z.output<typeof ChangeProfileBody>) {
    const { waiting, approvalId } = await changeProfile(platform, actor, { ...body, memberId });
    return {
      member: await memberView(platform, actor, memberId),
      waiting: [...waiting],
      approvalId: approvalId === null ? null : String(approvalId),
    };
  }
}

function ownId(actor: Actor): number {
  return actor.memberId ?? notThere();
}
