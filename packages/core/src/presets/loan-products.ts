import type { EligibilityRule, LendingRules } from '../loans/eligibility.ts';
import { type Money, parseMoney } from '../money/money.ts';
import type { LocalName } from './country-presets.ts';

export interface PresetLoanProduct extends LendingRules {
  readonly code: string;
  readonly name: LocalName;
  /** Where the principal stands in the books. */
  readonly accountCode: string;
  readonly legalBasis: string;
}

/** What is lent against security; the rates are per cents a year. */
interface SecuredCard {
  readonly gold: string;
  /** Of what gold is worth, how much is lent, by the amount of the loan. */
  readonly goldTiers: readonly (readonly [upTo: string | null, percent: string])[];
  readonly againstDeposits: string;
  /** Of the deposit, how much is lent against it, in per cent. */
  readonly ofDeposits: string;
}

interface LoanCard {
  readonly personal: string;
  readonly employee: string;
  readonly emergency: string;
  /** The largest personal loan, as an amount. */
  readonly most: string;
  readonly guarantors: number;
  readonly membershipMonths: number;
  /** Of an emergency, which asks for less where the law lets it. */
  readonly emergencyMonths: number;
  readonly feePercent: string;
  /** Nothing: the society lends against no security. */
  readonly secured?: SecuredCard;
  /** How many times the borrower's deposits a loan without security may come to, where the law says so. */
  readonly depositMultiple?: string;
  readonly legalBasis: string;
}

/** Nobody who is overdue is lent more; thrift that is behind, and what is left of the income, are looked at by people. */
const OF_EVERY_LOAN: readonly EligibilityRule[] = [
  { kind: 'ownOverdue', limit: '0', overrideBy: null },
  { kind: 'thriftArrears', limit: '0.00', overrideBy: 'recommender' },
];

export function loanProducts(card: LoanCard): PresetLoanProduct[] {
  const { depositMultiple, secured } = card;
  const eligibility: readonly EligibilityRule[] = [
    ...OF_EVERY_LOAN,
    { kind: 'takeHome', limit: '50', overrideBy: 'decider' },
    ...(depositMultiple === undefined
      ? []
      : [{ kind: 'depositMultiple', limit: depositMultiple, overrideBy: null } as const]),
  ];
  const common = {
    interestMethod: 'declining',
    interestBasis: 'scheduled',
    every: 1,
    unit: 'months',
    minimumInstalments: 3,
    minimumAmount: parseMoney('1000.00'),
    instalmentMultiple: parseMoney('1.00'),
    allocation: 'instalmentFirst',
    excess: 'advance',
    processingFeePercent: card.feePercent,
    processingFeeMinimum: parseMoney('0.00'),
    processingFeeMaximum: null,
    guarantorsNeeded: card.guarantors,
    guarantorShareMultiple: null,
    guarantorDepositMultiple: null,
    guarantorMostLoans: 2,
    membershipMonths: card.membershipMonths,
    sanctionDays: 90,
    closingFeePercent: '0',
    flatRebate: 'unbegun',
    eligibility,
    collateral: null,
    legalBasis: card.legalBasis,
  } as const;
  return [
    {
      ...common,
      code: 'PL',
      name: { en: 'Personal loan', hi: 'व्यक्तिगत ऋण', ne: 'व्यक्तिगत कर्जा' },
      accountCode: '1301',
      repayment: 'equalInstalments',
      annualRate: card.personal,
      maximumInstalments: 60,
      maximumAmount: parseMoney(card.most),
      shareLinkPercent: '5',
    },
    {
      ...common,
      code: 'EPL',
      name: { en: 'Employee loan', hi: 'कर्मचारी ऋण', ne: 'कर्मचारी कर्जा' },
      accountCode: '1302',
      repayment: 'equalPrincipal',
      annualRate: card.employee,
      maximumInstalments: 120,
      maximumAmount: parseMoney(card.most),
      shareLinkPercent: '5',
    },
    {
      ...common,
      code: 'EML',
      name: { en: 'Emergency loan', hi: 'आपातकालीन ऋण', ne: 'आकस्मिक कर्जा' },
      accountCode: '1301',
      repayment: 'equalInstalments',
      annualRate: card.emergency,
      maximumInstalments: 12,
      maximumAmount: parseMoney('25000.00'),
      shareLinkPercent: '0',
      guarantorsNeeded: 0,
      membershipMonths: card.emergencyMonths,
      eligibility: OF_EVERY_LOAN,
    },
    ...(secured === undefined ? [] : securedProducts(secured, common, parseMoney(card.most))),
  ];
}

type Common = Omit<
  PresetLoanProduct,
  | 'code'
  | 'name'
  | 'accountCode'
  | 'repayment'
  | 'annualRate'
  | 'maximumInstalments'
  | 'maximumAmount'
  | 'shareLinkPercent'
>;

function securedProducts(card: SecuredCard, common: Common, maximumAmount: Money): PresetLoanProduct[] {
  // Whoever gives security needs nobody to stand for them.
  const base = { ...common, guarantorsNeeded: 0, eligibility: OF_EVERY_LOAN, maximumAmount };
  return [
    {
      ...base,
      code: 'GL',
      name: { en: 'Gold loan', hi: 'स्वर्ण ऋण', ne: 'सुन धितो कर्जा' },
      accountCode: '1304',
      repayment: 'bullet',
      annualRate: card.gold,
      minimumInstalments: 1,
      maximumInstalments: 12,
      shareLinkPercent: '2.5',
      collateral: {
        kinds: ['gold'],
        tiers: card.goldTiers.map(([upTo, percent]) => ({ upTo: upTo === null ? null : parseMoney(upTo), percent })),
        overrideBy: null,
      },
    },
    {
      ...base,
      code: 'DL',
      name: { en: 'Loan against deposits', hi: 'जमा के विरुद्ध ऋण', ne: 'बचत धितो कर्जा' },
      accountCode: '1303',
      repayment: 'interestOnly',
      annualRate: card.againstDeposits,
      minimumInstalments: 1,
      maximumInstalments: 36,
      shareLinkPercent: '0',
      collateral: { kinds: ['deposit'], tiers: [{ upTo: null, percent: card.ofDeposits }], overrideBy: null },
    },
  ];
}
