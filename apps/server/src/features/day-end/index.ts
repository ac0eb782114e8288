export { dayEndRoutes } from './day-end-routes.ts';
export { dayEndMessages } from './messages.ts';
export { claimDayEnd, runAndTell } from './run-and-tell.ts';
export { type DayEndOutcome, type DayEndProgress, runDayEnd } from './run-day-end.ts';
export { runDayEndInOwnThread } from './run-in-own-thread.ts';
