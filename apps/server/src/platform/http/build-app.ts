// The whole app from its parts: what the platform itself answers, and each feature.

import { openApiRoutes } from '../openapi/openapi-routes.ts';
import { operationsRoutes } from '../operations/operations-routes.ts';
import type { Platform } from '../platform.ts';
import { webRoutes } from '../static/web-routes.ts';
import { type CreatedApp, createApp } from './create-app.ts';
import type { KafalApp } from './kafal-app.ts';
import { type Messages, mergeMessages, platformMessages } from './sentences.ts';

export interface Feature {
  readonly name: string;
  readonly routes: (app: KafalApp) => Promise<void>;
  readonly messages?: Messages;
}

export async function buildAppOf(platform: Platform, features: readonly Feature[]): Promise<CreatedApp> {
  const sentences = mergeMessages([platformMessages, ...features.flatMap(({ messages }) => messages ?? [])]);
  const created = createApp(platform, sentences);
  const { app } = created;
  await app.register(operationsRoutes, { metricsGuard: created.guard('system.read') });
  await app.register(openApiRoutes, { routes: created.routes, sentences });
  for (const feature of features) await app.register(feature.routes);
  await app.register(webRoutes);
  await app.ready();
  return created;
}
