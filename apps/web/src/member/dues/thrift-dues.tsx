import type { DepositDetail } from '../../shared/answers.ts';
import { isZeroMoney } from '../../shared/format.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { useSocietyFormat } from '../society.tsx';
import { useDueText } from './due-words.ts';

type Thrift = NonNullable<DepositDetail['thrift']>;

/** Whether anything is owed, and every month with what of it is paid. */
export function ThriftDues({ thrift }: { thrift: Thrift }) {
  const t = useDueText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { since, arrears, ahead, dues } = thrift;
  return (
    <section className="stack section" aria-labelledby="thrift-dues">
      <h2 id="thrift-dues">{t('due.thrift')}</h2>
      {since !== null ? (
        <p className="note note-warning">
          {t('due.owes', { amount: shown(format.money(arrears)), day: format.day(since) })}
        </p>
      ) : (
        <p>{t(dues.length === 0 ? 'due.noneYet' : 'due.paidAll')}</p>
      )}
      {!isZeroMoney(ahead) && <p>{t('due.ahead', { amount: shown(format.money(ahead)) })}</p>}
      {dues.length > 0 && (
        <details className="calculator-lines">
          <summary>{t('due.allMonths')}</summary>
          <ul className="list">
            {dues.map(({ dueOn, graceTo, amount, paid }) => (
              <li key={dueOn} className="list-row">
                <span className="list-title">{format.day(dueOn)}</span>
                <span className="list-side">{shown(format.money(amount))}</span>
                <span className="list-note">
                  {paid === amount
                    ? t('due.paidWhole')
                    : isZeroMoney(paid)
                      ? t('due.unpaid', { day: format.day(graceTo) })
                      : t('due.paidPart', { amount: shown(format.money(paid)), day: format.day(graceTo) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
