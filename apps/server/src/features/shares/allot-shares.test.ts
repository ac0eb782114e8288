import { calendarDate, parseMoney } from '@kafal/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type SignedIn, type TestApp } from '../../platform/http/test-app.ts';
import { postJournalEntry } from '../accounting/index.ts';
import { admitMember, payDues } from '../members/test-members.ts';
import { societyFeatures } from '../setup/test-features.ts';
import { setUpTestSociety } from '../setup/test-society.ts';
import { changeSetting } from '../society/test-settings.ts';
import { findAllotmentFor } from './index.ts';

let kafal: TestApp;
let clerk: SignedIn;
let manager: SignedIn;
let accountant: SignedIn;

beforeEach(async () => {
  kafal = await createTestApp(societyFeatures);
  await setUpTestSociety(kafal.platform);
  clerk = await kafal.staff('cashier');
  manager = await kafal.staff('manager');
  accountant = await kafal.staff('accountant');
  // The part of one member of all shares binds a society of one or two; a test of its own looks at it.
  await setCap('100');
});
afterEach(() => kafal.close());

const setCap = (value: string) =>
  changeSetting(kafal.platform, manager.actor, {
    name: 'share.capPercent',
    value,
    effectiveFrom: calendarDate('2026-11-30'),
  });

/** An active member whose share money waits, as a bank receipt would leave it. */
async function memberWithMoney(amount: string, name?: string): Promise<number> {
  const { memberId } = await admitMember(kafal.platform, { clerk, manager }, name === undefined ? {} : { name });
  await receiveShareMoney(memberId, amount);
  await payDues(kafal.platform, clerk, memberId);
  return memberId;
}
async function receiveShareMoney(memberId: number, amount: string): Promise<void> {
  await kafal.platform.transact(async (trx) => {
    await postJournalEntry(trx, kafal.platform, clerk.actor, {
      seriesCode: 'JV',
      kind: 'receipt',
      narration: 'Share money by bank transfer',
      postings: [
        { accountCode: '1201', side: 'debit', amount: parseMoney(amount) },
        {
          accountCode: '2204',
          side: 'credit',
          amount: parseMoney(amount),
          subLedger: 'share_pending',
          subLedgerId: memberId,
        },
      ],
      memberId,
      audit: { action: 'receipt.issued' },
      event: null,
    });
  });
}

let keys = 0;
const key = () => {
  keys += 1;
  return `allotment-key-${String(keys).padStart(6, '0')}`;
};
const allot = (
  memberId: number | string,
  payload: object = {},
  options: { key?: string; preview?: boolean; who?: SignedIn } = {},
) =>
  (options.who ?? accountant).inject({
    method: 'POST',
    url: `/api/members/${memberId}/share-allotments${options.preview ? '?preview=true' : ''}`,
    payload,
    headers: options.preview ? {} : { 'idempotency-key': options.key ?? key() },
  });
const holding = async (memberId: number, who = manager) =>
  (await who.inject({ url: `/api/members/${memberId}/shares` })).json();
const entries = async () =>
  (await kafal.platform.database.selectFrom('journal_entry').select('id').where('kind', '=', 'allotment').execute())
    .length;

