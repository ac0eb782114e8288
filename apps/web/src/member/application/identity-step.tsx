import { toLatinDigits } from '@kafal/core';
import { DateField } from '../../shared/ui/date-field.tsx';
import { ChoiceField, TextField } from '../../shared/ui/field.tsx';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';
import type { StepProps } from './application-form.tsx';

export function IdentityStep({ draft, onChange, problem, isCorrection }: StepProps) {
  const t = useMemberText();
  const { phoneCountry } = useThisSociety();
  const numbersHint = isCorrection ? t('apply.numbersKept') : undefined;
  return (
    <>
      <TextField
        label={t('apply.name')}
        hint={t('apply.nameHint')}
        autoComplete="name"
        maxLength={120}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        name="name"
        problem={problem('name')}
      />
      <TextField
        label={t('apply.nameLocal')}
        isOptional
        maxLength={120}
        value={draft.nameLocal}
        onChange={(nameLocal) => onChange({ nameLocal })}
        name="nameLocal"
        problem={problem('nameLocal')}
      />
      <DateField
        label={t('apply.dateOfBirth')}
        hint={t('apply.dateHint')}
        autoComplete="bday"
        value={draft.dateOfBirth}
        onChange={(dateOfBirth) => onChange({ dateOfBirth })}
        name="dateOfBirth"
        problem={problem('dateOfBirth')}
      />
      <ChoiceField
        label={t('apply.gender')}
        value={draft.gender}
        onChange={(gender) => onChange({ gender })}
        choices={[
          { value: 'female', label: t('apply.female') },
          { value: 'male', label: t('apply.male') },
          { value: 'other', label: t('apply.otherGender') },
        ]}
        problem={problem('gender')}
      />
      <TextField
        label={t('apply.parentOrSpouse')}
        isOptional
        maxLength={120}
        value={draft.parentOrSpouseName}
        onChange={(parentOrSpouseName) => onChange({ parentOrSpouseName })}
        name="parentOrSpouseName"
        problem={problem('parentOrSpouseName')}
      />
      <TextField
        label={t('apply.phone')}
        hint={t('apply.phoneHint')}
        type="tel"
        autoComplete="tel"
        maxLength={24}
        value={draft.phone}
        onChange={(phone) => onChange({ phone: toLatinDigits(phone) })}
        name="phone"
        problem={problem('phone')}
      />
      <TextField
        label={t('apply.email')}
        isOptional
        type="email"
        autoComplete="email"
        maxLength={254}
        value={draft.email}
        onChange={(email) => onChange({ email })}
        name="email"
        problem={problem('email')}
      />
      {phoneCountry !== 'INTL' && (
        <TextField
          label={t('apply.pan')}
          {...(numbersHint === undefined ? {} : { hint: numbersHint })}
          isOptional
          isUpperCase
          autoComplete="off"
          maxLength={20}
          value={draft.pan}
          onChange={(pan) => onChange({ pan: toLatinDigits(pan) })}
          name="pan"
          problem={problem('pan')}
        />
      )}
      {phoneCountry === 'IN' && (
        <TextField
          label={t('apply.aadhaar')}
          hint={numbersHint ?? t('apply.aadhaarHint')}
          isOptional
          inputMode="numeric"
          autoComplete="off"
          maxLength={14}
          value={draft.aadhaar}
          onChange={(aadhaar) => onChange({ aadhaar: toLatinDigits(aadhaar) })}
          name="aadhaar"
          problem={problem('aadhaar')}
        />
      )}
    </>
  );
}
