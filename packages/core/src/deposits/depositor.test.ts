import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { depositorCategories } from './depositor.ts';

const on = calendarDate('2026-11-30');

test.each([
  ['1966-11-30', 'male', 'regular', ['senior']],
  ['1966-12-01', 'male', 'regular', []],
  ['1990-01-01', 'female', 'regular', ['woman']],
  ['1950-04-12', 'female', 'regular', ['senior', 'woman']],
  ['1950-04-12', 'female', 'institution', ['institution']],
])('who was born on %s, %s, %s, stands on the rate card as %j', (dateOfBirth, gender, memberClass, categories) => {
  const depositor = { dateOfBirth: calendarDate(dateOfBirth), gender, memberClass, isStaff: false };
  expect(depositorCategories(depositor, { seniorAge: 60 }, on)).toEqual(categories);
});

test('where the by-laws say 58, who is 58 today is a senior', () => {
  const depositor = { dateOfBirth: calendarDate('1968-11-30'), gender: 'male', memberClass: 'regular', isStaff: false };
  expect(depositorCategories(depositor, { seniorAge: 58 }, on)).toEqual(['senior']);
  expect(depositorCategories(depositor, { seniorAge: 60 }, on)).toEqual([]);
});

test('who works for the society has the rates for staff too; an institution is nobody’s staff', () => {
  const depositor = {
    dateOfBirth: calendarDate('1990-01-01'),
    gender: 'female',
    memberClass: 'regular',
    isStaff: true,
  };
  expect(depositorCategories(depositor, { seniorAge: 60 }, on)).toEqual(['woman', 'staff']);
  expect(depositorCategories({ ...depositor, memberClass: 'institution' }, { seniorAge: 60 }, on)).toEqual([
    'institution',
  ]);
});
