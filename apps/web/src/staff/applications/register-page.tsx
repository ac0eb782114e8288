import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { languageNames, languages } from '../../shared/messages/messages.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { ProblemError } from '../../shared/problem.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { RegisterWalkInRequest } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { ChoiceBox, DayBox, TextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { FoundDraft } from '../ui/found-draft.tsx';
import { Page, Section } from '../ui/page.tsx';
import { PhoneBox } from '../ui/phone-box.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useWords } from '../words.ts';
import { NomineeFields } from './nominee-fields.tsx';
import { RegisteredFiles } from './registered-files.tsx';
import {
  isWrongAadhaar,
  isWrongPan,
  missingIn,
  newRegistration,
  type Registration,
  registrationRequest,
  registrationSoFar,
  withoutIdentity,
} from './registration.ts';

const genders = ['female', 'male', 'other'] as const;
const memberClasses = ['regular', 'nominal', 'associate', 'minor', 'institution'] as const;
const accountTypes = ['savings', 'none'] as const;

/** A person who came to the office is written down the way they could have done themselves at home. */
export function RegisterPage() {
  const t = useWords();
  const language = useLanguage();
  const [first] = useState(() => newRegistration(language));
  const [registration, change, forget, wasFound] = useDraft<Registration>('registration', first, withoutIdentity);
  const [wasSent, setWasSent] = useState(false);
  const registering = useMutation({
    mutationFn: (request: RegisterWalkInRequest) => client.post('/api/admin/member-requests', { body: request }),
    onSuccess: async () => {
      forget();
      setWasSent(false);
      await queryClient.invalidateQueries();
    },
  });
  const missing = wasSent ? missingIn(registration) : [];
  const checking = useContractForm('RegisterWalkInBody', registrationSoFar(registration), registering.error);
  const problem = (path: string) =>
    checking.problem(path) ?? (missing.includes(path) ? t('field.required') : undefined);
  const set =
    <Name extends keyof Registration>(name: Name) =>
    (value: Registration[Name]) =>
      change((before) => ({ ...before, [name]: value }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWasSent(true);
    const request = registrationRequest(registration);
    if (request !== undefined && !registering.isPending) registering.mutate(request);
    // The first field that lacks something takes the focus once its sentence stands there.
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const asksPhoneReason =
    registration.phoneSharedReason !== '' ||
    (registering.error instanceof ProblemError &&
      registering.error.fields.some((field) => field.path === 'phoneSharedReason'));

  if (registering.data !== undefined) {
    return (
      <Page
        title={t('register.done', { number: registering.data.trackingNumber })}
        above={<Link to="/applications">{t('nav.applications')}</Link>}
      >
        <Note tone="good">{t('register.doneHow')}</Note>
        <RegisteredFiles trackingNumber={registering.data.trackingNumber} />
        <div className="row">
          <Button renderRoot={(props) => <Link to="/applications" {...props} />}>{t('register.toList')}</Button>
          <Button variant="subtle" onClick={() => registering.reset()}>
            {t('register.another')}
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={t('register.title')}
      above={<Link to="/applications">{t('nav.applications')}</Link>}
      lead={t('register.lead')}
    >
      {wasFound && <FoundDraft onForget={forget} />}
      <Form onSubmit={submit} checking={checking} kept="in-memory">
        <Section title={t('application.person')}>
          <div className="form-grid">
            <TextBox
              label={t('member.name')}
              autoFocus
              value={registration.name}
              onChange={set('name')}
              name="name"
              problem={problem('name')}
            />
            <TextBox
              label={t('member.nameLocal')}
              isOptional
              value={registration.nameLocal}
              onChange={set('nameLocal')}
              name="nameLocal"
              problem={problem('nameLocal')}
            />
            <DayBox
              label={t('member.dateOfBirth')}
              value={registration.dateOfBirth}
              onChange={set('dateOfBirth')}
              name="dateOfBirth"
              problem={problem('dateOfBirth')}
            />
            <ChoiceBox
              label={t('member.gender')}
              value={registration.gender}
              choices={genders.map((gender) => ({ value: gender, label: t(`gender.${gender}`) }))}
              onChange={set('gender')}
              name="gender"
              problem={problem('gender')}
            />
            <TextBox
              label={t('member.parentOrSpouse')}
              isOptional
              value={registration.parentOrSpouseName}
              onChange={set('parentOrSpouseName')}
              name="parentOrSpouseName"
              problem={problem('parentOrSpouseName')}
            />
            <TextBox
              label={t('member.occupation')}
              value={registration.occupation}
              onChange={set('occupation')}
              name="occupation"
              problem={problem('occupation')}
            />
            <ChoiceBox
              label={t('member.class')}
              value={registration.memberClass}
              choices={memberClasses.map((one) => ({ value: one, label: t(`member.class.${one}`) }))}
              onChange={(one) => one !== '' && set('memberClass')(one)}
              name="memberClass"
              problem={problem('memberClass')}
            />
            <ChoiceBox
              label={t('application.account')}
              value={registration.accountType}
              choices={accountTypes.map((one) => ({ value: one, label: t(`application.account.${one}`) }))}
              onChange={(one) => one !== '' && set('accountType')(one)}
              name="accountType"
              problem={problem('accountType')}
            />
            <ChoiceBox
              label={t('member.language')}
              value={registration.language}
              choices={languages.map((one) => ({ value: one, label: languageNames[one] }))}
              onChange={(one) => one !== '' && set('language')(one)}
              name="language"
              problem={problem('language')}
            />
          </div>
        </Section>
        <Section title={t('member.contact')}>
          <div className="form-grid">
            <PhoneBox
              label={t('member.phone')}
              value={registration.phone}
              onChange={set('phone')}
              name="phone"
              problem={problem('phone')}
            />
            <TextBox
              label={t('member.email')}
              type="email"
              isOptional
              maxLength={254}
              value={registration.email}
              onChange={set('email')}
              name="email"
              problem={problem('email')}
            />
            {asksPhoneReason && (
              <TextBox
                label={t('register.phoneShared')}
                hint={t('register.phoneSharedHow')}
                maxLength={200}
                value={registration.phoneSharedReason}
                onChange={set('phoneSharedReason')}
                name="phoneSharedReason"
                problem={problem('phoneSharedReason')}
              />
            )}
            <TextBox
              label={t('member.addressLine')}
              value={registration.addressLine}
              onChange={set('addressLine')}
              name="addressLine"
              problem={problem('addressLine')}
            />
            <TextBox
              label={t('member.locality')}
              value={registration.locality}
              onChange={set('locality')}
              name="locality"
              problem={problem('locality')}
            />
            <TextBox
              label={t('member.district')}
              value={registration.district}
              onChange={set('district')}
              name="district"
              problem={problem('district')}
            />
            <TextBox
              label={t('member.state')}
              value={registration.state}
              onChange={set('state')}
              name="state"
              problem={problem('state')}
            />
            <TextBox
              label={t('member.postalCode')}
              takesDigits
              maxLength={16}
              value={registration.postalCode}
              onChange={set('postalCode')}
              name="postalCode"
              problem={problem('postalCode')}
            />
          </div>
        </Section>
        <Section title={t('member.identity')}>
          <div className="form-grid">
            <TextBox
              label={t('member.pan')}
              isOptional
              isUpperCase
              takesDigits
              maxLength={10}
              value={registration.pan}
              onChange={set('pan')}
              problem={problem('pan') ?? (isWrongPan(registration.pan) ? t('register.panWrong') : undefined)}
            />
            <TextBox
              label={t('member.aadhaar')}
              hint={t('register.aadhaarHow')}
              isOptional
              takesDigits
              inputMode="numeric"
              maxLength={14}
              value={registration.aadhaar}
              onChange={set('aadhaar')}
              problem={
                problem('aadhaar') ?? (isWrongAadhaar(registration.aadhaar) ? t('register.aadhaarWrong') : undefined)
              }
            />
          </div>
        </Section>
        <NomineeFields nominees={registration.nominees} onChange={set('nominees')} problem={problem} />
        <ProblemNote error={registering.error} takesFocus />
        <div className="row">
          <Button type="submit" variant="filled" size="md" loading={registering.isPending}>
            {t('register.submit')}
          </Button>
          <Button variant="subtle" color="gray" onClick={forget}>
            {t('register.clear')}
          </Button>
        </div>
      </Form>
    </Page>
  );
}
