import { goalMessages } from '../../shared/messages/en/goals.ts';
import { kycMessages } from '../../shared/messages/en/kyc.ts';
import { loanRuleMessages } from '../../shared/messages/en/loan-rules.ts';
import { meetingMessages } from '../../shared/messages/en/meetings.ts';
import { noticeMessages } from '../../shared/messages/en/notices.ts';
import { notificationChoiceMessages } from '../../shared/messages/en/notification-choices.ts';
import { officeMessageMessages } from '../../shared/messages/en/office-messages.ts';
import { sharedMessages } from '../../shared/messages/en/shared.ts';
import { auditMessages } from './en/audit.ts';
import { bookMessages } from './en/books.ts';
import { collectionMessages } from './en/collections.ts';
import { counterMessages } from './en/counter.ts';
import { dayEndMessages } from './en/day-end.ts';
import { deliveryMessages } from './en/deliveries.ts';
import { dueMessages } from './en/dues.ts';
import { inboxMessages } from './en/inbox.ts';
import { kycDeskMessages } from './en/kyc.ts';
import { listMessages } from './en/lists.ts';
import { loanClassMessages } from './en/loan-classes.ts';
import { loanCollateralMessages } from './en/loan-collateral.ts';
import { loanCollectionMessages } from './en/loan-collection.ts';
import { loanMoneyMessages } from './en/loan-money.ts';
import { loanProductMessages } from './en/loan-products.ts';
import { loanMessages } from './en/loans.ts';
import { officeMeetingMessages } from './en/meetings.ts';
import { noticeBoardMessages } from './en/notice-board.ts';
import { paymentMessages } from './en/payments.ts';
import { peopleMessages } from './en/people.ts';
import { reminderMessages } from './en/reminders.ts';
import { repaymentSheetMessages } from './en/repayment-sheets.ts';
import { sanctionMessages } from './en/sanction.ts';
import { searchMessages } from './en/search.ts';
import { settingsMessages } from './en/settings.ts';
import { shellMessages } from './en/shell.ts';
import { smsMessages } from './en/sms.ts';
import { taxMessages } from './en/tax.ts';
import { todayMessages } from './en/today.ts';
import { webhookMessages } from './en/webhooks.ts';

// One file to fetch for a language.
export const messages = {
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
