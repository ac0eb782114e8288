// What a line of the stream says of a request for a second person, and to whom.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { describeEvents } from './describe-events.ts';

let counter: TestCounter;
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
});
afterEach(() => counter.close());

/** Rich Member asks for 25,000 at the counter, which a second person decides. */
async function askWithdrawal() {
  const rich = await counter.admitActive('Rich Member', 40_000);
  const body = { amount: '25000.00', mode: 'cash' };
  const asked = await counter.post(`/api/deposits/${rich.depositId}/withdrawals`, body, counter.cashier);
  expect(asked.statusCode, asked.body).toBe(202);
  const { approvalId }: { approvalId: string } = asked.json();
  return {
    approvalId,
    what: `Pay ₹25,000.00 from account ${rich.depositNumber} to Rich Member (${rich.number})`,
    rich,
  };
}

interface To {
  readonly language?: 'en' | 'hi';
  readonly mayReadApprovals: boolean;
  readonly userId?: number;
}
/** The lines of requests, oldest first, as this reader reads them. */
async function told({ language = 'en', ...reader }: To): Promise<string[]> {
  const events = await counter.platform.database
    .selectFrom('outbox')
    .select(['name', 'payload', 'memberId'])
    .where('name', 'like', 'approval.%')
    .orderBy('id')
    .execute();
  const lines = await describeEvents(
    counter.platform,
    { language, audience: 'staff', currency: 'INR', ...reader },
    events,
  );
  return lines.map(({ text }) => text);
}

test('who reads the approvals reads what was asked and what became of it, in their language', async () => {
  const { approvalId, what, rich } = await askWithdrawal();
  await counter.post(`/api/approvals/${approvalId}/approval`, {}, counter.manager);

  expect(await told({ mayReadApprovals: true })).toEqual([
    `Kavita Bisht asked for approval: ${what}`,
    `Meena Joshi approved what Kavita Bisht asked for: ${what}`,
  ]);
  const hindi = `Rich Member (${rich.number}) को खाता ${rich.depositNumber} से ₹25,000.00 का भुगतान`;
  expect(await told({ language: 'hi', mayReadApprovals: true })).toEqual([
    `Kavita Bisht ने अनुमोदन माँगा: ${hindi}`,
    `Kavita Bisht का अनुरोध Meena Joshi ने स्वीकृत किया: ${hindi}`,
  ]);
});

test('who does not is told the kind of act alone: no amount, no account, no name of a member', async () => {
  const { approvalId } = await askWithdrawal();
  await counter.post(`/api/approvals/${approvalId}/rejection`, { reason: 'Come again tomorrow' }, counter.manager);

  expect(await told({ mayReadApprovals: false })).toEqual([
    'Kavita Bisht asked for approval of a withdrawal.',
    'Meena Joshi rejected a withdrawal that Kavita Bisht asked for.',
  ]);
  expect(await told({ language: 'hi', mayReadApprovals: false })).toEqual([
    'Kavita Bisht ने निकासी के लिए अनुमोदन माँगा।',
    'निकासी के लिए Kavita Bisht का अनुरोध Meena Joshi ने अस्वीकृत किया।',
  ]);
});

test('a member who asked is named only to who reads the approvals', async () => {
  const { what } = await askWithdrawal();
  // As if it had been asked in the member app.
  await counter.platform.transact((trx) =>
    trx.updateTable('user').set({ kind: 'member' }).where('id', '=', counter.cashier.actor.userId).execute(),
  );
  expect(await told({ mayReadApprovals: false })).toEqual(['A member asked for approval of a withdrawal.']);
  expect(await told({ mayReadApprovals: true })).toEqual([`Kavita Bisht asked for approval: ${what}`]);
});

test('their own request everybody knows whole, also one they took back', async () => {
  const { approvalId, what } = await askWithdrawal();
  await counter.post(`/api/approvals/${approvalId}/withdrawal`, {}, counter.cashier);
  expect(await told({ mayReadApprovals: false, userId: counter.cashier.actor.userId })).toEqual([
    `Kavita Bisht asked for approval: ${what}`,
    `Kavita Bisht took a request back: ${what}`,
  ]);
});
