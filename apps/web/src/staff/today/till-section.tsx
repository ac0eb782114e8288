import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TillSessionFigures } from '../counter/till-session-figures.tsx';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { MemberLink } from '../ui/member-link.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** The drawer of whoever looks, and what went through it last. */
export function TillSection() {
  const t = useWords();
  const format = useSocietyFormat();
  const till = useMyTill();
  return (
    <Answered query={till}>
      {({ session }) =>
        session === null ? (
          <Section title={t('till.titleNone')}>
            <p>{t('today.openTillHow')}</p>
            <p>
              <Button variant="filled" renderRoot={(props) => <Link to="/counter/till" {...props} />}>
                {t('today.openTill')}
              </Button>
            </p>
          </Section>
        ) : (
          <>
            <Section
              title={t('till.titleOpen', { till: session.tillCode, amount: format.money(session.expectedCash) })}
              actions={
                <Button variant="filled" renderRoot={(props) => <Link to="/counter" {...props} />}>
                  {t('today.toCounter')}
                </Button>
              }
            >
              <TillSessionFigures session={session} />
            </Section>
            <LastReceipts sessionId={session.id} />
          </>
        )
      }
    </Answered>
  );
}

function LastReceipts({ sessionId }: { sessionId: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const receipts = useQuery({
    queryKey: ['dashboard', 'last-receipts', sessionId],
    queryFn: () => client.get('/api/receipts', { query: { tillSessionId: sessionId, limit: 8 } }),
  });
  return (
    <Section title={t('today.lastReceipts')}>
      <Answered query={receipts}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('today.noReceipts')}</p>
          ) : (
            <ul className="lines">
              {items.map((receipt) => (
                <li key={receipt.id} className="line-row">
                  <span className="last-receipt">
                    <Link to="/receipts/$id" params={{ id: receipt.id }} className="nowrap">
                      {receipt.number}
                    </Link>
                    <MemberLink id={receipt.memberId} name={receipt.memberName} number={receipt.memberNumber} />
                  </span>
                  <span className="figure">
                    {t(receipt.direction === 'in' ? 'today.in' : 'today.out')} {format.amount(receipt.total)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}
