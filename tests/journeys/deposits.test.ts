// Deposits of a term from both sides of the counter: a visitor counts, a cashier opens and takes an instalment that is
// late, two people close one before its end, and a member asks for one and finds it among their own. In both languages.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addMonths, type CalendarDate, calendarDate } from '@kafal/core';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RealServer, startRealServer } from '../servers/real-server.ts';
import {
  ask,
  choosePassword,
  PASSWORD,
  type RealSaver,
  type RealSociety,
  setUpRealSociety,
} from '../servers/real-society.ts';
import { verifyBooksOf } from '../servers/verify-books-of.ts';
import { loseAnswers } from './answer-once.ts';
import { launchBrowser } from './browser.ts';
import { readPdf } from './pdf-text.ts';
import { choose, fill, follow, press, sees, title } from './society-day/controls.ts';
import { picturesOf } from './society-day/day.ts';
import { type Visitor, visit } from './visitor.ts';
import { type Language, wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each<Language>(['en', 'hi'])('deposits of a term, in %s', (language) => {
  const words = wordsOf(language);
  const { terms, member, staff, money, amount, typed, day } = words;
  const pictures = picturesOf(`deposits-${language}`);
  let folder: string;
  let server: RealServer;
  let society: RealSociety;
  let saver: RealSaver;
  let other: RealSaver;
  let today: CalendarDate;
  let phone: Visitor;
  let cashier: Visitor;
  let manager: Visitor;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kafal-journey-'));
    server = await startRealServer({ dataFolder: folder, environment: { HOST: '127.0.0.1' } });
    society = await setUpRealSociety(server, 2);
    [saver, other] = society.savers as [RealSaver, RealSaver];
    const { businessDate } = await ask<{ businessDate: string }>(server, 'GET', '/api/society');
    today = calendarDate(businessDate);
    await asCashier('/api/receipts', {
      memberId: saver.memberId,
      lines: [{ kind: 'savings', depositId: saver.depositId, amount: '20000.00' }],
      mode: 'cash',
    });
    await choosePassword(server, saver.memberNumber, saver.oneTimeCode);
    phone = await come('phone');
    cashier = await come('desk', 'cashier');
    manager = await come('desk', 'manager');
  });
  afterEach(() => {
    expect([phone, cashier, manager].flatMap((visitor) => visitor.takeComplaints())).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all([phone, cashier, manager].map((visitor) => visitor?.close()));
    await server?.stop();
    const wrong = verifyBooksOf(['--database', join(folder, 'kafal.db')]);
    rmSync(folder, { recursive: true, force: true });
    expect(wrong).toBeUndefined();
  });

  const asCashier = <Answer>(path: string, body: object) =>
    ask<Answer>(server, 'POST', path, { token: society.tokens.cashier, body });

  /** The society is as old as this test; what takes months is written into its rows. */
  function asIfBefore(statement: string, ...values: string[]): void {
    const books = new DatabaseSync(join(folder, 'kafal.db'), { timeout: 10_000 });
    books.prepare(statement).run(...values);
    books.close();
  }

  async function come(screen: 'phone' | 'desk', username?: string): Promise<Visitor> {
    const origin = `http://localhost:${server.port}`;
    const visitor = await visit({ browser, name: username ?? 'phone', screen, language, origin, pictures });
    if (username === undefined) return visitor;
    await visitor.open('/staff');
    await fill(visitor.page, staff('login.username'), username);
    await fill(visitor.page, staff('login.password'), PASSWORD);
    await press(visitor.page, staff('login.enter'));
    await sees(visitor.page, staff('line.live'));
    return visitor;
  }

  const opened = (body: object) =>
    asCashier<{ id: string; accountNumber: string }>('/api/deposits', {
      memberId: other.memberId,
      months: 12,
      payment: { mode: 'cash' },
      ...body,
    });

  async function approve(named: string | RegExp, amounts: readonly string[]): Promise<void> {
    const { page } = manager;
    await manager.open('/staff/approvals');
    await page.getByRole('link', { name: named }).first().click();
    for (const each of amounts) await sees(page.getByRole('table'), each);
    await manager.look('approval');
    await press(page, staff('approval.approve'));
    await sees(page, staff('approval.nowApproved'));
  }

  test('a visitor counts what a fixed and a recurring deposit bring, without logging in', async () => {
    const { page } = phone;
    await phone.open('/calculators/fixed');
    await title(page, terms('calc.fixed.title'));
    await fill(page, terms('calc.principal'), typed('15000'));
    await fill(page, terms('calc.term'), typed('36'));
    const fixed = { amount: money('15000.00'), value: money('19024.00'), day: day(addMonths(today, 36)) };
    await sees(page.getByRole('status'), terms('calc.answer.fixed', fixed));
    await phone.look('calculator-fixed');

    await follow(page, terms('calc.recurring'));
    await title(page, terms('calc.recurring.title'));
    await fill(page, terms('calc.instalment'), typed('1000'));
    await fill(page, terms('calc.monthsPaid'), typed('12'));
    await sees(page.getByRole('status'), day(addMonths(today, 12)));
    await phone.look('calculator-recurring');
  });

  test('and what savings earn, and what each month takes until a goal is reached', async () => {
    const { page } = phone;
    await phone.open('/calculators/savings');
    await title(page, terms('calc.savings.title'));
    await fill(page, terms('calc.principal'), typed('36500'));
    await sees(page.getByRole('status'), day(addMonths(today, 12)));
    await phone.look('calculator-savings');

    await follow(page, terms('calc.goal'));
    await title(page, terms('calc.goal.title'));
    await fill(page, terms('calc.target'), typed('24000'));
    await sees(page.getByRole('status'), money('24000.00'));
    await sees(page.getByRole('status'), day(addMonths(today, 12)));
    await phone.look('calculator-goal');
  });

  test('a fixed deposit is opened at the counter in cash, with its value shown before', async () => {
    const { page } = cashier;
    await cashier.open(`/staff/counter?member=${other.memberId}&desk=deposit`);
    await choose(page, staff('counter.depositKind'), 'FD');
    await fill(page, staff('termDeposit.amount'), typed('15000'));
    await fill(page, staff('termDeposit.term'), typed('36'));
    await page.getByTestId('act-preview').waitFor();
    await sees(page, money('19024.00'));
    await cashier.look('open-fixed');
    await press(page, `${staff('counter.openDeposit', { amount: money('15000.00') })} F9`);
    await sees(page.getByTestId('opened-deposit'), money('19024.00'));
    await cashier.look('opened-fixed');
  });

  test('an instalment that is two months late stands at the counter with its fine, and is taken with it', async () => {
    const { page } = cashier;
    const { accountNumber } = await opened({ productCode: 'RD', amount: '1000.00' });
    asIfBefore('UPDATE term_instalment SET dueOn = ? WHERE number = 2', addMonths(today, -2));
    await cashier.open(`/staff/counter?member=${other.memberId}`);
    const line = page.getByRole('row', { name: staff('counter.instalment', { number: 2, account: accountNumber }) });
    // 1.50 for each hundred and month: 10 × 1.50 × 2.
    await sees(line, staff('counter.withFine', { amount: money('30.00') }));
    await page.getByTestId('act-preview').waitFor();
    await cashier.look('instalment-late');
    await press(page, `${staff('counter.take', { amount: money('1030.00') })} F9`);
    await sees(page.getByTestId('issued-receipt'), money('1030.00'));
  });

  test('before its end a deposit is closed by two people, who both read what is paid', async () => {
    const { id, accountNumber } = await opened({ productCode: 'FD', amount: '10000.00' });
    asIfBefore('UPDATE deposit SET openedOn = ? WHERE id = ?', addMonths(today, -3), id);
    asIfBefore('UPDATE term_deposit SET maturesOn = ? WHERE depositId = ?', addMonths(today, 9), id);
    const why = { reason: words.language === 'hi' ? 'बेटी के विवाह के लिए' : 'For the wedding of a daughter' };
    const { closure } = await asCashier<{ closure: { paid: string; interest: string } }>(
      `/api/deposits/${id}/closure?preview=true`,
      { payment: { mode: 'cash' }, ...why },
    );
    expect(Number(closure.interest)).toBeGreaterThan(0);
    const { page } = cashier;
    await cashier.open(`/staff/savings/${id}`);
    await press(page, staff('termClosing.open'));
    await fill(page, staff('act.reason'), why.reason);
    await sees(page.getByTestId('closure'), money(closure.paid));
    await cashier.look('close-early');
    await press(page, `${staff('counter.askApproval')} F9`);
    await page.getByTestId('deposit-closed').waitFor();

    await approve(new RegExp(accountNumber), [amount(closure.paid)]);
    await cashier.open(`/staff/savings/${id}`);
    await sees(page, staff('state.closed'));
    await cashier.look('closed-deposit');
  });

  test('a member asks for a deposit; while the line is lost it is asked for once, and it can be taken back', async () => {
    const { page } = phone;
    await phone.open('/');
    await fill(page, member('login.identifier'), saver.memberNumber);
    await fill(page, member('login.password'), PASSWORD);
    await press(page, member('login.act'));
    await page.getByTestId('big-number').waitFor();

    await typeWish('5000', '12');
    await press(page, member('transfer.look'));
    await sees(page, terms('ask.societyDecides'));
    phone.lineIsCut = true;
    const keys = await loseAnswers(page, /\/api\/deposits$/, 3);
    await press(page, terms('ask.send'));
    await sees(page, terms('ask.maybeSent'));
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
    phone.lineIsCut = false;

    await phone.open('/deposits/ask');
    await title(page, terms('ask.unanswered'));
    await phone.look('ask-unanswered');
    await press(page, terms('ask.send'));
    await title(page, terms('ask.asked'));
    await follow(page, member('deposits.asked'));
    await title(page, member('deposits.asked'));
    await page.getByRole('listitem').first().waitFor();
    expect(await page.getByRole('button', { name: terms('requests.takeBack') }).count()).toBe(1);
    await phone.look('asked-and-waits');
    await press(page, terms('requests.takeBack'));
    await sees(page.getByRole('status'), terms('requests.takenBack'));
    await phone.look('taken-back');
  });

  test('asks for another, the society says yes, and the member has its plan and its certificate', async () => {
    const { page } = phone;
    await typeWish('15000', '36');
    await sees(page.getByRole('status'), money('19024.00'));
    await phone.look('ask');
    await press(page, member('transfer.look'));
    await sees(page, money('19024.00'));
    await phone.look('ask-look');
    await press(page, terms('ask.send'));
    await title(page, terms('ask.asked'));

    await approve(/15,000/, [amount('19024.00'), '36']);

    await phone.open('/deposits/requests');
    await title(page, member('deposits.asked'));
    await page.getByRole('listitem').first().waitFor();
    await phone.look('answered');
    await sees(page, terms('requests.approved', { day: '' }).trim());
    await phone.open('/accounts');
    await page.getByRole('link', { name: /FD/ }).click();
    await sees(page, terms('term.valueOn', { day: day(addMonths(today, 36)) }));
    await sees(page, money('19024.00'));
    await phone.look('own-deposit');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('region', { name: terms('term.certificate') }), member('file.savePdf')),
    ]);
    const { text, pages } = readPdf(readFileSync(await download.path()));
    expect([pages, text.includes(saver.memberNumber), text.includes('19,024.00')]).toEqual([1, true, true]);
  });

  async function typeWish(rupees: string, months: string): Promise<void> {
    const { page } = phone;
    await phone.open('/deposits/ask');
    await title(page, member('deposits.ask'));
    await fill(page, terms('calc.principal'), typed(rupees));
    await fill(page, terms('calc.term'), typed(months));
  }
});
