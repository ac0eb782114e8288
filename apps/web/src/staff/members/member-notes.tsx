import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Member, MemberNote } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { LongTextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Section } from '../ui/page.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useWords } from '../words.ts';

/** What colleagues want each other to know. A note is never changed; a better one follows it. */
export function MemberNotes({ member }: { member: Member }) {
  const t = useWords();
  const may = useMay();
  const list = useKeysetList('/api/members/{id}/notes', { limit: 20 }, { id: member.id });
  return (
    <Section title={t('note.title')}>
      {may('member.register') && <WriteNote member={member} />}
      <KeysetRows list={list} empty={<p className="quiet">{t('note.none')}</p>}>
        {(notes: MemberNote[]) => (
          <Timeline events={notes.map(({ id, at, by, text }) => ({ key: id, at, what: text, by }))} />
        )}
      </KeysetRows>
    </Section>
  );
}

function WriteNote({ member }: { member: Member }) {
  const t = useWords();
  const [text, setText] = useState('');
  const writing = useMutation({
    mutationFn: () => client.post('/api/members/{id}/notes', { path: { id: member.id }, body: { text: text.trim() } }),
    onSuccess: () => {
      setText('');
      return queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('MemberNoteBody', { text: text.trim() }, writing.error);
  const write = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim().length >= 3) writing.mutate();
  };
  return (
    <Form className="stack narrow" onSubmit={write} checking={checking} saved={writing.data}>
      <LongTextBox
        label={t('note.write')}
        maxLength={1_000}
        name="text"
        value={text}
        onChange={setText}
        problem={checking.problem('text')}
      />
      <ProblemNote error={writing.error} />
      <div className="row">
        <Button type="submit" loading={writing.isPending} disabled={text.trim().length < 3}>
          {t('note.keep')}
        </Button>
      </div>
    </Form>
  );
}
