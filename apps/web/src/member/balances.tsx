import type { ActPreview } from '../shared/answers.ts';
import { useShownMoney } from './hidden-amounts.ts';
import { useMemberText } from './member-text.ts';
import { useSocietyFormat } from './society.tsx';

/** What an act would do to each account: before, and after. */
export function Balances({ preview }: { preview: Pick<ActPreview, 'balances'> }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  return (
    <section className="stack" aria-labelledby="balances">
      <h2 id="balances">{t('transfer.balances')}</h2>
      <ul className="list">
        {preview.balances.map((balance) => (
          <li key={balance.label} className="list-row">
            <span className="list-title list-whole">{balance.label}</span>
            <span className="list-side list-whole">
              <span className="visually-hidden">{t('transfer.before')} </span>
              {shown(format.money(balance.before))} <span aria-hidden="true">→</span>
              <span className="visually-hidden">, {t('transfer.after')}</span>{' '}
              <strong>{shown(format.money(balance.after))}</strong>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
