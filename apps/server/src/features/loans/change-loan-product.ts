// A kind of loan gets other rules from a day on, or a new kind begins. Loans that are lent keep the version they were
// sanctioned by.

import type { ChangeLoanProductBody } from '@kafal/contract';
import {
  areTiersInOrder,
  type CalendarDate,
  type EligibilityRule,
  formatMoney,
  isHigherRate,
  loanTermsOf,
  type Money,
  parseMoney,
  parseRate,
  replayLoan,
} from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRequest, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import {
  agreedChange,
  auditedBy,
  cleanWhy,
  refusePastRule,
  settingWithin,
  touched,
  whyLines,
} from '../society/index.ts';
import { insuranceRulesOf, insurerAccounts, readInsurance } from './insurance-rules.ts';
import { eligibilityOf } from './loan-eligibility.ts';
import { collateralWords, insuranceWords, loanRuleLines, type NamedRules } from './loan-product-words.ts';
import { collateralRulesOf, insertLoanProduct, type LoanProduct } from './loan-products.ts';

export type ChangeLoanProduct = z.output<typeof ChangeLoanProductBody> & { readonly code: string };

interface LoanProductVersion extends NamedRules {
  readonly code: string;
  readonly accountCode: string;
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

export async function changeLoanProduct(
  platform: Platform,
  actor: Actor,
  command: ChangeLoanProduct,
  isPreview: boolean,
) {
  checkRules(command);
  const insurance = command.insurance === null ? null : readInsurance(command.insurance);
  const version: LoanProductVersion = { ...command, insurance, ...cleanWhy(command) };
  const { code, nameEn, nameHi, effectiveFrom } = version;
  return platform.transact(async (trx) => {
    await refusePastRule(trx, platform, effectiveFrom);
    await refuseAboveCap(trx, version);
    await refuseInsurerAccount(trx, version);
    const before = await versionBefore(trx, version);
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'loan-product',
        subjectKind: 'loan_product',
        // Nothing there yet has no number.
        subjectId: before?.id ?? 0,
        rule: code,
        needsSecondPerson: true,
        summary: {
          code: before === undefined ? 'ASKS_NEW_LOAN_PRODUCT' : 'ASKS_LOAN_PRODUCT',
          params: {
            product: before === undefined ? { en: nameEn, hi: nameHi } : { en: before.nameEn, hi: before.nameHi },
          },
        },
        lines: [
          ...loanRuleLines(before === undefined ? undefined : await namedRules(trx, before), version),
          ...touched('TOUCHED_LOAN_APPLICATIONS', await openApplications(trx, code)),
          ...whyLines(version),
        ],
        command: version,
        act: (by) => addVersion(trx, platform, actor, version, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedLoanProduct(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  const { change, by } = await agreedChange<LoanProductVersion>(trx, platform, checker, request);
  await refuseAboveCap(trx, change);
  await addVersion(trx, platform, checker, change, by);
}

async function addVersion(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  version: LoanProductVersion,
  by: RuleChangeBy,
): Promise<void> {
  const { code, effectiveFrom, legalBasis, reason } = version;
  const before = await versionBefore(trx, version);
  await insertLoanProduct(trx, version, {
    effectiveFrom,
    legalBasis,
    reason,
    setByUserId: by.makerUserId,
    approvedByUserId: by.checkerUserId,
    recordedAt: platform.clock.now(),
  });
  await recordAudit(trx, platform, actor, {
    action: before === undefined ? 'loan_product.added' : 'loan_product.changed',
    subjectKind: 'loan_product',
    subjectId: code,
    ...(before === undefined ? {} : { oldValues: audited(await namedRules(trx, before)) }),
    newValues: { ...audited(version), effectiveFrom, legalBasis, ...auditedBy(reason, by) },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `product.${code}` } });
  await recordEvent(trx, platform, { name: 'society.changed', payload: {} });
}

/** What holds before the day of the version; nothing where the product begins with it. */
async function versionBefore(trx: Trx, version: LoanProductVersion): Promise<LoanProduct | undefined> {
  await refuseAnotherAccount(trx, version);
  return trx
    .selectFrom('loan_product')
    .selectAll()
    .where('code', '=', version.code)
    .where('effectiveFrom', '<=', version.effectiveFrom)
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The loans of a kind stand in one account of the books. */
async function refuseAnotherAccount(trx: Trx, { code, accountCode }: LoanProductVersion): Promise<void> {
  const other = await trx.selectFrom('loan_product').select('accountCode').where('code', '=', code).executeTakeFirst();
  if (other !== undefined) {
    if (other.accountCode === accountCode) return;
    throw new Refusal('rule', 'LOAN_PRODUCT_ACCOUNT_FIXED', { account: other.accountCode }, 'accountCode');
  }
  for (const table of ['deposit_product', 'term_product'] as const) {
    const taken = await trx.selectFrom(table).select('id').where('code', '=', code).executeTakeFirst();
    if (taken !== undefined) throw new Refusal('conflict', 'LOAN_PRODUCT_CODE_TAKEN', { code });
  }
  const known = await loanAccounts(trx);
  if (!known.some((account) => account.code === accountCode)) {
    throw new Refusal('rule', 'LOAN_PRODUCT_ACCOUNT', { account: accountCode }, 'accountCode');
  }
}

/** Loans of the recovery stand in an account of their own, where nothing is lent. */
const UNDER_RECOVERY = '1309';

export function loanAccounts(reader: Trx | Platform['database']) {
  return reader
    .selectFrom('account')
    .select(['code', 'nameEn', 'nameHi'])
    .where('subLedger', '=', 'loan')
    .where('code', '<>', UNDER_RECOVERY)
    .where('isControl', '=', 1)
    .where('type', '=', 'asset')
    .where('code', 'like', '13%')
    .orderBy('code')
    .execute();
}

async function refuseInsurerAccount(trx: Trx, { insurance }: LoanProductVersion): Promise<void> {
  if (insurance === null) return;
  const { accountCode } = insurance;
  if ((await insurerAccounts(trx)).some(({ code }) => code === accountCode)) return;
  throw new Refusal('rule', 'LOAN_PRODUCT_INSURER', { account: accountCode }, 'insurance.accountCode');
}

/** What the law names as the highest rate of a loan holds for what is overdue of it too. */
async function refuseAboveCap(trx: Trx, { annualRate, penalRate, effectiveFrom }: LoanProductVersion): Promise<void> {
  const cap = await settingWithin(trx, 'loans.highestRate', effectiveFrom);
  if (cap === null) return;
  for (const [field, rate] of Object.entries({ annualRate, penalRate })) {
    if (rate === null || !isHigherRate(parseRate(rate), parseRate(cap))) continue;
    throw new Refusal('rule', 'LOAN_RATE_ABOVE_CAP', { cap, rate }, field);
  }
}

/** What no society can mean, before anybody is asked. */
function checkRules(rules: ChangeLoanProduct): void {
  const refuse = (code: string, field: string): never => {
    throw new Refusal('rule', code, {}, field);
  };
  const { interestMethod, repayment, interestBasis, processingFeeMinimum, processingFeeMaximum } = rules;
  if (rules.maximumAmount < rules.minimumAmount) refuse('LOAN_PRODUCT_AMOUNTS', 'maximumAmount');
  if (rules.maximumInstalments < rules.minimumInstalments) refuse('LOAN_PRODUCT_INSTALMENTS', 'maximumInstalments');
  if (processingFeeMaximum !== null && processingFeeMaximum < processingFeeMinimum) {
    refuse('LOAN_PRODUCT_FEES', 'processingFeeMaximum');
  }
  if (interestMethod === 'flat' && (repayment !== 'equalInstalments' || interestBasis !== 'scheduled')) {
    refuse('LOAN_PRODUCT_FLAT', 'interestMethod');
  }
  for (const [place, rule] of rules.eligibility.entries()) {
    if (rules.eligibility.findIndex(({ kind }) => kind === rule.kind) < place) {
      refuse('LOAN_PRODUCT_RULE_TWICE', `eligibility.${place}.kind`);
    }
    if (!canBeRead(rule)) refuse('LOAN_PRODUCT_LIMIT', `eligibility.${place}.limit`);
  }
  refuseCollateral(rules);
  refuseImpossible(rules);
}

/** Every loan is within one tier, and a larger one never gets more of the value. */
function refuseCollateral({ collateral }: ChangeLoanProduct): void {
  if (collateral === null) return;
  const { kinds, tiers } = collateral;
  if (new Set(kinds).size < kinds.length) {
    throw new Refusal('rule', 'LOAN_PRODUCT_COLLATERAL_TWICE', undefined, 'collateral.kinds');
  }
  for (const [place, { percent }] of tiers.entries()) {
    const { numerator, scale } = parseRate(percent);
    if (numerator > 0 && numerator <= 100 * 10 ** scale) continue;
    throw new Refusal('rule', 'LOAN_PRODUCT_LTV', undefined, `collateral.tiers.${place}.percent`);
  }
  if (!areTiersInOrder(tiers)) throw new Refusal('rule', 'LOAN_PRODUCT_TIERS', undefined, 'collateral.tiers');
}

/** As the kind of rule says its limit. */
function canBeRead({ kind, limit }: EligibilityRule): boolean {
  try {
    if (kind === 'thriftArrears' || kind === 'exposure') return parseMoney(limit) >= 0;
    if (kind === 'ownOverdue') return /^\d{1,4}$/.test(limit);
    const { numerator, scale } = parseRate(limit);
    return kind === 'takeHome' ? numerator <= 100 * 10 ** scale : numerator > 0;
  } catch {
    return false;
  }
}

/** The smallest loan over the longest time and the largest over the shortest must come to a schedule. */
function refuseImpossible(rules: ChangeLoanProduct): void {
  for (const [amount, count] of [
    [rules.minimumAmount, rules.maximumInstalments],
    [rules.maximumAmount, rules.minimumInstalments],
  ] as const) {
    try {
      const terms = loanTermsOf(rules, amount, count, rules.annualRate);
      replayLoan(terms, rules.effectiveFrom, [], rules.effectiveFrom);
    } catch {
      throw new Refusal(
        'rule',
        'LOAN_PRODUCT_IMPOSSIBLE',
        { amount: formatMoney(amount), count },
        'maximumInstalments',
      );
    }
  }
}

async function namedRules(trx: Trx, product: LoanProduct): Promise<NamedRules> {
  const { isOffered, ...rules } = product;
  return {
    ...rules,
    isOffered: isOffered === 1,
    eligibility: await eligibilityOf(trx, product.id),
    collateral: collateralRulesOf(product),
    insurance: insuranceRulesOf(product),
  };
}

async function openApplications(trx: Trx, code: string): Promise<number> {
  const { open } = await trx
    .selectFrom('loan')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('productCode', '=', code)
    .where('status', 'in', ['submitted', 'returned', 'recommended'])
    .executeTakeFirstOrThrow();
  return Number(open);
}

function audited(rules: NamedRules) {
  const amount = (value: Money | null) => (value === null ? null : formatMoney(value));
  const { nameEn, nameHi, isOffered, interestMethod, repayment, interestBasis, every, unit } = rules;
  const { minimumInstalments, maximumInstalments, annualRate, allocation, excess } = rules;
  const { guarantorsNeeded, guarantorShareMultiple, guarantorDepositMultiple, guarantorMostLoans } = rules;
  const { processingFeePercent, shareLinkPercent, membershipMonths, sanctionDays, closingFeePercent, flatRebate } =
    rules;
  return {
    ...{ nameEn, nameHi, isOffered, interestMethod, repayment, interestBasis, every, unit },
    ...{ minimumInstalments, maximumInstalments, annualRate, allocation, excess },
    ...{ guarantorsNeeded, guarantorShareMultiple, guarantorDepositMultiple, guarantorMostLoans },
    ...{ processingFeePercent, shareLinkPercent, membershipMonths, sanctionDays, closingFeePercent, flatRebate },
    minimumAmount: amount(rules.minimumAmount),
    maximumAmount: amount(rules.maximumAmount),
    instalmentMultiple: amount(rules.instalmentMultiple),
    processingFeeMinimum: amount(rules.processingFeeMinimum),
    processingFeeMaximum: amount(rules.processingFeeMaximum),
    collateral: collateralWords(rules.collateral).en,
    insurance: insuranceWords(rules.insurance).en,
    penalRate: rules.penalRate,
    penalGraceDays: rules.penalGraceDays,
    eligibility: rules.eligibility
      .map(({ kind, limit, overrideBy }) => `${kind} ${limit} (${overrideBy ?? 'hard'})`)
      .join('; '),
  };
}
