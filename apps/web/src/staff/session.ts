import { useSyncExternalStore } from 'react';
import { LineLostError, ProblemError } from '../shared/problem.ts';
import type { Permission, SessionUser } from './answers.ts';
import { api, queryClient } from './staff-api.ts';
import { dropDrafts } from './ui/kept-drafts.ts';
import { forgetDrafts } from './ui/use-draft.ts';

// Who is logged in on this page. A lost line leaves it unknown, so nobody is sent to the log-in page by a bad
// connection. A session that ends under somebody's hands keeps the page as it is behind the log-in form: whoever comes
// back finds what they had typed.

export type Session =
  | { state: 'unknown'; error?: unknown }
  | { state: 'out' }
  | { state: 'in'; user: SessionUser }
  | { state: 'ended'; user: SessionUser };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

export function useSession(): Session {
  return useSyncExternalStore(listen, () => session);
}

export const sessionNow = (): Session => session;

export async function restoreSession(): Promise<void> {
  try {
    const user = await api.restore();
    publish(user === undefined ? { state: 'out' } : { state: 'in', user });
  } catch (error) {
    const mayComeBack = error instanceof LineLostError || (error instanceof ProblemError && error.status >= 429);
    publish(mayComeBack ? { state: 'unknown', error } : { state: 'out' });
  }
}

export interface Credentials {
  identifier: string;
  password: string;
  totpCode?: string;
}

export async function logIn(credentials: Credentials): Promise<void> {
  const user = await api.signIn('/api/auth/admin/login', credentials);
  const isSamePerson = session.state === 'ended' && session.user.id === user.id;
  if (!isSamePerson) forgetEverything();
  dropDrafts(user.id);
  publish({ state: 'in', user });
  if (isSamePerson) void queryClient.invalidateQueries();
}

export async function logOut(): Promise<void> {
  // The order matters: the client tells its listeners when the token is gone, and by then this is no surprise.
  publish({ state: 'out' });
  forgetEverything();
  dropDrafts();
  await api.signOut();
}

export function userChanged(changes: Partial<SessionUser>): void {
  if (session.state === 'in') publish({ state: 'in', user: { ...session.user, ...changes } });
}

/** Somebody else wants to use this machine: the page of the one before them goes. */
export function leaveEndedSession(): void {
  forgetEverything();
  publish({ state: 'out' });
}

/** The user whose pages are shown; only pages behind the log-in ask. */
export function useStaffUser(): SessionUser {
  const now = useSession();
  if (now.state !== 'in' && now.state !== 'ended') throw new Error('A page that needs a user was shown without one.');
  return now.user;
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useStaffUser();
  return (permission) => permissions.includes(permission);
}

api.onSignedOut(() => {
  if (session.state === 'in') publish({ state: 'ended', user: session.user });
});

function forgetEverything(): void {
  queryClient.clear();
  forgetDrafts();
}

function publish(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
