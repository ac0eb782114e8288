import { expect, test } from 'vitest';
import { malformedNumbers } from './malformed-numbers.ts';

test('what is empty is not wrong, and what is wrong is told by its own sentence', () => {
  expect(malformedNumbers({}, { phoneCountry: 'IN' })).toEqual({});
  expect(
    malformedNumbers(
      { phone: '98112', email: 'asha', pan: 'ABCDE', aadhaar: '1234 5678 9012', ifsc: 'SBIN' },
      { phoneCountry: 'IN' },
    ),
  ).toEqual({
    phone: 'apply.phoneMalformed',
    email: 'apply.emailMalformed',
    pan: 'apply.panMalformed',
    aadhaar: 'apply.aadhaarMalformed',
    'bankDetails.ifsc': 'profile.ifscMalformed',
  });
});

test('the numbers of India are asked of nobody elsewhere', () => {
  expect(malformedNumbers({ pan: '301234567', ifsc: 'NABIL' }, { phoneCountry: 'NP' })).toEqual({});
});
