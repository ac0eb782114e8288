// What is typed into the form of a kind of loan, and the request it makes.

import { ELIGIBILITY_KINDS, type InsuranceBasis, toLatinDigits } from '@kafal/core';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { ChangeLoanProductRequest, LoanProductRule } from '../answers.ts';

type Rule = LoanProductRule['eligibility'][number];
export type EligibilityKind = Rule['kind'];

/** A rule of lending as it is typed; without a limit there is none of its kind. */
export interface TypedRule {
  limit: string;
  overrideBy: Rule['overrideBy'];
}

type CollateralKind = NonNullable<LoanProductRule['collateral']>['kinds'][number];

/** How much of the value is lent, to loans of at most so much. */
export interface TypedTier {
  upTo: string;
  percent: string;
}
const ONE_TIER: readonly TypedTier[] = [{ upTo: '', percent: '75' }];

const chosen = [
  'nameEn',
  'nameHi',
  'isOffered',
  'accountCode',
  'interestMethod',
  'repayment',
  'interestBasis',
  'unit',
  'allocation',
  'excess',
  'flatRebate',
] as const;
const amounts = ['minimumAmount', 'maximumAmount', 'instalmentMultiple', 'processingFeeMinimum'] as const;
const counts = [
  'every',
  'minimumInstalments',
  'maximumInstalments',
  'guarantorsNeeded',
  'membershipMonths',
  'sanctionDays',
] as const;
const decimals = ['annualRate', 'processingFeePercent', 'shareLinkPercent', 'closingFeePercent'] as const;
const optional = ['guarantorShareMultiple', 'guarantorDepositMultiple', 'penalRate'] as const;

type Chosen = Pick<LoanProductRule, (typeof chosen)[number]>;
export interface TypedLoanProduct
  extends Chosen,
    Record<
      | (typeof amounts)[number]
      | (typeof counts)[number]
      | (typeof decimals)[number]
      | (typeof optional)[number]
      | 'code'
      | 'processingFeeMaximum'
      | 'guarantorMostLoans'
      | 'penalGraceDays'
      | 'premium'
      | 'insurerAccount',
      string
    > {
  insuranceBasis: InsuranceBasis | 'none';
  rules: Readonly<Record<EligibilityKind, TypedRule>>;
  collateralKinds: readonly CollateralKind[];
  /** The last is for all larger loans. */
  tiers: readonly TypedTier[];
  collateralOverrideBy: Rule['overrideBy'];
}

export type LoanProductText = {
  [Name in keyof TypedLoanProduct]: TypedLoanProduct[Name] extends string ? Name : never;
}[keyof TypedLoanProduct];

/** Limits of these are amounts. */
export const isMoneyRule = (kind: EligibilityKind): boolean => kind === 'thriftArrears' || kind === 'exposure';

export function typedFromLoanProduct(product: LoanProductRule): TypedLoanProduct {
  const pick = <Name extends keyof LoanProductRule>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, product[name]])) as Pick<LoanProductRule, Name>;
  const texts = <Name extends keyof LoanProductRule>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, String(product[name] ?? '')])) as Record<Name, string>;
  return {
    ...pick(chosen),
    ...texts(counts),
    ...texts(decimals),
    ...texts(optional),
    ...texts(['code', 'guarantorMostLoans', 'penalGraceDays']),
    ...(Object.fromEntries(amounts.map((name) => [name, typedFromMoney(product[name])])) as Record<
      (typeof amounts)[number],
      string
    >),
    processingFeeMaximum: product.processingFeeMaximum === null ? '' : typedFromMoney(product.processingFeeMaximum),
    rules: rulesFrom(product.eligibility),
    collateralKinds: product.collateral?.kinds ?? [],
    tiers:
      product.collateral?.tiers.map(({ upTo, percent }) => ({
        upTo: upTo === null ? '' : typedFromMoney(upTo),
        percent,
      })) ?? ONE_TIER,
    collateralOverrideBy: product.collateral?.overrideBy ?? null,
    ...insuranceFrom(product.insurance),
  };
}

/** The handbook of the trade owes the premium in 2213. */
const NOT_INSURED = { insuranceBasis: 'none', premium: '', insurerAccount: '2213' } as const;

function insuranceFrom(insurance: LoanProductRule['insurance']) {
  if (insurance === null) return NOT_INSURED;
  const { basis, rate, accountCode } = insurance;
  return {
    insuranceBasis: basis,
    premium: basis === 'fixed' ? typedFromMoney(rate) : rate,
    insurerAccount: accountCode,
  };
}

function rulesFrom(eligibility: readonly Rule[]): TypedLoanProduct['rules'] {
  const entries = ELIGIBILITY_KINDS.map((kind) => {
    const rule = eligibility.find((one) => one.kind === kind);
    const limit = rule === undefined ? '' : isMoneyRule(kind) ? typedFromMoney(rule.limit) : rule.limit;
    return [kind, { limit, overrideBy: rule?.overrideBy ?? null }];
  });
  return Object.fromEntries(entries) as TypedLoanProduct['rules'];
}

