import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import { type Money, money, parseMoney, sum, ZERO } from '../money/money.ts';
import { parseRate } from '../money/rate.ts';
import { type InterestTaxRule, interestTax, isSeniorInYear, type TaxedMember } from './interest-tax.ts';

const INDIA: InterestTaxRule = {
  method: 'above-threshold',
  rate: parseRate('10'),
  rateWithoutPan: parseRate('20'),
  threshold: parseMoney('50000.00'),
  seniorThreshold: parseMoney('100000.00'),
  seniorAge: 60,
};
const NEPAL: InterestTaxRule = {
  ...INDIA,
  method: 'every-credit',
  rate: parseRate('6'),
  rateWithoutPan: parseRate('6'),
};
const MEMBER: TaxedMember = { hasPan: true, isSenior: false, hasDeclaration: false };

/** The year of one member, credit after credit: what was withheld from each, and what is left at its end. */
function year(rule: InterestTaxRule, member: TaxedMember, credits: readonly Money[]) {
  const taxes: Money[] = [];
  let left: Money = ZERO;
  for (const [place, interest] of credits.entries()) {
    const told = interestTax(rule, member, {
      interest,
      interestBefore: sum(credits.slice(0, place)),
      taxBefore: sum(taxes),
    });
    taxes.push(told.tax);
    left = told.left;
  }
  return { taxes, left };
}

describe('tax by the whole interest of a year above a threshold', () => {
  const credits = [parseMoney('40000.00'), parseMoney('22000.00'), parseMoney('1000.00')];

  test('once 62,000 is above 50,000, the whole is taxed: 6,200, and every later credit in full', () => {
    expect(year(INDIA, MEMBER, credits).taxes).toEqual([ZERO, parseMoney('6200.00'), parseMoney('100.00')]);
  });

  test('without a PAN it is twice as much: 12,400', () => {
    expect(year(INDIA, { ...MEMBER, hasPan: false }, credits).taxes[1]).toBe(parseMoney('12400.00'));
  });

  test('with a declaration on file it is nothing', () => {
    expect(year(INDIA, { ...MEMBER, hasDeclaration: true }, credits).taxes).toEqual([ZERO, ZERO, ZERO]);
  });

  test('a senior is taxed above 1,00,000 only, and exactly the threshold is not above it', () => {
    const senior = { ...MEMBER, isSenior: true };
    expect(year(INDIA, senior, [parseMoney('100000.00')]).taxes).toEqual([ZERO]);
    expect(year(INDIA, senior, [parseMoney('100000.00'), parseMoney('2000.00')]).taxes[1]).toBe(parseMoney('2000.00'));
  });

  test('more than the credit is never withheld: of 5,090 due, 1,000 now and the rest from what follows', () => {
    const { taxes, left } = year(
      INDIA,
      MEMBER,
      ['49900.00', '1000.00', '1000.00', '9000.00'].map((each) => parseMoney(each)),
    );
    expect(taxes).toEqual(['0.00', '1000.00', '1000.00', '4090.00'].map((each) => parseMoney(each)));
    expect(left).toBe(ZERO);
    expect(
      year(
        INDIA,
        MEMBER,
        ['49900.00', '1000.00'].map((each) => parseMoney(each)),
      ).left,
    ).toBe(parseMoney('4090.00'));
  });

  test('interest that is recovered takes nothing with it, and what was withheld before counts on', () => {
    const credit = { interest: money(-100_000), interestBefore: parseMoney('62000.00'), taxBefore: money(620_000) };
    expect(interestTax(INDIA, MEMBER, credit)).toMatchObject({ tax: ZERO, left: ZERO });
  });

  test('however the interest of a year comes in, what is withheld and what is left are the tax of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 1, maxLength: 12 }), (amounts) => {
        const credits = amounts.map(money);
        const { taxes, left } = year(INDIA, MEMBER, credits);
        const whole = sum(credits);
        const due = whole > INDIA.threshold ? money(Math.round(whole / 10)) : ZERO;
        expect(sum([...taxes, left])).toBe(due);
        expect(taxes.every((tax, place) => tax >= 0 && tax <= (credits[place] ?? 0))).toBe(true);
      }),
    );
  });
});

test('from every credit for itself: 1,000 brings 940 and 60 for the treasury', () => {
  expect(year(NEPAL, MEMBER, [parseMoney('1000.00'), parseMoney('0.25')]).taxes).toEqual([money(6_000), money(2)]);
});

test('where the rule is off, nothing is withheld', () => {
  expect(year({ ...INDIA, method: 'none' }, MEMBER, [parseMoney('900000.00')]).taxes).toEqual([ZERO]);
});

test('who becomes sixty within the year is a senior in it, an institution never', () => {
  const yearEndsOn = calendarDate('2027-03-31');
  const born = (dateOfBirth: string, memberClass = 'regular') =>
    isSeniorInYear({ dateOfBirth: calendarDate(dateOfBirth), memberClass }, INDIA, yearEndsOn);
  expect([born('1967-03-31'), born('1967-04-01'), born('1940-01-01', 'institution')]).toEqual([true, false, false]);
});