describe('an allotment', () => {
  test('turns the money that waits into shares with a certificate and numbers of their own', async () => {
    const memberId = await memberWithMoney('750.00', 'Sunita Rawat');
    const answer = await allot(memberId, { resolutionNumber: 'MC/2026/41' });
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      {
        preview: false,
        allotment: {
          id: expect.any(String),
          certificateNumber: 'SC-2026-0001',
          shares: 7,
          faceValue: '100.00',
          amount: '700.00',
          distinctiveFrom: 1,
          distinctiveTo: 7,
          allottedOn: '2026-11-30',
          resolutionNumber: 'MC/2026/41',
          entryId: expect.any(String),
          reversedByEntryId: null,
        },
        folio: 'F-0001',
        pending: '50.00',
      },
    ]);
    expect(await holding(memberId)).toMatchObject({
      folio: 'F-0001',
      shares: 7,
      amount: '700.00',
      pending: '50.00',
      currency: 'INR',
      allotments: [{ certificateNumber: 'SC-2026-0001' }],
    });
    const { entryId } = answer.json().allotment;
    const postings = await kafal.platform.database
      .selectFrom('posting')
      .select(['accountCode', 'side', 'amount', 'subLedger', 'balanceAfter'])
      .where('entryId', '=', Number(entryId))
      .orderBy('line')
      .execute();
    expect(postings).toEqual([
      { accountCode: '2204', side: 'debit', amount: 70_000, subLedger: 'share_pending', balanceAfter: 5_000 },
      { accountCode: '3101', side: 'credit', amount: 70_000, subLedger: 'share', balanceAfter: 70_000 },
    ]);
    const entry = (await manager.inject({ url: `/api/journal-entries/${entryId}` })).json();
    expect(entry.narration).toBe('Allotment of 7 shares to Sunita Rawat, folio F-0001');
    const events = await kafal.platform.database.selectFrom('outbox').select(['name', 'memberId']).execute();
    expect(events).toContainEqual({ name: 'shares.allotted', memberId });
  });

  test('shows first what it would do, and does nothing', async () => {
    const memberId = await memberWithMoney('750.00', 'Sunita Rawat');
    const answer = await allot(memberId, {}, { preview: true });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      {
        preview: true,
        shares: 7,
        total: '700.00',
        postedOn: '2026-11-30',
        narration: 'Allotment of 7 shares to Sunita Rawat, folio F-0001',
        postings: [
          { accountCode: '2204', side: 'debit', amount: '700.00', subLedgerNumber: 'M-2026-0001' },
          { accountCode: '3101', side: 'credit', amount: '700.00', subLedgerNumber: 'F-0001' },
        ],
        needsApproval: false,
      },
    ]);
    expect(await entries()).toBe(0);
    expect((await holding(memberId)).shares).toBe(0);
  });

  test('can be of fewer shares than the money pays for, and goes on from there', async () => {
    const memberId = await memberWithMoney('750.00');
    expect((await allot(memberId, { shares: 5 })).json()).toMatchObject({ pending: '250.00' });
    const next = await allot(memberId, {});
    expect(next.json().allotment).toMatchObject({
      certificateNumber: 'SC-2026-0002',
      shares: 2,
      distinctiveFrom: 6,
      distinctiveTo: 7,
    });
  });

  test('sent twice under one key is done once; under one key with another body it is refused', async () => {
    const memberId = await memberWithMoney('750.00');
    const same = key();
    const [first, second] = await Promise.all([
      allot(memberId, { shares: 5 }, { key: same }),
      allot(memberId, { shares: 5 }, { key: same }),
    ]);
    expect(first.json()).toEqual(second.json());
    expect([first, second].map(({ headers }) => headers['idempotency-replayed']).sort()).toEqual(['true', undefined]);
    const other = await allot(memberId, { shares: 6 }, { key: same });
    expect([other.statusCode, other.json().code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await entries()).toBe(1);
  });

  test('of the same money twice at the same moment happens once', async () => {
    const memberId = await memberWithMoney('500.00');
    const answers = await Promise.all([allot(memberId), allot(memberId), allot(memberId)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422, 422]);
    expect((await holding(memberId)).shares).toBe(5);
  });

  test('to many at the same moment leaves distinctive numbers without gap or overlap', async () => {
    const members = [];
    for (let count = 0; count < 20; count += 1) members.push(await memberWithMoney('500.00'));
    const answers = await Promise.all(members.map((memberId) => allot(memberId)));
    const ranges = answers
      .map((answer) => answer.json().allotment)
      .sort((a, b) => a.distinctiveFrom - b.distinctiveFrom);
    expect(ranges.map(({ distinctiveFrom }) => distinctiveFrom)).toEqual(ranges.map((_, index) => index * 5 + 1));
    expect(ranges.at(-1)?.distinctiveTo).toBe(100);
    expect(new Set(ranges.map(({ certificateNumber }) => certificateNumber)).size).toBe(20);
  });
});

