// What members and staff do with accounts of every kind, in the order of a few days: deposits of a term, a rate that two agree on,
// accounts that are opened and paid in and out by their own rules, thrift and what is taken from savings at the day's end.

import { addDays, daysBetween } from '@kafal/core';
import type { Page } from 'playwright-core';
import { choose, dialogOf, fill, press, pressAct, sees, title } from '../society-day/controls.ts';
import { type AccountsHouse, inAYear, THRIFT } from './house.ts';
import { type AccountAct, TERM_ACTS } from './term-acts.ts';

export const ACCOUNT_ACTS: readonly AccountAct[] = [
  ...TERM_ACTS,
  { title: 'another rate is asked for by one person, who sees whom it touches', walk: askForAnotherRate },
  { title: 'a second person reads the same and confirms it', walk: confirmTheRate },
  { title: 'a current account is opened, paid in and paid out', walk: keepACurrentAccount },
  { title: 'a member saves for a goal, sees how far it is, and is paid out once it is reached', walk: saveForAGoal },
  { title: 'optional and emergency savings say when they are paid out, and are', walk: putByForLater },
  { title: 'a member has an instalment taken from savings', walk: orderInstalments },
  { title: 'the end of the days before raises thrift and finds too little for the instalment', walk: endTheDaysBefore },
  { title: 'the list of thrift names who owes, and the counter has it filled in', walk: takeThriftAtTheCounter },
  { title: 'the member sees what is owed and why the instalment was not taken', walk: readWhatIsOwed },
  { title: 'with the money there, the end of the day takes both, the instalment with its fine', walk: endTheDay },
  { title: 'the interest of savings opens to its days, balances and rate', walk: explainSavings },
];

export async function walkAct(house: AccountsHouse, { walk }: AccountAct): Promise<void> {
  const failed = await walk(house).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failed !== undefined) await house.pictures('failed');
  const noticed = house.takeComplaints();
  if (failed === undefined && noticed.length === 0) return;
  throw new Error([failed instanceof Error ? failed.message : failed, ...noticed].filter(Boolean).join('\n'), {
    cause: failed,
  });
}

async function askForAnotherRate(house: AccountsHouse): Promise<void> {
  const { words } = house;
  const t = words.staff;
  const admin = house.who('admin');
  const { page } = admin;
  await admin.open('/staff/settings/products');
  await page
    .getByRole('button', { name: words.language === 'hi' ? 'बचत खाता' : 'Savings account', exact: true })
    .click();
  const panel = dialogOf(page);
  await fill(panel, t('product.rate'), words.typed('4.5'));
  await press(panel, t('rule.show'));
  await panel.getByRole('region', { name: t('rule.preview') }).waitFor();
  await admin.look('010-rate-preview');
  await press(panel, t('rule.ask'));
  await panel.getByRole('link', { name: t('rule.openRequest') }).waitFor();
  await admin.look('011-rate-asked');
}

async function confirmTheRate(house: AccountsHouse): Promise<void> {
  const { words } = house;
  const t = words.staff;
  const manager = house.who('manager');
  const { page } = manager;
  await manager.open('/staff/approvals');
  await page
    .getByRole('main')
    .getByRole('link', { name: /SB|Savings account|बचत खाता/ })
    .first()
    .click();
  await sees(page, '4.5');
  await manager.look('012-rate-approval');
  await press(page, t('approval.approve'));
  await sees(page, t('approval.nowApproved'));
  await manager.open('/staff/settings/products');
  await sees(page, '4.5');
  await manager.look('013-products');
}

async function keepACurrentAccount(house: AccountsHouse): Promise<void> {
  const { words, other } = house;
  const { page } = house.who('cashier');
  const { number, id } = await openAccount(house, 'CA', '020-current-open');
  await takeFirstMoney(house, number, '3000', '021-current-first-money');
  await house.who('cashier').look('022-current-receipt');
  await house.who('cashier').open(`/staff/counter?member=${other.memberId}&desk=withdraw`);
  await payOut(house, id, '1200', '023-current-pay-out');
  await house.who('cashier').open(`/staff/savings/${id}`);
  await sees(page, words.money('1800.00'));
  await house.who('cashier').look('024-current-account');
}

