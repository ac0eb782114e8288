// The document is a promise to whoever builds on it: every example in it is sent as it stands and succeeds, and every
// answer is what the document says it is. Only what no document can know is put in its place: a secret, a code that was
// handed over, the tracking number of an application, the version of a row.

import { createHmac } from 'node:crypto';
import { calendarDate, money, parseMoney, ZERO } from '@kafal/core';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runDayEnd } from '../../apps/server/src/features/day-end/index.ts';
import { formWith, jpegFile, pdfFile, pngFile } from '../../apps/server/src/features/files/test-files.ts';
import { addLoanEvent } from '../../apps/server/src/features/loans/loan-state.ts';
import { systemActor } from '../../apps/server/src/platform/http/actor.ts';
import { createTestApp, TEST_SETUP_CODE } from '../../apps/server/src/platform/http/test-app.ts';
import { applicant } from '../society/open-society.ts';
import { givenBack, paidOutLoan, SMALL_LOAN } from './loans-of-tests.ts';
import {
  badInBooks,
  type LoggedIn,
  MEMBER_PASSWORD,
  must,
  openForBusiness,
  type Person,
  type SocietyInBusiness,
} from './society-in-business.ts';

type Json = Record<string, unknown>;
interface Operation {
  parameters: { in: string; name: string; required: boolean; example?: string }[];
  requestBody?: {
    required: boolean;
    content: { 'application/json'?: { example?: Json; schema: Json }; 'multipart/form-data'?: { schema: Json } };
  };
  responses: Record<string, { content?: Record<string, { schema?: Json; example?: Json }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
}

let society: SocietyInBusiness;
let document: Document;
let asha: Person;
let bina: Person;
let schemas: ReturnType<typeof schemasOf>;
beforeAll(async () => {
  society = await openForBusiness();
  document = must(await society.inject({ url: '/api/openapi.json' }), 200).json();
  schemas = schemasOf(document);
});
afterAll(async () => {
  expect(await badInBooks(society)).toEqual([]);
  await society.close();
});

/** The document's own schemas, ready to be held against an answer. */
function schemasOf({ components }: Document) {
  const settle = (schema: unknown) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"#/$defs/')) as Json;
  const $defs = settle(components.schemas);
  const made = new Map<string, z.ZodType>();
  return (schema: Json): z.ZodType => {
    const key = JSON.stringify(schema);
    const known =
      made.get(key) ?? z.fromJSONSchema({ ...settle(schema), $defs } as Parameters<typeof z.fromJSONSchema>[0]);
    made.set(key, known);
    return known;
  };
}

function expectAsDocumented(operation: Operation, name: string, answer: LightMyRequestResponse): void {
  const documented = operation.responses[String(answer.statusCode)];
  expect(documented, `${name} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`).toBeDefined();
  const [mediaType = '', content] = Object.entries(documented?.content ?? {})[0] ?? [];
  expect(String(answer.headers['content-type']), name).toContain(mediaType.replaceAll('*', ''));
  if (mediaType !== 'application/json' || content?.schema === undefined) return;
  const checked = schemas(content.schema).safeParse(answer.json());
  expect(checked.success ? [] : checked.error.issues, `${name}: ${answer.body.slice(0, 500)}`).toEqual([]);
}

interface Sending {
  who: Pick<LoggedIn, 'inject'>;
  path?: Record<string, string>;
  query?: string;
  /** What the document cannot know. */
  known?: Json;
  /** Of a body that is signed. */
  signed?: (body: string) => Record<string, string>;
}

const GATEWAY_SECRET = 'known-to-both-sides-of-this-test';
const sent = new Set<string>();
let requests = 0;
async function sendExample(
  name: string,
  { who, path = {}, query = '', known = {}, signed = () => ({}) }: Sending,
): Promise<LightMyRequestResponse> {
  const [verb = '', url = ''] = name.split(' ');
  const operation = document.paths[url]?.[verb.toLowerCase()];
  if (operation === undefined) throw new Error(`${name} is not in the document`);
  const example = operation.requestBody?.content['application/json']?.example;
  expect(example, `${name} has an example`).toBeDefined();
  requests += 1;
  const key = operation.parameters.find((parameter) => parameter.name === 'Idempotency-Key');
  const payload = JSON.stringify({ ...example, ...known });
  const answer = await who.inject({
    method: verb as 'POST',
    url: `${url.replace(/\{(\w+)\}/g, (_all, parameter: string) => path[parameter] ?? '')}${query}`,
    payload,
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': `${key.example}-${requests}` }),
      ...signed(payload),
    },
  });
  expect(answer.statusCode, `${name}: ${answer.body}`).toBeLessThan(300);
  expectAsDocumented(operation, name, answer);
  sent.add(name);
  return answer;
}

/** A form: the one file, after the fields that the document names. */
async function sendForm(name: string, { who, path = {}, query = '', known = {} }: Sending, file: File) {
  const [verb = '', url = ''] = name.split(' ');
  const operation = document.paths[url]?.[verb.toLowerCase()];
  const { properties = {} } = (operation?.requestBody?.content['multipart/form-data']?.schema ?? {}) as {
    properties?: Record<string, { examples?: string[] }>;
  };
  const fields = Object.entries(properties).flatMap(([field, { examples = [] }]) =>
    field === 'file' ? [] : [[field, String(known[field] ?? examples[0])]],
  );
  const answer = await who.inject({
    method: verb as 'POST',
    url: `${url.replace(/\{(\w+)\}/g, (_all, parameter: string) => path[parameter] ?? '')}${query}`,
    payload: formWith(file, Object.fromEntries(fields)),
  });
  expect(answer.statusCode, `${name}: ${answer.body}`).toBe(201);
  if (operation !== undefined) expectAsDocumented(operation, name, answer);
  sent.add(name);
  return answer;
}

