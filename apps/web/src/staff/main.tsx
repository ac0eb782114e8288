import './styles/shared.css';
import './mantine-styles.ts';
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
import { preferredLanguage } from '../shared/messages/messages.ts';
import { startTheme } from '../shared/theme.ts';
import { askAhead, isToday } from './first-requests.ts';
import { loadCatalogue } from './load-catalogue.ts';

// Small enough to run at once: the words, the answers and the code that draws come side by side.
startTheme();
askAhead(location.pathname);
void loadCatalogue[preferredLanguage()]();
if (isToday(location.pathname)) void import('./today/today-page.tsx');
const { draw } = await import('./draw.tsx');
await draw();
