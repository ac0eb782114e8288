import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { viewsMessages, viewsRoutes } from './index.ts';

let app: TestApp;
let manager: SignedIn;
let cashier: SignedIn;

beforeEach(async () => {
  app = await createTestApp([{ name: 'views', routes: viewsRoutes, messages: viewsMessages }]);
  manager = await app.staff('manager', 'Meena Joshi');
  cashier = await app.staff('cashier', 'Kavita Bisht');
});
afterEach(() => app.close());

const active = {
  list: 'members',
  name: 'Active in Rajpur',
  search: { status: 'active', locality: 'Rajpur' },
  hiddenColumns: ['phone'],
};
const save = (view: object, by: SignedIn = manager) =>
  by.inject({ method: 'POST', url: '/api/me/views', payload: view });
const viewsOf = async (by: SignedIn, query = '') =>
  (await by.inject({ url: `/api/me/views${query}` })).json().items as { id: string; name: string }[];
const remove = (id: string, by: SignedIn = manager) => by.inject({ method: 'DELETE', url: `/api/me/views/${id}` });

test('a view is kept as it was saved, and only its owner finds it', async () => {
  const saved = await save(active);
  expect([saved.statusCode, saved.json()]).toEqual([201, { id: '1', ...active }]);
  expect(await viewsOf(manager)).toEqual([{ id: '1', ...active }]);
  expect(await viewsOf(cashier)).toEqual([]);
});

test('the views of one list come by name, without those of other lists', async () => {
  await save({ ...active, name: 'b' });
  await save({ ...active, name: 'a' });
  await save({ ...active, list: 'receipts', name: 'c' });
  expect((await viewsOf(manager, '?list=members')).map(({ name }) => name)).toEqual(['a', 'b']);
  expect(await viewsOf(manager)).toHaveLength(3);
});

test('saved again under its name, a view is replaced and not doubled', async () => {
  await save(active);
  const again = await save({ ...active, search: { status: 'dormant' }, hiddenColumns: [] });
  expect(again.json()).toMatchObject({ id: '1', search: { status: 'dormant' }, hiddenColumns: [] });
  expect(await viewsOf(manager)).toHaveLength(1);
});

test('two people may use the same name, each for their own view', async () => {
  await save(active);
  expect((await save(active, cashier)).statusCode).toBe(201);
});

test("a view is removed by its owner; another's answers like none", async () => {
  const { id } = (await save(active)).json();
  const stranger = await remove(id, cashier);
  const missing = await remove('999');
  expect([stranger.statusCode, stranger.json().code]).toEqual([404, 'VIEW_UNKNOWN']);
  expect(missing.json().code).toBe('VIEW_UNKNOWN');
  expect((await remove(id)).json()).toEqual({ done: true });
  expect(await viewsOf(manager)).toEqual([]);
});

test('saving and removing stand in the trail', async () => {
  const { id } = (await save(active)).json();
  await remove(id);
  const trail = await app.platform.database
    .selectFrom('audit')
    .select(['action', 'subjectKind', 'subjectId'])
    .orderBy('id')
    .execute();
  expect(trail).toEqual([
    { action: 'view.saved', subjectKind: 'saved_view', subjectId: id },
    { action: 'view.removed', subjectKind: 'saved_view', subjectId: id },
  ]);
});

test.each([
  ['list', { ...active, list: 'secrets' }, 'NOT_ONE_OF'],
  ['name', { ...active, name: '  ' }, 'TEXT_TOO_SHORT'],
  ['hiddenColumns.0', { ...active, hiddenColumns: ['<script>'] }, 'VIEW_WORD_FORM'],
  [
    'search',
    { ...active, search: Object.fromEntries([...'abcdefghijklm'].map((letter) => [letter, 'x'])) },
    'VIEW_TOO_MANY_FILTERS',
  ],
])('a view with a wrong %s is refused whole, at its field', async (path, view, code) => {
  const answer = await save(view);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().fields).toMatchObject([{ path, code, detail: expect.stringMatching(/ .*\.$/) }]);
  expect(await viewsOf(manager)).toEqual([]);
});

test('one person keeps a hundred views and no more, and can still change one of them', async () => {
  for (let number = 0; number < 100; number++) await save({ ...active, name: `View ${number}` });
  const more = await save({ ...active, name: 'One more' });
  expect([more.statusCode, more.json().code]).toEqual([422, 'VIEWS_TOO_MANY']);
  expect((await save({ ...active, name: 'View 7' })).statusCode).toBe(201);
});
