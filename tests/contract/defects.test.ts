// What the first implementation did wrong, and is not to come back.

import { addMonths, calendarDate, parseMoney, subtract, sum } from '@kafal/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDayEnd } from '../../apps/server/src/features/day-end/index.ts';
import { systemActor } from '../../apps/server/src/platform/http/actor.ts';
import { applicant } from '../society/open-society.ts';
import { endDays } from './days-end.ts';
import { openLines } from './live-lines.ts';
import { paidOutLoan } from './loans-of-tests.ts';
import { everything } from './refused-whole.ts';
import {
  badInBooks,
  MEMBER_PASSWORD,
  must,
  openForBusiness,
  type Person,
  type SocietyInBusiness,
} from './society-in-business.ts';

let society: SocietyInBusiness;
let asha: Person;
let bina: Person;
beforeAll(async () => {
  society = await openForBusiness();
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
});
afterAll(async () => {
  expect(await badInBooks(society)).toEqual([]);
  await society.close();
});

test('defect 1 no posted e-mail logs anybody in without a password', async () => {
  for (const url of ['/api/auth/google/member', '/api/auth/google/admin', '/api/auth/google']) {
    const answer = await society.inject({
      method: 'POST',
      url,
      payload: { email: 'admin@society.example', name: 'Admin' },
    });
    expect(answer.json()).toMatchObject({ status: 404, code: 'PATH_UNKNOWN' });
  }
  for (const body of [
    { email: 'admin' },
    { email: 'admin', password: '' },
    { email: 'admin', googleToken: 'x', password: 'x' },
  ]) {
    expect((await society.logIn('admin', body)).statusCode).toBe(400);
  }
});

test('defect 2 nobody but staff joins the room of the administrators', async () => {
  const lines = await openLines(society);
  await expect(lines.open()).rejects.toThrow('NOT_SIGNED_IN');
  const member = await lines.open(asha.tokens.accessToken);
  expect(await member.join('join-admin', { adminId: 'ADMIN001' })).toEqual({ joined: false, code: 'NOT_ALLOWED' });
  await lines.close();
});

test('defect 3 a member cannot make money: no path lets anybody confirm their own payment', async () => {
  const before = await everything(society);
  for (const [method, url, payload] of [
    ['POST', '/api/payments/upi/confirm', { transactionId: 'KCS1', status: 'completed' }],
    ['POST', '/api/payments/upi/generate', { amount: '1000.00', purpose: 'deposit' }],
    [
      'POST',
      '/api/receipts',
      {
        memberId: asha.memberId,
        lines: [{ kind: 'savings', depositId: asha.depositId, amount: '1000.00' }],
        mode: 'upi',
        reference: 'UTR1',
      },
    ],
    ['POST', '/api/vouchers', { kind: 'expense', narration: 'For me', lines: [] }],
    ['POST', `/api/members/${asha.memberId}/share-allotments`, {}],
    ['POST', `/api/deposits/${asha.depositId}/withdrawals`, { amount: '10.00', mode: 'bank', reference: 'UTR2' }],
  ] as const) {
    const answer = await society.send(asha.signedIn, method, url, payload);
    expect([403, 404], url).toContain(answer.statusCode);
  }
  expect(await everything(society)).toEqual(before);
  // What a member may move stays within the society to the paisa.
  const sum = async () => must(await society.send(society.accountant, 'GET', '/api/trial-balance'), 200).json().totals;
  const totals = await sum();
  const transfer = { amount: '123.45', to: { kind: 'deposit', accountNumber: bina.depositNumber } };
  must(await society.send(asha.signedIn, 'POST', `/api/deposits/${asha.depositId}/transfers`, transfer), 201);
  expect((await sum()).closingCredit).toBe(totals.closingCredit);
});

