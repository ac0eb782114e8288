import {
  Done,
  LanguageBody,
  LoginHistory,
  LoginHistoryQuery,
  MeView,
  SessionList,
  SessionParams,
  TotpCodeBody,
  TotpEnrolment,
  TotpEnrolmentBody,
  TotpRemovalBody,
} from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { endSessionById } from './end-session.ts';
import { changeOwnLanguage, viewMe } from './me.ts';
import { listOwnLogins, listSessions } from './session-queries.ts';
import { confirmTotp, enrolTotp, removeTotp } from './totp-enrolment.ts';

/** What everybody who is signed in may see and do about their own log-in. */
export async function ownRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const config = { permission: 'signed-in' } as const;
  const tags = ['identity'];
  const done = { done: true } as const;

  app.get(
    '/api/me',
    { config, schema: { tags, summary: 'Who is signed in, and the business date', response: { 200: MeView } } },
    async (request) => viewMe(platform, request.actor),
  );

  app.put(
    '/api/me/language',
    {
      config,
      schema: { tags, summary: 'Changes one’s own language', body: LanguageBody, response: { 200: Done } },
    },
    async (request) => {
      await changeOwnLanguage(platform, request.actor, request.body.language);
      return done;
    },
  );

  app.get(
    '/api/auth/sessions',
    { config, schema: { tags, summary: 'Where one is logged in', response: { 200: SessionList } } },
    async (request) => listSessions(platform, request.actor, request.actor.userId),
  );

  app.delete(
    '/api/auth/sessions/:sessionId',
    {
      config,
      schema: {
        tags,
        summary: 'Ends a session: one’s own, or anybody’s for an administrator',
        params: SessionParams,
        response: { 200: Done },
      },
    },
    async (request) => {
      await endSessionById(platform, request.actor, request.params.sessionId);
      return done;
    },
  );

  app.get(
    '/api/auth/login-history',
    {
      config,
      schema: {
        tags,
        summary: 'One’s own log-ins and failed ones, newest first',
        querystring: LoginHistoryQuery,
        response: { 200: LoginHistory },
      },
    },
    async (request) => listOwnLogins(platform, request.actor, request.query),
  );

  app.post(
    '/api/auth/totp/enrolment',
    {
      config,
      schema: {
        tags,
        summary: 'A new secret for an authenticator app, waiting for its first code; asks for the password',
        body: TotpEnrolmentBody,
        response: { 200: TotpEnrolment },
      },
    },
    async (request) => enrolTotp(platform, request.actor, request.body.password),
  );

  app.post(
    '/api/auth/totp/confirmation',
    {
      config,
      schema: {
        tags,
        summary: 'The first code: from now on a log-in asks for one',
        body: TotpCodeBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      await confirmTotp(platform, request.actor, request.body.code);
      return done;
    },
  );

  app.post(
    '/api/auth/totp/removal',
    {
      config,
      schema: {
        tags,
        summary: 'Takes the second factor away, with the password',
        body: TotpRemovalBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      await removeTotp(platform, request.actor, request.body.password);
      return done;
    },
  );
}
