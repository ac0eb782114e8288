import { calendarDate } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { loansMessages, loansRoutes } from '../loans/index.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

let counter: TestCounter;
let sunita: AdmittedMember;
let bina: AdmittedMember;
let officer: SignedIn;
let committee: SignedIn;
let administrator: SignedIn;
beforeEach(async () => {
  counter = await openTestCounter({}, undefined, [{ name: 'loans', routes: loansRoutes, messages: loansMessages }]);
  officer = await counter.staff('loan_officer', 'Lata Negi');
  committee = await counter.staff('committee', 'Hari Chandra');
  administrator = await counter.staff('administrator', 'Asha Negi');
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 20_000);
  bina = await counter.admitActive('Bina Mehta');
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ joinedOn: calendarDate('2026-04-01') })
      .execute();
    // The manager may decide on loans, so that the ladder can have two steps.
    await trx.insertInto('role_permission').values({ roleCode: 'manager', permission: 'loan.decide' }).execute();
  });
});
afterEach(() => counter.close());

const recommended = async (by = sunita): Promise<string> => {
  const asked = { productCode: 'EML', amount: '12000.00', instalments: 6, purpose: 'School fees' };
  const { id } = (await counter.post('/api/loans', asked, by.signedIn)).json();
  await counter.post(`/api/loans/${id}/recommendation`, { note: 'Income seen', version: 1 }, officer);
  return id;
};
const sanction = (id: string, amount: string, by: SignedIn) =>
  counter.post(`/api/loans/${id}/sanction`, { amount, instalments: 6, resolutionNumber: 'LC/2026/14', version: 2 }, by);
const signedAs = (who: SignedIn): SignedIn =>
  counter.signIn({ ...who.actor, permissions: new Set([...who.actor.permissions, 'loan.decide' as const]) });
const standsFor = ({ actor: { userId } }: SignedIn, { id }: AdmittedMember) =>
  counter.platform.transact(async (trx) => {
    const memberId = Number(id);
    await trx.updateTable('user').set({ memberId: null }).where('memberId', '=', memberId).execute();
    await trx.updateTable('user').set({ memberId }).where('id', '=', userId).execute();
  });
const LADDER = [
  { roleCode: 'manager', upTo: '10000.00' },
  { roleCode: 'committee', upTo: null },
];
const ask = (levels: object[], query = '') =>
  administrator.inject({
    method: 'PUT',
    url: `/api/sanction-levels${query}`,
    payload: { levels, effectiveFrom: '2026-11-30', legalBasis: 'Resolution MC/2026/6' },
  });

test('a ladder is asked by one and agreed by another, and nobody sanctions above their level', async () => {
  const twice = await ask([...LADDER, { roleCode: 'manager', upTo: null }]);
  expect(twice.json()).toMatchObject({ code: 'SANCTION_LEVEL_TWICE', fields: [{ path: 'levels.2.roleCode' }] });
  expect((await ask([LADDER[1] ?? {}, LADDER[0] ?? {}])).json().code).toBe('SANCTION_LEVEL_ORDER');
  expect((await ask([LADDER[0] ?? {}])).json().code).toBe('SANCTION_LEVEL_LAST');
  expect((await ask([{ roleCode: 'cashier', upTo: null }])).json().code).toBe('SANCTION_ROLE_WITHOUT_RIGHT');

  const id = await recommended();
  expect((await ask(LADDER, '?preview=true')).json().lines).toMatchObject([
    { label: 'Manager sanctions up to', before: null, after: '10000.00' },
    { label: 'Committee member sanctions up to', before: null, after: 'any amount' },
    { label: 'Applications that wait for a decision', after: '1' },
    { label: 'In force from, or from the yes when that comes later', after: '2026-11-30' },
    { label: 'Legal basis', after: 'Resolution MC/2026/6' },
  ]);
  const { approvalId } = (await ask(LADDER)).json();
  const own = await counter.post(`/api/approvals/${approvalId}/approval`, {}, administrator);
  expect(own.json().code).toBe('APPROVAL_OWN_REQUEST');
  expect((await counter.post(`/api/approvals/${approvalId}/approval`, {}, committee)).statusCode).toBe(200);
  expect((await counter.get('/api/sanction-levels', administrator)).json()).toMatchObject({
    levels: [
      { roleName: 'Manager', upTo: '10000.00' },
      { roleName: 'Committee member', upTo: null },
    ],
    waitingApprovalId: null,
    history: [{ setBy: 'Asha Negi', approvedBy: 'Hari Chandra' }],
  });

  const manager = signedAs(counter.manager);
  const above = await sanction(id, '12000.00', manager);
  expect([above.statusCode, above.json()]).toMatchObject([
    403,
    {
      code: 'LOAN_ABOVE_LEVEL',
      detail: 'Your level sanctions up to ₹10,000.00. ₹12,000.00 may be sanctioned by: Committee member.',
    },
  ]);
  expect((await counter.get(`/api/loans/${id}`, manager)).json()).toMatchObject({
    status: 'recommended',
    sanctionsUpTo: '10000.00',
    mayNotDecideBecause: null,
  });
  // Nor is it theirs to reject.
  const { version } = (await counter.get(`/api/loans/${id}`, manager)).json();
  const reason = 'The income does not carry it';
  const rejected = await counter.post(`/api/loans/${id}/rejection`, { reason, version }, manager);
  expect([rejected.statusCode, rejected.json().code]).toEqual([403, 'LOAN_ABOVE_LEVEL']);
  // A counter-offer within the level is theirs to make.
  expect((await sanction(id, '10000.00', manager)).json()).toMatchObject({ status: 'sanctioned', amount: '10000.00' });
});

