import { parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { balanceOf } from './balances.ts';
import { registerReversalRule } from './reversal-rules.ts';
import { openTestBooks, type TestBooks } from './test-books.ts';

let books: TestBooks;
let at: { tillId: number; memberId: number; depositId: number };
beforeEach(async () => {
  books = await openTestBooks();
  const member = await books.addMember('M-1');
  at = { ...member, tillId: await books.addTill('T1', books.cashier) };
});
afterEach(() => books.close());

const rupees = (amount: number) => parseMoney(`${amount}.00`);
const reverse = (entryId: number | string, by: SignedIn = books.manager, query = '') =>
  by.inject({
    method: 'POST',
    url: `/api/journal-entries/${entryId}/reversal${query}`,
    headers: books.key(),
    payload: { reason: 'The amount was typed twice' },
  });

test('a reversal posts the same lines on the other side, names the entry, and puts every balance back', async () => {
  const entry = await books.deposit(at, rupees(500));
  const answer = await reverse(entry.id);
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toEqual({
    preview: false,
    status: 'reversed',
    entryId: expect.any(String),
    entryNumber: 'T1/2026-27/00002',
  });

  const view = await books.manager.inject({ method: 'GET', url: `/api/journal-entries/${answer.json().entryId}` });
  expect(view.json()).toMatchObject({
    kind: 'reversal',
    narration: 'Reversal of T1/2026-27/00001: The amount was typed twice',
    total: '500.00',
    reversesNumber: 'T1/2026-27/00001',
    postings: [
      { accountCode: '1102', side: 'credit', amount: '500.00', subLedgerNumber: 'T1', balanceAfter: '0.00' },
      { accountCode: '2101', side: 'debit', amount: '500.00', subLedgerNumber: 'SB-M-1', balanceAfter: '0.00' },
    ],
  });
  const original = await books.manager.inject({ method: 'GET', url: `/api/journal-entries/${entry.id}` });
  expect(original.json()).toMatchObject({ reversedByNumber: 'T1/2026-27/00002', reversesEntryId: null });
  expect((await balanceOf(books.platform, { subLedger: 'deposit', subLedgerId: at.depositId })).amount).toBe(0);
});

test('an entry is taken back once, and a reversal never', async () => {
  const entry = await books.deposit(at, rupees(500));
  const reversal = await reverse(entry.id);

  const second = await reverse(entry.id);
  expect(second.statusCode).toBe(409);
  expect(second.json()).toMatchObject({
    code: 'ENTRY_REVERSED_ALREADY',
    detail: 'This entry has been taken back already, by T1/2026-27/00002.',
  });
  const ofReversal = await reverse(reversal.json().entryId);
  expect(ofReversal.statusCode).toBe(409);
  expect(ofReversal.json()).toMatchObject({ code: 'REVERSAL_OF_REVERSAL' });
  const unknown = await reverse('999999');
  expect(unknown.statusCode).toBe(404);
  expect(unknown.json()).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
});

test('20 people press at once: one reversal', async () => {
  const entry = await books.deposit(at, rupees(500));
  const answers = await Promise.all(Array.from({ length: 20 }, () => reverse(entry.id)));
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
  expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(19);
});

test('the very first deposit can be taken back, although the account then lies below its floor', async () => {
  const binod = { ...(await books.addMember('M-2', { floor: rupees(100) })), tillId: at.tillId };
  const entry = await books.deposit(binod, rupees(500));
  expect((await reverse(entry.id, books.manager, '?preview=true')).statusCode).toBe(200);
  expect((await reverse(entry.id)).statusCode).toBe(201);
  expect((await balanceOf(books.platform, { subLedger: 'deposit', subLedgerId: binod.depositId })).amount).toBe(0);
});

test('what the member has spent since cannot be taken back', async () => {
  const binod = { ...(await books.addMember('M-2', { floor: rupees(20) })), tillId: at.tillId };
  const entry = await books.deposit(binod, rupees(500));
  await books.post({
    postings: [
      { accountCode: '2101', side: 'debit', amount: rupees(450), subLedger: 'deposit', subLedgerId: binod.depositId },
      { accountCode: '1201', side: 'credit', amount: rupees(450) },
    ],
  });
  for (const query of ['?preview=true', '']) {
    const answer = await reverse(entry.id, books.manager, query);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({
      code: 'REVERSAL_MONEY_SPENT',
      detail: 'Account SB-M-2 holds only 50.00 now; 500.00 cannot be taken back out of it.',
    });
  }
});

test('a cashier takes back their own entries of the open session at their own till, and no others', async () => {
  const own = await books.deposit(at, rupees(500));
  expect((await reverse(own.id, books.cashier)).statusCode).toBe(201);

  const ofEarlierSession = await books.deposit(at, rupees(100));
  await books.closeSession(at.tillId);
  books.clock.advance(3_600_000);
  await books.openSession(at.tillId, books.cashier);
  const earlier = await reverse(ofEarlierSession.id, books.cashier);
  expect(earlier.statusCode).toBe(403);
  expect(earlier.json()).toMatchObject({ code: 'REVERSAL_NEEDS_MANAGER' });

  const voucher = await books.post({
    postings: [
      { accountCode: '5203', side: 'debit', amount: rupees(10) },
      { accountCode: '1201', side: 'credit', amount: rupees(10) },
    ],
  });
  expect((await reverse(voucher.id, books.cashier)).json()).toMatchObject({ code: 'REVERSAL_NEEDS_MANAGER' });
  expect((await reverse(voucher.id, books.manager)).statusCode).toBe(201);
  expect((await reverse(ofEarlierSession.id, books.manager)).statusCode).toBe(201);
});

test('cash is not taken back out of a till that is closed', async () => {
  const entry = await books.deposit(at, rupees(500));
  await books.closeSession(at.tillId);
  const answer = await reverse(entry.id);
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({
    code: 'REVERSAL_TILL_CLOSED',
    detail: 'Till T1 is closed; its cash moves only while somebody stands behind it.',
  });
});

test('cash moved between two tills is taken back only while both are open', async () => {
  const second = await books.addTill('T2', books.manager);
  await books.deposit(at, rupees(500));
  const entry = await books.post({
    postings: [
      { accountCode: '1102', side: 'debit', amount: rupees(200), subLedger: 'till', subLedgerId: second },
      { accountCode: '1102', side: 'credit', amount: rupees(200), subLedger: 'till', subLedgerId: at.tillId },
    ],
  });
  await books.closeSession(at.tillId);
  expect((await reverse(entry.id)).json()).toMatchObject({
    code: 'REVERSAL_TILL_CLOSED',
    detail: 'Till T1 is closed; its cash moves only while somebody stands behind it.',
  });
  await books.openSession(at.tillId, books.cashier);
  expect((await reverse(entry.id)).statusCode).toBe(201);
});

test('the preview shows the postings and both balances, and posts nothing', async () => {
  const entry = await books.deposit(at, rupees(500));
  const answer = await reverse(entry.id, books.manager, '?preview=true');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    preview: true,
    narration: 'Reversal of T1/2026-27/00001: The amount was typed twice',
    total: '500.00',
    postedOn: '2026-11-30',
    postings: [
      {
        accountCode: '1102',
        accountName: 'Cash with teller',
        side: 'credit',
        amount: '500.00',
        subLedger: 'till',
        subLedgerNumber: 'T1',
      },
      {
        accountCode: '2101',
        accountName: 'Savings deposits',
        side: 'debit',
        amount: '500.00',
        subLedger: 'deposit',
        subLedgerNumber: 'SB-M-1',
      },
    ],
    balances: [
      { label: 'Deposit SB-M-1', before: '500.00', after: '0.00' },
      { label: 'Till T1', before: '500.00', after: '0.00' },
    ],
    interest: [],
    corrections: [],
    needsApproval: false,
    warnings: [],
  });
  const entries = await books.platform.database.selectFrom('journal_entry').select('id').execute();
  expect(entries).toHaveLength(1);
});

