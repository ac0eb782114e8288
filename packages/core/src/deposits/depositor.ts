import { ageOn, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DepositorCategory } from './term-rates.ts';

/** From this age on a depositor is a senior citizen of the rate card. */
const SENIOR_AGE = 60;

export interface Depositor {
  readonly dateOfBirth: CalendarDate;
  readonly gender: string;
  readonly memberClass: string;
}

/** What the rate card calls a depositor besides a member, as far as the register says it. */
export function depositorCategories(
  { dateOfBirth, gender, memberClass }: Depositor,
  on: CalendarDate,
): DepositorCategory[] {
  if (memberClass === 'institution') return ['institution'];
  return [
    ...(ageOn(dateOfBirth, on) >= SENIOR_AGE ? ['senior' as const] : []),
    ...(gender === 'female' ? ['woman' as const] : []),
  ];
}
