import type { FinancialYearStart } from '../calendar/financial-year.ts';
import type { TaxMethod } from '../deposits/interest-tax.ts';
import type { PhoneCountry } from '../identity/phone.ts';
import { type Money, money, parseMoney } from '../money/money.ts';
import { depositProducts, type PresetDepositProduct } from './deposit-products.ts';
import {
  INDIAN_PAPERS,
  NEPALI_PAPERS,
  type PresetKycPapers,
  type PresetReviewMonths,
  REVIEW_MONTHS,
  USUAL_PAPERS,
} from './kyc-papers.ts';
import { loanProducts, type PresetLoanProduct } from './loan-products.ts';
import { type PresetTermProduct, termProducts } from './term-products.ts';

export type CountryPresetCode = 'IN-STATE' | 'IN-MSCS' | 'NP-SACCOS' | 'INTL-SACCO';

export interface LocalName {
  readonly en: string;
  readonly hi: string;
  readonly ne: string;
}

/** A starting value and why it stands; the society replaces it with a value of its own from a day on. */
export interface PresetValue<Value> {
  readonly value: Value;
  readonly legalBasis: string;
}

export interface PresetFee {
  readonly code: 'admission_fee' | 'building_fund' | 'welfare_fund';
  /** A fee is income of the year; a fund contribution belongs to the members' fund. */
  readonly kind: 'fee' | 'fund';
  readonly name: LocalName;
  readonly accountCode: string;
  readonly amount: Money;
  readonly legalBasis: string;
}

/** What is withheld from interest for the treasury. */
export interface PresetInterestTax {
  readonly taxOnInterest: PresetValue<TaxMethod>;
  /** A percentage as text, for `parseRate`. */
  readonly taxRate: PresetValue<string>;
  readonly taxRateWithoutPan: PresetValue<string>;
  readonly taxThreshold: PresetValue<Money>;
  readonly taxThresholdOfSeniors: PresetValue<Money>;
  readonly taxSeniorAge: PresetValue<number>;
}

export interface CountryPreset extends PresetInterestTax, PresetKycPapers, PresetReviewMonths {
  readonly code: CountryPresetCode;
  readonly name: LocalName;
  readonly currency: PresetValue<string>;
  readonly decimals: PresetValue<number>;
  readonly calendar: PresetValue<'AD' | 'BS'>;
  readonly financialYearStart: PresetValue<FinancialYearStart>;
  readonly timeZone: PresetValue<string>;
  readonly phoneCountry: PresetValue<PhoneCountry>;
  /** Notes and coins, the largest first. */
  readonly denominations: PresetValue<readonly Money[]>;
  readonly shareFaceValue: PresetValue<Money>;
  readonly minimumShares: PresetValue<number>;
  /** The most of all shares that one member may hold, in per cent, for `parseRate`. */
  readonly maximumSharePercent: PresetValue<string>;
  /** From this amount on, a deposit or its repayment may not be in cash; null where no law says so. */
  readonly cashLimit: PresetValue<Money | null>;
  /** From this amount of one member's cash in a day on, the source of funds is declared and reported; null where none. */
  readonly cashReportThreshold: PresetValue<Money | null>;
  /** A withdrawal above it waits for a second person. */
  readonly withdrawalApprovalAbove: PresetValue<Money>;
  readonly ageOfMajority: PresetValue<number>;
  /** From this age on a depositor gets the rates for seniors. */
  readonly seniorAge: PresetValue<number>;
  readonly maximumNominees: PresetValue<number>;
  readonly numberPatterns: PresetValue<{
    readonly member: string;
    readonly deposit: string;
    readonly shareFolio: string;
    readonly shareCertificate: string;
  }>;
  readonly fees: readonly PresetFee[];
  readonly depositProducts: readonly PresetDepositProduct[];
  /** Whether fixed deposits may be taken at all. */
  readonly fixedDepositsAllowed: PresetValue<boolean>;
  readonly termProducts: readonly PresetTermProduct[];
  readonly loanProducts: readonly PresetLoanProduct[];
  /** Above which no loan may be lent, in per cent a year. */
  readonly highestLoanRate: PresetValue<string | null>;
  /** Whether interest that is owed is booked before it is given. */
  readonly interestAccrued: PresetValue<boolean>;
  readonly meetings: PresetMeetings;
  readonly reminders: PresetReminders;
}

