import { Link } from '@tanstack/react-router';
import type { TillSession } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { Glow } from '../ui/glow.tsx';
import { useWords } from '../words.ts';

export function TillSessionFigures({ session }: { session: TillSession }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      <Facts
        columns={3}
        facts={[
          [t('till.cashier'), session.cashier],
          [t('till.openedAt'), format.instant(session.openedAt)],
          [t('till.businessDate'), format.day(session.businessDate)],
          [t('till.openingCash'), format.money(session.openingCash)],
          [
            t('till.received'),
            <Glow key="in" value={session.receipts}>
              {format.money(session.receipts)}
            </Glow>,
          ],
          [
            t('till.paidOut'),
            <Glow key="out" value={session.payments}>
              {format.money(session.payments)}
            </Glow>,
          ],
        ]}
      />
      <p className="no-print">
        <Link to="/counter/receipts" search={{ session: session.id }}>
          {t('till.receiptsOfSession')}
        </Link>
      </p>
    </>
  );
}
