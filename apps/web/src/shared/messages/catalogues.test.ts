import { expect, test } from 'vitest';

// Every area has its folder of words here; a language that lacks a sentence shows the reader a key instead.
const catalogues = import.meta.glob<Record<string, Record<string, string>>>('./*/*.ts', { eager: true });

const areas = Object.keys(catalogues)
  .filter((path) => path.startsWith('./en/'))
  .map((path) => path.slice('./en/'.length));

function catalogue(language: string, area: string): Record<string, string> {
  return Object.assign({}, ...Object.values(catalogues[`./${language}/${area}`] ?? {}));
}

test.each(areas)('%s says the same things in English and Hindi', (area) => {
  expect(Object.keys(catalogue('hi', area)).sort()).toEqual(Object.keys(catalogue('en', area)).sort());
});

test.each(
  areas.flatMap(
    (area) =>
      [
        ['en', area],
        ['hi', area],
      ] as const,
  ),
)('%s/%s has no empty sentence', (language, area) => {
  const empty = Object.entries(catalogue(language, area)).filter(([, sentence]) => sentence.trim() === '');
  expect(empty).toEqual([]);
});

test.each(areas)('%s fills the same slots in both languages', (area) => {
  const english = catalogue('en', area);
  const hindi = catalogue('hi', area);
  const slots = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const [key, sentence] of Object.entries(english))
    expect([key, slots(hindi[key] ?? '')]).toEqual([key, slots(sentence)]);
});

test.each(areas)('%s has both forms of every plural', (area) => {
  const keys = new Set(Object.keys(catalogue('en', area)));
  const lone = [...keys].filter(
    (key) =>
      (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) ||
      (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))),
  );
  expect(lone).toEqual([]);
});
