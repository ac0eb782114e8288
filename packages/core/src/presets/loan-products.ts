import type { LoanRules } from '../loans/loan-rules.ts';
import { parseMoney } from '../money/money.ts';
import type { LocalName } from './country-presets.ts';

export interface PresetLoanProduct extends LoanRules {
  readonly code: string;
  readonly name: LocalName;
  /** Where the principal stands in the books. */
  readonly accountCode: string;
  readonly legalBasis: string;
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
  readonly legalBasis: string;
}

export function loanProducts(card: LoanCard): PresetLoanProduct[] {
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
    membershipMonths: card.membershipMonths,
    sanctionDays: 90,
    closingFeePercent: '0',
    flatRebate: 'unbegun',
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
    },
  ];
}
