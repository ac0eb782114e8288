// What somebody should look at before saying yes to an applicant: each check with its value and its result.

import type { ApplicationCheck, FileKind } from '@kafal/contract';
import { ageOn, type CalendarDate, formatBasisPoints, formatMoney, type Money } from '@kafal/core';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type FileView, filesOf } from '../files/index.ts';
import { findMembers } from '../search/index.ts';
import { readFileKinds, type Settings } from '../society/index.ts';
import { type DuplicateCode, type DuplicateFlag, isForbiddenDuplicate } from './find-duplicates.ts';
import { maskAadhaar } from './identity-numbers.ts';
import type { Application } from './may-decide.ts';
import { say } from './say.ts';

type Check = z.infer<typeof ApplicationCheck>;
type Nominee = {
  readonly dateOfBirth: CalendarDate;
  readonly shareBasisPoints: number;
  readonly guardianName: string | null;
};

const MOST_ALIKE = 5;

export interface Checked {
  readonly application: Application;
  readonly settings: Settings;
  readonly on: CalendarDate;
  readonly flags: readonly DuplicateFlag[];
  readonly duesTotal: Money;
  readonly language: Language;
}

export async function applicationChecks(platform: Platform, checked: Checked): Promise<Check[]> {
  const { application, settings, on, duesTotal, language } = checked;
  const [names, alike, files, nominees] = await Promise.all([
    namesOf(platform, checked.flags),
    soundingAlike(platform, application, checked.flags),
    filesOf(platform.database, { applicationId: application.id }),
    platform.database
      .selectFrom('nominee')
      .select(['dateOfBirth', 'shareBasisPoints', 'guardianName'])
      .where('applicationId', '=', application.id)
      .execute(),
  ]);
  const duplicate = (code: Check['code'], flagCodes: readonly DuplicateCode[], value: string | null): Check => {
    const found = checked.flags.filter((flag) => flagCodes.includes(flag.code));
    return {
      ...{ code, value, missing: [] },
      result: found.length === 0 ? 'good' : found.some(isForbiddenDuplicate) ? 'bad' : 'look',
      detail:
        found.length === 0 ? null : found.map((flag) => say(language, flag.code, { number: flag.number })).join(' '),
      members: found.flatMap(({ memberId, number }) =>
        memberId === null ? [] : [{ id: String(memberId), memberNumber: number, name: names.get(memberId) ?? number }],
      ),
    };
  };
  const plain = (code: Check['code'], result: Check['result'], value: string | null, detail: string | null): Check => ({
    ...{ code, result, value, detail, members: [], missing: [] },
  });

  return [
    duplicate('phone', ['PHONE_SHARED'], application.phone),
    duplicate('email', ['EMAIL_TAKEN'], application.email),
    duplicate('pan', ['PAN_TAKEN'], application.panMasked),
    duplicate('nameAndBirthDate', ['SAME_NAME_AND_BIRTH_DATE', 'APPLICATION_SAME_PERSON'], application.name),
    {
      ...plain('nameSound', alike.length === 0 ? 'good' : 'look', application.name, null),
      members: alike.map(({ id, number, name }) => ({ id: String(id), memberNumber: number, name })),
    },
    plain('aadhaar', isNamedByNumber(application) ? 'good' : 'look', maskAadhaar(application.aadhaarLastFour), null),
    ageCheck(checked),
    papersCheck(settings, files),
    nomineesCheck(nominees, on, settings['member.ageOfMajority'], language),
    plain('dues', 'good', formatMoney(duesTotal), null),
  ];

  function ageCheck({ application: { dateOfBirth, memberClass, parentOrSpouseName } }: Checked): Check {
    const age = ageOn(dateOfBirth, on);
    const isMinor = age < settings['member.ageOfMajority'] && memberClass !== 'institution';
    if (!isMinor) return plain('age', 'good', String(age), null);
    const hasGuardian = parentOrSpouseName !== null;
    return plain(
      'age',
      hasGuardian ? 'look' : 'bad',
      String(age),
      hasGuardian
        ? say(language, 'CHECK_MINOR_WITH', { guardian: parentOrSpouseName })
        : say(language, 'CHECK_MINOR_WITHOUT'),
    );
  }
}

/** At least one number by which the state knows the person. */
function isNamedByNumber({ aadhaarLastFour, panMasked, memberClass }: Application): boolean {
  return aadhaarLastFour !== null || panMasked !== null || memberClass === 'minor';
}

async function namesOf(platform: Platform, flags: readonly DuplicateFlag[]): Promise<Map<number, string>> {
  const ids = flags.flatMap(({ memberId }) => memberId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await platform.database.selectFrom('member').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Members whose names sound so, besides those flagged for something surer and the applicant once admitted. */
async function soundingAlike(platform: Platform, application: Application, flags: readonly DuplicateFlag[]) {
  const known = new Set([application.memberId, ...flags.map(({ memberId }) => memberId)]);
  const found = await findMembers(platform, application.name, MOST_ALIKE + known.size);
  return found.filter(({ id }) => !known.has(id)).slice(0, MOST_ALIKE);
}

const wantedPapers = (settings: Settings): FileKind[] => readFileKinds(settings['application.wantedPapers']);

/** Of what the society asks an applicant for, in its own order. A passport proves who somebody is as well as a paper called so. */
export function missingPapers(settings: Settings, files: readonly FileView[]): FileKind[] {
  const proves = (wanted: FileKind): readonly FileKind[] => {
    if (wanted === 'identity_proof') return [wanted, ...readFileKinds(settings['kyc.identity'])];
    if (wanted === 'address_proof') return [wanted, ...readFileKinds(settings['kyc.address'])];
    return [wanted];
  };
  const has = (kind: FileKind) => files.some((file) => proves(kind).some((one) => one === file.kind));
  return wantedPapers(settings).filter((kind) => !has(kind));
}

function papersCheck(settings: Settings, files: readonly FileView[]): Check {
  const wanted = wantedPapers(settings);
  const missing = missingPapers(settings, files);
  return {
    ...{ code: 'papers', detail: null, members: [], missing },
    result: missing.length === 0 ? 'good' : 'look',
    value: `${wanted.length - missing.length} / ${wanted.length}`,
  };
}

function nomineesCheck(
  nominees: readonly Nominee[],
  on: CalendarDate,
  ageOfMajority: number,
  language: Language,
): Check {
  const total = nominees.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0);
  const minors = nominees.filter(({ dateOfBirth }) => ageOn(dateOfBirth, on) < ageOfMajority);
  const unguarded = minors.filter(({ guardianName }) => guardianName === null);
  return {
    ...{ code: 'nominees', members: [], missing: [] },
    result: total === 10_000 && unguarded.length === 0 ? 'good' : 'bad',
    value: `${formatBasisPoints(total)} %`,
    detail: minors.length === 0 ? null : say(language, 'CHECK_NOMINEES_MINOR', { count: minors.length }),
  };
}
