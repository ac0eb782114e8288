import { useSyncExternalStore } from 'react';
import type { SessionUser } from '../shared/answers.ts';
import { lineHeardAt, lineState, onLineChange } from '../shared/line-state.ts';
import { LineLostError, ProblemError } from '../shared/problem.ts';
import {
  forgetKeptAnswers,
  type KeptAnswers,
  keepAnswersOf,
  readKeptAnswers,
  showKeptAnswers,
} from './kept/kept-answers.ts';
import { api, queryClient } from './member-api.ts';
import { forgetPush } from './push/forget-push.ts';
import { forgetAllTyped, keepTypedFor } from './typed.ts';
import { forgetUnanswered } from './unanswered.ts';

// Who is logged in on this page. `unknown` until the refresh cookie has been asked; a lost line leaves it unknown, so
// nobody is sent to the log-in page by a bad connection. Where this device kept what its owner saw last, they see that
// meanwhile, and the server's word is asked for again until it comes.

export type Session =
  | { state: 'unknown'; error?: unknown }
  | { state: 'out'; wasEnded: boolean }
  | { state: 'in'; user: SessionUser };

/** How long the server may think about it before a slow line is treated like none. */
const patienceMs = 4_000;
const askAgainMs = 15_000;

let session: Session = { state: 'unknown' };
let keeping: { userId: string; stop: () => Promise<void> } | undefined;
let askingAgain: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

export function useSession(): Session {
  return useSyncExternalStore(listen, () => session);
}

export const sessionNow = (): Session => session;

export async function restoreSession(): Promise<void> {
  const kept = api.mayBeSignedIn ? await readKeptAnswers() : undefined;
  const patience = kept === undefined ? undefined : setTimeout(() => showMeanwhile(kept), patienceMs);
  try {
    const user = await api.restore();
    clearTimeout(patience);
    if (user === undefined) await leave(session.state === 'in');
    else await enter(user, kept);
  } catch (error) {
    clearTimeout(patience);
    const mayComeBack = error instanceof LineLostError || (error instanceof ProblemError && error.status >= 429);
    if (!mayComeBack) await leave(session.state === 'in');
    else if (kept !== undefined) showMeanwhile(kept);
    else if (session.state !== 'in') publish({ state: 'unknown', error });
  }
}

export async function logIn(body: { identifier: string; password: string; totpCode?: string }): Promise<void> {
  const user = await api.signIn('/api/auth/member/login', body);
  await Promise.all([forgetMember(), forgetPush()]);
  await enter(user, undefined);
}

/** Leaves this page in any case; answers whether the server heard it and ended the session. */
export async function logOut(): Promise<boolean> {
  // The pages go before the session does: a line that the server cuts with it must not make them ask again.
  publish({ state: 'out', wasEnded: false });
  const wasHeard = await api.signOut().then(
    () => true,
    () => false,
  );
  forgetAllTyped();
  forgetUnanswered();
  await leave(false);
  return wasHeard;
}

export function passwordWasChanged(): void {
  if (session.state === 'in') publish({ state: 'in', user: { ...session.user, mustChangePassword: false } });
}

api.onSignedOut(() => void leave(true));
// Another tab of this browser logged out, or somebody else in: this page forgets with it.
addEventListener('storage', ({ key }) => {
  if (key === api.markKey && !api.mayBeSignedIn) api.forgetToken();
});
// Whatever the server said after a lost line, it is time to ask who is logged in.
onLineChange(() => {
  if (askingAgain !== undefined && lineState().status !== 'lost') void restoreSession();
});

async function enter(user: SessionUser, kept: KeptAnswers | undefined): Promise<void> {
  stopAskingAgain();
  keepTypedFor(user.id);
  if (kept !== undefined && kept.user.id === user.id) showKeptAnswers(queryClient, kept);
  else if (kept !== undefined) await forgetMember();
  if (keeping?.userId !== user.id) {
    await keeping?.stop();
    const { stop } = keepAnswersOf(queryClient, user, () => lineState().lastHeardAt);
    keeping = { userId: user.id, stop };
  }
  publish({ state: 'in', user });
}

/** There is no line now: what the owner of this session saw last, and the server is asked again until it answers. */
function showMeanwhile(kept: KeptAnswers): void {
  if (session.state === 'in') return;
  lineHeardAt(kept.heardAt);
  showKeptAnswers(queryClient, kept);
  publish({ state: 'in', user: kept.user });
  askingAgain ??= setInterval(() => void restoreSession(), askAgainMs);
  addEventListener('online', restoreNow);
}

const restoreNow = () => void restoreSession();

function stopAskingAgain(): void {
  clearInterval(askingAgain);
  askingAgain = undefined;
  removeEventListener('online', restoreNow);
}

async function leave(wasEnded: boolean): Promise<void> {
  stopAskingAgain();
  // The pages go first: what is taken from under a page would be asked for again.
  publish({ state: 'out', wasEnded });
  await Promise.all([forgetMember(), forgetPush()]);
}

async function forgetMember(): Promise<void> {
  const { stop } = keeping ?? {};
  keeping = undefined;
  await stop?.();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'society' });
  await forgetKeptAnswers();
}

function publish(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
