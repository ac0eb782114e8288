// What stops money on an account, and whose the account is: each asked by one person and agreed to by another.

import { addMonths } from '@kafal/core';
import { choose, dialogOf, fill, follow, optional, press, sees, title } from '../society-day/controls.ts';
import type { KeptHouse, Story } from './kept-house.ts';

const why = (house: KeptHouse) => (house.words.language === 'hi' ? 'न्यायालय का आदेश' : 'Order of the civil court');

export const heldStories: readonly Story[] = [
  { title: 'a deposit with a lien is not closed, and the cashier reads why; two people lift it', walk: lien },
  { title: 'a member sees what of the savings is kept back and until when', walk: hold },
  { title: 'from a frozen account nothing goes out, and its member reads so', walk: freeze },
  { title: 'an account that sleeps is woken by two people, who know the member', walk: dormancy },
  { title: 'two hold an account, either of them takes money out, and the app says so', walk: jointHolders },
  { title: 'nominees of one account: their shares come to a hundred, or nothing is asked', walk: nominees },
];

async function askFor(
  house: KeptHouse,
  depositId: string,
  kind: 'hold' | 'lien' | 'freeze',
  write: () => Promise<void>,
): Promise<void> {
  const { staff } = house.words;
  const manager = await house.staff('manager');
  await manager.open(`/staff/savings/${depositId}`);
  await press(manager.page, staff('restriction.set'));
  await choose(manager.page, staff('restriction.kind'), kind);
  await write();
  await fill(manager.page, staff('act.reason'), why(house));
  await manager.look(`ask-${kind}`);
  await press(dialogOf(manager.page), staff('restriction.ask'));
  await sees(manager.page, staff('restriction.asked'));
}

async function lien(house: KeptHouse): Promise<void> {
  const { staff, money, typed } = house.words;
  const { page } = await house.staff('manager');
  const { id, accountNumber } = await house.asCashier<{ id: string; accountNumber: string }>('POST', '/api/deposits', {
    memberId: house.saver(0).memberId,
    productCode: 'FD',
    amount: '5000.00',
    months: 12,
    payment: { mode: 'cash' },
  });
  await askFor(house, id, 'lien', async () => {
    await fill(page, staff('restriction.amount'), typed('4000'));
    await fill(page, staff('restriction.loan'), 'LN000007');
  });
  await house.agree('committee', [accountNumber, why(house)], 'agree-lien');

  const cashier = await house.staff('cashier');
  await cashier.open(`/staff/savings/${id}`);
  await sees(cashier.page, 'LN000007');
  cashier.expectRefusal(422, '/closure');
  await press(cashier.page, staff('termClosing.open'));
  await sees(cashier.page.getByRole('alert'), money('4000.00'));
  await cashier.look('closure-on-a-lien');

  const manager = await house.staff('manager');
  await manager.open(`/staff/savings/${id}`);
  await manager.look('deposit-with-a-lien');
  await press(page, staff('restriction.lift'));
  await fill(dialogOf(page), staff('act.reason'), why(house));
  await manager.look('ask-lift');
  await press(dialogOf(page), staff('restriction.askLift'));
  await sees(page, staff('restriction.asked'));
  await house.agree('committee', [accountNumber], 'agree-lift');
  await cashier.open(`/staff/savings/${id}`);
  await press(cashier.page, staff('termClosing.open'));
  await cashier.page.getByTestId('closure').waitFor();
}

async function hold(house: KeptHouse): Promise<void> {
  const { staff, member, money, typed, day } = house.words;
  const { depositId } = house.saver(0);
  const until = addMonths(house.today, 2);
  const { page } = await house.staff('manager');
  await askFor(house, depositId, 'hold', async () => {
    await fill(page, staff('restriction.amount'), typed('2500'));
    await fill(page, optional(house.words, staff('restriction.until')), until.split('-').reverse().join('-'));
  });
  await house.agree('committee', [day(until)], 'agree-hold');

  const phone = await house.member(0);
  await phone.open(`/accounts/${depositId}`);
  await sees(phone.page, member('account.hold'));
  await sees(phone.page.getByRole('list'), money('2500.00'));
  await sees(phone.page.getByRole('list'), day(until));
  await phone.look('own-account-held');
}

async function freeze(house: KeptHouse): Promise<void> {
  const { member, staff } = house.words;
  const { depositId } = house.saver(2);
  const { page } = await house.staff('manager');
  await askFor(house, depositId, 'freeze', () => sees(dialogOf(page), staff('restriction.how.freeze')));
  await house.agree('committee', [], 'agree-freeze');
  await page.reload();
  await sees(page, staff('restriction.scope.out'));
  await (await house.staff('manager')).look('frozen-account');

  const phone = await house.member(2);
  await phone.open(`/accounts/${depositId}`);
  await sees(phone.page, member('account.balance'));
  await sees(phone.page, house.words.standing('standing.frozenOut'));
  await phone.look('own-account-frozen');
}

