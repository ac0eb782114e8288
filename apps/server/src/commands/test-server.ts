// A server with two routes, as a process of its own: what is tested is its life, not what it serves. Only tests run it.

import { runCommand } from '../platform/cli/command.ts';
import type { Terminal } from '../platform/cli/terminal.ts';
import { readConfig } from '../platform/config/config.ts';
import { buildAppOf, type Feature } from '../platform/http/build-app.ts';
import { serve } from './serve.ts';

const feature: Feature = {
  name: 'test',
  routes: async (app) => {
    app.get('/api/quick', { config: { permission: 'public', limit: 'none' } }, async () => ({ done: true }));
    app.get('/api/slow', { config: { permission: 'public', limit: 'none' } }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return { done: true };
    });
  },
};

process.exitCode = await runCommand(
  {
    name: 'test-server',
    summary: '',
    usage: '',
    run: async ({ terminal }: { terminal: Terminal }) => {
      const config = readConfig(process.env, 'tests');
      return serve({
        config,
        terminal,
        parts: {
          build: (platform) => buildAppOf(platform, [feature]),
          jobs: [],
          control: () => ({ ping: async () => ({ pong: true }) }),
          isSetUp: async () => false,
        },
        prepare: async () => {
          await new Promise((resolve) => setTimeout(resolve, 500));
          return {};
        },
        announce: ({ listeners: { port, webPort }, platform }) =>
          terminal.done({ port, webPort, setupCode: platform.setupCode.current() }),
      });
    },
  },
  ['--json'],
);
