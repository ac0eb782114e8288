import { ageOn, type CalendarDate } from '../calendar/calendar-date.ts';
import type { DepositorCategory } from './term-rates.ts';

export interface Depositor {
  readonly dateOfBirth: CalendarDate;
  readonly gender: string;
  readonly memberClass: string;
  /** Of the society's own staff. */
  readonly isStaff: boolean;
}

export interface DepositorRules {
  /** From this age on a depositor is a senior citizen of the rate card. */
  readonly seniorAge: number;
}

/** What the rate card calls a depositor besides a member, as far as the register says it. */
export function depositorCategories(
  { dateOfBirth, gender, memberClass, isStaff }: Depositor,
  { seniorAge }: DepositorRules,
  on: CalendarDate,
): Exclude<DepositorCategory, 'general'>[] {
  if (memberClass === 'institution') return ['institution'];
  return [
    ...(ageOn(dateOfBirth, on) >= seniorAge ? ['senior' as const] : []),
    ...(gender === 'female' ? ['woman' as const] : []),
    ...(isStaff ? ['staff' as const] : []),
  ];
}
