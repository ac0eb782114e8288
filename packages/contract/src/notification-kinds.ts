import type { EventName } from './events.ts';

/** What people are told of, as they choose it: one line of their choices each. */
export const NOTIFICATION_KINDS = [
  'money',
  'reminders',
  'overdue',
  'accounts',
  'office',
  'notices',
  'decisions',
  'security',
  'legal',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** The ways out of the house. What is stored in the list is always there and no choice. */
export const NOTIFICATION_CHANNELS = ['push', 'email', 'sms'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];
export const DELIVERY_CHANNELS = ['email', 'sms'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/**
 * `unsure`: handed over, and no answer came; `dropped`: nobody to tell any more, or nothing to tell them with.
 */
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Letters are written in three languages, also where the screens know two. */
export const MESSAGE_LANGUAGES = ['en', 'hi', 'ne'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** Whoever a society is bound to tell, it tells: these cannot be turned off. */
const MUST_COME: ReadonlySet<NotificationKind> = new Set(['security', 'legal']);
export const mustCome = (kind: NotificationKind): boolean => MUST_COME.has(kind);

/**
 * What no quiet hour holds back: a log-in that may be somebody else's, and the notice of a general meeting, whose days are counted
 * from the day it goes out. The letters about a loan name a day by which it is to be paid and wait for the morning.
 */
export const comesInQuiet = (name: string): boolean => kindOfEvent(name) === 'security' || name === 'notice.of-law';

export const KINDS_OF_MEMBERS: readonly NotificationKind[] = [
  'money',
  'reminders',
  'overdue',
  'accounts',
  'office',
  'notices',
  'security',
  'legal',
];
export const KINDS_OF_STAFF: readonly NotificationKind[] = ['decisions', 'office', 'notices', 'security'];

/** Every event that comes to somebody's list. */
const KIND_OF: Partial<Record<string, NotificationKind>> = {
  'receipt.issued': 'money',
  'savings.withdrawn': 'money',
  'savings.transferred': 'money',
  'interest.credited': 'money',
  'instruction.taken': 'money',
  'deposit.matured': 'money',
  'loan.disbursed': 'money',
  'loan.repaid': 'money',
  'entry.reversed': 'money',
  'shares.allotted': 'money',
  'payment.rejected': 'money',
  'surety.paid': 'money',
  'instalment.due': 'reminders',
  'thrift.due': 'reminders',
  'deposit.maturing': 'reminders',
  'loan.due': 'reminders',
  'kyc.ending': 'reminders',
  'meeting.soon': 'reminders',
  'instruction.failed': 'overdue',
  'instalment.missed': 'overdue',
  'deposit.irregular': 'overdue',
  'loan.overdue': 'overdue',
  'loan.debit-failed': 'overdue',
  'surety.overdue': 'overdue',
  'member.approved': 'accounts',
  'member.activated': 'accounts',
  'member.status-changed': 'accounts',
  'deposit.restricted': 'accounts',
  'deposit.released': 'accounts',
  'deposit.dormant': 'accounts',
  'deposit.reactivated': 'accounts',
  'deposit.accepted': 'accounts',
  'deposit.refused': 'accounts',
  'loan.returned': 'accounts',
  'loan.sanctioned': 'accounts',
  'loan.rejected': 'accounts',
  'loan.surety-released': 'accounts',
  'loan.surety-again': 'accounts',
  'loan.closed': 'accounts',
  'loan.collateral-received': 'accounts',
  'loan.collateral-released': 'accounts',
  'loan.measure-taken': 'accounts',
  'loan.measure-undone': 'accounts',
  'loan.lapsed': 'accounts',
  'surety.asked': 'accounts',
  'surety.released': 'accounts',
  'paper.verified': 'office',
  'paper.rejected': 'office',
  'paper.sent-back': 'office',
  'message.for-you': 'office',
  'message.answered': 'office',
  'message.closed': 'office',
  'webhook.switched-off': 'office',
  'notice.published': 'notices',
  'notice.for-members': 'notices',
  'notice.for-staff': 'notices',
  'notice.for-group': 'notices',
  'approval.decided': 'decisions',
  'password.changed': 'security',
  'session.theft-suspected': 'security',
  'loan.noticed': 'legal',
  'surety.noticed': 'legal',
  'notice.of-law': 'legal',
} satisfies Partial<Record<EventName, NotificationKind>>;

/** Undefined of what nobody has said a kind for; a test refuses it for every event that comes to somebody's list. */
export const namedKindOf = (name: string): NotificationKind | undefined => KIND_OF[name];

export const kindOfEvent = (name: string): NotificationKind => KIND_OF[name] ?? 'accounts';

/** The events of a kind, for a query: what older versions of the program told of and nobody names any more is left out. */
export const eventsOfKind = (kind: NotificationKind): string[] =>
  Object.keys(KIND_OF).filter((name) => KIND_OF[name] === kind);
