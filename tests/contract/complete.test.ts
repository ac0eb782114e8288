// Every promise S1–S123 and every defect 1–18 has its test, once, and none stands as to do.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './running-server.ts';

const files = globSync(join(ROOT, 'tests/{contract,databases}/*.test.ts')).filter(
  (file) => !file.endsWith('complete.test.ts'),
);
const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n');
const titles = [...sources.matchAll(/\b(test(?:\.todo)?|describe)\(\s*(['"`])(S\d+|defect \d+) ([^\n]+?)\2/g)].map(
  ([, kind = '', , name = '', sentence = '']) => ({ kind, name, sentence }),
);

function expectOnceEach(names: readonly string[]): void {
  const found = titles.map(({ name }) => name).filter((name) => name.startsWith(names[0]?.replace(/\d+$/, '') ?? ''));
  expect(found.toSorted()).toEqual(names.toSorted());
}

test('each of the 123 promises has one test', () => {
  expectOnceEach(Array.from({ length: 123 }, (_each, index) => `S${index + 1}`));
});

test('each of the 18 defects has one test', () => {
  expectOnceEach(Array.from({ length: 18 }, (_each, index) => `defect ${index + 1}`));
});

test('nothing of it is still to do', () => {
  expect(titles.filter(({ kind }) => kind === 'test.todo')).toEqual([]);
});
