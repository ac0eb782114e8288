import { useSyncExternalStore } from 'react';
import type { SessionUser } from '../shared/answers.ts';
import { LineLostError, ProblemError } from '../shared/problem.ts';
import { api, queryClient } from './member-api.ts';

// Who is logged in on this page. `unknown` until the refresh cookie has been asked; a lost line leaves it unknown, so
// nobody is sent to the log-in page by a bad connection.

export type Session =
  | { state: 'unknown'; error?: unknown }
  | { state: 'out'; wasEnded: boolean }
  | { state: 'in'; user: SessionUser };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

export function useSession(): Session {
  return useSyncExternalStore(listen, () => session);
}

export async function restoreSession(): Promise<void> {
  try {
    const user = await api.restore();
    publish(user === undefined ? { state: 'out', wasEnded: false } : { state: 'in', user });
  } catch (error) {
    const mayComeBack = error instanceof LineLostError || (error instanceof ProblemError && error.status >= 429);
    publish(mayComeBack ? { state: 'unknown', error } : { state: 'out', wasEnded: false });
  }
}

export async function logIn(body: { identifier: string; password: string; totpCode?: string }): Promise<void> {
  const user = await api.signIn('/api/auth/member/login', body);
  queryClient.clear();
  publish({ state: 'in', user });
}

/** Leaves this page in any case; answers whether the server heard it and ended the session. */
export async function logOut(): Promise<boolean> {
  const wasHeard = await api.signOut().then(
    () => true,
    () => false,
  );
  queryClient.clear();
  publish({ state: 'out', wasEnded: false });
  return wasHeard;
}

export function passwordWasChanged(): void {
  if (session.state === 'in') publish({ state: 'in', user: { ...session.user, mustChangePassword: false } });
}

api.onSignedOut(() => {
  queryClient.clear();
  publish({ state: 'out', wasEnded: true });
});

function publish(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
