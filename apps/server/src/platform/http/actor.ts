// Who acts. Commands take an Actor, so there is no way to act, and no "find by id", without a somebody.

import { type LanguageCode, PERMISSIONS, type Permission } from '@kafal/contract';

export type Language = LanguageCode;

/** What is known of a request before, or without, anybody being signed in. */
export interface Caller {
  /** The address the request came from; behind a proxy only when TRUST_PROXY names that proxy. */
  readonly address: string;
  readonly agent: string;
  readonly language: Language;
  readonly requestId: string;
}

export interface Actor extends Caller {
  readonly userId: number;
  readonly kind: 'member' | 'staff' | 'system';
  readonly memberId: number | null;
  readonly roleCode: string | null;
  readonly permissions: ReadonlySet<Permission>;
  readonly sessionId: string;
  readonly name: string;
}

/**
 * The house itself: recurring jobs, the command line, set-up. No row of `user` has the id 0, so whoever writes a
 * reference to a user stores null for it.
 */
export function systemActor(name: string, caller: Partial<Caller> = {}): Actor {
  return {
    userId: 0,
    kind: 'system',
    memberId: null,
    roleCode: null,
    permissions: new Set(PERMISSIONS),
    sessionId: '',
    name,
    address: caller.address ?? '',
    agent: caller.agent ?? '',
    language: caller.language ?? 'en',
    requestId: caller.requestId ?? '',
  };
}