/** Six digits of an authenticator app. */
function totpCode(secret: string, at: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac('sha1', bytes).update(step).digest();
  const place = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('the document is OpenAPI 3.1, and every body in it has an example that its schema takes', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const without: string[] = [];
  for (const [url, operations] of Object.entries(document.paths)) {
    for (const [verb, { requestBody }] of Object.entries(operations)) {
      if (requestBody === undefined) continue;
      const { example, schema } = requestBody.content['application/json'] ?? {};
      // A form holds a file, and no document can hold one; its fields have examples of their own.
      if (requestBody.content['multipart/form-data'] !== undefined) continue;
      if (example === undefined || schema === undefined) without.push(`${verb.toUpperCase()} ${url}`);
      else expect(schemas(schema).safeParse(example).error?.issues ?? [], `${verb} ${url}`).toEqual([]);
    }
  }
  expect(without).toEqual([]);
});

test('the example of the set-up sets a society up', async () => {
  const fresh = await createTestApp(undefined);
  await sendExample('POST /api/setup', { who: fresh, known: { setupCode: TEST_SETUP_CODE } });
  await fresh.close();
});

test('from the form to the member: the examples of applying, deciding and changing', async () => {
  const { manager, cashier } = society;
  const applied = (await sendExample('POST /api/members/register', { who: society })).json().trackingNumber;
  await sendExample('POST /api/members/register/status', { who: society, known: { trackingNumber: applied } });
  const idOf = async (trackingNumber: string) =>
    must(await society.send(manager, 'GET', `/api/admin/member-requests?q=${trackingNumber}`), 200).json().items[0]?.id;
  const first = { path: { id: await idOf(applied) } };
  await sendExample('PUT /api/admin/member-requests/{id}/return', { who: manager, ...first });
  await sendExample('POST /api/members/register/resubmission', { who: society, known: { trackingNumber: applied } });
  const proof = { trackingNumber: applied };
  const photo = { query: '?kind=photo' };
  const ofApplicant = await sendForm(
    'POST /api/members/register/files',
    { who: society, known: proof, ...photo },
    pngFile(),
  );
  const fileId = ofApplicant.json().file.id;
  await sendExample('POST /api/members/register/file-removals', { who: society, known: { ...proof, fileId } });
  const ofClerk = await sendForm(
    'POST /api/admin/member-requests/{id}/files',
    { who: cashier, ...first, query: '?kind=identity_proof', known: { blackout: '' } },
    pdfFile(),
  );
  await sendExample('POST /api/admin/member-requests/{id}/files/{fileId}/removal', {
    who: cashier,
    path: { ...first.path, fileId: ofClerk.json().file.id },
  });
  await sendExample('PUT /api/admin/member-requests/{id}/reject', { who: manager, ...first });

  // The first member of the society, with a PAN and no account yet.
  const walkIn = await sendExample('POST /api/admin/member-requests', {
    who: cashier,
    known: { accountType: 'none', pan: 'ABCPE1234F' },
  });
  const second = { path: { id: await idOf(walkIn.json().trackingNumber) } };
  const { memberId } = (
    await sendExample('PUT /api/admin/member-requests/{id}/approve', { who: manager, ...second })
  ).json();
  expect(memberId).toBe('1');
  await sendExample('POST /api/deposits', { who: cashier });
  await sendExample('POST /api/receipts', { who: cashier });

  await sendExample('PUT /api/members/{id}', { who: manager, path: { id: memberId } });
  await sendExample('POST /api/members/{id}/notes', { who: manager, path: { id: memberId } });
  const signature = await sendForm(
    'POST /api/members/{id}/files',
    { who: manager, path: { id: memberId }, query: '?kind=signature' },
    jpegFile(),
  );
  await sendExample('POST /api/members/{id}/files/{fileId}/removal', {
    who: manager,
    path: { id: memberId, fileId: signature.json().file.id },
  });
  const own = { path: { id: memberId } };
  const papers = ['photo', 'signature', 'pan_card', 'identity_proof', 'address_proof'].map((kind, index) =>
    index < 2 ? ([kind, jpegFile({ comment: 50 + index })] as const) : ([kind, pdfFile(kind)] as const),
  );
  const sent: string[] = [];
  for (const [kind, file] of papers) {
    const payload = formWith(file);
    const url = `/api/members/${memberId}/files?kind=${kind}`;
    sent.push(must(await manager.inject({ method: 'POST', url, payload }), 201).json().file.id);
  }
  const officer = await society.addStaff('papers', 'loan_officer');
  await sendExample('POST /api/papers/{id}/rejection', { who: officer, path: { id: sent[4] ?? '' } });
  const again = await sendForm(
    'POST /api/members/{id}/files',
    { who: manager, ...own, query: '?kind=address_proof', known: { blackout: '' } },
    pdfFile('another'),
  );
  for (const id of [...sent.slice(0, 4), again.json().file.id]) {
    await sendExample('POST /api/papers/{id}/verification', { who: officer, path: { id } });
  }
  await sendExample('POST /api/members/{id}/kyc-reviews', { who: officer, ...own });
  await sendExample('PUT /api/members/{id}/risk-class', { who: officer, ...own });
  await sendExample('POST /api/members/{id}/disclosures', { who: manager, path: { id: memberId } });
  const { id: employerId } = (await sendExample('POST /api/employers', { who: manager })).json();
  await sendExample('PUT /api/employers/{id}', { who: manager, path: { id: employerId } });
  await sendExample('PUT /api/members/{id}/employment', {
    who: manager,
    path: { id: memberId },
    known: { employerId },
  });
  await sendExample('POST /api/members/{id}/staff-standings', { who: manager, path: { id: memberId } });
  const declared = await sendExample('POST /api/members/{id}/tax-declarations', {
    who: manager,
    path: { id: memberId },
  });
  await sendExample('POST /api/members/{id}/tax-declarations/{declarationId}/withdrawal', {
    who: manager,
    path: { id: memberId, declarationId: declared.json().id },
  });
});

