import type { PresetValue } from './country-presets.ts';

/** Lists of kinds of paper, with commas, as the society's rules keep them. */
export interface PresetKycPapers {
  /** Each of these. */
  readonly kycAlways: PresetValue<string>;
  /** One of these proves who somebody is. */
  readonly kycIdentity: PresetValue<string>;
  /** One of these proves where they live. */
  readonly kycAddress: PresetValue<string>;
  readonly kycMinorsAlways: PresetValue<string>;
  readonly kycMinors: PresetValue<string>;
  readonly kycInstitutions: PresetValue<string>;
}

/** After so many months the papers are looked at again, by the risk that a member is. */
export interface PresetReviewMonths {
  readonly kycReviewMonthsLow: PresetValue<number>;
  readonly kycReviewMonthsMedium: PresetValue<number>;
  readonly kycReviewMonthsHigh: PresetValue<number>;
}

const papersBy = (legalBasis: string, lists: Readonly<Record<keyof PresetKycPapers, string>>): PresetKycPapers => ({
  kycAlways: { value: lists.kycAlways, legalBasis },
  kycIdentity: { value: lists.kycIdentity, legalBasis },
  kycAddress: { value: lists.kycAddress, legalBasis },
  kycMinorsAlways: { value: lists.kycMinorsAlways, legalBasis },
  kycMinors: { value: lists.kycMinors, legalBasis },
  kycInstitutions: { value: lists.kycInstitutions, legalBasis },
});

export const INDIAN_PAPERS = papersBy(
  'Officially valid documents of the Prevention of Money-laundering (Maintenance of Records) Rules 2005; check the by-laws of the society.',
  {
    kycAlways: 'photo, signature, pan_card',
    kycIdentity: 'aadhaar, voter_id, passport, driving_licence, job_card, identity_proof',
    kycAddress: 'aadhaar, voter_id, passport, driving_licence, address_proof',
    kycMinorsAlways: 'photo',
    kycMinors: 'aadhaar, passport, birth_certificate, age_proof',
    kycInstitutions: 'pan_card, address_proof, other_paper',
  },
);

export const NEPALI_PAPERS = papersBy(
  'Know-your-member rules of savings co-operatives under the Assets (Money) Laundering Prevention Act 2064.',
  {
    kycAlways: 'photo, signature',
    kycIdentity: 'passport, citizenship, national_id, identity_proof',
    kycAddress: 'citizenship, ward_letter, address_proof',
    kycMinorsAlways: 'photo',
    kycMinors: 'passport, birth_certificate, age_proof',
    kycInstitutions: 'pan_card, other_paper',
  },
);

export const USUAL_PAPERS = papersBy("Starting value; the society's by-laws decide.", {
  kycAlways: 'photo, signature',
  kycIdentity: 'passport, driving_licence, national_id, identity_proof',
  kycAddress: 'driving_licence, address_proof',
  kycMinorsAlways: 'photo',
  kycMinors: 'passport, birth_certificate, age_proof',
  kycInstitutions: 'other_paper',
});

const REVIEW = 'Usual periods of know-your-customer rules: three, two and one year by risk.';

export const REVIEW_MONTHS: PresetReviewMonths = {
  kycReviewMonthsLow: { value: 36, legalBasis: REVIEW },
  kycReviewMonthsMedium: { value: 24, legalBasis: REVIEW },
  kycReviewMonthsHigh: { value: 12, legalBasis: REVIEW },
};
