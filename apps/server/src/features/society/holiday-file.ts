// A list of holidays as a spreadsheet saves it: the day, its name in English, its name in Hindi. It is right as a whole
// or refused as a whole, with the line and the reason.

import { type CalendarDate, calendarDate, isCalendarDate } from '@kafal/core';
import { readCsv } from '../../platform/csv/read-csv.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Holiday } from './holidays.ts';

const NAME_LENGTH = 80;
const MOST_LINES = 400;

export function readHolidayFile(csv: string): Holiday[] {
  const rows = readCsv(csv);
  if (rows === undefined) throw new Refusal('malformed', 'HOLIDAY_FILE_QUOTE', {}, 'csv');
  // A heading has no digit where the day stands.
  const [first] = rows;
  const lines = first !== undefined && !/\d/.test(first.cells[0] ?? '') ? rows.slice(1) : rows;
  if (lines.length === 0) throw new Refusal('malformed', 'HOLIDAY_FILE_EMPTY', {}, 'csv');
  if (lines.length > MOST_LINES) throw new Refusal('malformed', 'HOLIDAY_FILE_LONG', { maximum: MOST_LINES }, 'csv');

  const seen = new Map<CalendarDate, number>();
  return lines.map(({ line, cells }) => {
    const [typedDay = '', nameEn = '', nameHi = '', ...rest] = cells.map((cell) => cell.normalize('NFC'));
    const refuse = (code: string, params: Record<string, string | number> = {}): never => {
      throw new Refusal('rule', code, { line, ...params }, 'csv');
    };
    if (rest.some((cell) => cell !== '')) refuse('HOLIDAY_LINE_COLUMNS');
    const day = readDay(typedDay) ?? refuse('HOLIDAY_LINE_DAY', { typed: typedDay.slice(0, 40) });
    if (nameEn === '') refuse('HOLIDAY_LINE_NAME');
    if (Math.max(nameEn.length, nameHi.length) > NAME_LENGTH) refuse('HOLIDAY_NAME_LONG', { maximum: NAME_LENGTH });
    // What a spreadsheet saved in another script than Unicode arrives as \uFFFD.
    if (/[\p{Cc}\uFFFD]/u.test(nameEn + nameHi)) refuse('HOLIDAY_LINE_NAME');
    const before = seen.get(day);
    if (before !== undefined) refuse('HOLIDAY_LINE_TWICE', { day, before });
    seen.set(day, line);
    return { day, nameEn, nameHi: nameHi === '' ? nameEn : nameHi };
  });
}

/** 2027-01-26, or as offices write it: 26-01-2027, 26/1/2027, 26.01.2027. */
function readDay(typed: string): CalendarDate | undefined {
  const office = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed);
  const text =
    office === null
      ? typed
      : `${office[3]}-${(office[2] ?? '').padStart(2, '0')}-${(office[1] ?? '').padStart(2, '0')}`;
  return isCalendarDate(text) ? calendarDate(text) : undefined;
}
