// Another system is to be told of what happens: added by the administrator, tried, given another secret, ended.

import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { dialogOf, fill, press, sees, title } from '../society-day/controls.ts';

export const webhookStories: readonly Story[] = [
  { title: 'the administrator adds a receiver and tries it; nobody is there', walk: addAndTry },
  { title: 'what happens waits for it, and it is ended', walk: waitAndEnd },
];

const NAME = 'Tally';
/** A name of which nobody is (RFC 2606). */
const ADDRESS = 'https://books.example.org/kafal';

async function addAndTry(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const desk = await house.staff('admin');
  const { page } = desk;
  await desk.open('/staff/settings/webhooks');
  await title(page, staff('webhooks.titleNone'));
  await press(page, staff('webhooks.add'));
  const form = dialogOf(page);
  await fill(form, staff('webhooks.name'), NAME);
  await fill(form, staff('webhooks.url'), 'https://10.0.0.1/kafal');
  await form.getByLabel(staff('webhooks.event.receipt.issued'), { exact: true }).check();
  await form.getByLabel(staff('webhooks.event.entry.reversed'), { exact: true }).check();
  desk.expectRefusal(400, '/api/webhooks');
  await press(form, staff('webhooks.addNow'));
  await form.getByRole('alert').first().waitFor();
  await desk.look('webhook-form');
  await fill(form, staff('webhooks.url'), ADDRESS);
  await press(form, staff('webhooks.addNow'));
  await page.getByTestId('webhook-secret').getByText('whsec_').waitFor();
  await desk.look('webhook-secret');
  await press(page, staff('webhooks.secretDone'));
  await page.getByRole('link', { name: NAME }).click();
  await title(page, NAME);
  await press(page, staff('webhooks.test'));
  await sees(page, staff('webhooks.problem.not-reached'));
  await desk.look('webhook-tried');
}

async function waitAndEnd(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const desk = await house.staff('admin');
  const { page } = desk;
  const { memberId, depositId } = house.saver(2);
  const lines = [{ kind: 'savings', depositId, amount: '10.00' }];
  await house.asCashier('POST', '/api/receipts', { memberId, lines, mode: 'cash' });
  await page.reload();
  await sees(page, staff('webhooks.event.receipt.issued'));
  await sees(page, staff('webhooks.delivery.waiting'));
  await desk.look('webhook-waiting');
  await desk.open('/staff/settings/webhooks');
  await desk.look('webhooks');
  await page.getByRole('link', { name: NAME }).click();
  await press(page, staff('webhooks.end'));
  await press(dialogOf(page), staff('webhooks.end'));
  await title(page, staff('webhooks.titleNone'));
}