test('defect 4 no source, SQL, database or scan of a card is on the web', async () => {
  for (const url of [
    '/server.js',
    '/package.json',
    '/database/schema.sql',
    '/uploads',
    '/uploads/aadhaar-1.jpg',
    '/data/kafal.db',
    '/apps/server/src/main.ts',
    '/.env',
    '/..%2f.env',
    '/assets/%2e%2e/%2e%2e/package.json',
  ]) {
    const answer = await society.inject({ url });
    expect(answer.body, url).not.toMatch(/"dependencies"|CREATE TABLE|SQLite format|import \{|JWT_SECRET/);
    if (answer.statusCode === 200) expect(answer.headers['content-type'], url).toContain('text/html');
  }
});

test('defect 5 an origin is compared whole: one that only contains an allowed word is foreign', async () => {
  for (const origin of [
    'https://evil-vercel.app',
    'https://x.vercel.app',
    'http://localhost:8000.evil.example',
    'http://localhost:80001',
  ]) {
    const answer = await society.inject({ url: '/api/society', headers: { origin, host: 'api.society.example' } });
    expect(answer.statusCode, origin).toBe(403);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  }
});

test('defect 6 interest is credited once for a period, however often it is asked', async () => {
  const own = await openForBusiness();
  const { send, manager, platform } = own;
  // 36,500 at 4 per cent are 4.00 a day, from 30 November to 31 December 32 times.
  const saver = await own.admitActive('36500.00');
  const yearEnd = calendarDate('2026-12-31');
  await endDays(own, yearEnd);
  const passbook = async () => {
    const { items } = must(await send(manager, 'GET', `/api/deposits/${saver.depositId}/passbook`), 200).json();
    return items.filter(({ kind }: { kind: string }) => kind === 'interest');
  };
  expect(await passbook()).toMatchObject([{ deposit: '128.00', valueOn: '2026-12-31' }]);

  const refused = await send(manager, 'POST', '/api/day-ends', { until: '2026-12-31' });
  expect([refused.statusCode, refused.json()]).toMatchObject([
    409,
    {
      code: 'DAY_ENDED_ALREADY',
      detail: '2026-12-31 is ended: interest that was due is credited, and is not credited a second time.',
    },
  ]);
  const again = () => runDayEnd(platform, systemActor('Kafal'), { until: yearEnd });
  await Promise.all([again(), again(), again()]);
  expect(await passbook()).toHaveLength(1);
  const { credits } = must(await send(manager, 'GET', `/api/deposits/${saver.depositId}/interest`), 200).json();
  expect(credits).toMatchObject([{ from: '2026-11-30', to: '2026-12-31', interest: '128.00' }]);
  expect(await badInBooks(own)).toEqual([]);
  await own.close();
});
test('defect 7 a repayment in cash lowers the loan and leaves the savings alone', async () => {
  const own = await openForBusiness();
  const borrower = await own.admitActive('9000.00');
  const { id } = await paidOutLoan(own, borrower);
  const balances = async () => {
    const loan = must(await own.send(own.manager, 'GET', `/api/loans/${id}`), 200).json();
    const deposit = must(await own.send(own.manager, 'GET', `/api/deposits/${borrower.depositId}`), 200).json();
    return [loan.outstanding, deposit.balance];
  };
  const [lent, saved] = await balances();
  expect(lent).toBe('12000.00');
  const lines = [{ kind: 'loan', loanId: id, amount: '2065.00' }];
  must(await own.send(own.cashier, 'POST', '/api/receipts', { memberId: borrower.memberId, lines, mode: 'cash' }), 201);
  // 110.00 of it are the interest of the first month.
  expect(await balances()).toEqual(['10045.00', saved]);
  expect(await badInBooks(own)).toEqual([]);
  await own.close();
});

test('defect 8 a disbursement is no deposit: the loan owes its principal, savings hold what came in hand', async () => {
  const own = await openForBusiness();
  const borrower = await own.admitActive('9000.00');
  const { id, number } = await paidOutLoan(own, borrower);
  const deposits = must(await own.send(own.manager, 'GET', `/api/deposits?memberId=${borrower.memberId}`), 200).json();
  expect(deposits.items.map(({ accountNumber }: { accountNumber: string }) => accountNumber)).not.toContain(number);
  // Half a per cent is the fee: 9,000 + 12,000 − 60.
  expect(deposits.items[0].balance).toBe('20940.00');
  const loan = must(await own.send(own.manager, 'GET', `/api/loans/${id}`), 200).json();
  // 12,000 of principal, with the interest of six months at 11 per cent.
  expect(loan).toMatchObject({ outstanding: '12000.00', owed: '12387.87' });
  expect(await badInBooks(own)).toEqual([]);
  await own.close();
});

test('defect 9 numbers: the first is right, none comes twice in 200 approvals at once, and none is wrong past 999', async () => {
  const own = await openForBusiness();
  const first = await own.admitNew();
  expect(first.memberNumber).toBe('M-2026-0001');
  const apply = async (index: number) => {
    const answer = await own.send(own.cashier, 'POST', '/api/admin/member-requests', applicant(30_000 + index));
    const { trackingNumber } = must(answer, 201).json();
    const row = await own.platform.database
      .selectFrom('membership_application')
      .select('id')
      .where('trackingNumber', '=', trackingNumber)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const approve = (id: number) =>
    own.send(own.manager, 'PUT', `/api/admin/member-requests/${id}/approve`, { acceptFlags: true });
  const ids: number[] = [];
  for (let index = 0; index < 200; index += 1) ids.push(await apply(index));
  const approved = await Promise.all(ids.map(approve));
  const made = approved.map((answer) => must(answer, 200).json());
  const numbers = made.map(({ memberNumber }) => memberNumber).sort();
  expect(numbers).toEqual(
    Array.from({ length: 200 }, (_each, index) => `M-2026-${String(index + 2).padStart(4, '0')}`),
  );
  expect(new Set(made.map(({ depositNumber }) => depositNumber)).size).toBe(200);

  // Past the width of the pattern a number grows; it is never cut and never starts again.
  await own.changeSetting('numbers.member', 'M-{YYYY}-{N:3}');
  await own.platform.transact((trx) =>
    trx.updateTable('sequence').set({ nextNumber: 999 }).where('name', 'like', 'member%').execute(),
  );
  const late = [];
  for (let index = 200; index < 203; index += 1)
    late.push(must(await approve(await apply(index)), 200).json().memberNumber);
  expect(late).toEqual(['M-2026-999', 'M-2026-1000', 'M-2026-1001']);
  await own.close();
});

test('defect 10 part payments count together: with the last one the member is active by itself', async () => {
  const own = await society.admitNew();
  const pay = async (lines: object[]) =>
    must(
      await society.send(society.cashier, 'POST', '/api/receipts', { memberId: own.memberId, lines, mode: 'cash' }),
      201,
    ).json();
  const due = (code: string, amount: string) => {
    const found = own.dues.find((each) => each.code.startsWith(code));
    if (found === undefined) throw new Error(`no due ${code}`);
    return { kind: 'due', dueId: found.id, amount };
  };
  expect(await pay([due('admission', '60.00')])).toMatchObject({
    memberStatus: 'pending_payment',
    becameActive: false,
  });
  expect(await pay([due('admission', '40.00'), due('welfare', '25.00')])).toMatchObject({ becameActive: false });
  expect(await pay([{ kind: 'shares', amount: '150.00' }])).toMatchObject({ becameActive: false });
  expect(await pay([due('building', '50.00')])).toMatchObject({ becameActive: false });
  expect(await pay([{ kind: 'shares', amount: '50.00' }])).toMatchObject({
    memberStatus: 'active',
    becameActive: true,
  });
});

test('defect 11 a transaction stays on its own connection: of many at once the failed leave nothing and the others all', async () => {
  const { platform } = society;
  const before = await society.count('sequence');
  const acts = Array.from({ length: 40 }, (_each, index) =>
    platform.transact(async (trx) => {
      await trx
        .insertInto('sequence')
        .values({ name: `act ${index}`, nextNumber: index })
        .execute();
      await Promise.resolve();
      if (index % 2 === 1) throw new Error(`act ${index} fails`);
    }),
  );
  const settled = await Promise.allSettled(acts);
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(20);
  expect(await society.count('sequence')).toBe(before + 20);
  await platform.transact((trx) => trx.deleteFrom('sequence').where('name', 'like', 'act %').execute());
});

test('defect 12 money is whole paise: a thousand odd amounts add up exactly, and no answer holds a float', async () => {
  const own = await society.admitActive();
  for (const amount of ['0.10', '0.20', '0.70', '1.15', '4.35', '1234567.89']) {
    const lines = [{ kind: 'savings', depositId: own.depositId, amount }];
    const reference = `EXACT-${amount}`;
    must(
      await society.send(society.cashier, 'POST', '/api/receipts', {
        memberId: own.memberId,
        lines,
        mode: 'bank',
        reference,
      }),
      201,
    );
  }
  const deposit = must(await own.signedIn.inject({ url: `/api/deposits/${own.depositId}` }), 200).json();
  expect(deposit.balance).toBe('1234574.39');
  const { platform } = society;
  for (const [table, column] of [
    ['posting', 'amount'],
    ['journal_entry', 'total'],
    ['balance', 'amount'],
    ['receipt', 'total'],
    ['member_due', 'amount'],
  ]) {
    const kinds = await platform.dialect.all<{ kind: string }>(
      platform.database,
      `SELECT DISTINCT typeof(${column}) AS kind FROM ${table}`,
    );
    expect(kinds, table).toEqual([{ kind: 'integer' }]);
  }
  for (const url of [
    '/api/members/profile',
    `/api/deposits/${own.depositId}/passbook`,
    '/api/transactions?total=true',
    '/api/shares',
  ]) {
    const answer = must(await own.signedIn.inject({ url }), 200);
    expect(floatsIn(answer.json()), url).toEqual([]);
  }
});

function floatsIn(value: unknown): number[] {
  if (typeof value === 'number') return Number.isInteger(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(floatsIn);
}

test('defect 13 a refresh token is no access token, and logging out stops the access token at once', async () => {
  const tokens = await society.tokens('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD });
  expect((await society.bearer(tokens.refreshToken).inject({ url: '/api/me' })).statusCode).toBe(401);
  must(await society.bearer(tokens.accessToken).inject({ url: '/api/me' }), 200);
  must(await society.bearer(tokens.accessToken).inject({ method: 'POST', url: '/api/auth/logout' }), 200);
  expect((await society.bearer(tokens.accessToken).inject({ url: '/api/me' })).statusCode).toBe(401);
});

test('defect 14 a cell that a spreadsheet would calculate is text in every file, and the export is in the trail before its first byte', async () => {
  const formulas = ['=HYPERLINK(A1)', '+1+1', '-1+1', '@SUM(A1)'];
  for (const [index, formula] of formulas.entries()) {
    const body = { ...applicant(14_000 + index), name: 'Formula Person', locality: formula };
    must(await society.send(society.cashier, 'POST', '/api/admin/member-requests', body), 201);
    const waiting = must(await society.send(society.manager, 'GET', '/api/admin/member-requests?limit=1'), 200).json();
    must(
      await society.send(society.manager, 'PUT', `/api/admin/member-requests/${waiting.items[0].id}/approve`, {
        acceptFlags: true,
      }),
      200,
    );
  }
  const file = must(await society.administrator.inject({ url: '/api/members.csv' }), 200);
  for (const formula of formulas) {
    expect(file.body).toContain(`'${formula}`);
    expect(file.body).not.toMatch(new RegExp(`(^|,|\\n)"?${formula.replaceAll(/[+()@-]/g, '\\$&')}`));
  }
  // Commas and quotation marks stay within their cell.
  const rows = file.body.trim().split('\r\n');
  expect(new Set(rows.map((row) => row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length)).size).toBe(1);
  for (const [url, action] of [
    ['/api/members.csv', 'members.exported'],
    ['/api/transactions.csv', 'transactions.exported'],
    ['/api/admin/audit.csv', 'audit.exported'],
    ['/api/trial-balance.csv', 'trial_balance.exported'],
  ] as const) {
    const answer = must(await society.administrator.inject({ url }), 200);
    const trail = must(
      await society.administrator.inject({ url: `/api/admin/audit?action=${action}&limit=1` }),
      200,
    ).json();
    expect(trail.items[0]?.requestId, url).toBe(answer.headers['x-request-id']);
  }
});

test('defect 15 what the form sends the server takes: a member’s number in the field called email, and by itself', async () => {
  for (const field of ['email', 'identifier', 'username']) {
    const body = { [field]: asha.memberNumber, password: MEMBER_PASSWORD };
    must(await society.logIn('member', body), 200);
  }
});

test('defect 16 the maturity that is promised is the interest that is credited', async () => {
  const own = await openForBusiness();
  const { send, cashier, manager } = own;
  const saver = await own.admitActive('60000.00');
  const asked = {
    memberId: saver.memberId,
    productCode: 'FD',
    amount: '50000.00',
    days: 46,
    atMaturity: 'to-savings',
    payment: { mode: 'cash' },
  };
  const { quote } = must(await send(cashier, 'POST', '/api/deposits?preview=true', asked), 200).json();
  const opened = must(await send(cashier, 'POST', '/api/deposits', asked), 201).json();
  expect(opened).toMatchObject({ maturesOn: '2027-01-15', maturityValue: quote.maturityValue });

  await endDays(own, calendarDate('2027-01-15'));
  const term = must(await send(manager, 'GET', `/api/deposits/${opened.id}`), 200).json();
  expect(term).toMatchObject({ status: 'closed', balance: '0.00' });
  const passbook = must(await send(manager, 'GET', `/api/deposits/${saver.depositId}/passbook`), 200).json();
  const [matured] = passbook.items.filter(({ kind }: { kind: string }) => kind === 'maturity');
  expect(matured).toMatchObject({ deposit: quote.maturityValue, valueOn: '2027-01-15' });
  const entry = must(await send(manager, 'GET', `/api/journal-entries/${matured.entryId}`), 200).json();
  // What was booked as owed at the end of December, and what January brought.
  const credited = entry.postings
    .filter(
      ({ accountCode, side }: { accountCode: string; side: string }) =>
        ['2201', '5102'].includes(accountCode) && side === 'debit',
    )
    .map(({ amount }: { amount: string }) => parseMoney(amount));
  expect(credited).toHaveLength(2);
  expect(sum(credited)).toBe(subtract(parseMoney(quote.maturityValue), parseMoney('50000.00')));
  expect(await badInBooks(own)).toEqual([]);
  await own.close();
});

test('defect 17 a month after 31 January is the last day of February, never a day in March', () => {
  const after = (day: string, months: number) => addMonths(calendarDate(day), months);
  expect(after('2026-01-31', 1)).toBe('2026-02-28');
  expect(after('2028-01-31', 1)).toBe('2028-02-29');
  expect(after('2026-01-31', 3)).toBe('2026-04-30');
  expect(after('2026-12-31', 2)).toBe('2027-02-28');
  expect(after('2026-03-31', -1)).toBe('2026-02-28');
});

test('defect 18 nothing erases the books: who has entries cannot be deleted, and no table deletes along', async () => {
  const { platform } = society;
  must(await society.send(society.manager, 'POST', `/api/members/${asha.memberId}/share-allotments`, {}), 201);
  const before = await everything(society);
  for (const table of [
    'member',
    'user',
    'journal_entry',
    'posting',
    'audit',
    'business_day',
    'receipt',
    'share_holding',
  ]) {
    const deletes = platform.transact(async (trx) => {
      await platform.dialect.run(trx, `DELETE FROM ${table}`);
      throw new Error('it was deleted');
    });
    await expect(deletes, table).rejects.toThrow(/FOREIGN KEY constraint failed|not authorized|append-only/);
  }
  expect(await everything(society)).toEqual(before);
  const tables = await platform.dialect.all<{ sql: string }>(
    platform.database,
    'SELECT sql FROM sqlite_master WHERE sql IS NOT NULL',
  );
  expect(tables.length).toBeGreaterThan(50);
  for (const { sql } of tables) expect(sql).not.toMatch(/ON (DELETE|UPDATE)/i);
});
