import './member.css';
import { startLanguage } from '../shared/messages/load-language.ts';
import { startTheme } from '../shared/theme.ts';
import { askAhead, isBehindLogIn } from './first-requests.ts';

// Small enough to run at once: the words, the answers and the code that draws come side by side.
startTheme();
askAhead(location.pathname);
const words = startLanguage({
  en: async () => [(await import('./member-messages-en.ts')).messages],
  hi: async () => [(await import('./member-messages-hi.ts')).messages],
});
if (isBehindLogIn(location.pathname)) void import('./member-pages.ts');
const { draw } = await import('./draw.tsx');
await words;
await draw();
