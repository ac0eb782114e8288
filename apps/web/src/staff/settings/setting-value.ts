import { languageNames, languages } from '../../shared/messages/messages.ts';
import type { Setting } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useKnownWord, useWords } from '../words.ts';

/** A language as it names itself. */
export function languageName(code: string): string | undefined {
  const language = languages.find((one) => one === code);
  return language === undefined ? undefined : languageNames[language];
}

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
    if (kind === 'weekdays' || kind === 'languages') {
      return String(value)
        .split(', ')
        .map((one) => known(`weekday.${one}`) ?? languageName(one) ?? one)
        .join(', ');
    }
    return String(value);
  };
}
