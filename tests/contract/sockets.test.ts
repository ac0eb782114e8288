import { type DashboardUpdate, EVENTS, LiveEvents, type SystemHeartbeat } from '@kafal/contract';
import { calendarDate } from '@kafal/core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { formWith, jpegFile } from '../../apps/server/src/features/files/test-files.ts';
import { recordEvent } from '../../apps/server/src/platform/outbox/index.ts';
import { applicant } from '../society/open-society.ts';
import { endDays } from './days-end.ts';
import { type Lines, openLines } from './live-lines.ts';
import { paidOutLoan } from './loans-of-tests.ts';
import { MEMBER_PASSWORD, must, openForBusiness, type Person, type SocietyInBusiness } from './society-in-business.ts';

let society: SocietyInBusiness;
let lines: Lines;
let asha: Person;
let bina: Person;
let clerk: Awaited<ReturnType<SocietyInBusiness['addStaff']>>;
beforeAll(async () => {
  // The beat of the heart is moved by hand; everything else runs as it does.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  society = await openForBusiness();
  lines = await openLines(society);
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
  clerk = await society.addStaff('front-desk', 'manager');
});
afterAll(async () => {
  await lines.close();
  await society.close();
  vi.useRealTimers();
});

const memberLine = async (person: Person) => {
  const line = await lines.open(person.tokens.accessToken);
  expect(await line.join('join-member')).toEqual({ joined: true });
  return line;
};
const staffLine = async (token = clerk.tokens.accessToken) => {
  const line = await lines.open(token);
  expect(await line.join('join-admin')).toEqual({ joined: true });
  return line;
};
/** Told after everything before it, so that what should not come would have come. */
async function everythingTold(...waiting: Awaited<ReturnType<typeof memberLine>>[]): Promise<void> {
  const { platform } = society;
  const mark = platform.ids.randomToken(8);
  await platform.transact((trx) => recordEvent(trx, platform, { name: 'system.announced', payload: { name: mark } }));
  await Promise.all(waiting.map((line) => line.hear(({ message }) => message.data.name === mark)));
}

describe('rooms', () => {
  test('S64 join-member joins the room of the member whose token opened the line, and no other', async () => {
    await expect(lines.open()).rejects.toThrow('NOT_SIGNED_IN');
    await expect(lines.open('no token at all')).rejects.toThrow('NOT_SIGNED_IN');
    await expect(lines.open(asha.tokens.refreshToken)).rejects.toThrow('NOT_SIGNED_IN');

    const line = await lines.open(asha.tokens.accessToken);
    for (const hostile of [{ memberId: { toString: 1 } }, { memberId: { valueOf: null, toString: null } }]) {
      // An object that cannot be turned into text must not take the server down with it.
      expect(await line.join('join-member', hostile)).toEqual({ joined: false, code: 'NOT_YOURS' });
    }
    for (const foreign of [bina.memberId, Number(bina.memberId), { memberId: bina.memberId }, '999999', '*', '']) {
      expect(await line.join('join-member', foreign)).toEqual({ joined: false, code: 'NOT_YOURS' });
    }
    await society.deposit(bina, '10.00');
    await everythingTold(line);
    expect(line.heard.filter(({ event }) => event !== 'system-notification')).toEqual([]);

    expect(await line.join('join-member', asha.memberId)).toEqual({ joined: true });
    await society.deposit(asha, '10.00');
    expect(await line.hearType('TRANSACTION_UPDATE')).toMatchObject({ data: { memberId: asha.memberId } });
    line.hangUp();

    const staff = await lines.open(clerk.tokens.accessToken);
    expect(await staff.join('join-member', asha.memberId)).toEqual({ joined: false, code: 'NOT_YOURS' });
    staff.hangUp();
  });

  test('S65 join-admin needs the token of staff; a member is refused whatever they say', async () => {
    const member = await lines.open(asha.tokens.accessToken);
    for (const said of [undefined, { role: 'admin' }, 'admin', { adminId: '1', token: clerk.tokens.accessToken }]) {
      expect(await member.join('join-admin', said)).toEqual({ joined: false, code: 'NOT_ALLOWED' });
    }
    const staff = await staffLine();
    await society.deposit(bina, '11.00');
    await staff.hearType('TRANSACTION_UPDATE');
    await everythingTold(member, staff);
    expect(member.heard.map(({ event }) => event)).toEqual(['system-notification']);
    member.hangUp();
    staff.hangUp();
  });
});

