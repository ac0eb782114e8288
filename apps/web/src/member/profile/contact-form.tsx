import { toLatinDigits } from '@kafal/core';
import type { FormEvent } from 'react';
import type { Member } from '../../shared/answers.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useMemberText } from '../member-text.ts';
import { useTyped } from '../typed.ts';
import { useChangeProfile } from './use-change-profile.ts';
import { useProfileForm } from './use-profile-form.ts';

/** Phone, e-mail, address and occupation change at once. */
export function ContactForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const t = useMemberText();
  const [fields, change] = useTyped('contact', () => ({
    phone: member.phone ?? '',
    phoneSharedReason: '',
    email: member.email ?? '',
    addressLine: member.addressLine,
    locality: member.locality,
    district: member.district,
    state: member.state,
    postalCode: member.postalCode,
    occupation: member.occupation,
  }));
  const { phone, phoneSharedReason, email, addressLine, locality, district, state, postalCode, occupation } = fields;
  const act = useChangeProfile(member, onDone);
  const asksReason = phoneSharedReason !== '' || fieldProblem(act.error, 'phoneSharedReason') !== undefined;

  const body = {
    phone: phone.trim(),
    email: email.trim() === '' ? null : email.trim(),
    addressLine,
    locality,
    district,
    state,
    postalCode,
    occupation,
    ...(phoneSharedReason === '' ? {} : { phoneSharedReason }),
  };
  const form = useProfileForm({ body, version: member.version, error: act.error });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act.run(body);
  };

  return (
    <form className="stack" onSubmit={submit} onBlur={form.leave} noValidate aria-labelledby="contact-form">
      <h2 id="contact-form">{t('profile.editContact')}</h2>
      <ProblemNote error={act.error} takesFocus />
      <TextField
        label={t('apply.phone')}
        type="tel"
        autoComplete="tel"
        maxLength={24}
        value={phone}
        onChange={(text) => change({ phone: toLatinDigits(text) })}
        {...form.field('phone')}
      />
      {asksReason && (
        <TextField
          label={t('profile.phoneSharedReason')}
          maxLength={200}
          value={phoneSharedReason}
          onChange={(text) => change({ phoneSharedReason: text })}
          {...form.field('phoneSharedReason')}
        />
      )}
      <TextField
        label={t('apply.email')}
        isOptional
        type="email"
        autoComplete="email"
        maxLength={254}
        value={email}
        onChange={(text) => change({ email: text })}
        {...form.field('email')}
      />
      <TextField
        label={t('apply.addressLine')}
        autoComplete="street-address"
        maxLength={200}
        value={addressLine}
        onChange={(text) => change({ addressLine: text })}
        {...form.field('addressLine')}
      />
      <TextField
        label={t('apply.locality')}
        autoComplete="address-level3"
        maxLength={120}
        value={locality}
        onChange={(text) => change({ locality: text })}
        {...form.field('locality')}
      />
      <TextField
        label={t('apply.district')}
        autoComplete="address-level2"
        maxLength={80}
        value={district}
        onChange={(text) => change({ district: text })}
        {...form.field('district')}
      />
      <TextField
        label={t('apply.state')}
        autoComplete="address-level1"
        maxLength={80}
        value={state}
        onChange={(text) => change({ state: text })}
        {...form.field('state')}
      />
      <TextField
        label={t('apply.postalCode')}
        autoComplete="postal-code"
        maxLength={16}
        value={postalCode}
        onChange={(text) => change({ postalCode: toLatinDigits(text) })}
        {...form.field('postalCode')}
      />
      <TextField
        label={t('apply.occupation')}
        maxLength={80}
        value={occupation}
        onChange={(text) => change({ occupation: text })}
        {...form.field('occupation')}
      />
      <div className="row">
        <Button type="submit" look="filled" isBusy={act.isBusy}>
          {t('profile.save')}
        </Button>
        <Button onClick={onDone}>{t('act.cancel')}</Button>
      </div>
    </form>
  );
}
