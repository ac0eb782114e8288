// What a process remembers so that a request need not ask the database: tokens whose signature it has checked, and
// sessions it has read. Both are bounded; a session is believed for a second at most, by a server that is alone, and dropped
// at once by whatever changes it here.

import type { Permission } from '@kafal/contract';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';

export interface CheckedToken {
  readonly sessionId: string;
  readonly userId: number;
  readonly audience: 'member' | 'staff';
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Everything of an Actor that does not change from request to request. */
export interface KnownSession {
  readonly sessionId: string;
  readonly userId: number;
  readonly kind: 'member' | 'staff';
  readonly memberId: number | null;
  readonly roleCode: string | null;
  readonly permissions: ReadonlySet<Permission>;
  readonly name: string;
  readonly language: Language;
  readonly mustChangePassword: boolean;
  readonly expiresAt: number;
  readonly readAt: number;
}

const MOST_TOKENS = 20_000;
const MOST_SESSIONS = 10_000;
export const BELIEVED_FOR_MS = 1_000;

export class IdentityMemory {
  readonly #tokens = new Map<string, CheckedToken>();
  readonly #sessions = new Map<string, KnownSession>();
  readonly #reading = new Map<string, Promise<KnownSession | undefined>>();
  /** Counts drops: what was being read while something was dropped may be from before it and is not kept. */
  #drops = 0;

  get size(): number {
    return this.#tokens.size + this.#sessions.size;
  }

  token(text: string): CheckedToken | undefined {
    return this.#tokens.get(text);
  }

  keepToken(text: string, token: CheckedToken): void {
    keepBounded(this.#tokens, text, token, MOST_TOKENS);
  }

  forgetToken(text: string): void {
    this.#tokens.delete(text);
  }

  session(sessionId: string, now: number): KnownSession | undefined {
    const session = this.#sessions.get(sessionId);
    if (session === undefined) return undefined;
    const age = now - session.readAt;
    return age >= 0 && age < BELIEVED_FOR_MS ? session : undefined;
  }

  /** Callers at the same moment share one reading. */
  read(sessionId: string, make: () => Promise<KnownSession | undefined>): Promise<KnownSession | undefined> {
    const underWay = this.#reading.get(sessionId);
    if (underWay !== undefined) return underWay;

    const drops = this.#drops;
    const reading = make()
      .then((session) => {
        if (drops === this.#drops) {
          if (session === undefined) this.#sessions.delete(sessionId);
          else keepBounded(this.#sessions, sessionId, session, MOST_SESSIONS);
        }
        return session;
      })
      .finally(() => {
        if (this.#reading.get(sessionId) === reading) this.#reading.delete(sessionId);
      });
    this.#reading.set(sessionId, reading);
    return reading;
  }

  drop(sessionIds: readonly string[]): void {
    this.#drops += 1;
    this.#reading.clear();
    for (const id of sessionIds) this.#sessions.delete(id);
  }

  dropAll(): void {
    this.#drops += 1;
    this.#reading.clear();
    this.#sessions.clear();
  }

  sweep(now: number): void {
    for (const [text, token] of this.#tokens) {
      if (token.expiresAt <= now) this.#tokens.delete(text);
    }
    for (const [id, session] of this.#sessions) {
      if (now - session.readAt >= BELIEVED_FOR_MS) this.#sessions.delete(id);
    }
  }
}

function keepBounded<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

const memories = new WeakMap<object, IdentityMemory>();

/** What is remembered belongs to the database it was read from. */
export function memoryOf(platform: Pick<Platform, 'database'>): IdentityMemory {
  const known = memories.get(platform.database);
  if (known !== undefined) return known;
  const made = new IdentityMemory();
  memories.set(platform.database, made);
  return made;
}

type EndedListener = (sessionIds: readonly string[]) => void;
const listeners = new Set<EndedListener>();

/** Tells whoever holds open lines that these sessions have ended, or may do other things than before. */
export function onSessionsEnded(listener: EndedListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** After the commit of whatever ended these sessions; `changed` go on, but are read anew before the next request. */
export function forgetSessions(
  platform: Pick<Platform, 'database'>,
  ended: readonly string[],
  changed: readonly string[] = [],
): void {
  memoryOf(platform).drop([...ended, ...changed]);
  if (ended.length === 0) return;
  for (const tell of listeners) tell(ended);
}