describe('a flood', () => {
  test('of questions to join is answered, but the figures are not made for each', async () => {
    const staff = await lines.open(clerk.tokens.accessToken);
    let told = 0;
    staff.socket.on('dashboard-update', () => {
      told += 1;
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => staff.join('join-admin')));
    expect(answers).toEqual(Array(50).fill({ joined: true }));
    await staff.join('join-admin');
    await new Promise((resolve) => setTimeout(resolve, 500));
    // Once for the join, and at most once a second for what happens meanwhile.
    expect(told).toBeLessThan(4);
    staff.hangUp();
  });

  test('of lines by one session ends at thirty, and others are not kept out', async () => {
    const person = await society.admitActive('5000.00');
    const open = [];
    for (let count = 0; count < 30; count += 1) open.push(await lines.open(person.tokens.accessToken));
    await expect(lines.open(person.tokens.accessToken)).rejects.toThrow('TOO_MANY_LINES');
    (await lines.open(asha.tokens.accessToken)).hangUp();
    for (const line of open) line.hangUp();
  });
});

describe('events', () => {
  test('S66 member-notification reaches the member it is about as {type, data, timestamp}, by every transport', async () => {
    const own = await lines.open(asha.tokens.accessToken, { polling: true });
    expect(await own.join('join-member', { memberId: asha.memberId })).toEqual({ joined: true });
    const other = await memberLine(bina);
    const receiptId = await society.deposit(asha, '12.00');
    const message = await own.hearType('TRANSACTION_UPDATE', ({ data }) => data.receiptId === receiptId);
    expect(own.heard.at(-1)?.event).toBe('member-notification');
    expect(Object.keys(message).sort()).toEqual(['data', 'seq', 'timestamp', 'type']);
    expect(message.data.event).toBe('receipt.issued');
    expect(new Date(message.timestamp).toISOString()).toBe(message.timestamp);
    // Ids only: what somebody has or owes is looked up again, under their own log-in.
    expect(JSON.stringify(message)).not.toMatch(/12\.00|Rawat|M-2026/);
    await everythingTold(own, other);
    expect(other.heard.some(({ event }) => event === 'member-notification')).toBe(false);
    own.hangUp();
    other.hangUp();
  });

  test('S67 admin-notification reaches the staff room and nobody else', async () => {
    const [staff, member] = [await staffLine(), await memberLine(asha)];
    must(await society.send(society.manager, 'POST', '/api/tills', { code: 'S67', name: 'A till' }), 201);
    await society.changeSetting('limit.withdrawalApproval', '50000.00');
    const message = await staff.hearType('SETTINGS_CHANGED');
    expect(staff.heard.find((heard) => heard.message === message)?.event).toBe('admin-notification');
    await everythingTold(staff, member);
    expect(member.heard.some(({ event }) => event === 'admin-notification')).toBe(false);
    staff.hangUp();
    member.hangUp();
  });

  test('S68 system-notification reaches everybody whose line is open', async () => {
    const both = [await memberLine(asha), await staffLine()];
    await everythingTold(...both);
    for (const line of both) {
      const heard = line.heard.find(({ event }) => event === 'system-notification');
      expect(heard?.message).toMatchObject({ type: 'SYSTEM_ANNOUNCEMENT', data: { event: 'system.announced' } });
      line.hangUp();
    }
  });

  test('S69 dashboard-update carries the six figures of the brief and those of loans to those who may see them', async () => {
    const staff = await lines.open(clerk.tokens.accessToken);
    const first = staff.next<DashboardUpdate>('dashboard-update');
    expect(await staff.join('join-admin')).toEqual({ joined: true });
    const { type, data, timestamp } = await first;
    expect(type).toBe('DASHBOARD_UPDATE');
    expect(Object.keys(data).sort()).toEqual([
      'activeLoanAmount',
      'activeMembers',
      'lastUpdated',
      'overdueAmount',
      'overdueLoans',
      'pendingLoans',
      'pendingRequests',
      'runningLoans',
      'totalDeposits',
    ]);
    expect(new Date(timestamp).toISOString()).toBe(timestamp);
    const stats = must(await clerk.inject({ url: '/api/admin/dashboard/stats' }), 200).json();
    expect(data).toMatchObject({ activeMembers: stats.activeMembers, totalDeposits: stats.totalDeposits });

    const second = staff.next<DashboardUpdate>('dashboard-update');
    await society.deposit(asha, '1000.00');
    expect(Number((await second).data.totalDeposits) - Number(data.totalDeposits)).toBe(1000);
    staff.hangUp();
  });

  test('S70 system-heartbeat says {timestamp, status} at least every 25 seconds', async () => {
    const line = await memberLine(asha);
    for (let beat = 0; beat < 2; beat += 1) {
      const heartbeat = line.next<SystemHeartbeat>('system-heartbeat');
      vi.advanceTimersByTime(25_000);
      const message = await heartbeat;
      expect(Object.keys(message).sort()).toEqual(['status', 'timestamp']);
      expect(message.status).toBe('ok');
    }
    line.hangUp();
  });
});

