import { toLatinDigits } from '@kafal/core';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { dayAsTyped, readTypedDay } from './typed-day.ts';

/** What stands in a box for a day while somebody types, and what is wrong with it once they leave. */
export function useTypedDay(value: string, onChange: (iso: string) => void) {
  const t = useWords();
  const [typed, setTyped] = useState(() => dayAsTyped(value));
  const [wasLeft, setWasLeft] = useState(false);
  const [told, setTold] = useState(value);
  // A value that came from outside (a cleared filter, a preset, a view) wins over what stands in the box.
  const isForeign = value !== told;
  const shown = isForeign ? dayAsTyped(value) : typed;
  const isWrong = wasLeft && shown.trim() !== '' && readTypedDay(shown) === undefined;
  return {
    shown,
    problem: isWrong ? t('field.dayForm') : undefined,
    type: (text: string) => {
      const latin = toLatinDigits(text);
      const iso = readTypedDay(latin) ?? '';
      setTyped(latin);
      setTold(iso);
      onChange(iso);
    },
    leave: () => {
      setWasLeft(true);
      const read = readTypedDay(shown);
      if (read !== undefined) setTyped(dayAsTyped(read));
    },
  };
}
