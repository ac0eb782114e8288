import { isZeroMoney, percentText } from '../../shared/format.ts';
import type { DepositProduct } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';

/** What somebody who opens an account of this kind is told beforehand. */
export function ProductWords({ product }: { product: DepositProduct }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { interestRule, annualRate, minimumBalance, minimumDeposit, withdrawal } = product;
  return (
    <ul className="lines small">
      <li>
        {interestRule === 'none' ? t('product.noInterest') : t('product.earns', { rate: percentText(annualRate) })}
      </li>
      <li>{t('product.paidOut', { when: t(`product.withdrawal.${withdrawal}`) })}</li>
      {!isZeroMoney(minimumBalance) && <li>{t('product.keeps', { amount: format.money(minimumBalance) })}</li>}
      {!isZeroMoney(minimumDeposit) && <li>{t('product.least', { amount: format.money(minimumDeposit) })}</li>}
    </ul>
  );
}
