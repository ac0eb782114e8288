import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { TermRequests } from '../../shared/answers.ts';
import { percentText } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { mayHaveChanged } from '../member-queries.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { useTermText } from './term-words.ts';
import { useTermRequests } from './use-term-requests.ts';

type Request = TermRequests['items'][number];

/** What the member asked the society to open, and what became of it. */
export function RequestsPage() {
  const t = useTermText();
  const title = t('deposits.asked');
  const { data, error, refetch } = useTermRequests();
  if (data === undefined && error !== null) {
    return <PageProblem title={title} backTo="/accounts" error={error} onRetry={() => void refetch()} />;
  }
  const isWaiting = data?.items.some(({ status }) => status === 'pending') === true;
  return (
    <Page title={title} backTo="/accounts">
      {data === undefined && <Skeleton lines={4} />}
      {data?.items.length === 0 && (
        <Empty title={t('requests.none')}>
          <p>{t('requests.noneHow')}</p>
        </Empty>
      )}
      {data !== undefined && data.items.length > 0 && (
        <ul className="list">
          {data.items.map((request) => (
            <li key={request.id} className="stack">
              <RequestRow request={request} />
              {request.status === 'pending' && <TakeBack id={request.id} />}
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && !isWaiting && (
        <p>
          <Link href="/deposits/ask" className="button button-quiet">
            {t('deposits.ask')}
          </Link>
        </p>
      )}
    </Page>
  );
}

function RequestRow({ request }: { request: Request }) {
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { status, product, amount, months, days, fromAccount, annualRate, requestedAt, decidedAt, reason } = request;
  const length = months === null ? t('term.days', { count: days ?? 0 }) : t('term.months', { count: months });
  return (
    <div className="list-row">
      <span className="list-title">{product}</span>
      <span className="list-side">{shown(format.money(amount))}</span>
      <span className="list-note">
        {t('requests.what', { length, rate: percentText(annualRate), account: fromAccount })}
      </span>
      <span className="list-note">
        {t(`requests.${status}`, {
          day: format.instant(status === 'pending' ? requestedAt : (decidedAt ?? requestedAt)),
        })}
      </span>
      {reason !== null && reason !== '' && <span className="list-note">{t('requests.reason', { reason })}</span>}
    </div>
  );
}

/** Until somebody answers, the question is its owner's. */
function TakeBack({ id }: { id: string }) {
  const t = useTermText();
  const queries = useQueryClient();
  const act = useAct(async () => {
    try {
      await client.post('/api/deposit-requests/{id}/withdrawal', { path: { id } });
      showToast(t('requests.takenBack'));
    } finally {
      await queries.invalidateQueries(mayHaveChanged);
    }
  });
  return (
    <>
      <ProblemNote error={act.error} takesFocus />
      <Button isBusy={act.isBusy} onClick={() => void act.run(undefined)}>
        {t('requests.takeBack')}
      </Button>
    </>
  );
}
