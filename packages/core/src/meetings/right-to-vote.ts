import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Why a member is invited and has no vote; the first that holds is said. */
export const NO_VOTE_REASONS = ['class', 'status', 'default'] as const;
export type NoVoteReason = (typeof NO_VOTE_REASONS)[number];

export interface VotersRule {
  /** A loan of theirs with an instalment that fell due before this day and is not paid takes the vote. */
  readonly inDefaultBefore: CalendarDate;
}

/** One member one vote: of a regular member who is active and not in default. */
export function noVoteBecause(
  member: {
    readonly memberClass: string;
    readonly status: string;
    /** The day of the oldest unpaid instalment of any of their loans. */
    readonly oldestUnpaidOn: CalendarDate | null;
  },
  { inDefaultBefore }: VotersRule,
): NoVoteReason | null {
  if (member.memberClass !== 'regular') return 'class';
  if (member.status !== 'active') return 'status';
  return member.oldestUnpaidOn !== null && member.oldestUnpaidOn < inDefaultBefore ? 'default' : null;
}
