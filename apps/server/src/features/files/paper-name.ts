// What each kind of photo or paper is called, for sentences that the server writes.

import { FileKind } from '@kafal/contract';
import type { Language } from '../../platform/http/actor.ts';

const NAMES: Readonly<Record<Language, Readonly<Record<FileKind, string>>>> = {
  en: {
    photo: 'Photo',
    signature: 'Signature',
    pan_card: 'PAN card',
    aadhaar: 'Aadhaar (masked)',
    voter_id: 'Voter identity card',
    passport: 'Passport',
    driving_licence: 'Driving licence',
    job_card: 'Job card (MGNREGA)',
    citizenship: 'Citizenship certificate',
    national_id: 'National identity card',
    birth_certificate: 'Birth certificate',
    ward_letter: 'Letter of the ward office',
    identity_proof: 'Proof of identity',
    address_proof: 'Proof of address',
    age_proof: 'Proof of age',
    affidavit: 'Affidavit',
    nominee_paper: 'Paper of a nominee',
    other_paper: 'Other paper',
  },
  hi: {
    photo: 'फ़ोटो',
    signature: 'हस्ताक्षर',
    pan_card: 'पैन कार्ड',
    aadhaar: 'आधार (ढका हुआ)',
    voter_id: 'मतदाता पहचान पत्र',
    passport: 'पासपोर्ट',
    driving_licence: 'ड्राइविंग लाइसेंस',
    job_card: 'जॉब कार्ड (मनरेगा)',
    citizenship: 'नागरिकता प्रमाण पत्र',
    national_id: 'राष्ट्रीय पहचान पत्र',
    birth_certificate: 'जन्म प्रमाण पत्र',
    ward_letter: 'वार्ड कार्यालय का पत्र',
    identity_proof: 'पहचान का प्रमाण',
    address_proof: 'पते का प्रमाण',
    age_proof: 'आयु का प्रमाण',
    affidavit: 'शपथ पत्र',
    nominee_paper: 'नामित व्यक्ति का दस्तावेज़',
    other_paper: 'अन्य दस्तावेज़',
  },
};

export function paperName(language: Language, kind: string): string {
  const known = FileKind.safeParse(kind);
  return known.success ? NAMES[language][known.data] : kind;
}
