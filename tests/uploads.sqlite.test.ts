import { expect, test } from 'vitest';
import { sendFilesTo } from './uploads/send-files-to.ts';

test('poisoned files are refused or made harmless, good ones are taken, and uploads that break off leave nothing', async () => {
  const { failures, refused, harmless, good } = await sendFilesTo('disk', { aborts: 50 });
  expect(failures).toEqual([]);
  expect([refused, harmless, good]).toEqual([63, 15, 13]);
});

test('so it is with a service that speaks S3: neither an object nor a row is left of what was not taken', async () => {
  const { failures, refused, harmless, good } = await sendFilesTo('service', { aborts: 10, each: 4 });
  expect(failures).toEqual([]);
  expect(refused + harmless).toBe(20);
  expect(Math.min(refused, harmless)).toBeGreaterThan(0);
  expect(good).toBe(13);
});
