// From an empty house to its first receipt, in the hands of somebody who types as people type: letter by letter, with a
// moment before each field and each button, and a longer one before each new screen. Nobody walks from desk to desk.

import type { Browser, Page } from 'playwright-core';
import { castOf, passwordOf } from '../tests/journeys/society-day/cast.ts';
import { dialogOf, follow, menuTo, title } from '../tests/journeys/society-day/controls.ts';
import { visit } from '../tests/journeys/visitor.ts';
import { wordsOf } from '../tests/journeys/words.ts';
import type { RealServer } from '../tests/servers/real-server.ts';

/** Some 35 words a minute, as somebody who has learnt it by doing. */
const KEY_MS = 280;
const FIELD_MS = 1_000;
const BUTTON_MS = 1_200;
const SCREEN_MS = 4_000;

const words = wordsOf('en');
const cast = castOf('en');

class Hands {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async read(): Promise<void> {
    await this.page.waitForTimeout(SCREEN_MS);
  }

  async type(label: string, value: string, place: Pick<Page, 'getByLabel'> = this.page): Promise<void> {
    const field = place.getByLabel(label, { exact: true });
    await this.page.waitForTimeout(FIELD_MS);
    await field.click();
    await field.pressSequentially(value, { delay: KEY_MS });
  }

  async choose(label: string, value: string, place: Pick<Page, 'getByLabel'> = this.page): Promise<void> {
    await this.page.waitForTimeout(FIELD_MS + BUTTON_MS);
    await place.getByLabel(label, { exact: true }).selectOption(value);
  }

  async press(name: string, place: Pick<Page, 'getByRole'> = this.page): Promise<void> {
    await this.page.waitForTimeout(BUTTON_MS);
    await place.getByRole('button', { name, exact: true }).click();
  }
}

/** Answers how many minutes it took. */
export async function openAndTakeTheFirstReceipt(
  browser: Browser,
  house: RealServer,
  say: (sentence: string) => void,
): Promise<number> {
  const startedAt = performance.now();
  const minutes = () => (performance.now() - startedAt) / 60_000;
  const comeIn = async (name: string) => {
    const origin = house.api.replace('127.0.0.1', 'localhost');
    return (await visit({ browser, name, screen: 'desk', language: 'en', origin })).page;
  };

  const founder = new Hands(await comeIn('founder'));
  await founder.page.goto(`${house.api.replace('127.0.0.1', 'localhost')}/setup`);
  await setUp(founder, house.setupCode ?? '');
  say(`  the society is set up after ${minutes().toFixed(1)} min`);

  const codes = await hire(founder);
  const cashier = new Hands(await comeIn('cashier'));
  const manager = new Hands(await comeIn('manager'));
  for (const [hands, name] of [
    [cashier, 'cashier'],
    [manager, 'manager'],
  ] as const)
    await chooseAPassword(hands, name, codes.get(name) ?? '', house);
  say(`  the cashier and the manager are in after ${minutes().toFixed(1)} min`);

  await register(cashier);
  await approve(manager);
  say(`  the first member is admitted after ${minutes().toFixed(1)} min`);

  await takeTheReceipt(cashier);
  const took = minutes();
  say(`  the first receipt is taken after ${took.toFixed(1)} min`);
  return took;
}

async function setUp(hands: Hands, code: string): Promise<void> {
  const t = words.setup;
  const { page } = hands;
  const next = () => hands.press(t('act.next'));
  await hands.read();
  await hands.type(t('code.label'), code);
  await next();
  await title(page, t('step.preset'));
  await hands.read();
  await next();
  await title(page, t('step.society'));
  await hands.read();
  await hands.type(t('society.name'), cast.society.name);
  await hands.type(t('society.registrationNumber'), cast.society.registrationNumber);
  await hands.type(t('society.address'), cast.society.address);
  await next();
  for (const step of ['year', 'fees', 'shares'] as const) {
    await title(page, t(`step.${step}`));
    await hands.read();
    await next();
  }
  await title(page, t('step.administrator'));
  await hands.read();
  await hands.type(t('administrator.name'), cast.administrator);
  await hands.type(t('administrator.password'), passwordOf('admin'));
  await hands.type(t('administrator.repeat'), passwordOf('admin'));
  await next();
  await title(page, t('summary.title'));
  await hands.read();
  await hands.press(t('summary.act'));
  await title(page, t('first.title'));
  await hands.read();
  await follow(page, t('first.act'));
  await logIn(hands, 'admin');
}

