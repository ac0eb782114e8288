import { Link } from '@tanstack/react-router';
import { BarList } from '../../shared/ui/charts/bar-list.tsx';
import { useSocietyFormat } from '../society.tsx';
import { Glow } from '../ui/glow.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useApplicationAges } from './today-queries.ts';

/** How long applicants have been waiting; each bar opens to those it counts. */
export function ApplicationAges() {
  const t = useWords();
  const format = useSocietyFormat();
  const ages = useApplicationAges();
  return (
    <Section title={t('today.ages')}>
      <Answered query={ages}>
        {(found) =>
          found.total === 0 ? (
            <p className="quiet">{t('today.agesNone')}</p>
          ) : (
            <BarList
              name={t('today.ages')}
              rows={found.ages.map(({ age, submittedFrom, submittedTo, count }) => ({
                key: age,
                label: (
                  <Link
                    to="/applications"
                    search={{
                      status: 'submitted',
                      ...(submittedFrom === null ? {} : { from: submittedFrom }),
                      to: submittedTo,
                    }}
                  >
                    {t(`today.age.${age}`)}
                  </Link>
                ),
                value: count,
                figure: <Glow value={count}>{count === 0 ? '–' : format.count(count)}</Glow>,
              }))}
            />
          )
        }
      </Answered>
    </Section>
  );
}