test('money: the examples of the counter, of savings, of shares and of the books', async () => {
  const { manager, cashier, accountant, committee, send } = society;
  asha = await society.admitActive('5000.00');
  bina = await society.admitActive('5000.00');
  const term = { productCode: 'FD', amount: '5000.00', months: 12, payment: { mode: 'cash' } };
  const fixed = await sendExample('POST /api/deposits', { who: cashier, known: { ...term, memberId: asha.memberId } });
  for (const query of ['?preview=true', '']) {
    const preview = query === '' ? {} : { query };
    await sendExample('POST /api/receipts', { who: cashier, ...preview });
    await sendExample('POST /api/deposits/{id}/withdrawals', {
      who: cashier,
      path: { id: asha.depositId },
      ...preview,
    });
    await sendExample('POST /api/deposits/{id}/transfers', {
      who: asha.signedIn,
      path: { id: asha.depositId },
      ...preview,
    });
    await sendExample('POST /api/members/{memberId}/share-allotments', {
      who: manager,
      path: { memberId: bina.memberId },
      ...preview,
    });
    await sendExample('POST /api/vouchers', { who: accountant, ...preview });
    await sendExample('POST /api/deposits/{id}/closure', { who: cashier, path: { id: fixed.json().id }, ...preview });
  }
  const monthly = must(
    await send(cashier, 'POST', '/api/deposits', {
      ...term,
      productCode: 'RD',
      amount: '100.00',
      memberId: asha.memberId,
    }),
    201,
  ).json();
  await sendExample('POST /api/standing-instructions', {
    who: asha.signedIn,
    known: { fromDepositId: asha.depositId, toDepositId: monthly.id },
  });
  const voucher = async () => (await sendExample('POST /api/vouchers', { who: accountant })).json().approvalId;
  await sendExample('POST /api/approvals/{id}/approval', { who: committee, path: { id: await voucher() } });
  const asked = await sendExample('POST /api/members/{id}/status-changes', {
    who: manager,
    path: { id: bina.memberId },
  });
  await sendExample('POST /api/approvals/{id}/rejection', { who: committee, path: { id: asked.json().approvalId } });
  const receiptId = await society.deposit(asha, '20.00');
  const { entryId } = must(await send(cashier, 'GET', `/api/receipts/${receiptId}`), 200).json();
  for (const query of ['?preview=true', '']) {
    await sendExample('POST /api/journal-entries/{id}/reversal', { who: manager, path: { id: entryId }, query });
  }
  await sendExample('POST /api/deposits/{id}/nominees', { who: manager, path: { id: bina.depositId } });
  await sendExample('POST /api/deposits/{id}/holders', {
    who: manager,
    path: { id: bina.depositId },
    known: { memberIds: [asha.memberId] },
  });
  const hold = await sendExample('POST /api/deposits/{id}/restrictions', {
    who: manager,
    path: { id: bina.depositId },
  });
  await sendExample('POST /api/approvals/{id}/approval', { who: committee, path: { id: hold.json().approvalId } });
  const { items } = must(await send(manager, 'GET', `/api/deposits/${bina.depositId}/restrictions`), 200).json();
  await sendExample('POST /api/deposits/{id}/restrictions/{restrictionId}/lift', {
    who: manager,
    path: { id: bina.depositId, restrictionId: items[0].id },
  });
  await society.platform.transact((trx) =>
    trx.updateTable('deposit').set({ status: 'dormant' }).where('id', '=', Number(bina.depositId)).execute(),
  );
  await sendExample('POST /api/deposits/{id}/reactivation', { who: manager, path: { id: bina.depositId } });

  const till = (await sendExample('POST /api/tills', { who: manager })).json();
  const changed = await sendExample('PUT /api/tills/{id}', { who: manager, path: { id: till.id } });
  for (const query of ['?preview=true', '']) {
    await sendExample('PUT /api/tills/{id}/cash-limit', {
      who: manager,
      path: { id: till.id },
      known: { version: changed.json().version },
      query,
    });
  }
  const unused = must(await send(manager, 'POST', '/api/tills', { code: 'T4', name: 'Fair' }), 201).json();
  await sendExample('POST /api/tills/{id}/retirement', { who: manager, path: { id: unused.id } });
  const clerk = await society.addStaff('second-cashier', 'cashier');
  const session = (await sendExample('POST /api/tills/{id}/sessions', { who: clerk, path: { id: till.id } })).json();
  for (const query of ['?preview=true', '']) {
    await sendExample('POST /api/till-sessions/{id}/closing', { who: clerk, path: { id: session.id }, query });
  }
});

test('payments from phones: the examples of asking, showing, claiming and ending', async () => {
  await society.changeSetting('payments.upiAddress', 'society.demo@examplebank');
  const known = { lines: [{ kind: 'savings', depositId: asha.depositId, amount: '500.00' }] };
  const ofAsha = { who: asha.signedIn, known };
  await sendExample('POST /api/payment-requests', { ...ofAsha, query: '?preview=true' });
  const { id } = (await sendExample('POST /api/payment-requests', ofAsha)).json().request;
  const shown = must(await asha.signedIn.inject({ method: 'POST', url: `/api/payment-requests/${id}/showing` }), 200);
  const showing = document.paths['/api/payment-requests/{id}/showing']?.post;
  if (showing !== undefined) expectAsDocumented(showing, 'showing', shown);
  await sendExample('PUT /api/payment-requests/{id}/claim', { who: asha.signedIn, path: { id } });
  await sendExample('POST /api/payment-requests/{id}/rejection', { who: society.accountant, path: { id } });
  const { accountant } = society;
  await sendExample('POST /api/bank-statements', { who: accountant, query: '?preview=true' });
  await sendExample('POST /api/bank-statements', { who: accountant });
  const line = async () =>
    must(await accountant.inject({ url: '/api/bank-lines?status=unidentified' }), 200).json().items[0].id;
  const mine = { memberId: asha.memberId, lines: known.lines };
  for (const query of ['?preview=true', '']) {
    const asking = { who: accountant, path: { id: await line() }, query };
    await sendExample('POST /api/bank-lines/{id}/return', asking);
    if (query !== '') await sendExample('POST /api/bank-lines/{id}/allotment', { ...asking, known: mine });
  }
  const csv = 'Date,Description,Credit\n02/11/2026,FROM SOMEBODY ELSE,500.00\n';
  await sendExample('POST /api/bank-statements', { who: accountant, known: { fileName: 'other.csv', csv } });
  await sendExample('POST /api/bank-lines/{id}/allotment', {
    who: accountant,
    path: { id: await line() },
    known: mine,
  });
});

