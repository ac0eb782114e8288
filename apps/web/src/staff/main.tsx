import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './mantine-styles.ts';
import '../shared/tokens.css';
import './styles/base.css';
import './styles/library.css';
import './styles/shell.css';
import './styles/page.css';
import './styles/people.css';
import './styles/table.css';
import './styles/acts.css';
import './styles/palette.css';
import './styles/today.css';
import './styles/narrow.css';
import './styles/print.css';
import { startTheme } from '../shared/theme.ts';
import { StaffApp } from './staff-app.tsx';
import { startDensity } from './ui/density.ts';
import { startWords } from './words.ts';

startTheme();
startDensity();
await startWords();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <StaffApp />
  </StrictMode>,
);
