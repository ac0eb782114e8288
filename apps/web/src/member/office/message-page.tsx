import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { OfficeMessage } from '../../shared/answers.ts';
import { asPaper } from '../../shared/pictures/as-paper.ts';
import { shareFile } from '../../shared/save-file.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextAreaField } from '../../shared/ui/field.tsx';
import { PlainText } from '../../shared/ui/plain-text.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { api, client } from '../member-api.ts';
import { mayHaveChanged } from '../member-queries.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { useOfficeText } from './office-words.ts';

/** What was written on both sides, and room to write again. */
export function MessagePage({ id }: { id: string }) {
  const t = useOfficeText();
  const format = useSocietyFormat();
  const message = useQuery({
    queryKey: ['message', id],
    queryFn: () => client.get('/api/messages/{id}', { path: { id } }),
  });
  const { data, error, refetch } = message;
  if (data === undefined) {
    if (error !== null) {
      return <PageProblem title={t('inbox.own')} backTo="/messages" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('inbox.own')} backTo="/messages">
        <Skeleton lines={5} />
      </Page>
    );
  }
  const { kind, number, state, answerBy } = data;
  return (
    <Page title={data.subject} backTo="/messages">
      <p className="quiet">
        {[
          t(`inbox.kind.${kind}`),
          number ?? undefined,
          t(`inbox.state.${state}`),
          answerBy === null ? undefined : t('inbox.answerBy', { day: format.day(answerBy) }),
        ]
          .filter((word) => word !== undefined)
          .join(' · ')}
      </p>
      <Entries message={data} />
      {(data.mayWrite || data.mayReopen) && <Reply message={data} />}
    </Page>
  );
}

function Entries({ message: { id, entries } }: { message: OfficeMessage }) {
  const t = useOfficeText();
  const format = useSocietyFormat();
  const open = useAct(async (fileId: string) =>
    shareFile(await client.download('/api/messages/{id}/files/{fileId}', { path: { id, fileId } })),
  );
  return (
    <>
      <ProblemNote error={open.error} takesFocus />
      <ol className="list">
        {entries.map(({ id: entryId, kind, by, text, fileId, at }) => (
          <li key={entryId} className="list-row">
            <span className="list-note">{t('inbox.wroteAt', { by, at: format.instant(at) })}</span>
            <div className="list-whole">
              <PlainText text={kind === 'closed' || kind === 'file' ? t(`inbox.entry.${kind}`, { text }) : text} />
              {fileId !== null && (
                <Button
                  look="text"
                  isBusy={open.isBusy}
                  aria-label={`${t('inbox.fileOpen')}: ${text}`}
                  onClick={() => void open.run(fileId)}
                >
                  {t('inbox.fileOpen')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Once more under an open message; under a closed one it opens it again. */
function Reply({ message: { id, mayReopen, reopenUntil } }: { message: OfficeMessage }) {
  const t = useOfficeText();
  const format = useSocietyFormat();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const done = async (said: string) => {
    setText('');
    showToast(said);
    await queries.invalidateQueries(mayHaveChanged);
  };
  const send = useAct(async () => {
    const options = { path: { id }, body: { text: text.trim() } };
    if (mayReopen) await client.post('/api/messages/{id}/reopening', options);
    else await client.post('/api/messages/{id}/entries', options);
    await done(t('inbox.sent'));
  });
  const sendFile = useAct(async (file: File) => {
    const paper = (await asPaper(file)) ?? file;
    const ending = paper.type === 'application/pdf' ? 'pdf' : 'jpg';
    const form = new FormData();
    form.set('file', paper, `${file.name.replace(/\.[^.]*$/, '').slice(0, 80) || 'file'}.${ending}`);
    await api.upload('/api/messages/{id}/files', form, { path: { id } });
    await done(t('inbox.fileSent'));
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim().length >= 3) void send.run(undefined);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {mayReopen && reopenUntil !== null && (
        <p className="quiet">{t('inbox.reopenHow', { day: format.day(reopenUntil) })}</p>
      )}
      <TextAreaField
        label={t(mayReopen ? 'inbox.reopen' : 'inbox.again')}
        hint={t('inbox.textHow')}
        rows={5}
        maxLength={4000}
        value={text}
        onChange={setText}
      />
      <ProblemNote error={send.error ?? sendFile.error} takesFocus />
      <div className="row">
        <Button type="submit" look="filled" isBusy={send.isBusy}>
          {t(mayReopen ? 'inbox.reopen' : 'inbox.send')}
        </Button>
        {!mayReopen && (
          <Button isBusy={sendFile.isBusy} onClick={() => input.current?.click()}>
            {t('inbox.file')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*,application/pdf"
        aria-label={t('inbox.file')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void sendFile.run(file);
        }}
      />
    </form>
  );
}
