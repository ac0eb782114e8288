import type { DepositInterest } from '../../shared/answers.ts';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { useShownMoney } from '../hidden-amounts.ts';
import { useMemberText } from '../member-text.ts';
import { useSocietyFormat } from '../society.tsx';

export type ShownTax = Omit<DepositInterest['taxes'][number], 'entryId' | 'postedOn'>;

/** How the tax on an interest came about; nothing where the society withholds none. */
export function TaxLines({ tax }: { tax: ShownTax | undefined }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  if (tax === undefined || tax.reason === 'none') return null;
  const rows: readonly (readonly [label: string, amount: string])[] = [
    ...(tax.reason === 'every-credit' ? [] : ([[t('interest.taxSoFar'), tax.interestSoFar]] as const)),
    ...(tax.threshold === null ? [] : ([[t('interest.taxUntaxed'), tax.threshold]] as const)),
    ...(isZeroMoney(tax.due) ? [] : ([[t('interest.taxDue', { rate: percentText(tax.rate) }), tax.due]] as const)),
    ...(isZeroMoney(tax.taxBefore) ? [] : ([[t('interest.taxBefore'), tax.taxBefore]] as const)),
    ...(isZeroMoney(tax.left) ? [] : ([[t('interest.taxLeft'), tax.left]] as const)),
  ];
  return (
    <section className="stack" aria-labelledby="tax-lines">
      <h2 id="tax-lines">{t('interest.taxTitle')}</h2>
      {tax.reason === 'declared' && <p>{t('interest.taxDeclared')}</p>}
      <ul className="list">
        {rows.map(([label, amount]) => (
          <li key={label} className="list-row">
            <span className="list-title">{label}</span>
            <span className="list-side">{shown(format.money(amount))}</span>
          </li>
        ))}
        <li className="list-row list-total">
          <span className="list-title">{t('interest.taxWithheld')}</span>
          <span className="list-side">{shown(format.money(tax.tax))}</span>
        </li>
      </ul>
    </section>
  );
}
