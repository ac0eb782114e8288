import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { answerLines } from '../../platform/cli/answer-lines.ts';
import { answerFinanceLine } from './answer-finance-line.ts';

interface Case {
  readonly id: string;
  readonly fn?: string;
  readonly expected?: string | Readonly<Record<string, string>>;
  readonly expectedPct?: string;
  readonly decimals?: number;
  readonly tolerance?: string;
}

const TABLE = new URL('../../../../../packages/core/conformance/finance-functions.json', import.meta.url);
// The table's shape is told in the README beside it.
const table = JSON.parse(readFileSync(TABLE, 'utf8')) as Record<'functions' | 'apr' | 'publishedEmi', Case[]>;

/** Of no use to a society, and so not there. */
const NOT_WANTED = ['DB', 'DDB', 'SYD', 'MIRR', 'RRI', 'PDURATION'];
const wanted = table.functions.filter(({ fn = '' }) => !NOT_WANTED.includes(fn));

function matches(answer: unknown, expected: string, { tolerance, decimals }: Case): boolean {
  const [found, wantedFigure] = [Number(answer), Number(expected)];
  if (tolerance !== undefined) return Math.abs(found - wantedFigure) <= Number(tolerance);
  return found.toFixed(decimals) === wantedFigure.toFixed(decimals);
}

test.each(wanted)('the table’s $id is met', (each) => {
  const answer = answerFinanceLine({ ...each });
  if (each.expected === '#NUM!') expect(answer).toEqual({ error: '#NUM!' });
  else expect([answer, matches(answer.value, String(each.expected), each)]).toEqual([answer, true]);
});

test.each(table.apr)('the yearly cost of $id is met', (each) => {
  const { value } = answerFinanceLine({ ...each });
  expect([value, matches(value, each.expectedPct ?? '', each)]).toEqual([value, true]);
});

test.each(table.publishedEmi)('the published instalment of $id is met', (each) => {
  const answer = answerFinanceLine({ ...each });
  for (const [name, figure] of Object.entries(each.expected ?? {})) {
    expect([name, answer[name], matches(answer[name], figure, each)]).toEqual([name, answer[name], true]);
  }
});

test('the table holds every function that is wanted', () => {
  expect(wanted.length).toBe(50);
  expect(table.apr.length).toBe(4);
  expect(table.publishedEmi.length).toBe(3);
});

test.each([
  ['PMT', '0.01, 0, 1000', '#NUM!'],
  ['IPMT', '0.01, 13, 12, 1000', '#NUM!'],
  ['CUMIPMT', '0.01, 12, 1000, 1, 13, 0', '#NUM!'],
  ['CUMIPMT', '0.01, 10000000, 1000, 1, 12, 0', '#NUM!'],
  ['NPER', '0.01, -5, 1000', '#NUM!'],
  ['EFFECT', '0, 4', '#NUM!'],
  ['IRR', '[100, 200]', '#NUM!'],
  ['RATE', '12, -100, 1000, 0, 0, -1', '#NUM!'],
  ['NPV', '-1, 100', '#DIV/0!'],
  ['PMT', '1/0, 12, 1000', '#DIV/0!'],
  ['PMT', '"x", 12, 1000', '#VALUE!'],
  ['PMT', '0.01, 12', '#VALUE!'],
  ['PMT', '0.01, [12], 1000', '#VALUE!'],
  ['PV', '0.01, (12, 1000', '#VALUE!'],
])('%s(%s) says %s as a spreadsheet does', (fn, args, sign) => {
  expect(answerFinanceLine({ fn, args })).toEqual({ error: sign });
});

test('blanks, arithmetic, per cents and arrays are read as a spreadsheet reads them', () => {
  const value = (fn: string, args: string) => answerFinanceLine({ fn, args }).value;
  // 1,000 now at 10 % is 1,210 after two years: nothing else is paid.
  expect(Number(value('FV', '10%, 2, , -1000'))).toBeCloseTo(1210, 9);
  expect(Number(value('FV', '10%, 2, null, -1e3'))).toBeCloseTo(1210, 9);
  expect(Number(value('FV', '(30 - 10 * 2) / 100, 2 ^ 1, 0, -(1000)'))).toBeCloseTo(1210, 9);
  expect(value('IRR', '[-100, null, 110]')).toBe(value('IRR', '[[-100], [110]]'));
  expect(Number(value('NPV', '10%, 110, [121]'))).toBeCloseTo(200, 9);
});

test('one line in, one line out, each with the id of its question, and nothing else', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(
    [
      '{"id":1,"fn":"EFFECT","args":"0.12, 12"}',
      '',
      '{"id":"two","fn":"DAYS","args":""}',
      'not json',
      '[1]',
      '{"id":3,"fn":"XNPV","rate":"0.09","values":["-100","109"],"dates":["2026-01-01","2027-01-01"]}',
      '{"id":4,"fn":"XIRR","values":[-100,109],"dates":["2026-01-01"]}',
      '{"id":5,"fn":"XIRR","values":[-100,109],"dates":["2026-02-30","2027-01-01"]}',
    ].join('\n'),
  );
  await answerLines(input, output, answerFinanceLine);
  output.end();
  const lines = (await text(output))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(7);
  expect(Number(lines[0]?.value)).toBeCloseTo(0.12682503013, 11);
  expect(lines[1]).toEqual({ id: 'two', error: 'There is no function "DAYS".' });
  expect(lines[2]).toMatchObject({ id: null });
  expect(lines[3]).toEqual({ id: null, error: 'A line is one JSON object.' });
  expect(Number(lines[4]?.value)).toBeCloseTo(0, 9);
  expect(lines[5]).toEqual({ id: 4, error: '#NUM!' });
  expect(lines[6]).toMatchObject({ id: 5, error: expect.stringContaining('2026-02-30') });
});