/** How many days before its day members are told of something, as `reminderDays` reads it. */
export interface PresetReminders {
  readonly loanInstalment: PresetValue<string>;
  readonly depositInstalment: PresetValue<string>;
  readonly thrift: PresetValue<string>;
  readonly maturity: PresetValue<string>;
  readonly kyc: PresetValue<string>;
  readonly meeting: PresetValue<string>;
}

export interface PresetMeetings {
  /** Clear days of a general meeting. */
  readonly noticeDays: PresetValue<number>;
  /** Parts of those who may vote, in per cent, for `quorumOf`; without one whoever comes is enough. */
  readonly generalQuorum: PresetValue<string>;
  readonly adjournedQuorum: PresetValue<string | null>;
  readonly committeeQuorum: PresetValue<string>;
  readonly adjournMinutes: PresetValue<number>;
  /** How late an instalment may be before its borrower has no vote. */
  readonly defaultDays: PresetValue<number>;
}

const BY_LAW = "Starting value; the society's by-laws decide.";
const COMMITTEE = 'Starting value; the committee decides by resolution.';

const NUMBER_PATTERNS: CountryPreset['numberPatterns'] = {
  value: {
    member: 'M-{YYYY}-{N:4}',
    deposit: '{PREFIX}{N:6}',
    shareFolio: 'F-{N:4}',
    shareCertificate: 'SC-{YYYY}-{N:4}',
  },
  legalBasis: COMMITTEE,
};

const MEETINGS: PresetMeetings = {
  noticeDays: {
    value: 14,
    legalBasis: 'Fourteen clear days in most state Acts; check the Act and the by-laws of the society.',
  },
  generalQuorum: {
    value: '20',
    legalBasis: 'One fifth of the members in most state Acts; check the Act and the by-laws of the society.',
  },
  adjournedQuorum: { value: null, legalBasis: BY_LAW },
  committeeQuorum: { value: '51', legalBasis: BY_LAW },
  adjournMinutes: { value: 30, legalBasis: BY_LAW },
  defaultDays: { value: 90, legalBasis: BY_LAW },
};

const REMINDERS: PresetReminders = {
  loanInstalment: { value: '3', legalBasis: COMMITTEE },
  depositInstalment: { value: '3', legalBasis: COMMITTEE },
  thrift: { value: '3', legalBasis: COMMITTEE },
  maturity: { value: '15, 3', legalBasis: COMMITTEE },
  kyc: { value: '30, 7', legalBasis: COMMITTEE },
  meeting: { value: '3', legalBasis: COMMITTEE },
};

const FEE_NAMES = {
  admission_fee: { en: 'Admission fee', hi: 'प्रवेश शुल्क', ne: 'प्रवेश शुल्क' },
  building_fund: { en: 'Building fund contribution', hi: 'भवन निधि अंशदान', ne: 'भवन कोष योगदान' },
  welfare_fund: { en: 'Welfare fund contribution', hi: 'कल्याण निधि अंशदान', ne: 'कल्याण कोष योगदान' },
} satisfies Record<PresetFee['code'], LocalName>;

function admissionFees(amounts: Readonly<Record<PresetFee['code'], string>>): PresetFee[] {
  return [
    admissionFee('admission_fee', 'fee', '4201', amounts),
    admissionFee('welfare_fund', 'fund', '3204', amounts),
    admissionFee('building_fund', 'fund', '3203', amounts),
  ];
}

function admissionFee(
  code: PresetFee['code'],
  kind: PresetFee['kind'],
  accountCode: string,
  amounts: Readonly<Record<PresetFee['code'], string>>,
): PresetFee {
  return { code, kind, name: FEE_NAMES[code], accountCode, amount: parseMoney(amounts[code]), legalBasis: BY_LAW };
}

function wholeUnits(...values: readonly number[]): Money[] {
  return values.map((value) => money(value * 100));
}