async function saveForAGoal(house: AccountsHouse): Promise<void> {
  const { words, saver, today } = house;
  const t = words.staff;
  const [cashier, phone] = [house.who('cashier'), house.who('phone')];
  const { page } = cashier;
  const { number, id } = await openAccount(house, 'GS', '030-goal-open', async () => {
    await fill(page, t('goal.purpose'), words.language === 'hi' ? 'सिलाई मशीन' : 'A sewing machine');
    await fill(page, t('goal.target'), words.typed('6000'));
    await fill(page, t('goal.targetOn'), inAYear(today).split('-').reverse().join('-'));
  });
  await takeFirstMoney(house, number, '1500');
  await cashier.open(`/staff/savings/${id}`);
  await page.getByTestId('goal').waitFor();
  await cashier.look('032-goal-account');

  await phone.open('/accounts');
  await openOwn(phone.page, number);
  await phone.page.getByTestId('goal').waitFor();
  await sees(phone.page, words.money('1500.00'));
  await phone.look('033-goal-own');

  await cashier.open(`/staff/counter?member=${saver.memberId}&desk=withdraw`);
  await choose(page, t('counter.account'), id);
  await sees(page, t('member.available', { amount: words.money('0.00') }));
  await cashier.look('034-goal-kept');

  await cashier.open(`/staff/counter?member=${saver.memberId}&desk=receive`);
  await takeFor(house, number, '4500');
  await phone.open(`/accounts/${id}`);
  await phone.page.getByTestId('goal').waitFor();
  await phone.look('035-goal-reached-own');
  await cashier.open(`/staff/counter?member=${saver.memberId}&desk=withdraw`);
  await payOut(house, id, '6000', '036-goal-pay-out');
}

async function putByForLater(house: AccountsHouse): Promise<void> {
  const { other, words } = house;
  const cashier = house.who('cashier');
  for (const [code, name] of [
    ['OS', '040-optional'],
    ['ES', '042-emergency'],
  ] as const) {
    const { number, id } = await openAccount(house, code);
    await takeFirstMoney(house, number, '700');
    await cashier.open(`/staff/counter?member=${other.memberId}&desk=withdraw`);
    await payOut(house, id, '300');
    await cashier.open(`/staff/savings/${id}`);
    await sees(cashier.page, words.money('400.00'));
    await cashier.look(`${name}-account`);
  }
}

/** Its second instalment fell due a month ago, as the first one fell due on its own day. */
async function orderInstalments(house: AccountsHouse): Promise<void> {
  const { saver, today, words } = house;
  const phone = house.who('phone');
  house.recurring = await house.asCashier('/api/deposits', {
    memberId: saver.memberId,
    productCode: 'RD',
    amount: '5000.00',
    months: 12,
    payment: { mode: 'cash' },
  });
  const { id } = house.recurring;
  house.asIfBefore('UPDATE term_instalment SET dueOn = ? WHERE depositId = ? AND number = 2', addDays(today, -35), id);
  await phone.open(`/accounts/${id}`);
  const part = phone.page.getByRole('region', { name: words.dues('instruction.title') });
  await sees(part, words.dues('instruction.none'));
  await phone.look('050-instruction-to-give');
  await press(part, words.dues('instruction.set'));
  await part.getByRole('button', { name: words.dues('instruction.stop') }).waitFor();
  await phone.look('051-instruction-given');
  // It was given when the instalment fell due.
  house.asIfBefore('UPDATE standing_instruction SET startsOn = ?', addDays(today, -35));
}

async function endTheDaysBefore(house: AccountsHouse): Promise<void> {
  const { today, thriftDay } = house;
  await endDays(house, daysBetween(thriftDay, today) + 1, addDays(today, -1), '060');
}

