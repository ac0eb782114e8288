// A fee gets a version of its own: another name or amount from a day on. Code, account and place in the list stay, so
// that what was booked under it stays readable.

import type { ChangeFeeBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type ApprovalRequest, changeRule, type RuleChangeBy } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { agreedChange, nameLines, refusePastRule } from './dated-rule.ts';
import { type FeeRow, feesOn } from './fees.ts';
import { auditedBy, cleanWhy, touched, whyLines } from './rule-words.ts';

export type ChangeFee = z.output<typeof ChangeFeeBody> & { readonly code: string };

interface FeeVersion {
  readonly code: string;
  readonly nameEn: string;
  readonly nameHi: string;
  readonly amount: Money;
  readonly dueOnAdmission: boolean;
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

export async function changeFee(platform: Platform, actor: Actor, command: ChangeFee, isPreview: boolean) {
  const { code, nameEn, nameHi, amount, dueOnAdmission, effectiveFrom } = command;
  return platform.transact(async (trx) => {
    await refusePastRule(trx, platform, effectiveFrom);
    const before = await feeOn(trx, code, effectiveFrom);
    const version: FeeVersion = {
      code,
      nameEn,
      nameHi,
      amount,
      dueOnAdmission,
      effectiveFrom,
      ...cleanWhy(command),
    };
    return changeRule(
      trx,
      platform,
      actor,
      {
        kind: 'fee',
        subjectKind: 'fee',
        subjectId: before.id,
        rule: code,
        needsSecondPerson: true,
        amount,
        summary: { code: 'ASKS_FEE', params: { fee: { en: before.nameEn, hi: before.nameHi } } },
        lines: [...changedLines(before, version), ...(await applicantsWaiting(trx)), ...whyLines(version)],
        command: version,
        act: (by) => addFeeVersion(trx, platform, actor, version, by),
      },
      isPreview,
    );
  });
}

/** What a yes of the second person does. */
export async function applyApprovedFee(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  const { change, by } = await agreedChange<FeeVersion>(trx, platform, checker, request);
  await addFeeVersion(trx, platform, checker, change, by);
}

async function addFeeVersion(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  version: FeeVersion,
  by: RuleChangeBy,
): Promise<void> {
  const { code, nameEn, nameHi, amount, dueOnAdmission, effectiveFrom, legalBasis, reason } = version;
  const before = await feeOn(trx, code, effectiveFrom);
  await trx
    .insertInto('fee')
    .values({
      code,
      kind: before.kind,
      nameEn,
      nameHi,
      accountCode: before.accountCode,
      amount,
      dueOnAdmission: dueOnAdmission ? 1 : 0,
      effectiveFrom,
      legalBasis,
      position: before.position,
      reason,
      setByUserId: by.makerUserId,
      approvedByUserId: by.checkerUserId,
      recordedAt: platform.clock.now(),
    })
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'fee.changed',
    subjectKind: 'fee',
    subjectId: code,
    oldValues: {
      amount: formatMoney(before.amount),
      nameEn: before.nameEn,
      nameHi: before.nameHi,
      dueOnAdmission: before.dueOnAdmission === 1,
    },
    newValues: {
      amount: formatMoney(amount),
      nameEn,
      nameHi,
      dueOnAdmission,
      effectiveFrom,
      legalBasis,
      ...auditedBy(reason, by),
    },
  });
  await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `fee.${code}` } });
  await recordEvent(trx, platform, { name: 'society.changed', payload: {} });
}

function changedLines(before: FeeRow, after: FeeVersion) {
  const was = before.dueOnAdmission === 1;
  return [
    { label: { code: 'LINE_AMOUNT' }, before: formatMoney(before.amount), after: formatMoney(after.amount) },
    ...nameLines(before, after),
    ...(was === after.dueOnAdmission
      ? []
      : [{ label: { code: 'LINE_DUE' }, before: dueWords(was), after: dueWords(after.dueOnAdmission) }]),
  ];
}

const dueWords = (onAdmission: boolean) =>
  onAdmission ? { en: 'on admission', hi: 'प्रवेश पर' } : { en: 'when asked for', hi: 'माँगे जाने पर' };

/** Who is admitted after the day owes the new amount; dues that stand are not changed. */
async function applicantsWaiting(trx: Trx) {
  const { count } = await trx
    .selectFrom('membership_application')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', 'in', ['submitted', 'returned'])
    .executeTakeFirstOrThrow();
  return touched('TOUCHED_APPLICATIONS', Number(count));
}

async function feeOn(trx: Trx, code: string, on: CalendarDate): Promise<FeeRow> {
  const fee = (await feesOn(trx, on)).find((row) => row.code === code);
  if (fee === undefined) throw new Refusal('missing', 'FEE_UNKNOWN');
  return fee;
}
