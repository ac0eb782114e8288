import { expect, test } from 'vitest';
import { csvLines } from './csv-lines.ts';

test('a cell that a spreadsheet would calculate is written as text', () => {
  expect(csvLines([['=1+1', '+91 98', '-5', '@x', '＝1', 'plain', null]])).toBe(
    "'=1+1,'+91 98,'-5,'@x,'＝1,plain,\r\n",
  );
});

test('a carriage return inside a name begins no row of its own', () => {
  expect(csvLines([['x\r=1', 'y']])).toBe('"x\r=1",y\r\n');
});
