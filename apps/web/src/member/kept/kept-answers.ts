// What a member was shown last stays on their own device, so that the app opens without a line. It is sealed with a key
// that never leaves this browser, belongs to one user, and is gone at log-out, when the session was ended elsewhere, and
// when somebody else logs in. Over plain HTTP there is no sealing, so nothing is kept.

import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import type { SessionUser } from '../../shared/answers.ts';
import { forget, keep, readKept } from './device-store.ts';

const keyName = 'answers-key';
const answersName = 'answers';
/** Written a moment after the last answer came, not once for each. */
const settleMs = 1_000;
/** Longer ago than this, the office's figures say more than ours. */
const oldestMs = 30 * 86_400_000;

export interface KeptAnswers {
  user: SessionUser;
  /** When the server was last heard, milliseconds since 1970. */
  heardAt: number;
  answers: DehydratedState;
}

interface SealedAnswers {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

export const canKeepAnswers = (): boolean => isSecureContext && 'indexedDB' in globalThis;

/** What was kept and still opens, or undefined. */
export async function readKeptAnswers(now = Date.now()): Promise<KeptAnswers | undefined> {
  if (!canKeepAnswers()) return undefined;
  const [key, box] = await Promise.all([readKept(keyName), readKept(answersName)]);
  if (!(key instanceof CryptoKey) || !isSealed(box)) return undefined;
  try {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv }, key, box.sealed);
    // Only this file seals, with a key that no other page can use.
    const kept = JSON.parse(new TextDecoder().decode(text)) as KeptAnswers;
    return now - kept.heardAt < oldestMs ? kept : undefined;
  } catch {
    return undefined;
  }
}

export async function writeKeptAnswers(kept: KeptAnswers): Promise<void> {
  const key = (await readKept(keyName)) ?? (await newKey());
  if (!(key instanceof CryptoKey)) return;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(kept));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
  await keep(answersName, { iv, sealed } satisfies SealedAnswers);
}

/** The key goes too: whatever a disk may still hold of the answers can no longer be read. */
export async function forgetKeptAnswers(): Promise<void> {
  if ('indexedDB' in globalThis) await forget(keyName, answersName);
}

/**
 * Puts them on the pages; what has been asked anew meanwhile is newer and stays. However young, they are asked for again:
 * what was done in the last moment before the app was left is not in them.
 */
export function showKeptAnswers(queryClient: QueryClient, { answers }: KeptAnswers): void {
  hydrate(queryClient, {
    ...answers,
    queries: answers.queries.map((query) => ({ ...query, state: { ...query.state, isInvalidated: true } })),
  });
}

/** Keeps what the pages show of this user, from now until it is stopped. */
export function keepAnswersOf(queryClient: QueryClient, user: SessionUser, heardAt: () => number | undefined) {
  if (!canKeepAnswers()) return { stop: async () => {} };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isStopped = false;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const heard = heardAt();
    if (isStopped || heard === undefined) return;
    const answers = dehydrate(queryClient, {
      shouldDehydrateMutation: () => false,
      shouldDehydrateQuery: ({ state }) => state.status === 'success',
    });
    writing = writing.then(() => writeKeptAnswers({ user, heardAt: heard, answers })).catch(() => undefined);
  };
  const leave = queryClient.getQueryCache().subscribe(({ type }) => {
    if (type === 'updated') timer ??= setTimeout(write, settleMs);
  });
  const writeWhenLeft = () => {
    if (document.visibilityState === 'hidden' && timer !== undefined) write();
  };
  document.addEventListener('visibilitychange', writeWhenLeft);
  return {
    /** Nothing is written after this: what is forgotten next stays forgotten. */
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      leave();
      document.removeEventListener('visibilitychange', writeWhenLeft);
      await writing;
    },
  };
}

async function newKey(): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await keep(keyName, key);
  return key;
}

function isSealed(value: unknown): value is SealedAnswers {
  return typeof value === 'object' && value !== null && 'iv' in value && 'sealed' in value;
}
