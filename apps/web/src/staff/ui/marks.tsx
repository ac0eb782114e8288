import { Badge } from '@mantine/core';
import type { MemberStatus } from '../answers.ts';
import { useKnownWord, useWords } from '../words.ts';

// A state is said by a mark, a word and a colour together, so the colour is never alone.

interface Look {
  colour: 'green' | 'yellow' | 'red' | 'gray' | 'blue';
  mark: string;
}

const memberLooks: Record<MemberStatus, Look> = {
  pending_payment: { colour: 'yellow', mark: '◔' },
  active: { colour: 'green', mark: '●' },
  dormant: { colour: 'gray', mark: '◌' },
  suspended: { colour: 'red', mark: '■' },
  resigned: { colour: 'gray', mark: '→' },
  expelled: { colour: 'red', mark: '✕' },
  deceased: { colour: 'gray', mark: '†' },
  closed: { colour: 'gray', mark: '○' },
};

export function MemberStatusMark({ status }: { status: MemberStatus }) {
  const t = useWords();
  return <Mark look={memberLooks[status]} words={t(`member.status.${status}`)} />;
}

const looks: Record<string, Look> = {
  submitted: { colour: 'blue', mark: '◔' },
  returned: { colour: 'yellow', mark: '↩' },
  approved: { colour: 'green', mark: '✓' },
  recommended: { colour: 'blue', mark: '◑' },
  sanctioned: { colour: 'green', mark: '✓' },
  lapsed: { colour: 'gray', mark: '◌' },
  overdue: { colour: 'red', mark: '▲' },
  rejected: { colour: 'red', mark: '✕' },
  pending: { colour: 'yellow', mark: '◔' },
  withdrawn: { colour: 'gray', mark: '↩' },
  active: { colour: 'green', mark: '●' },
  dormant: { colour: 'gray', mark: '◌' },
  frozen: { colour: 'blue', mark: '■' },
  irregular: { colour: 'red', mark: '■' },
  missed: { colour: 'yellow', mark: '◔' },
  failing: { colour: 'yellow', mark: '■' },
  suspended: { colour: 'red', mark: '■' },
  closed: { colour: 'gray', mark: '○' },
  'written-off': { colour: 'red', mark: '✕' },
  open: { colour: 'green', mark: '●' },
  none: { colour: 'gray', mark: '○' },
  running: { colour: 'blue', mark: '◔' },
  stopped: { colour: 'red', mark: '■' },
  ended: { colour: 'gray', mark: '✓' },
};

/** The state of an application, an approval, a deposit, a user or a day. */
export function StateMark({ state }: { state: string }) {
  const known = useKnownWord();
  return <Mark look={looks[state] ?? { colour: 'gray', mark: '○' }} words={known(`state.${state}`) ?? state} />;
}

export function Mark({ look, words }: { look: Look; words: string }) {
  return (
    <Badge component="span" variant="light" color={look.colour} radius="sm" className="mark">
      <span aria-hidden="true">{look.mark} </span>
      {words}
    </Badge>
  );
}
