import { isIfsc, isPan } from '@kafal/core';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { languageNames, languages } from '../../shared/messages/messages.ts';
import { ProblemError } from '../../shared/problem.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { ChangeProfileRequest, Member } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { ChoiceBox, DayBox, TextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { PhoneBox } from '../ui/phone-box.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { useKnownWord, useWords } from '../words.ts';
import { useMember } from './member-queries.ts';

const route = getRouteApi('/members/$id/details');

export function ChangeDetailsPage() {
  const t = useWords();
  const { id } = route.useParams();
  const member = useMember(id);
  return (
    <Page
      title={member.data === undefined ? t('member.changeDetails') : t('details.title', { name: member.data.name })}
      above={
        <Link to="/members/$id" params={{ id }}>
          {member.data === undefined ? t('member.title') : `${member.data.name} · ${member.data.memberNumber}`}
        </Link>
      }
    >
      <Answered query={member} lines={10}>
        {(person) => <DetailsForm key={person.id} member={person} />}
      </Answered>
    </Page>
  );
}

interface Details {
  phone: string;
  email: string;
  addressLine: string;
  locality: string;
  district: string;
  state: string;
  postalCode: string;
  occupation: string;
  language: Member['language'];
  name: string;
  nameLocal: string;
  dateOfBirth: string;
  pan: string;
  bankAccount: string;
  ifsc: string;
  bankName: string;
  phoneSharedReason: string;
}

function detailsOf(member: Member): Details {
  return {
    phone: member.phone ?? '',
    email: member.email ?? '',
    addressLine: member.addressLine,
    locality: member.locality,
    district: member.district,
    state: member.state,
    postalCode: member.postalCode,
    occupation: member.occupation,
    language: member.language,
    name: member.name,
    nameLocal: member.nameLocal ?? '',
    dateOfBirth: member.dateOfBirth,
    pan: '',
    bankAccount: '',
    ifsc: '',
    bankName: '',
    phoneSharedReason: '',
  };
}

const plainFields = [
  'addressLine',
  'locality',
  'district',
  'state',
  'postalCode',
  'occupation',
  'name',
  'dateOfBirth',
] as const;

/** Only what was changed is sent, with the version that was read: a colleague's change in between is never undone. */
function changesIn(details: Details, member: Member): ChangeProfileRequest | undefined {
  const first = detailsOf(member);
  const changed = plainFields.flatMap((name) =>
    details[name].trim() !== first[name] && details[name].trim() !== '' ? [[name, details[name].trim()] as const] : [],
  );
  const bank = {
    accountNumber: details.bankAccount.trim(),
    ifsc: details.ifsc.trim(),
    accountName: details.bankName.trim(),
  };
  const request: ChangeProfileRequest = {
    ...Object.fromEntries(changed),
    ...(details.phone.trim() !== first.phone && details.phone.trim() !== '' ? { phone: details.phone.trim() } : {}),
    ...(details.email.trim() !== first.email
      ? { email: details.email.trim() === '' ? null : details.email.trim() }
      : {}),
    ...(details.language !== first.language ? { language: details.language } : {}),
    ...(details.nameLocal.trim() !== first.nameLocal && details.nameLocal.trim() !== ''
      ? { nameLocal: details.nameLocal.trim() }
      : {}),
    ...(details.pan.trim() === '' ? {} : { pan: details.pan.trim() }),
    ...(bank.accountNumber === '' ? {} : { bankDetails: bank }),
    version: member.version,
  };
  if (Object.keys(request).length === 1) return undefined;
  return details.phoneSharedReason.trim() === ''
    ? request
    : { ...request, phoneSharedReason: details.phoneSharedReason.trim() };
}

