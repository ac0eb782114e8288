import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Decision, DecisionQueue, isDecided, type Outcome } from './decision-queue.ts';

const approve = (id: string): Decision => ({
  subject: { kind: 'approval', id, words: `Request ${id}` },
  act: 'approve',
});
const refusal = new Error('Meena Joshi has already decided this request.');

let sent: { id: string; key: string; isLeaving: boolean }[];
let answers: Record<string, () => Promise<Outcome>>;
let queue: DecisionQueue;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  answers = {};
  queue = new DecisionQueue(
    async ({ subject, key }, isLeaving) => {
      sent.push({ id: subject.id, key, isLeaving });
      return (await answers[subject.id]?.()) ?? {};
    },
    () => undefined,
  );
});
afterEach(() => {
  vi.useRealTimers();
});

const ids = () => sent.map(({ id }) => id);
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

test('a decision is sent after six seconds, once', async () => {
  queue.decide([approve('1')]);
  await pass(5);
  expect([ids(), queue.state().secondsLeft]).toEqual([[], 1]);
  await pass(1);
  expect(ids()).toEqual(['1']);
  await pass(60);
  expect(ids()).toEqual(['1']);
  expect(queue.state().results).toMatchObject([{ state: 'done' }]);
});

test('what is undone is never sent', async () => {
  queue.decide([approve('1'), approve('2')]);
  await pass(3);
  queue.undo();
  await pass(60);
  expect([ids(), queue.state().waiting]).toEqual([[], []]);
  expect(isDecided(queue.state(), { kind: 'approval', id: '1' })).toBe(false);
});

test('of several, each has its own key, and one that is refused keeps its reason while the others stand', async () => {
  answers['2'] = () => Promise.reject(refusal);
  queue.decide([approve('1'), approve('2'), approve('3')]);
  await pass(6);
  expect(ids()).toEqual(['1', '2', '3']);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
  expect(queue.state().results).toMatchObject([
    { state: 'done' },
    { state: 'refused', error: refusal },
    { state: 'done' },
  ]);
  // The refused one may be decided again; the others may not.
  expect(['1', '2', '3'].map((id) => isDecided(queue.state(), { kind: 'approval', id }))).toEqual([true, false, true]);
});

test('the next decision sends the one before it at once', async () => {
  queue.decide([approve('1')]);
  await pass(2);
  queue.decide([approve('2')]);
  await pass(0);
  expect(ids()).toEqual(['1']);
  expect(queue.state().waiting.map(({ subject }) => subject.id)).toEqual(['2']);
  await pass(6);
  expect(ids()).toEqual(['1', '2']);
});

test('time stands still while somebody is on the undo', async () => {
  queue.decide([approve('1')]);
  queue.hold(true);
  await pass(60);
  expect(ids()).toEqual([]);
  queue.hold(false);
  await pass(6);
  expect(ids()).toEqual(['1']);
});

test('whoever leaves the page means it: all are on their way before the first is answered', () => {
  answers['1'] = () => new Promise(() => {});
  queue.decide([approve('1'), approve('2')]);
  void queue.sendNow(true);
  expect(sent).toMatchObject([
    { id: '1', isLeaving: true },
    { id: '2', isLeaving: true },
  ]);
});
