import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Minutes } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { LongTextBox } from '../ui/fields.tsx';
import { FileButton } from '../ui/files.tsx';
import { Form } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useMeeting, useMeetingAct } from './use-meeting.ts';

const route = getRouteApi('/meetings/$id/minutes');

/** Drafted, written by one, signed by two others; then they stand. */
export function MinutesPage() {
  const t = useWords();
  const { id } = route.useParams();
  const meeting = useMeeting(id).data;
  const minutes = useQuery({
    queryKey: ['minutes', id],
    queryFn: () => client.get('/api/meetings/{id}/minutes', { path: { id } }),
  });
  const mayWrite = meeting?.may.manage === true && meeting.state === 'held';
  return (
    <Page
      title={t('meetings.minutesTitle', { title: meeting?.title ?? '' })}
      lead={minutes.data?.isSigned === false ? t('meetings.minutesLead') : undefined}
      above={
        <Link to="/meetings/$id" params={{ id }}>
          {meeting?.title ?? t('nav.meetings')}
        </Link>
      }
      actions={
        minutes.data?.isWritten === true && (
          <FileButton use="print" path="/api/meetings/{id}/minutes.pdf" options={{ path: { id } }}>
            {t('meetings.minutesPrint')}
          </FileButton>
        )
      }
    >
      <Answered query={minutes} lines={8}>
        {(shown) => (
          <>
            {shown.isSigned && <Note tone="good">{t('meetings.minutesDone')}</Note>}
            {mayWrite && !shown.isSigned ? (
              <Write key={shown.version} id={id} minutes={shown} />
            ) : (
              <Section title={t('meetings.minutesText')}>
                <PlainText text={shown.text} />
              </Section>
            )}
            {shown.isWritten && <Signatures id={id} minutes={shown} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Write({ id, minutes }: { id: string; minutes: Minutes }) {
  const t = useWords();
  const [text, setText] = useState(minutes.text);
  const body = { text: text.trim(), version: minutes.version };
  const writing = useMutation({
    mutationFn: () => client.put('/api/meetings/{id}/minutes', { path: { id }, body }),
    onSuccess: () => {
      showToast(t('meetings.minutesSaved'));
      return queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('WriteMinutesBody', body, writing.error);
  const isReady = body.text.length >= 20;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !writing.isPending) writing.mutate();
  };
  return (
    <Form onSubmit={submit} checking={checking} saved={writing.data} className="stack narrow-wide">
      <LongTextBox
        label={t('meetings.minutesText')}
        name="text"
        rows={16}
        maxLength={20_000}
        value={text}
        onChange={setText}
        problem={checking.problem('text')}
      />
      <ProblemNote error={writing.error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={writing.isPending} disabled={!isReady}>
          {t('meetings.minutesSave')}
        </Button>
      </div>
    </Form>
  );
}

function Signatures({ id, minutes }: { id: string; minutes: Minutes }) {
  const t = useWords();
  const format = useSocietyFormat();
  const signing = useMeetingAct(
    () => client.post('/api/meetings/{id}/minutes/signatures', { path: { id }, body: { version: minutes.version } }),
    t('meetings.minutesSigned'),
  );
  const { writtenBy, writtenAt, signatures, mayNotSignBecause, isSigned } = minutes;
  return (
    <Section title={t('meetings.signatures')}>
      <p className="quiet">
        {t('meetings.minutesWrittenBy', {
          by: writtenBy ?? '',
          at: writtenAt === null ? '' : format.instant(writtenAt),
        })}
      </p>
      <ul>
        {signatures.map(({ name, asChair, at }) => (
          <li key={name}>
            {t(asChair ? 'meetings.signatureChair' : 'meetings.signature', { name, at: format.instant(at) })}
          </li>
        ))}
      </ul>
      {!isSigned && mayNotSignBecause !== null && <p className="quiet">{mayNotSignBecause}</p>}
      <ProblemNote error={signing.error} takesFocus />
      {mayNotSignBecause === null && (
        <div className="row no-print">
          <Button variant="filled" loading={signing.isPending} onClick={() => signing.mutate(undefined)}>
            {t('meetings.minutesSign')}
          </Button>
        </div>
      )}
    </Section>
  );
}
