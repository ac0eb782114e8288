import { expect, test } from 'vitest';
import { firstAnswers, isProposal, setupRequest, standing, stepOfField, stepProblems } from './setup-answers.ts';

const noon = Date.parse('2026-11-22T20:00:00Z');

test('another preset changes what nobody has changed by hand, and nothing else', () => {
  const changed = { ...firstAnswers, changed: { admission: '250' } };
  expect(standing(changed, noon)).toMatchObject({ currency: 'INR', financialYearStart: '04-01', admission: '250' });
  expect(standing({ ...changed, preset: 'NP-SACCOS' }, noon)).toMatchObject({
    currency: 'NPR',
    timeZone: 'Asia/Kathmandu',
    financialYearStart: '1 Shrawan',
    admission: '250',
    minimumShares: '10',
  });
  expect([isProposal(changed, 'admission'), isProposal(changed, 'currency')]).toEqual([false, true]);
});

test('the books are proposed to begin on the day it is in the society’s time zone', () => {
  expect(standing(firstAnswers, noon).booksBeginOn).toBe('2026-11-23');
  expect(standing({ ...firstAnswers, preset: 'INTL-SACCO' }, noon).booksBeginOn).toBe('2026-11-22');
});

test('what is sent is in the form the server takes', () => {
  const request = setupRequest({ ...firstAnswers, changed: { faceValue: '१००', welfareFund: '0' } }, 'hi', noon);
  expect(request.shares).toEqual({ faceValue: '100.00', minimumShares: 2 });
  expect(request.fees.welfareFund).toBe('0.00');
  expect(request.society).not.toHaveProperty('logo');
  expect(request.administrator.language).toBe('hi');
});

test('each screen says what is missing on it', () => {
  expect(stepProblems('society', firstAnswers, noon)).toEqual({
    'society.name': 'field.required',
    'society.registrationNumber': 'field.required',
    'society.address': 'field.required',
  });
  const free = { ...firstAnswers, changed: { faceValue: '0', minimumShares: '0' } };
  expect(stepProblems('shares', free, noon)).toEqual({
    'shares.faceValue': 'setup.aboveZero',
    'shares.minimumShares': 'setup.wholeNumber',
  });
  const differs = { ...firstAnswers, administratorName: 'A', password: 'one', repeated: 'two' };
  expect(stepProblems('administrator', differs, noon)).toEqual({ repeated: 'setup.passwordDiffers' });
});

test('a refusal leads back to the screen of its field', () => {
  expect(
    ['setupCode', 'society.logo', 'timeZone', 'savings.minimumBalance', 'administrator.password'].map(stepOfField),
  ).toEqual(['code', 'society', 'year', 'shares', 'administrator']);
});