describe('kinds of notification', () => {
  test('S71 a new application is told to staff as NEW_MEMBER_REQUEST, and its approval to the member', async () => {
    const staff = await staffLine();
    const payload = { ...applicant(7100), phone: '9655500071', consent: true };
    must(await society.inject({ method: 'POST', url: '/api/members/register', payload }), 201);
    const message = await staff.hearType('NEW_MEMBER_REQUEST');
    const view = await society.send(society.manager, 'GET', `/api/admin/member-requests/${message.data.applicationId}`);
    expect(must(view, 200).json().name).toBe(payload.name);
    must(
      await society.send(society.manager, 'PUT', `/api/admin/member-requests/${message.data.applicationId}/approve`, {
        acceptFlags: true,
      }),
      200,
    );
    await staff.hearType('account_approved');
    staff.hangUp();
  });

  test('S72 a loan application is told to staff as NEW_LOAN_APPLICATION, and its sanction to the member', async () => {
    const [own, staff] = [await memberLine(asha), await staffLine()];
    const { id } = await paidOutLoan(society, asha);
    const told = await staff.hearType('NEW_LOAN_APPLICATION');
    expect(told.data).toMatchObject({ loanId: id });
    await own.hearType('LOAN_SANCTIONED');
    await own.hear(({ message }) => message.type === 'TRANSACTION_UPDATE' && message.data.event === 'loan.disbursed');
    own.hangUp();
    staff.hangUp();
  });

  test('S73 every movement of money is told as TRANSACTION_UPDATE to the member and to staff', async () => {
    const [own, staff] = [await memberLine(asha), await staffLine()];
    const { send, cashier, manager } = society;
    await society.deposit(asha, '30.00');
    const withdrawal = { amount: '20.00', mode: 'cash' };
    const paid = must(await send(cashier, 'POST', `/api/deposits/${asha.depositId}/withdrawals`, withdrawal), 201);
    const transfer = { amount: '5.00', to: { kind: 'shares' } };
    must(await send(asha.signedIn, 'POST', `/api/deposits/${asha.depositId}/transfers`, transfer), 201);
    const reason = { reason: 'Paid to the wrong person' };
    must(await send(manager, 'POST', `/api/journal-entries/${paid.json().entryId}/reversal`, reason), 201);
    for (const event of ['receipt.issued', 'savings.withdrawn', 'savings.transferred', 'entry.reversed']) {
      for (const line of [own, staff]) {
        await line.hear(({ message }) => message.type === 'TRANSACTION_UPDATE' && message.data.event === event);
      }
    }
    own.hangUp();
    staff.hangUp();
  });

  test('a new photo is told to the member and to staff at once, and is no notification of its own', async () => {
    const [own, staff] = [await memberLine(asha), await staffLine()];
    const url = `/api/members/${asha.memberId}/files?kind=photo`;
    const { authorization } = society.manager.headers;
    must(await society.inject({ method: 'POST', url, headers: { authorization }, payload: formWith(jpegFile()) }), 201);
    for (const line of [own, staff]) {
      const { memberId, kind } = (await line.hearType('FILE_CHANGED')).data;
      expect([memberId, kind]).toEqual([String(asha.memberId), 'photo']);
    }
    const kept = must(await society.send(asha.signedIn, 'GET', '/api/notifications'), 200).json();
    expect(kept.items.map(({ event }: { event: string }) => event)).not.toContain('file.changed');
    own.hangUp();
    staff.hangUp();
  });

  test('S74 interest credited at the end of a day is told to the member as INTEREST_CREDITED, and to nobody else', async () => {
    const house = await openForBusiness();
    const houseLines = await openLines(house);
    const [saver, other] = [await house.admitActive('40000.00'), await house.admitActive()];
    const heardBy = async ({ tokens }: Person) => {
      const line = await houseLines.open(tokens.accessToken);
      await line.join('join-member');
      return line;
    };
    const [own, others] = [await heardBy(saver), await heardBy(other)];
    // Today is the last of November.
    await house.platform.transact((trx) => trx.updateTable('deposit_product').set({ interestMonths: '11' }).execute());
    await endDays(house, calendarDate('2026-11-30'));

    const { data } = await own.hearType('INTEREST_CREDITED');
    const passbook = must(await house.send(saver.signedIn, 'GET', `/api/deposits/${saver.depositId}/passbook`), 200);
    expect(passbook.json().items[0]).toMatchObject({ kind: 'interest', entryId: data.entryId });
    const kept = must(await house.send(saver.signedIn, 'GET', '/api/notifications'), 200).json();
    expect(kept.items[0]).toMatchObject({ event: 'interest.credited' });
    expect(others.heard.map(({ message }) => message.type)).not.toContain('INTEREST_CREDITED');
    await houseLines.close();
    await house.close();
  });
  test('S75 a notice is told live as NEW_NOTICE to whom it is for and to nobody else, after it is kept', async () => {
    const [member, staff] = [await memberLine(asha), await staffLine()];
    const announce = async (audience: string) => {
      const texts = [{ language: 'en', title: `To ${audience}`, text: 'Something is new.' }];
      const body = { kind: 'general', priority: 'medium', audience, texts };
      const { id } = must(await society.send(society.manager, 'POST', '/api/notices', body), 201).json();
      must(await society.send(society.manager, 'POST', `/api/notices/${id}/publication`), 200);
      return id as string;
    };
    const [all, toMembers, toStaff] = [await announce('everyone'), await announce('members'), await announce('staff')];
    await everythingTold(member, staff);
    const heard = (line: typeof member) =>
      line.heard.flatMap(({ event, message: { type, data } }) =>
        type === 'NEW_NOTICE' ? [`${event} ${data.noticeId}`] : [],
      );
    expect(heard(member)).toEqual([`system-notification ${all}`, `system-notification ${toMembers}`]);
    expect(heard(staff)).toEqual([`system-notification ${all}`, `system-notification ${toStaff}`]);
    // Nothing of it but its id travels, and what was missed is caught up by the same rule.
    expect(JSON.stringify(member.heard)).not.toContain('Something is new');
    const missed = must(await asha.signedIn.inject({ url: '/api/live/events?after=0' }), 200).json();
    const ids = missed.events.flatMap(({ type, data }: { type: string; data: { noticeId?: string } }) =>
      type === 'NEW_NOTICE' ? [data.noticeId] : [],
    );
    expect(ids).toEqual([all, toMembers]);
    member.hangUp();
    staff.hangUp();
  });

  test('S76 log-ins of members and staff are told to the staff room alone, as MEMBER_LOGIN and ADMIN_LOGIN', async () => {
    const [staff, member] = [await staffLine(), await memberLine(bina)];
    await society.tokens('member', { identifier: asha.memberNumber, password: MEMBER_PASSWORD });
    await society.tokens('admin', { identifier: 'admin', password: 'a long walk to the river' });
    expect((await staff.hearType('MEMBER_LOGIN')).data.memberId).toBe(asha.memberId);
    await staff.hearType('ADMIN_LOGIN');
    await everythingTold(staff, member);
    expect(member.heard.map(({ message }) => message.type)).toEqual(['SYSTEM_ANNOUNCEMENT']);
    staff.hangUp();
    member.hangUp();
  });

  test('the type strings of the brief stand in the one list of events', () => {
    const types = new Set<string>(Object.values(EVENTS).map(({ type }) => type));
    for (const type of [
      'NEW_MEMBER_REQUEST',
      'TRANSACTION_UPDATE',
      'MEMBER_LOGIN',
      'ADMIN_LOGIN',
      'account_approved',
    ]) {
      expect(types).toContain(type);
    }
  });
});

