// A guarantor's code by SMS through a provider on loopback: it reaches the phone on record and stands nowhere else.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calendarDate } from '@kafal/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { deliveriesMessages, deliveriesRoutes } from '../deliveries/index.ts';
import { loansMessages, loansRoutes } from '../loans/index.ts';

let counter: TestCounter;
let provider: Server;
const received: { to: string; message: string }[] = [];
let answers: (number | 'hang up')[] = [];
let officer: SignedIn;
let administrator: SignedIn;
let bina: AdmittedMember;
let deepak: AdmittedMember;
let id: string;

beforeAll(async () => {
  provider = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const answer = answers.shift() ?? 200;
      received.push(JSON.parse(text));
      if (answer === 'hang up') request.socket.destroy();
      else response.writeHead(answer).end();
    });
  });
  await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready));
  // A server that listens on an address has one.
  const origin = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  counter = await openTestCounter({ environment: { SMS_PRIVATE_GATEWAY: origin } }, undefined, [
    { name: 'deliveries', routes: deliveriesRoutes, messages: deliveriesMessages },
    { name: 'loans', routes: loansRoutes, messages: loansMessages },
  ]);
  officer = await counter.staff('loan_officer', 'Lata Negi');
  administrator = await counter.staff('administrator', 'Hema Joshi');
  await counter.openTill();
  const borrower = await counter.admitActive('Sunita Devi Rawat', 20_000);
  [bina, deepak] = [await counter.admitActive('Bina Mehta'), await counter.admitActive('Deepak Pant')];
  await counter.platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ joinedOn: calendarDate('2026-04-01') })
      .execute();
    for (const [member, phone] of [
      [bina, '+919811110042'],
      [deepak, '+919811110077'],
      [borrower, '+919811110077'],
    ] as const) {
      await trx.updateTable('member').set({ phone }).where('id', '=', Number(member.id)).execute();
    }
  });
  const asked = { productCode: 'PL', amount: '100000.00', instalments: 12, purpose: 'A buffalo' };
  const guarantors = [bina.number, deepak.number];
  const loan = await counter.post('/api/loans', { ...asked, monthlyIncome: '30000.00', guarantors }, borrower.signedIn);
  expect(loan.statusCode, loan.body).toBe(201);
  id = loan.json().id;
  await set('/api/sms/provider', {
    ...{ name: 'Provider on loopback', url: `${origin}/send`, authHeader: 'x-secret', secret: 'quite a secret' },
    ...{ body: '{"to":"{to}","message":"{text}"}', sender: 'KAFALS', entityId: '1101234567890123456' },
  });
});
afterAll(async () => {
  await counter.close();
  await new Promise((closed) => provider.close(closed));
});

async function set(url: string, payload: object): Promise<void> {
  const asked = await administrator.inject({ method: 'PUT', url, payload });
  expect(asked.statusCode, asked.body).toBe(202);
  const decided = await counter.post(`/api/approvals/${asked.json().approvalId}/approval`, {}, counter.manager);
  expect(decided.statusCode, decided.body).toBe(200);
}
const codeFor = ({ id: memberId }: AdmittedMember, bySms = true) =>
  counter.post(`/api/loans/${id}/surety-codes`, { memberId, bySms }, counter.manager);
const textTo = async (by: SignedIn = officer) =>
  (await counter.get(`/api/loans/${id}`, by)).json().guarantors.map((one: { textTo: string | null }) => one.textTo);
const text = {
  ...{ event: 'surety.code', language: 'en', dltId: '1107161234567890123' },
  ...{ text: 'Code {#var#} to stand surety for loan {#var#}. {#var#}', slots: ['code', 'loan', 'society'] },
};

test('without a text for it the code goes out on paper alone, and a code has its place in no other text', async () => {
  expect(await textTo()).toEqual([null, null]);
  expect((await codeFor(bina)).json()).toMatchObject({ code: 'SURETY_SMS_NONE' });
  for (const wrong of [{ slots: ['amount', 'loan', 'society'] }, { event: 'receipt.issued' }]) {
    const answer = await administrator.inject({
      method: 'PUT',
      url: '/api/sms/templates',
      payload: { ...text, ...wrong },
    });
    expect(answer.json(), answer.body).toMatchObject({ code: 'SMS_CODE_SLOT' });
  }
  expect((await codeFor(bina, false)).json()).toMatchObject({ code: expect.stringMatching(/^\d{8}$/), sentTo: null });
  expect(received).toEqual([]);
});

test('it reaches the phone on record, nobody of the office reads it, and a second person enters it', async () => {
  await set('/api/sms/templates', text);
  // Deepak and the borrower have one phone: whoever reads it there need not be Deepak.
  expect([await textTo(), await textTo(bina.signedIn)]).toEqual([
    ['…0042', null],
    [null, null],
  ]);
  expect((await codeFor(deepak)).json()).toMatchObject({ code: 'SURETY_SMS_NONE' });

  const sent = await codeFor(bina);
  expect([sent.statusCode, sent.json()]).toMatchObject([201, { code: null, sentTo: '…0042', isUnsure: false }]);
  const [{ to, message } = { to: '', message: '' }] = received;
  expect(to).toBe('+919811110042');
  const code = /^Code (\d{4} \d{4}) to stand surety for loan \S+\./.exec(message)?.[1] ?? '';
  const enter = (by: SignedIn) => counter.post(`/api/loans/${id}/surety-consents`, { memberId: bina.id, code }, by);
  expect((await enter(counter.manager)).json()).toMatchObject({ code: 'SURETY_CODE_SECOND_PERSON' });

  // Not in the list of what went out, not in what is told, not in the audit log.
  const { database } = counter.platform;
  const digits = code.replace(' ', '');
  for (const table of ['message_delivery', 'outbox', 'notification', 'audit', 'surety_code'] as const) {
    const rows = JSON.stringify(await database.selectFrom(table).selectAll().execute());
    expect([table, rows.includes(code) || rows.includes(digits)]).toEqual([table, false]);
  }
  expect((await enter(officer)).statusCode).toBe(200);
});

test('what the provider refuses is said; what may have arrived is said to be unsure', async () => {
  await counter.platform.transact((trx) =>
    trx.updateTable('member').set({ phone: '+919811110099' }).where('id', '=', Number(deepak.id)).execute(),
  );
  answers = [400, 'hang up'];
  expect((await codeFor(deepak)).json()).toMatchObject({ code: 'SURETY_SMS_NOT_SENT' });
  expect((await codeFor(deepak)).json()).toMatchObject({ code: null, sentTo: '…0099', isUnsure: true });
});
