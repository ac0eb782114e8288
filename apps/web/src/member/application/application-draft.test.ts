import { describe, expect, test } from 'vitest';
import type { Society } from '../../shared/answers.ts';
import {
  type ApplicationDraft,
  applicationBody,
  draftFromReturned,
  emptyDraft,
  emptyNominee,
  shareOf,
  stepOfField,
  stepProblems,
} from './application-draft.ts';

const society: Society = {
  isSetUp: true,
  paperKinds: [],
  name: 'Test',
  nameLocal: null,
  registrationNumber: null,
  address: null,
  phone: null,
  email: null,
  website: null,
  logo: null,
  languages: ['en', 'hi'],
  preset: 'IN-STATE',
  currency: 'INR',
  decimals: 2,
  grouping: 'indian',
  calendar: 'AD',
  phoneCountry: 'IN',
  timeZone: 'Asia/Kolkata',
  businessDate: '2026-11-22',
  denominations: [],
  phonePayments: null,
  support: { phone: null, email: null },
};

const draft: ApplicationDraft = {
  ...emptyDraft,
  name: 'Sunita Rawat',
  dateOfBirth: '1988-04-12',
  gender: 'female',
  phone: '9811002200',
  addressLine: 'House 14',
  locality: 'Nehru Colony',
  district: 'Dehradun',
  state: 'Uttarakhand',
  postalCode: '248001',
  occupation: 'Teacher',
  nominees: [{ ...emptyNominee, name: 'Asha', relation: 'daughter', dateOfBirth: '1985-01-20', sharePercent: '100' }],
};

describe('nominees', () => {
  const shares = (...percents: string[]) =>
    stepProblems(
      'nominees',
      { ...draft, nominees: percents.map((sharePercent) => ({ ...draft.nominees[0]!, sharePercent })) },
      society,
      false,
    );

  test('shares of 33.33, 33.33 and 33.34 are a whole', () => {
    expect(shares('33.33', '33.33', '33.34')).toEqual({});
  });

  test('99 % is refused', () => {
    expect(shares('50', '49')).toEqual({ nominees: 'apply.sharesNotWhole' });
  });

  test('shares may be typed in Devanagari digits; signs and three decimals are no shares', () => {
    expect([shareOf('५०'), shareOf('-5'), shareOf('33.333'), shareOf('0'), shareOf('100.01')]).toEqual([
      5000,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a minor on the society’s day needs a guardian, a day later no more', () => {
    const minor = { ...draft, nominees: [{ ...draft.nominees[0]!, dateOfBirth: '2008-11-23' }] };
    expect(stepProblems('nominees', minor, society, false)).toEqual({
      'nominees.0.guardianName': 'apply.guardianNeeded',
    });
    expect(stepProblems('nominees', minor, { ...society, businessDate: '2026-11-23' }, false)).toEqual({});
  });
});

test('what is sent has shares with two decimals and leaves out what was not said', () => {
  const body = applicationBody(draft, society, 'hi');
  expect(body.nominees[0]?.sharePercent).toBe('100.00');
  expect(body).not.toHaveProperty('email');
  expect(body).not.toHaveProperty('aadhaar');
  expect(body.language).toBe('hi');
});

test('an application that came back fills the same form again', () => {
  const { consent: _consent, ...sent } = { ...applicationBody(draft, society, 'en'), consent: true };
  expect(applicationBody(draftFromReturned(sent), society, 'en')).toEqual(sent);
});

test('a refusal leads back to the screen of its field', () => {
  expect(['phone', 'postalCode', 'occupation', 'nominees.1.sharePercent', ''].map(stepOfField)).toEqual([
    'identity',
    'address',
    'work',
    'nominees',
    'review',
  ]);
});

test('a phone of eight digits and a wrong Aadhaar are caught on the first screen', () => {
  expect(stepProblems('identity', { ...draft, phone: '98110022', aadhaar: '2341 2341 2347' }, society, false)).toEqual({
    phone: 'apply.phoneMalformed',
    aadhaar: 'apply.aadhaarMalformed',
  });
});
