import { ChangePasswordBody, Done, ForgotPasswordBody, ResetPasswordBody } from '@kafal/contract';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { changePassword } from './change-password.ts';
import { forgotPassword } from './forgot-password.ts';
import { resetPassword } from './reset-password.ts';

export async function passwordRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  const done = { done: true } as const;

  app.post(
    '/api/auth/password/forgot',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['identity'],
        summary: 'A code by e-mail for a new password; the answer is the same for everybody',
        body: ForgotPasswordBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      // Not waited for: how long it takes would tell whether there is such a person.
      forgotPassword(platform, request.caller, request.body).catch((err: unknown) =>
        platform.log.warn({ err, requestId: request.id }, 'a forgotten password could not be helped'),
      );
      return done;
    },
  );

  app.post(
    '/api/auth/password/reset',
    {
      config: { permission: 'public', limit: 'login' },
      schema: {
        tags: ['identity'],
        summary: 'A new password of one’s own, by one-time code; ends every session',
        body: ResetPasswordBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      await resetPassword(platform, request.caller, request.body);
      return done;
    },
  );

  app.post(
    '/api/auth/password/change',
    {
      config: { permission: 'signed-in' },
      schema: {
        tags: ['identity'],
        summary: 'Changes one’s own password; ends one’s other sessions',
        body: ChangePasswordBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      await changePassword(platform, request.actor, request.body);
      return done;
    },
  );
}