describe('an allotment is refused', () => {
  test('when the money does not buy one share', async () => {
    const memberId = await memberWithMoney('550.00');
    await allot(memberId);
    const answer = await allot(memberId);
    expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([
      422,
      'SHARE_AMOUNT_TOO_SMALL',
      'One share costs ₹100.00; ₹50.00 does not buy one.',
    ]);
  });

  test('when it asks for more than the money pays for', async () => {
    const answer = await allot(await memberWithMoney('750.00'), { shares: 8 });
    expect([answer.statusCode, answer.json().code, answer.json().fields[0].path]).toEqual([
      422,
      'SHARE_MONEY_SHORT',
      'shares',
    ]);
  });

  test('below the fewest shares of a member', async () => {
    const answer = await allot(await memberWithMoney('750.00'), { shares: 4 });
    expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([
      422,
      'SHARE_MINIMUM_NOT_REACHED',
      'A member holds at least 5 shares; ₹100.00 more is needed before they can be allotted.',
    ]);
  });

  test('above the part of all shares that one member may hold', async () => {
    await setCap('20');
    for (let count = 0; count < 4; count += 1) await allot(await memberWithMoney('500.00'));
    const memberId = await memberWithMoney('600.00');
    const answer = await allot(memberId);
    expect([answer.statusCode, answer.json().code, answer.json().fields[0].path]).toEqual([
      422,
      'SHARE_CAP_EXCEEDED',
      'shares',
    ]);
    expect((await allot(memberId, { shares: 5 })).statusCode).toBe(201);
  });

  test('to somebody who has not paid all dues, or has left', async () => {
    const { memberId } = await admitMember(kafal.platform, { clerk, manager });
    await receiveShareMoney(memberId, '500.00');
    const answer = await allot(memberId);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'SHARES_MEMBER_STATUS']);
    await kafal.platform.transact(async (trx) => {
      await trx.updateTable('member').set({ status: 'resigned' }).where('id', '=', memberId).execute();
    });
    expect((await allot(memberId)).json().code).toBe('SHARES_MEMBER_STATUS');
    expect(await entries()).toBe(0);
  });

  test('without a key, by those who may not, and for nobody', async () => {
    const memberId = await memberWithMoney('500.00');
    const url = `/api/members/${memberId}/share-allotments`;
    const without = await accountant.inject({ method: 'POST', url, payload: {} });
    expect([without.statusCode, without.json().code]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    expect((await allot(memberId, {}, { who: clerk })).statusCode).toBe(403);
    expect((await allot(999)).json().code).toBe('MEMBER_NOT_FOUND');
    expect((await allot(999, {}, { preview: true })).json().code).toBe('MEMBER_NOT_FOUND');
    expect((await allot(memberId, { shares: 1.5 })).statusCode).toBe(400);
    expect((await allot(memberId, { faceValue: '1.00' })).json().fields[0].code).toBe('UNKNOWN_KEY');
  });
});

describe('an allotment by mistake', () => {
  const reverse = (entryId: string) =>
    manager.inject({
      method: 'POST',
      url: `/api/journal-entries/${entryId}/reversal`,
      payload: { reason: 'Allotted before the resolution' },
      headers: { 'idempotency-key': key() },
    });

  test('is taken back: the money waits again, the certificate is void, its numbers are never given again', async () => {
    const memberId = await memberWithMoney('500.00');
    const { allotment } = (await allot(memberId)).json();
    const reversal = await reverse(allotment.entryId);
    expect(reversal.statusCode).toBe(201);
    expect(await holding(memberId)).toMatchObject({
      shares: 0,
      amount: '0.00',
      pending: '500.00',
      allotments: [{ certificateNumber: 'SC-2026-0001', reversedByEntryId: reversal.json().entryId }],
    });

    const again = await allot(memberId);
    expect(again.json().allotment).toMatchObject({ certificateNumber: 'SC-2026-0002', distinctiveFrom: 6 });
    expect((await reverse(reversal.json().entryId)).json().code).toBe('REVERSAL_OF_REVERSAL');
  });
});

