import { StrictMode } from 'react';
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
  createRoot(root).render(
    <StrictMode>
      <MemberApp />
    </StrictMode>,
  );
  startWorker();
}
