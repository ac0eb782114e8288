// Every act of the house as somebody who may do it does it on the screen. A permission that is new has to be walked here
// before the types agree.

import type { Permission } from '@kafal/contract';
import type { Page } from 'playwright-core';
import { choose, dialogOf, fill, optional, pick, press, pressAct, title } from '../society-day/controls.ts';
import { countCash } from '../society-day/counter.ts';
import type { Words } from '../words.ts';
import type { RoleHouse, StaffRole } from './role-house.ts';

/** What changes something, or tells what is otherwise hidden. */
export type Act = Exclude<Permission, `${string}.read`>;
export type StaffAct = Exclude<Act, `own.${string}`>;
export type OwnAct = Extract<Act, `own.${string}`>;

export interface Seat {
  readonly page: Page;
  readonly words: Words;
  readonly house: RoleHouse;
  readonly open: (path: string) => Promise<void>;
}

export interface StaffSeat extends Seat {
  readonly role: StaffRole;
}

/** A reason that anybody might write. */
const REASON = 'As the committee has asked';
let made = 0;
const fresh = () => {
  made += 1;
  return String(made).padStart(3, '0');
};

export const STAFF_ACTS: Readonly<Record<StaffAct, (seat: StaffSeat) => Promise<void>>> = {
  'member.register': async ({ page, words, open }) => {
    const t = words.staff;
    await open('/staff/applications/new');
    await fill(page, t('member.name'), `Harish Thapa ${fresh()}`);
    const person = page.getByRole('region', { name: t('application.person'), exact: true });
    await fill(person, t('member.dateOfBirth'), words.typed('03-11-1975'));
    await choose(page, t('member.gender'), 'male');
    for (const [name, value] of [
      ['occupation', 'Shopkeeper'],
      ['addressLine', 'House 7'],
      ['locality', 'Race Course'],
      ['district', 'Dehradun'],
      ['state', 'Uttarakhand'],
      ['postalCode', words.typed('248001')],
      ['phone', words.typed(`9123456${fresh()}`)],
    ] as const)
      await fill(page, t(`member.${name}`), value);
    const nominees = page.getByRole('region', { name: t('nominee.title'), exact: true });
    await fill(nominees, t('nominee.name'), 'Kamla Thapa');
    await fill(nominees, t('nominee.relation'), 'wife');
    await fill(nominees, t('member.dateOfBirth'), words.typed('09-02-1978'));
    await press(page, t('register.submit'));
  },

  'member.change': async ({ page, words, open, house }) => {
    const { memberId } = house.saver();
    await open(`/staff/members/${memberId}/details`);
    await fill(page, words.staff('member.occupation'), `Teacher ${fresh()}`);
    await press(page, words.staff('details.save'));
  },

  'member.identity.disclose': async ({ page, words, open, house }) => {
    const t = words.staff;
    const { memberId } = house.saver();
    await open(`/staff/members/${memberId}`);
    await press(page, t('disclose.pan'));
    await fill(dialogOf(page), t('act.reason'), REASON);
    await press(dialogOf(page), t('disclose.show'));
  },

  'member.login.issue': async ({ page, words, open, house }) => {
    const { memberId } = house.saver();
    await open(`/staff/members/${memberId}`);
    await press(page, words.staff('code.issue'));
    await press(dialogOf(page), words.staff('code.issueNow'));
    await dialogOf(page).getByTestId('one-time-code').waitFor();
  },

  'application.recommend': async ({ page, words, open, house }) => {
    const t = words.staff;
    await open(`/staff/applications/${await house.freshApplication()}`);
    await press(page, t('application.return'));
    await fill(dialogOf(page), t('act.reason'), REASON);
    await press(dialogOf(page), t('application.returnNow'));
  },

  'application.decide': async ({ page, words, open, house }) => {
    await open(`/staff/applications/${await house.freshApplication()}`);
    await press(page, words.staff('application.approve'));
  },

  'member.status.request': async ({ page, words, open, house }) => {
    const t = words.staff;
    const { memberId } = house.freshSaver();
    await open(`/staff/members/${memberId}`);
    await press(page, t('status.change'));
    await choose(dialogOf(page), t('status.to'), 'suspended');
    await fill(dialogOf(page), t('act.reason'), REASON);
    await press(dialogOf(page), t('status.ask'));
  },

  'till.operate': async ({ page, words, open, house, role }) => {
    const t = words.staff;
    await open('/staff/counter/till');
    if (role !== 'cashier') {
      // Whichever till is free, and empty: nothing has to come out of the vault.
      const openWith = t('till.openWith', { till: 'TILL', amount: words.money('0.00') }).replace('TILL', '\\w+');
      await page.getByRole('button', { name: new RegExp(`^${openWith}$`) }).click();
      return;
    }
    const { session } = await house.as<{ session: { expectedCash: string } }>(
      'cashier',
      'GET',
      '/api/till-sessions/current',
    );
    await countCash({ words }, page, Number(session.expectedCash));
    await press(page, t('till.seeDifference'));
    await page.getByTestId('closing-preview').waitFor();
    await press(page, t('till.closeNow', { till: 'T1' }));
  },

  'receipt.take': async ({ page, words, open, house }) => {
    const { memberId } = house.saver();
    await open(`/staff/counter?member=${memberId}`);
    await fill(page, words.staff('counter.amount'), words.typed('500'));
    await atTheDesk(page, words.staff('counter.take', { amount: words.money('500.00') }));
  },

  'savings.withdraw': async ({ page, words, open, house }) => {
    const { memberId } = house.saver();
    await open(`/staff/counter?member=${memberId}`);
    await page.getByTestId('person-card').waitFor();
    await page.keyboard.press('F7');
    await fill(page, words.staff('counter.amountOut'), words.typed('200'));
    await atTheDesk(page, words.staff('counter.pay', { amount: words.money('200.00') }));
  },

  'savings.transfer': async ({ page, words, open, house }) => {
    const t = words.staff;
    const { memberId } = house.saver();
    await open(`/staff/counter?member=${memberId}`);
    await page.getByTestId('person-card').waitFor();
    await page.keyboard.press('F8');
    await fill(page, t('counter.amountMove'), words.typed('100'));
    await choose(page, t('counter.to'), 'shares');
    await atTheDesk(page, t('counter.move', { amount: words.money('100.00') }));
  },

  'deposit.open': async ({ page, words, open, house }) => {
    const t = words.staff;
    const { memberId } = house.freshSaver();
    await open(`/staff/members/${memberId}`);
    const accounts = [1, 2].map((count) => t('member.tabAccounts', { count }).replace(String(count), '\\d+'));
    await page.getByRole('tab', { name: new RegExp(`^(${accounts.join('|')})$`) }).click();
    await press(page, t('deposit.open'));
    await choose(dialogOf(page), t('deposit.product'), 'CA');
    await press(dialogOf(page), t('deposit.openNow'));
  },

  'entry.reverse': async ({ page, words, open, house, role }) => {
    const t = words.staff;
    const { id, entryId } = await house.freshReceipt(role === 'cashier' ? 'own' : 'third');
    await open(role === 'cashier' ? `/staff/receipts/${id}` : `/staff/transactions/${entryId}`);
    await press(page, t('entry.reverse'));
    await fill(dialogOf(page), t('act.reason'), REASON);
    await press(dialogOf(page), t('act.preview'));
    await dialogOf(page).getByTestId('act-preview').waitFor();
    await press(dialogOf(page), t('entry.reverseNow'));
  },

  'till.manage': async ({ page, words, open }) => {
    const t = words.staff;
    await open('/staff/settings/tills');
    await press(page, t('tills.create'));
    const code = `N${fresh()}`;
    await fill(dialogOf(page), t('tills.code'), code);
    await fill(dialogOf(page), t('tills.name'), code);
    await press(dialogOf(page), t('tills.createNow'));
  },

  'collections.own': async ({ page, words, open, house }) => {
    const { name } = await house.daily();
    await open('/staff/');
    const t = words.staff;
    // An agent's day begins on the round; a door that was done today is among all of them.
    await pick(page, t('round.showAll'));
    await fill(page, t('round.amountOf', { name }), words.typed('60'));
    await press(page, t('round.take', { amount: words.money('60.00') }));
  },

  'collections.enter': async ({ page, words, open, house }) => {
    const { agentId } = await house.daily();
    const t = words.staff;
    await open(`/staff/collections/sheet?agent=${agentId}`);
    await fill(page, t('sheet.total'), words.typed('40'));
    await page.getByRole('row').nth(1).getByRole('textbox').fill(words.typed('40'));
    await press(page, t('sheet.enter', { amount: words.money('40.00') }));
  },

  'collections.manage': async ({ page, words, open, house }) => {
    await house.daily();
    const t = words.staff;
    await open('/staff/collections/agents');
    await press(page, t('routes.create'));
    const code = `R${fresh()}`;
    await fill(dialogOf(page), t('routes.code'), code);
    await fill(dialogOf(page), t('routes.name'), code);
    await choose(dialogOf(page), t('routes.agent'), (await house.daily()).agentId);
    await press(dialogOf(page), t('routes.createNow'));
  },

  'loan.apply': async ({ page, words, open, house }) => {
    await house.withoutLoans();
    const t = words.staff;
    await open('/staff/loans/new');
    const finder = page.getByLabel(t('apply.memberFind'), { exact: true }).and(page.locator('input'));
    await finder.fill(house.saver().memberNumber);
    await finder.press('Enter');
    await page.getByRole('button', { name: t('apply.change') }).waitFor();
    await choose(page, t('loan.product'), 'EML');
    await fill(page, t('loan.amount'), words.typed('12000'));
    await fill(page, t('loan.purpose'), 'School fees');
    await press(page, t('apply.send'));
  },

  'loan.recommend': async ({ page, words, open, house }) => {
    const t = words.staff;
    await open(`/staff/loans/${await house.freshLoan('submitted')}`);
    await press(page, t('loan.recommend'));
    await fill(dialogOf(page), t('loan.note'), 'The income was seen, thrift is paid in time');
    await press(dialogOf(page), t('loan.recommend'));
  },

  'loan.decide': async ({ page, words, open, house }) => {
    const t = words.staff;
    await open(`/staff/loans/${await house.freshLoan('recommended')}`);
    await press(page, t('loan.sanction'));
    await fill(dialogOf(page), t('loan.resolutionNumber'), 'LC/2026/14');
    await press(dialogOf(page), t('loan.sanction'));
  },

  'loan.disburse': async ({ page, words, open, house }) => {
    const t = words.staff;
    await open(`/staff/loans/${await house.freshLoan('sanctioned')}`);
    await press(page, t('loan.disburse'));
    await press(dialogOf(page), t('act.preview'));
    await press(dialogOf(page), t('loan.disburseAsk'));
  },

  'share.allot': async ({ page, words, open, house }) => {
    const t = words.staff;
    const { memberNumber } = house.freshSaver();
    await open(`/staff/shares?q=${memberNumber}`);
    await page
      .getByRole('row', { name: new RegExp(memberNumber) })
      .or(page.getByRole('listitem').filter({ hasText: memberNumber }))
      .first()
      .getByRole('button', { name: t('share.allot') })
      .click();
    await fill(dialogOf(page), optional(words, t('share.resolution')), 'MC/2026/32');
    await press(dialogOf(page), t('act.preview'));
    await press(dialogOf(page), t('share.allotNow'));
  },

  'voucher.enter': async ({ page, words, open }) => {
    const t = words.staff;
    await open('/staff/books/vouchers');
    await pick(page, t('voucher.kind.journal'));
    for (const [index, [account, side]] of (
      [
        ['5203', 'debit'],
        ['1101', 'credit'],
      ] as const
    ).entries()) {
      const number = index + 1;
      await choose(page, t('voucher.accountOf', { number }), account);
      await choose(page, t('voucher.sideOf', { number }), side);
      await fill(page, t('voucher.amountOf', { number }), words.typed('75'));
    }
    await fill(page, t('entry.narration'), 'Ink for the office');
    await press(page, t('act.preview'));
    await page.getByTestId('act-preview').waitFor();
    await press(page, t('voucher.enter'));
  },

  'day.close': async ({ page, words, open, house }) => {
    const t = words.staff;
    await house.closeTills();
    await open('/staff/books/day-end');
    await page
      .getByRole('region', { name: t('dayEnd.plan') })
      .getByRole('button', { name: new RegExp(t('dayEnd.start', { day: '' }).trim()) })
      .click();
    await title(page, new RegExp(t('dayEnd.ended', { day: 'DAY' }).replace('DAY', '.+')));
  },

  'approval.decide': async ({ page, words, open, house, role }) => {
    const approvalId = await house.freshApproval(role === 'accountant' ? 'manager' : 'accountant');
    await open(`/staff/approvals/${approvalId}`);
    await press(page, words.staff('approval.approve'));
  },

  'kyc.check': async ({ page, words, open, house, role }) => {
    const t = words.staff;
    await house.freshPaper(role === 'manager' ? 'loan_officer' : 'manager');
    await open('/staff/papers-to-check?kind=affidavit');
    await press(page, t('desk.verify'));
  },

  'message.answer': async ({ page, words, open, house }) => {
    const id = await house.freshMessage();
    await open(`/staff/messages/${id}`);
    await fill(page, words.staff('inbox.answer'), 'We shall look at it today.');
    await press(page, words.staff('inbox.send'));
  },

  'meeting.manage': async ({ page, words, open }) => {
    const t = words.staff;
    await open('/staff/meetings/new');
    await fill(page, t('meetings.name'), `Special general meeting ${fresh()}`);
    await fill(page, t('meetings.day'), '01-01-2030');
    await fill(page, t('meeting.place'), 'Hall of the school');
    await page.getByLabel(t('meeting.chair'), { exact: true }).selectOption({ index: 1 });
    await fill(page, `${t('meetings.item', { place: 1 })}: ${t('meetings.itemTitle')}`, 'A new branch');
    await press(page, t('meetings.save'));
    await page.getByRole('button', { name: t('meetings.call'), exact: true }).waitFor();
  },

  'meeting.sit': async ({ page, words, open, house }) => {
    const id = await house.minutesToSign();
    await open(`/staff/meetings/${id}/minutes`);
    await press(page, words.staff('meetings.minutesSign'));
  },

  'notice.write': async ({ page, words, open }) => {
    const t = words.staff;
    await open('/staff/notice-board/new');
    await fill(page, t('board.titleIn'), `The office moves ${fresh()}`);
    await fill(page, t('board.textIn'), 'From Monday on it is beside the post office.');
    await press(page, t('board.save'));
    await press(page, t('board.publish'));
    await press(dialogOf(page), t('board.publish'));
  },

  'settings.change': async ({ page, words, open, house }) => {
    const t = words.staff;
    const value = await house.settingNamed('society.address');
    await open('/staff/settings/society');
    await page
      .getByRole('row', { name: new RegExp(value) })
      .getByRole('button')
      .click();
    await fill(dialogOf(page), t('settings.value'), `${value} ${fresh()}`);
    await press(dialogOf(page), t('rule.show'));
    await press(dialogOf(page), t('rule.changeNow'));
  },

  'user.manage': async ({ page, words, open }) => {
    const t = words.staff;
    await open('/staff/settings/users');
    await press(page, t('users.create'));
    const username = `clerk${fresh()}`;
    await fill(dialogOf(page), t('user.name'), username);
    await fill(dialogOf(page), t('user.username'), username);
    await choose(dialogOf(page), t('user.role'), 'loan_officer');
    await press(dialogOf(page), t('users.createNow'));
  },

  'role.manage': async ({ page, words, open }) => {
    const t = words.staff;
    await open('/staff/settings/roles');
    await press(page, t('roles.copy'));
    await choose(dialogOf(page), t('roles.copyFrom'), 'cashier');
    await fill(dialogOf(page), t('rule.nameEn'), `Clerk ${fresh()}`);
    await fill(dialogOf(page), t('rule.nameHi'), 'लिपिक');
    await press(dialogOf(page), t('roles.copyNow'));
  },
};

