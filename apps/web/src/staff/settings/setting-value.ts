import { isCalendarDate } from '@kafal/core';
import { useQuery } from '@tanstack/react-query';
import type { Format } from '../../shared/format.ts';
import type { Setting } from '../answers.ts';
import { accountsQuery } from '../books/book-queries.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { choiceWords } from '../ui/shown-value.ts';
import { useKnownWord, useWords } from '../words.ts';

export const percentWords = (rate: string) => `${rate} %`;

type Valued = Pick<Setting, 'name' | 'kind' | 'value'>;

/** A value in words: an amount as money, a yes as a yes, an account with its name, nothing as a dash. */
export function useSettingValue(): (setting: Valued) => string {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const may = useMay();
  const accounts = useQuery({ ...accountsQuery, enabled: may('books.read') });
  return ({ name, kind, value }) => {
    if (value === null || value === '') return '–';
    if (kind === 'flag') return value === true ? t('settings.yes') : t('settings.no');
    if (kind === 'money' && typeof value === 'string') return format.money(value);
    if (kind === 'days-before') return t('settings.daysBefore', { days: String(value) });
    if (kind === 'percent') return percentWords(String(value));
    if (kind === 'choice') return known(`settings.choice.${value}`) ?? String(value);
    if (kind === 'weekdays' || kind === 'languages' || kind === 'papers') {
      return String(value)
        .split(', ')
        .map((one) => choiceWords(known, one) ?? one)
        .join(', ');
    }
    if (typeof value === 'number') {
      if (name.endsWith('Kilobytes')) return t('settings.kilobytes', { count: value });
      if (name.endsWith('Megabytes')) return t('settings.megabytes', { count: value });
      return format.count(value);
    }
    const text = String(value);
    if (name === 'calendar.financialYearStart') return yearStartWords(text, format);
    if (kind === 'text' && isCalendarDate(text)) return format.day(text);
    const account = name.startsWith('accounts.') && accounts.data?.items.find(({ code }) => code === text);
    return account ? `${text} · ${account.name}` : text;
  };
}

/** "1 Apr" of "04-01"; the year of the other calendar is kept by the name of its month. */
function yearStartWords(kept: string, format: Format): string {
  const day = `2026-${kept}`;
  return isCalendarDate(day) ? format.ownDayShort(day) : kept;
}
