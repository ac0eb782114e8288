import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { Meeting } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { TextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

/** The desk at the door: one field for numbers, phones and codes, ready for the next as soon as one is marked. */
export function MarkPresent({ meeting: { id, kind } }: { meeting: Meeting }) {
  const t = useWords();
  const [who, setWho] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const marking = useMutation({
    mutationFn: () => client.post('/api/meetings/{id}/attendance', { path: { id }, body: { who: who.trim() } }),
    onSuccess: async () => {
      setWho('');
      await queryClient.invalidateQueries();
    },
    onSettled: () => field.current?.select(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (who.trim() !== '' && !marking.isPending) marking.mutate();
  };
  if (kind === 'committee') {
    return (
      <p>
        <Link to="/meetings/$id/people" params={{ id }}>
          {t('meetings.mark')}
        </Link>
      </p>
    );
  }
  return (
    <Section title={t('meetings.mark')} isOnScreenOnly>
      <Form onSubmit={submit} className="stack narrow-wide">
        <TextBox
          label={t('meetings.who')}
          hint={t('meetings.whoHow')}
          name="who"
          takesDigits
          maxLength={200}
          inputRef={field}
          value={who}
          onChange={setWho}
        />
        <ProblemNote error={marking.error} />
        <div className="row">
          <Button type="submit" variant="filled" loading={marking.isPending} disabled={who.trim() === ''}>
            {t('meetings.mark')}
          </Button>
        </div>
      </Form>
      <div role="status">{marking.data !== undefined && <Marked attended={marking.data} />}</div>
    </Section>
  );
}

type Attended = {
  invitee: { name: string; noVoteBecause: 'class' | 'status' | 'default' | null };
  wasPresent: boolean;
};

function Marked({ attended: { invitee, wasPresent } }: { attended: Attended }) {
  const t = useWords();
  const { name, noVoteBecause } = invitee;
  if (noVoteBecause !== null) {
    return <Note tone="warning">{t('meetings.markedNoVote', { name, why: t(`meetings.no.${noVoteBecause}`) })}</Note>;
  }
  return <Note>{t(wasPresent ? 'meetings.markedBefore' : 'meetings.markedNew', { name })}</Note>;
}