describe('who sees shares', () => {
  test('a member their own, staff all, and nobody another’s', async () => {
    const mine = await memberWithMoney('500.00', 'Asha Bisht');
    const theirs = await memberWithMoney('700.00', 'Bina Rana');
    await allot(mine);
    const allotted = (await allot(theirs)).json().allotment;
    const permissions = (await kafal.member(null)).actor.permissions;
    const member = kafal.signIn({ kind: 'member', memberId: mine, userId: 4_000, permissions });

    const own = (await member.inject({ url: '/api/shares' })).json();
    expect(own.items.map(({ memberName }: { memberName: string }) => memberName)).toEqual(['Asha Bisht']);
    expect((await holding(mine, member)).shares).toBe(5);
    const other = await member.inject({ url: `/api/members/${theirs}/shares` });
    const none = await member.inject({ url: '/api/members/999/shares' });
    expect([other.statusCode, other.json().code]).toEqual([404, 'MEMBER_NOT_FOUND']);
    expect({ ...other.json(), requestId: '' }).toEqual({ ...none.json(), requestId: '' });
    expect(await findAllotmentFor(kafal.platform, member.actor, Number(allotted.id))).toBeUndefined();
    expect(await findAllotmentFor(kafal.platform, manager.actor, Number(allotted.id))).toMatchObject({
      folio: 'F-0002',
      memberName: 'Bina Rana',
    });
    expect((await member.inject({ url: `/api/shares?q=bina` })).json().items).toEqual([]);
  });

  test('staff find those whose money waits, page by page', async () => {
    const first = await memberWithMoney('500.00', 'Asha Bisht');
    await memberWithMoney('700.00', 'Bina Rana');
    await memberWithMoney('900.00', 'Charu Bisht');
    await allot(first);
    const list = async (query: string) => (await manager.inject({ url: `/api/shares?${query}` })).json();
    const names = async (query: string) =>
      (await list(query)).items.map(({ memberName }: { memberName: string }) => memberName);
    expect(await names('pending=true')).toEqual(['Bina Rana', 'Charu Bisht']);
    expect(await names('pending=false')).toEqual(['Asha Bisht']);
    expect(await names('q=bisht')).toEqual(['Asha Bisht', 'Charu Bisht']);
    const page = await list('limit=2');
    expect(await names(`limit=2&cursor=${page.nextCursor}`)).toEqual(['Charu Bisht']);
    expect((await list('q=bisht')).items[1]).toMatchObject({ folio: 'F-0003', pending: '900.00', amount: '0.00' });
    const sums = async (query: string) => {
      const { total, totals } = await list(`total=true&${query}`);
      return { total, ...totals };
    };
    expect(await sums('limit=1')).toEqual({ total: 3, shares: 5, amount: '500.00', pending: '1600.00' });
    expect(await sums('pending=true')).toEqual({ total: 2, shares: 0, amount: '0.00', pending: '1600.00' });
    expect(await sums('q=bisht')).toEqual({ total: 2, shares: 5, amount: '500.00', pending: '900.00' });
    expect(await sums('q=nobody')).toEqual({ total: 0, shares: 0, amount: '0.00', pending: '0.00' });
    const loanOfficer = await kafal.staff('loan_officer');
    expect((await loanOfficer.inject({ url: '/api/shares' })).statusCode).toBe(200);
    expect((await kafal.inject({ url: '/api/shares' })).statusCode).toBe(401);
  });
});
