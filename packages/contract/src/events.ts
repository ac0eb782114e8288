export type EventAudience = 'member' | 'staff' | 'both' | 'all' | 'user' | 'every-member' | 'every-staff';

/**
 * Every event, once. `name` is the business's word and goes into the outbox; `socketEvent` is the brief's event that
 * carries it and `type` the brief's type string. Messages carry ids only and say "look again", except dashboard-update.
 * audience: `member` the member of the event and nobody else; `staff` everybody in the staff room; `both` the two;
 * `all` every socket; `user` one user; `every-member` and `every-staff` the sockets of all members or of everybody of the staff.
 */
export const EVENTS = {
  'application.submitted': { audience: 'staff', socketEvent: 'admin-notification', type: 'NEW_MEMBER_REQUEST' },
  'application.returned': { audience: 'staff', socketEvent: 'admin-notification', type: 'MEMBER_REQUEST_RETURNED' },
  'application.rejected': { audience: 'staff', socketEvent: 'admin-notification', type: 'MEMBER_REQUEST_REJECTED' },
  'member.approved': { audience: 'both', socketEvent: 'member-notification', type: 'account_approved' },
  'member.activated': { audience: 'both', socketEvent: 'member-notification', type: 'MEMBER_ACTIVATED' },
  'member.status-changed': { audience: 'both', socketEvent: 'member-notification', type: 'MEMBER_STATUS_CHANGED' },
  'file.changed': { audience: 'both', socketEvent: 'member-notification', type: 'FILE_CHANGED' },
  'paper.verified': { audience: 'both', socketEvent: 'member-notification', type: 'PAPER_VERIFIED' },
  'paper.rejected': { audience: 'both', socketEvent: 'member-notification', type: 'PAPER_REJECTED' },
  'paper.sent-back': { audience: 'user', socketEvent: 'admin-notification', type: 'PAPER_SENT_BACK' },
  'member.logged-in': { audience: 'staff', socketEvent: 'admin-notification', type: 'MEMBER_LOGIN' },
  'staff.logged-in': { audience: 'staff', socketEvent: 'admin-notification', type: 'ADMIN_LOGIN' },
  'receipt.issued': { audience: 'both', socketEvent: 'member-notification', type: 'TRANSACTION_UPDATE' },
  'savings.withdrawn': { audience: 'both', socketEvent: 'member-notification', type: 'TRANSACTION_UPDATE' },
  'savings.transferred': { audience: 'both', socketEvent: 'member-notification', type: 'TRANSACTION_UPDATE' },
  'interest.credited': { audience: 'both', socketEvent: 'member-notification', type: 'INTEREST_CREDITED' },
  'instalment.due': { audience: 'member', socketEvent: 'member-notification', type: 'INSTALMENT_DUE' },
  'thrift.due': { audience: 'member', socketEvent: 'member-notification', type: 'THRIFT_DUE' },
  'deposit.maturing': { audience: 'member', socketEvent: 'member-notification', type: 'DEPOSIT_MATURING' },
  'instruction.taken': { audience: 'both', socketEvent: 'member-notification', type: 'TRANSACTION_UPDATE' },
  'instruction.failed': { audience: 'both', socketEvent: 'member-notification', type: 'INSTRUCTION_FAILED' },
  'instalment.missed': { audience: 'member', socketEvent: 'member-notification', type: 'INSTALMENT_MISSED' },
  'deposit.irregular': { audience: 'both', socketEvent: 'member-notification', type: 'DEPOSIT_IRREGULAR' },
  'deposit.matured': { audience: 'both', socketEvent: 'member-notification', type: 'DEPOSIT_MATURED' },
  'deposit.restricted': { audience: 'both', socketEvent: 'member-notification', type: 'DEPOSIT_RESTRICTED' },
  'deposit.released': { audience: 'both', socketEvent: 'member-notification', type: 'DEPOSIT_RELEASED' },
  'deposit.dormant': { audience: 'both', socketEvent: 'member-notification', type: 'DEPOSIT_DORMANT' },
  'deposit.reactivated': { audience: 'both', socketEvent: 'member-notification', type: 'DEPOSIT_REACTIVATED' },
  'deposit.accepted': { audience: 'member', socketEvent: 'member-notification', type: 'DEPOSIT_ACCEPTED' },
  'deposit.refused': { audience: 'member', socketEvent: 'member-notification', type: 'DEPOSIT_REFUSED' },
  'kyc.ending': { audience: 'member', socketEvent: 'member-notification', type: 'KYC_ENDING' },
  'loan.applied': { audience: 'staff', socketEvent: 'admin-notification', type: 'NEW_LOAN_APPLICATION' },
  'loan.returned': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_RETURNED' },
  'loan.recommended': { audience: 'staff', socketEvent: 'admin-notification', type: 'LOAN_RECOMMENDED' },
  'loan.sanctioned': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_SANCTIONED' },
  'loan.rejected': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_REJECTED' },
  'loan.disbursed': { audience: 'both', socketEvent: 'member-notification', type: 'TRANSACTION_UPDATE' },
  'loan.repaid': { audience: 'both', socketEvent: 'member-notification', type: 'TRANSACTION_UPDATE' },
  'loan.surety-released': { audience: 'member', socketEvent: 'member-notification', type: 'SURETY_RELEASED' },
  'loan.surety-again': { audience: 'member', socketEvent: 'member-notification', type: 'SURETY_AGAIN' },
  'loan.closed': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_CLOSED' },
  'loan.collateral-received': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_COLLATERAL' },
  'loan.collateral-released': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_COLLATERAL' },
  'loan.measure-taken': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_MEASURE' },
  'loan.measure-undone': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_MEASURE' },
  'loan.lapsed': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_LAPSED' },
  'loan.due': { audience: 'member', socketEvent: 'member-notification', type: 'LOAN_DUE' },
  'loan.overdue': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_OVERDUE' },
  'loan.debit-failed': { audience: 'both', socketEvent: 'member-notification', type: 'LOAN_DEBIT_FAILED' },
  'loan.noticed': { audience: 'member', socketEvent: 'member-notification', type: 'LOAN_NOTICED' },
  'surety.noticed': { audience: 'member', socketEvent: 'member-notification', type: 'SURETY_NOTICED' },
  'surety.paid': { audience: 'member', socketEvent: 'member-notification', type: 'SURETY_PAID' },
  'surety.overdue': { audience: 'member', socketEvent: 'member-notification', type: 'SURETY_OVERDUE' },
  'surety.asked': { audience: 'member', socketEvent: 'member-notification', type: 'SURETY_ASKED' },
  'surety.released': { audience: 'member', socketEvent: 'member-notification', type: 'SURETY_RELEASED' },
  'surety.answered': { audience: 'staff', socketEvent: 'admin-notification', type: 'SURETY_ANSWERED' },
  'payment.claimed': { audience: 'staff', socketEvent: 'admin-notification', type: 'PAYMENT_CLAIMED' },
  'statement.imported': { audience: 'staff', socketEvent: 'admin-notification', type: 'STATEMENT_IMPORTED' },
  'bank-line.resolved': { audience: 'staff', socketEvent: 'admin-notification', type: 'BANK_LINE_RESOLVED' },
  'payment.rejected': { audience: 'both', socketEvent: 'member-notification', type: 'PAYMENT_REJECTED' },
  'entry.reversed': { audience: 'both', socketEvent: 'member-notification', type: 'TRANSACTION_UPDATE' },
  'shares.allotted': { audience: 'both', socketEvent: 'member-notification', type: 'SHARES_ALLOTTED' },
  'till.opened': { audience: 'staff', socketEvent: 'admin-notification', type: 'TILL_OPENED' },
  'till.closed': { audience: 'staff', socketEvent: 'admin-notification', type: 'TILL_CLOSED' },
  'collection.handed-over': { audience: 'staff', socketEvent: 'admin-notification', type: 'COLLECTION_HANDED_OVER' },
  'collection.cash-waiting': { audience: 'staff', socketEvent: 'admin-notification', type: 'COLLECTION_CASH_WAITING' },
  'approval.requested': { audience: 'staff', socketEvent: 'admin-notification', type: 'APPROVAL_REQUESTED' },
  'approval.decided': { audience: 'staff', socketEvent: 'admin-notification', type: 'APPROVAL_DECIDED' },
  'voucher.posted': { audience: 'staff', socketEvent: 'admin-notification', type: 'TRANSACTION_UPDATE' },
  'business-day.moved': { audience: 'staff', socketEvent: 'admin-notification', type: 'BUSINESS_DAY_MOVED' },
  'day-end.progressed': { audience: 'staff', socketEvent: 'admin-notification', type: 'DAY_END_PROGRESSED' },
  'day-end.finished': { audience: 'staff', socketEvent: 'admin-notification', type: 'DAY_END_FINISHED' },
  'day-end.stopped': { audience: 'staff', socketEvent: 'admin-notification', type: 'DAY_END_STOPPED' },
  'webhook.switched-off': { audience: 'user', socketEvent: 'admin-notification', type: 'WEBHOOK_SWITCHED_OFF' },
  'settings.changed': { audience: 'staff', socketEvent: 'admin-notification', type: 'SETTINGS_CHANGED' },
  'society.changed': { audience: 'all', socketEvent: 'system-notification', type: 'SOCIETY_CHANGED' },
  'message.received': { audience: 'staff', socketEvent: 'admin-notification', type: 'MESSAGE_RECEIVED' },
  'message.for-you': { audience: 'user', socketEvent: 'admin-notification', type: 'MESSAGE_FOR_YOU' },
  'message.answered': { audience: 'both', socketEvent: 'member-notification', type: 'MESSAGE_ANSWERED' },
  'message.closed': { audience: 'both', socketEvent: 'member-notification', type: 'MESSAGE_CLOSED' },
  'meeting.changed': { audience: 'all', socketEvent: 'system-notification', type: 'MEETING_CHANGED' },
  'meeting.soon': { audience: 'every-member', socketEvent: 'system-notification', type: 'MEETING_SOON' },
  'meeting.progressed': { audience: 'every-staff', socketEvent: 'system-notification', type: 'MEETING_CHANGED' },
  'notice.published': { audience: 'all', socketEvent: 'system-notification', type: 'NEW_NOTICE' },
  'notice.for-members': { audience: 'every-member', socketEvent: 'system-notification', type: 'NEW_NOTICE' },
  'notice.of-law': { audience: 'every-member', socketEvent: 'system-notification', type: 'NEW_NOTICE' },
  'notice.for-staff': { audience: 'every-staff', socketEvent: 'system-notification', type: 'NEW_NOTICE' },
  'notice.for-group': { audience: 'user', socketEvent: 'system-notification', type: 'NEW_NOTICE' },
  'notice.changed': { audience: 'all', socketEvent: 'system-notification', type: 'NOTICE_CHANGED' },
  'notice.drafted': { audience: 'every-staff', socketEvent: 'system-notification', type: 'NOTICE_CHANGED' },
  'password.changed': { audience: 'user', socketEvent: 'member-notification', type: 'PASSWORD_CHANGED' },
  'session.theft-suspected': { audience: 'user', socketEvent: 'member-notification', type: 'SESSION_ENDED' },
  'system.announced': { audience: 'all', socketEvent: 'system-notification', type: 'SYSTEM_ANNOUNCEMENT' },
} as const satisfies Record<
  string,
  {
    audience: EventAudience;
    socketEvent: 'member-notification' | 'admin-notification' | 'system-notification';
    type: string;
  }
