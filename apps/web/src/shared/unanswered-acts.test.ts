import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LineLostError, ProblemError } from './problem.ts';
import { UnansweredActs } from './unanswered-acts.ts';

const act = { memberId: '7', amount: '1500.00' };
const store = () => new UnansweredActs<typeof act>('test');
const refused = (status: number, code = 'REFUSED') => new ProblemError({ status, code, detail: 'No.' });

function keepStorage(isOpen = true): void {
  const stored: Record<string, string> = {};
  Object.defineProperties(stored, {
    getItem: { value: (key: string) => stored[key] ?? null },
    setItem: {
      value: (key: string, value: string) => {
        if (!isOpen) throw new Error('full');
        stored[key] = value;
      },
    },
    removeItem: { value: (key: string) => delete stored[key] },
  });
  vi.stubGlobal('localStorage', stored);
}

async function lose(acts: UnansweredActs<typeof act>, owner: string, sent = act, error: unknown = new LineLostError()) {
  let used = '';
  await expect(
    acts.sendOnce(owner, sent, (key) => {
      used = key;
      return Promise.reject(error);
    }),
  ).rejects.toBe(error);
  return used;
}

beforeEach(() => keepStorage());
afterEach(() => void vi.unstubAllGlobals());

test('an act without an answer is there after a reload, and asked for again under its key', async () => {
  const key = await lose(store(), 'society 1');
  expect(store().of('society 1')).toMatchObject([{ act, key }]);
  expect(await store().sendOnce('society 1', { ...act }, (again) => Promise.resolve(again))).toBe(key);
  expect(store().of('society 1')).toEqual([]);
});

test('another user, or the same number in another society, sees nothing of it', async () => {
  await lose(store(), 'society 1');
  expect([...store().of('society 2'), ...store().of('other 1'), ...store().of('society 11')]).toEqual([]);
});

test('two acts stand side by side, each with its key', async () => {
  const first = await lose(store(), 'society 1');
  const second = await lose(store(), 'society 1', { ...act, amount: '1600.00' });
  expect(second).not.toBe(first);
  expect(
    new Set(
      store()
        .of('society 1')
        .map(({ key }) => key),
    ),
  ).toEqual(new Set([first, second]));
});

test('a refusal says that it was not done; a failing server, a copy on its way and a closed door say nothing', async () => {
  await lose(store(), 'society 1', act, refused(422));
  expect(store().of('society 1')).toEqual([]);
  const key = await lose(store(), 'society 1');
  for (const silent of [
    refused(500),
    refused(409, 'IDEMPOTENCY_IN_PROGRESS'),
    refused(401),
    refused(403),
    refused(429),
  ]) {
    expect(await lose(store(), 'society 1', act, silent)).toBe(key);
  }
  await lose(store(), 'society 1', act, refused(422));
  expect(store().of('society 1')).toEqual([]);
});

test('where the device keeps nothing, the page itself remembers', async () => {
  keepStorage(false);
  const acts = store();
  const key = await lose(acts, 'society 1');
  expect(await lose(acts, 'society 1')).toBe(key);
  acts.forgetAll();
  expect(acts.of('society 1')).toEqual([]);
});
