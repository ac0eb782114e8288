import { useEffect, useState } from 'react';
import type { SetupAnswer, SetupState } from '../shared/answers.ts';
import { languages } from '../shared/messages/messages.ts';
import { ProblemNote, Skeleton } from '../shared/ui/states.tsx';
import { LanguageSwitch, ThemeSwitch } from '../shared/ui/switches.tsx';
import { FirstReceiptPage } from './first-receipt-page.tsx';
import { client } from './setup-api.ts';
import { useSetupText } from './setup-text.ts';
import { SetupWizard } from './setup-wizard.tsx';

interface Start {
  state: SetupState;
  /** The server's clock; the browser's own may be wrong and never decides a day. */
  serverNow: number;
}

export function SetupApp() {
  const t = useSetupText();
  const [start, setStart] = useState<Start | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [done, setDone] = useState<SetupAnswer | undefined>(undefined);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    document.title = `${t('setup.title')} · Kafal`;
  }, [t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again.
  useEffect(() => {
    setError(undefined);
    readStart().then(setStart, setError);
  }, [attempt]);

  return (
    <div className="setup">
      <header className="setup-head">
        <span className="brand">{t('app.name')}</span>
        <LanguageSwitch offered={languages} />
      </header>
      {start === undefined ? (
        <main className="setup-main">
          <h1>{t('setup.title')}</h1>
          {error === undefined ? (
            <Skeleton lines={4} />
          ) : (
            <ProblemNote error={error} onRetry={() => setAttempt(attempt + 1)} />
          )}
        </main>
      ) : done !== undefined ? (
        <FirstReceiptPage username={done.username} />
      ) : start.state.isSetUp ? (
        <AlreadySetUp />
      ) : (
        <SetupWizard presets={start.state.presets} serverNow={start.serverNow} onDone={setDone} />
      )}
      <footer className="setup-foot">
        <ThemeSwitch />
        {!isSecureContext && <p>{t('comforts.plainHttp')}</p>}
      </footer>
    </div>
  );
}

function AlreadySetUp() {
  const t = useSetupText();
  return (
    <main className="setup-main stack">
      <h1>{t('setup.already')}</h1>
      <p>{t('setup.alreadyText')}</p>
      <p className="row">
        <a className="button button-filled" href="/staff">
          {t('setup.toStaff')}
        </a>
        <a className="button button-quiet" href="/">
          {t('setup.toMembers')}
        </a>
      </p>
    </main>
  );
}

async function readStart(): Promise<Start> {
  const [state, serverNow] = await Promise.all([client.get('/api/setup', { anonymous: true }), readServerClock()]);
  return { state, serverNow };
}

/** Every answer carries the server's time in its Date header. */
async function readServerClock(): Promise<number> {
  const response = await fetch('/health', { method: 'HEAD' }).catch(() => undefined);
  const serverDate = Date.parse(response?.headers.get('date') ?? '');
  return Number.isNaN(serverDate) ? Date.now() : serverDate;
}
