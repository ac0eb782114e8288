import { describe, expect, test } from 'vitest';
import { calendarDate, todayIn } from '../calendar/calendar-date.ts';
import { financialYearOf } from '../calendar/financial-year.ts';
import { parseRate } from '../money/rate.ts';
import { formatNumber } from '../numbering/number-pattern.ts';
import { CHART_OF_ACCOUNTS } from './chart-of-accounts.ts';
import { COUNTRY_PRESETS } from './country-presets.ts';

const DEVANAGARI = /[\u0900-\u097f]/;
const LATIN = /[A-Za-z]/;

describe('the chart of accounts', () => {
  test('has every head once, in the order of the codes', () => {
    const codes = CHART_OF_ACCOUNTS.map((account) => account.code);
    expect(codes).toHaveLength(96);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('is named in three languages', () => {
    for (const { code, name } of CHART_OF_ACCOUNTS) {
      expect(LATIN.test(name.en) && !DEVANAGARI.test(name.en), `${code} in English`).toBe(true);
      expect(DEVANAGARI.test(name.hi) && !LATIN.test(name.hi), `${code} in Hindi`).toBe(true);
      expect(DEVANAGARI.test(name.ne) && !LATIN.test(name.ne), `${code} in Nepali`).toBe(true);
    }
  });

  test('the first digit of a code says its type', () => {
    const types = { 1: 'asset', 2: 'liability', 3: 'equity', 4: 'income', 5: 'expense' };
    for (const { code, type } of CHART_OF_ACCOUNTS) expect(Object.entries(types)).toContainEqual([code[0], type]);
  });

  test('every control account has a sub-ledger, and none but the vault has one without being a control account', () => {
    for (const { code, isControl, subLedger } of CHART_OF_ACCOUNTS) {
      expect(subLedger !== undefined, code).toBe(isControl || code === '1101');
    }
    expect(CHART_OF_ACCOUNTS.filter((account) => account.isControl).map((account) => account.code)).toEqual([
      '1102',
      '1103',
      '1301',
      '1302',
      '1303',
      '1304',
      '1305',
      '1306',
      '1309',
      '2101',
      '2102',
      '2111',
      '2112',
      '2121',
      '2131',
      '2141',
      '2202',
      '2203',
      '2204',
      '2205',
      '2222',
      '3101',
    ]);
  });
});

describe.each(Object.entries(COUNTRY_PRESETS))('the preset %s', (code, preset) => {
  test('names itself, and is plain data', () => {
    expect(preset.code).toBe(code);
    expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
  });

  test('gives a reason for every value', () => {
    for (const [name, value] of Object.entries(preset)) {
      if (name === 'code' || name === 'name') continue;
      // The rules of meetings and those of reminders stand together, each with its reason.
      const isTogether = name === 'meetings' || name === 'reminders';
      const rows: readonly unknown[] = isTogether ? Object.values(value) : Array.isArray(value) ? value : [value];
      expect(rows.length, name).toBeGreaterThan(0);
      for (const row of rows) expect(row, name).toMatchObject({ legalBasis: expect.stringMatching(/^[A-Z].{8,}\.$/) });
    }
  });

  test('opens in a known zone and financial year', () => {
    expect(todayIn(preset.timeZone.value, Date.UTC(2026, 10, 22, 9))).toBe('2026-11-22');
    expect(preset.calendar.value).toBe(preset.financialYearStart.value.calendar);
    const labels = { 'IN-STATE': '2026-27', 'IN-MSCS': '2026-27', 'NP-SACCOS': '2083/84', 'INTL-SACCO': '2026' };
    const year = financialYearOf(calendarDate('2026-11-22'), preset.financialYearStart.value);
    expect(Object.entries(labels)).toContainEqual([code, year.label]);
  });

  test('lists its notes and coins once, the largest first', () => {
    const values = preset.denominations.value;
    expect(values).toEqual([...new Set(values)].sort((left, right) => right - left));
    expect(values.every((value) => value > 0)).toBe(true);
  });

  test('has number patterns that hold', () => {
    for (const pattern of Object.values(preset.numberPatterns.value)) {
      const values = { year: 2026, financialYear: '2026-27', prefix: 'SB' };
      expect(formatNumber(pattern, 1_000_000, values)).toContain('1000000');
    }
  });

  test('sends its fees and deposits to accounts of the right type', () => {
    const accountOf = (accountCode: string) => CHART_OF_ACCOUNTS.find((account) => account.code === accountCode);
    for (const fee of preset.fees) {
      expect(accountOf(fee.accountCode)).toMatchObject({
        type: fee.kind === 'fee' ? 'income' : 'equity',
        isControl: false,
      });
      expect(fee.amount).toBeGreaterThan(0);
    }
    for (const product of preset.depositProducts) {
      expect(accountOf(product.accountCode)).toMatchObject({ type: 'liability', subLedger: 'deposit' });
      expect(parseRate(product.annualRate).numerator).toBeGreaterThanOrEqual(0);
    }
    expect(preset.depositProducts.map((product) => product.code)).toEqual([
      'SB',
      'CA',
      'SA',
      'CD',
      'DD',
      'GS',
      'OS',
      'ES',
    ]);
  });

  test('caps one member’s shares at a fifth of the capital', () => {
    expect(parseRate(preset.maximumSharePercent.value)).toEqual({ numerator: 20, scale: 0 });
    expect(preset.minimumShares.value).toBeGreaterThan(0);
    expect(preset.shareFaceValue.value).toBe(10_000);
  });
});
