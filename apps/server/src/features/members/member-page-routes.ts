import {
  IdParams,
  MemberCounts,
  MemberLogIn,
  MemberNote,
  MemberNoteBody,
  MemberNoteList,
  MemberNoteQuery,
  TimelinePage,
  TimelineQuery,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { memberCounts, memberLogIn } from './member-counts.ts';
import { notesOf, writeNote } from './member-notes.ts';
import { memberTimeline } from './member-timeline.ts';

const tags = ['members'];

/** What the page about one member shows besides the member. */
export async function memberPageRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;

  app.get(
    '/api/members/:id/timeline',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'Everything that happened to a member, newest first',
        params: IdParams,
        querystring: TimelineQuery,
        response: { 200: TimelinePage },
      },
    },
    ({ actor, params, query }) => memberTimeline(platform, actor, params.id, query),
  );

  app.get(
    '/api/members/:id/counts',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: "How much stands behind each part of a member's page",
        params: IdParams,
        response: { 200: MemberCounts },
      },
    },
    ({ params }) => memberCounts(platform, params.id),
  );

  app.get(
    '/api/members/:id/log-in',
    {
      config: { permission: 'user.read', audience: 'staff' },
      schema: {
        tags,
        summary: "A member's log-in and where it is open now",
        params: IdParams,
        response: { 200: MemberLogIn },
      },
    },
    ({ params }) => memberLogIn(platform, params.id),
  );

  app.get(
    '/api/members/:id/notes',
    {
      config: { permission: 'member.read', audience: 'staff' },
      schema: {
        tags,
        summary: 'What the staff have noted about a member, newest first',
        params: IdParams,
        querystring: MemberNoteQuery,
        response: { 200: MemberNoteList },
      },
    },
    ({ params, query }) => notesOf(platform, params.id, query),
  );

  app.post(
    '/api/members/:id/notes',
    {
      config: { permission: 'member.register', audience: 'staff' },
      schema: {
        tags,
        summary: 'Note something about a member',
        params: IdParams,
        body: MemberNoteBody,
        response: { 201: MemberNote },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await writeNote(platform, request.actor, { memberId: request.params.id, text: request.body.text })),
  );
}
