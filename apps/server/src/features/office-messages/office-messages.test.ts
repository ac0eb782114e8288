import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { anyFile, formWith, pdfBytes, pdfFile } from '../files/test-files.ts';
import { officeMessagesMessages, officeMessagesRoutes } from './index.ts';

const DAY_MS = 86_400_000;

let counter: TestCounter;
let officer: SignedIn;
let asha: AdmittedMember;
let bina: AdmittedMember;

beforeAll(async () => {
  counter = await openTestCounter({}, undefined, [
    { name: 'office-messages', routes: officeMessagesRoutes, messages: officeMessagesMessages },
  ]);
  officer = await counter.staff('loan_officer', 'Deepa Rana');
  asha = await counter.admit('Asha Rawat');
  bina = await counter.admit('Bina Negi');
});
afterAll(() => counter.close());

const question = { kind: 'question', subject: 'My passbook', text: 'Why is <b>September</b> not in it?' };
const post = (who: SignedIn, url: string, payload: object) => who.inject({ method: 'POST', url, payload });
const write = async (who: SignedIn, change: object = {}) => {
  const answer = await post(who, '/api/messages', { ...question, ...change });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json() as { id: string; number: string | null; answerBy: string | null };
};
const say = (who: SignedIn, id: string, text: string) => post(who, `/api/messages/${id}/entries`, { text });
const read = async (who: SignedIn, id: string) => (await who.inject({ url: `/api/messages/${id}` })).json();
const listed = async (who: SignedIn, query = '') =>
  (await who.inject({ url: `/api/messages${query}` })).json().items.map(({ id }: { id: string }) => id) as string[];
const said = async (answer: Promise<{ statusCode: number; json(): { code?: string } }>) => {
  const given = await answer;
  return `${given.statusCode} ${given.json().code}`;
};
const events = async (id: string) =>
  (
    await counter.platform.database
      .selectFrom('outbox')
      .select(['name', 'memberId', 'userId', 'payload'])
      .where('name', 'like', 'message.%')
      .orderBy('id')
      .execute()
  )
    .filter(({ payload }) => JSON.parse(payload).messageId === Number(id))
    .map(({ name, userId }) => (userId === null ? name : `${name} ${userId}`));

test('a question goes to the office and back; both sides hear, and what was written stays as it was', async () => {
  const { id, number } = await write(asha.signedIn);
  expect(number).toBe(null);
  expect(await listed(officer)).toEqual([id]);
  expect((await say(officer, id, 'It is credited on the last of the month.')).json().state).toBe('answered');
  expect((await say(asha.signedIn, id, 'Thank you.')).json().state).toBe('open');
  const own = await read(asha.signedIn, id);
  expect(own).toMatchObject({ office: null, colleagues: [], mayWrite: true, mayReopen: false });
  expect(
    own.entries.map(({ by, text, byOffice }: { by: string; text: string; byOffice: boolean }) => [by, text, byOffice]),
  ).toEqual([
    ['Asha Rawat', question.text, false],
    ['Deepa Rana', 'It is credited on the last of the month.', true],
    ['Asha Rawat', 'Thank you.', false],
  ]);
  // Whoever answered first has it, and is told when the member writes again.
  expect((await read(counter.manager, id)).office).toMatchObject({
    memberNumber: asha.number,
    assignedTo: 'Deepa Rana',
  });
  expect(await events(id)).toEqual([
    'message.received',
    'message.answered',
    'message.received',
    `message.for-you ${officer.actor.userId}`,
  ]);
  await expect(
    counter.platform.transact((trx) =>
      trx.updateTable('office_message_entry').set({ text: 'Something else' }).execute(),
    ),
  ).rejects.toThrow();
});

test('a complaint has a number and a day, and is late after it; one that is answered is not', async () => {
  const first = await write(bina.signedIn, { kind: 'complaint' });
  expect(first).toMatchObject({ number: 'C-00001', answerBy: '2026-12-15' });
  expect((await write(bina.signedIn, { kind: 'complaint' })).number).toBe('C-00002');
  const late = async () => (await read(officer, first.id)).isLate;
  expect(await late()).toBe(false);
  counter.clock.advance(16 * DAY_MS);
  expect(await late()).toBe(true);
  await say(officer, first.id, 'We are sorry.');
  expect(await read(bina.signedIn, first.id)).toMatchObject({ isLate: false, answerBy: null });
  expect(await listed(officer, '?kind=complaint&state=answered')).toEqual([first.id]);
});

