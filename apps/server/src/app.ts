// The table of contents: what the server is made of, in order.

import { accountingMessages, accountingRoutes } from './features/accounting/index.ts';
import { approvalsMessages, approvalsRoutes } from './features/approvals/index.ts';
import { auditMessages, auditRoutes } from './features/audit/index.ts';
import { collectionsMessages, collectionsRoutes } from './features/collections/index.ts';
import { counterMessages, counterRoutes } from './features/counter/index.ts';
import { dashboardRoutes } from './features/dashboard/index.ts';
import { dayEndMessages, dayEndRoutes } from './features/day-end/index.ts';
import { deliverersRoutes, deliveriesMessages, deliveriesRoutes } from './features/deliveries/index.ts';
import { depositsMessages, depositsRoutes } from './features/deposits/index.ts';
import { filesMessages, filesRoutes } from './features/files/index.ts';
import { identityMessages, identityRoutes } from './features/identity/index.ts';
import { kycMessages, kycRoutes } from './features/kyc/index.ts';
import { liveRoutes } from './features/live/index.ts';
import { loansMessages, loansRoutes } from './features/loans/index.ts';
import { meetingsMessages, meetingsRoutes } from './features/meetings/index.ts';
import { membersMessages, membersRoutes } from './features/members/index.ts';
import { noticesMessages, noticesRoutes } from './features/notices/index.ts';
import { notificationsRoutes } from './features/notifications/index.ts';
import { officeMessagesMessages, officeMessagesRoutes } from './features/office-messages/index.ts';
import { paperMessages, paperRoutes } from './features/paper/index.ts';
import { paymentsInMessages, paymentsInRoutes } from './features/payments-in/index.ts';
import { pushMessages, pushRoutes } from './features/push/index.ts';
import { remindersRoutes } from './features/reminders/index.ts';
import { searchRoutes } from './features/search/index.ts';
import { setupMessages, setupRoutes } from './features/setup/index.ts';
import { sharesMessages, sharesRoutes } from './features/shares/index.ts';
import { societyMessages, societyRoutes } from './features/society/index.ts';
import { viewsMessages, viewsRoutes } from './features/views/index.ts';
import { webhooksMessages, webhooksRoutes } from './features/webhooks/index.ts';
import { buildAppOf, type Feature } from './platform/http/build-app.ts';
import type { CreatedApp } from './platform/http/create-app.ts';
import type { Platform } from './platform/platform.ts';

export type { Feature } from './platform/http/build-app.ts';

export const allFeatures: readonly Feature[] = [
  { name: 'identity', routes: identityRoutes, messages: identityMessages },
  { name: 'audit', routes: auditRoutes, messages: auditMessages },
  { name: 'society', routes: societyRoutes, messages: societyMessages },
  { name: 'setup', routes: setupRoutes, messages: setupMessages },
  { name: 'files', routes: filesRoutes, messages: filesMessages },
  { name: 'members', routes: membersRoutes, messages: membersMessages },
  { name: 'kyc', routes: kycRoutes, messages: kycMessages },
  { name: 'search', routes: searchRoutes },
  { name: 'shares', routes: sharesRoutes, messages: sharesMessages },
  { name: 'deposits', routes: depositsRoutes, messages: depositsMessages },
  { name: 'loans', routes: loansRoutes, messages: loansMessages },
  { name: 'counter', routes: counterRoutes, messages: counterMessages },
  { name: 'payments-in', routes: paymentsInRoutes, messages: paymentsInMessages },
  { name: 'collections', routes: collectionsRoutes, messages: collectionsMessages },
  { name: 'paper', routes: paperRoutes, messages: paperMessages },
  { name: 'accounting', routes: accountingRoutes, messages: accountingMessages },
  { name: 'day-end', routes: dayEndRoutes, messages: dayEndMessages },
  { name: 'approvals', routes: approvalsRoutes, messages: approvalsMessages },
  { name: 'dashboard', routes: dashboardRoutes },
  { name: 'notices', routes: noticesRoutes, messages: noticesMessages },
  { name: 'meetings', routes: meetingsRoutes, messages: meetingsMessages },
  { name: 'office-messages', routes: officeMessagesRoutes, messages: officeMessagesMessages },
  { name: 'notifications', routes: notificationsRoutes },
  { name: 'reminders', routes: remindersRoutes },
  { name: 'deliveries', routes: deliveriesRoutes, messages: deliveriesMessages },
  { name: 'deliverers', routes: deliverersRoutes },
  { name: 'views', routes: viewsRoutes, messages: viewsMessages },
  { name: 'push', routes: (app) => pushRoutes(app), messages: pushMessages },
  { name: 'webhooks', routes: (app) => webhooksRoutes(app), messages: webhooksMessages },
  { name: 'live', routes: liveRoutes },
];

export function buildApp(platform: Platform, features: readonly Feature[] = allFeatures): Promise<CreatedApp> {
  return buildAppOf(platform, features);
}
