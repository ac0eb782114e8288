import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { lineState } from '../shared/line-state.ts';
import { waitWithPatience } from '../shared/patience.ts';
import { startWorker } from './installed-app.ts';
import { MemberApp } from './member-app.tsx';
import { takePageAhead, takeSocietyAhead } from './member-queries.ts';
import { restoreSession, sessionNow } from './session.ts';
import { startTextSize } from './text-size.ts';

export async function draw(): Promise<void> {
  startTextSize();
  await waitWithPatience(takeAnswersAhead());
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  // As a transition it is drawn in small pieces, between which the page answers.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <MemberApp />
      </StrictMode>,
    ),
  );
  startWorker();
}

async function takeAnswersAhead(): Promise<void> {
  const takePage = async () => {
    await restoreSession();
    // Without a line what the device kept is shown at once.
    if (sessionNow().state === 'in' && lineState().status !== 'lost') await takePageAhead(location.pathname);
  };
  await Promise.all([takeSocietyAhead(), takePage()]);
}
