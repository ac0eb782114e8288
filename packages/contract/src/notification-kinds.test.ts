import { expect, test } from 'vitest';
import { EVENTS, type EventName, isKeptForOne, keptForMany } from './events.ts';
import {
  comesInQuiet,
  KINDS_OF_MEMBERS,
  KINDS_OF_STAFF,
  kindOfEvent,
  mustCome,
  namedKindOf,
} from './notification-kinds.ts';

// Each key of EVENTS is a name of an event.
const names = Object.keys(EVENTS) as EventName[];
const comes = names.filter((name) => isKeptForOne(name) || keptForMany(name) !== undefined);

test('every event that comes to somebody’s list has a kind that they can choose, and no other event has one', () => {
  expect(names.filter((name) => namedKindOf(name) !== undefined)).toEqual(comes);
  for (const name of comes) expect([...KINDS_OF_MEMBERS, ...KINDS_OF_STAFF], name).toContain(kindOfEvent(name));
});

test('the notice of a general meeting and the letters about a loan always come; of them only the first comes at night', () => {
  const bound = names.filter((name) => mustCome(kindOfEvent(name)));
  expect(bound.toSorted()).toEqual([
    'loan.noticed',
    'notice.of-law',
    'password.changed',
    'session.theft-suspected',
    'surety.noticed',
  ]);
  expect(bound.filter(comesInQuiet).toSorted()).toEqual([
    'notice.of-law',
    'password.changed',
    'session.theft-suspected',
  ]);
});