test('SMS: the examples of the provider and of a text', async () => {
  const asked = { who: society.administrator };
  const { approvalId } = (await sendExample('PUT /api/sms/provider', asked)).json();
  must(await society.send(society.manager, 'POST', `/api/approvals/${approvalId}/approval`, {}), 200);
  await sendExample('PUT /api/sms/templates', asked);
});

test('a gateway that tells of payments: the examples of naming it and of its message', async () => {
  const asked = { who: society.administrator, known: { secret: GATEWAY_SECRET } };
  await sendExample('PUT /api/payment-gateway', { ...asked, query: '?preview=true' });
  const { approvalId } = (await sendExample('PUT /api/payment-gateway', asked)).json();
  must(await society.send(society.manager, 'POST', `/api/approvals/${approvalId}/approval`, {}), 200);
  await sendExample('POST /api/payment-gateway/messages', {
    who: society,
    signed: (body) => {
      const timestamp = String(Math.floor(society.clock.now() / 1_000));
      const mac = createHmac('sha256', GATEWAY_SECRET).update(`${timestamp}.${body}`).digest('hex');
      return { 'kafal-timestamp': timestamp, 'kafal-signature': mac };
    },
  });
});

test('webhooks: the examples of adding a receiver and changing it', async () => {
  const { webhook } = (await sendExample('POST /api/webhooks', { who: society.administrator })).json();
  await sendExample('PUT /api/webhooks/{id}', { who: society.administrator, path: { id: webhook.id } });
});

test('daily deposits: the examples of agents, routes, collections and hand-overs', async () => {
  const { manager, cashier, send } = society;
  const agent = await society.addStaff('the-agent', 'agent');
  const known = { userId: agent.userId };
  const { id } = (await sendExample('POST /api/collections/agents', { who: manager, known })).json();
  await sendExample('PUT /api/collections/agents/{id}', { who: manager, path: { id } });
  const route = (await sendExample('POST /api/collections/routes', { who: manager, known: { agentId: id } })).json();
  const ofRoute = { who: manager, path: { id: route.id }, known: { agentId: id } };
  await sendExample('PUT /api/collections/routes/{id}', ofRoute);
  const daily = (
    await sendExample('POST /api/collections/accounts', {
      who: cashier,
      known: { routeId: route.id, memberId: asha.memberId },
    })
  ).json();
  await sendExample('PUT /api/collections/accounts/{id}', {
    who: cashier,
    path: { id: daily.id },
    known: { routeId: route.id },
  });
  await sendExample('PUT /api/collections/routes/{id}/order', {
    who: manager,
    path: { id: route.id },
    known: { depositIds: [daily.id] },
  });
  await sendExample('POST /api/collections', { who: agent, known: { depositId: daily.id } });
  await sendExample('POST /api/collections/sheets', {
    who: cashier,
    known: { agentId: id, rows: [{ depositId: daily.id, amount: '100.00' }] },
  });
  // The phone's and the paper's hundred.
  const counted = { count: { '100.00': 2 } };
  for (const query of ['?preview=true', '']) {
    await sendExample('POST /api/collections/agents/{id}/handovers', {
      who: cashier,
      path: { id },
      query,
      known: counted,
    });
  }
  // As if all of it had been collected in the month before, which is over.
  await society.platform.transact(async (trx) => {
    await trx
      .updateTable('collection')
      .set({ collectedOn: calendarDate('2026-10-31') })
      .execute();
  });
  for (const query of ['?preview=true', '']) {
    await sendExample('POST /api/collections/agents/{id}/commission', {
      who: manager,
      path: { id },
      known: { month: '2026-10' },
      query,
    });
  }
  await sendExample('POST /api/collections/agents/{id}/terms', { who: manager, path: { id } });
  for (const url of ['/api/collections/own', '/api/collections/own/receipts']) {
    const operation = document.paths[url]?.get;
    if (operation !== undefined) expectAsDocumented(operation, url, must(await agent.inject({ url }), 200));
  }
  const other = await society.addStaff('another-agent', 'agent');
  const second = must(await send(manager, 'POST', '/api/collections/agents', { userId: other.userId }), 201).json();
  await sendExample('POST /api/collections/agents/{id}/retirement', { who: manager, path: { id: second.id } });
});

