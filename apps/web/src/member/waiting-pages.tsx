import { Link } from 'wouter';
import { languages } from '../shared/messages/messages.ts';
import { Button } from '../shared/ui/button.tsx';
import { ProblemNote, Skeleton } from '../shared/ui/states.tsx';
import { LanguageSwitch } from '../shared/ui/switches.tsx';
import { useMemberText } from './member-text.ts';
import { Page } from './page.tsx';

/** Before the first answer; also where a page stays when the line is lost at its start. */
export function WaitingPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useMemberText();
  return (
    <main className="page stack stack-wide">
      <h1 className={error === undefined || error === null ? 'visually-hidden' : undefined}>{t('app.name')}</h1>
      {error === undefined || error === null ? <Skeleton lines={5} /> : <ProblemNote error={error} onRetry={onRetry} />}
    </main>
  );
}

export function NotSetUpPage() {
  const t = useMemberText();
  return (
    <div className="shell">
      <header className="shell-head">
        <span className="brand">{t('app.name')}</span>
        <LanguageSwitch offered={languages} />
      </header>
      <Page title={t('notSetUp.title')}>
        <p>{t('notSetUp.text')}</p>
        <p>
          <a className="button button-filled" href="/setup">
            {t('notSetUp.begin')}
          </a>
        </p>
      </Page>
    </div>
  );
}

export function NoSuchPage() {
  const t = useMemberText();
  return (
    <Page title={t('noSuchPage.title')}>
      <p>{t('noSuchPage.text')}</p>
      <p>
        <Link href="/" className="button button-quiet">
          {t('noSuchPage.home')}
        </Link>
      </p>
    </Page>
  );
}

/** A page whose one question is answered by one request. */
export function PageProblem({
  title,
  backTo,
  error,
  onRetry,
}: {
  title: string;
  backTo: string;
  error: unknown;
  onRetry: () => void;
}) {
  const t = useMemberText();
  return (
    <Page title={title} backTo={backTo}>
      <ProblemNote error={error} />
      <Button onClick={onRetry}>{t('act.retry')}</Button>
    </Page>
  );
}
