import { toLatinDigits } from '@kafal/core';
import { type ReactNode, useId } from 'react';
import type { Slots } from '../../shared/messages/messages.ts';
import { useWords } from '../words.ts';
import type { Choice } from './fields.tsx';
import { useTypedDay } from './typed-day-state.ts';
import { useSettledText } from './use-settled-text.ts';

// What a list shows, said as a clerk would say it, with the choices inside: "Active members in Rajpur, by name". On
// paper the same words stand as the list's heading.

/** Parts the words from the places of the choices; nobody can type it. */
const SEAM = '\u2063';

interface SentenceProps<Name extends string> {
  words: (slots: Slots) => string;
  parts: Readonly<Record<Name, ReactNode>>;
}

export function Sentence<Name extends string>({ words, parts }: SentenceProps<Name>) {
  const places = Object.fromEntries(Object.keys(parts).map((name) => [name, `${SEAM}${name}${SEAM}`]));
  const known: Readonly<Record<string, ReactNode>> = parts;
  return (
    <p className="sentence">
      {words(places)
        .split(SEAM)
        .map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence keep their places.
          <span key={index}>{index % 2 === 1 ? known[piece] : piece}</span>
        ))}
    </p>
  );
}

interface SentenceChoiceProps<Value extends string> {
  label: string;
  value: Value | '';
  choices: readonly Choice<Value>[];
  /** The words for no choice at all ("all"). */
  none?: string;
  onChange: (value: Value | '') => void;
}

export function SentenceChoice<Value extends string>({
  label,
  value,
  choices,
  none,
  onChange,
}: SentenceChoiceProps<Value>) {
  return (
    <select
      className="sentence-choice"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(choices.find((choice) => choice.value === event.currentTarget.value)?.value ?? '')}
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface SentenceTextProps {
  label: string;
  value: string;
  /** What stands there while nothing is asked ("any place"). */
  none: string;
  onChange: (value: string) => void;
}

export function SentenceText({ label, value, none, onChange }: SentenceTextProps) {
  const { text, type } = useSettledText(value, onChange);
  return (
    <input
      className="sentence-choice"
      aria-label={label}
      placeholder={none}
      autoComplete="off"
      maxLength={80}
      value={text}
      onChange={(event) => type(toLatinDigits(event.currentTarget.value))}
    />
  );
}

interface SentenceDayProps {
  label: string;
  /** ISO text, or '' for any day. */
  value: string;
  none: string;
  onChange: (value: string) => void;
}

/** A day as people type it; whoever writes nonsense is told beside it. */
export function SentenceDay({ label, value, none, onChange }: SentenceDayProps) {
  const id = useId();
  const { shown, problem, type, leave } = useTypedDay(value, onChange);
  return (
    <>
      <input
        className="sentence-choice sentence-day"
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        placeholder={none}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={shown}
        onBlur={leave}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <span id={id} className="field-problem small">
          {' '}
          {problem}
        </span>
      )}
    </>
  );
}

/** "Active" is "active" inside a sentence; "UPI" stays as it is. Scripts without small letters are not touched. */
export function inSentence(word: string): string {
  const isAcronym = /^\p{Lu}{2}/u.test(word);
  return isAcronym ? word : word.slice(0, 1).toLowerCase() + word.slice(1);
}

interface Period {
  from: string | undefined;
  to: string | undefined;
}

/** The two places of "from … to …" in a sentence; without a day they say "the beginning" and "today". */
export function usePeriodParts(
  period: Period,
  onChange: (change: { from?: string; to?: string }) => void,
): Record<'from' | 'to', ReactNode> {
  const t = useWords();
  return {
    from: (
      <SentenceDay
        label={t('list.from')}
        none={t('list.fromStart')}
        value={period.from ?? ''}
        onChange={(from) => onChange({ from })}
      />
    ),
    to: (
      <SentenceDay
        label={t('list.to')}
        none={t('list.toToday')}
        value={period.to ?? ''}
        onChange={(to) => onChange({ to })}
      />
    ),
  };
}
