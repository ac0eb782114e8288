import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { useSession } from '../session.ts';
import { client } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { TextBox } from './fields.tsx';

interface ResolutionBoxProps {
  label: string;
  value: string;
  onChange: (number: string) => void;
  /** Told when a resolution of a meeting is named, with the day it was carried on. */
  onKnown?: (decidedOn: string) => void;
  /** What is decided about this loan, or about none in particular. */
  loanId?: string;
  hint?: string;
  isOptional?: boolean;
  problem?: string | undefined;
}

const mostOffered = 50;

/** The number of a resolution: those that meetings carried are offered, and one that stands on paper is typed. */
export function ResolutionBox({ value, onChange, onKnown, loanId, hint, ...box }: ResolutionBoxProps) {
  const t = useWords();
  const listId = useId();
  const session = useSession();
  const mayRead = 'user' in session && session.user.permissions.includes('meeting.read');
  const carried = useQuery({
    queryKey: ['carried-resolutions', loanId],
    queryFn: () => client.get('/api/resolutions', { query: { limit: mostOffered, loanId } }),
    enabled: mayRead,
  });
  const offered = carried.data?.items ?? [];
  const choose = (number: string) => {
    onChange(number);
    const known = offered.find((one) => one.number === number.trim());
    if (known !== undefined) onKnown?.(known.decidedOn);
  };
  // What a meeting resolved about this very loan stands there from the start.
  const own = loanId === undefined ? undefined : offered.find((one) => one.loanId === loanId)?.number;
  const isFilled = useRef(false);
  useEffect(() => {
    if (own === undefined || isFilled.current) return;
    isFilled.current = true;
    if (value === '') choose(own);
  });
  return (
    <>
      <TextBox
        {...box}
        name="resolutionNumber"
        hint={offered.length > 0 ? t('meetings.pickResolution') : hint}
        maxLength={40}
        list={listId}
        value={value}
        onChange={choose}
      />
      <datalist id={listId}>
        {offered.map(({ id, number, text }) => (
          <option key={id} value={number}>
            {text.length > 80 ? `${text.slice(0, 79)}…` : text}
          </option>
        ))}
      </datalist>
    </>
  );
}
