// The web app is built when it is missing or older than its sources. The builder is loaded only then.

import type { Terminal } from '../platform/cli/terminal.ts';

/** What scripts/build-web.ts exports; it stands outside this package, so its type is said here. */
interface WebBuilder {
  ensureWebBuilt(say?: (line: string) => void): Promise<void>;
}

export async function ensureWeb(terminal: Terminal): Promise<void> {
  const builder = (await import(new URL('../../../../scripts/build-web.ts', import.meta.url).href)) as WebBuilder;
  await builder.ensureWebBuilt((line) => terminal.say(line));
}
