import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField, TextAreaField, TextField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useAct } from '../use-act.ts';
import { useOfficeText } from './office-words.ts';

const KINDS = ['question', 'complaint', 'correction'] as const;

export function WriteMessagePage() {
  const t = useOfficeText();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('question');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  // The same message sent again after a lost answer is one message.
  const key = useRef(newIdempotencyKey());
  const act = useAct(async () => {
    const body = { kind, subject: subject.trim(), text: text.trim() };
    const { id } = await client.post('/api/messages', { body, idempotencyKey: key.current });
    showToast(t('inbox.sent'));
    await queries.invalidateQueries({ queryKey: ['messages'] });
    go(`/messages/${id}`);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (subject.trim().length >= 3 && text.trim().length >= 3) void act.run(undefined);
  };
  const problem = (value: string, field: string) =>
    isChecked && value.trim().length < 3 ? t('field.required') : fieldProblem(act.error, field);
  return (
    <Page title={t('inbox.write')} backTo="/messages">
      <form className="stack" onSubmit={submit} noValidate>
        <SelectField
          label={t('inbox.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: t(`inbox.kind.${value}`) }))}
          onChange={setKind}
        />
        <TextField
          label={t('inbox.subject')}
          maxLength={120}
          value={subject}
          onChange={setSubject}
          problem={problem(subject, 'subject')}
        />
        <TextAreaField
          rows={8}
          maxLength={4000}
          label={t('inbox.text')}
          hint={t('inbox.textHow')}
          value={text}
          onChange={setText}
          problem={problem(text, 'text')}
        />
        <ProblemNote error={act.error} takesFocus />
        <Button type="submit" look="filled" className="button-wide" isBusy={act.isBusy}>
          {t('inbox.send')}
        </Button>
      </form>
    </Page>
  );
}
