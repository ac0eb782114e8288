import { audienceOf, EVENTS, type EventName, isKeptForOne, keptForMany } from '@kafal/contract';
import { expect, test } from 'vitest';
import { EVENT_TEXTS } from './event-texts.ts';
import { MEMBER_TEXTS_NE } from './event-texts-ne.ts';

// Each key of EVENTS is a name of an event.
const names = Object.keys(EVENTS) as EventName[];
const comesToMembers = (name: EventName) =>
  keptForMany(name)?.includes('member') ||
  (isKeptForOne(name) && (audienceOf(name) === 'member' || audienceOf(name) === 'both'));

test('whatever comes to members is written in all three languages, with the same slots', () => {
  const slots = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).toSorted();
  for (const name of names.filter(comesToMembers)) {
    const { en, hi } = EVENT_TEXTS.member;
    const said = [en[name], hi[name], MEMBER_TEXTS_NE[name]].map((words) => words && slots(words.title + words.text));
    expect(said, name).toEqual([said[0], said[0], said[0]]);
    expect(said[0], name).toBeDefined();
  }
});
