import { toLatinDigits } from '@kafal/core';
import { TextField } from '../../shared/ui/field.tsx';
import { useMemberText } from '../member-text.ts';
import type { StepProps } from './application-form.tsx';

export function AddressStep({ draft, onChange, problem }: StepProps) {
  const t = useMemberText();
  return (
    <>
      <TextField
        label={t('apply.addressLine')}
        hint={t('apply.addressHint')}
        autoComplete="street-address"
        maxLength={200}
        value={draft.addressLine}
        onChange={(addressLine) => onChange({ addressLine })}
        name="addressLine"
        problem={problem('addressLine')}
      />
      <TextField
        label={t('apply.locality')}
        autoComplete="address-level3"
        maxLength={120}
        value={draft.locality}
        onChange={(locality) => onChange({ locality })}
        name="locality"
        problem={problem('locality')}
      />
      <TextField
        label={t('apply.district')}
        autoComplete="address-level2"
        maxLength={80}
        value={draft.district}
        onChange={(district) => onChange({ district })}
        name="district"
        problem={problem('district')}
      />
      <TextField
        label={t('apply.state')}
        autoComplete="address-level1"
        maxLength={80}
        value={draft.state}
        onChange={(state) => onChange({ state })}
        name="state"
        problem={problem('state')}
      />
      <TextField
        label={t('apply.postalCode')}
        autoComplete="postal-code"
        maxLength={16}
        value={draft.postalCode}
        onChange={(postalCode) => onChange({ postalCode: toLatinDigits(postalCode) })}
        name="postalCode"
        problem={problem('postalCode')}
      />
    </>
  );
}
