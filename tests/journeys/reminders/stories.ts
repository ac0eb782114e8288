// What the society tells by itself, and what each does with it: two people change how long before a day members are reminded, the
// end of the day tells one, who finds it among the rest and says when to be left alone. A receipt goes out by WhatsApp from both sides
// of the counter; the place it goes to is played here, and nothing leaves this machine.

import type { Page } from 'playwright-core';
import type { KeptHouse, Story } from '../kept-deposits/kept-house.ts';
import { dialogOf, fill, noLonger, pick, press, sees } from '../society-day/controls.ts';
import type { Visitor } from '../visitor.ts';

export const reminderStories: readonly Story[] = [
  { title: 'the manager sees whom the rules reach in the next week: nobody of a recurring deposit', walk: seeNobody },
  { title: 'two people change how many days before members are reminded of an instalment', walk: changeRule },
  { title: 'the day ends, and the member finds the reminder by its kind', walk: remind },
  { title: 'the member says what comes by which way, and when not', walk: choose },
  { title: 'the office filters what it was told, and has quiet hours of its own', walk: filterAtTheOffice },
  {
    title: 'the cashier sends a receipt by WhatsApp, whose words are asked for when it is pressed',
    walk: sendFromDesk,
  },
  { title: 'the member sends the same receipt, also where the browser opens no window by itself', walk: sendFromPhone },
];

const FIRST = 0;
/** The first is a month away; the second reaches it today, however far a holiday moves it. */
const DAYS_BEFORE = ['28', '35'] as const;

interface Rules {
  readonly items: readonly {
    readonly kind: string;
    readonly week: readonly { readonly day: string; readonly members: number }[];
  }[];
}

const weekOf = async (house: KeptHouse) => {
  const { items } = await house.asManager<Rules>('/api/reminders');
  const week = items.find(({ kind }) => kind === 'deposit-instalment')?.week ?? [];
  return week.filter(({ members }) => members > 0);
};

async function seeNobody(house: KeptHouse): Promise<void> {
  const { staff } = house.words;
  const { memberId } = house.saver(FIRST);
  const deposit = { memberId, productCode: 'RD', amount: '500.00', months: 12, payment: { mode: 'cash' } };
  await house.asCashier('POST', '/api/deposits', deposit);
  const before = await weekOf(house);
  if (before.length > 0) throw new Error(`Somebody is reminded already: ${JSON.stringify(before)}`);
  const desk = await house.staff('manager');
  await desk.open('/staff/settings/reminders');
  await sees(desk.page, staff('reminders.kind.deposit-instalment'));
  await desk.page
    .getByRole('img', { name: staff('reminders.nobody') })
    .first()
    .waitFor();
  await desk.look('reminders');
}

async function changeRule(house: KeptHouse): Promise<void> {
  const { staff, day, typed } = house.words;
  const desk = await house.staff('admin');
  const { page } = desk;
  await desk.open('/staff/settings/reminders');
  await press(page, staff('reminders.kind.deposit-instalment'));
  const panel = dialogOf(page);
  await fill(panel, staff('settings.value'), typed(DAYS_BEFORE.join(', ')));
  await press(panel, staff('rule.show'));
  await panel.getByRole('button', { name: staff('rule.ask'), exact: true }).waitFor();
  await desk.look('reminder-rule-asked');
  await press(panel, staff('rule.ask'));
  await panel
    .getByRole('link', { name: staff('rule.openRequest') })
    .first()
    .waitFor();
  await house.agree('manager', DAYS_BEFORE, 'reminder-rule-agreed');
  const [reached] = await weekOf(house);
  if (reached === undefined) throw new Error('The new rule reaches nobody.');
  await desk.open('/staff/settings/reminders');
  const picture = staff('reminders.daySentence', { day: day(reached.day), count: reached.members });
  await page.getByRole('img', { name: picture }).waitFor();
  await desk.look('reminders-of-the-week');
}

async function remind(house: KeptHouse): Promise<void> {
  const { choices } = house.words;
  await house.endDays(house.today);
  const phone = await house.member(FIRST);
  const { page } = phone;
  await phone.open('/notifications?unread=true&kind=reminders');
  const rows = page.getByRole('main').locator('.list-title');
  await rows.first().waitFor();
  const [told, ...more] = await rows.allInnerTexts();
  if (told === undefined || more.length > 0) throw new Error(`Reminders: ${[told, ...more].join(', ')}`);
  await phone.look('notifications-unread');
  const about = choices('choices.filterKind');
  await page.getByLabel(about, { exact: true }).selectOption('security');
  await page.getByLabel(choices('choices.filterUnread'), { exact: true }).uncheck();
  await noLonger(page.getByText(told));
  await page.getByLabel(about, { exact: true }).selectOption('reminders');
  await sees(page, told);
  if (!page.url().includes('kind=reminders')) throw new Error(`The address does not say what is shown: ${page.url()}`);
  await phone.look('notifications-of-a-kind');
  // What was shown counts as read.
  await phone.open('/notifications?unread=true&kind=reminders');
  await sees(page, choices('choices.filterNone'));
  await phone.look('notifications-none');
}

