import type { ReminderRule } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useWords } from '../words.ts';
import './week-picture.css';

const WIDTH = 14;
const HEIGHT = 28;

/** Seven days as seven bars; one picture to a screen reader, which hears the days that have any. */
export function WeekPicture({ week, most }: { week: ReminderRule['week']; most: number }) {
  const t = useWords();
  const format = useSocietyFormat();
  const days = week
    .filter(({ members }) => members > 0)
    .map(({ day, members }) => t('reminders.daySentence', { day: format.day(day), count: members }));
  return (
    <svg
      className="week-picture"
      viewBox={`0 0 ${WIDTH * week.length} ${HEIGHT}`}
      role="img"
      aria-label={days.length === 0 ? t('reminders.nobody') : days.join(', ')}
    >
      {week.map(({ day, members }, at) => {
        const height = members === 0 ? 2 : Math.max(4, Math.round((HEIGHT * members) / most));
        return (
          <rect
            key={day}
            className={members === 0 ? 'week-none' : 'week-some'}
            x={at * WIDTH + 2}
            y={HEIGHT - height}
            width={WIDTH - 4}
            height={height}
            rx={1.5}
          >
            <title>{t('reminders.daySentence', { day: format.day(day), count: members })}</title>
          </rect>
        );
      })}
    </svg>
  );
}
