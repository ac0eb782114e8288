import { useState } from 'react';
import { isZeroMoney } from '../../shared/format.ts';
import type { CloseTillAnswer, TillSession } from '../answers.ts';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { CloseTillForm } from './close-till-form.tsx';
import { OpenTillForm } from './open-till-form.tsx';
import { TillSessionFigures } from './till-session-figures.tsx';
import { TillSessions } from './till-sessions.tsx';

/** The drawer a cashier answers for: opened with counted cash, closed against a count. */
export function TillPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const current = useMyTill();
  const [closed, setClosed] = useState<Extract<CloseTillAnswer, { preview: false }>>();
  const session = current.data?.session ?? undefined;
  const title =
    session === undefined
      ? t('till.titleNone')
      : t('till.titleOpen', { till: session.tillCode, amount: format.money(session.expectedCash) });
  return (
    <Page title={title}>
      {closed !== undefined && session === undefined && <ClosedNote session={closed.session} />}
      <Answered query={current}>
        {({ session: open }) =>
          open === null ? (
            <OpenTillForm />
          ) : (
            <>
              <TillSessionFigures session={open} />
              <CloseTillForm key={open.id} session={open} onClosed={setClosed} />
              <TillSessions tillId={open.tillId} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function ClosedNote({ session }: { session: TillSession }) {
  const t = useWords();
  const format = useSocietyFormat();
  const difference = session.difference ?? '0.00';
  return (
    <Note tone="good">
      {t('till.closedNow', { till: session.tillCode, amount: format.money(session.countedCash ?? '0.00') })}{' '}
      {differenceWords(difference, t, format.money)}
    </Note>
  );
}

export function differenceWords(
  difference: string,
  t: ReturnType<typeof useWords>,
  money: (text: string) => string,
): string {
  if (isZeroMoney(difference)) return t('till.agrees');
  if (difference.startsWith('-')) return t('till.short', { amount: money(difference.slice(1)) });
  return t('till.excess', { amount: money(difference) });
}
