// A fixed or recurring deposit gets other rules or rates from a day on, or is offered for the first time. What is open
// keeps its amount, rate and term; of the fine, the grace, the lock-in and the penalty the change says whom they are for.

import type { ChangeTermProductBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, isSameRateLine, type Money, rateCardSlip } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalLine, type ApprovalRequest, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { agreedChange, auditedBy, cleanWhy, refusePastRule, whyLines } from '../society/index.ts';
import { touchedDeposits } from './change-product.ts';
import { findTermProduct, insertTermProduct, type NewTermProduct, type TermProduct } from './term-products.ts';
import { rateLabel, termReachLine, termRuleLines } from './term-words.ts';

export type ChangeTermProduct = z.output<typeof ChangeTermProductBody> & { readonly code: string };

interface TermProductVersion extends NewTermProduct {
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

const TOUCHED = { all: 'TOUCHED_TERM_CONDUCT', new: 'TOUCHED_TERM_DEPOSITS' } as const;

export async function changeTermProduct(
  platform: Platform,
  actor: Actor,
  command: ChangeTermProduct,
  isPreview: boolean,
) {
  checkRules(command);
  const version: TermProductVersion = { ...command, ...cleanWhy(command) };
  const { code, nameEn, nameHi, effectiveFrom } = version;

  return platform.transact(async (trx) => {
    await refusePastRule(trx, platform, effectiveFrom);
    const before = await versionBefore(trx, version);
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'term-product',
        subjectKind: 'term_product',
        // Nothing there yet has no number.
        subjectId: before?.id ?? 0,
        rule: code,
        needsSecondPerson: true,
        summary: {
          code: before === undefined ? 'ASKS_NEW_TERM_PRODUCT' : 'ASKS_PRODUCT',
          params: {
            product: before === undefined ? { en: nameEn, hi: nameHi } : { en: before.nameEn, hi: before.nameHi },
          },
        },
        lines: [
          ...changedLines(before, version),
          termReachLine(version.appliesTo),
          ...(await touchedDeposits(trx, code, TOUCHED[version.appliesTo])),
          ...whyLines(version),
        ],
        command: version,
        act: (by) => addTermProductVersion(trx, platform, actor, version, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedTermProduct(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  const { change, by } = await agreedChange<TermProductVersion>(trx, platform, checker, request);
  await addTermProductVersion(trx, platform, checker, change, by);
}

async function addTermProductVersion(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  version: TermProductVersion,
  by: RuleChangeBy,
): Promise<void> {
  const { code, effectiveFrom, legalBasis, reason } = version;
  const before = await versionBefore(trx, version);
  await insertTermProduct(trx, version, {
    effectiveFrom,
    legalBasis,
    reason,
    setByUserId: by.makerUserId,
    approvedByUserId: by.checkerUserId,
    recordedAt: platform.clock.now(),
  });
  await recordAudit(trx, platform, actor, {
    action: before === undefined ? 'term_product.added' : 'term_product.changed',
    subjectKind: 'term_product',
    subjectId: code,
    ...(before === undefined ? {} : { oldValues: audited(before) }),
    newValues: { ...audited(version), effectiveFrom, legalBasis, ...auditedBy(reason, by) },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `product.${code}` } });
  await recordEvent(trx, platform, { name: 'society.changed', payload: {} });
}

/** What holds before the day of the version; nothing where the product begins with it. */
async function versionBefore(trx: Trx, version: TermProductVersion): Promise<TermProduct | undefined> {
  await refuseAnotherKind(trx, version);
  return findTermProduct(trx, version.code, version.effectiveFrom);
}

/**
 * A product stays what it is, also where its first version only holds from a later day: its deposits stand in one account
 * of the books.
 */
async function refuseAnotherKind(trx: Trx, { code, kind, payout }: TermProductVersion): Promise<void> {
  const other = await trx
    .selectFrom('term_product')
    .select(['kind', 'payout'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (other === undefined) {
    const taken = await trx.selectFrom('deposit_product').select('id').where('code', '=', code).executeTakeFirst();
    if (taken !== undefined) throw new Refusal('conflict', 'TERM_PRODUCT_CODE_TAKEN', { code });
    return;
  }
  if (other.kind !== kind) throw new Refusal('rule', 'TERM_PRODUCT_FIXED', {}, 'kind');
  if ((other.payout === 'maturity') !== (payout === 'maturity')) {
    throw new Refusal('rule', 'TERM_PRODUCT_FIXED', {}, 'payout');
  }
}

/** What no society can mean, before anybody is asked. */
function checkRules(rules: ChangeTermProduct): void {
  const { kind, minimumAmount, maximumAmount, payout, isPayoutDiscounted, lateFinePerHundred, rates } = rules;
  const { graceDays, irregularAfterMissed, multipleOf } = rules;
  const refuse = (code: string, field: string) => {
    throw new Refusal('rule', code, {}, field);
  };
  if (maximumAmount !== null && maximumAmount < minimumAmount) refuse('TERM_PRODUCT_AMOUNTS', 'maximumAmount');
  if (multipleOf !== null) {
    if (minimumAmount % multipleOf !== 0) refuse('TERM_PRODUCT_MULTIPLE', 'minimumAmount');
    if (maximumAmount !== null && maximumAmount % multipleOf !== 0) refuse('TERM_PRODUCT_MULTIPLE', 'maximumAmount');
  }
  if (kind === 'recurring' && payout !== 'maturity') refuse('TERM_PRODUCT_RECURRING_PAYOUT', 'payout');
  if (isPayoutDiscounted && payout !== 'monthly') refuse('TERM_PRODUCT_DISCOUNT', 'isPayoutDiscounted');
  if (kind === 'fixed' && lateFinePerHundred !== null) refuse('TERM_PRODUCT_FINE', 'lateFinePerHundred');
  if (kind === 'fixed' && graceDays > 0) refuse('TERM_PRODUCT_FINE', 'graceDays');
  if (kind === 'fixed' && irregularAfterMissed !== null) refuse('TERM_PRODUCT_FINE', 'irregularAfterMissed');
  const slip = rateCardSlip(rates, rules);
  if (slip === undefined) return;
  const { code, place, params } = slip;
  throw new Refusal('rule', code, params, place === undefined ? 'rates' : `rates.${place}`);
}

/** The rules that differ, then each line of the rate card that is new, different or gone. */
function changedLines(before: TermProduct | undefined, after: TermProductVersion): ApprovalLine[] {
  const earlier = before?.rates ?? [];
  const gone = earlier.filter((old) => !after.rates.some((rate) => isSameRateLine(rate, old)));
  return [
    ...termRuleLines(before, after),
    ...after.rates.flatMap((rate) => {
      const old = earlier.find((each) => isSameRateLine(each, rate));
      if (old?.annualRate === rate.annualRate) return [];
      return {
        label: rateLabel(rate),
        before: old === undefined ? null : `${old.annualRate} %`,
        after: `${rate.annualRate} %`,
      };
    }),
    ...gone.map((rate) => ({ label: rateLabel(rate), before: `${rate.annualRate} %`, after: '–' })),
  ];
}

function audited(product: NewTermProduct) {
  const amount = (value: Money | null) => (value === null ? null : formatMoney(value));
  const { rates, minimumAmount, maximumAmount, multipleOf, lateFinePerHundred, ...rules } = product;
  const { kind, nameEn, nameHi, isOffered, maximumMonths, compounding, dayCount, payout, rounding, lockInDays } = rules;
  return {
    kind,
    nameEn,
    nameHi,
    isOffered,
    minimumAmount: amount(minimumAmount),
    maximumAmount: amount(maximumAmount),
    multipleOf: amount(multipleOf),
    maximumMonths,
    compounding,
    dayCount,
    payout,
    isPayoutDiscounted: rules.isPayoutDiscounted,
    rounding,
    lockInDays,
    prematurePenalty: rules.prematurePenalty,
    atMaturity: rules.atMaturity,
    lateFinePerHundred: amount(lateFinePerHundred),
    graceDays: rules.graceDays,
    irregularAfterMissed: rules.irregularAfterMissed,
    appliesTo: rules.appliesTo,
    rates: rates
      .map(
        (rate) =>
          `${rate.category} ${rate.termFrom} ${rate.termUnit} ${formatMoney(rate.amountFrom)}: ${rate.annualRate}`,
      )
      .join('; '),
  };
}