async function logIn(hands: Hands, who: string): Promise<void> {
  const t = words.staff;
  await title(hands.page, t('login.title'));
  await hands.type(t('login.username'), who);
  await hands.type(t('login.password'), passwordOf(who));
  await hands.press(t('login.enter'));
  await hands.page.getByRole('navigation', { name: t('shell.pages') }).waitFor();
}

/** Two people, since nobody decides on what they wrote down themselves. */
async function hire(hands: Hands): Promise<ReadonlyMap<string, string>> {
  const t = words.staff;
  const { page } = hands;
  const codes = new Map<string, string>();
  await menuTo(page, words, 'nav.settings', 'nav.users');
  await hands.read();
  for (const role of ['cashier', 'manager'] as const) {
    await hands.press(t('users.create'));
    const dialog = dialogOf(page);
    await hands.type(t('user.name'), cast.staff[role], dialog);
    await hands.type(t('user.username'), role, dialog);
    await hands.choose(t('user.role'), role, dialog);
    await hands.press(t('users.createNow'), dialog);
    codes.set(role, await dialog.getByTestId('one-time-code').innerText());
    await hands.press(t('act.close'), dialog);
  }
  return codes;
}

async function chooseAPassword(hands: Hands, who: string, code: string, house: RealServer): Promise<void> {
  const t = words.staff;
  const { page } = hands;
  await page.goto(`${house.api.replace('127.0.0.1', 'localhost')}/staff`);
  await follow(page, t('login.forgotten'));
  await hands.type(t('login.username'), who);
  await hands.type(t('forgotten.code'), code);
  await hands.type(t('password.new'), passwordOf(who));
  await hands.type(t('password.repeat'), passwordOf(who));
  await hands.press(t('forgotten.change'));
  await logIn(hands, who);
}

async function register(hands: Hands): Promise<void> {
  const t = words.staff;
  const { page } = hands;
  const { walkIn } = cast;
  await menuTo(page, words, 'nav.applications');
  await follow(page, t('applications.register'));
  await hands.read();
  await hands.type(t('member.name'), walkIn.name);
  const person = page.getByRole('region', { name: t('application.person'), exact: true });
  await hands.type(t('member.dateOfBirth'), walkIn.born.join('-'), person);
  await hands.choose(t('member.gender'), 'male');
  for (const name of ['occupation', 'addressLine', 'locality', 'district', 'state', 'postalCode', 'phone'] as const) {
    await hands.type(t(`member.${name}`), walkIn[name]);
  }
  const nominees = page.getByRole('region', { name: t('nominee.title'), exact: true });
  await hands.type(t('nominee.name'), walkIn.spouse.name, nominees);
  await hands.type(t('nominee.relation'), walkIn.spouse.relation, nominees);
  await hands.type(t('member.dateOfBirth'), '09-02-1978', nominees);
  await hands.press(t('register.submit'));
  await page.getByRole('heading', { level: 1, name: new RegExp(t('register.done', { number: '\\S+' })) }).waitFor();
}

async function approve(hands: Hands): Promise<void> {
  const t = words.staff;
  const { page } = hands;
  await menuTo(page, words, 'nav.applications');
  await follow(page, cast.walkIn.name);
  await hands.read();
  await hands.press(t('application.approve'));
  await page.getByTestId('member-number').waitFor();
}

async function takeTheReceipt(hands: Hands): Promise<void> {
  const t = words.staff;
  const { page } = hands;
  const nothing = words.money('0.00');
  await menuTo(page, words, 'nav.counter');
  await follow(page, t('counter.openTill'));
  await hands.read();
  await hands.press(t('till.openWith', { till: 'T1', amount: nothing }));
  await menuTo(page, words, 'nav.counter');
  await page.keyboard.press('F2');
  await page.keyboard.type(cast.walkIn.name.split(' ')[0] ?? '', { delay: KEY_MS });
  await page.getByRole('option', { name: new RegExp(cast.walkIn.name) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByTestId('act-preview').waitFor();
  await hands.read();
  await page.keyboard.press('F9');
  await page.getByTestId('issued-receipt').waitFor();
}