const ACCRUAL: PresetValue<boolean> = {
  value: true,
  legalBasis:
    'Common accounting practice of credit co-operatives: accrual. A small society may book interest when it is given.',
};

const INDIAN_THRESHOLD =
  'Income-tax Act 1961 s. 194A as of 1 April 2025: 50,000 rupees in a year, 100,000 of a senior citizen. Confirm the ' +
  'section under the Income-tax Act 2025.';

const INDIAN_INTEREST_TAX: PresetInterestTax = {
  taxOnInterest: {
    value: 'none',
    legalBasis:
      'Income-tax Act 1961 s. 194A: a co-operative society withholds only when its turnover of the year before was ' +
      'above 50 crore rupees. Confirm the section under the Income-tax Act 2025.',
  },
  taxRate: { value: '10', legalBasis: 'Income-tax Act 1961 s. 194A: 10 per cent.' },
  taxRateWithoutPan: { value: '20', legalBasis: 'Income-tax Act 1961 s. 206AA: 20 per cent where no PAN is given.' },
  taxThreshold: { value: parseMoney('50000.00'), legalBasis: INDIAN_THRESHOLD },
  taxThresholdOfSeniors: { value: parseMoney('100000.00'), legalBasis: INDIAN_THRESHOLD },
  taxSeniorAge: { value: 60, legalBasis: 'Income-tax Act: a senior citizen is 60 at any time of the year.' },
};

const NEPALI_NO_THRESHOLD = 'Income Tax Act 2058: tax is withheld from every credit; nobody has a threshold.';

const INDIA_BY_STATE_LAW: CountryPreset = {
  code: 'IN-STATE',
  name: {
    en: 'India – society under a state Act',
    hi: 'भारत – राज्य अधिनियम के अधीन समिति',
    ne: 'भारत – राज्य ऐन अन्तर्गतको संस्था',
  },
  currency: { value: 'INR', legalBasis: 'Coinage Act 2011; Reserve Bank of India Act 1934.' },
  decimals: { value: 2, legalBasis: 'Coinage Act 2011: a rupee is a hundred paise.' },
  calendar: { value: 'AD', legalBasis: 'Common practice of the state Acts.' },
  financialYearStart: {
    value: { calendar: 'AD', month: 4, day: 1 },
    legalBasis: 'Co-operative year of the state Acts: 1 April to 31 March.',
  },
  timeZone: { value: 'Asia/Kolkata', legalBasis: 'Indian Standard Time.' },
  phoneCountry: { value: 'IN', legalBasis: 'National numbering plan: ten digits after +91.' },
  denominations: {
    value: wholeUnits(500, 200, 100, 50, 20, 10, 5, 2, 1),
    legalBasis: 'Notes and coins in circulation; the 2,000-rupee note was withdrawn in 2023.',
  },
  shareFaceValue: { value: parseMoney('100.00'), legalBasis: BY_LAW },
  minimumShares: { value: 2, legalBasis: BY_LAW },
  maximumSharePercent: {
    value: '20',
    legalBasis: 'One fifth of the share capital in most state Acts; check the Act and the by-laws of the society.',
  },
  cashLimit: {
    value: parseMoney('20000.00'),
    legalBasis:
      'Income-tax Act 1961 ss. 269SS and 269T: no deposit or its repayment of 20,000 rupees or more in cash. ' +
      'Confirm the section under the Income-tax Act 2025.',
  },
  cashReportThreshold: { value: null, legalBasis: 'No duty of its own under the state Acts.' },
  withdrawalApprovalAbove: { value: parseMoney('20000.00'), legalBasis: COMMITTEE },
  ageOfMajority: { value: 18, legalBasis: 'Majority Act 1875 s. 3.' },
  seniorAge: { value: 60, legalBasis: COMMITTEE },
  maximumNominees: { value: 10, legalBasis: BY_LAW },
  ...INDIAN_INTEREST_TAX,
  numberPatterns: NUMBER_PATTERNS,
  fees: admissionFees({ admission_fee: '200.00', welfare_fund: '200.00', building_fund: '500.00' }),
  depositProducts: depositProducts(
    { savings: '4', thrift: '6', daily: '3.25', goal: '5', optional: '4.5', emergency: '4' },
    { minimumBalance: '100.00', minimumDaily: '10.00', thriftMonth: '3', legalBasis: COMMITTEE },
  ),
  fixedDepositsAllowed: { value: true, legalBasis: BY_LAW },
  interestAccrued: ACCRUAL,
  meetings: MEETINGS,
  reminders: REMINDERS,
  ...INDIAN_PAPERS,
  ...REVIEW_MONTHS,
  highestLoanRate: { value: null, legalBasis: 'The state Acts leave the rate to the by-laws.' },
  termProducts: termProducts(
    [
      [46, 'days', '5.5', '6'],
      [6, 'months', '6.5', '7'],
      [12, 'months', '7.25', '7.75'],
      [24, 'months', '7.75', '8.25'],
      [36, 'months', '8', '8.5'],
    ],
    COMMITTEE,
  ),
  loanProducts: loanProducts({
    personal: '12',
    employee: '10',
    emergency: '11',
    secured: {
      gold: '12',
      // The tiers that banks are held to; they do not bind a society.
      goldTiers: [
        ['250000.00', '85'],
        ['500000.00', '80'],
        [null, '75'],
      ],
      againstDeposits: '10',
      ofDeposits: '80',
    },
    most: '500000.00',
    guarantors: 2,
    membershipMonths: 1,
    emergencyMonths: 0,
    feePercent: '0.5',
    legalBasis: COMMITTEE,
  }),
};

