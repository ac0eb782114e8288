import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import type { OfficeMessage } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox, LongTextBox } from '../ui/fields.tsx';
import { FileButton } from '../ui/files.tsx';
import { Form } from '../ui/form.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const route = getRouteApi('/messages/$id');

/** One matter: what was written, and what the office does about it. */
export function MessagePage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { id } = route.useParams();
  const message = useQuery({
    queryKey: ['message', id],
    queryFn: () => client.get('/api/messages/{id}', { path: { id } }),
  });
  const { data } = message;
  const lead =
    data === undefined
      ? undefined
      : [
          t(`inbox.kind.${data.kind}`),
          data.number ?? undefined,
          t(`inbox.state.${data.state}`),
          data.answerBy === null ? undefined : t('inbox.answerBy', { day: format.day(data.answerBy) }),
          data.isLate ? t('inbox.late') : undefined,
        ]
          .filter((word) => word !== undefined)
          .join(' · ');
  return (
    <Page
      title={data?.subject ?? t('inbox.message')}
      lead={lead}
      above={<Link to="/messages">{t('nav.inbox')}</Link>}
      actions={data?.mayWrite === true && <CloseMessage id={id} />}
    >
      <Answered query={message} lines={8}>
        {(shown) => (
          <>
            {shown.office !== null && (
              <p>
                <Link to="/members/$id" params={{ id: shown.office.memberId }}>
                  {shown.office.memberName} · {shown.office.memberNumber}
                </Link>
              </p>
            )}
            <Entries message={shown} />
            {shown.mayWrite && <Answer id={id} />}
            {shown.mayWrite && <Assign message={shown} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Entries({ message }: { message: OfficeMessage }) {
  const t = useWords();
  const format = useSocietyFormat();
  const words = ({ kind, text }: OfficeMessage['entries'][number]) => {
    if (kind === 'assigned') return text === '' ? t('inbox.entry.unassigned') : t('inbox.entry.assigned', { text });
    return kind === 'closed' || kind === 'file' ? t(`inbox.entry.${kind}`, { text }) : text;
  };
  return (
    <Section title={t('inbox.history')}>
      <ol className="lines narrow-wide">
        {message.entries.map((entry) => (
          <li key={entry.id} className="notice">
            <p className="quiet small">{t('inbox.wroteAt', { by: entry.by, at: format.instant(entry.at) })}</p>
            <PlainText text={words(entry)} />
            {entry.fileId !== null && (
              <div className="row">
                <FileButton
                  size="compact-sm"
                  path="/api/messages/{id}/files/{fileId}"
                  options={{ path: { id: message.id, fileId: entry.fileId } }}
                >
                  {t('file.save')}
                </FileButton>
              </div>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Answer({ id }: { id: string }) {
  const t = useWords();
  const [text, setText] = useState('');
  const answering = useMutation({
    mutationFn: () => client.post('/api/messages/{id}/entries', { path: { id }, body: { text: text.trim() } }),
    onSuccess: () => {
      setText('');
      showToast(t('inbox.answered'));
      return queryClient.invalidateQueries();
    },
  });
  const isReady = text.trim().length >= 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !answering.isPending) answering.mutate();
  };
  return (
    <Form onSubmit={submit} saved={answering.data} className="stack no-print narrow-wide">
      <LongTextBox label={t('inbox.answer')} rows={5} maxLength={4000} value={text} onChange={setText} />
      <ProblemNote error={answering.error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={answering.isPending} disabled={!isReady}>
          {t('inbox.send')}
        </Button>
      </div>
    </Form>
  );
}

function Assign({ message: { id, office, colleagues } }: { message: OfficeMessage }) {
  const t = useWords();
  const assigning = useMutation({
    mutationFn: (userId: string | null) =>
      client.post('/api/messages/{id}/assignment', { path: { id }, body: { userId } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const assigned = colleagues.find(({ name }) => name === office?.assignedTo)?.id ?? '';
  return (
    <Section title={t('inbox.giveTo')} isOnScreenOnly>
      <ChoiceBox
        label={t('inbox.assigned')}
        none={t('inbox.nobody')}
        value={assigned}
        choices={colleagues.map((colleague) => ({ value: colleague.id, label: colleague.name }))}
        onChange={(chosen) => assigning.mutate(chosen === '' ? null : chosen)}
      />
      <ProblemNote error={assigning.error} takesFocus />
    </Section>
  );
}

function CloseMessage({ id }: { id: string }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const closing = useMutation({
    mutationFn: () => client.post('/api/messages/{id}/closure', { path: { id }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      showToast(t('inbox.closed'));
      setOpen(false);
      return queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('inbox.close')}</Button>
      <ActDialog
        title={t('inbox.closeTitle')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('inbox.close')}
        onAct={() => closing.mutate()}
        isBusy={closing.isPending}
        isReady={reason.trim().length >= 5}
        error={closing.error}
      >
        <p>{t('inbox.closeHow')}</p>
        <LongTextBox
          label={t('act.reason')}
          hint={t('act.reasonHow')}
          maxLength={400}
          value={reason}
          onChange={setReason}
        />
      </ActDialog>
    </>
  );
}
