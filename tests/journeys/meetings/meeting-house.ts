// What both kinds of meetings have in common: they are drafted and called on the screen, and then their day is there.

import { addDays, type CalendarDate } from '@kafal/core';
import type { KeptHouse } from '../kept-deposits/kept-house.ts';
import { dialogOf, fill, press, sees } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';

const CHAIR = 'chair';

export interface Drafted {
  readonly kind: 'annual' | 'committee';
  readonly title: string;
  readonly item: string;
  /** Of what waits, to be added to the agenda. */
  readonly waiting?: string;
}

/** How the day is typed: "28-12-2026", in the digits of the language. */
export const typedDay = (house: KeptHouse, day: CalendarDate): string =>
  house.words.typed(day.split('-').toReversed().join('-'));

/** By the manager, on the screen; answers its id. */
export async function draftAndCall(house: KeptHouse, { kind, title, item, waiting }: Drafted): Promise<string> {
  const { staff, typed } = house.words;
  const office = await house.staff('manager');
  const { page } = office;
  const { committee } = await house.asManager<{ committee: { id: string; name: string }[] }>(
    '/api/meetings/preparation',
  );
  const chair = committee.find(({ name }) => name.toLowerCase().includes(CHAIR)) ?? committee[0];
  await office.open('/staff/meetings/new');
  await page.getByLabel(staff('meetings.pickKind'), { exact: true }).selectOption(kind);
  await fill(page, staff('meetings.name'), title);
  await fill(page, staff('meetings.day'), typedDay(house, addDays(house.today, kind === 'annual' ? 20 : 6)));
  await fill(page, staff('meetings.time'), typed('11:00'));
  await fill(page, staff('meeting.place'), house.words.language === 'hi' ? 'विद्यालय का सभागार' : 'Hall of the school');
  await page.getByLabel(staff('meeting.chair'), { exact: true }).selectOption(chair?.id ?? '');
  await fill(page, `${staff('meetings.item', { place: 1 })}: ${staff('meetings.itemTitle')}`, item);
  if (waiting !== undefined) await page.getByRole('button', { name: new RegExp(waiting) }).click();
  await office.look(`${kind}-draft`);
  await press(page, staff('meetings.save'));
  await press(page, staff('meetings.call'));
  await office.look(`${kind}-call`);
  await press(dialogOf(page), staff('meetings.call'));
  await dialogOf(page).waitFor({ state: 'hidden' });
  await sees(page, staff('meeting.state.called'));
  await office.look(`${kind}-called`);
  return idOf(office);
}

export const idOf = ({ page }: Visitor): string => /\/meetings\/(\d+)/.exec(page.url())?.[1] ?? '';

/** Its day is today, and the manager opens it. */
export async function openOnItsDay(house: KeptHouse, id: string): Promise<Visitor> {
  const { staff } = house.words;
  house.asIfBefore('UPDATE meeting SET heldOn = ? WHERE id = ?', house.today, id);
  const office = await house.staff('manager');
  await office.open(`/staff/meetings/${id}`);
  await press(office.page, staff('meetings.open'));
  await office.page.getByRole('button', { name: staff('meetings.close'), exact: true }).waitFor();
  return office;
}

/** About a loan of the agenda the words stand there; proposer and seconder are the first two who are there. */
export async function propose(
  house: KeptHouse,
  { text, item }: { readonly text?: string; readonly item?: number },
): Promise<void> {
  const { staff } = house.words;
  const office = await house.staff('manager');
  const { page } = office;
  await press(page, staff('meetings.propose'));
  const dialog = dialogOf(page);
  if (item !== undefined) {
    await dialog.getByLabel(staff('meetings.aboutItem'), { exact: true }).selectOption({ index: item });
  }
  if (text !== undefined) await fill(dialog, staff('meetings.proposeText'), text);
  await dialog.getByLabel(staff('meetings.proposer'), { exact: true }).selectOption({ index: 1 });
  await dialog.getByLabel(staff('meetings.seconder'), { exact: true }).selectOption({ index: 2 });
  await office.look('propose');
  await press(dialog, staff('meetings.propose'));
  await dialog.waitFor({ state: 'hidden' });
  await sees(page, staff('meeting.result.proposed'));
}
