import { toLatinDigits } from '@kafal/core';
import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, type Ref, useState } from 'react';
import { readTypedMoney } from '../../shared/format.ts';
import { useMoneyProblem } from '../../shared/ui/money-field.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';
import { useShownDays } from './shown-value.ts';
import { useTypedDay } from './typed-day-state.ts';

// The fields of the staff screens. Each says its label above, its hint and what is wrong with it below; digits may be
// typed in either script.

interface Frame {
  label: ReactNode;
  /** The name that the server has for it, by which a form knows which field was left. */
  name?: string;
  hint?: ReactNode;
  problem?: string | undefined;
  isOptional?: boolean;
  isDisabled?: boolean;
}

export interface TextBoxProps extends Frame {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'search';
  inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  autoComplete?: string;
  maxLength?: number;
  isUpperCase?: boolean;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** For fields of digits alone: numbers of phones, accounts, identity papers. */
  takesDigits?: boolean;
  onLeave?: () => void;
  /** The id of what is offered to choose from. */
  list?: string;
}

export function TextBox(props: TextBoxProps) {
  const {
    value,
    onChange,
    isUpperCase,
    takesDigits,
    onLeave,
    inputRef,
    label,
    hint,
    problem,
    isOptional,
    isDisabled,
    autoComplete,
    ...input
  } = props;
  return (
    <TextInput
      {...input}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      label={<Label words={label} isOptional={isOptional} />}
      description={hint}
      error={problem}
      disabled={isDisabled === true}
      autoComplete={autoComplete ?? 'off'}
      value={value}
      onBlur={() => onLeave?.()}
      onChange={(event) => {
        const text = takesDigits === true ? toLatinDigits(event.currentTarget.value) : event.currentTarget.value;
        onChange(isUpperCase === true ? text.toUpperCase() : text);
      }}
    />
  );
}

/** An absent name is no name, and not an empty one. */
const named = (name: string | undefined) => (name === undefined ? {} : { name });

function Label({ words, isOptional }: { words: ReactNode; isOptional: boolean | undefined }) {
  const t = useWords();
  if (isOptional !== true) return words;
  return (
    <>
      {words} <span className="quiet">({t('field.optional')})</span>
    </>
  );
}

interface LongTextBoxProps extends Frame {
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  autoFocus?: boolean;
  rows?: number;
}

export function LongTextBox({
  value,
  onChange,
  label,
  hint,
  problem,
  isOptional,
  rows = 3,
  ...input
}: LongTextBoxProps) {
  return (
    <Textarea
      {...input}
      label={<Label words={label} isOptional={isOptional} />}
      description={hint}
      error={problem}
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface PasswordBoxProps extends Frame {
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  autoFocus?: boolean;
}

export function PasswordBox({ value, onChange, autoComplete, label, hint, problem, autoFocus }: PasswordBoxProps) {
  const t = useWords();
  return (
    <PasswordInput
      label={label}
      description={hint}
      error={problem}
      autoComplete={autoComplete}
      name={autoComplete}
      autoFocus={autoFocus === true}
      value={value}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface MoneyBoxProps extends Frame {
  /** As typed; `readTypedMoney` turns it into the contract's text. */
  value: string;
  onChange: (typed: string) => void;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  ariaLabel?: string;
}

export function MoneyBox({
  name,
  value,
  onChange,
  label,
  hint,
  problem,
  isOptional,
  isDisabled,
  autoFocus,
  inputRef,
  ariaLabel,
}: MoneyBoxProps) {
  const { decimals } = useThisSociety();
  const { currencySign } = useSocietyFormat();
  const sentence = useMoneyProblem(decimals);
  const [wasLeft, setWasLeft] = useState(false);
  const typed = readTypedMoney(value, decimals);
  const own = wasLeft && !typed.ok && typed.reason !== 'empty' ? sentence(typed) : undefined;
  return (
    <TextInput
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      {...named(name)}
      label={label === undefined || label === '' ? undefined : <Label words={label} isOptional={isOptional} />}
      description={hint}
      error={problem ?? own}
      disabled={isDisabled === true}
      autoFocus={autoFocus === true}
      className="money-box"
      inputMode="decimal"
      autoComplete="off"
      maxLength={24}
      leftSection={<span className="money-sign">{currencySign}</span>}
      leftSectionPointerEvents="none"
      value={value}
      onBlur={() => setWasLeft(true)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => onChange(toLatinDigits(event.currentTarget.value))}
    />
  );
}

interface DayBoxProps extends Frame {
  /** ISO text, or '' while there is no whole day. */
  value: string;
  onChange: (value: string) => void;
}

/** A day typed as people write it here, 22-11-2026; blanks, dots and strokes will do, and digits of either script. */
export function DayBox({ name, value, onChange, label, hint, problem, isOptional, isDisabled }: DayBoxProps) {
  const t = useWords();
  const { calendar } = useThisSociety();
  const format = useSocietyFormat();
  const days = useShownDays();
  const { shown, problem: own, type, leave } = useTypedDay(value, onChange);
  const bikramSambat = calendar === 'BS' && value !== '' ? format.day(value) : undefined;
  return (
    <TextInput
      {...named(name)}
      label={<Label words={label} isOptional={isOptional} />}
      description={hint ?? bikramSambat}
      error={problem === undefined ? own : days(problem)}
      disabled={isDisabled === true}
      className="day-box"
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('field.dayExample')}
      maxLength={12}
      value={shown}
      onBlur={leave}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

interface ChoiceBoxProps<Value extends string> extends Frame {
  value: Value | '';
  choices: readonly Choice<Value>[];
  onChange: (value: Value | '') => void;
  /** The words for no choice at all ("All"); without it a choice must be made. */
  none?: string;
}

export function ChoiceBox<Value extends string>({
  name,
  value,
  choices,
  onChange,
  none,
  label,
  hint,
  problem,
  isOptional,
  isDisabled,
}: ChoiceBoxProps<Value>) {
  const t = useWords();
  return (
    <NativeSelect
      {...named(name)}
      label={<Label words={label} isOptional={isOptional} />}
      description={hint}
      error={problem}
      disabled={isDisabled === true}
      value={value}
      onChange={(event) => onChange(choices.find((choice) => choice.value === event.currentTarget.value)?.value ?? '')}
    >
      {none !== undefined && <option value="">{none}</option>}
      {none === undefined && value === '' && <option value="">{t('field.choose')}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </NativeSelect>
  );
}

interface TickBoxProps {
  label: ReactNode;
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
  problem?: string | undefined;
  isDisabled?: boolean;
}

export function TickBox({ label, isTicked, onChange, problem, isDisabled }: TickBoxProps) {
  return (
    <Checkbox
      label={label}
      checked={isTicked}
      error={problem}
      disabled={isDisabled === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