test('the interest day of a reversal goes back as far as the window of value dates allows', async () => {
  await books.setSetting('limit.valueDateDays', 3);
  await books.setSetting('limit.reversalDays', 10);
  const entry = await books.deposit(at, rupees(500));
  await books.closeSession(at.tillId);
  books.clock.advance(10 * 86_400_000);
  await books.post({
    postings: [
      { accountCode: '1201', side: 'debit', amount: rupees(1) },
      { accountCode: '4206', side: 'credit', amount: rupees(1) },
    ],
  });
  await books.openSession(at.tillId, books.cashier);
  const answer = await reverse(entry.id);
  const view = await books.manager.inject({ method: 'GET', url: `/api/journal-entries/${answer.json().entryId}` });
  expect(view.json()).toMatchObject({ postedOn: '2026-12-10', valueOn: '2026-12-07' });
});

const approve = (approvalId: string, by: SignedIn) =>
  by.inject({ method: 'POST', url: `/api/approvals/${approvalId}/approval`, headers: books.key(), payload: {} });
const entries = () => books.platform.database.selectFrom('journal_entry').selectAll().orderBy('id').execute();

test('above the limit a reversal waits for a second person, and is made by the one and checked by the other', async () => {
  const committee = await books.staff('committee', 'Ravi Rana');
  await books.setSetting('limit.reversalApproval', '500.00');
  const atTheLimit = await books.deposit(at, rupees(500));
  expect((await reverse(atTheLimit.id)).statusCode).toBe(201);

  const above = await books.deposit(at, rupees(501));
  const preview = await reverse(above.id, books.manager, '?preview=true');
  expect(preview.json()).toMatchObject({ preview: true, needsApproval: true });
  const asked = await reverse(above.id);
  expect(asked.statusCode).toBe(202);
  expect(asked.json()).toEqual({ preview: false, status: 'waiting', approvalId: expect.any(String) });
  expect(await entries()).toHaveLength(3);

  const { approvalId } = asked.json();
  const request = await committee.inject({ method: 'GET', url: `/api/approvals/${approvalId}` });
  expect(request.json()).toMatchObject({
    kind: 'reversal',
    amount: '501.00',
    summary: 'Reversal of T1/2026-27/00003 over ₹501.00: The amount was typed twice',
    lines: [
      { label: 'Entry T1/2026-27/00003', after: expect.any(String) },
      { label: 'Posted on', after: '2026-11-30' },
      { label: 'Credit 1102 Cash with teller', after: '501.00' },
      { label: 'Debit 2101 Savings deposits', after: '501.00' },
    ],
  });
  const inHindi = await committee.inject({
    method: 'GET',
    url: `/api/approvals/${approvalId}`,
    headers: { 'accept-language': 'hi' },
  });
  expect(inHindi.json().summary).toBe('₹501.00 की प्रविष्टि T1/2026-27/00003 उलटना: The amount was typed twice');

  expect((await approve(approvalId, books.manager)).json()).toMatchObject({ code: 'APPROVAL_OWN_REQUEST' });
  const approved = await approve(approvalId, committee);
  expect(approved.statusCode).toBe(200);
  const reversal = (await entries()).at(-1);
  expect(reversal).toMatchObject({
    reversesEntryId: above.id,
    makerUserId: books.manager.actor.userId,
    checkerUserId: committee.actor.userId,
  });
  expect(approved.json().approval.entryId).toBe(String(reversal?.id));
});