/** A kind of loan that is not there yet begins as most are. */
export const NEW_LOAN_PRODUCT: TypedLoanProduct = {
  code: '',
  nameEn: '',
  nameHi: '',
  isOffered: true,
  accountCode: '1301',
  interestMethod: 'declining',
  repayment: 'equalInstalments',
  interestBasis: 'scheduled',
  every: '1',
  unit: 'months',
  minimumInstalments: '3',
  maximumInstalments: '36',
  minimumAmount: '1000',
  maximumAmount: '',
  annualRate: '',
  instalmentMultiple: '1',
  allocation: 'instalmentFirst',
  excess: 'advance',
  processingFeePercent: '0',
  processingFeeMinimum: '0',
  processingFeeMaximum: '',
  shareLinkPercent: '0',
  guarantorsNeeded: '0',
  guarantorShareMultiple: '',
  guarantorDepositMultiple: '',
  guarantorMostLoans: '',
  membershipMonths: '0',
  sanctionDays: '90',
  closingFeePercent: '0',
  flatRebate: 'unbegun',
  penalRate: '',
  penalGraceDays: '',
  rules: rulesFrom([{ kind: 'ownOverdue', limit: '0', overrideBy: null }]),
  collateralKinds: [],
  tiers: ONE_TIER,
  collateralOverrideBy: null,
  ...NOT_INSURED,
};

type Rules = Omit<ChangeLoanProductRequest, 'effectiveFrom' | 'legalBasis' | 'reason'>;

/** As much of the request as can be read; whole only where every field that must be there is. */
export function readLoanProduct(typed: TypedLoanProduct, places: number): { rules: Rules; isWhole: boolean } {
  const money = (text: string) => {
    const read = readTypedMoney(text, places);
    return read.ok ? read.text : '';
  };
  const plain = (text: string) => toLatinDigits(text.trim());
  const orNone = (text: string) => (text.trim() === '' ? null : plain(text));
  const count = (text: string) => Number(plain(text));
  const typedRules = ELIGIBILITY_KINDS.filter((kind) => typed.rules[kind].limit.trim() !== '').map((kind) => {
    const { limit, overrideBy } = typed.rules[kind];
    return { kind, limit: isMoneyRule(kind) ? money(limit) : plain(limit), overrideBy };
  });
  const rules: Rules = {
    nameEn: typed.nameEn.trim(),
    nameHi: typed.nameHi.trim(),
    isOffered: typed.isOffered,
    accountCode: typed.accountCode,
    interestMethod: typed.interestMethod,
    repayment: typed.repayment,
    interestBasis: typed.interestBasis,
    every: count(typed.every),
    unit: typed.unit,
    minimumInstalments: count(typed.minimumInstalments),
    maximumInstalments: count(typed.maximumInstalments),
    minimumAmount: money(typed.minimumAmount),
    maximumAmount: money(typed.maximumAmount),
    annualRate: plain(typed.annualRate),
    instalmentMultiple: money(typed.instalmentMultiple),
    allocation: typed.allocation,
    excess: typed.excess,
    processingFeePercent: plain(typed.processingFeePercent),
    processingFeeMinimum: money(typed.processingFeeMinimum),
    processingFeeMaximum: typed.processingFeeMaximum.trim() === '' ? null : money(typed.processingFeeMaximum),
    shareLinkPercent: plain(typed.shareLinkPercent),
    guarantorsNeeded: count(typed.guarantorsNeeded),
    guarantorShareMultiple: orNone(typed.guarantorShareMultiple),
    guarantorDepositMultiple: orNone(typed.guarantorDepositMultiple),
    guarantorMostLoans: typed.guarantorMostLoans.trim() === '' ? null : count(typed.guarantorMostLoans),
    membershipMonths: count(typed.membershipMonths),
    sanctionDays: count(typed.sanctionDays),
    closingFeePercent: plain(typed.closingFeePercent),
    flatRebate: typed.flatRebate,
    penalRate: orNone(typed.penalRate),
    penalGraceDays: typed.penalGraceDays.trim() === '' ? null : count(typed.penalGraceDays),
    eligibility: typedRules,
    collateral:
      typed.collateralKinds.length === 0
        ? null
        : {
            kinds: [...typed.collateralKinds],
            tiers: typed.tiers.map(({ upTo, percent }, place) => ({
              upTo: place === typed.tiers.length - 1 ? null : money(upTo),
              percent: plain(percent),
            })),
            overrideBy: typed.collateralOverrideBy,
          },
    insurance:
      typed.insuranceBasis === 'none'
        ? null
        : {
            basis: typed.insuranceBasis,
            rate: typed.insuranceBasis === 'fixed' ? money(typed.premium) : plain(typed.premium),
            accountCode: typed.insurerAccount,
          },
  };
  const isWhole =
    [rules.nameEn, rules.nameHi, ...decimals.map((name) => typed[name]), ...counts.map((name) => typed[name])].every(
      (text) => text.trim() !== '',
    ) &&
    amounts.every((name) => rules[name] !== '') &&
    rules.processingFeeMaximum !== '' &&
    rules.insurance?.rate !== '' &&
    typedRules.every(({ limit }) => limit !== '') &&
    (rules.collateral?.tiers ?? []).every(({ upTo, percent }) => upTo !== '' && percent !== '');
  return { rules, isWhole };
}
