import type { DemandKind, InterestRule, WithdrawalRule } from '../deposits/demand-kinds.ts';
import { type Money, parseMoney, ZERO } from '../money/money.ts';
import type { LocalName } from './country-presets.ts';

export interface PresetDepositProduct {
  readonly code: string;
  readonly kind: DemandKind;
  readonly name: LocalName;
  readonly accountCode: string;
  readonly minimumBalance: Money;
  /** The smallest sum that is put in at once. */
  readonly minimumDeposit: Money;
  readonly withdrawal: WithdrawalRule;
  readonly interestRule: InterestRule;
  /** Dormant after so many months in which the member does nothing; null never. */
  readonly dormantMonths: number | null;
  /** At the end of which months it is credited: their numbers, with commas. */
  readonly interestMonths: string;
  /** A yearly percentage as text, for `parseRate`. */
  readonly annualRate: string;
  readonly legalBasis: string;
}

/** Money that its member lets lie on purpose does not fall asleep. */
const DORMANT_KINDS: ReadonlySet<DemandKind> = new Set(['savings', 'current', 'salary']);
const DORMANT_MONTHS = 24;

type EarningKind = Exclude<DemandKind, 'current' | 'salary'>;

/** The kinds of account to start with; rates and smallest sums are the country's. */
export function depositProducts(
  rates: Readonly<Record<EarningKind, string>>,
  {
    minimumBalance,
    minimumDaily,
    thriftMonth,
    legalBasis,
  }: Readonly<Record<'minimumBalance' | 'minimumDaily' | 'thriftMonth' | 'legalBasis', string>>,
): PresetDepositProduct[] {
  const as = (kind: DemandKind, code: string, name: LocalName, rules: Partial<PresetDepositProduct> = {}) => ({
    code,
    kind,
    name,
    accountCode: '2101',
    minimumBalance: ZERO,
    minimumDeposit: ZERO,
    withdrawal: 'free' as const,
    interestRule: 'savings' as const,
    interestMonths: '3,6,9,12',
    dormantMonths: DORMANT_KINDS.has(kind) ? DORMANT_MONTHS : null,
    annualRate: kind === 'current' || kind === 'salary' ? rates.savings : rates[kind],
    legalBasis,
    ...rules,
  });
  const floor = parseMoney(minimumBalance);
  return [
    as('savings', 'SB', { en: 'Savings account', hi: 'बचत खाता', ne: 'बचत खाता' }, { minimumBalance: floor }),
    as(
      'current',
      'CA',
      { en: 'Current account', hi: 'चालू खाता', ne: 'चल्ती खाता' },
      { minimumBalance: floor, annualRate: '0', interestRule: 'none' },
    ),
    as('salary', 'SA', { en: 'Salary account', hi: 'वेतन खाता', ne: 'तलब खाता' }),
    as(
      'thrift',
      'CD',
      { en: 'Compulsory thrift', hi: 'अनिवार्य बचत जमा', ne: 'अनिवार्य बचत' },
      { accountCode: '2102', withdrawal: 'membership', interestRule: 'thrift', interestMonths: thriftMonth },
    ),
    as(
      'daily',
      'DD',
      { en: 'Daily deposit', hi: 'दैनिक जमा', ne: 'दैनिक बचत' },
      { accountCode: '2131', minimumDeposit: parseMoney(minimumDaily), withdrawal: 'closing', interestRule: 'daily' },
    ),
    as('goal', 'GS', { en: 'Goal savings', hi: 'लक्ष्य बचत', ne: 'लक्ष्य बचत' }, { withdrawal: 'goal' }),
    as('optional', 'OS', { en: 'Optional savings', hi: 'ऐच्छिक बचत', ne: 'ऐच्छिक बचत' }),
    as('emergency', 'ES', { en: 'Emergency savings', hi: 'आपात बचत', ne: 'आकस्मिक बचत' }),
  ];
}
