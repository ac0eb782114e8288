import { normalisePhone } from '@kafal/core';
import { useState } from 'react';
import { phoneText } from '../../shared/format.ts';
import { useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';
import { TextBox, type TextBoxProps } from './fields.tsx';

type PhoneBoxProps = Pick<TextBoxProps, 'label' | 'name' | 'hint' | 'problem' | 'isOptional' | 'value' | 'onChange'>;

/** A mobile number with digits of either script; once left it says how the society will keep it, or what is wrong. */
export function PhoneBox({ hint, problem, value, ...box }: PhoneBoxProps) {
  const t = useWords();
  const { phoneCountry } = useThisSociety();
  const [wasLeft, setWasLeft] = useState(false);
  const kept = normalisePhone(value, phoneCountry);
  const isWrong = wasLeft && value.trim() !== '' && kept === undefined;
  return (
    <TextBox
      {...box}
      type="tel"
      takesDigits
      maxLength={24}
      value={value}
      hint={
        hint ??
        (wasLeft && kept !== undefined && kept !== value ? t('field.phoneKept', { phone: phoneText(kept) }) : undefined)
      }
      problem={problem ?? (isWrong ? t(`field.phoneForm.${phoneCountry}`) : undefined)}
      onLeave={() => setWasLeft(true)}
    />
  );
}
