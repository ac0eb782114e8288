import { percentText } from '../../shared/format.ts';
import type { TermProduct } from '../answers.ts';
import { useWords } from '../words.ts';

/** What holds if the money is wanted before its day; said before anyone deposits it. */
export function PrematureWords({ product }: { product: Pick<TermProduct, 'lockInDays' | 'prematurePenalty'> }) {
  const t = useWords();
  const { lockInDays, prematurePenalty } = product;
  return (
    <p className="quiet small">
      {/^[0.]+$/.test(prematurePenalty)
        ? t('premature.rate')
        : t('premature.lessPenalty', { penalty: percentText(prematurePenalty) })}
      {lockInDays > 0 && ` ${t('premature.lockIn', { count: lockInDays })}`}
    </p>
  );
}
