import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AdmittedMember, openTestCounter, type TestCounter } from './test-counter.ts';

// Today is 2026-11-30.
let counter: TestCounter;
let sunita: AdmittedMember;
let opened: readonly string[];
beforeEach(async () => {
  counter = await openTestCounter();
  await counter.openTill();
  sunita = await counter.admitActive('Sunita Devi Rawat', 20_000);
  opened = [await open('FD', 36), await open('FD', 12), await open('RD', 24), await open('FD', 12)];
});
afterEach(() => counter.close());

async function open(productCode: string, months: number): Promise<string> {
  const answer = await counter.post('/api/deposits', {
    memberId: sunita.id,
    productCode,
    amount: '1000.00',
    months,
    payment: { mode: 'cash' },
  });
  return answer.json().accountNumber;
}
const list = async (query: string) => (await counter.get(`/api/deposits?${query}`)).json();
const numbers = async (query: string) =>
  (await list(query)).items.map(({ accountNumber }: { accountNumber: string }) => accountNumber);

test('accounts are listed by their kind', async () => {
  const [threeYears, firstYear, recurring, secondYear] = opened;
  expect(await numbers('kind=fixed')).toEqual([threeYears, firstYear, secondYear]);
  expect(await numbers('kind=recurring')).toEqual([recurring]);
  expect(await numbers('kind=savings')).toEqual([sunita.depositNumber]);
  expect(await numbers('')).toHaveLength(5);
});

test('by day of maturity stand those that have one, page after page and backwards', async () => {
  const [threeYears, firstYear, recurring, secondYear] = opened;
  const inOrder = [firstYear, secondYear, recurring, threeYears];
  expect(await numbers('sort=maturesOn')).toEqual(inOrder);
  expect(await numbers('sort=-maturesOn')).toEqual(inOrder.toReversed());
  const first = await list('sort=maturesOn&limit=1');
  const second = await list(`sort=maturesOn&limit=1&cursor=${first.nextCursor}`);
  const rest = await list(`sort=maturesOn&limit=5&cursor=${second.nextCursor}`);
  const pages = [first, second, rest].flatMap(({ items }) => items);
  expect(pages.map(({ accountNumber }: { accountNumber: string }) => accountNumber)).toEqual(inOrder);
  expect(rest.nextCursor).toBeNull();
});

test('fixed deposits that mature until a day are found, the day itself among them, and written into a file', async () => {
  const [, firstYear, recurring, secondYear] = opened;
  expect(await numbers('kind=fixed&maturesTo=2027-11-30')).toEqual([firstYear, secondYear]);
  expect(await numbers('kind=fixed&maturesTo=2027-11-29')).toEqual([]);
  expect(await numbers('maturesFrom=2027-12-01&maturesTo=2028-11-30')).toEqual([recurring]);
  const file = await counter.get('/api/deposits.csv?kind=fixed&maturesTo=2027-11-30', counter.manager);
  expect(file.statusCode).toBe(200);
  const [head, ...rows] = file.body.trim().split(/\r?\n/);
  expect(head).toContain('Matures on,Value at maturity,Ends on,Comes to');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('2027-11-30');
});
