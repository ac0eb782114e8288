// What every change of a rule says beside its values: from which day, by which right, and why.

import type { CalendarDate } from '@kafal/core';
import type { ApprovalLine, RuleChangeBy } from '../approvals/index.ts';

interface Why {
  readonly effectiveFrom: CalendarDate;
  readonly legalBasis: string | null;
  readonly reason: string | null;
}

export function cleanWhy(typed: { legalBasis?: string | undefined; reason?: string | undefined }) {
  const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);
  return { legalBasis: orNull(typed.legalBasis), reason: orNull(typed.reason) };
}

export function whyLines({ effectiveFrom, legalBasis, reason }: Why): ApprovalLine[] {
  return [
    { label: { code: 'LINE_FROM' }, before: null, after: effectiveFrom },
    ...(legalBasis === null ? [] : [{ label: { code: 'LINE_BASIS' }, before: null, after: legalBasis }]),
    ...(reason === null ? [] : [{ label: { code: 'LINE_REASON' }, before: null, after: reason }]),
  ];
}

/** For the audit log, which names who acted: whose wish it was, or that nobody else was there to look at it. */
export function auditedBy(reason: string | null, { makerUserId, checkerUserId, isAlone }: RuleChangeBy) {
  return {
    ...(reason === null ? {} : { reason }),
    ...(checkerUserId === null ? {} : { requestedByUserId: makerUserId }),
    ...(isAlone ? { withoutSecondPerson: true } : {}),
  };
}

/** A count of those whom the change reaches; nobody is not worth a line. */
export function touched(code: string, count: number): ApprovalLine[] {
  return count === 0 ? [] : [{ label: { code }, before: null, after: String(count) }];
}
