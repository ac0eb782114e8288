// The real server: every feature, every job, every command it takes.

import { buildApp } from '../app.ts';
import { jobs } from '../schedule.ts';
import { controlHandlers } from './control-handlers.ts';
import { isSetUp } from './is-set-up.ts';
import type { ServerParts } from './serve.ts';

export const serverParts: ServerParts = {
  build: (platform) => buildApp(platform),
  jobs,
  control: controlHandlers,
  isSetUp,
};
