import type { RequestOptions } from '../shared/api.ts';
import { api } from './member-line.ts';

// On a slow line every walk to the server counts. Who is logged in, and what the first page of them will show, is asked
// for while the code that draws it is still on its way.

export const latestFew = { limit: 5 };
export const passbookPage = { limit: 20 };

export function askAhead(address: string): void {
  api.getAhead('/api/society', { anonymous: true });
  const asksFor = async () => {
    if ((await api.restoreAhead()) === undefined) return;
    for (const [path, options] of wantedAt(address)) api.getAhead(path, options);
  };
  // The page asks again and says what is wrong.
  asksFor().catch(() => undefined);
}

/** The pages beyond the first; their code comes along with the rest instead of after it. */
export function isBehindLogIn(address: string): boolean {
  return api.mayBeSignedIn && /^\/(accounts|receipts|entries|shares|notifications|profile)\b/.test(address);
}

/** The account whose passbook stands at this address. */
export const accountAt = (address: string): string | undefined => /^\/accounts\/(\d+)$/.exec(address)?.[1];

function wantedAt(address: string): readonly (readonly [path: string, options?: RequestOptions])[] {
  const account = accountAt(address);
  if (address === '/') {
    return [['/api/members/profile'], ['/api/transactions', { query: latestFew }], ['/api/me']];
  }
  if (account !== undefined) {
    const path = { id: account };
    return [
      ['/api/deposits/{id}', { path }],
      ['/api/deposits/{id}/passbook', { path, query: passbookPage }],
      ['/api/me'],
    ];
  }
  return [];
}
