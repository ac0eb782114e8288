import { toLatinDigits } from '@kafal/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { ApplicationStatus } from '../../shared/answers.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { type MemberKey, useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { CorrectionForm } from './correction-form.tsx';
import { lastTrackingNumber } from './kept-draft.ts';
import { malformedNumbers } from './malformed-numbers.ts';
import { WantedPapers } from './wanted-papers.tsx';

const words: Record<ApplicationStatus['status'], { title: MemberKey; text: MemberKey; note: string }> = {
  submitted: { title: 'status.submitted', text: 'status.submittedText', note: 'note' },
  returned: { title: 'status.returned', text: 'status.returnedText', note: 'note note-warning' },
  approved: { title: 'status.approved', text: 'status.approvedText', note: 'note note-good' },
  rejected: { title: 'status.rejected', text: 'status.rejectedText', note: 'note note-bad' },
};

/** Where an application stands, for who knows its tracking number and the phone it was made with. */
export function ApplicationStatusPage() {
  const t = useMemberText();
  const [trackingNumber, setTrackingNumber] = useState(lastTrackingNumber);
  const [phone, setPhone] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [wasPhoneLeft, setPhoneLeft] = useState(false);
  const society = useThisSociety();
  const malformed = wasPhoneLeft ? malformedNumbers({ phone }, society).phone : undefined;
  const [found, setFound] = useState<ApplicationStatus | undefined>(undefined);
  const [isCorrecting, setCorrecting] = useState(false);
  const look = useAct(async () => {
    const body = { trackingNumber: trackingNumber.trim(), phone: phone.trim() };
    const isAnother = found !== undefined && found.trackingNumber !== body.trackingNumber;
    if (isAnother) setFound(undefined);
    setFound(await client.post('/api/members/register/status', { body, anonymous: true }));
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (trackingNumber.trim() !== '' && phone.trim() !== '') void look.run(undefined);
  };

  if (isCorrecting && found !== undefined && found.application !== null) {
    return (
      <CorrectionForm
        application={found.application}
        trackingNumber={found.trackingNumber}
        currentPhone={phone.trim()}
        onLeave={() => setCorrecting(false)}
        onSent={() => {
          setCorrecting(false);
          void look.run(undefined);
        }}
      />
    );
  }
  return (
    <Page title={t('status.title')} backTo="/">
      <form className="stack" onSubmit={submit} noValidate>
        <ProblemNote error={look.error} takesFocus />
        <TextField
          label={t('status.trackingNumber')}
          hint={t('status.trackingHint')}
          autoComplete="off"
          isUpperCase
          maxLength={40}
          value={trackingNumber}
          onChange={(text) => setTrackingNumber(toLatinDigits(text))}
          problem={
            isChecked && trackingNumber.trim() === '' ? t('field.required') : fieldProblem(look.error, 'trackingNumber')
          }
        />
        <TextField
          label={t('apply.phone')}
          hint={t('status.phoneHint')}
          type="tel"
          autoComplete="tel"
          maxLength={24}
          value={phone}
          onChange={(text) => setPhone(toLatinDigits(text))}
          onBlur={() => setPhoneLeft(true)}
          problem={
            isChecked && phone.trim() === ''
              ? t('field.required')
              : malformed === undefined
                ? fieldProblem(look.error, 'phone')
                : t(malformed)
          }
        />
        <Button type="submit" look="filled" isBusy={look.isBusy}>
          {t('status.look')}
        </Button>
      </form>
      {found !== undefined && <Standing found={found} onCorrect={() => setCorrecting(true)} />}
      {found !== undefined && found.missing.length > 0 && (
        <WantedPapers
          missing={found.missing}
          proof={{ trackingNumber: found.trackingNumber, phone: phone.trim() }}
          onSent={() => void look.run(undefined)}
        />
      )}
    </Page>
  );
}

function Standing({ found, onCorrect }: { found: ApplicationStatus; onCorrect: () => void }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const { title, text, note } = words[found.status];
  const isWaiting = found.status === 'submitted';
  return (
    <section className={`${note} stack`} role="status" data-testid="application-status">
      <h2>{t(title)}</h2>
      <p>{t(isWaiting && found.missing.length > 0 ? 'status.submittedWanted' : text)}</p>
      {found.reason !== null && <p>{t('status.reason', { reason: found.reason })}</p>}
      {found.memberNumber !== null && <p>{t('status.memberNumber', { number: found.memberNumber })}</p>}
      {found.files.some(({ kind }) => kind === 'photo') && <p>{t('photo.received')}</p>}
      <p className="small">{t('status.sentAt', { at: format.instant(found.submittedAt) })}</p>
      {found.application !== null && (
        <Button look="filled" onClick={onCorrect}>
          {t('status.correct')}
        </Button>
      )}
      {found.status === 'approved' && (
        <Link href="/forgotten-password" className="button button-quiet">
          {t('forgotten.haveCode')}
        </Link>
      )}
    </section>
  );
}
