import type { ReactNode } from 'react';
import './charts.css';

interface GoalRingProps {
  /** Exact decimal text of money, both in one currency. */
  saved: string;
  target: string;
  /** "25 %", said in the ring. */
  share: string;
  children?: ReactNode;
}

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

/** How much of a goal is there, drawn as a ring that closes; the words beside it say the same. */
export function GoalRing({ saved, target, share, children }: GoalRingProps) {
  const part = partOfGoal(saved, target) / 100;
  return (
    <div className="goal">
      <svg className="goal-ring" viewBox="0 0 128 128" aria-hidden="true">
        <circle className="goal-ring-track" cx="64" cy="64" r={RADIUS} />
        {part > 0 && (
          <circle
            className="goal-ring-part"
            cx="64"
            cy="64"
            r={RADIUS}
            strokeDasharray={`${part * ROUND} ${ROUND}`}
            transform="rotate(-90 64 64)"
          />
        )}
        <text className="goal-ring-share" x="64" y="64">
          {share}
        </text>
      </svg>
      <div className="goal-words">{children}</div>
    </div>
  );
}

/** Whole per cent, rounded down: only what is reached is full. */
export function partOfGoal(saved: string, target: string): number {
  const [have, want] = [minorUnits(saved), minorUnits(target)];
  return want <= 0n ? 0 : Number(((have >= want ? want : have) * 100n) / want);
}

function minorUnits(text: string): bigint {
  return BigInt(text.replace('.', ''));
}
