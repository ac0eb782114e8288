import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../shared/tokens.css';
import '../shared/ui/ui.css';
import './member.css';
import { startLanguage } from '../shared/messages/load-language.ts';
import { startTheme } from '../shared/theme.ts';
import { startWorker } from './installed-app.ts';
import { MemberApp } from './member-app.tsx';
import { askAtStart } from './member-queries.ts';
import { restoreSession } from './session.ts';
import { startTextSize } from './text-size.ts';

startTheme();
startTextSize();
// On a slow line every walk to the server counts: these three go at once.
askAtStart();
void restoreSession();
await startLanguage({
  en: async () => [(await import('./member-messages-en.ts')).messages],
  hi: async () => [(await import('./member-messages-hi.ts')).messages],
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <MemberApp />
  </StrictMode>,
);
startWorker();