/** The values to start a society with, by the law it stands under. Every one is replaceable data. */
export const COUNTRY_PRESETS: Readonly<Record<CountryPresetCode, CountryPreset>> = {
  'IN-STATE': INDIA_BY_STATE_LAW,
  'IN-MSCS': {
    ...INDIA_BY_STATE_LAW,
    code: 'IN-MSCS',
    name: {
      en: 'India – multi-state society',
      hi: 'भारत – बहु-राज्य सहकारी समिति',
      ne: 'भारत – बहुराज्य सहकारी संस्था',
    },
    calendar: { value: 'AD', legalBasis: 'Multi-State Co-operative Societies Act 2002.' },
    financialYearStart: {
      value: { calendar: 'AD', month: 4, day: 1 },
      legalBasis: 'Multi-State Co-operative Societies Act 2002: the year ends on 31 March.',
    },
    maximumSharePercent: {
      value: '20',
      legalBasis: 'Multi-State Co-operative Societies Act 2002: no member above one fifth of the share capital.',
    },
    cashReportThreshold: { value: null, legalBasis: 'No duty of its own under the Act.' },
  },
  'NP-SACCOS': {
    code: 'NP-SACCOS',
    name: {
      en: 'Nepal – savings and credit co-operative',
      hi: 'नेपाल – बचत तथा ऋण सहकारी संस्था',
      ne: 'नेपाल – बचत तथा ऋण सहकारी संस्था',
    },
    currency: { value: 'NPR', legalBasis: 'Nepal Rastra Bank Act 2058.' },
    decimals: { value: 2, legalBasis: 'Nepal Rastra Bank Act 2058: a rupee is a hundred paisa.' },
    calendar: { value: 'BS', legalBasis: 'Bikram Sambat is the calendar of the law of Nepal.' },
    financialYearStart: {
      value: { calendar: 'BS' },
      legalBasis: 'Cooperatives Act 2074: 1 Shrawan to the end of Ashadh.',
    },
    timeZone: { value: 'Asia/Kathmandu', legalBasis: 'Nepal Standard Time.' },
    phoneCountry: { value: 'NP', legalBasis: 'National numbering plan: ten digits after +977.' },
    denominations: {
      value: wholeUnits(1000, 500, 100, 50, 20, 10, 5, 2, 1),
      legalBasis: 'Notes and coins in circulation.',
    },
    shareFaceValue: { value: parseMoney('100.00'), legalBasis: 'Cooperatives Act 2074: a share is of 100 rupees.' },
    minimumShares: { value: 10, legalBasis: BY_LAW },
    maximumSharePercent: {
      value: '20',
      legalBasis: 'Cooperatives Act 2074: no member above 20 per cent of the share capital.',
    },
    cashLimit: { value: null, legalBasis: 'No ban on cash; large sums are declared and reported.' },
    cashReportThreshold: {
      value: parseMoney('1000000.00'),
      legalBasis: 'Anti-money-laundering rules: 10 lakh rupees or more in a day is reported to the FIU within 15 days.',
    },
    withdrawalApprovalAbove: { value: parseMoney('50000.00'), legalBasis: COMMITTEE },
    ageOfMajority: { value: 18, legalBasis: 'National Civil Code 2074.' },
    seniorAge: { value: 60, legalBasis: COMMITTEE },
    maximumNominees: { value: 10, legalBasis: BY_LAW },
    taxOnInterest: {
      value: 'every-credit',
      legalBasis: 'Income Tax Act 2058 s. 88: tax is withheld from every payment of interest.',
    },
    taxRate: {
      value: '6',
      legalBasis: 'Income Tax Act 2058 as amended by the Finance Act 2080: 6 per cent, 5 before.',
    },
    taxRateWithoutPan: { value: '6', legalBasis: 'Income Tax Act 2058: the same rate with and without a PAN.' },
    taxThreshold: { value: parseMoney('0.00'), legalBasis: NEPALI_NO_THRESHOLD },
    taxThresholdOfSeniors: { value: parseMoney('0.00'), legalBasis: NEPALI_NO_THRESHOLD },
    taxSeniorAge: { value: 60, legalBasis: NEPALI_NO_THRESHOLD },
    numberPatterns: NUMBER_PATTERNS,
    fees: admissionFees({ admission_fee: '100.00', welfare_fund: '200.00', building_fund: '500.00' }),
    depositProducts: depositProducts(
      { savings: '5', thrift: '6', daily: '5', goal: '6', optional: '6', emergency: '5' },
      { minimumBalance: '100.00', minimumDaily: '10.00', thriftMonth: '6', legalBasis: COMMITTEE },
    ),
    highestLoanRate: {
      value: '14.75',
      legalBasis: 'Highest reference rate for savings co-operatives (2020); confirm the one in force.',
    },
    interestAccrued: ACCRUAL,
    reminders: { ...REMINDERS, maturity: { value: '7, 1', legalBasis: COMMITTEE } },
    meetings: {
      ...MEETINGS,
      noticeDays: { value: 15, legalBasis: 'Cooperatives Act 2074 and its rules: fifteen days; confirm them.' },
      generalQuorum: { value: '51', legalBasis: 'Cooperatives Act 2074: 51 per cent of the members; confirm it.' },
      adjournedQuorum: {
        value: '33.33',
        legalBasis: 'Cooperatives Act 2074: one third when it meets again; confirm it.',
      },
      adjournMinutes: { value: 10_080, legalBasis: BY_LAW },
    },
    ...NEPALI_PAPERS,
    ...REVIEW_MONTHS,
    fixedDepositsAllowed: {
      value: true,
      legalBasis:
        'A draft of January 2025 would have barred savings co-operatives from fixed deposits; the final text is not ' +
        'confirmed. Ask the auditor, and switch them off where it holds.',
    },
    termProducts: termProducts(
      [
        [3, 'months', '6', '6.5'],
        [6, 'months', '7', '7.5'],
        [12, 'months', '8', '8.5'],
        [24, 'months', '8.5', '9'],
      ],
      COMMITTEE,
    ),
    // Rule: three months of membership; two sureties and five times the savings for what has no security; the fee is within
    // the 1 % of the circular of 2019.
    loanProducts: loanProducts({
      personal: '14',
      employee: '13',
      emergency: '13',
      secured: {
        gold: '13',
        goldTiers: [[null, '80']],
        againstDeposits: '11',
        // Rule: at most 90 % of the savings.
        ofDeposits: '90',
      },
      most: '500000.00',
      guarantors: 2,
      membershipMonths: 3,
      emergencyMonths: 3,
      feePercent: '1',
      depositMultiple: '5',
      legalBasis: COMMITTEE,
    }),
  },
  'INTL-SACCO': {
    code: 'INTL-SACCO',
    name: {
      en: 'International – savings and credit co-operative',
      hi: 'अंतरराष्ट्रीय – बचत एवं ऋण सहकारी संस्था',
      ne: 'अन्तर्राष्ट्रिय – बचत तथा ऋण सहकारी संस्था',
    },
    currency: { value: 'KES', legalBasis: "Starting value; choose the country's currency." },
    decimals: { value: 2, legalBasis: 'ISO 4217 for the chosen currency.' },
    calendar: { value: 'AD', legalBasis: 'Common practice.' },
    financialYearStart: {
      value: { calendar: 'AD', month: 1, day: 1 },
      legalBasis: "Starting value; the country's co-operative law decides.",
    },
    timeZone: { value: 'Africa/Nairobi', legalBasis: "Starting value; choose the society's own zone." },
    phoneCountry: { value: 'INTL', legalBasis: 'Recommendation E.164: numbers are written with their country code.' },
    denominations: {
      value: wholeUnits(1000, 500, 200, 100, 50, 20, 10, 5, 1),
      legalBasis: 'Starting value for Kenyan shillings; list the notes and coins of the chosen currency.',
    },
    shareFaceValue: { value: parseMoney('100.00'), legalBasis: BY_LAW },
    minimumShares: { value: 10, legalBasis: BY_LAW },
    maximumSharePercent: { value: '20', legalBasis: "Starting value; the country's co-operative law decides." },
    cashLimit: { value: null, legalBasis: "Starting value; the country's law decides." },
    cashReportThreshold: { value: null, legalBasis: "Starting value; the country's law decides." },
    withdrawalApprovalAbove: { value: parseMoney('50000.00'), legalBasis: COMMITTEE },
    ageOfMajority: { value: 18, legalBasis: "Starting value; the country's law decides." },
    seniorAge: { value: 60, legalBasis: COMMITTEE },
    maximumNominees: { value: 10, legalBasis: BY_LAW },
    taxOnInterest: { value: 'none', legalBasis: "Starting value; the country's law decides." },
    taxRate: { value: '15', legalBasis: "Starting value; the country's law decides." },
    taxRateWithoutPan: { value: '15', legalBasis: "Starting value; the country's law decides." },
    taxThreshold: { value: parseMoney('0.00'), legalBasis: "Starting value; the country's law decides." },
    taxThresholdOfSeniors: { value: parseMoney('0.00'), legalBasis: "Starting value; the country's law decides." },
    taxSeniorAge: { value: 60, legalBasis: "Starting value; the country's law decides." },
    numberPatterns: NUMBER_PATTERNS,
    fees: admissionFees({ admission_fee: '1000.00', welfare_fund: '500.00', building_fund: '500.00' }),
    depositProducts: depositProducts(
      { savings: '3', thrift: '5', daily: '3', goal: '4', optional: '3.5', emergency: '3' },
      { minimumBalance: '500.00', minimumDaily: '50.00', thriftMonth: '12', legalBasis: COMMITTEE },
    ),
    highestLoanRate: { value: null, legalBasis: "Starting value; the country's law decides." },
    interestAccrued: ACCRUAL,
    reminders: REMINDERS,
    meetings: {
      ...MEETINGS,
      noticeDays: { value: 14, legalBasis: BY_LAW },
      generalQuorum: { value: '20', legalBasis: BY_LAW },
    },
    ...USUAL_PAPERS,
    ...REVIEW_MONTHS,
    fixedDepositsAllowed: { value: true, legalBasis: "Starting value; the country's law decides." },
    termProducts: termProducts(
      [
        [3, 'months', '5', '5.5'],
        [12, 'months', '7', '7.5'],
        [24, 'months', '8', '8.5'],
      ],
      COMMITTEE,
    ),
    loanProducts: loanProducts({
      personal: '12',
      employee: '12',
      emergency: '12',
      secured: {
        gold: '12',
        goldTiers: [[null, '75']],
        againstDeposits: '10',
        ofDeposits: '80',
      },
      most: '500000.00',
      guarantors: 2,
      membershipMonths: 3,
      emergencyMonths: 0,
      feePercent: '0.5',
      legalBasis: COMMITTEE,
    }),
  },
};