describe('what is told', () => {
  test('is told after the commit: what was rolled back is never heard, what is heard can be read', async () => {
    const staff = await staffLine();
    const { platform } = society;
    const rolledBack = platform.transact(async (trx) => {
      await recordEvent(trx, platform, { name: 'system.announced', payload: { name: 'rolled back' } });
      throw new Error('the power went');
    });
    await expect(rolledBack).rejects.toThrow('the power went');
    const seen = staff.hear(({ message }) => message.data.event === 'receipt.issued');
    const receiptId = await society.deposit(bina, '13.00');
    const { data } = await seen;
    expect(data.receiptId).toBe(receiptId);
    must(await clerk.inject({ url: `/api/receipts/${data.receiptId}` }), 200);
    await everythingTold(staff);
    expect(staff.heard.some(({ message }) => message.data.name === 'rolled back')).toBe(false);
    staff.hangUp();
  });

  test('and missed is caught up once, in order, each with its number; what is somebody else’s is not among it', async () => {
    const line = await memberLine(asha);
    await society.deposit(asha, '14.00');
    const { seq } = await line.hearType('TRANSACTION_UPDATE');
    line.hangUp();

    const missed = [await society.deposit(asha, '15.00'), await society.deposit(asha, '16.00')];
    await society.deposit(bina, '17.00');
    const told = await staffLine();
    await everythingTold(told);
    told.hangUp();

    const caughtUp = must(await asha.signedIn.inject({ url: `/api/live/events?after=${seq}` }), 200).json();
    expect(LiveEvents.parse(caughtUp)).toEqual(caughtUp);
    const { events, latestSeq } = caughtUp as {
      events: { seq: number; data: { receiptId?: string } }[];
      latestSeq: number;
    };
    expect(events.flatMap(({ data }) => data.receiptId ?? [])).toEqual(missed);
    expect(events.map((event) => event.seq)).toEqual(events.map((event) => event.seq).toSorted((a, b) => a - b));
    expect(JSON.stringify(events)).not.toContain(`"memberId":"${bina.memberId}"`);
    // Once: the cursor of the user has moved on, with or without saying where they were.
    for (const url of [`/api/live/events?after=${latestSeq}`, '/api/live/events']) {
      expect(must(await asha.signedIn.inject({ url }), 200).json().events).toEqual([]);
    }
  });

  test('and the line of an ended session is cut at once; one whose token has run out within a beat', async () => {
    const leaving = await society.tokens('member', {
      identifier: bina.memberNumber,
      password: MEMBER_PASSWORD,
    });
    const line = await lines.open(leaving.accessToken);
    const cut = Promise.withResolvers<void>();
    line.socket.once('disconnect', () => cut.resolve());
    must(await society.bearer(leaving.accessToken).inject({ method: 'POST', url: '/api/auth/logout' }), 200);
    await cut.promise;
    await expect(lines.open(leaving.accessToken)).rejects.toThrow('NOT_SIGNED_IN');

    const old = await lines.open(asha.tokens.accessToken);
    const gone = Promise.withResolvers<void>();
    old.socket.once('disconnect', () => gone.resolve());
    society.clock.advance(24 * 3_600_000 + 1_000);
    vi.advanceTimersByTime(25_000);
    await gone.promise;
    await expect(lines.open(asha.tokens.accessToken)).rejects.toThrow('NOT_SIGNED_IN');
  });
});
