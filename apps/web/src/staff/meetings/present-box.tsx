import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../staff-api.ts';
import { ChoiceBox, TextBox } from '../ui/fields.tsx';
import { useSettledText } from '../ui/use-settled-text.ts';
import { useWords } from '../words.ts';

interface PresentBoxProps {
  meetingId: string;
  label: string;
  name: string;
  value: string;
  onChange: (inviteeId: string) => void;
  problem?: string | undefined;
}

const mostShown = 50;

/** Somebody who is there. Where many are, their number or name finds them. */
export function PresentBox({ meetingId, label, name, value, onChange, problem }: PresentBoxProps) {
  const t = useWords();
  const [q, setQ] = useState('');
  const typing = useSettledText(q, setQ);
  const path = { id: meetingId };
  const people = useQuery({
    queryKey: ['meeting-present', meetingId, q],
    queryFn: () =>
      client.get('/api/meetings/{id}/people', {
        path,
        query: { which: 'present', limit: mostShown, q: q === '' ? undefined : q },
      }),
    placeholderData: (before) => before,
  });
  const isMany = (people.data !== undefined && people.data.nextCursor !== null) || typing.text !== '';
  const choices = (people.data?.items ?? [])
    .filter(({ mayVote }) => mayVote)
    .map(({ id, name: who, number }) => ({ value: id, label: number === null ? who : `${who} · ${number}` }));
  return (
    <div className="stack">
      {isMany && (
        <TextBox
          label={`${label}: ${t('meetings.who')}`}
          takesDigits
          maxLength={80}
          value={typing.text}
          onChange={typing.type}
        />
      )}
      <ChoiceBox label={label} name={name} value={value} choices={choices} onChange={onChange} problem={problem} />
    </div>
  );
}
