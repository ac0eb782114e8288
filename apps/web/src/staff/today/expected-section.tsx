import { Link } from '@tanstack/react-router';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useExpectedPeople } from './today-queries.ts';

/** Who comes to the counter next: admitted, and not everything paid. One press and the counter has them. */
export function ExpectedSection() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const may = useMay();
  const expected = useExpectedPeople();
  return (
    <Section
      title={t('today.expected', { currency })}
      actions={
        <Link to="/members" search={{ status: 'pending_payment' }}>
          {t('today.expectedAll', { count: expected.data?.total ?? 0 })}
        </Link>
      }
    >
      <Answered query={expected}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('today.expectedNone')}</p>
          ) : (
            <ul className="lines">
              {items.map(({ memberId, memberNumber, name, joinedOn, outstanding }) => (
                <li key={memberId} className="line-row">
                  <span>
                    {may('receipt.take') ? (
                      <Link to="/counter" search={{ member: memberId }}>
                        {name} · <span className="nowrap">{memberNumber}</span>
                      </Link>
                    ) : (
                      <Link to="/members/$id" params={{ id: memberId }}>
                        {name} · <span className="nowrap">{memberNumber}</span>
                      </Link>
                    )}
                    <span className="quiet small block">{t('today.admittedOn', { day: format.day(joinedOn) })}</span>
                  </span>
                  <span className="figure">{format.amount(outstanding)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Section>
  );
}
