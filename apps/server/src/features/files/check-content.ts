// What has arrived is opened by a process of its own, one file after the other. It is begun with the first file, and ends when none
// has come for a while. A file that keeps it busy for too long, or brings it down, is refused.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Blackout } from './blackout.ts';
import type { ContentAnswer, ContentTask } from './check-content-process.ts';
import type { FileCaps } from './file-caps.ts';
import { type Draft, forget, newDraft } from './file-store.ts';
import type { InspectedFile } from './inspect-file.ts';

const SCRIPT = fileURLToPath(new URL('./check-content-process.ts', import.meta.url));
const LONGEST_MS = 20_000;
const IDLE_MS = 30_000;

let opener: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let before: Promise<unknown> = Promise.resolve();

/** The draft as it may be kept: a picture drawn anew in the place of the one that was sent. */
export async function makeHarmless(
  platform: Platform,
  draft: Draft,
  inspected: InspectedFile,
  caps: FileCaps,
  blackout?: Blackout | undefined,
): Promise<Draft & InspectedFile> {
  const { path } = draft;
  const { mediaType } = inspected;
  if (mediaType === 'application/pdf') {
    await ask(platform, { what: 'pdf', path });
    return { ...draft, ...inspected };
  }
  const anew = newDraft(platform);
  try {
    const { megapixels } = caps;
    const drawn = await ask(platform, {
      ...{ what: 'picture', path, into: anew.path, mediaType, megapixels },
      blackout: blackout ?? null,
    });
    if (drawn === null) throw new Error('A picture was not drawn.');
    await forget(path);
    return { ...inspected, ...anew, ...drawn };
  } catch (error) {
    await forget(anew.path);
    throw error;
  }
}

async function ask(platform: Platform, task: ContentTask) {
  // One at a time, also when the one before failed.
  const mine = before.then(() => answerTo(task));
  before = mine.catch(() => undefined);
  const answer = await mine;
  if (answer === 'ended') {
    platform.log.warn({ what: task.what }, 'a file that was sent could not be opened in time and is refused');
    throw new Refusal('rule', 'FILE_UNREADABLE', undefined, 'file');
  }
  if (answer.flaw !== null) throw new Refusal('rule', answer.flaw, undefined, 'file');
  return answer.drawn;
}

async function answerTo(task: ContentTask): Promise<ContentAnswer | 'ended'> {
  clearTimeout(idle);
  opener ??= begin();
  const own = opener;
  const timer = new AbortController();
  const tooLong = setTimeout(() => own.kill('SIGKILL'), LONGEST_MS);
  try {
    const said = once(own, 'message', { signal: timer.signal }).then(([answer]) => answer as ContentAnswer);
    const ended = once(own, 'exit', { signal: timer.signal }).then(() => 'ended' as const);
    own.send(task);
    return await Promise.race([said, ended]);
  } finally {
    clearTimeout(tooLong);
    // Whichever did not come is not waited for any more.
    timer.abort();
    idle = setTimeout(() => dismiss(own), IDLE_MS).unref();
  }
}

function dismiss(own: ChildProcess): void {
  if (opener === own) opener = undefined;
  if (own.connected) own.disconnect();
}

function begin(): ChildProcess {
  const child = fork(SCRIPT, [], { execArgv: ['--max-old-space-size=256'], stdio: 'ignore' });
  // A server that ends does not wait for it.
  child.unref();
  child.channel?.unref();
  child.once('exit', () => {
    if (opener === child) opener = undefined;
  });
  child.on('error', () => {});
  return child;
}
