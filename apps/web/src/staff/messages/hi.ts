import { goalMessages } from '../../shared/messages/hi/goals.ts';
import { kycMessages } from '../../shared/messages/hi/kyc.ts';
import { loanRuleMessages } from '../../shared/messages/hi/loan-rules.ts';
import { meetingMessages } from '../../shared/messages/hi/meetings.ts';
import { noticeMessages } from '../../shared/messages/hi/notices.ts';
import { notificationChoiceMessages } from '../../shared/messages/hi/notification-choices.ts';
import { officeMessageMessages } from '../../shared/messages/hi/office-messages.ts';
import { sharedMessages } from '../../shared/messages/hi/shared.ts';
import type { messages as english } from './en.ts';
import { auditMessages } from './hi/audit.ts';
import { bookMessages } from './hi/books.ts';
import { collectionMessages } from './hi/collections.ts';
import { counterMessages } from './hi/counter.ts';
import { dayEndMessages } from './hi/day-end.ts';
import { deliveryMessages } from './hi/deliveries.ts';
import { dueMessages } from './hi/dues.ts';
import { inboxMessages } from './hi/inbox.ts';
import { kycDeskMessages } from './hi/kyc.ts';
import { listMessages } from './hi/lists.ts';
import { loanClassMessages } from './hi/loan-classes.ts';
import { loanCollateralMessages } from './hi/loan-collateral.ts';
import { loanCollectionMessages } from './hi/loan-collection.ts';
import { loanMoneyMessages } from './hi/loan-money.ts';
import { loanProductMessages } from './hi/loan-products.ts';
import { loanMessages } from './hi/loans.ts';
import { officeMeetingMessages } from './hi/meetings.ts';
import { noticeBoardMessages } from './hi/notice-board.ts';
import { paymentMessages } from './hi/payments.ts';
import { peopleMessages } from './hi/people.ts';
import { reminderMessages } from './hi/reminders.ts';
import { repaymentSheetMessages } from './hi/repayment-sheets.ts';
import { sanctionMessages } from './hi/sanction.ts';
import { searchMessages } from './hi/search.ts';
import { settingsMessages } from './hi/settings.ts';
import { shellMessages } from './hi/shell.ts';
import { smsMessages } from './hi/sms.ts';
import { taxMessages } from './hi/tax.ts';
import { todayMessages } from './hi/today.ts';
import { webhookMessages } from './hi/webhooks.ts';

// A sentence that English has and Hindi lacks does not compile.
// One file to fetch for a language.
export const messages: Record<keyof typeof english, string> = {
  ...sharedMessages,
  ...goalMessages,
  ...shellMessages,
  ...officeMessageMessages,
  ...inboxMessages,
  ...meetingMessages,
  ...officeMeetingMessages,
  ...noticeMessages,
  ...noticeBoardMessages,
  ...kycMessages,
  ...kycDeskMessages,
  ...listMessages,
  ...loanMessages,
  ...sanctionMessages,
  ...loanMoneyMessages,
  ...repaymentSheetMessages,
  ...loanClassMessages,
  ...loanCollateralMessages,
  ...loanCollectionMessages,
  ...loanProductMessages,
  ...loanRuleMessages,
  ...paymentMessages,
  ...peopleMessages,
  ...collectionMessages,
  ...counterMessages,
  ...bookMessages,
  ...dayEndMessages,
  ...dueMessages,
  ...deliveryMessages,
  ...reminderMessages,
  ...smsMessages,
  ...notificationChoiceMessages,
  ...taxMessages,
  ...searchMessages,
  ...settingsMessages,
  ...auditMessages,
  ...todayMessages,
  ...webhookMessages,
};
