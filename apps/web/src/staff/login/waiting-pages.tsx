import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { ProblemNote, Waiting } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** Before anything is known: nothing but a few grey lines, and what went wrong if it did. */
export function StartingPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <main className="gate">
      <div className="gate-sheet">
        {error === undefined || error === null ? (
          <Waiting lines={5} />
        ) : (
          <ProblemNote error={error} onRetry={onRetry} />
        )}
      </div>
    </main>
  );
}

export function NotSetUpPage() {
  const t = useWords();
  return (
    <main className="gate">
      <div className="gate-sheet stack">
        <h1>{t('setup.notYet')}</h1>
        <p>{t('setup.notYetHow')}</p>
        <div className="row">
          <Button component="a" href="/setup" variant="filled">
            {t('setup.open')}
          </Button>
        </div>
      </div>
    </main>
  );
}

export function NoSuchPage() {
  const t = useWords();
  return (
    <Page title={t('page.none')}>
      <p>{t('page.noneHow')}</p>
      <p>
        <Link to="/">{t('nav.today')}</Link>
      </p>
    </Page>
  );
}