async function dormancy(house: KeptHouse): Promise<void> {
  const { staff, day } = house.words;
  const { depositId } = house.saver(1);
  const last = addMonths(house.today, -26);
  house.asIfBefore("UPDATE deposit SET status = 'dormant' WHERE id = ?", depositId);
  house.asIfBefore(
    'INSERT INTO deposit_dormancy (depositId, dormantOn, lastActiveOn) VALUES (?, ?, ?)',
    depositId,
    house.today,
    last,
  );
  const phone = await house.member(1);
  await phone.open(`/accounts/${depositId}`);
  await sees(phone.page, house.words.standing('standing.dormant'));
  await phone.look('own-account-dormant');

  const cashier = await house.staff('cashier');
  await cashier.open(`/staff/savings/${depositId}`);
  await sees(cashier.page, staff('dormancy.since', { day: day(house.today), last: day(last) }));
  await press(cashier.page, staff('dormancy.reactivate'));
  const known = house.words.language === 'hi' ? 'आधार और पासबुक देखी' : 'Aadhaar and passbook seen';
  await fill(cashier.page, staff('dormancy.knownBy'), known);
  await cashier.look('ask-reactivation');
  await press(dialogOf(cashier.page), staff('restriction.ask'));
  await sees(cashier.page, staff('restriction.asked'));
  await house.agree('manager', [known], 'agree-reactivation');
  await cashier.open(`/staff/savings/${depositId}`);
  await sees(cashier.page, staff('state.active'));
}

async function jointHolders(house: KeptHouse): Promise<void> {
  const { staff, member, money } = house.words;
  const [first, second] = [house.saver(0), house.saver(1)];
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open(`/staff/savings/${first.depositId}`);
  await press(page, staff('holding.change'));
  await choose(page, staff('holding.mode'), 'either-or-survivor');
  await dialogOf(page).getByRole('searchbox').fill(second.memberNumber);
  await dialogOf(page).getByRole('listbox').getByRole('option').first().click();
  await sees(dialogOf(page), second.memberNumber);
  await fill(page, staff('act.reason'), house.words.language === 'hi' ? 'दोनों ने लिखकर माँगा' : 'Both asked in writing');
  await cashier.look('ask-holders');
  await press(dialogOf(page), staff('restriction.ask'));
  await sees(page, staff('restriction.asked'));
  await house.agree('manager', [staff('holding.mode.either-or-survivor')], 'agree-holders');
  await cashier.open(`/staff/savings/${first.depositId}`);
  await sees(page, staff('holding.with'));
  await cashier.look('joint-account');

  const phone = await house.member(1);
  await phone.open(`/accounts/${first.depositId}`);
  await sees(phone.page, house.words.standing('standing.heldBy', { names: '' }).split(' ')[0] ?? '');
  await phone.look('joint-account-of-the-other');
  await follow(phone.page, member('home.transfer'));
  await title(phone.page, member('transfer.title'));
  await phone.open('/accounts');
  await title(phone.page, member('accounts.title'));
  await phone.look('accounts-with-a-joint-one');
  await sees(phone.page, money('9000.00'));
}

async function nominees(house: KeptHouse): Promise<void> {
  const { staff, typed } = house.words;
  const { depositId } = house.saver(1);
  const cashier = await house.staff('cashier');
  const { page } = cashier;
  await cashier.open(`/staff/savings/${depositId}`);
  await press(page, staff('depositNominee.change'));
  await press(dialogOf(page), staff('nominee.add'));
  const names = house.words.language === 'hi' ? ['कमला नेगी', 'दीपक नेगी'] : ['Kamla Negi', 'Deepak Negi'];
  for (const [index, share] of ['60', '30'].entries()) {
    const nominee = page.getByRole('group', { name: staff('nominee.nth', { number: index + 1 }), exact: true });
    await fill(nominee, staff('nominee.name'), names[index] ?? '');
    await fill(nominee, staff('nominee.relation'), house.words.language === 'hi' ? 'संतान' : 'child');
    await fill(nominee, staff('member.dateOfBirth'), '11-02-1990');
    await fill(nominee, staff('nominee.share'), typed(share));
  }
  await sees(dialogOf(page).getByRole('status'), staff('nominee.total', { total: '90.00' }));
  if (
    await dialogOf(page)
      .getByRole('button', { name: staff('restriction.ask') })
      .isEnabled()
  ) {
    throw new Error('Shares of 90 per cent may be asked for.');
  }
  await cashier.look('nominees-short-of-a-hundred');
  await page.getByLabel(staff('nominee.share'), { exact: true }).last().fill(typed('40'));
  await press(dialogOf(page), staff('restriction.ask'));
  await sees(page, staff('restriction.asked'));
  await house.agree('manager', [names[0] ?? '', names[1] ?? ''], 'agree-nominees');
  await cashier.open(`/staff/savings/${depositId}`);
  await sees(page, staff('depositNominee.own'));
  await sees(page, names[1] ?? '');
  await cashier.look('account-with-nominees');
}
