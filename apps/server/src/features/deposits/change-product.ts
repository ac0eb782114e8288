// A kind of account gets another name, smallest balance or rate from a day on. Code, kind and account in the books stay.
// An account that is open keeps the smallest balance and the smallest sum it was opened with; of the interest the change
// says whether it holds for every account, or for those alone that are opened from its day on.

import type { ChangeProductBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, money, parseRate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalLine, type ApprovalRequest, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { agreedChange, auditedBy, cleanWhy, nameLines, refusePastRule, touched, whyLines } from '../society/index.ts';
import { type DepositProduct, productsOn } from './deposit-products.ts';
import {
  auditedRates,
  changedRules,
  checkRates,
  checkWithdrawal,
  type SavingsRules,
  savingsRuleLines,
  savingsRulesOf,
} from './savings-rules.ts';

export type ChangeProduct = z.output<typeof ChangeProductBody> & { readonly code: string };

interface ProductVersion {
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly minimumBalance: Money;
  readonly annualRate: string;
  readonly dormantMonths: number | null;
  readonly rules: SavingsRules;
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

const TOUCHED = { all: 'TOUCHED_DEPOSITS', new: 'TOUCHED_NONE' } as const;

export async function changeProduct(platform: Platform, actor: Actor, command: ChangeProduct, isPreview: boolean) {
  const { code, nameEn, nameHi, minimumBalance, effectiveFrom } = command;
  const annualRate = checkedRate(command.annualRate);
  return platform.transact(async (trx) => {
    await refusePastRule(trx, platform, effectiveFrom);
    const before = await productOn(trx, code, effectiveFrom);
    const rulesBefore = await savingsRulesOf(trx, before);
    const rules = changedRules(rulesBefore, command);
    checkRates(before, rules);
    checkWithdrawal(before, rules);
    const version: ProductVersion = {
      code,
      nameEn,
      nameHi,
      minimumBalance,
      annualRate,
      dormantMonths: command.dormantMonths === undefined ? before.dormantMonths : command.dormantMonths,
      rules,
      effectiveFrom,
      ...cleanWhy(command),
    };
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'deposit-product',
        subjectKind: 'deposit_product',
        subjectId: before.id,
        rule: code,
        needsSecondPerson: true,
        summary: { code: 'ASKS_PRODUCT', params: { product: { en: before.nameEn, hi: before.nameHi } } },
        lines: [
          ...changedLines(before, version),
          ...savingsRuleLines(rulesBefore, rules),
          ...(await touchedDeposits(trx, code, TOUCHED[rules.appliesTo])),
          ...whyLines(version),
        ],
        command: version,
        act: (by) => addProductVersion(trx, platform, actor, version, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedProduct(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  const { change, by } = await agreedChange<ProductVersion>(trx, platform, checker, request);
  await addProductVersion(trx, platform, checker, change, by);
}

async function addProductVersion(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  version: ProductVersion,
  by: RuleChangeBy,
): Promise<void> {
  const { code, nameEn, nameHi, minimumBalance, annualRate, dormantMonths, effectiveFrom, legalBasis, reason } =
    version;
  const before = await productOn(trx, code, effectiveFrom);
  const { rates, ...rules } = version.rules;
  const { insertId } = await trx
    .insertInto('deposit_product')
    .values({
      code,
      kind: before.kind,
      nameEn,
      nameHi,
      accountCode: before.accountCode,
      minimumBalance,
      annualRate,
      dormantMonths,
      effectiveFrom,
      legalBasis,
      reason,
      setByUserId: by.makerUserId,
      approvedByUserId: by.checkerUserId,
      recordedAt: platform.clock.now(),
      ...rules,
      interestRule: before.interestRule,
    })
    .executeTakeFirstOrThrow();
  if (rates.length > 0) {
    await trx
      .insertInto('deposit_rate')
      .values(rates.map((rate) => ({ ...rate, depositProductId: Number(insertId) })))
      .execute();
  }
  await recordAudit(trx, platform, actor, {
    action: 'deposit_product.changed',
    subjectKind: 'deposit_product',
    subjectId: code,
    oldValues: {
      nameEn: before.nameEn,
      nameHi: before.nameHi,
      minimumBalance: formatMoney(before.minimumBalance),
      annualRate: before.annualRate,
      dormantMonths: before.dormantMonths,
    },
    newValues: {
      nameEn,
      nameHi,
      minimumBalance: formatMoney(minimumBalance),
      annualRate,
      dormantMonths,
      ...rules,
      minimumDeposit: formatMoney(rules.minimumDeposit),
      rates: auditedRates(rates),
      effectiveFrom,
      legalBasis,
      ...auditedBy(reason, by),
    },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `product.${code}` } });
  await recordEvent(trx, platform, { name: 'society.changed', payload: {} });
}

/** How many open accounts of a kind there are, under a label that says what the change does to them, and what they hold. */
export async function touchedDeposits(trx: Trx, code: string, label: string): Promise<ApprovalLine[]> {
  const { accounts, balance } = await trx
    .selectFrom('deposit')
    .innerJoin('balance', (join) =>
      join.onRef('balance.subLedgerId', '=', 'deposit.id').on('balance.subLedger', '=', 'deposit'),
    )
    .select(({ fn }) => [fn.countAll().as('accounts'), fn.sum('balance.amount').as('balance')])
    .where('deposit.productCode', '=', code)
    .where('deposit.status', '!=', 'closed')
    .executeTakeFirstOrThrow();
  const count = Number(accounts);
  if (count === 0) return [];
  return [
    ...touched(label, count),
    { label: { code: 'TOUCHED_BALANCES' }, before: null, after: formatMoney(money(Number(balance))) },
  ];
}

/** How many accounts of each kind are open. */
export async function openDeposits(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('deposit')
    .select(['productCode', ({ fn }) => fn.countAll<number>().as('count')])
    .where('status', '!=', 'closed')
    .groupBy('productCode')
    .execute();
  return new Map(rows.map(({ productCode, count }) => [productCode, Number(count)]));
}

function checkedRate(typed: string): string {
  const { numerator, scale } = parseRate(typed);
  if (numerator < 0 || numerator > 100 * 10 ** scale) throw new Refusal('rule', 'PRODUCT_RATE', {}, 'annualRate');
  return typed;
}

function changedLines(before: DepositProduct, after: ProductVersion) {
  return [
    { label: { code: 'LINE_RATE' }, before: `${before.annualRate} %`, after: `${after.annualRate} %` },
    {
      label: { code: 'LINE_MINIMUM' },
      before: formatMoney(before.minimumBalance),
      after: formatMoney(after.minimumBalance),
    },
    ...(before.dormantMonths === after.dormantMonths
      ? []
      : [
          {
            label: { code: 'LINE_DORMANT_MONTHS' },
            before: String(before.dormantMonths ?? '–'),
            after: String(after.dormantMonths ?? '–'),
          },
        ]),
    ...nameLines(before, after),
  ];
}

async function productOn(reader: Reader, code: string, on: CalendarDate): Promise<DepositProduct> {
  const product = (await productsOn(reader, on)).find((row) => row.code === code);
  if (product === undefined) throw new Refusal('missing', 'DEPOSIT_PRODUCT_UNKNOWN');
  return product;
}
