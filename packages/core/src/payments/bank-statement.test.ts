import { expect, test } from 'vitest';
import { readStatement, readStatementAmount, readStatementDay } from './bank-statement.ts';

const rows = (text: string) => text.split('\n').map((line, place) => ({ line: place + 1, cells: line.split('|') }));

test('a statement as a bank prints it: its own head, Indian commas, the balance after each line, its own foot', () => {
  const read = readStatement(
    rows(
      `State Bank|||||
Account|000123|||||
Txn Date|Value Date|Description|Ref No./Cheque No.|Debit|Credit|Balance
01/11/2026||Balance brought forward||||10,000.00
01/11/2026|01/11/2026|UPI/CR/633412345678/SUNITA|633412345678||1,500.00|11,500.00
02-11-26|02-11-26|CHARGES||118.00||11,382.00
03 Nov 2026|03 Nov 2026|NEFT FROM BINA|N1|-|1,00,000.50|1,11,382.50
Total||||118.00|1,01,500.50|`,
    ),
  );
  expect(read?.mistakes).toEqual([]);
  expect(read?.headings).toMatchObject({ date: 'Txn Date', reference: 'Ref No./Cheque No.', credit: 'Credit' });
  expect(
    read?.lines.map(({ line, bookedOn, credit, debit, balance }) => [line, bookedOn, credit, debit, balance]),
  ).toEqual([
    [5, '2026-11-01', 150_000, 0, 1_150_000],
    [6, '2026-11-02', 0, 11_800, 1_138_200],
    [7, '2026-11-03', 10_000_050, 0, 11_138_250],
  ]);
});

test('the newest line first is turned round by the balances, and by the days where there are none', () => {
  const upsideDown = readStatement(
    rows('Date|Narration|Withdrawal|Deposit|Balance\n02/11/2026|B|50||150\n02/11/2026|A||100|200'),
  );
  expect(upsideDown?.lines.map(({ description }) => description)).toEqual(['A', 'B']);
  expect(upsideDown?.mistakes).toEqual([]);
  const byDays = readStatement(rows('Date|Narration|Credit\n02/11/2026|B|5\n01/11/2026|A|5'));
  expect(byDays?.lines.map(({ description }) => description)).toEqual(['A', 'B']);
});

test('every mistake is named by its line, and a line that was taken out shows in the balance', () => {
  const head = 'Date|Particulars|Debit|Credit|Balance';
  const mistakes = readStatement(
    rows(
      `${head}\n31/02/2026|A||5|5\n01/02/2026|B||five|5\n01/02/2026|C|5|5|5\n01/02/2026|D||0.00|5\n01/02/2026|E||-5|5`,
    ),
  )?.mistakes;
  expect(mistakes?.map(({ line, code }) => [line, code])).toEqual([
    [2, 'STATEMENT_LINE_DATE'],
    [3, 'STATEMENT_LINE_AMOUNT'],
    [4, 'STATEMENT_LINE_BOTH'],
    [5, 'STATEMENT_LINE_NOTHING'],
    [6, 'STATEMENT_LINE_AMOUNT'],
  ]);
  const gap = readStatement(
    rows(`${head}\n01/02/2026|A||5|105\n02/02/2026|B||5|110\n03/02/2026|D||5|125\n04/02/2026|E|1||124`),
  );
  expect(gap?.mistakes).toEqual([{ line: 4, code: 'STATEMENT_LINE_BALANCE', typed: '125' }]);
});

test('headings that the society named are found; without a date, a description and a credit nothing is', () => {
  const headings = { date: 'Tag', description: 'Text', credit: 'Haben' };
  expect(readStatement(rows('Tag|Text|Haben\n01/02/2026|A|5'), headings)?.lines).toHaveLength(1);
  expect(readStatement(rows('Tag|Text|Soll\n01/02/2026|A|5'), headings)).toBeUndefined();
  expect(readStatement(rows('<html>|<body>'))).toBeUndefined();
});

test('days and amounts in every way that a bank here writes them, and in no other', () => {
  for (const day of [
    '30/11/2026',
    '30-11-26',
    '30.11.2026',
    '2026-11-30',
    '30-Nov-2026',
    '30 NOV 26',
    '३०/११/२०२६',
    '30/11/2026 10:12',
  ]) {
    expect(readStatementDay(day), day).toBe('2026-11-30');
  }
  for (const wrong of ['11/30/2026', '30/11', '2026', 'Total', '', '30/Foo/2026']) {
    expect(readStatementDay(wrong), wrong).toBeUndefined();
  }
  for (const [typed, minor] of [
    ['1,23,456.50', 12_345_650],
    ['123456.5', 12_345_650],
    ['₹ 500', 50_000],
    ['Rs. 500.00 Cr', 50_000],
    ['१,५००', 150_000],
    ['-', 0],
    ['', 0],
  ] as const) {
    expect(readStatementAmount(typed), typed).toBe(minor);
  }
  for (const wrong of ['-5', '5.001', '1.2.3', '5 Dr', 'abc', '99999999999999999']) {
    expect(readStatementAmount(wrong), wrong).toBeUndefined();
  }
  expect(readStatementAmount('500.00 Dr', true)).toBe(-50_000);
});
