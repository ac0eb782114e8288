import { isCalendarDate, toLatinDigits } from '@kafal/core';
import { type ReactNode, useId, useState } from 'react';
import { useSharedText } from '../messages/use-text.ts';
import { FieldProblem } from './field.tsx';

interface DateFieldProps {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  isOptional?: boolean;
  name?: string;
  /** ISO text, or '' while there is no whole day yet. */
  value: string;
  onChange: (value: string) => void;
  /** `bday` lets the phone fill the three parts. */
  autoComplete?: 'bday';
}

type Part = 'day' | 'month' | 'year';
const parts: readonly { part: Part; length: number }[] = [
  { part: 'day', length: 2 },
  { part: 'month', length: 2 },
  { part: 'year', length: 4 },
];

/**
 * A day in three small boxes: the order of the society's country, whatever the browser's own picker would show, and a
 * birth year without leafing through decades. Digits of either script.
 */
export function DateField({ label, hint, problem, isOptional, name, value, onChange, autoComplete }: DateFieldProps) {
  const t = useSharedText();
  const id = useId();
  const [typed, setTyped] = useState(() => partsOf(value));
  const [wasLeft, setWasLeft] = useState(false);
  // A value that came from outside (a preset, an application sent back) wins over what stands in the boxes.
  const shown = value !== '' && value !== isoOf(typed) ? partsOf(value) : typed;
  const isWhole = shown.day !== '' && shown.month !== '' && shown.year.length === 4;
  const own = wasLeft && isWhole && !isCalendarDate(isoOf(shown)) ? t('date.malformed') : undefined;
  const shownProblem = problem ?? own;
  const problemId = shownProblem === undefined ? undefined : `${id}-problem`;

  const change = (part: Part, text: string) => {
    const next = { ...shown, [part]: toLatinDigits(text).replace(/\D/g, '') };
    const iso = isoOf(next);
    setTyped(next);
    onChange(isCalendarDate(iso) ? iso : '');
  };

  return (
    <fieldset className="field date" aria-describedby={problemId}>
      <legend className="field-label">
        {label} {isOptional === true && <span className="field-optional">({t('field.optional')})</span>}
      </legend>
      {hint !== undefined && <div className="field-hint">{hint}</div>}
      <div className="date-parts">
        {parts.map(({ part, length }) => (
          <label key={part} className={`date-part date-${part}`}>
            <span>{t(`date.${part}`)}</span>
            <input
              className="field-input"
              name={name}
              inputMode="numeric"
              maxLength={length}
              autoComplete={autoComplete === undefined ? 'off' : `${autoComplete}-${part}`}
              aria-invalid={shownProblem === undefined ? undefined : true}
              value={shown[part]}
              onBlur={() => setWasLeft(true)}
              onChange={(event) => change(part, event.target.value)}
            />
          </label>
        ))}
      </div>
      <FieldProblem id={problemId} problem={shownProblem} />
    </fieldset>
  );
}

function partsOf(iso: string): Record<Part, string> {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { day, month, year };
}

function isoOf({ day, month, year }: Record<Part, string>): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