test('it is given to a colleague, closed with a reason, and opened again within the days of the rule', async () => {
  const { id } = await write(asha.signedIn, { kind: 'correction' });
  const assign = (userId: string | null) => post(counter.manager, `/api/messages/${id}/assignment`, { userId });
  expect(await said(assign(String(counter.cashier.actor.userId)))).toBe('422 MESSAGE_COLLEAGUE');
  const colleague = (await read(counter.manager, id)).colleagues.find(
    ({ name }: { name: string }) => name === 'Deepa Rana',
  );
  expect((await assign(colleague.id)).json().office.assignedTo).toBe('Deepa Rana');
  expect(await listed(officer, '?mine=true')).toContain(id);
  // To whom it was given is the office's own affair.
  expect((await read(asha.signedIn, id)).entries).toHaveLength(1);

  const close = () => post(officer, `/api/messages/${id}/closure`, { reason: 'The name is put right' });
  expect((await post(officer, `/api/messages/${id}/closure`, { reason: 'x' })).statusCode).toBe(400);
  expect((await close()).json().state).toBe('closed');
  expect(await said(close())).toBe('409 MESSAGE_CLOSED');
  expect(await said(say(asha.signedIn, id, 'And the other?'))).toBe('409 MESSAGE_CLOSED');
  const reopen = () => post(asha.signedIn, `/api/messages/${id}/reopening`, { text: 'It is wrong again.' });
  expect(await read(asha.signedIn, id)).toMatchObject({ mayReopen: true });
  expect((await reopen()).json().state).toBe('open');
  expect(await said(reopen())).toBe('409 MESSAGE_NOT_CLOSED');
  await close();
  counter.clock.advance(16 * DAY_MS);
  expect(await said(reopen())).toBe('422 MESSAGE_REOPEN_LATE');
  expect((await read(asha.signedIn, id)).mayReopen).toBe(false);
});

test('a file goes along, and only the two sides open it', async () => {
  const { id } = await write(asha.signedIn);
  const send = (file: File, who: SignedIn = asha.signedIn) =>
    who.inject({ method: 'POST', url: `/api/messages/${id}/files`, payload: formWith(file) });
  const added = await send(pdfFile('a bill', 'bill.pdf'));
  expect(added.statusCode, added.body).toBe(201);
  const { fileId } = added.json().entries.at(-1);
  const open = (who: SignedIn) => who.inject({ url: `/api/messages/${id}/files/${fileId}` });
  for (const who of [asha.signedIn, officer])
    expect((await open(who)).rawPayload.equals(pdfBytes('a bill'))).toBe(true);
  expect(await said(open(bina.signedIn))).toBe('404 MESSAGE_NOT_FOUND');
  expect((await open(counter.cashier)).statusCode).toBe(403);
  expect(await said(send(anyFile(Buffer.from('<html>'), 'bill.pdf')))).toBe('422 FILE_TYPE');
  expect(await said(send(pdfFile('another', 'b.pdf'), bina.signedIn))).toBe('404 MESSAGE_NOT_FOUND');
  const { other } = { other: await write(bina.signedIn) };
  expect((await asha.signedIn.inject({ url: `/api/messages/${other.id}/files/${fileId}` })).statusCode).toBe(404);
});

test('a member sees their own alone; others of the staff and the member behind a colleague are kept out', async () => {
  const { id } = await write(asha.signedIn);
  expect(await said(bina.signedIn.inject({ url: `/api/messages/${id}` }))).toBe('404 MESSAGE_NOT_FOUND');
  expect(await said(say(bina.signedIn, id, 'Not mine'))).toBe('404 MESSAGE_NOT_FOUND');
  expect(await listed(bina.signedIn)).not.toContain(id);
  expect((await counter.cashier.inject({ url: '/api/messages' })).statusCode).toBe(403);
  expect((await post(officer, '/api/messages', question)).statusCode).toBe(403);
  await counter.platform.transact((trx) =>
    trx.updateTable('user').set({ memberId: null }).where('id', '=', asha.signedIn.actor.userId).execute(),
  );
  await counter.platform.transact((trx) =>
    trx
      .updateTable('user')
      .set({ memberId: Number(asha.id) })
      .where('id', '=', officer.actor.userId)
      .execute(),
  );
  expect(await said(say(officer, id, 'All is well.'))).toBe('403 MESSAGE_OWN');
  await counter.platform.transact((trx) =>
    trx.updateTable('user').set({ memberId: null }).where('id', '=', officer.actor.userId).execute(),
  );
});

test('what one member writes in a day has an end, also from two phones at once; a copy of a request is written once', async () => {
  counter.clock.advance(2 * DAY_MS);
  await counter.changeSetting('messages.perDay', 3);
  const headers = { 'idempotency-key': 'the-same-question-twice' };
  const send = () => bina.signedIn.inject({ method: 'POST', url: '/api/messages', headers, payload: question });
  const [one, copy] = [await send(), await send()];
  expect(copy.json().id).toBe(one.json().id);
  const answers = await Promise.all([1, 2, 3, 4].map(() => post(bina.signedIn, '/api/messages', question)));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 201, 429, 429]);
  expect(await said(say(bina.signedIn, one.json().id, 'And another'))).toBe('429 MESSAGE_TOO_MANY');
  counter.clock.advance(DAY_MS);
  expect((await say(bina.signedIn, one.json().id, 'And another')).statusCode).toBe(200);
});

test.each([
  [{ kind: 'praise' }, 'kind', 'NOT_ONE_OF'],
  [{ subject: 'x'.repeat(10_000) }, 'subject', 'TOO_LONG'],
  [{ text: '  ' }, 'text', 'TEXT_TOO_SHORT'],
  [{ memberId: '1' }, 'memberId', 'UNKNOWN_KEY'],
])('%j is refused at its field, and nothing is written', async (change, path, code) => {
  const before = (await listed(officer, '?state=all&limit=200')).length;
  const answer = await post(asha.signedIn, '/api/messages', { ...question, ...change });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().fields).toMatchObject([{ path, code }]);
  expect(await listed(officer, '?state=all&limit=200')).toHaveLength(before);
});
