import { toLatinDigits } from '@kafal/core';
import { type ReactNode, useState } from 'react';
import { readTypedMoney, type TypedMoney } from '../format.ts';
import { useSharedText } from '../messages/use-text.ts';
import { TextField } from './field.tsx';

interface MoneyFieldProps {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  isOptional?: boolean;
  name?: string;
  /** As typed; `readTypedMoney` turns it into the contract's text. */
  value: string;
  onChange: (typed: string) => void;
  currencySign: string;
  decimals: number;
  autoFocus?: boolean;
}

/** Takes digits of either script and commas; says what is wrong once the reader leaves the field. */
export function MoneyField({ value, onChange, currencySign, decimals, problem, ...field }: MoneyFieldProps) {
  const sentence = useMoneyProblem(decimals);
  const [wasLeft, setWasLeft] = useState(false);
  const typed = readTypedMoney(value, decimals);
  const own = wasLeft && !typed.ok && typed.reason !== 'empty' ? sentence(typed) : undefined;
  return (
    <TextField
      {...field}
      value={value}
      problem={problem ?? own}
      inputMode="decimal"
      autoComplete="off"
      maxLength={24}
      prefix={currencySign}
      onBlur={() => setWasLeft(true)}
      onChange={(text) => onChange(toLatinDigits(text))}
    />
  );
}

/** The sentence for what was typed, undefined when it is an amount. */
export function useMoneyProblem(decimals: number): (typed: TypedMoney) => string | undefined {
  const t = useSharedText();
  return (typed) => {
    if (typed.ok) return undefined;
    if (typed.reason === 'empty') return t('field.required');
    if (typed.reason === 'decimals') return t('money.decimals', { count: decimals });
    return t(typed.reason === 'too-large' ? 'money.tooLarge' : 'money.malformed');
  };
}
