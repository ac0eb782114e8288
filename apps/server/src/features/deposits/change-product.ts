// A kind of account gets another name, smallest balance or rate from a day on. Code, kind and account in the books stay.
// An account that is open keeps the smallest balance it was opened with.

import type { ChangeProductBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, parseRate } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRequest, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { agreedChange, auditedBy, cleanWhy, nameLines, refusePastRule, touched, whyLines } from '../society/index.ts';
import { type DepositProduct, productsOn } from './deposit-products.ts';

export type ChangeProduct = z.output<typeof ChangeProductBody> & { readonly code: string };

interface ProductVersion {
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly minimumBalance: Money;
  readonly annualRate: string;
  readonly dormantMonths: number | null;
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

export async function changeProduct(platform: Platform, actor: Actor, command: ChangeProduct, isPreview: boolean) {
  const { code, nameEn, nameHi, minimumBalance, effectiveFrom } = command;
  const annualRate = checkedRate(command.annualRate);
  return platform.transact(async (trx) => {
    await refusePastRule(trx, platform, effectiveFrom);
    const before = await productOn(trx, code, effectiveFrom);
    const version: ProductVersion = {
      code,
      nameEn,
      nameHi,
      minimumBalance,
      annualRate,
      dormantMonths: command.dormantMonths === undefined ? before.dormantMonths : command.dormantMonths,
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
          ...touched('TOUCHED_DEPOSITS', (await openDeposits(trx)).get(code) ?? 0),
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
  await trx
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
      interestBasis: before.interestBasis,
      interestDayCount: before.interestDayCount,
      interestMonths: before.interestMonths,
      interestMultiple: before.interestMultiple,
      isOffered: before.isOffered,
      minimumDeposit: before.minimumDeposit,
      withdrawal: before.withdrawal,
      interestRule: before.interestRule,
    })
    .execute();
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
      effectiveFrom,
      legalBasis,
      ...auditedBy(reason, by),
    },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `product.${code}` } });
  await recordEvent(trx, platform, { name: 'society.changed', payload: {} });
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
