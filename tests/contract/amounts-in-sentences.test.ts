// Amounts in what the server says stand as on every screen: "₹1,00,000.00", in both languages.

import { expect, test } from 'vitest';
import { allFeatures } from '../../apps/server/src/app.ts';
import type { Feature } from '../../apps/server/src/platform/http/build-app.ts';
import { Refusal } from '../../apps/server/src/platform/http/refusal.ts';
import { mergeMessages, platformMessages } from '../../apps/server/src/platform/http/sentences.ts';
import { createTestApp } from '../../apps/server/src/platform/http/test-app.ts';

const sources = [platformMessages, ...allFeatures.flatMap(({ messages }) => messages ?? [])];
const amountsIn = (sentence: string | undefined) =>
  [...(sentence ?? '').matchAll(/\{(\w+):money\}/g)].map(([, name]) => name).sort();

test('a sentence says the same amounts in English and in Hindi', () => {
  for (const { en, hi } of sources) {
    for (const [code, sentence] of Object.entries(en)) {
      expect([code, ...amountsIn(hi[code])]).toEqual([code, ...amountsIn(sentence)]);
    }
  }
});

const messages = {
  en: { TOO_MUCH: '{asked:money} is too much.', BARE: '{asked} is too much.', SHARES: 'They add to {sum} %.' },
  hi: { TOO_MUCH: '{asked:money} अधिक है।', BARE: '{asked} अधिक है।', SHARES: 'योग {sum} % है।' },
};

test('an amount that a sentence would show as it travels is found; a share of a hundred is none', () => {
  const sentences = mergeMessages([messages]);
  const amount = { asked: '100000.00' };
  expect(sentences.bareAmounts('en', 'BARE', amount)).toEqual(['asked']);
  expect(sentences.bareAmounts('hi', 'TOO_MUCH', amount)).toEqual([]);
  expect(sentences.bareAmounts('en', 'SHARES', { sum: '100.00' })).toEqual([]);
  expect([sentences.saysMoney('TOO_MUCH'), sentences.saysMoney('BARE')]).toEqual([true, false]);
});

test('every refusal of every test is looked at: one with a bare amount fails it, one with a grouped amount is told', async () => {
  const door: Feature = {
    name: 'door',
    messages,
    routes: async (app) => {
      for (const [path, code] of Object.entries({ '/api/too-much': 'TOO_MUCH', '/api/bare': 'BARE' })) {
        app.get(path, { config: { permission: 'public' } }, async () => {
          throw new Refusal('rule', code, { asked: '100000.00' });
        });
      }
    },
  };
  const { app, logged, close } = await createTestApp([door]);
  app.countMoneyIn(() => Promise.resolve('INR'));
  const grouped = await app.inject({ url: '/api/too-much', headers: { 'accept-language': 'hi' } });
  expect([grouped.statusCode, grouped.json().detail]).toEqual([422, '₹1,00,000.00 अधिक है।']);
  const bare = await app.inject('/api/bare');
  expect(bare.statusCode).toBe(500);
  const mistake = logged.map((line) => JSON.parse(line)).find(({ level }) => level === 'error');
  expect(mistake).toMatchObject({ err: { message: 'BARE' } });
  // Where the currency cannot be read, the refusal is told all the same.
  app.countMoneyIn(() => Promise.reject(new Error('no database')));
  expect((await app.inject('/api/too-much')).json().detail).toBe('100000.00 is too much.');
  await close();
});
