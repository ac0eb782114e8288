import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropDrafts, keepDraft, keptDraft } from './kept-drafts.ts';

const first = { name: '', lines: [] as string[] };
const draft = { name: 'Sunita', lines: ['a'] };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 30) });
  const stored: Record<string, string> = {};
  Object.defineProperties(stored, {
    getItem: { value: (key: string) => stored[key] ?? null },
    setItem: {
      value: (key: string, value: string) => {
        stored[key] = value;
      },
    },
    removeItem: { value: (key: string) => delete stored[key] },
  });
  vi.stubGlobal('localStorage', stored);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a form comes back to whoever typed it, and to nobody else', () => {
  keepDraft('7', 'voucher', draft);
  expect(keptDraft('7', 'voucher', first)).toEqual(draft);
  expect(keptDraft('8', 'voucher', first)).toBeUndefined();
});

test('after three days it is forgotten', () => {
  keepDraft('7', 'voucher', draft);
  vi.setSystemTime(Date.UTC(2026, 11, 3, 0, 0, 1));
  expect(keptDraft('7', 'voucher', first)).toBeUndefined();
});

test('a form that has another shape since is not filled with the old one', () => {
  keepDraft('7', 'voucher', draft);
  expect(keptDraft('7', 'voucher', { ...first, reason: '' })).toBeUndefined();
});

test('logging out forgets every form; a log-in forgets those of others', () => {
  keepDraft('7', 'voucher', draft);
  keepDraft('8', 'voucher', draft);
  dropDrafts('7');
  expect([keptDraft('7', 'voucher', first), keptDraft('8', 'voucher', first)]).toEqual([draft, undefined]);
  dropDrafts();
  expect(keptDraft('7', 'voucher', first)).toBeUndefined();
});
