// What members are told before its day: one list of dated rules, worked through by the end of a day.

export { remindNext } from './remind-next.ts';
export { remindersRoutes } from './reminders-routes.ts';
export { sweepReminders } from './sweep-reminders.ts';
