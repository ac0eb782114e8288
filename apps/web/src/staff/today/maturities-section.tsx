import { Link } from '@tanstack/react-router';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useMaturities } from './today-queries.ts';

/** What comes to the end of its term soon, each figure opening its list, and the interest that was credited last. */
export function MaturitiesSection() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const maturities = useMaturities();
  return (
    <Section title={t('today.maturing', { currency })}>
      <Answered query={maturities}>
        {({ maturing, interest }) => (
          <ul className="lines">
            {maturing.map(({ kind, days, until, count, value }) => (
              <li key={`${kind} ${days}`} className="line-row">
                <span>
                  {count === 0 ? (
                    t(`today.maturing.${kind}`, { count, days })
                  ) : (
                    <Link to="/savings" search={{ kind, status: 'active', maturesTo: until, sort: 'maturesOn' }}>
                      {t(`today.maturing.${kind}`, { count, days })}
                    </Link>
                  )}
                  <span className="quiet small block">{t('today.maturingUntil', { day: format.day(until) })}</span>
                </span>
                <span className="figure">{count === 0 ? '–' : format.amount(value)}</span>
              </li>
            ))}
            {interest !== null && (
              <li className="line-row">
                <span>
                  <Link to="/books/day-end/$date" params={{ date: interest.on }}>
                    {t('today.interestCredited', { count: interest.count })}
                  </Link>
                  <span className="quiet small block">{t('today.interestOn', { day: format.day(interest.on) })}</span>
                </span>
                <span className="figure">{format.amount(interest.amount)}</span>
              </li>
            )}
          </ul>
        )}
      </Answered>
    </Section>
  );
}
