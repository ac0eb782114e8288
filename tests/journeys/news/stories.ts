// What goes to and fro between the society and its members: notices, messages to the office, payments from phones. Each is a
// walk of its own, and all live in one house.

import type { Story } from '../kept-deposits/kept-house.ts';
import { messageStories } from './messages.ts';
import { noticeStories } from './notices.ts';
import { paymentStories } from './payments.ts';
import { webhookStories } from './webhooks.ts';

export const NEWS_STAFF = ['loan_officer', 'accountant'] as const;
export const NEWS_STORIES: readonly Story[] = [
  ...noticeStories,
  ...messageStories,
  ...paymentStories,
  ...webhookStories,
];
