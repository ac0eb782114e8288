import { isZeroMoney } from '../../shared/format.ts';
import type { BankReconciliation } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** Every line by what became of it, as a picture and as figures. */
export function LinesByStatus({ byStatus }: { byStatus: BankReconciliation['byStatus'] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const all = byStatus.reduce((total, { lines }) => total + lines, 0);
  return (
    <ul className="lines" aria-label={t('bank.accounted')}>
      {byStatus.map(({ status, lines, amount }) => (
        <li key={status} className="line-row bank-share">
          <span>
            {t(`bank.status.${status}`)} · {t('bank.count', { count: lines })}
          </span>
          <span className="figure">{format.amount(amount)}</span>
          <span className="bank-bar" aria-hidden="true">
            <span className={`bank-bar-${status}`} style={{ inlineSize: `${(100 * lines) / Math.max(1, all)}%` }} />
          </span>
        </li>
      ))}
      <li className="line-row line-total">
        <span>{t('bank.all')}</span>
        <span className="figure">{t('bank.count', { count: all })}</span>
      </li>
    </ul>
  );
}

/** What the two accounts between the bank and the members hold, and whether lines and receipts say the same. */
export function AccountsBetween({ picture }: { picture: BankReconciliation }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { clearing, unidentified } = picture;
  const isWhole = isZeroMoney(clearing.other) && isZeroMoney(unidentified.other);
  return (
    <section className="stack" aria-labelledby="between">
      <h2 id="between">{t('bank.between')}</h2>
      <Facts
        facts={[
          [t('bank.clearing', { code: clearing.accountCode }), format.money(clearing.balance)],
          [t('bank.onTheWay', { count: clearing.onTheWay.lines }), format.money(clearing.onTheWay.amount)],
          [t('bank.unidentified', { code: unidentified.accountCode }), format.money(unidentified.balance)],
          [t('bank.open', { count: unidentified.open.lines }), format.money(unidentified.open.amount)],
        ]}
      />
      {isWhole ? (
        <Note tone="good">{t('bank.whole')}</Note>
      ) : (
        // Surplus of tills and rows of sheets that nobody can be paid by stand on the second account too.
        <Note tone={isZeroMoney(clearing.other) ? 'info' : 'warning'}>
          {t('bank.notWhole', {
            clearing: format.money(clearing.other),
            unidentified: format.money(unidentified.other),
          })}
        </Note>
      )}
    </section>
  );
}
