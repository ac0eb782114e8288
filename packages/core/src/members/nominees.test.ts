import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { allocate, money } from '../money/money.ts';
import { basisPointsOf, checkNominees, formatBasisPoints, type Nominee, NomineesRefused } from './nominees.ts';

const TODAY = calendarDate('2026-11-22');
const sita: Nominee = { name: 'Sita Devi', share: '60.00', dateOfBirth: calendarDate('1990-05-01') };
const ravi: Nominee = { name: 'Ravi Kumar', share: '40.00', dateOfBirth: calendarDate('2010-01-31') };

function refusalOf(nominees: readonly Nominee[], rules = {}): NomineesRefused {
  try {
    checkNominees(nominees, TODAY, rules);
  } catch (error) {
    if (error instanceof NomineesRefused) return error;
    throw error;
  }
  throw new Error('the nominations were not refused');
}

test('shares of a hundred per cent in all, and a guardian for the minor, are accepted', () => {
  checkNominees([sita, { ...ravi, guardianName: 'Sita Devi' }], TODAY);
  checkNominees([{ name: 'Sita Devi', share: '100.00' }], TODAY);
  checkNominees(
    [
      { name: 'A', share: '33.33' },
      { name: 'B', share: '33.33' },
      { name: 'C', share: '33.34' },
    ],
    TODAY,
  );
});

test('a total of 99 % is refused with the total', () => {
  const refusal = refusalOf([sita, { ...ravi, share: '39.00', guardianName: 'Sita Devi' }]);
  expect(refusal).toMatchObject({ code: 'NOMINEE_SHARES_NOT_WHOLE', field: 'nominees', params: { total: '99.00' } });
  expect(refusal.message).toBe("The nominees' shares add to 99.00 %; they must add to 100.00 %.");
});

test('a hundredth of a per cent too much is refused', () => {
  expect(refusalOf([sita, { ...ravi, share: '40.01', guardianName: 'x' }]).params).toEqual({ total: '100.01' });
});

test('a minor without a guardian is refused, on the day before eighteen and not on the day', () => {
  const refusal = refusalOf([sita, { ...ravi, guardianName: '  ' }]);
  expect(refusal).toMatchObject({ code: 'NOMINEE_GUARDIAN_REQUIRED', field: 'nominees.1.guardianName' });
  expect(refusal.message).toBe('Ravi Kumar is under 18 and needs a guardian.');

  const born = (text: string) => [{ name: 'R', share: '100.00', dateOfBirth: calendarDate(text) }];
  expect(refusalOf(born('2008-11-23')).code).toBe('NOMINEE_GUARDIAN_REQUIRED');
  checkNominees(born('2008-11-22'), TODAY);
  expect(refusalOf(born('2006-11-22'), { ageOfMajority: 21 }).code).toBe('NOMINEE_GUARDIAN_REQUIRED');
});

test('nobody, too many, nameless or unborn nominees are refused', () => {
  expect(refusalOf([])).toMatchObject({ code: 'NOMINEE_REQUIRED', message: 'Name at least one nominee.' });
  expect(refusalOf([sita, sita, sita], { maximumNominees: 2 })).toMatchObject({
    code: 'NOMINEES_TOO_MANY',
    message: 'At most 2 nominees can be named.',
  });
  expect(refusalOf([{ ...sita, name: ' ' }])).toMatchObject({
    code: 'NOMINEE_NAME_REQUIRED',
    field: 'nominees.0.name',
    message: 'Every nominee needs a name.',
  });
  expect(refusalOf([{ ...sita, dateOfBirth: calendarDate('2026-11-23') }])).toMatchObject({
    code: 'NOMINEE_BORN_LATER',
    field: 'nominees.0.dateOfBirth',
    message: 'Sita Devi cannot be born on 2026-11-23, a day still to come.',
  });
});

test.each([
  '',
  '50',
  '50.0',
  '50.000',
  '-50.00',
  '+50.00',
  '050.00',
  '0.00',
  '100.01',
  '1000.00',
  '५०.००',
  ' 50.00',
  '5e1',
])('a share of %j is refused', (share) => {
  expect(basisPointsOf(share)).toBeUndefined();
  expect(refusalOf([{ ...sita, share }])).toMatchObject({
    code: 'NOMINEE_SHARE_MALFORMED',
    field: 'nominees.0.share',
    message: 'A share is a percentage above 0 and up to 100, written like 50.00.',
  });
});

test('any whole divided into hundredths of a per cent is accepted, and one hundredth less is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 10 }), (weights) => {
      const shares: number[] = allocate(money(10_000), weights);
      const nominees = shares.map((basisPoints) => ({ name: 'N', share: formatBasisPoints(basisPoints) }));
      fc.pre(shares.every((basisPoints) => basisPoints > 1));
      checkNominees(nominees, TODAY);

      const [first = { name: 'N', share: '0.01' }, ...others] = nominees;
      const less = formatBasisPoints((basisPointsOf(first.share) ?? 0) - 1);
      expect(refusalOf([{ ...first, share: less }, ...others]).params).toEqual({ total: '99.99' });
    }),
  );
});
