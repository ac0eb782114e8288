// Every promise S1–S123 and every defect 1–18 has its test, once, or stands as to do under the title of what brings it.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NOTICES } from './later-issues.ts';
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

test('what is to do stands under the title of what brings it, and nothing else is to do', () => {
  const todo = titles.filter(({ kind }) => kind === 'test.todo');
  for (const { name, sentence } of todo) expect(sentence, name).toMatch(/ — \$\{NOTICES\}$/);
  expect(todo.map(({ name }) => name).toSorted()).toEqual(['S13', 'S14', 'S15', 'S75'].toSorted());
  expect(NOTICES.length).toBeGreaterThan(20);
});
