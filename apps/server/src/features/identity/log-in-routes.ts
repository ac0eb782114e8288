import { Done, LoginBody, RefreshBody, TokenAnswer } from '@kafal/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { markDevice } from './known-device.ts';
import { type LoggedIn, logIn } from './log-in.ts';
import { logOut } from './log-out.ts';
import { refreshSession } from './refresh-session.ts';
import { refreshTokenText } from './refresh-token.ts';
import {
  clientOf,
  deviceCookie,
  dropRefreshCookie,
  isOwnPage,
  keepDeviceCookie,
  keepRefreshCookie,
  refreshCookie,
  refuseForeignPage,
} from './session-cookies.ts';

const ENTRIES = [
  { entry: 'member', url: '/api/auth/member/login', summary: 'A member logs in, by number, e-mail or phone' },
  { entry: 'staff', url: '/api/auth/admin/login', summary: 'Staff log in, by user name, e-mail or phone' },
] as const;

export async function logInRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const { accessSeconds, refreshSeconds } = platform.config.token;

  /** The web app gets the refresh token as a cookie alone, everybody else in the answer alone. */
  const answer = (request: FastifyRequest, reply: FastifyReply, { entry, ...loggedIn }: LoggedIn) => {
    const refreshToken = refreshTokenText(loggedIn.refreshToken);
    const isWeb = clientOf(request) === 'web';
    if (isWeb) keepRefreshCookie(request, reply, entry, refreshToken, refreshSeconds);
    return {
      accessToken: loggedIn.accessToken,
      refreshToken: isWeb ? null : refreshToken,
      tokenType: 'Bearer' as const,
      expiresIn: accessSeconds,
      user: loggedIn.user,
    };
  };

  for (const { entry, url, summary } of ENTRIES) {
    app.post(
      url,
      {
        config: { permission: 'public', limit: 'login' },
        schema: { tags: ['identity'], summary, body: LoginBody, response: { 200: TokenAnswer } },
      },
      async (request, reply) => {
        const { identifier, email, username, adminId, password, totpCode } = request.body;
        const client = clientOf(request);
        const device = client === 'web' ? deviceCookie(request) : undefined;
        const loggedIn = await logIn(platform, request.caller, {
          entry,
          client,
          // The schema has seen to it that exactly one is there.
          identifier: identifier ?? email ?? username ?? adminId ?? '',
          password,
          totpCode,
          deviceCookie: device,
        });
        if (client === 'web') {
          keepDeviceCookie(request, reply, markDevice(platform, device, Number(loggedIn.user.id)));
        }
        return answer(request, reply, loggedIn);
      },
    );
  }

  app.post(
    '/api/auth/refresh',
    {
      config: { permission: 'public', limit: 'refresh' },
      schema: {
        tags: ['identity'],
        summary: 'A new access token for a refresh token, which is used up by it',
        body: RefreshBody.nullish(),
        response: { 200: TokenAnswer },
      },
    },
    async (request, reply) => {
      const { refreshToken, audience } = request.body ?? {};
      if (refreshToken !== undefined) {
        return answer(
          request,
          reply,
          await refreshSession(platform, request.caller, { refreshToken, entry: audience }),
        );
      }
      const cookie = refreshCookie(request, audience);
      if (cookie === undefined) throw new Refusal('unauthorised', 'REFRESH_TOKEN_INVALID');
      refuseForeignPage(request);
      try {
        return answer(request, reply, await refreshSession(platform, request.caller, cookie));
      } catch (error) {
        // A cookie that opens nothing any more would only be sent again and again.
        if (error instanceof Refusal && error.kind === 'unauthorised') dropRefreshCookie(request, reply, cookie.entry);
        throw error;
      }
    },
  );

  app.post(
    '/api/auth/logout',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['identity'],
        summary: 'Ends the session of the token, or of the cookie; what has ended stays ended',
        body: RefreshBody.nullish(),
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const { refreshToken, audience } = request.body ?? {};
      const actor = request.signedIn;
      const entry = audience ?? (actor?.kind === 'system' ? undefined : actor?.kind);
      const cookie = refreshCookie(request, entry);
      if (cookie !== undefined && actor === undefined && refreshToken === undefined) refuseForeignPage(request);
      const mayUseCookie = cookie !== undefined && isOwnPage(request);
      await logOut(platform, request.caller, {
        actor,
        refreshToken: refreshToken ?? (mayUseCookie ? cookie.refreshToken : undefined),
      });
      if (mayUseCookie) dropRefreshCookie(request, reply, cookie.entry);
      return { done: true as const };
    },
  );
}
