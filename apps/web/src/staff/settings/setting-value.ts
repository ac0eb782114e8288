import { isCalendarDate } from '@kafal/core';
import type { Setting } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { choiceWords } from '../ui/shown-value.ts';
import { useKnownWord, useWords } from '../words.ts';

export const percentWords = (rate: string) => `${rate} %`;

type Valued = Pick<Setting, 'kind' | 'value'>;

/** A value in words: an amount as money, a yes as a yes, nothing as a dash. */
export function useSettingValue(): (setting: Valued) => string {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  return ({ kind, value }) => {
    if (value === null || value === '') return '–';
    if (kind === 'flag') return value === true ? t('settings.yes') : t('settings.no');
    if (kind === 'money' && typeof value === 'string') return format.money(value);
    if (kind === 'percent') return percentWords(String(value));
    if (kind === 'choice') return known(`settings.choice.${value}`) ?? String(value);
    if (kind === 'weekdays' || kind === 'languages' || kind === 'papers') {
      return String(value)
        .split(', ')
        .map((one) => choiceWords(known, one) ?? one)
        .join(', ');
    }
    if (kind === 'text' && typeof value === 'string' && isCalendarDate(value)) return format.day(value);
    return String(value);
  };
}
