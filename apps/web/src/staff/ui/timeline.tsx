import type { ReactNode } from 'react';
import { useSocietyFormat } from '../society.tsx';

export interface TimelineEvent {
  key: string;
  at: string;
  what: ReactNode;
  by?: string | null;
  note?: string | null;
}

/** What happened, each with its hour and its person, in the order it is given. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  const format = useSocietyFormat();
  return (
    <ol className="timeline">
      {events.map(({ key, at, what, by, note }) => (
        <li key={key}>
          <time dateTime={at} className="quiet small">
            {format.instant(at)}
          </time>
          <p>
            {what}
            {by !== null && by !== undefined && <span className="quiet"> · {by}</span>}
          </p>
          {note !== null && note !== undefined && <p className="quiet">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
