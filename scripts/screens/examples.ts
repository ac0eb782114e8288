// What the screens are shown with: the people and papers of the demo that have something to show, found through the API.

import { addDays, calendarDate } from '@kafal/core';
import type { RealServer } from '../../tests/servers/real-server.ts';
import { ask, logIn } from '../../tests/servers/real-society.ts';
import { askedForDeposit, askedForRate, type OwnAccounts, ownAccounts } from './own-accounts.ts';
import { type OwnLoans, ownLoans } from './own-loans.ts';

export interface Examples {
  /** Active, with savings and shares. */
  readonly saver: { readonly id: string; readonly memberNumber: string };
  /** Approved, who has still to bring the dues. */
  readonly newcomer: { readonly id: string };
  readonly depositId: string;
  /** A fixed deposit that is open. */
  readonly termDepositId: string;
  /** Accounts of which something is kept, by what it is. */
  readonly kept: Readonly<Record<KeptAs, string>>;
  readonly receiptId: string;
  readonly entryId: string;
  readonly applicationId: string;
  readonly approvalId: string;
  /** A day whose end was begun. */
  readonly endedDay: string;
  /** Whoever wrote the application, as they look it up. */
  readonly applicant: { readonly trackingNumber: string; readonly phone: string };
  /** Of the saver, as they see them. */
  readonly own: { readonly depositId: string; readonly receiptId: string; readonly entryId: string };
  readonly accounts: OwnAccounts;
  /** Who owes thrift, and the account that nothing is taken for. */
  readonly owing: { readonly memberId: string; readonly depositId: string };
  /** A deposit that a member asks for, and a rate that one person asks for. */
  readonly depositApprovalId: string;
  readonly rateApprovalId: string;
  readonly loans: OwnLoans;
  /** Somebody’s that waits for the office, and one of the saver. */
  readonly meetings: { readonly draft: string; readonly open: string; readonly held: string };
  readonly messages: { readonly open: string; readonly own: string };
  /** Another system that is told of events. */
  readonly webhookId: string;
  /** One for everyone with a PDF, and one that is being written. */
  readonly notices: { readonly meeting: string; readonly draft: string };
  /** A borrower whose loan runs for a while, and a day after its payout; where there is none, the saver today. */
  readonly olderLoan: { readonly memberId: string; readonly day: string };
}

type KeptAs = 'held' | 'frozen' | 'asleep' | 'shared';

interface Items<Item> {
  readonly items: readonly Item[];
}

export async function findExamples(server: RealServer, password: string): Promise<Examples> {
  const manager = await logIn(server, 'admin', 'manager', password);
  const read = <Answer>(path: string, token = manager) => ask<Answer>(server, 'GET', `/api${path}`, { token });
  const first = async (path: string) => {
    const { items } = await read<Items<{ id: string }>>(path);
    if (items[0] === undefined) throw new Error(`The demo has nothing at ${path}.`);
    return items[0].id;
  };

  // The last who came to the counter and still is a member in full.
  const receipts = await read<Items<{ id: string; memberId: string; entryId: string; mode: string }>>(
    '/receipts?direction=in&limit=50',
  );
  for (const receipt of receipts.items) {
    const person = await read<{
      memberNumber: string;
      status: string;
      deposits: { id: string }[];
      shares: { shares: number };
    }>(`/members/${receipt.memberId}`);
    const deposit = person.deposits[0];
    if (person.status !== 'active' || person.shares.shares === 0 || deposit === undefined) continue;
    const applicationId = await first('/admin/member-requests?status=submitted');
    const applicant = await read<Examples['applicant']>(`/admin/member-requests/${applicationId}`);
    const saver = { id: receipt.memberId, memberNumber: person.memberNumber };
    const approvalId = await first('/approvals?status=pending');
    return {
      saver,
      accounts: await ownAccounts(server, password, saver),
      owing: await owingThrift(read, saver.id),
      depositApprovalId: await askedForDeposit(server, password, saver),
      rateApprovalId: await askedForRate(server, password),
      loans: await ownLoans(server, password, saver),
      olderLoan: await olderLoan(read, saver.id),
      meetings: {
        draft: await meetingIn(read, 'draft'),
        open: await meetingIn(read, 'open'),
        held: await meetingIn(read, 'held'),
      },
      messages: {
        own: await ownMessage(server, password, saver.memberNumber),
        open: await first('/messages?state=open'),
      },
      webhookId: await pausedReceiver(server, password),
      notices: {
        meeting: await first('/notices?kind=event&audience=everyone'),
        draft: await first('/notices?state=draft'),
      },
      newcomer: { id: await first('/members?status=pending_payment') },
      depositId: deposit.id,
      termDepositId: await fixedDeposit(read),
      kept: await keptAccounts(read),
      receiptId: receipt.id,
      entryId: receipt.entryId,
      applicationId,
      applicant,
      approvalId,
      endedDay: await endedDay(server, manager),
      own: { depositId: deposit.id, receiptId: receipt.id, entryId: receipt.entryId },
    };
  }
  throw new Error('Nobody in the demo is active, holds shares and came to the counter of late.');
}