test('nobody decides on a loan of their family; whoever abstains is named with the decision', async () => {
  const id = await recommended();
  const named = await counter.post(
    `/api/members/${sunita.id}/relatives`,
    { memberNumber: bina.number, relation: 'sibling' },
    officer,
  );
  expect([named.statusCode, named.json().items]).toEqual([
    201,
    [{ memberId: bina.id, memberNumber: bina.number, memberName: 'Bina Mehta', relation: 'sibling' }],
  ]);
  const again = { memberNumber: sunita.number, relation: 'spouse' };
  expect((await counter.post(`/api/members/${bina.id}/relatives`, again, officer)).json().code).toBe('RELATIVE_NAMED');
  expect((await counter.post(`/api/members/${sunita.id}/relatives`, again, officer)).json().code).toBe(
    'RELATIVE_IS_SELF',
  );

  await standsFor(committee, bina);
  const refused = await sanction(id, '12000.00', committee);
  expect(refused.json()).toMatchObject({
    code: 'LOAN_OF_RELATIVE',
    detail: 'Sunita Devi Rawat, the borrower, is of your family; somebody else decides.',
  });
  const agenda = (await counter.get('/api/loans/agenda', committee)).json();
  expect(agenda).toMatchObject({
    total: '12000.00',
    items: [
      {
        memberName: 'Sunita Devi Rawat',
        recommendedBy: 'Lata Negi',
        recommendation: 'Income seen',
        otherLoans: [],
        deposits: '20000.00',
        overdue: '0.00',
        decidedBy: [],
        mayNotDecideBecause: 'Sunita Devi Rawat, the borrower, is of your family; somebody else decides.',
      },
    ],
  });
  expect((await counter.get('/api/loans/agenda.pdf?language=hi', officer)).headers['content-type']).toBe(
    'application/pdf',
  );

  const other = await counter.staff('committee', 'Ravi Rana');
  const third = await counter.staff('committee', 'Mohan Joshi');
  const abstain = (by: SignedIn) =>
    counter.post(`/api/loans/${id}/abstention`, { reason: 'The borrower is my tenant' }, by);
  expect((await abstain(other)).statusCode).toBe(200);
  expect((await abstain(other)).json().code).toBe('LOAN_ABSTAINED');
  expect((await sanction(id, '12000.00', other)).json().code).toBe('LOAN_ABSTAINED');
  expect((await sanction(id, '12000.00', third)).statusCode).toBe(200);

  const steps = async (by: SignedIn) => (await counter.get(`/api/loans/${id}`, by)).json().steps;
  expect(await steps(officer)).toContainEqual(
    expect.objectContaining({ act: 'abstained', by: 'Ravi Rana', note: 'The borrower is my tenant' }),
  );
  expect((await steps(sunita.signedIn)).map(({ act }: { act: string }) => act)).not.toContain('abstained');
  const paper = await counter.get(`/api/loans/${id}/resolution.pdf`, officer);
  expect([paper.statusCode, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await abstain(third)).json().code).toBe('LOAN_IS_SANCTIONED');

  const away = { method: 'DELETE', url: `/api/members/${bina.id}/relatives/${sunita.id}` } as const;
  expect((await officer.inject(away)).json()).toEqual({ items: [] });
  expect((await officer.inject(away)).json().code).toBe('RELATIVE_NOT_NAMED');
});
