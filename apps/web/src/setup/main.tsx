import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './setup.css';
import { startLanguage } from '../shared/messages/load-language.ts';
import { startTheme } from '../shared/theme.ts';
import { SetupApp } from './setup-app.tsx';

startTheme();
await startLanguage({
  en: async () => [(await import('./messages-en.ts')).messages],
  hi: async () => [(await import('./messages-hi.ts')).messages],
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <SetupApp />
  </StrictMode>,
);