test('loans: the examples from the question to a repayment', async () => {
  const { manager, committee } = society;
  const officer = await society.addStaff('the-loan-officer', 'loan_officer');
  const versionOf = async (id: string) => must(await officer.inject({ url: `/api/loans/${id}` }), 200).json().version;
  const asked = async () => (await sendExample('POST /api/loans', { who: asha.signedIn })).json().id as string;
  const act = async (name: string, id: string, who: Sending['who']) =>
    sendExample(name, { who, path: { id }, known: { version: await versionOf(id) } });

  await sendExample('PUT /api/loan-draft', { who: asha.signedIn });
  const returned = await asked();
  await act('POST /api/loans/{id}/return', returned, officer);
  await act('POST /api/loans/{id}/rejection', returned, committee);
  const id = await asked();
  // As if somebody had been named for it.
  await society.platform.transact((trx) =>
    trx
      .insertInto('loan_guarantor')
      .values({
        loanId: Number(id),
        memberId: Number(bina.memberId),
        status: 'asked',
        answeredAt: null,
        answeredByUserId: null,
        replacesMemberId: null,
        releasedOn: null,
      })
      .execute(),
  );
  const handed = await sendExample('POST /api/loans/{id}/surety-codes', {
    who: manager,
    path: { id },
    known: { memberId: bina.memberId },
  });
  const { code } = handed.json();
  await sendExample('POST /api/loans/{id}/surety-consents', {
    who: officer,
    path: { id },
    known: { memberId: bina.memberId, code },
  });
  await sendExample('PUT /api/loans/{id}/surety', { who: bina.signedIn, path: { id } });
  const other = await society.admitActive();
  const known = { replacesMemberId: bina.memberId, memberNumber: other.memberNumber };
  await sendExample('POST /api/loans/{id}/guarantors', { who: officer, path: { id }, known });
  await society.platform.transact((trx) =>
    trx
      .insertInto('setting')
      .values({
        ...{ name: 'loans.goldRate', value: '"6850.00"', effectiveFrom: calendarDate('2026-11-30'), recordedAt: 0 },
        ...{ legalBasis: null, reason: null, setByUserId: null, approvedByUserId: null },
      })
      .execute(),
  );
  await sendExample('POST /api/loans/{id}/collateral', { who: officer, path: { id } });
  await act('POST /api/loans/{id}/recommendation', id, officer);
  await sendExample('POST /api/members/{id}/relatives', {
    who: officer,
    path: { id: asha.memberId },
    known: { memberNumber: other.memberNumber },
  });
  const abstaining = await society.addStaff('the-third-committee-member', 'committee');
  await sendExample('POST /api/loans/{id}/abstention', { who: abstaining, path: { id } });
  await act('POST /api/loans/{id}/sanction', id, committee);
  const { collateral } = must(await officer.inject({ url: `/api/loans/${id}` }), 200).json();
  const pieces = { who: officer, path: { id }, known: { itemIds: [collateral[0].id] } };
  const received = (await sendExample('POST /api/loans/{id}/collateral/receipt', pieces)).json();
  must(await society.send(manager, 'POST', `/api/approvals/${received.approvalId}/approval`, {}), 200);
  const into = { who: officer, path: { id }, known: { toDepositId: asha.depositId } };
  await sendExample('POST /api/loans/{id}/disbursement', { ...into, query: '?preview=true' });
  const { approvalId } = (await sendExample('POST /api/loans/{id}/disbursement', into)).json();
  must(await society.send(manager, 'POST', `/api/approvals/${approvalId}/approval`, {}), 200);
  await sendExample('PUT /api/loans/{id}/debit', {
    who: asha.signedIn,
    path: { id },
    known: { fromDepositId: asha.depositId },
  });
  const agreement = await sendForm(
    'POST /api/loans/{id}/files',
    { who: officer, path: { id }, query: '?kind=signed_agreement' },
    pdfFile(),
  );
  await sendExample('POST /api/loans/{id}/files/{fileId}/removal', {
    who: officer,
    path: { id, fileId: agreement.json().file.id },
  });
  await sendExample('POST /api/loans/{id}/contacts', { who: officer, path: { id } });
  const { number: loanNumber } = must(await officer.inject({ url: `/api/loans/${id}` }), 200).json();
  const rows = { csv: `Loan,Amount\n${loanNumber},50.00\n` };
  for (const query of ['?preview=true', '']) {
    await sendExample('POST /api/repayment-sheets', { who: society.cashier, query, known: rows });
  }
  for (const query of ['?preview=true', '']) {
    await sendExample('POST /api/loans/{id}/repayments', {
      who: asha.signedIn,
      path: { id },
      query,
      known: { fromDepositId: asha.depositId },
    });
  }
  await society.platform.transact((trx) =>
    addLoanEvent(trx, Number(id), {
      type: 'penalty',
      occurredOn: calendarDate('2026-12-31'),
      amount: parseMoney('21.91'),
      entryId: null,
      userId: 1,
      recordedAt: 0,
    }),
  );
  // As if its first instalment were overdue, and the guarantor used the account again.
  const overdue = calendarDate('2026-11-01');
  await society.platform.transact(async (trx) => {
    await trx
      .updateTable('loan_instalment')
      .set({ dueOn: overdue })
      .where('loanId', '=', Number(id))
      .where('number', '=', 1)
      .execute();
    await trx.updateTable('loan').set({ nextDueOn: overdue }).where('id', '=', Number(id)).execute();
    await trx.updateTable('deposit').set({ status: 'active' }).where('id', '=', Number(bina.depositId)).execute();
  });
  const surety = { who: officer, path: { id, memberId: bina.memberId }, known: { fromDepositId: bina.depositId } };
  await sendExample('POST /api/loans/{id}/guarantors/{memberId}/recovery', { ...surety, query: '?preview=true' });
  await sendExample('POST /api/loans/{id}/guarantors/{memberId}/recovery', surety);
  const waiver = { who: officer, path: { id } };
  await sendExample('POST /api/loans/{id}/measures', { ...waiver, query: '?preview=true' });
  const waived = (await sendExample('POST /api/loans/{id}/measures', waiver)).json();
  must(await society.send(manager, 'POST', `/api/approvals/${waived.approvalId}/approval`, {}), 200);
  const { measures } = must(await officer.inject({ url: `/api/loans/${id}` }), 200).json();
  const path = { id, measureId: measures[0].id };
  await sendExample('POST /api/loans/{id}/measures/{measureId}/reversal', { who: officer, path });
  // As if it had been paid back.
  await society.platform.transact((trx) =>
    trx.updateTable('loan').set({ status: 'closed' }).where('id', '=', Number(id)).execute(),
  );
  await sendExample('POST /api/loans/{id}/collateral/release', pieces);
});

test('what members write to the office: the examples of messages', async () => {
  const { manager } = society;
  const own = (await society.admitActive()).signedIn;
  const { id } = (await sendExample('POST /api/messages', { who: own })).json();
  const path = { id };
  await sendForm('POST /api/messages/{id}/files', { who: own, path }, pngFile());
  await sendExample('POST /api/messages/{id}/entries', { who: manager, path });
  await sendExample('POST /api/messages/{id}/assignment', { who: manager, path });
  await sendExample('POST /api/messages/{id}/closure', { who: manager, path });
  await sendExample('POST /api/messages/{id}/reopening', { who: own, path });
});

