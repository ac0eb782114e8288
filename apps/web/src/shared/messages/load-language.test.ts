import { expect, test, vi } from 'vitest';
import { addWords } from './load-language.ts';
import { message } from './messages.ts';

test('of two parts that are fetched at the same time, whichever is there last leaves the words of both', async () => {
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  const there = Promise.withResolvers<void>();
  const partOf = (key: string, answers: Promise<void>[]) => {
    const load = async () => {
      await answers.shift();
      return [{ [key]: `said of ${key}` }];
    };
    return { en: load, hi: load };
  };
  // The browser keeps who asks for a file first waiting longest.
  const goal = addWords(partOf('goal', [there.promise]));
  await addWords(partOf('standing', []));
  there.resolve();
  await goal;
  expect([message('goal'), message('standing')]).toEqual(['said of goal', 'said of standing']);
});
