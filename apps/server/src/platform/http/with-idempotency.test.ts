import { parseMoney } from '@kafal/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { postJournalEntry } from '../../features/accounting/index.ts';
import { openTestBooks, type TestBooks } from '../../features/accounting/test-books.ts';
import { Refusal } from './refusal.ts';
import { withIdempotency } from './with-idempotency.ts';

let books: TestBooks;
beforeEach(async () => {
  books = await openTestBooks();
});
afterEach(() => books.close());

const KEY = { key: 'a-key-made-before-the-first-send', requestHash: 'hash of the request' };

const receiveOneRupee = (idempotency = KEY, by = books.manager.actor) =>
  withIdempotency(books.platform, by, idempotency, async (trx) => {
    const entry = await postJournalEntry(trx, books.platform, by, {
      seriesCode: 'JV',
      kind: 'voucher',
      narration: 'One rupee found',
      postings: [
        { accountCode: '1101', side: 'debit', amount: parseMoney('1.00'), subLedger: 'vault', subLedgerId: 1 },
        { accountCode: '4206', side: 'credit', amount: parseMoney('1.00') },
      ],
      idempotencyKey: idempotency.key,
      audit: { action: 'test.posted' },
      event: null,
    });
    return { number: entry.printedNumber };
  });
const entries = () => books.platform.database.selectFrom('journal_entry').select('number').execute();

test('100 copies at once of the same request have one effect and one answer', async () => {
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => receiveOneRupee()));

  expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(new Set(outcomes.map(({ answer }) => answer.number))).toEqual(new Set(['JV/2026-27/00001']));
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([201]));
  expect(await entries()).toHaveLength(1);
});

test('the same key with another body is refused and changes nothing', async () => {
  await receiveOneRupee();
  const other = receiveOneRupee({ ...KEY, requestHash: 'hash of another request' });
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', kind: 'rule' });
  expect(await entries()).toHaveLength(1);
});

test('a refusal leaves no key behind: the same key may be sent again', async () => {
  const refused = withIdempotency(books.platform, books.manager.actor, KEY, async () => {
    throw new Refusal('rule', 'VAULT_CASH_TOO_LOW');
  });
  await expect(refused).rejects.toMatchObject({ code: 'VAULT_CASH_TOO_LOW' });
  expect(await books.platform.database.selectFrom('idempotency').selectAll().execute()).toEqual([]);
  expect(await receiveOneRupee()).toMatchObject({ replayed: false });
});

test('a copy that waited too long for the first is told to ask again shortly', async () => {
  const { platform } = books;
  const waitedTooLong = Object.assign(new Error('Lock wait timeout exceeded'), { errno: 1205 });
  const busy = { ...platform, dialect: { ...platform.dialect, run: () => Promise.reject(waitedTooLong) } };
  const copy = withIdempotency(busy, books.manager.actor, KEY, async () => expect.unreachable('the act ran twice'));
  await expect(copy).rejects.toMatchObject({
    code: 'IDEMPOTENCY_IN_PROGRESS',
    kind: 'conflict',
    retryAfterSeconds: 1,
  });
});

test('a key belongs to its user: two people may choose the same', async () => {
  await receiveOneRupee();
  expect(await receiveOneRupee(KEY, books.accountant.actor)).toMatchObject({ replayed: false });
  expect(await entries()).toHaveLength(2);
});

test('over HTTP the second answer is the first, and says so', async () => {
  const headers = books.key();
  const payload = {
    kind: 'expense',
    lines: [
      { accountCode: '5203', side: 'debit', amount: '250.00' },
      { accountCode: '1201', side: 'credit', amount: '250.00' },
    ],
    narration: 'Printing of receipt books',
  };
  const send = (body: object) =>
    books.accountant.inject({ method: 'POST', url: '/api/vouchers', headers, payload: body });

  const first = await send(payload);
  expect(first.statusCode).toBe(202);
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  const second = await send({ ...payload, kind: 'expense' });
  expect(second.statusCode).toBe(202);
  expect(second.headers['idempotency-replayed']).toBe('true');
  expect(second.json()).toEqual(first.json());

  const reused = await send({ ...payload, narration: 'Something else' });
  expect(reused.statusCode).toBe(422);
  expect(reused.json()).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
    detail: 'This Idempotency-Key was used for another request.',
  });
});
