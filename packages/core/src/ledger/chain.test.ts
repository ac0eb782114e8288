import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { InvariantBroken } from '../invariant.ts';
import { money, parseMoney } from '../money/money.ts';
import { CHAIN_START, type ChainedEntry, chainLine } from './chain.ts';

const deposit: ChainedEntry = {
  series: 'T1',
  financialYear: '2026-27',
  number: 14,
  postedOn: calendarDate('2026-11-22'),
  valueOn: calendarDate('2026-11-21'),
  kind: 'savings_deposit',
  narration: 'Savings of M-0042 | cash',
  postings: [
    { accountCode: '1102', side: 'debit', amount: parseMoney('1250.00'), subLedger: { kind: 'till', number: 'T1' } },
    {
      accountCode: '2101',
      side: 'credit',
      amount: parseMoney('1250.00'),
      subLedger: { kind: 'deposit', number: 'SB000042' },
    },
  ],
};

test('the line of a deposit, byte for byte', () => {
  expect(chainLine(deposit, CHAIN_START)).toBe(
    'kafal-chain-1\tT1\t2026-27\t14\t2026-11-22\t2026-11-21\tsavings_deposit\tSavings of M-0042 \\p cash\t-\t' +
      '1102|debit|125000|till|T1\t2101|credit|125000|deposit|SB000042\t' +
      '0000000000000000000000000000000000000000000000000000000000000000',
  );
});

test('a reversal names the entry it takes back, and a posting without a sub-ledger says so', () => {
  const line = chainLine(
    {
      ...deposit,
      kind: 'reversal',
      narration: '-',
      reverses: { series: 'T1', financialYear: '2026-27', number: 14 },
      postings: [{ accountCode: '4201', side: 'debit', amount: money(7) }],
    },
    'ab',
  );
  expect(line.split('\t').slice(6)).toEqual(['reversal', '\\-', 'T1|2026-27|14', '4201|debit|7|-|-', 'ab']);
});

test('half a character is refused, because every half would be hashed alike', () => {
  expect(() => chainLine({ ...deposit, narration: 'x\ud83d' }, CHAIN_START)).toThrow(InvariantBroken);
  expect(chainLine({ ...deposit, narration: '🙏' }, CHAIN_START)).toContain('\t🙏\t');
});

/** Reads a line back by the rule in the comment; if that always succeeds, no two entries share a line. */
function readLine(line: string): { entry: ChainedEntry; previousHash: string } {
  const fields = line.split('\t');
  const [, series = '', financialYear = '', number = '', postedOn = '', valueOn = '', kind = '', narration = ''] =
    fields;
  const reverses = fields[8] ?? '';
  const reference = reverses.split('|');
  return {
    entry: {
      series: readText(series),
      financialYear: readText(financialYear),
      number: Number(number),
      postedOn: calendarDate(postedOn),
      valueOn: calendarDate(valueOn),
      kind: readText(kind),
      narration: readText(narration),
      ...(reverses === '-'
        ? {}
        : {
            reverses: {
              series: readText(reference[0] ?? ''),
              financialYear: readText(reference[1] ?? ''),
              number: Number(reference[2]),
            },
          }),
      postings: fields.slice(9, -1).map((field) => {
        const [accountCode = '', side = '', amount = '', subLedgerKind = '', subLedgerNumber = ''] = field.split('|');
        const isWithout = subLedgerKind === '-' && subLedgerNumber === '-';
        return {
          accountCode: readText(accountCode),
          side: side === 'debit' ? ('debit' as const) : ('credit' as const),
          amount: money(Number(amount)),
          ...(isWithout ? {} : { subLedger: { kind: readText(subLedgerKind), number: readText(subLedgerNumber) } }),
        };
      }),
    },
    previousHash: readText(fields.at(-1) ?? ''),
  };
}

function readText(field: string): string {
  const characters: Record<string, string> = { '\\': '\\', t: '\t', n: '\n', r: '\r', p: '|', '-': '-' };
  return field.replace(/\\(.)/g, (_, letter: string) => characters[letter] ?? '?');
}

test('no field can forge another: every line reads back as the entry it was made from', () => {
  const someText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', '|', '-', 'p', 't', 'n', 'a') }),
  );
  const someReference = fc.record({ series: someText, financialYear: someText, number: fc.nat() });
  const someDay = fc.constantFrom('2026-11-22', '2026-11-23').map(calendarDate);
  const somePosting = fc.record(
    {
      accountCode: someText,
      side: fc.constantFrom('debit' as const, 'credit' as const),
      amount: fc.nat().map(money),
      subLedger: fc.record({ kind: someText, number: someText }),
    },
    { requiredKeys: ['accountCode', 'side', 'amount'] },
  );
  const someEntry = fc.record(
    {
      series: someText,
      financialYear: someText,
      number: fc.nat(),
      postedOn: someDay,
      valueOn: someDay,
      kind: someText,
      narration: someText,
      reverses: someReference,
      postings: fc.array(somePosting, { maxLength: 5 }),
    },
    { requiredKeys: ['series', 'financialYear', 'number', 'postedOn', 'valueOn', 'kind', 'narration', 'postings'] },
  );

  fc.assert(
    fc.property(someEntry, someText, (entry, previousHash) => {
      const line = chainLine(entry, previousHash);
      expect(line).not.toMatch(/[\n\r]/);
      expect(readLine(line)).toEqual({ entry, previousHash });
    }),
    { numRuns: 1_000 },
  );
});