test('meetings: the examples from the draft to the minutes', async () => {
  const { manager, send } = society;
  const chair = await society.addStaff('chair', 'committee');
  const members = [await society.admitActive(), await society.admitActive()];
  const chairUserId = chair.userId;
  const path = { id: (await sendExample('POST /api/meetings', { who: manager, known: { chairUserId } })).json().id };
  await sendExample('PUT /api/meetings/{id}', { who: manager, path, known: { chairUserId } });
  const act = (what: string) => send(manager, 'POST', `/api/meetings/${path.id}/${what}`, {});
  must(await act('call'), 200);
  const another = (await sendExample('POST /api/meetings', { who: manager, known: { chairUserId } })).json();
  await sendExample('POST /api/meetings/{id}/cancellation', { who: manager, path: { id: another.id } });
  await sendExample('POST /api/meetings/{id}/postponement', { who: manager, path });
  const today = () =>
    society.platform.transact((trx) =>
      trx
        .updateTable('meeting')
        .set({ heldOn: calendarDate('2026-11-30') })
        .where('id', '=', Number(path.id))
        .execute(),
    );
  await today();
  must(await act('opening'), 200);
  // Nobody is there yet.
  await sendExample('POST /api/meetings/{id}/adjournment', { who: manager, path });
  await today();
  must(await act('opening'), 200);
  const there: string[] = [];
  for (const { memberNumber: who } of members) {
    const known = { who };
    const seen = await sendExample('POST /api/meetings/{id}/attendance', { who: manager, path, known });
    there.push(seen.json().invitee.id);
  }
  const [proposerId, seconderId] = there;
  const propose = async () => {
    const known = { proposerId, seconderId };
    const answer = await sendExample('POST /api/meetings/{id}/resolutions', { who: manager, path, known });
    return { id: answer.json().resolutions.at(-1).id };
  };
  const hands = await propose();
  const tie = { for: 1, against: 1, abstained: 0 };
  await sendExample('POST /api/resolutions/{id}/hands', { who: manager, path: hands, known: tie });
  await sendExample('POST /api/resolutions/{id}/casting-vote', { who: chair, path: hands });
  const secret = await propose();
  await sendExample('POST /api/resolutions/{id}/interest', {
    who: manager,
    path: secret,
    known: { inviteeId: seconderId },
  });
  await sendExample('POST /api/resolutions/{id}/vote', { who: chair, path: secret });
  const [voter] = members;
  if (voter === undefined) throw new Error('two members are there');
  await sendExample('POST /api/resolutions/{id}/ballots', { who: voter.signedIn, path: secret });
  must(await send(chair, 'POST', `/api/resolutions/${secret.id}/count`, {}), 200);
  must(await act('closure'), 200);
  await sendExample('PUT /api/meetings/{id}/minutes', { who: manager, path });
  await sendExample('POST /api/meetings/{id}/minutes/signatures', { who: chair, path });
});

test('what the society tells: the examples of notices', async () => {
  const { manager } = society;
  const { id } = (await sendExample('POST /api/notices', { who: manager })).json();
  await sendForm('POST /api/notices/{id}/file', { who: manager, path: { id } }, pdfFile());
  await sendExample('PUT /api/notices/{id}', { who: manager, path: { id }, known: { version: 1 } });
  must(await manager.inject({ method: 'POST', url: `/api/notices/${id}/publication` }), 200);
});

test('people and the house: the examples of log-ins, staff, roles, settings and notices', async () => {
  const { administrator, manager } = society;
  const name = asha.memberNumber;
  const credentials = { identifier: name, password: MEMBER_PASSWORD };
  const tokens = (await sendExample('POST /api/auth/member/login', { who: society, known: credentials })).json();
  const own = society.bearer(tokens.accessToken);
  await sendExample('POST /api/auth/refresh', { who: society, known: { refreshToken: tokens.refreshToken } });
  await sendExample('PUT /api/me/language', { who: own });
  await sendExample('POST /api/notifications/read', { who: own });
  await sendExample('PUT /api/notification-choices', { who: own });
  await sendExample('PUT /api/push/subscription', { who: own });
  must(await own.inject({ method: 'DELETE', url: '/api/push/subscription' }), 200);
  const { version } = must(await own.inject({ url: '/api/members/profile' }), 200).json();
  await sendExample('PUT /api/members/profile', { who: own, known: { version } });
  await sendForm('POST /api/members/profile/files', { who: own, query: '?kind=photo' }, pngFile());
  await sendExample('POST /api/auth/password/change', { who: own, known: { currentPassword: MEMBER_PASSWORD } });
  await sendExample('POST /api/auth/password/forgot', { who: society });
  const { oneTimeCode } = must(
    await society.send(manager, 'POST', `/api/members/${asha.memberId}/one-time-code`),
    200,
  ).json();
  const newPassword = 'eight loud trumpets at dawn';
  await sendExample('POST /api/auth/password/reset', {
    who: society,
    known: { identifier: name, code: oneTimeCode, newPassword },
  });

  const person = await society.addStaff('careful', 'accountant');
  const password = 'the careful keeps a careful ledger';
  const enrolled = (await sendExample('POST /api/auth/totp/enrolment', { who: person, known: { password } })).json();
  const code = totpCode(enrolled.secret, society.clock.now());
  await sendExample('POST /api/auth/totp/confirmation', { who: person, known: { code } });
  society.clock.advance(60_000);
  const totp = { identifier: 'careful', password, totpCode: totpCode(enrolled.secret, society.clock.now()) };
  await sendExample('POST /api/auth/admin/login', { who: society, known: totp });
  await sendExample('POST /api/auth/totp/removal', { who: person, known: { password } });
  await sendExample('POST /api/me/views', { who: person });
  await sendExample('POST /api/auth/logout', { who: person });

  const created = (await sendExample('POST /api/admin/users', { who: administrator })).json();
  await sendExample('PUT /api/admin/users/{id}', { who: administrator, path: { id: created.user.id } });
  const changedOnce = { version: 2 };
  await sendExample('POST /api/admin/users/{id}/role-changes', {
    who: administrator,
    path: { id: created.user.id },
    known: changedOnce,
  });
  await sendExample('POST /api/admin/roles', { who: administrator });
  await sendExample('PUT /api/admin/roles/{code}', { who: administrator, path: { code: 'loan_officer' } });
  const setting = document.paths['/api/settings/{name}']?.put?.parameters.find(
    (parameter) => parameter.name === 'name',
  );
  await sendExample('PUT /api/settings/{name}', { who: administrator, path: { name: setting?.example ?? '' } });
  await sendExample('PUT /api/society/logo', { who: administrator });
  must(await administrator.inject({ method: 'DELETE', url: '/api/society/logo' }), 200);
  const { day } = (await sendExample('POST /api/holidays', { who: administrator })).json();
  for (const query of ['?preview=true', '']) {
    await sendExample('POST /api/holidays/import', { who: administrator, query });
  }
  must(await administrator.inject({ method: 'DELETE', url: `/api/holidays/${day}` }), 200);
  await sendExample('PUT /api/fees/{code}', { who: administrator, path: { code: 'admission_fee' } });
  await sendExample('PUT /api/deposit-products/{code}', { who: administrator, path: { code: 'SB' } });
  await sendExample('POST /api/deposits/quote', { who: society });
  await sendExample('POST /api/loans/quote', { who: society });
  await sendExample('PUT /api/term-products/{code}', { who: administrator, path: { code: 'FD' } });
  await sendExample('PUT /api/loan-products/{code}', { who: administrator, path: { code: 'PL' } });
  await sendExample('PUT /api/sanction-levels', { who: administrator });
});