/** Of the general body, as the demo left it. */
async function meetingIn(read: <Answer>(path: string) => Promise<Answer>, state: string): Promise<string> {
  const { items } = await read<Items<{ id: string; state: string; kind: string }>>('/meetings?limit=50');
  const found = items.find((meeting) => meeting.state === state && meeting.kind !== 'committee');
  if (found === undefined) throw new Error(`No meeting of the demo is ${state}.`);
  return found.id;
}

/** Paused, since nobody listens at an address of an example. What is there already stays as it is. */
async function pausedReceiver(server: RealServer, password: string): Promise<string> {
  const token = await logIn(server, 'admin', 'admin', password);
  const { items } = await ask<Items<{ id: string }>>(server, 'GET', '/api/webhooks', { token });
  if (items[0] !== undefined) return items[0].id;
  const url = 'https://books.example.org/kafal';
  const body = { name: 'लेखा प्रोग्राम', url, events: ['receipt.issued', 'voucher.posted'] };
  const added = await ask<{ webhook: { id: string } }>(server, 'POST', '/api/webhooks', { token, body });
  const { id } = added.webhook;
  await ask(server, 'PUT', `/api/webhooks/${id}`, { token, body: { ...body, state: 'paused' } });
  return id;
}

/** What is there already stays as it is. */
async function ownMessage(server: RealServer, password: string, memberNumber: string): Promise<string> {
  const token = await logIn(server, 'member', memberNumber, password);
  const { items } = await ask<Items<{ id: string }>>(server, 'GET', '/api/messages', { token });
  if (items[0] !== undefined) return items[0].id;
  const body = { kind: 'question', subject: 'मेरी पासबुक', text: 'सितंबर का ब्याज इसमें क्यों नहीं है?' };
  return (await ask<{ id: string }>(server, 'POST', '/api/messages', { token, body })).id;
}

async function olderLoan(
  read: <Answer>(path: string) => Promise<Answer>,
  saverId: string,
): Promise<Examples['olderLoan']> {
  const { businessDate } = await read<{ businessDate: string }>('/business-day');
  const day = addDays(calendarDate(businessDate), -1);
  const { items } = await read<Items<{ id: string; memberId: string }>>('/loans?status=active&limit=100');
  for (const { id, memberId } of items) {
    const { disbursedOn } = await read<{ disbursedOn: string }>(`/loans/${id}`);
    if (disbursedOn < day) return { memberId, day };
  }
  // In a small demo every loan was paid out today, and none can have been paid on before.
  return { memberId: saverId, day: businessDate };
}

/** One that can be closed: its member may be paid. */
async function fixedDeposit(read: <Answer>(path: string) => Promise<Answer>): Promise<string> {
  const { items } = await read<Items<{ id: string; memberId: string }>>('/deposits?kind=fixed&status=active');
  for (const { id, memberId } of items) {
    const { status } = await read<{ status: string }>(`/members/${memberId}`);
    if (status === 'active') return id;
  }
  throw new Error('No active member of the demo has a fixed deposit.');
}

async function owingThrift(
  read: <Answer>(path: string) => Promise<Answer>,
  saverId: string,
): Promise<Examples['owing']> {
  const { items } = await read<Items<{ depositId: string; memberId: string }>>('/thrift-dues?arrears=true&limit=50');
  for (const { depositId, memberId } of items) {
    if (memberId === saverId) continue;
    const given = await read<Items<object>>(`/standing-instructions?depositId=${depositId}`);
    const { status } = await read<{ status: string }>(`/members/${memberId}`);
    if (given.items.length === 0 && status === 'active') return { memberId, depositId };
  }
  throw new Error('Nobody in the demo owes thrift that they bring themselves.');
}

interface KeptAccount {
  readonly id: string;
  readonly status: string;
  readonly hold: string;
  readonly jointHolders: readonly string[];
}

async function keptAccounts(read: <Answer>(path: string) => Promise<Answer>): Promise<Examples['kept']> {
  const first = async (filter: string, is: (account: KeptAccount) => boolean) => {
    for (let cursor = ''; ; ) {
      const page = await read<Items<KeptAccount> & { nextCursor: string | null }>(`/deposits?${filter}${cursor}`);
      const found = page.items.find(is);
      if (found !== undefined) return found.id;
      if (page.nextCursor === null) throw new Error(`The demo has no such account among ${filter}.`);
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  };
  return {
    held: await first('kind=savings&status=active', ({ hold }) => hold !== '0.00'),
    frozen: await first('status=frozen', () => true),
    asleep: await first('status=dormant', () => true),
    shared: await first('kind=savings', ({ jointHolders }) => jointHolders.length > 0),
  };
}

/** The first day that is not ended is, unless one was: everything else of the demo stands as it did. */
async function endedDay(server: RealServer, token: string): Promise<string> {
  const { items } = await ask<Items<{ day: string }>>(server, 'GET', '/api/day-ends?limit=1', { token });
  if (items[0] !== undefined) return items[0].day;
  const { from } = await ask<{ from: string }>(server, 'GET', '/api/day-end', { token });
  await ask(server, 'POST', '/api/day-ends', { token, body: { until: from } });
  return from;
}
