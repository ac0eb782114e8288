// The web app is built when it is missing or older than its sources. The builder is loaded only then.

import { CommandRefused } from '../platform/cli/command.ts';
import type { Terminal } from '../platform/cli/terminal.ts';

/** What scripts/build-web.ts exports; it stands outside this package, so its type is said here. */
interface WebBuilder {
  ensureWebBuilt(say?: (line: string) => void): Promise<void>;
}

export async function ensureWeb(terminal: Terminal): Promise<void> {
  const builder = (await import(new URL('../../../../scripts/build-web.ts', import.meta.url).href)) as WebBuilder;
  try {
    await builder.ensureWebBuilt((line) => terminal.say(line));
  } catch (error) {
    // What the builder says is meant for whoever reads it; where in our code it was called is not.
    throw new CommandRefused(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
