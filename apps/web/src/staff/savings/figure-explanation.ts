import { groupDigits } from '@kafal/core';
import { useBasisWords } from '../../shared/basis-words.ts';
import type { EntryFigure, Explanation } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';

/** An interest or a fine of an entry, in the form that every figure is explained in. */
export function useFigureExplanation(): (figure: EntryFigure) => Explanation {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const { grouping } = useThisSociety();
  // More decimals than the money has: it is not money yet.
  const grouped = (text: string) => {
    const [whole = '0', decimals] = text.split('.');
    return `${groupDigits(whole, grouping)}${decimals === undefined ? '' : `.${decimals}`}`;
  };
  return ({ figure, value, lines, rule, versions }) => ({
    figure,
    value,
    lines: lines.map(({ label, balance, value: counted, on }) => ({
      label: balance === null ? label : t('figure.on', { label, balance: grouped(balance) }),
      value: grouped(counted),
      entryId: null,
      on,
    })),
    rule: [
      rule,
      ...versions.map(({ effectiveFrom, legalBasis }) =>
        t('figure.version', { day: format.day(effectiveFrom), basis: basisWords(legalBasis) }),
      ),
    ].join(' '),
  });
}