export const OWN_ACTS: Readonly<Record<OwnAct, (seat: Seat) => Promise<void>>> = {
  'own.profile.change': async ({ page, words, open }) => {
    const t = words.member;
    await open('/profile');
    await press(page, t('profile.editContact'));
    await fill(page, t('apply.occupation'), 'Teacher');
    await press(page, t('profile.save'));
  },

  'own.loan.apply': async ({ page, words, open }) => {
    const t = words.loans;
    await open('/loans/ask');
    await choose(page, t('askLoan.product'), 'EML');
    await fill(page, t('askLoan.amount'), words.typed('12000'));
    await fill(page, t('askLoan.count'), words.typed('6'));
    await fill(page, t('askLoan.purpose'), 'School fees');
    await press(page, t('askLoan.look'));
    await press(page, t('askLoan.send'));
  },

  'own.transfer': async ({ page, words, open }) => {
    const t = words.member;
    await open('/transfer');
    await page.getByRole('radio', { name: t('transfer.toShares') }).check();
    await fill(page, t('transfer.amount'), words.typed('100'));
    await press(page, t('transfer.look'));
    await press(page, t('transfer.send'));
  },
};

export const isOwnAct = (act: Act): act is OwnAct => Object.hasOwn(OWN_ACTS, act);

/** The button of the act stands there once it is known what it will do. */
async function atTheDesk(page: Page, act: string): Promise<void> {
  await page.getByTestId('act-preview').waitFor();
  await pressAct(page, act);
}
