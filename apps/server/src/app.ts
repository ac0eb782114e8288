// The table of contents: what the server is made of, in order.

import { createApp, type CreatedApp } from './platform/http/create-app.ts';
import type { KafalApp } from './platform/http/kafal-app.ts';
import { type Messages, mergeMessages, platformMessages } from './platform/http/sentences.ts';
import type { Platform } from './platform/platform.ts';

export interface Feature {
  readonly name: string;
  readonly routes: (app: KafalApp) => Promise<void>;
  readonly messages?: Messages;
}

export const allFeatures: readonly Feature[] = [];

export async function buildApp(platform: Platform, features: readonly Feature[] = allFeatures): Promise<CreatedApp> {
  const sentences = mergeMessages([platformMessages, ...features.flatMap(({ messages }) => messages ?? [])]);
  const created = createApp(platform, sentences);
  for (const feature of features) await created.app.register(feature.routes);
  await created.app.ready();
  return created;
}
