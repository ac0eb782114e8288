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

/** Whoever a society is bound to tell, it tells: these cannot be turned off, and no quiet hour holds them back. */
const MUST_COME: ReadonlySet<NotificationKind> = new Set(['security', 'legal']);
export const mustCome = (kind: NotificationKind): boolean => MUST_COME.has(kind);

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

/** Of events that are not named here, what happens to a membership, an account or a loan is the rest. */
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
  'instruction.failed': 'overdue',
  'instalment.missed': 'overdue',
  'deposit.irregular': 'overdue',
  'loan.overdue': 'overdue',
  'loan.debit-failed': 'overdue',
  'surety.overdue': 'overdue',
  'approval.decided': 'decisions',
  'password.changed': 'security',
  'session.theft-suspected': 'security',
  'loan.noticed': 'legal',
  'surety.noticed': 'legal',
} satisfies Partial<Record<EventName, NotificationKind>>;

export function kindOfEvent(name: string): NotificationKind {
  const named = KIND_OF[name];
  if (named !== undefined) return named;
  if (name.startsWith('message.') || name.startsWith('paper.')) return 'office';
  return name.startsWith('notice.') ? 'notices' : 'accounts';
}
