// What the society asks of a member's papers on a day: dated data, by the class of the member.

import { FILE_KINDS, type FileKind, type RiskClass } from '@kafal/contract';
import type { KycRule } from '@kafal/core';
import { readFileKinds, type Settings } from '../society/index.ts';

export type MemberKind = 'person' | 'minor' | 'institution';

export const kindOfMember = (memberClass: string): MemberKind =>
  memberClass === 'minor' || memberClass === 'institution' ? memberClass : 'person';

/** Each of the lists is proved by any one of its papers; a list that the society left empty asks for nothing. */
export function kycRule(settings: Settings, kind: MemberKind): KycRule<FileKind> {
  const each = (list: string | null) => readFileKinds(list).map((one) => [one]);
  const oneOf = (list: string | null) => [readFileKinds(list)].filter((kinds) => kinds.length > 0);
  const wanted = {
    person: () => [
      ...each(settings['kyc.always']),
      ...oneOf(settings['kyc.identity']),
      ...oneOf(settings['kyc.address']),
    ],
    minor: () => [...each(settings['kyc.minorsAlways']), ...oneOf(settings['kyc.minors'])],
    institution: () => each(settings['kyc.institutions']),
  };
  return { wanted: wanted[kind](), expiringDays: settings['kyc.expiringDays'] };
}

/** Whatever the society asks anybody for, and what goes along with it. */
const ALWAYS_OFFERED: readonly FileKind[] = ['photo', 'signature', 'affidavit', 'nominee_paper', 'other_paper'];

export function offeredKinds(settings: Settings): FileKind[] {
  const asked = (['person', 'minor', 'institution'] as const).flatMap((kind) => kycRule(settings, kind).wanted.flat());
  const offered = new Set([...asked, ...ALWAYS_OFFERED]);
  return FILE_KINDS.filter((kind) => offered.has(kind));
}

export function reviewMonths(settings: Settings, riskClass: RiskClass): number {
  const months = {
    low: settings['kyc.reviewMonthsLow'],
    medium: settings['kyc.reviewMonthsMedium'],
    high: settings['kyc.reviewMonthsHigh'],
  };
  return months[riskClass];
}

/** A paper of these has a last day; it is written down before the paper is verified. */
export const hasExpiry = (kind: string): boolean => kind === 'passport' || kind === 'driving_licence';
