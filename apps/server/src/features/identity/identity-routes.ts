import cookie from '@fastify/cookie';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import { authenticate } from './authenticate.ts';
import { logInRoutes } from './log-in-routes.ts';
import { memoryOf } from './memory.ts';
import { ownRoutes } from './own-routes.ts';
import { passwordsWaiting } from './password-hash.ts';
import { passwordRoutes } from './password-routes.ts';
import { staffRoutes } from './staff-routes.ts';

export async function identityRoutes(app: KafalApp): Promise<void> {
  const { platform } = app;
  app.authenticateWith({ authenticate: (request) => authenticate(platform, request) });
  platform.metrics.gauge('kafal_passwords_waiting', 'Passwords waiting to be checked', passwordsWaiting);
  platform.metrics.gauge('kafal_identity_remembered', 'Tokens and sessions in memory', () => memoryOf(platform).size);

  await app.register(cookie);
  await logInRoutes(app);
  await passwordRoutes(app);
  await ownRoutes(app);
  await staffRoutes(app);
}
