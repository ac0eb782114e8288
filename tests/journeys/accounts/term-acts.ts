// Deposits of a term: a visitor counts, a cashier opens one and takes an instalment that is late, two people close one before
// its end, and a member asks for one and finds it among their own.

import { readFileSync } from 'node:fs';
import { addMonths } from '@kafal/core';
import { loseAnswers } from '../answer-once.ts';
import { readPdf } from '../pdf-text.ts';
import { choose, fill, follow, press, pressAct, sees, title } from '../society-day/controls.ts';
import type { AccountsHouse } from './house.ts';

export interface AccountAct {
  readonly title: string;
  readonly walk: (house: AccountsHouse) => Promise<void>;
}

export const TERM_ACTS: readonly AccountAct[] = [
  { title: 'a visitor counts what a fixed and a recurring deposit bring, without logging in', walk: countAsAVisitor },
  { title: 'and what savings earn, and what each month takes until a goal is reached', walk: countSavings },
  { title: 'a fixed deposit is opened at the counter in cash, with its value shown before', walk: openAtTheCounter },
  {
    title: 'an instalment that is two months late stands at the counter with its fine, and is taken',
    walk: takeALateOne,
  },
  { title: 'before its end a deposit is closed by two people, who both read what is paid', walk: closeBeforeItsEnd },
  {
    title: 'a member asks for a deposit; while the line is lost it is asked for once, and taken back',
    walk: askAndTakeBack,
  },
  { title: 'asks for another, the society says yes, and the member has its plan and certificate', walk: askAndGet },
];

async function countAsAVisitor(house: AccountsHouse): Promise<void> {
  const { words, today } = house;
  const { terms, typed, money, day } = words;
  const phone = house.who('phone');
  const { page } = phone;
  await phone.open('/calculators/fixed');
  await title(page, terms('calc.fixed.title'));
  await fill(page, terms('calc.principal'), typed('15000'));
  await fill(page, terms('calc.term'), typed('36'));
  const fixed = { amount: money('15000.00'), value: money('19024.00'), day: day(addMonths(today, 36)) };
  await sees(page.getByRole('status'), terms('calc.answer.fixed', fixed));
  await phone.look('000-calculator-fixed');

  await follow(page, terms('calc.recurring'));
  await title(page, terms('calc.recurring.title'));
  await fill(page, terms('calc.instalment'), typed('1000'));
  await fill(page, terms('calc.monthsPaid'), typed('12'));
  await sees(page.getByRole('status'), day(addMonths(today, 12)));
  await phone.look('001-calculator-recurring');
}

async function countSavings(house: AccountsHouse): Promise<void> {
  const { words, today } = house;
  const { terms, typed, money, day } = words;
  const phone = house.who('phone');
  const { page } = phone;
  await phone.open('/calculators/savings');
  await title(page, terms('calc.savings.title'));
  await fill(page, terms('calc.principal'), typed('36500'));
  await sees(page.getByRole('status'), day(addMonths(today, 12)));
  await phone.look('001-calculator-savings');

  await follow(page, terms('calc.goal'));
  await title(page, terms('calc.goal.title'));
  await fill(page, terms('calc.target'), typed('24000'));
  await sees(page.getByRole('status'), money('24000.00'));
  await sees(page.getByRole('status'), day(addMonths(today, 12)));
  await phone.look('001-calculator-goal');
}

async function openAtTheCounter(house: AccountsHouse): Promise<void> {
  const { words, other } = house;
  const { staff, typed, money } = words;
  const cashier = house.who('cashier');
  const { page } = cashier;
  await cashier.open(`/staff/counter?member=${other.memberId}&desk=deposit`);
  await choose(page, staff('counter.depositKind'), 'FD');
  await fill(page, staff('termDeposit.amount'), typed('15000'));
  await fill(page, staff('termDeposit.term'), typed('36'));
  await page.getByTestId('act-preview').waitFor();
  await sees(page, money('19024.00'));
  await cashier.look('002-open-fixed');
  await pressAct(page, staff('counter.openDeposit', { amount: money('15000.00') }));
  await sees(page.getByTestId('opened-deposit'), money('19024.00'));
  await cashier.look('003-opened-fixed');
}

async function takeALateOne(house: AccountsHouse): Promise<void> {
  const { words, other, today } = house;
  const { staff, money } = words;
  const cashier = house.who('cashier');
  const { page } = cashier;
  const { id, accountNumber } = await openFor(house, { productCode: 'RD', amount: '1000.00' });
  house.asIfBefore('UPDATE term_instalment SET dueOn = ? WHERE depositId = ? AND number = 2', addMonths(today, -2), id);
  await cashier.open(`/staff/counter?member=${other.memberId}`);
  const line = page.getByRole('row', { name: staff('counter.instalment', { number: 2, account: accountNumber }) });
  // 1.50 for each hundred and month: 10 × 1.50 × 2.
  await sees(line, staff('counter.withFine', { amount: money('30.00') }));
  await page.getByTestId('act-preview').waitFor();
  await cashier.look('004-instalment-late');
  await pressAct(page, staff('counter.take', { amount: money('1030.00') }));
  await sees(page.getByTestId('issued-receipt'), money('1030.00'));
}

