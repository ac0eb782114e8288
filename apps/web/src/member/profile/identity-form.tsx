import type { FormEvent } from 'react';
import type { Member } from '../../shared/answers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DateField } from '../../shared/ui/date-field.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';
import { useTyped } from '../typed.ts';
import { useChangeProfile } from './use-change-profile.ts';
import { useProfileForm } from './use-profile-form.ts';

/** Name, birth date, PAN and bank details: asked for here, confirmed by the office. */
export function IdentityForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const t = useMemberText();
  const { phoneCountry } = useThisSociety();
  const [fields, change] = useTyped('identity', () => ({
    name: member.name,
    nameLocal: member.nameLocal ?? '',
    dateOfBirth: member.dateOfBirth,
    pan: '',
    accountNumber: '',
    ifsc: '',
    accountName: '',
  }));
  const { name, nameLocal, dateOfBirth, pan, accountNumber, ifsc, accountName } = fields;
  const act = useChangeProfile(member, onDone);
  const hasBank = accountNumber !== '' || ifsc !== '' || accountName !== '';

  const body = {
    name,
    ...(nameLocal === '' ? {} : { nameLocal }),
    ...(dateOfBirth === '' ? {} : { dateOfBirth }),
    ...(pan === '' ? {} : { pan: pan.trim() }),
    ...(hasBank ? { bankDetails: { accountNumber: accountNumber.trim(), ifsc: ifsc.trim(), accountName } } : {}),
  };
  const form = useProfileForm({ body, version: member.version, error: act.error });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act.run(body);
  };

  return (
    <form className="stack" onSubmit={submit} onBlur={form.leave} noValidate aria-labelledby="identity-form">
      <h2 id="identity-form">{t('profile.requestChange')}</h2>
      <p className="quiet">{t('profile.requestHow')}</p>
      <ProblemNote error={act.error} takesFocus />
      <TextField
        label={t('apply.name')}
        maxLength={120}
        value={name}
        onChange={(text) => change({ name: text })}
        {...form.field('name')}
      />
      <TextField
        label={t('apply.nameLocal')}
        isOptional
        maxLength={120}
        value={nameLocal}
        onChange={(text) => change({ nameLocal: text })}
        {...form.field('nameLocal')}
      />
      <DateField
        label={t('apply.dateOfBirth')}
        value={dateOfBirth}
        onChange={(text) => change({ dateOfBirth: text })}
        {...form.field('dateOfBirth')}
      />
      {phoneCountry !== 'INTL' && (
        <TextField
          label={t('profile.newPan')}
          isOptional
          isUpperCase
          maxLength={20}
          autoComplete="off"
          value={pan}
          onChange={(text) => change({ pan: text })}
          {...form.field('pan')}
        />
      )}
      {phoneCountry === 'IN' && (
        <fieldset className="stack">
          <legend className="field-label">{t('profile.newBank')}</legend>
          <TextField
            label={t('profile.bankAccount')}
            isOptional
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={accountNumber}
            onChange={(text) => change({ accountNumber: text })}
            {...form.field('bankDetails.accountNumber')}
          />
          <TextField
            label={t('profile.bankIfsc')}
            isOptional
            isUpperCase
            autoComplete="off"
            maxLength={11}
            value={ifsc}
            onChange={(text) => change({ ifsc: text })}
            {...form.field('bankDetails.ifsc')}
          />
          <TextField
            label={t('profile.bankAccountName')}
            isOptional
            autoComplete="off"
            maxLength={120}
            value={accountName}
            onChange={(text) => change({ accountName: text })}
            {...form.field('bankDetails.accountName')}
          />
        </fieldset>
      )}
      <div className="row">
        <Button type="submit" look="filled" isBusy={act.isBusy}>
          {t('profile.sendRequest')}
        </Button>
        <Button onClick={onDone}>{t('act.cancel')}</Button>
      </div>
    </form>
  );
}
