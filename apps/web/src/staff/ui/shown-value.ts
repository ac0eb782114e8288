import { isCalendarDate } from '@kafal/core';
import { useSocietyFormat } from '../society.tsx';
import { useKnownWord } from '../words.ts';

const amount = /^-?\d+\.\d{2,}$/;

/** A value that came as plain text: an amount and a day as this society writes them, everything else as it is. */
export function useShownValue(): (value: string) => string {
  const format = useSocietyFormat();
  return (value) => (amount.test(value) ? format.amount(value) : isCalendarDate(value) ? format.dayLong(value) : value);
}

/** The same, and a permission in words. */
export function useRuleValue(): (value: string) => string {
  const known = useKnownWord();
  const shown = useShownValue();
  return (value) => known(`permission.${value}`) ?? shown(value);
}
