import { isCalendarDate } from '@kafal/core';
import { phoneText } from '../../shared/format.ts';
import { languageNames, languages } from '../../shared/messages/messages.ts';
import { useSocietyFormat } from '../society.tsx';
import { useKnownWord } from '../words.ts';

const amount = /^-?\d+\.\d{2,}$/;

export const isAmountText = (value: string): boolean => amount.test(value);

/** A value that came as plain text: an amount, a day and a telephone number as people write them, all else as it is. */
export function useShownValue(): (value: string) => string {
  const format = useSocietyFormat();
  const days = useShownDays();
  return (value) => (amount.test(value) ? format.amount(value) : hasDay.test(value) ? days(value) : phoneText(value));
}

const hasDay = /\b\d{4}-\d{2}-\d{2}\b/;

/** A sentence with the days in it as people write them. */
export function useShownDays(): (sentence: string) => string {
  const format = useSocietyFormat();
  return (sentence) =>
    sentence.replace(new RegExp(hasDay, 'g'), (day) => (isCalendarDate(day) ? format.day(day) : day));
}

type KnownWord = ReturnType<typeof useKnownWord>;

/** One of a fixed list: a day of the week, a paper, or a language as it names itself. */
export function choiceWords(known: KnownWord, choice: string): string | undefined {
  const language = languages.find((one) => one === choice);
  if (language !== undefined) return languageNames[language];
  return known(`weekday.${choice}`) ?? known(`file.kind.${choice}`);
}

/** "saturday, sunday" in words; undefined for any other text. */
function listWords(known: KnownWord, value: string): string | undefined {
  const words = value.split(', ').map((choice) => choiceWords(known, choice));
  return words.every((word) => word !== undefined) ? words.join(', ') : undefined;
}

/** The same, and a permission or a list of choices in words. */
export function useRuleValue(): (value: string) => string {
  const known = useKnownWord();
  const shown = useShownValue();
  return (value) => known(`permission.${value}`) ?? listWords(known, value) ?? shown(value);
}
