import { describe, expect, test } from 'vitest';
import { changeOf, deskLines, isNegative, prefilled, readLines, spread } from './receipt-lines.ts';

const person = {
  dues: [
    {
      id: '1',
      code: 'ADM',
      kind: 'fee',
      name: 'Admission fee',
      amount: '100.00',
      paid: '0.00',
      outstanding: '100.00',
      dueOn: '2026-11-22',
    },
    {
      id: '2',
      code: 'BLD',
      kind: 'fund',
      name: 'Building fund',
      amount: '50.00',
      paid: '50.00',
      outstanding: '0.00',
      dueOn: '2026-11-22',
    },
    {
      id: '3',
      code: 'share',
      kind: 'share',
      name: 'Share money',
      amount: '500.00',
      paid: '0.00',
      outstanding: '500.00',
      dueOn: '2026-11-22',
    },
  ],
  instalments: [],
  loans: [],
  sureties: [],
  thriftDues: [],
  deposits: [
    {
      id: '9',
      accountNumber: 'SB-9',
      product: 'Savings',
      kind: 'savings',
      status: 'active',
      balance: '0.00',
      available: '0.00',
    },
  ],
} as unknown as Parameters<typeof deskLines>[0];

const lines = deskLines(person, '2026-11-30');

test('what is still due stands there in full, what is paid is left out', () => {
  expect(prefilled(lines)).toEqual({ 'due 1': '100', 'due 3': '500', shares: '', 'savings 9': '' });
});

test('one amount pays the dues in their order and the rest goes to savings', () => {
  expect(spread(lines, '750', 2)).toEqual({ 'due 1': '100', 'due 3': '500', shares: '', 'savings 9': '150' });
});

test('too little pays the first due and part of the next', () => {
  expect(spread(lines, '२५०', 2)).toEqual({ 'due 1': '100', 'due 3': '150', shares: '', 'savings 9': '' });
});

test('without a savings account the rest is share money', () => {
  const withoutSavings = deskLines({ ...person, deposits: [] }, '2026-11-30');
  expect(spread(withoutSavings, '650', 2)).toEqual({ 'due 1': '100', 'due 3': '500', shares: '50' });
});

describe('an instalment', () => {
  const instalment = {
    depositId: '12',
    accountNumber: 'RD-12',
    product: 'Recurring deposit',
    number: 2,
    dueOn: '2026-10-30',
    amount: '1000.00',
    movesTo: null,
    monthsLate: 1,
    fine: '15.00',
  };
  const late = deskLines({ ...person, dues: [], instalments: [instalment] }, '2026-11-30');

  test('that is due stands there in full, and one that is not is left for the cashier', () => {
    expect(prefilled(late)).toMatchObject({ 'instalment 12': '1000' });
    const early = deskLines(
      { ...person, dues: [], instalments: [{ ...instalment, dueOn: '2026-12-30' }] },
      '2026-11-30',
    );
    expect(prefilled(early)).toMatchObject({ 'instalment 12': '' });
    expect(spread(early, '1500', 2)).toMatchObject({ 'instalment 12': '', 'savings 9': '1500' });
  });

  test('brings its fine along into the total', () => {
    expect(readLines(late, { 'instalment 12': '1000' }, 2)).toEqual({
      lines: [{ kind: 'instalment', depositId: '12', amount: '1000.00' }],
      total: '1015.00',
      hasSlip: false,
    });
  });

  test('is paid whole with its fine or not at all, and the rest goes to savings', () => {
    expect(spread(late, '1500', 2)).toEqual({ 'instalment 12': '1000', shares: '', 'savings 9': '485' });
    expect(spread(late, '1015', 2)).toEqual({ 'instalment 12': '1000', shares: '', 'savings 9': '' });
    expect(spread(late, '1014.99', 2)).toEqual({ 'instalment 12': '', shares: '', 'savings 9': '1014.99' });
  });
});

test('the lines that hold an amount make the request and the total', () => {
  expect(readLines(lines, { 'due 1': '100', 'due 3': '', shares: '0', 'savings 9': '1,250.5' }, 2)).toEqual({
    lines: [
      { kind: 'due', dueId: '1', amount: '100.00' },
      { kind: 'savings', depositId: '9', amount: '1250.50' },
    ],
    total: '1350.50',
    hasSlip: false,
  });
  expect(readLines(lines, { 'due 1': 'x' }, 2)).toEqual({ lines: [], total: '0.00', hasSlip: true });
});

test('change is what was given less the total', () => {
  expect([changeOf('2000', '1350.50', 2), changeOf('', '1350.50', 2)]).toEqual(['649.50', undefined]);
  const short = changeOf('1000', '1350.50', 2);
  expect([short, isNegative(short ?? '', 2)]).toEqual(['-350.50', true]);
});

test('what a guarantor may pay stands there and is asked as a line of that loan, and never filled in by itself', () => {
  const surety = {
    loanId: '7',
    number: 'PL-7',
    borrowerId: '3',
    borrowerNumber: 'M-3',
    borrowerName: 'Sunita',
    overdue: '885.00',
    left: '500.00',
    isWrittenOff: false,
  };
  const standing = deskLines({ ...person, sureties: [surety] }, '2026-11-30');
  expect(prefilled(standing)['loan 7']).toBe('');
  expect(spread(standing, '2000', 2)['loan 7']).toBe('');
  expect(readLines(standing, { 'loan 7': '500' }, 2).lines).toEqual([{ kind: 'loan', loanId: '7', amount: '500.00' }]);
});
