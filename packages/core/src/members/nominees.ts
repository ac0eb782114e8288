import { ageOn, type CalendarDate } from '../calendar/calendar-date.ts';
import { DomainError } from '../domain-error.ts';

export interface Nominee {
  readonly name: string;
  /** The nominee's part of the money in per cent, with two decimals: "50.00". */
  readonly share: string;
  readonly dateOfBirth?: CalendarDate | undefined;
  /** Who receives a minor's part. */
  readonly guardianName?: string | undefined;
}

export type NomineesRefusal =
  | 'NOMINEE_REQUIRED'
  | 'NOMINEES_TOO_MANY'
  | 'NOMINEE_NAME_REQUIRED'
  | 'NOMINEE_SHARE_MALFORMED'
  | 'NOMINEE_BORN_LATER'
  | 'NOMINEE_GUARDIAN_REQUIRED'
  | 'NOMINEE_SHARES_NOT_WHOLE';

export class NomineesRefused extends DomainError {
  readonly code: NomineesRefusal;
  readonly kind = 'malformed';

  constructor(code: NomineesRefusal, field: string, message: string, params: Record<string, string | number> = {}) {
    super(message, { field, params });
    this.code = code;
  }
}

/** A hundred per cent in hundredths of one. */
const WHOLE = 10_000;

export interface NomineeRules {
  readonly maximumNominees?: number;
  readonly ageOfMajority?: number;
}

/**
 * Refuses nominations that could not be carried out: shares that leave something over or give more than there is, and a
 * minor without a guardian. The age of majority is 18 in India (Majority Act 1875 s.3) and in Nepal (Civil Code 2074).
 */
export function checkNominees(nominees: readonly Nominee[], on: CalendarDate, rules: NomineeRules = {}): void {
  const { maximumNominees = 10, ageOfMajority = 18 } = rules;
  if (nominees.length === 0) throw new NomineesRefused('NOMINEE_REQUIRED', 'nominees', 'Name at least one nominee.');
  if (nominees.length > maximumNominees) {
    const message = `At most ${maximumNominees} nominees can be named.`;
    throw new NomineesRefused('NOMINEES_TOO_MANY', 'nominees', message, { maximumNominees });
  }

  let total = 0;
  for (const [index, nominee] of nominees.entries()) {
    total += checkedBasisPoints(nominee, index);
    checkPerson(nominee, index, on, ageOfMajority);
  }
  if (total !== WHOLE) {
    const share = formatBasisPoints(total);
    const message = `The nominees' shares add to ${share} %; they must add to 100.00 %.`;
    throw new NomineesRefused('NOMINEE_SHARES_NOT_WHOLE', 'nominees', message, { total: share });
  }
}

function checkPerson(nominee: Nominee, index: number, on: CalendarDate, ageOfMajority: number): void {
  if (nominee.name.trim() === '') {
    throw new NomineesRefused('NOMINEE_NAME_REQUIRED', `nominees.${index}.name`, 'Every nominee needs a name.');
  }
  if (nominee.dateOfBirth === undefined) return;
  if (nominee.dateOfBirth > on) {
    const message = `${nominee.name} cannot be born on ${nominee.dateOfBirth}, a day still to come.`;
    throw new NomineesRefused('NOMINEE_BORN_LATER', `nominees.${index}.dateOfBirth`, message, { name: nominee.name });
  }
  if (ageOn(nominee.dateOfBirth, on) < ageOfMajority && (nominee.guardianName ?? '').trim() === '') {
    const message = `${nominee.name} is under ${ageOfMajority} and needs a guardian.`;
    throw new NomineesRefused('NOMINEE_GUARDIAN_REQUIRED', `nominees.${index}.guardianName`, message, {
      name: nominee.name,
      ageOfMajority,
    });
  }
}

/** "50.00" → 5000 hundredths of a per cent, so that shares add exactly; undefined unless above 0 and at most 100. */
export function basisPointsOf(share: string): number | undefined {
  if (!/^(0|[1-9]\d{0,2})\.\d{2}$/.test(share)) return undefined;

  const basisPoints = Number(share.replace('.', ''));
  return basisPoints >= 1 && basisPoints <= WHOLE ? basisPoints : undefined;
}

/** 5000 → "50.00". */
export function formatBasisPoints(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function checkedBasisPoints({ share }: Nominee, index: number): number {
  const basisPoints = basisPointsOf(share);
  if (basisPoints === undefined) {
    const message = 'A share is a percentage above 0 and up to 100, written like 50.00.';
    throw new NomineesRefused('NOMINEE_SHARE_MALFORMED', `nominees.${index}.share`, message);
  }
  return basisPoints;
}
