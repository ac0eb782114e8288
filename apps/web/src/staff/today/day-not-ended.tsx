import { Link } from '@tanstack/react-router';
import { useDayEnd } from '../day-end/day-end-queries.ts';
import { useDayEndTitle } from '../day-end/day-end-words.ts';

/** One line for whoever ends the day, while there is a day to end. */
export function DayNotEnded() {
  const { data: state } = useDayEnd();
  const title = useDayEndTitle();
  if (state === undefined || state.state === 'ended') return null;
  const isLate = state.state === 'stopped' || state.days > 1;
  return (
    <p className={isLate ? undefined : 'quiet'}>
      {isLate && <span aria-hidden="true">▲ </span>}
      <Link to="/books/day-end">{title(state)}</Link>
    </p>
  );
}
