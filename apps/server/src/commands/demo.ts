import { type CalendarDate, isCalendarDate } from '@kafal/core';
import { type Command, CommandRefused } from '../platform/cli/command.ts';
import { readConfig } from '../platform/config/config.ts';
import { demoEnvironment } from '../platform/config/environment.ts';
import { makeOwnerOnlyFolder } from '../platform/keys/owner-only.ts';
import { ensureWeb } from './ensure-web.ts';
import { serve } from './serve.ts';
import { serverParts } from './server-parts.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'Runs a believable society to look around in.',
  usage: '[--password <password>] [--until <day>]',
  details:
    'Its data lives in data/demo, or in DATA_DIR itself when that is set, always in the embedded database; .env and DB_* ' +
    'are not read. The first start makes the society, a second one keeps what is there. With --until it lives on, day after day, to the ' +
    'morning of that day: interest, maturities and fines come as they would. What it sends by e-mail, SMS and webhooks goes to the ' +
    'demo itself and to nobody else.',
  options: { password: { type: 'string' }, until: { type: 'string' } },
  run: async ({ values, terminal }) => {
    const own = readConfig(demoEnvironment(), 'demo');
    const { openPostOffice, prepareDemo } = await import('../features/demo/index.ts');
    makeOwnerOnlyFolder(own.dataFolder);
    const post = await openPostOffice(own.dataFolder);
    const config = post.configured(own);
    const password = typeof values.password === 'string' ? values.password : undefined;
    const until = typeof values.until === 'string' ? dayOf(values.until) : undefined;
    let sentences: readonly string[] = [];
    return serve({
      parts: serverParts,
      config,
      terminal,
      prepare: async () => {
        await ensureWeb(terminal);
        const prepared = await prepareDemo({ config, password, until, post, progress: terminal.progress });
        sentences = prepared.sentences;
        return { clock: prepared.clock };
      },
      announce: ({ listeners: { addresses } }) =>
        terminal.done(
          { web: addresses.web, api: addresses.api, dataFolder: config.dataFolder },
          `Kafal demo: ${addresses.web.join(' or ')}`,
          `API:        ${addresses.api.join(' or ')}`,
          ...sentences,
        ),
    }).finally(post.close);
  },
};

function dayOf(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new CommandRefused('A day is written as YYYY-MM-DD.');
  return text;
}
