export { dayEndMessages } from './messages.ts';
export { type DayEndOutcome, type DayEndProgress, runDayEnd } from './run-day-end.ts';