function DetailsForm({ member }: { member: Member }) {
  const t = useWords();
  const known = useKnownWord();
  const [first] = useState(() => detailsOf(member));
  const [details, change, forget] = useDraft<Details>(`details ${member.id}`, first);
  const changing = useMutation({
    mutationFn: (request: ChangeProfileRequest) =>
      client.put('/api/members/{id}', { path: { id: member.id }, body: request }),
    onSuccess: async () => {
      forget();
      await queryClient.invalidateQueries();
    },
  });
  const request = changesIn(details, member);
  const set =
    <Name extends keyof Details>(name: Name) =>
    (value: Details[Name]) =>
      change((before) => ({ ...before, [name]: value }));
  const checking = useContractForm('ChangeProfileBody', request ?? { version: member.version }, changing.error);
  const { problem } = checking;
  const isPhoneShared =
    changing.error instanceof ProblemError && changing.error.fields.some((field) => field.path === 'phoneSharedReason');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request !== undefined && !changing.isPending) changing.mutate(request);
  };
  if (changing.data !== undefined) {
    const { waiting, approvalId } = changing.data;
    return (
      <div className="stack" role="status">
        <Note tone="good">{t('details.saved')}</Note>
        {waiting.length > 0 && (
          <Note>
            {t('details.waiting', { what: waiting.map((name) => known(`details.field.${name}`) ?? name).join(', ') })}{' '}
            {approvalId !== null && (
              <Link to="/approvals/$id" params={{ id: approvalId }}>
                {t('approval.open')}
              </Link>
            )}
          </Note>
        )}
        <p>
          <Link to="/members/$id" params={{ id: member.id }}>
            {t('details.toMember')}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <Form onSubmit={submit} checking={checking} kept="in-memory">
      <Section title={t('details.atOnce')}>
        <div className="form-grid">
          <PhoneBox
            label={t('member.phone')}
            value={details.phone}
            onChange={set('phone')}
            name="phone"
            problem={problem('phone')}
          />
          <TextBox
            label={t('member.email')}
            type="email"
            isOptional
            value={details.email}
            onChange={set('email')}
            name="email"
            problem={problem('email')}
          />
          <ChoiceBox
            label={t('member.language')}
            value={details.language}
            choices={languages.map((language) => ({ value: language, label: languageNames[language] }))}
            onChange={(language) => language !== '' && set('language')(language)}
          />
          <TextBox
            label={t('member.addressLine')}
            value={details.addressLine}
            onChange={set('addressLine')}
            name="addressLine"
            problem={problem('addressLine')}
          />
          <TextBox
            label={t('member.locality')}
            value={details.locality}
            onChange={set('locality')}
            name="locality"
            problem={problem('locality')}
          />
          <TextBox
            label={t('member.district')}
            value={details.district}
            onChange={set('district')}
            name="district"
            problem={problem('district')}
          />
          <TextBox
            label={t('member.state')}
            value={details.state}
            onChange={set('state')}
            name="state"
            problem={problem('state')}
          />
          <TextBox
            label={t('member.postalCode')}
            takesDigits
            value={details.postalCode}
            onChange={set('postalCode')}
            name="postalCode"
            problem={problem('postalCode')}
          />
          <TextBox
            label={t('member.occupation')}
            value={details.occupation}
            onChange={set('occupation')}
            name="occupation"
            problem={problem('occupation')}
          />
        </div>
        {(isPhoneShared || details.phoneSharedReason !== '') && (
          <TextBox
            label={t('register.phoneShared')}
            hint={t('register.phoneSharedHow')}
            maxLength={200}
            value={details.phoneSharedReason}
            onChange={set('phoneSharedReason')}
            name="phoneSharedReason"
            problem={problem('phoneSharedReason')}
          />
        )}
      </Section>
      <Section title={t('details.second')}>
        <p className="quiet">{t('details.secondHow')}</p>
        <div className="form-grid">
          <TextBox
            label={t('member.name')}
            value={details.name}
            onChange={set('name')}
            name="name"
            problem={problem('name')}
          />
          <TextBox
            label={t('member.nameLocal')}
            isOptional
            value={details.nameLocal}
            onChange={set('nameLocal')}
            name="nameLocal"
            problem={problem('nameLocal')}
          />
          <DayBox
            label={t('member.dateOfBirth')}
            value={details.dateOfBirth}
            onChange={set('dateOfBirth')}
            name="dateOfBirth"
            problem={problem('dateOfBirth')}
          />
          <TextBox
            label={t('member.pan')}
            isOptional
            hint={member.panMasked === null ? t('details.noneYet') : t('details.nowIs', { value: member.panMasked })}
            isUpperCase
            takesDigits
            maxLength={10}
            value={details.pan}
            onChange={set('pan')}
            problem={
              problem('pan') ?? (details.pan.length === 10 && !isPan(details.pan) ? t('register.panWrong') : undefined)
            }
          />
          <TextBox
            label={t('member.bankAccount')}
            isOptional
            hint={
              member.bankDetailsMasked === null
                ? t('details.noneYet')
                : t('details.nowIs', { value: member.bankDetailsMasked })
            }
            takesDigits
            inputMode="numeric"
            maxLength={20}
            value={details.bankAccount}
            onChange={set('bankAccount')}
            name="bankDetails.accountNumber"
            problem={problem('bankDetails.accountNumber')}
          />
          {details.bankAccount !== '' && (
            <>
              <TextBox
                label={t('member.ifsc')}
                isUpperCase
                takesDigits
                maxLength={11}
                value={details.ifsc}
                onChange={set('ifsc')}
                problem={
                  problem('bankDetails.ifsc') ??
                  (details.ifsc.length === 11 && !isIfsc(details.ifsc) ? t('details.ifscWrong') : undefined)
                }
              />
              <TextBox
                label={t('member.bankName')}
                value={details.bankName}
                onChange={set('bankName')}
                name="bankDetails.accountName"
                problem={problem('bankDetails.accountName')}
              />
            </>
          )}
        </div>
      </Section>
      <ProblemNote error={changing.error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={changing.isPending} disabled={request === undefined}>
          {t('details.save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={forget}>
          {t('details.undo')}
        </Button>
      </div>
    </Form>
  );
}
