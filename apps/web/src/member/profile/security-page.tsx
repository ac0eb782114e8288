import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { NewPasswordPage } from '../login/new-password-page.tsx';
import { client } from '../member-api.ts';
import { useLoginHistory, useSessions } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';

/** Where the member is logged in, how it was tried, and the password. */
export function SecurityPage() {
  const t = useMemberText();
  const [changesPassword, setChangesPassword] = useState(false);
  if (changesPassword) return <NewPasswordPage onDone={() => setChangesPassword(false)} />;
  return (
    <Page title={t('security.title')} backTo="/profile">
      <Button onClick={() => setChangesPassword(true)}>{t('password.changeTitle')}</Button>
      <Sessions />
      <History />
    </Page>
  );
}

function Sessions() {
  const t = useMemberText();
  const format = useSocietyFormat();
  const queries = useQueryClient();
  const { data, error, refetch } = useSessions();
  const end = useAct(async (sessionId: string) => {
    await client.delete('/api/auth/sessions/{sessionId}', { path: { sessionId } });
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  });
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('security.sessions')}</h2>
      <ProblemNote
        error={end.error ?? error}
        {...(error === null ? {} : { onRetry: () => void refetch() })}
        takesFocus
      />
      {data === undefined && error === null && <Skeleton />}
      <ul className="list">
        {data?.items.map((session) => (
          <li key={session.id} className="list-row">
            <span className="list-title">{deviceName(session.agent)}</span>
            <span className="list-side">
              {session.isCurrent ? (
                <span className="tag tag-good">{t('security.thisOne')}</span>
              ) : (
                <Button
                  look="text"
                  aria-label={`${t('security.end')}: ${deviceName(session.agent)}`}
                  onClick={() => void end.run(session.id)}
                >
                  {t('security.end')}
                </Button>
              )}
            </span>
            <span className="list-note">
              {session.address} · {t('security.lastSeen', { at: format.instant(session.lastSeenAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History() {
  const t = useMemberText();
  const format = useSocietyFormat();
  const { data, error, refetch } = useLoginHistory();
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t('security.history')}</h2>
      {error !== null && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton />}
      <ul className="list">
        {data?.items.map((attempt) => (
          <li key={`${attempt.attemptedAt}${attempt.outcome}`} className="list-row">
            <span className="list-title">{format.instant(attempt.attemptedAt)}</span>
            <span className={attempt.outcome === 'success' ? 'list-side' : 'list-side money-bad'}>
              {t(attempt.outcome === 'success' ? 'security.succeeded' : 'security.failed')}
            </span>
            <span className="list-note">
              {attempt.address} · {deviceName(attempt.agent)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a browser calls itself is long and full of others' names; the first of these found in it is its own. */
const browsers = {
  Edg: 'Edge',
  OPR: 'Opera',
  SamsungBrowser: 'Samsung Internet',
  Firefox: 'Firefox',
  Chrome: 'Chrome',
  Safari: 'Safari',
};
const machines = { iPhone: 'iPhone', iPad: 'iPad', Android: 'Android', Windows: 'Windows', Mac: 'Mac', Linux: 'Linux' };

/** What a person knows a device by: "Chrome · Android". */
function deviceName(agent: string): string {
  const nameIn = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).find(([mark]) => agent.includes(mark))?.[1];
  return (
    [nameIn(browsers), nameIn(machines)].filter((part) => part !== undefined).join(' · ') || agent.slice(0, 40) || '–'
  );
}
