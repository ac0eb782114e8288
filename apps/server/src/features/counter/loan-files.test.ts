// Papers of a loan: shown by the borrower while it is not decided, added by the office, seen by nobody else.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SignedIn } from '../../platform/http/test-app.ts';
import { formWith, jpegFile, pdfFile } from '../files/test-files.ts';
import { type LendingCounter, openLendingCounter } from './test-loans.ts';

let counter: LendingCounter;
beforeEach(async () => {
  counter = await openLendingCounter();
});
afterEach(() => counter.close());

const send = (id: string, file: File, by: SignedIn, kind = 'income_proof') =>
  by.inject({ method: 'POST', url: `/api/loans/${id}/files?kind=${kind}`, payload: formWith(file) });
const listed = (id: string, by: SignedIn) => by.inject({ url: `/api/loans/${id}/files` });
const take = (id: string, fileId: string, by: SignedIn) =>
  counter.post(`/api/loans/${id}/files/${fileId}/removal`, { reason: 'Of another loan' }, by);

test('the borrower shows papers until it is decided, the office adds what was signed, and each is kept once', async () => {
  const { borrower, officer } = counter;
  const asked = await counter.post(
    '/api/loans',
    { productCode: 'EML', amount: '5000.00', instalments: 6, purpose: 'Medicine' },
    borrower.signedIn,
  );
  expect(asked.statusCode, asked.body).toBe(201);
  const { id } = asked.json();
  const sent = await send(id, pdfFile(), borrower.signedIn);
  expect(sent.statusCode, sent.body).toBe(201);
  expect(sent.json().file).toMatchObject({ kind: 'income_proof', status: 'current', mediaType: 'application/pdf' });
  // The same paper again, after a lost answer, is kept once.
  expect((await send(id, pdfFile(), borrower.signedIn)).json().file.id).toBe(sent.json().file.id);
  expect((await listed(id, officer)).json().items).toHaveLength(1);
  // It stands with the loan and not with the member; opening it leaves a line in the trail of the loan.
  const own = await borrower.signedIn.inject({ url: '/api/members/profile/files' });
  expect(own.json().items).toEqual([]);
  const { id: fileId } = sent.json().file;
  expect((await officer.inject({ url: `/api/files/${fileId}` })).statusCode).toBe(200);
  const trail = await counter.platform.database
    .selectFrom('audit')
    .select(['action', 'subjectKind', 'subjectId'])
    .where('action', 'like', 'file.%')
    .orderBy('id')
    .execute();
  expect(trail).toEqual([
    { action: 'file.added', subjectKind: 'loan', subjectId: id },
    { action: 'file.opened', subjectKind: 'loan', subjectId: id },
  ]);
  expect((await send(id, pdfFile(), borrower.signedIn, 'photo')).statusCode).toBe(400);
});

test('once it is sanctioned the office alone adds and takes away; whoever stands surety finds nothing', async () => {
  const { borrower, officer } = counter;
  const id = await counter.sanctioned();
  const refused = await send(id, jpegFile(), borrower.signedIn);
  expect(refused.json()).toMatchObject({ code: 'LOAN_FILES_CLOSED' });
  const signed = await send(id, jpegFile(), officer, 'signed_agreement');
  expect(signed.statusCode, signed.body).toBe(201);
  const { id: fileId } = signed.json().file;
  expect((await listed(id, borrower.signedIn)).json().items).toMatchObject([{ kind: 'signed_agreement' }]);
  const surety = counter.guarantors[0]?.signedIn;
  if (surety === undefined) throw new Error('nobody stands surety');
  expect((await surety.inject({ url: `/api/loans/${id}` })).statusCode).toBe(200);
  expect((await listed(id, surety)).statusCode).toBe(404);
  expect((await surety.inject({ url: `/api/files/${fileId}` })).statusCode).toBe(404);
  expect((await take(id, fileId, borrower.signedIn)).statusCode).toBe(403);
  expect((await take(id, fileId, counter.cashier)).statusCode).toBe(403);
  expect((await take(id, fileId, officer)).statusCode).toBe(200);
  expect((await listed(id, officer)).json().items).toEqual([]);
});
