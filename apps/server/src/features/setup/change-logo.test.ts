import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { societyFeatures } from './test-features.ts';
import { setUpTestSociety } from './test-society.ts';

/** One dot, in two colours. */
const BERRY = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const WHITE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

let kafal: TestApp;
let administrator: SignedIn;
beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  administrator = await kafal.staff('administrator', 'Asha Negi');
});
afterEach(() => kafal.close());

const change = (base64: string) =>
  administrator.inject({
    method: 'PUT',
    url: '/api/society/logo',
    payload: { logo: `data:image/png;base64,${base64}` },
  });
const remove = () => administrator.inject({ method: 'DELETE', url: '/api/society/logo' });
const addressOf = async () => (await kafal.inject({ url: '/api/society' })).json().logo;

test('another logo is seen by everybody at once, under an address of its own', async () => {
  expect(await addressOf()).toBeNull();
  expect((await change(BERRY)).json()).toMatchObject({ logo: expect.stringMatching(/^\/api\/society\/logo\?v=/) });
  const first = await addressOf();
  expect((await kafal.inject({ url: first })).rawPayload.toString('base64')).toBe(BERRY);

  await change(WHITE);
  const second = await addressOf();
  expect(second).not.toBe(first);
  expect((await kafal.inject({ url: second })).rawPayload.toString('base64')).toBe(WHITE);
  const { length } = await kafal.platform.database
    .selectFrom('audit')
    .select('id')
    .where('action', '=', 'setting.changed')
    .where('subjectId', '=', 'society.logo')
    .execute();
  expect(length).toBe(2);
});

test('a logo can be taken away again, once', async () => {
  await change(BERRY);
  expect((await remove()).json()).toMatchObject({ logo: null });
  expect((await kafal.inject({ url: '/api/society/logo' })).statusCode).toBe(404);
  expect((await remove()).json()).toMatchObject({ status: 404, code: 'LOGO_NOT_FOUND' });
});

test('what says it is a picture and is none is refused at its field, and the old one stays', async () => {
  await change(BERRY);
  const before = await addressOf();
  expect((await change('AAAA')).json()).toMatchObject({ status: 400, code: 'LOGO_FORM', fields: [{ path: 'logo' }] });
  expect(await addressOf()).toBe(before);
});

test('members read the society in the languages it offers, and in no other', async () => {
  const member = await kafal.member(null);
  const choose = (who: SignedIn, language: string) =>
    who.inject({ method: 'PUT', url: '/api/me/language', payload: { language } });
  expect((await choose(member, 'hi')).statusCode).toBe(200);

  const put = (value: string) =>
    administrator.inject({
      method: 'PUT',
      url: '/api/settings/society.languages',
      payload: { value, effectiveFrom: '2026-11-30' },
    });
  expect((await put('en')).json()).toMatchObject({ applied: true, needsSecondPerson: false });
  expect((await kafal.inject({ url: '/api/society' })).json().languages).toEqual(['en']);
  expect((await choose(member, 'hi')).json()).toMatchObject({
    status: 422,
    code: 'LANGUAGE_NOT_OFFERED',
    detail: 'The society does not offer this language.',
  });
  expect((await choose(member, 'en')).statusCode).toBe(200);
  expect((await choose(administrator, 'hi')).statusCode).toBe(200);

  // Only a language whose words are whole may be offered, and one at least.
  for (const value of ['en, ne', 'ne', '']) expect((await put(value)).json()).toMatchObject({ code: 'SETTING_VALUE' });
});
