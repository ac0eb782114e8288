import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { StaffApp } from './staff-app.tsx';
import { startDensity } from './ui/density.ts';
import { startWords } from './words.ts';

export async function draw(): Promise<void> {
  startDensity();
  await startWords();
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