test('an entry of an earlier day waits for a second person, by as many days as the society says', async () => {
  const entry = await books.deposit(at, rupees(500));
  await books.closeSession(at.tillId);
  books.clock.advance(86_400_000);
  await books.post({
    postings: [
      { accountCode: '1201', side: 'debit', amount: rupees(1) },
      { accountCode: '4206', side: 'credit', amount: rupees(1) },
    ],
  });
  await books.openSession(at.tillId, books.cashier);
  expect((await reverse(entry.id, books.manager, '?preview=true')).json()).toMatchObject({ needsApproval: true });

  await books.setSetting('limit.reversalDays', 1);
  expect((await reverse(entry.id, books.manager, '?preview=true')).json()).toMatchObject({ needsApproval: false });
  expect((await reverse(entry.id)).statusCode).toBe(201);
});

test('what waits already is not asked for again; after a no it may be', async () => {
  const committee = await books.staff('committee', 'Ravi Rana');
  await books.setSetting('limit.reversalApproval', '100.00');
  const entry = await books.deposit(at, rupees(500));
  const answers = await Promise.all([reverse(entry.id), reverse(entry.id), reverse(entry.id, books.cashier)]);
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409, 409]);
  const refused = answers.find(({ statusCode }) => statusCode === 409)?.json();
  expect(refused).toMatchObject({
    code: 'REVERSAL_WAITING',
    detail: 'Somebody has already asked to reverse this entry; it waits for a second person.',
  });

  const approvalId = answers.find(({ statusCode }) => statusCode === 202)?.json().approvalId;
  const no = { reason: 'The amount is right' };
  await committee.inject({ method: 'POST', url: `/api/approvals/${approvalId}/rejection`, payload: no });
  expect((await reverse(entry.id)).statusCode).toBe(202);
});

test('what can no longer be taken back when the second person agrees keeps waiting', async () => {
  const committee = await books.staff('committee', 'Ravi Rana');
  await books.setSetting('limit.reversalApproval', '100.00');
  const entry = await books.deposit(at, rupees(500));
  const { approvalId } = (await reverse(entry.id)).json();
  await books.closeSession(at.tillId);

  expect((await approve(approvalId, committee)).json()).toMatchObject({ status: 409, code: 'REVERSAL_TILL_CLOSED' });
  await books.openSession(at.tillId, books.cashier);
  expect((await approve(approvalId, committee)).statusCode).toBe(200);
});

test('a feature undoes in the same transaction what its entry did besides its postings', async () => {
  const undone: unknown[] = [];
  const rule = {
    undo: async (
      _trx: unknown,
      _platform: unknown,
      _actor: unknown,
      entry: { id: number },
      reversal: { id: number },
    ) => {
      undone.push([entry.id, reversal.id]);
    },
  };
  registerReversalRule('transfer', rule);
  registerReversalRule('transfer', rule);
  const entry = await books.post({
    kind: 'transfer',
    postings: [
      { accountCode: '5203', side: 'debit', amount: rupees(10) },
      { accountCode: '1201', side: 'credit', amount: rupees(10) },
    ],
  });
  const answer = await reverse(entry.id);
  expect(undone).toEqual([[entry.id, Number(answer.json().entryId)]]);
});

test('a reason of fewer than five letters is no reason', async () => {
  const entry = await books.deposit(at, rupees(500));
  const answer = await books.manager.inject({
    method: 'POST',
    url: `/api/journal-entries/${entry.id}/reversal`,
    headers: books.key(),
    payload: { reason: 'oops' },
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({
    code: 'VALIDATION_FAILED',
    fields: [{ path: 'reason', code: 'TEXT_TOO_SHORT' }],
  });
});