async function choose(house: KeptHouse): Promise<void> {
  const { choices: words } = house.words;
  const phone = await house.member(FIRST);
  const { page } = phone;
  await phone.open('/notifications/choices');
  const reminders = page.getByRole('group', { name: words('choices.kind.reminders'), exact: true });
  await reminders.getByLabel(words('choices.channel.push'), { exact: true }).uncheck();
  await pick(page, words('choices.quiet.own'));
  await page.getByLabel(words('choices.quietFrom'), { exact: true }).fill('21:30');
  await page.getByLabel(words('choices.quietTo'), { exact: true }).fill('06:15');
  await phone.look('notification-choices');
  await press(page, words('choices.save'));
  await sees(page, words('choices.saved'));
  await page.reload();
  await page.getByLabel(words('choices.quietFrom'), { exact: true }).waitFor();
  const kept = [
    await page.getByLabel(words('choices.quietFrom'), { exact: true }).inputValue(),
    await page.getByLabel(words('choices.quietTo'), { exact: true }).inputValue(),
    await reminders.getByLabel(words('choices.channel.push'), { exact: true }).isChecked(),
  ];
  if (kept.join() !== '21:30,06:15,false') throw new Error(`Kept was ${kept.join()}`);
}

async function filterAtTheOffice(house: KeptHouse): Promise<void> {
  const { choices: words } = house.words;
  const desk = await house.staff('admin');
  const { page } = desk;
  await desk.open('/staff/notifications');
  await page.getByLabel(words('choices.filterKind'), { exact: true }).selectOption('decisions');
  await page.getByLabel(words('choices.filterRead'), { exact: true }).selectOption('true');
  await page.waitForURL(/kind=decisions/);
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  await desk.look('office-notifications-of-a-kind');
  await page.getByLabel(words('choices.filterKind'), { exact: true }).selectOption('security');
  await sees(page, words('choices.filterNone'));
  await desk.open('/staff/account');
  await page.getByLabel(words('choices.quiet'), { exact: true }).selectOption('own');
  const [from, to] = [page.locator('input[type=time]').first(), page.locator('input[type=time]').last()];
  await from.fill('20:00');
  await to.fill('08:00');
  await press(page, words('choices.save'));
  await sees(page, words('choices.saved'));
  await desk.look('office-quiet-hours');
}

const receiptOf = async (house: KeptHouse) => {
  const path = `/api/receipts?memberId=${house.saver(FIRST).memberId}`;
  const { items } = await house.as<{ items: { id: string; number: string; total: string }[] }>('manager', 'GET', path);
  const [newest] = items;
  if (newest === undefined) throw new Error('The member has no receipt.');
  return newest;
};

/** WhatsApp is not asked; the page that would be there is empty. Answers what the server was asked for meanwhile. */
async function playWhatsApp({ page }: Visitor): Promise<readonly string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/message')) asked.push(request.url());
  });
  await page
    .context()
    .route('https://wa.me/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' }));
  return asked;
}

async function wordsSent(page: Page, act: () => Promise<void>): Promise<URL> {
  const opens = page.waitForEvent('popup');
  await act();
  const opened = await opens;
  await opened.waitForURL('https://wa.me/**');
  const sent = new URL(opened.url());
  if ((await opened.evaluate('opener === null')) !== true) throw new Error('WhatsApp knows the page that opened it.');
  await opened.close();
  return sent;
}

async function sendFromDesk(house: KeptHouse): Promise<void> {
  const { staff, money } = house.words;
  const receipt = await receiptOf(house);
  const desk = await house.staff('cashier');
  const { page } = desk;
  const asked = await playWhatsApp(desk);
  await desk.open(`/staff/receipts/${receipt.id}`);
  await page.getByRole('button', { name: staff('receipt.whatsapp'), exact: true }).waitFor();
  await desk.look('receipt-to-send');
  if (asked.length > 0) throw new Error('The words were asked for before anybody wanted them.');
  const sent = await wordsSent(page, () => press(page, staff('receipt.whatsapp')));
  const text = sent.searchParams.get('text') ?? '';
  // The number of the member in the form of the country, and what the paper says.
  if (!/^\/91\d{10}$/.test(sent.pathname) || !text.includes(receipt.number) || asked.length !== 1) {
    throw new Error(`Sent was ${sent.href} after ${asked.length} questions, and not ${money(receipt.total)}`);
  }
}

async function sendFromPhone(house: KeptHouse): Promise<void> {
  const { member } = house.words;
  const receipt = await receiptOf(house);
  const phone = await house.member(FIRST);
  const { page } = phone;
  const asked = await playWhatsApp(phone);
  await phone.open(`/receipts/${receipt.id}`);
  await page.getByRole('button', { name: member('receipt.whatsapp'), exact: true }).waitFor();
  await phone.look('own-receipt-to-send');
  if (asked.length > 0) throw new Error('The words were asked for before anybody wanted them.');
  const sent = await wordsSent(page, () => press(page, member('receipt.whatsapp')));
  // Whom a member writes to is chosen there.
  if (sent.pathname !== '/' || !sent.searchParams.get('text')?.includes(receipt.number)) {
    throw new Error(`Sent was ${sent.href}`);
  }
  await page.evaluate('window.open = () => null');
  await press(page, member('receipt.whatsapp'));
  const link = page.getByRole('link', { name: member('receipt.whatsappOpen'), exact: true });
  await link.waitFor();
  await phone.look('own-receipt-window-refused');
  const again = await wordsSent(page, () => link.click());
  if (again.href !== sent.href) throw new Error(`Sent was ${again.href}`);
}
