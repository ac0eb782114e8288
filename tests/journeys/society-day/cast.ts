// Who walks through the day, as they would write themselves in their own language.

import type { Language } from '../words.ts';

export interface Cast {
  readonly society: { name: string; nameLocal: string; registrationNumber: string; address: string };
  readonly administrator: string;
  readonly staff: Readonly<Record<StaffRole, string>>;
  readonly applicant: Applicant;
  readonly walkIn: Applicant;
  readonly phrases: {
    readonly bring: string;
    readonly opening: string;
    readonly mistake: string;
    readonly shortage: string;
    readonly suspicion: string;
  };
}

export const STAFF_ROLES = ['manager', 'cashier', 'accountant', 'committee', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export interface Applicant {
  readonly name: string;
  readonly nameLocal: string;
  readonly born: readonly [day: string, month: string, year: string];
  readonly phone: string;
  readonly addressLine: string;
  readonly correctedAddressLine: string;
  readonly locality: string;
  readonly district: string;
  readonly state: string;
  readonly postalCode: string;
  readonly occupation: string;
  readonly spouse: { readonly name: string; readonly relation: string };
  readonly child: { readonly name: string; readonly relation: string; readonly guardianRelation: string };
}

/** Passes its check digit and belongs to nobody: an Aadhaar never begins with 1 or 0, this one is made up of a run. */
export const AADHAAR = '234123412346';
export const PAN = 'ABCPK1234L';

const english: Cast = {
  society: {
    name: 'Hilltop Thrift and Credit Co-operative Society',
    nameLocal: 'हिलटॉप थ्रिफ्ट एवं साख सहकारी समिति',
    registrationNumber: 'DDN/2026/117',
    address: 'Main Road, Hilltop, Dehradun 248001',
  },
  administrator: 'Asha Negi',
  staff: {
    manager: 'Meena Joshi',
    cashier: 'Kiran Rawat',
    accountant: 'Amit Bisht',
    committee: 'Chandra Pant',
    auditor: 'Om Prakash',
  },
  applicant: {
    name: 'Sunita Devi Rawat',
    nameLocal: 'सुनीता देवी रावत',
    born: ['12', '4', '1988'],
    phone: '9876543210',
    addressLine: 'House 14',
    correctedAddressLine: 'House 14, Lane 3',
    locality: 'Nehru Colony',
    district: 'Dehradun',
    state: 'Uttarakhand',
    postalCode: '248001',
    occupation: 'Teacher',
    spouse: { name: 'Mohan Singh Rawat', relation: 'husband' },
    child: { name: 'Ravi Rawat', relation: 'son', guardianRelation: 'uncle' },
  },
  walkIn: {
    name: 'Harish Chandra Thapa',
    nameLocal: 'हरीश चन्द्र थापा',
    born: ['03', '11', '1975'],
    phone: '9123456780',
    addressLine: 'House 7',
    correctedAddressLine: 'House 7',
    locality: 'Race Course',
    district: 'Dehradun',
    state: 'Uttarakhand',
    postalCode: '248001',
    occupation: 'Shopkeeper',
    spouse: { name: 'Kamla Thapa', relation: 'wife' },
    child: { name: 'Indu Thapa', relation: 'daughter', guardianRelation: 'aunt' },
  },
  phrases: {
    bring: 'Please write the lane of your house.',
    opening: 'Cash and bank the books begin with',
    mistake: 'Typed for the wrong person',
    shortage: 'Ten rupees are missing',
    suspicion: 'Papers are being checked',
  },
};

const hindi: Cast = {
  society: {
    name: 'Shikhar Thrift and Credit Co-operative Society',
    nameLocal: 'शिखर बचत एवं साख सहकारी समिति',
    registrationNumber: 'देहरादून/2026/118',
    address: 'मुख्य मार्ग, शिखर, देहरादून 248001',
  },
  administrator: 'आशा नेगी',
  staff: {
    manager: 'मीना जोशी',
    cashier: 'किरण रावत',
    accountant: 'अमित बिष्ट',
    committee: 'चंद्रा पंत',
    auditor: 'ओम प्रकाश',
  },
  applicant: {
    name: 'सुनीता देवी रावत',
    nameLocal: 'सुनीता देवी रावत',
    born: ['12', '4', '1988'],
    phone: '9876543210',
    addressLine: 'मकान 14',
    correctedAddressLine: 'मकान 14, गली 3',
    locality: 'नेहरू कॉलोनी',
    district: 'देहरादून',
    state: 'उत्तराखंड',
    postalCode: '248001',
    occupation: 'शिक्षिका',
    spouse: { name: 'मोहन सिंह रावत', relation: 'पति' },
    child: { name: 'रवि रावत', relation: 'पुत्र', guardianRelation: 'चाचा' },
  },
  walkIn: {
    name: 'हरीश चंद्र थापा',
    nameLocal: 'हरीश चंद्र थापा',
    born: ['03', '11', '1975'],
    phone: '9123456780',
    addressLine: 'मकान 7',
    correctedAddressLine: 'मकान 7',
    locality: 'रेस कोर्स',
    district: 'देहरादून',
    state: 'उत्तराखंड',
    postalCode: '248001',
    occupation: 'दुकानदार',
    spouse: { name: 'कमला थापा', relation: 'पत्नी' },
    child: { name: 'इंदु थापा', relation: 'पुत्री', guardianRelation: 'बुआ' },
  },
  phrases: {
    bring: 'कृपया अपने मकान की गली भी लिखें।',
    opening: 'नकद और बैंक जिनसे बही आरंभ होती है',
    mistake: 'गलत व्यक्ति के लिए लिखी गई',
    shortage: 'दस रुपये कम निकले',
    suspicion: 'कागज़ात की जाँच चल रही है',
  },
};

export const castOf = (language: Language): Cast => (language === 'en' ? english : hindi);

/** Long enough for somebody without a second factor. */
export const passwordOf = (who: string): string => `${who} walks to the river`;
