import { addDays, calendarDate, dayOf, formatBikramSambat, toBikramSambat, weekdayOf } from '@kafal/core';
import type { Language } from '../../messages/messages.ts';
import './month-of-days.css';

interface MonthOfDaysProps {
  from: string;
  to: string;
  /** What stands in a day's box. */
  marks: ReadonlyMap<string, string>;
  businessDate: string;
  calendar: 'AD' | 'BS';
  language: Language;
  /** Monday first. */
  weekdays: readonly string[];
  /** What the picture shows; the days stand beneath it once more. */
  label: string;
}

/** One month as a calendar, of the society's own months; under Bikram Sambat each day bears its common number too. */
export function MonthOfDays({ from, to, marks, businessDate, calendar, language, weekdays, label }: MonthOfDaysProps) {
  const days: string[] = [];
  for (let day = calendarDate(from); day <= to; day = addDays(day, 1)) days.push(day);
  return (
    <div className="month-days" role="img" aria-label={label}>
      {weekdays.map((weekday) => (
        <span key={weekday} className="month-days-head">
          {weekday}
        </span>
      ))}
      {days.map((day, index) => {
        const mark = marks.get(day);
        const look = [
          'month-day',
          ...(mark === undefined ? [] : ['month-day-paid']),
          ...(day === businessDate ? ['month-day-today'] : []),
        ].join(' ');
        const column = weekdayOf(calendarDate(day));
        return (
          <span key={day} className={look} style={index === 0 ? { gridColumnStart: column } : undefined}>
            <span className="month-day-number">
              <DayNumber day={day} calendar={calendar} language={language} />
            </span>
            <span className="month-day-mark">{mark}</span>
          </span>
        );
      })}
    </div>
  );
}

function DayNumber({ day, calendar, language }: { day: string } & Pick<MonthOfDaysProps, 'calendar' | 'language'>) {
  const date = calendarDate(day);
  const local = calendar === 'BS' ? toBikramSambat(date) : undefined;
  if (local === undefined) return dayOf(date);
  return (
    <>
      {formatBikramSambat(local, language, 'D MMMM YYYY').split(' ')[0]} <small>{dayOf(date)}</small>
    </>
  );
}
