// Small moves that everybody makes: fill in, press, wait for what appears. Things are found by their role and their name.

import type { Locator, Page } from 'playwright-core';
import type { Words } from '../words.ts';

type Place = Page | Locator;

export const press = (place: Place, name: string) => place.getByRole('button', { name, exact: true }).click();

/** The button of an act, which may say its key too. */
export const pressAct = (place: Place, name: string) =>
  place.getByRole('button', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) }).click();

export const follow = (place: Place, name: string) => place.getByRole('link', { name, exact: true }).click();

/** The name a screen reader says of a field that may stay empty. */
export const optional = (words: Words, label: string) => `${label} (${words.member('field.optional')})`;

export const fill = (place: Place, label: string, value: string) =>
  place.getByLabel(label, { exact: true }).fill(value);

export const choose = (place: Place, label: string, value: string) =>
  place.getByLabel(label, { exact: true }).selectOption(value);

/** A day in three boxes, as the member's and the set-up pages ask for it. */
export async function fillDay(
  place: Place,
  words: Words,
  legend: string,
  [day, month, year]: readonly [string, string, string],
) {
  const group = place.getByRole('group', { name: legend, exact: true });
  await fill(group, words.member('date.day'), words.typed(day));
  await fill(group, words.member('date.month'), words.typed(month));
  await fill(group, words.member('date.year'), words.typed(year));
}

/** One of a few choices side by side. */
export const pick = (place: Place, label: string) =>
  place
    .getByRole('radio', { name: label, exact: true })
    .locator('xpath=following-sibling::label | self::*')
    .last()
    .click();

/** Waits until the heading of the page says this. */
export const title = (place: Place, name: string | RegExp) =>
  place.getByRole('heading', { level: 1, name, exact: typeof name === 'string' }).waitFor();

export const sees = (place: Place, text: string | RegExp) =>
  place
    .getByText(text, typeof text === 'string' ? { exact: false } : {})
    // Words for paper alone are in the page too.
    .filter({ visible: true })
    .first()
    .waitFor();

export const noLonger = (locator: Locator) => locator.waitFor({ state: 'hidden' });

/** A request in the list of approvals, by its kind: what was decided a moment ago may still stand above it. */
export const followRequest = (page: Page, words: Words, kind: 'member-status' | 'voucher' | 'withdrawal') =>
  page
    .getByRole('row')
    .filter({ hasText: words.staff(`approval.kind.${kind}`) })
    .getByRole('link')
    .first()
    .click();

export const dialogOf = (page: Page) => page.getByRole('dialog');

/** A page of the house, by the entries of the menu that lead to it. */
export async function menuTo(page: Page, words: Words, ...labels: Parameters<Words['staff']>[0][]): Promise<void> {
  const menu = page.getByRole('navigation', { name: words.staff('shell.pages') });
  for (const label of labels) await follow(menu, words.staff(label));
}
