import { DateField } from '../shared/ui/date-field.tsx';
import { TextAreaField, TextField } from '../shared/ui/field.tsx';
import { LogoField } from './logo-field.tsx';
import { useSetupText } from './setup-text.ts';
import type { StepProps } from './setup-wizard.tsx';

export function SocietyStep({ answers, onChange, problem }: StepProps) {
  const t = useSetupText();
  return (
    <>
      <TextField
        label={t('society.name')}
        hint={t('society.nameHint')}
        autoComplete="organization"
        maxLength={160}
        value={answers.name}
        onChange={(name) => onChange({ name })}
        problem={problem('society.name')}
      />
      <TextField
        label={t('society.nameLocal')}
        hint={t('society.nameLocalHint')}
        isOptional
        maxLength={160}
        value={answers.nameLocal}
        onChange={(nameLocal) => onChange({ nameLocal })}
        problem={problem('society.nameLocal')}
      />
      <TextField
        label={t('society.registrationNumber')}
        hint={t('society.registrationHint')}
        autoComplete="off"
        maxLength={80}
        value={answers.registrationNumber}
        onChange={(registrationNumber) => onChange({ registrationNumber })}
        problem={problem('society.registrationNumber')}
      />
      <DateField
        label={t('society.registeredOn')}
        hint={t('society.registeredHint')}
        isOptional
        value={answers.registeredOn}
        onChange={(registeredOn) => onChange({ registeredOn })}
        problem={problem('society.registeredOn')}
      />
      <TextAreaField
        label={t('society.address')}
        hint={t('society.addressHint')}
        autoComplete="street-address"
        maxLength={400}
        value={answers.address}
        onChange={(address) => onChange({ address: address.replace(/\n+/g, ', ') })}
        problem={problem('society.address')}
      />
      <TextField
        label={t('society.phone')}
        hint={t('society.supportHint')}
        isOptional
        type="tel"
        autoComplete="tel"
        maxLength={24}
        value={answers.phone}
        onChange={(phone) => onChange({ phone })}
        problem={problem('society.phone')}
      />
      <TextField
        label={t('society.email')}
        isOptional
        type="email"
        autoComplete="email"
        maxLength={254}
        value={answers.email}
        onChange={(email) => onChange({ email })}
        problem={problem('society.email')}
      />
      <LogoField value={answers.logo} onChange={(logo) => onChange({ logo })} problem={problem('society.logo')} />
    </>
  );
}
