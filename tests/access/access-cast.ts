// Everybody who may stand at a door, each with a real log-in, and the objects of member A that others may reach for.

import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { runDayEnd } from '../../apps/server/src/features/day-end/index.ts';
import { formWith, pdfFile, pngFile } from '../../apps/server/src/features/files/test-files.ts';
import { systemActor } from '../../apps/server/src/platform/http/actor.ts';
import { givenBack, paidOutLoan, SMALL_LOAN } from '../contract/loans-of-tests.ts';
import {
  type LoggedIn,
  MEMBER_PASSWORD,
  must,
  openForBusiness,
  type Person,
  type SocietyInBusiness,
} from '../contract/society-in-business.ts';

export const STAFF_ROLES = [
  'administrator',
  'manager',
  'cashier',
  'accountant',
  'loan_officer',
  'agent',
  'committee',
  'auditor',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const NOBODY = ['anonymous', 'suspended member', 'ended member session', 'ended staff session'] as const;
export const WHO = [...NOBODY, 'member A', 'member B', ...STAFF_ROLES] as const;
export type Who = (typeof WHO)[number];

/** What belongs to member A, and what belongs to the society; as text for a path. */
export interface Objects {
  member: string;
  deposit: string;
  termDeposit: string;
  dailyDeposit: string;
  agent: string;
  collectionRoute: string;
  receipt: string;
  entry: string;
  file: string;
  certificate: string;
  memberSession: string;
  application: string;
  staffUser: string;
  approval: string;
  till: string;
  tillSession: string;
  setting: string;
  role: string;
  fee: string;
  holiday: string;
  product: string;
  termProduct: string;
  loanProduct: string;
  account: string;
  day: string;
  /** Of a manager who is not among those who ask. */
  savedView: string;
  loan: string;
  paidLoan: string;
  paymentRequest: string;
  /** To borrowers, of whom member A is one. */
  notice: string;
  bankStatement: string;
  bankLine: string;
  message: string;
  /** Called, of all members. */
  meeting: string;
  /** Over, with its minutes signed. */
  heldMeeting: string;
}
export type ObjectName = keyof Objects;

/** Never there, in the form of each. */
export const MISSING: Objects = {
  member: '999999',
  deposit: '999999',
  termDeposit: '999999',
  dailyDeposit: '999999',
  agent: '999999',
  collectionRoute: '999999',
  receipt: '999999',
  entry: '999999',
  certificate: '999999',
  file: 'AAAAAAAAAAAAAAAAAAAAAA',
  memberSession: 'AAAAAAAAAAAAAAAAAAAAAA',
  application: '999999',
  staffUser: '999999',
  approval: '999999',
  till: '999999',
  tillSession: '999999',
  setting: 'no.such',
  role: 'no_such_role',
  fee: 'no_such_fee',
  holiday: '2027-12-31',
  product: 'XX',
  termProduct: 'XX',
  loanProduct: 'XX',
  account: '9999',
  day: '2019-01-01',
  savedView: '999999',
  loan: '999999',
  paidLoan: '999999',
  paymentRequest: '999999',
  notice: '999999',
  bankStatement: '999999',
  bankLine: '999999',
  message: '999999',
  meeting: '999999',
  heldMeeting: '999999',
};

export interface Cast {
  society: SocietyInBusiness;
  a: Person;
  b: Person;
  objects: Objects;
  /** Texts by which anybody would know member A; none of them may reach member B. */
  marksOfA: readonly string[];
  ask(who: Who, request: InjectOptions): Promise<LightMyRequestResponse>;
}

export async function gatherCast(): Promise<Cast> {
  const society = await openForBusiness();
  const { send, cashier, manager, accountant } = society;
  const a = await society.admitActive('5000.00');
  const b = await society.admitActive('5000.00');
  const suspended = await society.admitActive('5000.00');
  const loggedOut = await society.admitActive('5000.00');

  const staff = new Map<Who, LoggedIn>();
  const userIds = new Map<Who, string>();
  for (const role of STAFF_ROLES) {
    const person = await society.addStaff(`the-${role.replace('_', '-')}`, role);
    staff.set(role, person);
    userIds.set(role, person.userId);
  }
  const theCashier = staff.get('cashier');
  if (theCashier === undefined) throw new Error('there is no cashier');
  const till = must(await send(manager, 'POST', '/api/tills', { code: 'T9', name: 'The other till' }), 201).json();
  const opening = { count: {}, fromVault: '0.00' };
  must(await send(theCashier, 'POST', `/api/tills/${till.id}/sessions`, opening), 201);
  const free = { day: '2027-01-26', nameEn: 'Republic Day', nameHi: 'गणतंत्र दिवस' };
  const holiday = must(await send(society.administrator, 'POST', '/api/holidays', free), 201).json();
  const goneManager = await society.addStaff('gone-manager', 'manager');
  must(await goneManager.inject({ method: 'POST', url: '/api/auth/logout' }), 200);
  must(await loggedOut.signedIn.inject({ method: 'POST', url: '/api/auth/logout' }), 200);
  await society.changeStatus(suspended.memberId, 'suspended');

  // Begun, and stopped at the tills that are open.
  const openTill = new Error('the end of the day did not stop at the open till');
  await runDayEnd(society.platform, systemActor('Kafal'), {}).then(
    () => Promise.reject(openTill),
    (error: { code?: string }) => (error.code === 'TILLS_STILL_OPEN' ? undefined : Promise.reject(error)),
  );

  const allotted = must(await send(manager, 'POST', `/api/members/${a.memberId}/share-allotments`, {}), 201).json();
  const term = { memberId: a.memberId, productCode: 'FD', amount: '1000.00', months: 12 };
  const payment = { mode: 'transfer', depositId: a.depositId };
  const fixed = must(await send(cashier, 'POST', '/api/deposits', { ...term, payment }), 201).json();
  const loan = await paidOutLoan(society, a);
  const paidLoan = await paidOutLoan(society, a);
  const all = { fromDepositId: a.depositId, amount: SMALL_LOAN.amount };
  must(await send(a.signedIn, 'POST', `/api/loans/${paidLoan.id}/repayments`, all), 201);
  await givenBack(society, paidLoan.id);
  const collects = { userId: userIds.get('agent') };
  const agent = must(await send(manager, 'POST', '/api/collections/agents', collects), 201).json();
  const market = { code: 'R1', name: 'Market', agentId: agent.id };
  const route = must(await send(manager, 'POST', '/api/collections/routes', market), 201).json();
  const daily = must(
    await send(cashier, 'POST', '/api/collections/accounts', {
      memberId: a.memberId,
      productCode: 'DD',
      routeId: route.id,
      dailyAmount: '100.00',
    }),
    201,
  ).json();
  await society.changeSetting('payments.upiAddress', 'society.demo@examplebank');
  const phone = { lines: [{ kind: 'savings', depositId: a.depositId, amount: '10.00' }] };
  const asked = must(await send(a.signedIn, 'POST', '/api/payment-requests', phone), 201).json();
  const csv = 'Date,Description,Credit\n30/11/2026,FROM SOMEBODY,10.00\n';
  const took = must(await send(accountant, 'POST', '/api/bank-statements', { fileName: 'day.csv', csv }), 201).json();
  const ofBank = must(await send(accountant, 'GET', '/api/bank-lines'), 200).json();
  const receipts = must(await send(cashier, 'GET', `/api/receipts?memberId=${a.memberId}`), 200).json();
  const applied = must(
    await society.inject({ method: 'POST', url: '/api/members/register', payload: stranger() }),
    201,
  ).json();
  const waiting = must(
    await send(manager, 'GET', `/api/admin/member-requests?q=${applied.trackingNumber}`),
    200,
  ).json();
  const voucher = must(
    await send(accountant, 'POST', '/api/vouchers', {
      kind: 'expense',
      narration: 'Tea for the committee',
      lines: [
        { accountCode: '5203', side: 'debit', amount: '120.00' },
        { accountCode: '1201', side: 'credit', amount: '120.00' },
      ],
    }),
    202,
  ).json();
  const view = must(
    await send(manager, 'POST', '/api/me/views', { list: 'members', name: 'Mine', search: {}, hiddenColumns: [] }),
    201,
  ).json();
  const second = await society.tokens('member', { identifier: a.memberNumber, password: MEMBER_PASSWORD });
  const sessions = must(await a.signedIn.inject({ url: '/api/auth/sessions' }), 200).json();
  const other = sessions.items.find((session: { isCurrent: boolean }) => !session.isCurrent);
  const memberOfA = must(await send(manager, 'GET', `/api/members/${a.memberId}`), 200).json();

  const texts = [{ language: 'en', title: 'To borrowers', text: 'Please bring your passbook.' }];
  const question = { kind: 'complaint', subject: 'My passbook', text: 'It was not printed for a month.' };
  const message = must(await send(a.signedIn, 'POST', '/api/messages', question), 201).json();
  const [chair] = must(await manager.inject({ url: '/api/meetings/preparation' }), 200).json().committee;
  const called = async (title: string) => {
    const items = [{ kind: 'text', title: 'Accounts' }];
    const plan = { kind: 'annual', title, heldOn: '2027-01-30', heldTime: '11:00', place: 'Hall of the school', items };
    const drafted = must(await send(manager, 'POST', '/api/meetings', { ...plan, chairUserId: chair.id }), 201).json();
    return must(await send(manager, 'POST', `/api/meetings/${drafted.id}/call`, {}), 200).json();
  };
  const meeting = await called('Annual general meeting');
  const heldMeeting = await called('Annual general meeting of last year');
  await society.platform.transact((trx) =>
    trx.updateTable('meeting').set({ status: 'held' }).where('id', '=', Number(heldMeeting.id)).execute(),
  );
  const minutes = `/api/meetings/${heldMeeting.id}/minutes`;
  const text = 'The chair welcomed the members.';
  must(await manager.inject({ method: 'PUT', url: minutes, payload: { text, version: 0 } }), 200);
  for (const who of [society.committee, society.administrator]) {
    must(await send(who, 'POST', `${minutes}/signatures`, { version: 1 }), 200);
  }
  const group = { kind: 'general', priority: 'low', audience: 'borrowers', texts };
  const notice = must(await send(manager, 'POST', '/api/notices', group), 201).json();
  must(
    await manager.inject({ method: 'POST', url: `/api/notices/${notice.id}/file`, payload: formWith(pdfFile()) }),
    201,
  );
  must(await send(manager, 'POST', `/api/notices/${notice.id}/publication`), 200);
  const photo = must(
    await manager.inject({
      method: 'POST',
      url: `/api/members/${a.memberId}/files?kind=photo`,
      payload: formWith(pngFile({ width: 3, height: 4 })),
    }),
    201,
  ).json();

  const people = new Map<Who, LoggedIn>([
    ...staff,
    ['member A', a.signedIn],
    ['member B', b.signedIn],
    ['suspended member', suspended.signedIn],
    ['ended member session', loggedOut.signedIn],
    ['ended staff session', goneManager],
  ]);

  return {
    society,
    a,
    b,
    objects: {
      member: a.memberId,
      deposit: a.depositId,
      termDeposit: fixed.id,
      dailyDeposit: daily.id,
      agent: agent.id,
      collectionRoute: route.id,
      receipt: receipts.items[0].id,
      entry: receipts.items[0].entryId,
      certificate: allotted.allotment.id,
      file: photo.file.id,
      memberSession: other.id,
      application: waiting.items[0].id,
      staffUser: String(goneManager.userId),
      approval: voucher.approvalId,
      till: society.tillId,
      tillSession: society.tillSessionId,
      setting: 'share.minimumShares',
      role: 'cashier',
      fee: 'admission_fee',
      holiday: holiday.day,
      product: 'SB',
      termProduct: 'FD',
      loanProduct: 'PL',
      account: '1201',
      day: '2026-11-30',
      savedView: view.id,
      loan: loan.id,
      paidLoan: paidLoan.id,
      paymentRequest: asked.request.id,
      notice: notice.id,
      bankStatement: took.statement.id,
      bankLine: ofBank.items[0].id,
      message: message.id,
      meeting: meeting.id,
      heldMeeting: heldMeeting.id,
    },
    marksOfA: [
      a.memberNumber,
      a.depositNumber,
      fixed.accountNumber,
      daily.accountNumber,
      loan.number,
      memberOfA.name,
      memberOfA.phone,
      memberOfA.shares.folio,
      allotted.allotment.certificateNumber,
      receipts.items[0].number,
      second.accessToken,
      other.id,
      photo.file.id,
      asked.request.reference,
    ],
    ask: (who, request) => {
      const person = people.get(who);
      return person === undefined ? society.inject(request) : person.inject(request);
    },
  };
}

function stranger() {
  return {
    name: 'Stranger At The Door',
    dateOfBirth: '1990-01-01',
    gender: 'other',
    phone: '9700000001',
    addressLine: 'House 1',
    locality: 'Hilltop',
    district: 'Dehradun',
    state: 'Uttarakhand',
    postalCode: '248001',
    occupation: 'Tailor',
    accountType: 'none',
    language: 'en',
    nominees: [{ name: 'Somebody', relation: 'mother', dateOfBirth: '1960-01-01', sharePercent: '100.00' }],
    consent: true,
  };
}
