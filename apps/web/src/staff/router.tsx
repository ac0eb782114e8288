import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import type { Permission } from './answers.ts';
import { NoSuchPage } from './login/waiting-pages.tsx';
import { readSearch, textSearch, writeSearch } from './search-params.ts';
import { lazyPage } from './shell/lazy-page.tsx';
import { RouteFailure } from './shell/route-failure.tsx';
import { StaffRoot } from './shell/staff-root.tsx';
import { Waiting } from './ui/states.tsx';

// Every staff page by its address. Each is fetched when it is first opened; the permission decides whether the menu
// shows it, and the server decides again.

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    permission?: Permission;
  }
}

const root = createRootRoute({ component: StaffRoot, notFoundComponent: NoSuchPage });
const under = { getParentRoute: () => root } as const;
const needs = (permission: Permission) => ({ staticData: { permission } });

const routes = [
  createRoute({
    ...under,
    ...needs('dashboard.read'),
    path: '/',
    component: lazyPage(() => import('./today/today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    ...under,
    path: '/forgotten-password',
    component: lazyPage(() => import('./account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...under,
    path: '/account',
    component: lazyPage(() => import('./account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...under,
    path: '/notifications',
    validateSearch: textSearch('kind', 'unread'),
    component: lazyPage(() => import('./today/notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    ...under,
    ...needs('meeting.read'),
    path: '/meetings',
    validateSearch: textSearch('q', 'when', 'kind'),
    component: lazyPage(() => import('./meetings/meetings-page.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    ...under,
    ...needs('meeting.manage'),
    path: '/meetings/new',
    component: lazyPage(() => import('./meetings/write-meeting-page.tsx'), 'NewMeetingPage'),
  }),
  createRoute({
    ...under,
    ...needs('meeting.read'),
    path: '/meetings/$id',
    component: lazyPage(() => import('./meetings/meeting-page.tsx'), 'MeetingPage'),
  }),
  createRoute({
    ...under,
    ...needs('meeting.manage'),
    path: '/meetings/$id/change',
    component: lazyPage(() => import('./meetings/write-meeting-page.tsx'), 'ChangeMeetingPage'),
  }),
  createRoute({
    ...under,
    ...needs('meeting.read'),
    path: '/meetings/$id/people',
    validateSearch: textSearch('q', 'which'),
    component: lazyPage(() => import('./meetings/meeting-people-page.tsx'), 'MeetingPeoplePage'),
  }),
  createRoute({
    ...under,
    ...needs('meeting.read'),
    path: '/meetings/$id/minutes',
    component: lazyPage(() => import('./meetings/minutes-page.tsx'), 'MinutesPage'),
  }),
  createRoute({
    ...under,
    ...needs('message.answer'),
    path: '/messages',
    validateSearch: textSearch('q', 'state', 'kind', 'whose'),
    component: lazyPage(() => import('./inbox/inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    ...under,
    ...needs('message.answer'),
    path: '/messages/$id',
    component: lazyPage(() => import('./inbox/message-page.tsx'), 'MessagePage'),
  }),
  createRoute({
    ...under,
    ...needs('system.read'),
    path: '/deliveries',
    validateSearch: textSearch('state', 'channel'),
    component: lazyPage(() => import('./deliveries/deliveries-page.tsx'), 'DeliveriesPage'),
  }),
  createRoute({
    ...under,
    path: '/notice-board',
    validateSearch: textSearch('q', 'state', 'kind', 'audience'),
    component: lazyPage(() => import('./notice-board/notice-board-page.tsx'), 'NoticeBoardPage'),
  }),
  createRoute({
    ...under,
    ...needs('notice.write'),
    path: '/notice-board/new',
    component: lazyPage(() => import('./notice-board/write-notice-page.tsx'), 'NewNoticePage'),
  }),
  createRoute({
    ...under,
    path: '/notice-board/$id',
    component: lazyPage(() => import('./notice-board/notice-page.tsx'), 'NoticePage'),
  }),
  createRoute({
    ...under,
    ...needs('notice.write'),
    path: '/notice-board/$id/change',
    component: lazyPage(() => import('./notice-board/write-notice-page.tsx'), 'ChangeNoticePage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/counter',
    validateSearch: textSearch('member', 'desk'),
    component: lazyPage(() => import('./counter/counter-page.tsx'), 'CounterPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/counter/till',
    component: lazyPage(() => import('./counter/till-page.tsx'), 'TillPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/counter/receipts',
    validateSearch: textSearch('q', 'direction', 'from', 'to', 'member', 'session'),
    component: lazyPage(() => import('./counter/receipts-page.tsx'), 'ReceiptsPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/payments/requests',
    validateSearch: textSearch('q', 'show'),
    component: lazyPage(() => import('./payments/requests-page.tsx'), 'PaymentRequestsPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/counter/sheets',
    component: lazyPage(() => import('./counter/sheets-page.tsx'), 'SheetsPage'),
  }),
  createRoute({
    ...under,
    ...needs('receipt.take'),
    path: '/counter/sheets/new',
    component: lazyPage(() => import('./counter/new-sheet-page.tsx'), 'NewSheetPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/counter/sheets/$id',
    component: lazyPage(() => import('./counter/sheet-page.tsx'), 'SheetPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/payments/statements',
    component: lazyPage(() => import('./payments/statements-page.tsx'), 'StatementsPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/payments/statements/$id',
    component: lazyPage(() => import('./payments/statement-page.tsx'), 'StatementPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/payments/desk',
    component: lazyPage(() => import('./payments/desk-page.tsx'), 'DeskPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/payments/gateway',
    component: lazyPage(() => import('./payments/gateway-page.tsx'), 'GatewayPage'),
  }),
  createRoute({
    ...under,
    path: '/receipts/$id',
    component: lazyPage(() => import('./counter/receipt-page.tsx'), 'ReceiptPage'),
  }),
  createRoute({
    ...under,
    ...needs('member.read'),
    path: '/members',
    validateSearch: textSearch('q', 'status', 'locality', 'sort', 'joinedFrom', 'joinedTo'),
    component: lazyPage(() => import('./members/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    ...under,
    ...needs('kyc.check'),
    path: '/papers-to-check',
    validateSearch: textSearch('q', 'kind', 'paper'),
    component: lazyPage(() => import('./kyc/papers-to-check-page.tsx'), 'PapersToCheckPage'),
  }),
  createRoute({
    ...under,
    ...needs('member.read'),
    path: '/kyc',
    validateSearch: textSearch('q', 'state', 'risk'),
    component: lazyPage(() => import('./kyc/kyc-page.tsx'), 'KycPage'),
  }),
  createRoute({
    ...under,
    ...needs('kyc.check'),
    path: '/lookalikes',
    component: lazyPage(() => import('./kyc/lookalikes-page.tsx'), 'LookalikesPage'),
  }),
  createRoute({
    ...under,
    ...needs('member.read'),
    path: '/members/$id',
    component: lazyPage(() => import('./members/member-page.tsx'), 'MemberPage'),
  }),
  createRoute({
    ...under,
    ...needs('member.change'),
    path: '/members/$id/details',
    component: lazyPage(() => import('./members/change-details-page.tsx'), 'ChangeDetailsPage'),
  }),
  createRoute({
    ...under,
    ...needs('application.read'),
    path: '/applications',
    validateSearch: textSearch('q', 'status', 'sort', 'from', 'to'),
    component: lazyPage(() => import('./applications/applications-page.tsx'), 'ApplicationsPage'),
  }),
  createRoute({
    ...under,
    ...needs('member.register'),
    path: '/applications/new',
    component: lazyPage(() => import('./applications/register-page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    ...under,
    ...needs('application.read'),
    path: '/applications/$id',
    component: lazyPage(() => import('./applications/application-page.tsx'), 'ApplicationPage'),
  }),
  createRoute({
    ...under,
    ...needs('approval.read'),
    path: '/approvals',
    validateSearch: textSearch('status', 'kind'),
    component: lazyPage(() => import('./approvals/approvals-page.tsx'), 'ApprovalsPage'),
  }),
  createRoute({
    ...under,
    ...needs('approval.read'),
    path: '/approvals/$id',
    component: lazyPage(() => import('./approvals/approval-page.tsx'), 'ApprovalPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/savings',
    validateSearch: textSearch('q', 'status', 'kind', 'maturesTo', 'sort'),
    component: lazyPage(() => import('./savings/savings-page.tsx'), 'SavingsPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/thrift-dues',
    validateSearch: textSearch('q', 'owing', 'sort'),
    component: lazyPage(() => import('./savings/thrift-dues-page.tsx'), 'ThriftDuesPage'),
  }),
  createRoute({
    ...under,
    ...needs('member.read'),
    path: '/tax-declarations',
    validateSearch: textSearch('q', 'year', 'state', 'sort'),
    component: lazyPage(() => import('./tax/declarations-page.tsx'), 'DeclarationsPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/interest-tax',
    validateSearch: textSearch('q', 'year', 'part', 'who', 'sort'),
    component: lazyPage(() => import('./tax/interest-tax-page.tsx'), 'InterestTaxPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/tax-payable',
    validateSearch: textSearch('year'),
    component: lazyPage(() => import('./tax/tax-payable-page.tsx'), 'TaxPayablePage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/savings/$id',
    component: lazyPage(() => import('./savings/deposit-page.tsx'), 'DepositPage'),
  }),
  createRoute({
    ...under,
    ...needs('collections.own'),
    path: '/round',
    component: lazyPage(() => import('./collections/round-page.tsx'), 'RoundPage'),
  }),
  createRoute({
    ...under,
    ...needs('collections.read'),
    path: '/collections/agents',
    component: lazyPage(() => import('./collections/agents-page.tsx'), 'AgentsPage'),
  }),
  createRoute({
    ...under,
    ...needs('collections.read'),
    path: '/collections/accounts',
    validateSearch: textSearch('q', 'route'),
    component: lazyPage(() => import('./collections/daily-accounts-page.tsx'), 'DailyAccountsPage'),
  }),
  createRoute({
    ...under,
    ...needs('collections.enter'),
    path: '/collections/sheet',
    validateSearch: textSearch('agent'),
    component: lazyPage(() => import('./collections/sheet-page.tsx'), 'SheetPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.read'),
    path: '/loans',
    validateSearch: textSearch('q', 'status'),
    component: lazyPage(() => import('./loans/loans-page.tsx'), 'LoansPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.read'),
    path: '/loans/dues',
    validateSearch: textSearch('q', 'show'),
    component: lazyPage(() => import('./loans/loan-dues-page.tsx'), 'LoanDuesPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.read'),
    path: '/loans/demand',
    validateSearch: textSearch('q', 'until', 'employer', 'place'),
    component: lazyPage(() => import('./loans/demand-page.tsx'), 'DemandPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.read'),
    path: '/loans/classes',
    component: lazyPage(() => import('./loans/loan-classes-page.tsx'), 'LoanClassesPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.read'),
    path: '/loans/collateral',
    validateSearch: textSearch('q', 'show', 'kind'),
    component: lazyPage(() => import('./loans/collateral-page.tsx'), 'CollateralPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.read'),
    path: '/loans/agenda',
    component: lazyPage(() => import('./loans/agenda-page.tsx'), 'AgendaPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.apply'),
    path: '/loans/new',
    component: lazyPage(() => import('./loans/apply-page.tsx'), 'ApplyPage'),
  }),
  createRoute({
    ...under,
    ...needs('loan.read'),
    path: '/loans/$id',
    component: lazyPage(() => import('./loans/loan-page.tsx'), 'LoanPage'),
  }),
  createRoute({
    ...under,
    ...needs('share.read'),
    path: '/shares',
    validateSearch: textSearch('q', 'pending'),
    component: lazyPage(() => import('./shares/shares-page.tsx'), 'SharesPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/transactions',
    validateSearch: textSearch('q', 'from', 'to', 'kind', 'mode', 'account', 'till', 'member', 'sort'),
    component: lazyPage(() => import('./books/transactions-page.tsx'), 'TransactionsPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/transactions/$id',
    component: lazyPage(() => import('./books/entry-page.tsx'), 'EntryPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/day-book',
    validateSearch: textSearch('on'),
    component: lazyPage(() => import('./books/day-book-page.tsx'), 'DayBookPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/trial-balance',
    validateSearch: textSearch('asOf'),
    component: lazyPage(() => import('./books/trial-balance-page.tsx'), 'TrialBalancePage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/accounts',
    component: lazyPage(() => import('./books/accounts-page.tsx'), 'AccountsPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/accounts/$code',
    validateSearch: textSearch('from', 'to'),
    component: lazyPage(() => import('./books/ledger-page.tsx'), 'LedgerPage'),
  }),
  createRoute({
    ...under,
    ...needs('voucher.enter'),
    path: '/books/vouchers',
    validateSearch: textSearch('kind'),
    component: lazyPage(() => import('./books/voucher-page.tsx'), 'VoucherPage'),
  }),
  createRoute({
    ...under,
    path: '/books/business-day',
    component: lazyPage(() => import('./books/business-day-page.tsx'), 'BusinessDayPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/day-end',
    component: lazyPage(() => import('./day-end/day-end-page.tsx'), 'DayEndPage'),
  }),
  createRoute({
    ...under,
    ...needs('books.read'),
    path: '/books/day-end/$date',
    component: lazyPage(() => import('./day-end/ended-day-page.tsx'), 'EndedDayPage'),
  }),
  createRoute({
    ...under,
    ...needs('audit.read'),
    path: '/audit',
    validateSearch: textSearch('q', 'action', 'user', 'kind', 'subject', 'from', 'to'),
    component: lazyPage(() => import('./audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/society',
    component: lazyPage(() => import('./settings/society-page.tsx'), 'SocietyPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/fees',
    component: lazyPage(() => import('./settings/fees-page.tsx'), 'FeesPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/products',
    component: lazyPage(() => import('./settings/products-page.tsx'), 'ProductsPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/loan-products',
    component: lazyPage(() => import('./settings/loan-products.tsx'), 'LoanProductsPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/sanction-levels',
    component: lazyPage(() => import('./settings/sanction-levels-page.tsx'), 'SanctionLevelsPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/holidays',
    validateSearch: textSearch('year'),
    component: lazyPage(() => import('./settings/holidays-page.tsx'), 'HolidaysPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/reminders',
    component: lazyPage(() => import('./settings/reminders-page.tsx'), 'RemindersPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/sms',
    component: lazyPage(() => import('./settings/sms-page.tsx'), 'SmsPage'),
  }),
  createRoute({
    ...under,
    ...needs('counter.read'),
    path: '/settings/tills',
    component: lazyPage(() => import('./settings/tills-page.tsx'), 'TillsPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/webhooks',
    component: lazyPage(() => import('./webhooks/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    ...under,
    ...needs('settings.read'),
    path: '/settings/webhooks/$id',
    component: lazyPage(() => import('./webhooks/webhook-page.tsx'), 'WebhookPage'),
  }),
  createRoute({
    ...under,
    ...needs('user.read'),
    path: '/settings/users',
    validateSearch: textSearch('q', 'status'),
    component: lazyPage(() => import('./settings/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    ...under,
    ...needs('user.read'),
    path: '/settings/roles',
    component: lazyPage(() => import('./settings/roles-page.tsx'), 'RolesPage'),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/staff',
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  scrollRestoration: true,
  defaultErrorComponent: RouteFailure,
  defaultPendingComponent: Waiting,
  defaultPendingMs: 300,
});
