// What the audit log calls things, for its filters. A row whose act is newer than this list still shows, by its code.

import type { AuditRow } from '../answers.ts';
import { useKnownWord } from '../words.ts';

/** Codes are written with hyphens and underscores; the catalogues know them with hyphens only. */
export function auditWordKey(code: string): string {
  return code.replaceAll('_', '-');
}

export const auditActions = [
  'user.logged-in',
  'user.logged-out',
  'user.login-failed',
  'user.created',
  'user.changed',
  'user.suspended',
  'user.reinstated',
  'user.closed',
  'user.password-changed',
  'user.password-forgotten',
  'user.password-reset',
  'user.one-time-code-issued',
  'user.totp-enabled',
  'user.totp-removed',
  'session.ended',
  'session.theft-suspected',
  'role.changed',
  'setting.changed',
  'society.set_up',
  'application.submitted',
  'application.resubmitted',
  'application.returned',
  'application.rejected',
  'member.approved',
  'member.activated',
  'member.changed',
  'member.details_changed',
  'member.status_changed',
  'member.identity_disclosed',
  'member.dues_open_again',
  'member.picture_changed',
  'file.added',
  'file.removed',
  'file.opened',
  'members.exported',
  'deposit.opened',
  'deposit.restricted',
  'deposit.released',
  'deposit.hold-changed',
  'deposit.statement-taken',
  'receipt.taken',
  'receipt.printed',
  'receipt.duplicate-printed',
  'savings.withdrawn',
  'savings.interest-credited',
  'deposit.matured',
  'instalment.missed',
  'deposit.interest-paid',
  'savings.transferred',
  'shares.allotted',
  'share.certificate-printed',
  'till.created',
  'till.opened',
  'till.closed',
  'till.cash-taken-from-vault',
  'till.cash-moved-at-closing',
  'entry.reversed',
  'voucher.posted',
  'approval.requested',
  'approval.approved',
  'approval.rejected',
  'approval.withdrawn',
  'approval.refused-to-maker',
  'business_day.moved',
  'business_day.closed',
  'day_end.started',
  'day_end.retried',
  'transactions.exported',
  'trial_balance.exported',
  'audit.exported',
  'applications.exported',
  'approvals.exported',
  'deposits.exported',
  'shares.exported',
  'receipts.exported',
  'users.exported',
  'ledger.exported',
  'day_book.exported',
  'view.saved',
  'view.removed',
] as const;

export const auditSubjects = [
  'user',
  'session',
  'role',
  'setting',
  'society',
  'membership_application',
  'member',
  'deposit',
  'receipt',
  'share_allotment',
  'till',
  'journal_entry',
  'approval_request',
  'business_day',
  'audit',
  'share_holding',
  'account',
  'saved_view',
] as const;

/** Who did it; what acts of itself has a name that can be said in the reader's language. */
export function useWhoWords(): (row: AuditRow) => string {
  const known = useKnownWord();
  return ({ userKind, userName }) => {
    const key = `audit.system.${userName.toLowerCase().replaceAll(' ', '-')}`;
    return (userKind === 'system' ? known(key) : undefined) ?? userName;
  };
}
