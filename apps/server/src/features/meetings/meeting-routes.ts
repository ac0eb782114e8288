import {
  AttendanceCode,
  AttendBody,
  Attended,
  BallotBody,
  CancelMeetingBody,
  CarriedResolutionList,
  CastingVoteBody,
  CertificateQuery,
  ChangeMeetingBody,
  HandsBody,
  IdParams,
  InterestBody,
  InviteeList,
  InviteeParams,
  InviteesQuery,
  MeetingBody,
  MeetingList,
  MeetingPreparation,
  MeetingsQuery,
  MeetingView,
  MinutesView,
  MoveMeetingBody,
  OpenVoteBody,
  ProposeBody,
  ResolutionsQuery,
  SignMinutesBody,
  WriteMinutesBody,
} from '@kafal/contract';
import { z } from 'zod';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { sendKept } from '../../platform/http/with-idempotency.ts';
import { sendPdf } from '../paper/index.ts';
import { listInvitees, markPresent, unmarkPresent } from './attend-meeting.ts';
import { attendanceCode } from './attendance-code.ts';
import {
  adjournMeeting,
  callMeeting,
  cancelMeeting,
  closeMeeting,
  openMeeting,
  postponeMeeting,
} from './call-meeting.ts';
import { decideByHands, giveCastingVote, withdrawResolution } from './decide-resolution.ts';
import { declareInterest } from './declare-interest.ts';
import { fixVotersAnew } from './fix-voters.ts';
import { closeVote, openVote, vote } from './hold-vote.ts';
import { listCarried } from './list-carried.ts';
import { listMeetings } from './list-meetings.ts';
import { meetingView } from './meeting-view.ts';
import { changeMeeting, draftMeeting } from './plan-meeting.ts';
import { prepareMeeting } from './prepare-meeting.ts';
import { printMeetingNotice, printMinutes, printVoters } from './print-meeting.ts';
import { proposeResolution } from './propose-resolution.ts';
import { readMinutes, signMinutes, writeMinutes } from './write-minutes.ts';

const tags = ['meetings'];
const params = IdParams;
const response = { 200: MeetingView };
const reads = { permission: { member: 'own.profile.read', staff: 'meeting.read' } } as const;
const staffReads = { permission: 'meeting.read', audience: 'staff' } as const;
const manages = { permission: 'meeting.manage', audience: 'staff' } as const;

export async function meetingsRoutes(app: KafalApp): Promise<void> {
  readingRoutes(app);
  planningRoutes(app);
  attendanceRoutes(app);
  resolutionRoutes(app);
  minutesRoutes(app);
}

function readingRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/meetings',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Meetings: a member’s general ones, or all that the reader of the staff may see',
        querystring: MeetingsQuery,
        response: { 200: MeetingList },
      },
    },
    ({ actor, query }) => listMeetings(platform, actor, query),
  );
  app.get(
    '/api/meetings/preparation',
    {
      config: manages,
      schema: {
        tags,
        summary: 'What a new meeting is made of: who may take the chair, what waits, and how soon it may be',
        response: { 200: MeetingPreparation },
      },
    },
    ({ actor }) => prepareMeeting(platform, actor),
  );
  app.get(
    '/api/meetings/:id',
    {
      config: reads,
      schema: { tags, summary: 'A meeting: agenda, quorum, resolutions and what was done', params, response },
    },
    ({ actor, params: { id } }) => meetingView(platform, platform.database, actor, id),
  );
  app.get(
    '/api/meetings/:id/notice.pdf',
    {
      config: reads,
      schema: {
        tags,
        summary: 'The notice of a meeting with its agenda, as PDF',
        params,
        querystring: CertificateQuery,
        response: { 200: z.any() },
      },
    },
    async ({ actor, params: { id }, query: { language = actor.language } }, reply) =>
      sendPdf(reply, await printMeetingNotice(platform, actor, { id, language }), `meeting-${id}`),
  );
}