>;
export type EventName = keyof typeof EVENTS;

/** Server → client and client → server, by the brief's names. */
export const SOCKET_EVENTS = {
  toServer: ['join-member', 'join-admin'],
  toClient: [
    'member-notification',
    'admin-notification',
    'system-notification',
    'dashboard-update',
    'system-heartbeat',
  ],
} as const;

/** What every message but the two below looks like. `seq` rises per receiver; the id-only data says where to look again. */
export interface SocketMessage {
  type: string;
  data: { event: EventName } & Record<string, string | number | null>;
  timestamp: string;
  seq: number;
}
/** `dashboard-update` */
export interface DashboardUpdate {
  type: 'DASHBOARD_UPDATE';
  data: {
    activeMembers: number;
    pendingRequests: number;
    pendingLoans: number;
    activeLoanAmount: string;
    runningLoans: number;
    overdueLoans: number;
    overdueAmount: string;
    totalDeposits: string;
    lastUpdated: string;
  };
  timestamp: string;
}
/** `system-heartbeat` */
export interface SystemHeartbeat {
  timestamp: string;
  status: 'ok';
}

export const isEventName = (name: string): name is EventName => Object.hasOwn(EVENTS, name);
/** What everybody of a kind finds in their list; a notice of low priority stands in the list of notices alone. */
const KEPT_FOR_MANY: Partial<Record<EventName, readonly ('member' | 'staff')[]>> = {
  'notice.published': ['member', 'staff'],
  'notice.for-members': ['member'],
  'notice.of-law': ['member'],
  'notice.for-staff': ['staff'],
  'meeting.soon': ['member'],
};
export const keptForMany = (name: string): readonly ('member' | 'staff')[] | undefined =>
  isEventName(name) ? KEPT_FOR_MANY[name] : undefined;

/**
 * Whether somebody alone finds it in their list: the member, or the one user, whom the event is for; staff look at their lists, but
 * for the answer to what they asked themselves. A new picture is seen where it stands and is no news of its own.
 */
export function isKeptForOne(name: EventName): boolean {
  const audience = EVENTS[name].audience;
  if (name === 'file.changed') return false;
  return audience === 'member' || audience === 'both' || audience === 'user' || name === 'approval.decided';
}

export const audienceOf = (name: EventName): EventAudience => EVENTS[name].audience;
