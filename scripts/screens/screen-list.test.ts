import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { steps } from '../../apps/web/src/setup/setup-answers.ts';
import { SCREENS } from './screen-list.ts';

// The routers are read as text: they load the whole app, style sheets and all, which only a browser can.
const source = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../apps/web/src/${path}`, import.meta.url)), 'utf8');
const shown = (entry: string) => new Set(SCREENS.filter((screen) => screen.entry === entry).map(({ route }) => route));

test('every route of the staff router is among the screens', () => {
  const routes = [...source('staff/router.tsx').matchAll(/^\s*path: '([^']+)'/gm)].map(([, path = '']) => path);
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => !shown('staff').has(route))).toEqual([]);
});

test('every route of the member app is among the screens', () => {
  const routes = [...source('member/member-app.tsx').matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path);
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !shown('member').has(route))).toEqual([]);
});

test('every step of the set-up wizard is among the screens', () => {
  expect(steps.filter((step) => !shown('setup').has(`/setup#${step}`))).toEqual([]);
});

test('no screen is of a route that is gone, and no two pictures of one reader have one name', () => {
  const text = `${source('staff/router.tsx')}${source('member/member-app.tsx')}`;
  const gone = SCREENS.filter(({ entry, route }) => entry !== 'setup' && route !== '*' && !text.includes(route));
  expect(gone.map(({ name }) => name)).toEqual([]);
  const names = SCREENS.flatMap(({ name, readers }) => readers.map((reader) => `${reader}/${name}`));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