async function closeBeforeItsEnd(house: AccountsHouse): Promise<void> {
  const { words, today } = house;
  const { staff, money, amount } = words;
  const { id, accountNumber } = await openFor(house, { productCode: 'FD', amount: '10000.00' });
  house.asIfBefore('UPDATE deposit SET openedOn = ? WHERE id = ?', addMonths(today, -3), id);
  house.asIfBefore('UPDATE term_deposit SET maturesOn = ? WHERE depositId = ?', addMonths(today, 9), id);
  const reason = words.language === 'hi' ? 'बेटी के विवाह के लिए' : 'For the wedding of a daughter';
  const { closure } = await house.asCashier<{ closure: { paid: string; interest: string } }>(
    `/api/deposits/${id}/closure?preview=true`,
    { payment: { mode: 'cash' }, reason },
  );
  if (Number(closure.interest) <= 0) throw new Error(`Three months brought ${closure.interest}.`);
  const cashier = house.who('cashier');
  const { page } = cashier;
  await cashier.open(`/staff/savings/${id}`);
  await press(page, staff('termClosing.open'));
  await fill(page, staff('act.reason'), reason);
  await sees(page.getByTestId('closure'), money(closure.paid));
  await cashier.look('005-close-early');
  await pressAct(page, staff('counter.askApproval'));
  await page.getByTestId('deposit-closed').waitFor();

  await approve(house, new RegExp(accountNumber), [amount(closure.paid)]);
  await cashier.open(`/staff/savings/${id}`);
  await sees(page, staff('state.closed'));
  await cashier.look('006-closed-deposit');
}

async function askAndTakeBack(house: AccountsHouse): Promise<void> {
  const { terms, member } = house.words;
  const phone = house.who('phone');
  const { page } = phone;
  await house.memberComesIn();
  await typeWish(house, '5000', '12');
  await press(page, member('transfer.look'));
  await sees(page, terms('ask.societyDecides'));
  phone.lineIsCut = true;
  const keys = await loseAnswers(page, /\/api\/deposits$/, 3);
  await press(page, terms('ask.send'));
  await sees(page, terms('ask.maybeSent'));
  if (keys.length !== 3 || new Set(keys).size !== 1) throw new Error(`It was asked for under ${keys.join(', ')}.`);
  phone.lineIsCut = false;

  await phone.open('/deposits/ask');
  await title(page, terms('ask.unanswered'));
  await phone.look('007-ask-unanswered');
  await press(page, terms('ask.send'));
  await title(page, terms('ask.asked'));
  await follow(page, member('deposits.asked'));
  await title(page, member('deposits.asked'));
  await page.getByRole('listitem').first().waitFor();
  await phone.look('008-asked-and-waits');
  // It finds one button only: it was asked for once.
  await press(page, terms('requests.takeBack'));
  await sees(page.getByRole('status'), terms('requests.takenBack'));
}

async function askAndGet(house: AccountsHouse): Promise<void> {
  const { words, today, saver } = house;
  const { terms, member, money, amount, day } = words;
  const phone = house.who('phone');
  const { page } = phone;
  await typeWish(house, '15000', '36');
  await sees(page.getByRole('status'), money('19024.00'));
  await phone.look('009-ask');
  await press(page, member('transfer.look'));
  await sees(page, money('19024.00'));
  await press(page, terms('ask.send'));
  await title(page, terms('ask.asked'));

  await approve(house, /15,000/, [amount('19024.00'), '36']);

  await phone.open('/deposits/requests');
  await title(page, member('deposits.asked'));
  await page.getByRole('listitem').first().waitFor();
  await sees(page, terms('requests.approved', { day: '' }).trim());
  await phone.open('/accounts');
  await page.getByRole('link', { name: /FD/ }).click();
  await sees(page, terms('term.valueOn', { day: day(addMonths(today, 36)) }));
  await sees(page, money('19024.00'));
  await phone.look('009-own-deposit');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('region', { name: terms('term.certificate') }), member('file.savePdf')),
  ]);
  const { text, pages } = readPdf(readFileSync(await download.path()));
  if (pages !== 1 || !text.includes(saver.memberNumber) || !text.includes('19,024.00'))
    throw new Error(`The certificate has ${pages} pages and says: ${text}`);
}

const openFor = (house: AccountsHouse, body: object) =>
  house.asCashier<{ id: string; accountNumber: string }>('/api/deposits', {
    memberId: house.other.memberId,
    months: 12,
    payment: { mode: 'cash' },
    ...body,
  });

async function approve(house: AccountsHouse, named: RegExp, amounts: readonly string[]): Promise<void> {
  const { staff } = house.words;
  const manager = house.who('manager');
  const { page } = manager;
  await manager.open('/staff/approvals');
  await page.getByRole('link', { name: named }).first().click();
  for (const each of amounts) await sees(page.getByRole('table'), each);
  await manager.look('006-approval');
  await press(page, staff('approval.approve'));
  await sees(page, staff('approval.nowApproved'));
}

async function typeWish(house: AccountsHouse, rupees: string, months: string): Promise<void> {
  const { terms, member, typed } = house.words;
  const phone = house.who('phone');
  await phone.open('/deposits/ask');
  await title(phone.page, member('deposits.ask'));
  await fill(phone.page, terms('calc.principal'), typed(rupees));
  await fill(phone.page, terms('calc.term'), typed(months));
}
