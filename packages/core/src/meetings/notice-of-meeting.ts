import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';

/**
 * The first day on which a meeting may be held whose notice goes out on `noticeOn`. Clear days count neither the day of the notice
 * nor that of the meeting: with 14 of them, notice on 1 December allows the 16th. Without any, it may be held the same day.
 */
export function earliestMeetingDay(noticeOn: CalendarDate, clearDays: number): CalendarDate {
  return clearDays === 0 ? noticeOn : addDays(noticeOn, clearDays + 1);
}

/** The last day on which the notice of a meeting on `heldOn` may go out. */
export function lastNoticeDay(heldOn: CalendarDate, clearDays: number): CalendarDate {
  return clearDays === 0 ? heldOn : addDays(heldOn, -(clearDays + 1));
}
