import type { Permission } from '../answers.ts';
import type { WordKey } from '../words.ts';

export interface NavigationItem {
  label: WordKey;
  to: string;
  permission: Permission;
  /** Pages under this one; shown while the reader is among them. */
  children?: readonly NavigationItem[];
}

export const navigation: readonly NavigationItem[] = [
  { label: 'nav.today', to: '/', permission: 'dashboard.read' },
  {
    label: 'nav.counter',
    to: '/counter',
    permission: 'counter.read',
    children: [
      { label: 'nav.counterDesk', to: '/counter', permission: 'counter.read' },
      { label: 'nav.counterReceipts', to: '/counter/receipts', permission: 'counter.read' },
      { label: 'nav.counterSheets', to: '/counter/sheets', permission: 'counter.read' },
      { label: 'nav.counterTill', to: '/counter/till', permission: 'till.operate' },
    ],
  },
  {
    label: 'nav.members',
    to: '/members',
    permission: 'member.read',
    children: [
      { label: 'nav.members', to: '/members', permission: 'member.read' },
      { label: 'nav.papersToCheck', to: '/papers-to-check', permission: 'kyc.check' },
      { label: 'nav.kyc', to: '/kyc', permission: 'member.read' },
      { label: 'nav.lookalikes', to: '/lookalikes', permission: 'kyc.check' },
    ],
  },
  { label: 'nav.applications', to: '/applications', permission: 'application.read' },
  { label: 'nav.approvals', to: '/approvals', permission: 'approval.read' },
  {
    label: 'nav.savings',
    to: '/savings',
    permission: 'counter.read',
    children: [
      { label: 'nav.savings', to: '/savings', permission: 'counter.read' },
      { label: 'nav.thriftDues', to: '/thrift-dues', permission: 'counter.read' },
      { label: 'nav.taxDeclarations', to: '/tax-declarations', permission: 'member.read' },
    ],
  },
  {
    label: 'nav.loans',
    to: '/loans',
    permission: 'loan.read',
    children: [
      { label: 'nav.loans', to: '/loans', permission: 'loan.read' },
      { label: 'nav.loanDues', to: '/loans/dues', permission: 'loan.read' },
      { label: 'nav.loanDemand', to: '/loans/demand', permission: 'loan.read' },
      { label: 'nav.loanClasses', to: '/loans/classes', permission: 'loan.read' },
      { label: 'nav.loanCollateral', to: '/loans/collateral', permission: 'loan.read' },
      { label: 'nav.loanAgenda', to: '/loans/agenda', permission: 'loan.read' },
    ],
  },
  {
    label: 'nav.collections',
    to: '/collections/agents',
    permission: 'collections.read',
    children: [
      { label: 'nav.collectionAgents', to: '/collections/agents', permission: 'collections.read' },
      { label: 'nav.collectionAccounts', to: '/collections/accounts', permission: 'collections.read' },
      { label: 'nav.collectionSheet', to: '/collections/sheet', permission: 'collections.enter' },
    ],
  },
  { label: 'nav.round', to: '/round', permission: 'collections.own' },
  {
    label: 'nav.payments',
    to: '/payments/requests',
    permission: 'counter.read',
    children: [
      { label: 'nav.paymentRequests', to: '/payments/requests', permission: 'counter.read' },
      { label: 'nav.statements', to: '/payments/statements', permission: 'books.read' },
      { label: 'nav.paymentDesk', to: '/payments/desk', permission: 'books.read' },
      { label: 'nav.gateway', to: '/payments/gateway', permission: 'books.read' },
    ],
  },
  { label: 'nav.shares', to: '/shares', permission: 'share.read' },
  {
    label: 'nav.books',
    to: '/transactions',
    permission: 'books.read',
    children: [
      { label: 'nav.transactions', to: '/transactions', permission: 'books.read' },
      { label: 'nav.dayBook', to: '/books/day-book', permission: 'books.read' },
      { label: 'nav.trialBalance', to: '/books/trial-balance', permission: 'books.read' },
      { label: 'nav.accounts', to: '/books/accounts', permission: 'books.read' },
      { label: 'nav.vouchers', to: '/books/vouchers', permission: 'voucher.enter' },
      { label: 'nav.interestTax', to: '/books/interest-tax', permission: 'books.read' },
      { label: 'nav.taxPayable', to: '/books/tax-payable', permission: 'books.read' },
      { label: 'nav.dayEnd', to: '/books/day-end', permission: 'books.read' },
      { label: 'nav.businessDay', to: '/books/business-day', permission: 'books.read' },
    ],
  },
  { label: 'nav.meetings', to: '/meetings', permission: 'meeting.read' },
  { label: 'nav.inbox', to: '/messages', permission: 'message.answer' },
  { label: 'nav.noticeBoard', to: '/notice-board', permission: 'member.read' },
  { label: 'nav.deliveries', to: '/deliveries', permission: 'system.read' },
  { label: 'nav.audit', to: '/audit', permission: 'audit.read' },
  {
    label: 'nav.settings',
    to: '/settings/society',
    permission: 'settings.read',
    children: [
      { label: 'nav.society', to: '/settings/society', permission: 'settings.read' },
      { label: 'nav.fees', to: '/settings/fees', permission: 'settings.read' },
      { label: 'nav.products', to: '/settings/products', permission: 'settings.read' },
      { label: 'nav.loanProducts', to: '/settings/loan-products', permission: 'settings.read' },
      { label: 'nav.sanctionLevels', to: '/settings/sanction-levels', permission: 'settings.read' },
      { label: 'nav.reminders', to: '/settings/reminders', permission: 'settings.read' },
      { label: 'nav.sms', to: '/settings/sms', permission: 'settings.read' },
      { label: 'nav.tills', to: '/settings/tills', permission: 'counter.read' },
      { label: 'nav.holidays', to: '/settings/holidays', permission: 'settings.read' },
      { label: 'nav.webhooks', to: '/settings/webhooks', permission: 'settings.read' },
      { label: 'nav.users', to: '/settings/users', permission: 'user.read' },
      { label: 'nav.roles', to: '/settings/roles', permission: 'user.read' },
    ],
  },
];

/** Whether a page stands at this address or below it. */
export function isWithin(pathname: string, to: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}
