import { expect, test } from 'vitest';
import { seededIds, systemIds } from './ids.ts';

test('a random token has the bytes asked for, and no two are alike', () => {
  const tokens = Array.from({ length: 1_000 }, () => systemIds.randomToken());

  expect(new Set(tokens).size).toBe(1_000);
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{22}$/.test(token))).toBe(true);
  expect(Buffer.from(systemIds.randomToken(48), 'base64url')).toHaveLength(48);
});

test('the same seed gives the same ids in the same order, another seed others', () => {
  const draw = (seed: string) => {
    const ids = seededIds(seed);
    return [ids.randomToken(), ids.randomToken(64), ids.randomToken()];
  };

  expect(draw('demo')).toEqual(draw('demo'));
  expect(new Set([...draw('demo'), ...draw('other')]).size).toBe(6);
});
