// What the changes of every dated rule share: from which day they may hold, what a yes makes of that day, and the
// versions that a rule had.

import { type CalendarDate, calendarDate } from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { type ApprovalLine, type ApprovalRequest, agreedBy, type RuleChangeBy } from '../approvals/index.ts';

/** A rule never begins in the past. */
export async function refusePastRule(trx: Trx, platform: Platform, effectiveFrom: CalendarDate): Promise<void> {
  const businessDate = await businessDayFor(trx, platform);
  if (effectiveFrom < businessDate) throw new Refusal('rule', 'RULE_DATE_PAST', { businessDate }, 'effectiveFrom');
}

/** What was asked for, as it holds after a yes: a day that went by while it waited is not made good. */
export async function agreedChange<Change extends { readonly effectiveFrom: CalendarDate }>(
  trx: Trx,
  platform: Platform,
  checker: Actor,
  request: ApprovalRequest,
): Promise<{ change: Change; by: RuleChangeBy }> {
  // The act that asked wrote it.
  const asked = request.command as Change;
  const businessDate = await businessDayFor(trx, platform);
  const wanted = calendarDate(asked.effectiveFrom);
  return {
    change: { ...asked, effectiveFrom: wanted < businessDate ? businessDate : wanted },
    by: agreedBy(request, checker),
  };
}

interface Named {
  readonly nameEn: string;
  readonly nameHi: string;
}

/** The line of another name; none where it stays. */
export function nameLines(before: Named, after: Named): ApprovalLine[] {
  if (before.nameEn === after.nameEn && before.nameHi === after.nameHi) return [];
  return [
    {
      label: { code: 'LINE_NAME' },
      before: { en: before.nameEn, hi: before.nameHi },
      after: { en: after.nameEn, hi: after.nameHi },
    },
  ];
}

interface Version extends Named {
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
  readonly recordedAt: number | null;
  readonly setBy: string | null;
  readonly approvedBy: string | null;
}

/** Every version of a fee or of a kind of account, newest first, with what is its own of each. */
export async function versionsOf<Own>(
  platform: Platform,
  table: 'fee' | 'deposit_product',
  own: readonly (keyof Own & string)[],
  code: string,
  language: Language,
) {
  const columns = ['nameEn', 'nameHi', 'effectiveFrom', 'legalBasis', 'reason', 'recordedAt', ...own];
  const rows = await platform.dialect.all<Version & Own>(
    platform.database,
    `SELECT ${columns.map((column) => `v.${column}`).join(', ')}, maker.name AS setBy, checker.name AS approvedBy ` +
      `FROM ${table} v LEFT JOIN \`user\` maker ON maker.id = v.setByUserId ` +
      'LEFT JOIN `user` checker ON checker.id = v.approvedByUserId ' +
      'WHERE v.code = ? ORDER BY v.effectiveFrom DESC, v.id DESC',
    [code],
  );
  return rows.map(({ nameEn, nameHi, ...row }) => ({
    ...row,
    name: language === 'hi' ? nameHi : nameEn,
    recordedAt: row.recordedAt === null ? null : new Date(row.recordedAt).toISOString(),
  }));
}
