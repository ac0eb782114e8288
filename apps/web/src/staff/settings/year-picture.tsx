import {
  addDays,
  addMonths,
  calendarDateOf,
  dayOf,
  endOfMonth,
  formatBikramSambat,
  toBikramSambat,
  weekdayOf,
} from '@kafal/core';
import { useLanguage } from '../../shared/messages/use-text.ts';
import type { HolidayYear } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useWords } from '../words.ts';
import './year-picture.css';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The year at a glance; the same days stand below as a list, so it is one picture to a screen reader. */
export function YearPicture({ year, businessDate, weeklyOffs, items }: HolidayYear) {
  const t = useWords();
  const months = Array.from({ length: 12 }, (_, month) => addMonths(calendarDateOf(year, 1, 1), month));
  const free = new Map<string, string>(items.map(({ day, name }) => [day, name]));
  return (
    <figure className="year">
      <div className="year-months" role="img" aria-label={t('holidays.picture', { year, count: items.length })}>
        {months.map((first) => (
          <Month key={first} first={first} businessDate={businessDate} weeklyOffs={weeklyOffs} free={free} />
        ))}
      </div>
      <figcaption className="year-key small">
        <span>
          <i className="year-day year-holiday" aria-hidden="true" /> {t('holidays.keyHoliday')}
        </span>
        <span>
          <i className="year-day year-off" aria-hidden="true" /> {t('holidays.keyOff')}
        </span>
        <span>
          <i className="year-day year-today" aria-hidden="true" /> {t('till.businessDate')}
        </span>
      </figcaption>
    </figure>
  );
}

interface MonthProps extends Pick<HolidayYear, 'businessDate' | 'weeklyOffs'> {
  first: ReturnType<typeof calendarDateOf>;
  free: ReadonlyMap<string, string>;
}

function Month({ first, businessDate, weeklyOffs, free }: MonthProps) {
  const t = useWords();
  const language = useLanguage();
  const format = useSocietyFormat();
  const { calendar } = useThisSociety();
  const days = Array.from({ length: dayOf(endOfMonth(first)) }, (_, day) => addDays(first, day));
  return (
    <div className="year-month">
      <strong className="small">{format.month(first)}</strong>
      <div className="year-grid">
        {weekdays.map((weekday) => (
          <span key={weekday} className="year-head">
            {t(`weekday.short.${weekday}`)}
          </span>
        ))}
        {days.map((day, index) => {
          const weekday = weekdays[weekdayOf(day) - 1];
          const look = [
            'year-day',
            ...(weekday !== undefined && weeklyOffs.includes(weekday) ? ['year-off'] : []),
            ...(free.has(day) ? ['year-holiday'] : []),
            ...(day === businessDate ? ['year-today'] : []),
          ].join(' ');
          const local = calendar === 'BS' ? toBikramSambat(day) : undefined;
          return (
            <span
              key={day}
              className={look}
              title={free.get(day)}
              style={index === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
            >
              {local === undefined ? (
                dayOf(day)
              ) : (
                <>
                  {formatBikramSambat(local, language, 'D MMMM YYYY').split(' ')[0]}
                  <small>{dayOf(day)}</small>
                </>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
