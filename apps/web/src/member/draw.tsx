import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { startWorker } from './installed-app.ts';
import { MemberApp } from './member-app.tsx';
import { restoreSession } from './session.ts';
import { startTextSize } from './text-size.ts';

export function draw(): void {
  startTextSize();
  void restoreSession();
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
