import { Button } from '@mantine/core';
import { Page } from '../ui/page.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** A page that could not be drawn or fetched: its place says so, the rest of the house stays. */
export function RouteFailure({ error, reset }: { error: unknown; reset?: () => void }) {
  const t = useWords();
  return (
    <Page title={t('page.failed')}>
      <ProblemNote error={error} />
      <p>{t('page.failedHow')}</p>
      <div className="row">
        {reset !== undefined && <Button onClick={reset}>{t('act.retry')}</Button>}
        <Button onClick={() => location.reload()}>{t('page.reload')}</Button>
      </div>
    </Page>
  );
}