async function takeThriftAtTheCounter(house: AccountsHouse): Promise<void> {
  const { words, other } = house;
  const t = words.staff;
  const [manager, cashier] = [house.who('manager'), house.who('cashier')];
  await manager.open('/staff/thrift-dues');
  await title(manager.page, t('thrift.countOwing', { count: 2, amount: words.money('400.00') }));
  await manager.look('062-thrift-dues');
  await cashier.open(`/staff/counter?member=${other.memberId}`);
  await sees(
    cashier.page,
    t('counter.thriftOwed', { amount: words.money(THRIFT), count: 1, day: words.day(house.thriftDay) }),
  );
  await cashier.page.getByTestId('act-preview').waitFor();
  await cashier.look('063-thrift-at-the-counter');
  await pressAct(cashier.page, t('counter.take', { amount: words.money(THRIFT) }));
  await cashier.page.getByTestId('issued-receipt').waitFor();
  await manager.open('/staff/thrift-dues');
  await title(manager.page, t('thrift.countOwing', { count: 1, amount: words.money(THRIFT) }));
}

async function readWhatIsOwed(house: AccountsHouse): Promise<void> {
  const { words, recurring, saver } = house;
  const t = words.dues;
  const [phone, cashier] = [house.who('phone'), house.who('cashier')];
  await phone.open(`/accounts/${recurring.id}`);
  await sees(phone.page, t('instruction.failing'));
  await phone.page.getByText(t('instruction.happened')).click();
  await phone.look('064-instruction-failed-own');
  await cashier.open(`/staff/savings/${recurring.id}`);
  await cashier.page.getByRole('region', { name: words.staff('instruction.title') }).waitFor();
  await cashier.look('065-instruction-failed');

  // The thrift account is there since the day's end; the member has it taken from savings, too.
  const { items } = await house.read<{ items: { id: string; kind: string }[] }>(
    `/api/deposits?memberId=${saver.memberId}`,
  );
  const thrift = items.find(({ kind }) => kind === 'thrift');
  await phone.open(`/accounts/${thrift?.id}`);
  await sees(phone.page, t('due.owes', { amount: words.money(THRIFT), day: words.day(house.thriftDay) }));
  await phone.page.locator('summary', { hasText: t('due.allMonths') }).click();
  await phone.look('066-thrift-owed-own');
  const part = phone.page.getByRole('region', { name: t('instruction.title') });
  await press(part, t('instruction.set'));
  await part.getByRole('button', { name: t('instruction.stop') }).waitFor();

  await cashier.open(`/staff/counter?member=${saver.memberId}&desk=receive`);
  const { accountNumber } = await house.read<{ accountNumber: string }>(`/api/deposits/${saver.depositId}`);
  await cashier.page.getByTestId('act-preview').waitFor();
  await cashier.look('067-counter-of-who-owes');
  for (const name of [/RD/, /CD/]) {
    const box = cashier.page.getByRole('row', { name }).getByRole('textbox').first();
    if ((await box.count()) > 0) await box.fill('');
  }
  await takeFor(house, accountNumber, '8000');
}

async function endTheDay(house: AccountsHouse): Promise<void> {
  await house.closeTill();
  await endDays(house, 1, house.today, '070');
  const { words, recurring } = house;
  const [phone, cashier] = [house.who('phone'), house.who('cashier')];
  await phone.open(`/accounts/${recurring.id}`);
  await phone.page.getByText(words.dues('instruction.happened')).click();
  // 1.50 for each hundred and month that is begun.
  await phone.look('072-instruction-taken-own');
  await cashier.open(`/staff/savings/${recurring.id}`);
  await cashier.page.getByRole('region', { name: words.staff('instruction.title') }).waitFor();
  await cashier.look('073-instruction-taken');
}

