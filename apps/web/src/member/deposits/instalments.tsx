import { Link } from 'wouter';
import type { TermPlan } from '../../shared/answers.ts';
import type { Term } from '../../shared/plan-growth.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useTermText } from './term-words.ts';

/** How many are paid, what comes next, and every one with its state. */
export function Instalments({ term, plan }: { term: Term; plan: TermPlan }) {
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { businessDate } = useThisSociety();
  const paid = plan.instalments.filter(({ paidOn }) => paidOn !== null).length;
  const next = plan.instalments.find(({ paidOn }) => paidOn === null);
  const isLate = (day: string) => businessDate !== null && day < businessDate;
  // A due day on a holiday moves to a working day.
  const nextOn = next?.movesTo ?? next?.dueOn ?? '';
  return (
    <section className="stack section" aria-labelledby="instalments">
      <h2 id="instalments">{t('term.instalments', { paid, count: plan.instalments.length })}</h2>
      {term.instalments?.isIrregular === true && <p className="note note-warning">{t('term.irregular')}</p>}
      {next !== undefined && (
        <p className={isLate(nextOn) ? 'note note-warning' : undefined}>
          {t(isLate(nextOn) ? 'term.nextLate' : 'term.nextDue', {
            amount: shown(format.money(term.amount)),
            day: format.day(nextOn),
          })}
        </p>
      )}
      <details className="calculator-lines">
        <summary>{t('term.allInstalments')}</summary>
        <ul className="list">
          {plan.instalments.map(({ number, dueOn, movesTo, amount, paidOn, entryId, missedOn }) => (
            <li key={number} className="list-row">
              <span className="list-title">{t('term.instalmentNumber', { number })}</span>
              <span className="list-side">{shown(format.money(amount))}</span>
              <span className="list-note">
                {paidOn === null ? (
                  t(missedOn !== null ? 'term.missed' : isLate(movesTo ?? dueOn) ? 'term.lateSince' : 'term.dueOn', {
                    day: format.day(movesTo ?? dueOn),
                  })
                ) : entryId === null ? (
                  t('term.paidOn', { day: format.day(paidOn) })
                ) : (
                  <Link href={`/entries/${entryId}`}>{t('term.paidOn', { day: format.day(paidOn) })}</Link>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
