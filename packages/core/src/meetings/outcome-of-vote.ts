/** `simple`: more for than against; the others: of those who voted for or against, at least so many were for. */
export const MAJORITIES = ['simple', 'two-thirds', 'three-quarters'] as const;
export type Majority = (typeof MAJORITIES)[number];

export interface VotesCounted {
  readonly for: number;
  readonly against: number;
  /** Counts for neither side. */
  readonly abstained: number;
}
export type CastingVote = 'for' | 'against';

/**
 * What a vote came to. Only a tie under the simple majority waits for the casting vote of the chair; a greater majority that is
 * not reached is lost.
 */
export function outcomeOfVote(
  { for: inFavour, against }: VotesCounted,
  majority: Majority,
  casting: CastingVote | null = null,
): 'carried' | 'lost' | 'tied' {
  switch (majority) {
    case 'simple':
      if (inFavour !== against) return inFavour > against ? 'carried' : 'lost';
      if (casting === null) return 'tied';
      return casting === 'for' ? 'carried' : 'lost';
    case 'two-thirds':
      return inFavour > 0 && inFavour * 3 >= (inFavour + against) * 2 ? 'carried' : 'lost';
    case 'three-quarters':
      return inFavour > 0 && inFavour * 4 >= (inFavour + against) * 3 ? 'carried' : 'lost';
  }
}