test('the end of the day: its example, once the till is counted', async () => {
  const { manager, cashier } = society;
  const { session } = must(await society.send(cashier, 'GET', '/api/till-sessions/current'), 200).json();
  const rupees = Number(session.expectedCash);
  const count = { '500.00': Math.floor(rupees / 500), '1.00': rupees % 500 };
  const closing = `/api/till-sessions/${society.tillSessionId}/closing`;
  must(await society.send(cashier, 'POST', closing, { count, toVault: '0.00' }), 201);
  await sendExample('POST /api/day-ends', { who: manager });
  // Beside the work that the answer did not wait for; it is done once, whoever does it.
  await runDayEnd(society.platform, systemActor('Kafal'), {});
  const opening = { count, fromVault: '0.00' };
  must(await society.send(cashier, 'POST', `/api/tills/${society.tillId}/sessions`, opening), 201);
});

test('no body of the document was left out', () => {
  const bodies = Object.entries(document.paths).flatMap(([url, operations]) =>
    Object.entries(operations).flatMap(([verb, { requestBody }]) =>
      requestBody === undefined ? [] : [`${verb.toUpperCase()} ${url}`],
    ),
  );
  const unsent = bodies.filter((name) => !sent.has(name));
  expect(unsent).toEqual([]);
});

test('every reading answers what the document says, to staff and to members', async () => {
  const { send, manager, cashier } = society;
  const bina = await society.admitActive('5000.00');
  const receiptId = await society.deposit(bina, '25.00');
  const term = { memberId: bina.memberId, productCode: 'FD', amount: '1000.00', months: 12, payment: { mode: 'cash' } };
  const fixed = must(await send(cashier, 'POST', '/api/deposits', term), 201).json();
  const { entryId } = must(await send(cashier, 'GET', `/api/receipts/${receiptId}`), 200).json();
  const allotted = must(await send(manager, 'POST', `/api/members/${bina.memberId}/share-allotments`, {}), 201).json();
  must(
    await society.inject({
      method: 'POST',
      url: '/api/members/register',
      payload: { ...applicant(40_000), consent: true },
    }),
    201,
  );
  const waiting = must(await send(manager, 'GET', '/api/admin/member-requests?limit=1'), 200).json().items[0].id;
  const approvals = must(await send(manager, 'GET', '/api/approvals?status=all&limit=1'), 200).json().items[0].id;
  const staff = must(await society.administrator.inject({ url: '/api/admin/users?q=careful' }), 200).json().items[0].id;
  const ownPaper = (
    await sendForm(
      'POST /api/members/profile/files',
      { who: bina.signedIn, query: '?kind=voter_id', known: { number: 'UKD1234567' } },
      pngFile(),
    )
  ).json().file.id;
  const phone = { lines: [{ kind: 'savings', depositId: bina.depositId, amount: '10.00' }] };
  const asked = must(await send(bina.signedIn, 'POST', '/api/payment-requests', phone), 201).json();
  const phoneRequest = asked.request.id;
  const [dailyAccount, agents, routes] = await Promise.all(
    ['accounts', 'agents', 'routes'].map(async (list) => {
      const { items } = must(await send(manager, 'GET', `/api/collections/${list}`), 200).json();
      return String(items[0]?.id);
    }),
  );
  const { id: paidLoan } = await paidOutLoan(society, bina);
  const all = { fromDepositId: bina.depositId, amount: SMALL_LOAN.amount };
  must(await send(bina.signedIn, 'POST', `/api/loans/${paidLoan}/repayments`, all), 201);
  const { id: loan } = await paidOutLoan(society, bina);
  const rows = { csv: `${bina.memberNumber},50.00`, total: '50.00', mode: 'bank', reference: 'HDFC N2026113000044' };
  const { sheetId } = must(await send(cashier, 'POST', '/api/repayment-sheets', rows), 201).json();
  const day = calendarDate('2026-11-30');
  await givenBack(society, paidLoan);
  const parts = { principal: money(190_000), interest: money(12_000), charges: ZERO, penalty: ZERO };
  const { insertId: notice } = await society.platform.transact((trx) =>
    trx
      .insertInto('loan_notice')
      .values({
        ...{ loanId: Number(loan), round: 1, level: 1, daysPastDue: 6, userId: 1, recordedAt: 0, ...parts },
        ...{ noticedOn: day, dueSince: day, payBy: day, principalOwed: money(1_200_000) },
      })
      .executeTakeFirstOrThrow(),
  );
  const texts = [{ language: 'en', title: 'To everyone', text: 'The office is closed on Sunday.' }];
  const question = { kind: 'complaint', subject: 'My passbook', text: 'It was not printed for a month.' };
  const written = must(await send(bina.signedIn, 'POST', '/api/messages', question), 201).json();
  const { entries } = (
    await sendForm('POST /api/messages/{id}/files', { who: bina.signedIn, path: { id: written.id } }, pdfFile())
  ).json();
  const toAll = { kind: 'general', priority: 'low', audience: 'everyone', texts };
  const board = must(await send(manager, 'POST', '/api/notices', toAll), 201).json();
  await sendForm('POST /api/notices/{id}/file', { who: manager, path: { id: board.id } }, pdfFile());
  must(await manager.inject({ method: 'POST', url: `/api/notices/${board.id}/publication` }), 200);
  const meetings = must(await manager.inject({ url: '/api/meetings?when=past' }), 200).json().items;
  const held = meetings.find(({ state }: { state: string }) => state === 'held').id;
  const second = await society.addStaff('second_of_committee', 'committee');
  must(await send(second, 'POST', `/api/meetings/${held}/minutes/signatures`, { version: 1 }), 200);
  const [{ id: chairUserId }] = must(await manager.inject({ url: '/api/meetings/preparation' }), 200).json().committee;
  const coming = must(
    await send(manager, 'POST', '/api/meetings', {
      ...{ kind: 'special', title: 'Special general meeting', heldOn: '2027-01-30', heldTime: '11:00' },
      ...{ place: 'Hall of the school', chairUserId, items: [{ kind: 'text', title: 'By-laws' }] },
    }),
    201,
  ).json();
  must(await send(manager, 'POST', `/api/meetings/${coming.id}/call`, {}), 200);
  const idOf: [RegExp, string][] = [
    [/^\/api\/meetings\/\{id\}\/code/, coming.id],
    [/^\/api\/meetings\/\{id\}/, held],
    [/^\/api\/(public\/)?notices\//, board.id],
    [/^\/api\/messages\//, written.id],
    [/^\/api\/loan-letters\//, String(notice)],
    [/^\/api\/collections\/accounts\//, dailyAccount ?? ''],
    [/^\/api\/collections\/agents\//, agents ?? ''],
    [/^\/api\/collections\/routes\//, routes ?? ''],
    [/^\/api\/(files|papers)\//, ownPaper],
    [/^\/api\/deposits\/.+\/certificate/, fixed.id],
    [/^\/api\/deposits\//, bina.depositId],
    [/^\/api\/payment-requests\//, phoneRequest],
    [/^\/api\/bank-(statements|lines)\//, '1'],
    [/^\/api\/receipts\//, receiptId],
    [/^\/api\/repayment-sheets\//, sheetId],
    [/^\/api\/loans\/.+\/(no-dues|release)/, paidLoan],
    [/^\/api\/loans\//, loan],
    [/^\/api\/journal-entries\//, entryId],
    [/^\/api\/share-certificates\//, allotted.allotment.id],
    [/^\/api\/(counter\/)?members\//, bina.memberId],
    [/member-requests\//, waiting],
    [/^\/api\/approvals\//, approvals],
    [/^\/api\/admin\/users\//, staff],
    [/^\/api\/till-sessions\//, society.tillSessionId],
    [/^\/api\/settings\//, 'share.minimumShares'],
    [/^\/api\/webhooks\//, '1'],
    [/^\/api\/fees\//, 'admission_fee'],
    [/^\/api\/deposit-products\//, 'SB'],
    [/^\/api\/term-products\//, 'FD'],
    [/^\/api\/loan-products\//, 'PL'],
    [/^\/api\/accounts\//, '2101'],
    [/^\/api\/day-ends\//, '2026-11-30'],
    [/dashboard\/books\//, '2101'],
  ];
  const queryOf: Record<string, string> = {
    '/api/counter/members': '?q=rawat',
    '/api/demand-list/groups': '?by=employer',
    '/api/search': '?q=rawat',
    '/api/notice-reach': '?audience=borrowers',
    '/api/day-book': '?on=2026-11-30',
    '/api/day-book.csv': '?on=2026-11-30',
    '/api/transactions': '?total=true',
    '/api/collections/agents/{id}/commission': '?month=2026-11',
    '/api/collections/agents/{id}/commission.pdf': '?month=2026-11',
    '/api/members': '?total=true',
    '/api/loans/{id}/prepayment': '?amount=5000.00',
    '/api/live/events': '?after=0',
    '/api/loans/eligibility': `?memberId=${bina.memberId}`,
    '/api/admin/exceptions': '?kind=reversal',
    '/api/deposits/{id}/statement.csv': '?from=2026-11-01&to=2026-11-30',
    '/api/deposits/{id}/statement.pdf': '?from=2026-11-01&to=2026-11-30',
  };
  let read = 0;
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    if (operation === undefined) continue;
    const id = idOf.find(([form]) => form.test(path))?.[1] ?? '';
    const url = `${path.replace(/\{\w+\}/, id).replace('{fileId}', entries.at(-1).fileId)}${queryOf[path] ?? ''}`;
    for (const who of [society.administrator, bina.signedIn]) {
      const answer = await who.inject({ url });
      if (answer.statusCode === 403) continue;
      if (path === '/api/society/logo') expect(answer.statusCode).toBe(404);
      else expect(answer.statusCode, `${url}: ${answer.body}`).toBe(200);
      if (answer.statusCode === 200) expectAsDocumented(operation, `GET ${path}`, answer);
      read += 1;
    }
  }
  expect(read).toBeGreaterThan(60);
});

test('every problem in the document is a problem, with a sentence of its own', () => {
  for (const [url, operations] of Object.entries(document.paths)) {
    for (const [verb, { responses }] of Object.entries(operations)) {
      for (const [status, { content }] of Object.entries(responses)) {
        const problem = content?.['application/problem+json'];
        if (Number(status) < 400) continue;
        expect(problem?.example, `${verb} ${url} ${status}`).toMatchObject({
          status: Number(status),
          code: expect.stringMatching(/^[A-Z_]+$/),
          detail: expect.stringMatching(/ .*\.$/),
        });
        expect(schemas({ $ref: '#/components/schemas/Problem' }).safeParse(problem?.example).success).toBe(true);
      }
    }
  }
});
