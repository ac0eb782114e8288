import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { waitWithPatience } from '../shared/patience.ts';
import { isToday } from './first-requests.ts';
import { restoreSession, sessionNow } from './session.ts';
import { meQuery } from './shell/shell-queries.ts';
import { societyQuery } from './society.tsx';
import { queryClient } from './staff-api.ts';
import { StaffApp } from './staff-app.tsx';
import { startDensity } from './ui/density.ts';
import { startWords } from './words.ts';

export async function draw(): Promise<void> {
  startDensity();
  await Promise.all([startWords(), waitWithPatience(takeAnswersAhead())]);
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  // As a transition it is drawn in small pieces, between which the page answers.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <StaffApp />
      </StrictMode>,
    ),
  );
}

/** What was asked for while this code was on its way. What was refused is asked for again by the part that shows it. */
async function takeAnswersAhead(): Promise<void> {
  const takePage = async () => {
    await restoreSession();
    const session = sessionNow();
    if (session.state !== 'in' || session.user.mustChangePassword) return;
    const me = queryClient.prefetchQuery(meQuery);
    if (isToday(location.pathname)) await (await import('./today/today-page.tsx')).takeTodayAhead(session.user);
    await me;
  };
  await Promise.all([queryClient.prefetchQuery(societyQuery), takePage()]);
}
