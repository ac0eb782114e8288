import type { Command } from '../platform/cli/command.ts';
import type { Terminal } from '../platform/cli/terminal.ts';
import { type Config, readConfig } from '../platform/config/config.ts';
import { liveEnvironment } from '../platform/config/environment.ts';
import type { Listeners } from '../platform/http/listeners.ts';
import type { Platform } from '../platform/platform.ts';
import { ensureWeb } from './ensure-web.ts';
import { serve } from './serve.ts';
import { serverParts } from './server-parts.ts';

export const start: Command = {
  name: 'start',
  summary: 'Runs the server of this society.',
  usage: '',
  details: 'Settings come from the environment and from .env; .env.example explains each. Ctrl+C stops it.',
  run: async ({ terminal }) => {
    const config = readConfig(liveEnvironment());
    return serve({
      parts: serverParts,
      config,
      terminal,
      prepare: async () => {
        await ensureWeb(terminal);
        return {};
      },
      announce: ({ listeners, platform }) => announce(config, terminal, listeners, platform),
    });
  },
};

function announce({ dataFolder, listen }: Config, terminal: Terminal, { addresses }: Listeners, platform: Platform) {
  const code = platform.setupCode.current();
  const lines = [
    `Kafal: ${addresses.web.join(' or ')}`,
    `API:   ${addresses.api.join(' or ')}`,
    `Data:  ${dataFolder}`,
  ];
  if (code !== undefined)
    lines.push('', `Set the society up at ${addresses.web[0]}/setup with this one-time code: ${code}`);
  if (listen.host !== null && listen.tls === null) {
    lines.push(
      '',
      'Open to the office over plain HTTP: working offline, the camera and push notices need TLS_CERT and TLS_KEY.',
    );
  }
  terminal.done(
    { web: addresses.web, api: addresses.api, dataFolder, ...(code === undefined ? {} : { setupCode: code }) },
    ...lines,
  );
}
