// How many requests somebody may send in a window of time. Fixed windows, each beginning with its first request; every
// store is bounded. Log-ins count before the password is looked at and give the count back when it was right, so that
// a thousand guesses at the same moment are counted too, and a success is free.

import { Refusal } from '../http/refusal.ts';
import { networkOf } from './network.ts';

export type LimitName = 'anonymous' | 'user' | 'refresh' | 'login-pair' | 'login-identifier' | 'login-address';

export interface Taken {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window ends. */
  readonly resetSeconds: number;
  readonly isAllowed: boolean;
}

export interface LimitStore {
  /** Counts one for the key; beyond the limit it counts no further. */
  take(name: LimitName, key: string, limit: number): Taken | Promise<Taken>;
  giveBack(name: LimitName, key: string): void;
  readonly size: number;
  close(): Promise<void>;
}

export interface LimitRates {
  readonly anonymous: number;
  readonly loginIdentifier: number;
  readonly loginAddress: number;
  readonly user: number;
}

export interface LoginAttempt {
  /** The password was right: nothing was used up. */
  succeeded(): void;
}

export interface Limits {
  /** One request of somebody who is not signed in. */
  takeAnonymous(address: string): Taken | Promise<Taken>;
  /** One request of somebody who is. */
  takeUser(userId: number): Taken | Promise<Taken>;
  /** One renewal of a session's token; throws TOO_MANY_REQUESTS. */
  takeRefresh(sessionId: string): Promise<void>;
  /**
   * One log-in about to be tried; throws TOO_MANY_LOGINS. `identifier` is already normalised. `isKnownPlace` says that
   * this person logged in from here before: then failures elsewhere do not keep them out.
   */
  takeLogin(attempt: { identifier: string; address: string; isKnownPlace: boolean }): Promise<LoginAttempt>;
  /** How many counters are held, for the metrics. */
  readonly size: number;
  close(): Promise<void>;
}

/** Guesses at one identifier from all addresses together: five times those from one. */
const IDENTIFIER_EVERYWHERE = 5;

export function openLimits(store: LimitStore, rates: LimitRates): Limits {
  return {
    takeAnonymous: (address) => store.take('anonymous', networkOf(address), rates.anonymous),
    takeUser: (userId) => store.take('user', String(userId), rates.user),
    takeRefresh: async (sessionId) => {
      const taken = await store.take('refresh', sessionId, rates.anonymous);
      if (!taken.isAllowed) throw tooMany('TOO_MANY_REQUESTS', taken);
    },
    takeLogin: async ({ identifier, address, isKnownPlace }) => {
      const network = networkOf(address);
      const counters: [LimitName, string, number][] = [
        ['login-address', network, rates.loginAddress],
        ['login-pair', `${network} ${identifier}`, rates.loginIdentifier],
      ];
      if (!isKnownPlace) {
        counters.push(['login-identifier', identifier, rates.loginIdentifier * IDENTIFIER_EVERYWHERE]);
      }
      const counted: [LimitName, string][] = [];
      const giveBack = () => {
        for (const [name, key] of counted) store.giveBack(name, key);
      };
      for (const [name, key, limit] of counters) {
        const taken = await store.take(name, key, limit);
        if (!taken.isAllowed) {
          giveBack();
          throw tooMany('TOO_MANY_LOGINS', taken);
        }
        counted.push([name, key]);
      }
      return { succeeded: giveBack };
    },
    get size() {
      return store.size;
    },
    close: () => store.close(),
  };
}

export function tooMany(code: 'TOO_MANY_REQUESTS' | 'TOO_MANY_LOGINS', taken: Taken): Refusal {
  return new Refusal('too_many', code, { minutes: Math.max(1, Math.ceil(taken.resetSeconds / 60)) }).retryAfter(
    taken.resetSeconds,
  );
}