function planningRoutes(app: KafalApp): void {
  const { platform } = app;

  app.post(
    '/api/meetings',
    {
      config: { ...manages, idempotent: 'if-sent' },
      schema: {
        tags,
        summary: 'Drafts a meeting with its agenda; nobody is told yet',
        body: MeetingBody,
        response: { 201: MeetingView },
      },
    },
    async (request, reply) =>
      sendKept(reply, await draftMeeting(platform, request.actor, request.body, request.idempotency)),
  );
  app.put(
    '/api/meetings/:id',
    {
      config: manages,
      schema: { tags, summary: 'Changes a meeting whose notice is not out', params, body: ChangeMeetingBody, response },
    },
    ({ actor, params: { id }, body }) => changeMeeting(platform, actor, id, body),
  );
  app.post(
    '/api/meetings/:id/call',
    {
      config: manages,
      schema: {
        tags,
        summary: 'The notice goes out to all who are invited, and the list of voters is fixed; too late is refused',
        params,
        response,
      },
    },
    ({ actor, params: { id } }) => callMeeting(platform, actor, id),
  );
  app.post(
    '/api/meetings/:id/postponement',
    {
      config: manages,
      schema: { tags, summary: 'Puts a meeting off to another day, in time', params, body: MoveMeetingBody, response },
    },
    ({ actor, params: { id }, body }) => postponeMeeting(platform, actor, id, body),
  );
  app.post(
    '/api/meetings/:id/cancellation',
    {
      config: manages,
      schema: { tags, summary: 'A meeting that will not be held', params, body: CancelMeetingBody, response },
    },
    ({ actor, params: { id }, body }) => cancelMeeting(platform, actor, id, body),
  );
  app.post(
    '/api/meetings/:id/voters',
    {
      config: manages,
      schema: { tags, summary: 'Fixes the list of voters anew, as of today', params, response },
    },
    ({ actor, params: { id } }) => fixVotersAnew(platform, actor, id),
  );
  app.post(
    '/api/meetings/:id/opening',
    { config: staffReads, schema: { tags, summary: 'The meeting begins', params, response } },
    ({ actor, params: { id } }) => openMeeting(platform, actor, id),
  );
  app.post(
    '/api/meetings/:id/adjournment',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'For want of a quorum the meeting meets again, no sooner than by the rule',
        params,
        body: MoveMeetingBody,
        response,
      },
    },
    ({ actor, params: { id }, body }) => adjournMeeting(platform, actor, id, body),
  );
  app.post(
    '/api/meetings/:id/closure',
    { config: staffReads, schema: { tags, summary: 'The meeting is over', params, response } },
    ({ actor, params: { id } }) => closeMeeting(platform, actor, id),
  );
}

function attendanceRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/meetings/:id/people',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'Everybody who is invited: who may vote, and who is there',
        params,
        querystring: InviteesQuery,
        response: { 200: InviteeList },
      },
    },
    ({ actor, params: { id }, query }) => listInvitees(platform, actor, id, query),
  );
  app.get(
    '/api/meetings/:id/voters.pdf',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'The list of voters with room to sign, as PDF',
        params,
        querystring: CertificateQuery,
        response: { 200: z.any() },
      },
    },
    async ({ actor, params: { id }, query: { language = actor.language } }, reply) =>
      sendPdf(reply, await printVoters(platform, actor, { id, language }), `voters-${id}`),
  );
  app.get(
    '/api/meetings/:id/code',
    {
      config: { permission: 'own.profile.read', audience: 'member' },
      schema: {
        tags,
        summary: 'One’s own code to be seen with at the door, good for a minute',
        params,
        response: { 200: AttendanceCode },
      },
    },
    ({ actor, params: { id } }) => attendanceCode(platform, actor, id),
  );
  app.post(
    '/api/meetings/:id/attendance',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Somebody is there: by number, phone or code, or from the list; once however often it is said',
        params,
        body: AttendBody,
        response: { 200: Attended },
      },
    },
    ({ actor, params: { id }, body }) => markPresent(platform, actor, id, body),
  );
  app.delete(
    '/api/meetings/:id/attendance/:inviteeId',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Somebody was marked by mistake; whoever took part stays',
        params: InviteeParams,
        response: { 200: Attended },
      },
    },
    ({ actor, params: { id, inviteeId } }) => unmarkPresent(platform, actor, id, inviteeId),
  );
}

function resolutionRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/resolutions',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'What was carried, for the acts that rest on it',
        querystring: ResolutionsQuery,
        response: { 200: CarriedResolutionList },
      },
    },
    ({ actor, query }) => listCarried(platform, actor, query),
  );

  app.post(
    '/api/meetings/:id/resolutions',
    {
      config: staffReads,
      schema: { tags, summary: 'Two who are there propose a resolution', params, body: ProposeBody, response },
    },
    ({ actor, params: { id }, body }) => proposeResolution(platform, actor, id, body),
  );
  app.post(
    '/api/resolutions/:id/hands',
    {
      config: staffReads,
      schema: { tags, summary: 'Decided by raised hands that were counted', params, body: HandsBody, response },
    },
    ({ actor, params: { id }, body }) => decideByHands(platform, actor, id, body),
  );
  app.post(
    '/api/resolutions/:id/vote',
    {
      config: staffReads,
      schema: { tags, summary: 'Opens the vote, with names or secret', params, body: OpenVoteBody, response },
    },
    ({ actor, params: { id }, body }) => openVote(platform, actor, id, body),
  );
  app.post(
    '/api/resolutions/:id/ballots',
    {
      config: reads,
      schema: {
        tags,
        summary: 'One’s own vote; at the desk, that of somebody who is there. A second one is refused',
        params,
        body: BallotBody,
        response,
      },
    },
    ({ actor, params: { id }, body }) => vote(platform, actor, id, body),
  );
  app.post(
    '/api/resolutions/:id/count',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'Closes the vote and counts it; counting again gives what was kept the first time',
        params,
        response,
      },
    },
    ({ actor, params: { id } }) => closeVote(platform, actor, id),
  );
  app.post(
    '/api/resolutions/:id/casting-vote',
    {
      config: staffReads,
      schema: { tags, summary: 'The chair decides a tie', params, body: CastingVoteBody, response },
    },
    ({ actor, params: { id }, body }) => giveCastingVote(platform, actor, id, body),
  );
  app.post(
    '/api/resolutions/:id/interest',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'Somebody who is there has a part in it and does not vote',
        params,
        body: InterestBody,
        response,
      },
    },
    ({ actor, params: { id }, body }) => declareInterest(platform, actor, id, body),
  );
  app.post(
    '/api/resolutions/:id/withdrawal',
    { config: staffReads, schema: { tags, summary: 'Taken back before it was put to the vote', params, response } },
    ({ actor, params: { id } }) => withdrawResolution(platform, actor, id),
  );
}

function minutesRoutes(app: KafalApp): void {
  const { platform } = app;

  app.get(
    '/api/meetings/:id/minutes',
    {
      config: reads,
      schema: {
        tags,
        summary: 'The minutes, or what they are drafted from; a member reads signed ones',
        params,
        response: { 200: MinutesView },
      },
    },
    ({ actor, params: { id } }) => readMinutes(platform, actor, id),
  );
  app.put(
    '/api/meetings/:id/minutes',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Writes the minutes; whoever signed the words before signs again',
        params,
        body: WriteMinutesBody,
        response: { 200: MinutesView },
      },
    },
    ({ actor, params: { id }, body }) => writeMinutes(platform, actor, id, body),
  );
  app.post(
    '/api/meetings/:id/minutes/signatures',
    {
      config: staffReads,
      schema: {
        tags,
        summary: 'Signs the minutes: the chair and one more, neither of whom wrote them',
        params,
        body: SignMinutesBody,
        response: { 200: MinutesView },
      },
    },
    ({ actor, params: { id }, body }) => signMinutes(platform, actor, id, body),
  );
  app.get(
    '/api/meetings/:id/minutes.pdf',
    {
      config: reads,
      schema: {
        tags,
        summary: 'The minutes as PDF',
        params,
        querystring: CertificateQuery,
        response: { 200: z.any() },
      },
    },
    async ({ actor, params: { id }, query: { language = actor.language } }, reply) =>
      sendPdf(reply, await printMinutes(platform, actor, { id, language }), `minutes-${id}`),
  );
}
