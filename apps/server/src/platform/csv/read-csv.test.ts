import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

test('lines and cells as a spreadsheet saves them, with its mark and its line ends', () => {
  expect(readCsv('\uFEFFday,name\r\n2027-01-26, Republic Day \r\n')).toEqual([
    { line: 1, cells: ['day', 'name'] },
    { line: 2, cells: ['2027-01-26', 'Republic Day'] },
  ]);
});

test('a quoted cell may hold commas, quotes and line ends; the next row knows its own line', () => {
  expect(readCsv('a,"one, ""two""\nthree"\nb,c')).toEqual([
    { line: 1, cells: ['a', 'one, "two"\nthree'] },
    { line: 3, cells: ['b', 'c'] },
  ]);
});

test('empty lines are no rows, but they count', () => {
  expect(readCsv('\n , \na,b\n\n')).toEqual([{ line: 3, cells: ['a', 'b'] }]);
  expect(readCsv('')).toEqual([]);
});

test('a quote that is never closed is no table', () => {
  expect(readCsv('a,"b\nc,d')).toBeUndefined();
});