async function explainSavings(house: AccountsHouse): Promise<void> {
  const { words, saver } = house;
  const t = words.staff;
  const cashier = house.who('cashier');
  await cashier.open(`/staff/savings/${saver.depositId}`);
  await press(cashier.page, t('interest.show'));
  await cashier.page.getByRole('dialog', { name: t('interest.why') }).waitFor();
  await sees(cashier.page, '4.5');
  await cashier.look('080-interest-so-far');
}

type Opened = Promise<{ readonly number: string; readonly id: string }>;

/** Opens an account at the counter, empty, as the desk does for everybody who wants one. */
async function openAccount(
  house: AccountsHouse,
  code: 'CA' | 'GS' | 'OS' | 'ES',
  picture?: string,
  say = async () => {},
): Opened {
  const { words } = house;
  const t = words.staff;
  const cashier = house.who('cashier');
  const { page } = cashier;
  const { memberId } = code === 'GS' ? house.saver : house.other;
  await cashier.open(`/staff/counter?member=${memberId}&desk=deposit`);
  await choose(page, t('counter.depositKind'), code);
  await say();
  if (picture !== undefined) await cashier.look(picture);
  await pressAct(page, t('deposit.openNow'));
  await page.getByTestId('opened-account').waitFor();
  const { items } = await house.read<{ items: { id: string; accountNumber: string; productCode: string }[] }>(
    `/api/deposits?memberId=${memberId}`,
  );
  const account = items.find(({ productCode }) => productCode === code);
  if (account === undefined) throw new Error(`No account of ${code} was opened.`);
  await sees(page, t('deposit.openedNow', { number: account.accountNumber }));
  return { number: account.accountNumber, id: account.id };
}

async function takeFirstMoney(house: AccountsHouse, number: string, rupees: string, picture?: string): Promise<void> {
  const { words } = house;
  const cashier = house.who('cashier');
  await pressAct(cashier.page, words.staff('counter.firstMoney'));
  await takeFor(house, number, rupees, picture);
}

/** One amount on the line of this account. */
async function takeFor(house: AccountsHouse, number: string, rupees: string, picture?: string): Promise<void> {
  const { words } = house;
  const cashier = house.who('cashier');
  const { page } = cashier;
  await page
    .getByRole('row', { name: new RegExp(number) })
    .getByRole('textbox')
    .fill(words.typed(rupees));
  await page.getByTestId('act-preview').waitFor();
  if (picture !== undefined) await cashier.look(picture);
  await pressAct(page, words.staff('counter.take', { amount: words.money(`${rupees}.00`) }));
  await page.getByTestId('issued-receipt').waitFor();
}

async function payOut(house: AccountsHouse, depositId: string, rupees: string, picture?: string): Promise<void> {
  const { words } = house;
  const t = words.staff;
  const cashier = house.who('cashier');
  const { page } = cashier;
  await choose(page, t('counter.account'), depositId);
  await fill(page, t('counter.amountOut'), words.typed(rupees));
  await page.getByTestId('act-preview').waitFor();
  if (picture !== undefined) await cashier.look(picture);
  await pressAct(page, t('counter.pay', { amount: words.money(`${rupees}.00`) }));
  await page.getByTestId('issued-receipt').waitFor();
}

async function endDays(house: AccountsHouse, days: number, until: string, picture: string): Promise<void> {
  const { words } = house;
  const t = words.staff;
  const manager = house.who('manager');
  const { page } = manager;
  await manager.open('/staff/books/day-end');
  const plan = page.getByRole('region', { name: t('dayEnd.plan') });
  const choice = plan.getByLabel(t('dayEnd.upTo'), { exact: true });
  await plan.waitFor();
  if ((await choice.count()) > 0) await choice.selectOption(until);
  await manager.look(`${picture}-day-end`);
  await plan.getByRole('button').last().click();
  await sees(page, t('dayEnd.resultDays', { count: days }));
  await manager.look(`${picture}-day-ended`);
}

const openOwn = (page: Page, number: string) => page.getByRole('link', { name: new RegExp(number) }).click();
