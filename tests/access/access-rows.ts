// Who may do what, written down by hand and apart from the program: a line for every route. The matrix asks each door
// in each role and holds the answer against this.

import { type ObjectName, type Objects, STAFF_ROLES, type StaffRole, type Who } from './access-cast.ts';

export interface AccessRow {
  /** `all`: whoever comes, signed in or not. */
  readonly who: 'all' | 'signed in' | readonly ('members' | StaffRole)[];
  /** What the path names. */
  readonly object?: ObjectName;
  readonly query?: string;
  readonly body?: (objects: Objects) => unknown;
  /**
   * A reading: those who may get 200 with the object there. Without it the request would change something, and those
   * who may are only let as far as an object that is missing or a reason to refuse.
   */
  readonly reads?: true;
  /** What those who may get for a missing object, or for a request without one. */
  readonly answer: number;
  /** Those for whom the object of member A must be as if it did not exist, though they may use the path. */
  readonly hiddenFrom?: readonly Who[];
  /** Another answer for some, where the rule goes by more than the role. */
  readonly except?: { readonly [Name in Who]?: number };
}

const { administrator, manager, cashier, accountant, loan_officer, agent, committee, auditor } = Object.fromEntries(
  STAFF_ROLES.map((role) => [role, role]),
) as { [Role in StaffRole]: Role };

/** Everybody of the office; an agent on the road sees their own round only. */
const STAFF = STAFF_ROLES.filter((role) => role !== 'agent');
const EVERY_ROLE = STAFF_ROLES;
const BOOKS = [administrator, manager, accountant, committee, auditor] as const;
const TRAIL = [administrator, manager, accountant, auditor] as const;
const APPROVALS = [administrator, manager, cashier, accountant, committee, auditor] as const;
const DECIDERS = [administrator, manager, accountant, committee] as const;
const ADMITTERS = [administrator, manager, committee] as const;
const OFFICE = [administrator, manager] as const;
const HOUSE = [administrator] as const;
const ANSWERERS = [administrator, manager, loan_officer] as const;
const TELLER = [cashier] as const;
/** Who enters vouchers, and so holds the bank's lines against the books. */
const MATCHERS = [manager, accountant] as const;
/** A till whose cashier went home is counted and closed by the manager. */
const TILLS = [manager, cashier] as const;
const COLLECTIONS = [administrator, manager, cashier, accountant, auditor] as const;
const READ_USERS = [administrator, manager, auditor] as const;
const OWN_OR_STAFF = ['members', ...STAFF] as const;

const reading = (who: AccessRow['who'], more: Partial<AccessRow> = {}): AccessRow => ({
  who,
  reads: true,
  answer: more.object === undefined ? 200 : 404,
  ...more,
});
/** Members read what is theirs, staff what is anybody's. */
const ownReading = (object: ObjectName, staff: readonly StaffRole[], query?: string): AccessRow =>
  reading(['members', ...staff], { object, hiddenFrom: ['member B'], ...(query === undefined ? {} : { query }) });

const reason = () => ({ reason: 'Looked at by the access matrix' });
const login = () => ({ identifier: 'nobody-at-all', password: 'wrong wrong wrong' });
const period = 'from=2026-11-01&to=2026-11-30';

export const ACCESS_ROWS: Readonly<Record<string, AccessRow>> = {
  // before anybody logs in
  'GET /api/openapi.json': reading('all'),
  'GET /api/setup': reading('all'),
  'POST /api/setup': { who: 'all', body: (objects) => objects, answer: 400 },
  'GET /api/society': reading('all'),
  'GET /api/society/logo': { who: 'all', answer: 404 },
  'POST /api/auth/member/login': { who: 'all', body: login, answer: 401 },
  'POST /api/auth/admin/login': { who: 'all', body: login, answer: 401 },
  'POST /api/auth/refresh': { who: 'all', body: () => ({}), answer: 401 },
  'POST /api/auth/logout': { who: 'all', body: () => ({ refreshToken: 1 }), answer: 400 },
  'POST /api/auth/password/forgot': { who: 'all', body: () => ({ identifier: 'nobody-at-all' }), answer: 200 },
  'POST /api/auth/password/reset': {
    who: 'all',
    body: () => ({ identifier: 'nobody-at-all', code: 'AAAA-BBBB-CCCC', newPassword: 'seven quiet lanterns' }),
    answer: 422,
  },
  'POST /api/members/register': { who: 'all', body: () => ({ name: 'Half a form' }), answer: 400 },
  'POST /api/members/register/status': {
    who: 'all',
    body: () => ({ trackingNumber: 'AAAAAAAAAA', phone: '9700000009' }),
    answer: 404,
  },
  'POST /api/members/register/files': { who: 'all', query: 'kind=photo', body: () => new FormData(), answer: 400 },
  'POST /api/members/register/file-removals': {
    who: 'all',
    body: () => ({ trackingNumber: 'AAAAAAAAAA', phone: '9700000009', fileId: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    answer: 404,
  },
  'POST /api/members/register/resubmission': { who: 'all', body: () => ({ name: 'Half a form' }), answer: 400 },

  // one's own log-in
  'GET /api/me': reading('signed in'),
  'PUT /api/me/language': { who: 'signed in', body: () => ({ language: 'en' }), answer: 200 },
  'GET /api/auth/sessions': reading('signed in'),
  'DELETE /api/auth/sessions/{sessionId}': {
    who: 'signed in',
    object: 'memberSession',
    answer: 404,
    hiddenFrom: ['member B', manager, cashier, accountant, loan_officer, agent, committee, auditor],
  },
  'GET /api/auth/login-history': reading('signed in'),
  'POST /api/auth/password/change': {
    who: 'signed in',
    body: () => ({ currentPassword: 'not this one at all', newPassword: 'seven other lanterns' }),
    answer: 422,
  },
  'POST /api/auth/totp/enrolment': { who: 'signed in', body: () => ({ password: 'not this one at all' }), answer: 422 },
  'POST /api/auth/totp/confirmation': { who: 'signed in', body: () => ({ code: 'nonsense' }), answer: 409 },
  'POST /api/auth/totp/removal': { who: 'signed in', body: () => ({ password: 'not this one at all' }), answer: 422 },
  'GET /api/notifications': reading('signed in'),
  'POST /api/notifications/read': { who: 'signed in', body: () => ({ ids: ['999999'] }), answer: 200 },
  'GET /api/notification-choices': reading('signed in'),
  'PUT /api/notification-choices': {
    who: 'signed in',
    body: () => ({ choices: [], quiet: { whose: 'society' }, language: 'en' }),
    answer: 200,
  },
  'GET /api/deliveries': reading(READ_USERS),
  'GET /api/deliveries/overview': reading(READ_USERS),
  'POST /api/deliveries/{id}/retry': { who: OFFICE, object: 'loan', answer: 404 },
  'GET /api/live/events': reading('signed in'),
  'GET /api/me/views': reading(EVERY_ROLE),
  'POST /api/me/views': {
    who: EVERY_ROLE,
    body: () => ({ list: 'members', name: 'Looked at', search: {}, hiddenColumns: [] }),
    answer: 201,
  },
  'DELETE /api/me/views/{id}': { who: EVERY_ROLE, object: 'savedView', answer: 404, hiddenFrom: EVERY_ROLE },
  'GET /api/deposit-products': reading('all'),

  // people
  'GET /api/push/subscription': reading(['members']),
  'PUT /api/push/subscription': {
    who: ['members'],
    body: () => ({ endpoint: 'https://127.0.0.1/push', keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } }),
    answer: 400,
  },
  'DELETE /api/push/subscription': { who: ['members'], answer: 200 },
  'GET /api/members/profile': reading(['members']),
  'PUT /api/members/profile': { who: ['members'], body: () => ({ version: 999 }), answer: 409 },
  'GET /api/members': reading(STAFF),
  'GET /api/members.csv': reading(TRAIL),
  'GET /api/members/{id}': reading(STAFF, { object: 'member' }),
  'PUT /api/members/{id}': {
    who: [administrator, manager, loan_officer],
    object: 'member',
    body: () => ({ version: 1 }),
    answer: 404,
  },
  'GET /api/members/profile/files': reading(['members']),
  'POST /api/members/profile/files': {
    who: ['members'],
    query: 'kind=photo',
    body: () => new FormData(),
    answer: 400,
  },
  'GET /api/members/{id}/files': reading(STAFF, { object: 'member' }),
  'POST /api/members/{id}/files': {
    who: [administrator, manager, loan_officer],
    object: 'member',
    query: 'kind=photo',
    body: () => new FormData(),
    answer: 404,
  },
  'POST /api/members/{id}/files/{fileId}/removal': {
    who: [administrator, manager, loan_officer],
    object: 'member',
    body: reason,
    answer: 404,
  },
  'GET /api/messages': reading(['members', ...ANSWERERS]),
  'POST /api/messages': { who: ['members'], body: () => ({}), answer: 400 },
  'GET /api/messages/{id}': ownReading('message', ANSWERERS),
  'POST /api/messages/{id}/entries': {
    who: ['members', ...ANSWERERS],
    object: 'message',
    body: () => ({ text: 'Looked at by the access matrix' }),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'POST /api/messages/{id}/assignment': {
    who: ANSWERERS,
    object: 'message',
    body: () => ({ userId: null }),
    answer: 404,
  },
  'POST /api/messages/{id}/closure': { who: ANSWERERS, object: 'message', body: reason, answer: 404 },
  'POST /api/messages/{id}/reopening': {
    who: ['members'],
    object: 'message',
    body: () => ({ text: 'Looked at by the access matrix' }),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'POST /api/messages/{id}/files': {
    who: ['members', ...ANSWERERS],
    object: 'message',
    body: () => new FormData(),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'GET /api/messages/{id}/files/{fileId}': {
    who: ['members', ...ANSWERERS],
    object: 'message',
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'GET /api/notices': reading('signed in'),
  'GET /api/notices/{id}': reading('signed in', { object: 'notice', hiddenFrom: ['member B'] }),
  'GET /api/notices/{id}/notice.pdf': reading('signed in', { object: 'notice', hiddenFrom: ['member B'] }),
  'GET /api/notices/{id}/download': reading('signed in', { object: 'notice', hiddenFrom: ['member B'] }),
  'POST /api/notices/{id}/reading': { who: 'signed in', object: 'notice', answer: 404, hiddenFrom: ['member B'] },
  'GET /api/notices/{id}/readers': reading(OFFICE, { object: 'notice' }),
  'POST /api/notices': { who: OFFICE, body: () => ({}), answer: 400 },
  'PUT /api/notices/{id}': {
    who: OFFICE,
    object: 'notice',
    body: () => ({
      ...{ kind: 'general', priority: 'low', audience: 'members', version: 99 },
      texts: [{ language: 'en', title: 'Nothing new', text: 'Looked at by the access matrix' }],
    }),
    answer: 404,
  },
  'DELETE /api/notices/{id}': { who: OFFICE, object: 'notice', answer: 404 },
  'POST /api/notices/{id}/publication': { who: OFFICE, object: 'notice', answer: 404 },
  'DELETE /api/notices/{id}/publication': { who: OFFICE, object: 'notice', answer: 404 },
  'POST /api/notices/{id}/file': { who: OFFICE, object: 'notice', body: () => new FormData(), answer: 404 },
  'DELETE /api/notices/{id}/file': { who: OFFICE, object: 'notice', answer: 404 },
  'GET /api/public/notices': reading('all'),
  'GET /api/public/notices/{id}': { who: 'all', object: 'notice', answer: 404 },
  'GET /api/public/notices/{id}/download': { who: 'all', object: 'notice', answer: 404 },
  'GET /api/files/{id}': ownReading('file', STAFF),
  'GET /api/members/{id}/timeline': reading(STAFF, { object: 'member' }),
  'GET /api/members/{id}/counts': reading(STAFF, { object: 'member' }),
  'GET /api/members/{id}/log-in': reading(READ_USERS, { object: 'member' }),
  'GET /api/members/{id}/notes': reading(STAFF, { object: 'member' }),
  'POST /api/members/{id}/notes': {
    who: [administrator, manager, cashier, loan_officer],
    object: 'member',
    body: () => ({ text: 'Noted by the access matrix' }),
    answer: 404,
  },
  'GET /api/members/{id}/status-changes': reading(STAFF, { object: 'member' }),
  'POST /api/members/{id}/status-changes': {
    who: OFFICE,
    object: 'member',
    body: () => ({ toStatus: 'suspended', effectiveOn: '2026-11-30', ...reason() }),
    answer: 404,
  },
  'POST /api/members/{id}/disclosures': {
    who: [administrator, manager, auditor],
    object: 'member',
    body: () => ({ what: 'pan', ...reason() }),
    answer: 404,
  },
  'POST /api/members/{id}/one-time-code': { who: OFFICE, object: 'member', answer: 404 },
  'GET /api/admin/member-requests': reading(STAFF),
  'GET /api/admin/member-requests.csv': reading(TRAIL),
  'POST /api/admin/member-requests': {
    who: [administrator, manager, cashier, loan_officer],
    body: () => ({ name: 'Half a form' }),
    answer: 400,
  },
  'GET /api/admin/member-requests/{id}': reading(STAFF, { object: 'application' }),
  'GET /api/admin/member-requests/{id}/files': reading(STAFF, { object: 'application' }),
  'POST /api/admin/member-requests/{id}/files': {
    who: [administrator, manager, cashier, loan_officer],
    object: 'application',
    query: 'kind=photo',
    body: () => new FormData(),
    answer: 404,
  },
  'POST /api/admin/member-requests/{id}/files/{fileId}/removal': {
    who: [administrator, manager, cashier, loan_officer],
    object: 'application',
    body: reason,
    answer: 404,
  },
  'PUT /api/admin/member-requests/{id}/approve': {
    who: ADMITTERS,
    object: 'application',
    body: () => ({}),
    answer: 404,
  },
  'PUT /api/admin/member-requests/{id}/reject': { who: ADMITTERS, object: 'application', body: reason, answer: 404 },
  'PUT /api/admin/member-requests/{id}/return': {
    who: [administrator, manager, loan_officer],
    object: 'application',
    body: reason,
    answer: 404,
  },

  // shares and savings
  'GET /api/shares': reading(OWN_OR_STAFF),
  'GET /api/shares.csv': reading(TRAIL),
  'GET /api/employers': reading(STAFF),
  'POST /api/employers': { who: [administrator, manager, loan_officer], body: () => ({ name: '' }), answer: 400 },
  'PUT /api/employers/{id}': {
    who: [administrator, manager, loan_officer],
    object: 'collectionRoute',
    body: () => ({ name: 'Nobody’s mill', version: 1 }),
    answer: 404,
  },
  'PUT /api/members/{id}/employment': {
    who: [administrator, manager, loan_officer],
    object: 'member',
    body: () => ({ employerId: '999999' }),
    answer: 404,
  },
  'GET /api/members/{id}/staff-standings': reading(STAFF, { object: 'member' }),
  'POST /api/members/{id}/staff-standings': {
    who: [administrator, manager, loan_officer],
    object: 'member',
    body: () => ({ isStaff: true, effectiveFrom: '2027-04-01', reason: 'Appointed as clerk' }),
    answer: 404,
  },
  'GET /api/members/{id}/tax-declarations': reading(STAFF, { object: 'member' }),
  'POST /api/members/{id}/tax-declarations': {
    who: [administrator, manager, loan_officer],
    object: 'member',
    body: () => ({ financialYear: '2026-27', number: 'F121/1', receivedOn: '2026-11-30' }),
    answer: 404,
  },
  'POST /api/members/{id}/tax-declarations/{declarationId}/withdrawal': {
    who: [administrator, manager, loan_officer],
    object: 'member',
    body: reason,
    answer: 404,
  },
  'GET /api/tax-declarations': reading(STAFF),
  'GET /api/tax-declarations.csv': reading(TRAIL),
  'GET /api/interest-tax': reading(BOOKS),
  'GET /api/interest-tax.csv': reading(TRAIL),
  'GET /api/tax-payable': reading(BOOKS),
  'GET /api/tax-payable.csv': reading(TRAIL),
  'GET /api/members/{id}/interest': ownReading('member', STAFF),
  'GET /api/members/{id}/interest-certificate.pdf': ownReading('member', STAFF),
  'GET /api/members/{id}/tax-certificate.pdf': ownReading('member', STAFF),
  'GET /api/members/{memberId}/shares': ownReading('member', STAFF),
  'POST /api/members/{memberId}/share-allotments': {
    who: [manager, accountant],
    object: 'member',
    body: () => ({}),
    answer: 404,
  },
  'GET /api/share-certificates/{id}/pdf': ownReading('certificate', STAFF),
  'GET /api/deposits': reading(OWN_OR_STAFF),
  'GET /api/deposits.csv': reading(TRAIL),
  'POST /api/deposits': {
    who: ['members', manager, cashier],
    // For a member this is somebody else, for staff nobody.
    body: () => ({ memberId: '999999', productCode: 'CA' }),
    answer: 404,
  },
  'GET /api/deposit-requests': reading(['members']),
  // The example was asked by somebody else.
  'POST /api/deposit-requests/{id}/withdrawal': {
    who: ['members'],
    object: 'approval',
    answer: 404,
    hiddenFrom: ['member A', 'member B'],
  },
  'GET /api/loan-products': reading('all'),
  'POST /api/loans/quote': {
    who: 'all',
    body: () => ({ productCode: 'XX', amount: '1000.00', instalments: 12 }),
    answer: 404,
  },
  'GET /api/loans/eligibility': { who: OWN_OR_STAFF, query: 'memberId=999999', answer: 404 },
  'GET /api/loans': reading(OWN_OR_STAFF),
  'GET /api/loans.csv': reading(TRAIL),
  'GET /api/loans/agenda': reading(STAFF),
  'GET /api/loans/agenda.pdf': reading(STAFF),
  'POST /api/loans/{id}/abstention': { who: [committee], object: 'loan', body: reason, answer: 404 },
  'GET /api/loans/{id}/resolution.pdf': reading(STAFF, { object: 'loan' }),
  'GET /api/sanction-levels': reading(TRAIL),
  'PUT /api/sanction-levels': {
    who: [administrator],
    body: () => ({ levels: [{ roleCode: 'nobody', upTo: null }], effectiveFrom: '2099-01-01' }),
    answer: 422,
  },
  'GET /api/members/{id}/relatives': reading(STAFF, { object: 'member' }),
  'POST /api/members/{id}/relatives': {
    who: [manager, loan_officer],
    object: 'member',
    body: () => ({ memberNumber: 'M-999999', relation: 'other' }),
    answer: 404,
  },
  'DELETE /api/members/{id}/relatives/{relativeId}': { who: [manager, loan_officer], object: 'member', answer: 404 },
  'GET /api/loan-classes': reading(STAFF),
  'GET /api/loan-classes.csv': reading(TRAIL),
  'GET /api/loan-collateral': reading(STAFF),
  'GET /api/loan-collateral.csv': reading(TRAIL),
  'POST /api/loans/{id}/collateral': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ kind: 'deposit', depositId: '999999', value: '10.00' }),
    answer: 404,
  },
  'DELETE /api/loans/{id}/collateral/{itemId}': { who: [manager, loan_officer], object: 'loan', answer: 404 },
  'POST /api/loans/{id}/collateral/receipt': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ itemIds: ['999999'], keptWhere: 'Nowhere' }),
    answer: 404,
  },
  'POST /api/loans/{id}/collateral/release': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ itemIds: ['999999'], releasedTo: 'Nobody' }),
    answer: 404,
  },
  'GET /api/demand-list': reading(STAFF),
  'GET /api/demand-list/groups': reading(STAFF, { query: 'by=employer' }),
  'GET /api/demand-list.csv': reading(TRAIL),
  'GET /api/loan-dues': reading(STAFF),
  'GET /api/loan-dues.csv': reading(TRAIL),
  // For a member this is somebody else, for staff nobody.
  'GET /api/loan-draft': { who: ['members', manager, loan_officer], query: 'memberId=999999', answer: 404 },
  'PUT /api/loan-draft': {
    who: ['members', manager, loan_officer],
    body: () => ({ memberId: '999999', amount: '12,000' }),
    answer: 404,
  },
  'DELETE /api/loan-draft': { who: ['members', manager, loan_officer], query: 'memberId=999999', answer: 404 },
  'POST /api/loans': {
    who: ['members', manager, loan_officer],
    // For a member this is somebody else, for staff nobody.
    body: () => ({ memberId: '999999', productCode: 'EML', amount: '1000.00', instalments: 3, purpose: 'School fees' }),
    answer: 404,
  },
  'GET /api/loans/{id}': ownReading('loan', STAFF),
  'GET /api/loans/{id}/explanation': ownReading('loan', STAFF),
  'GET /api/loans/{id}/files': ownReading('loan', STAFF),
  'POST /api/loans/{id}/files': {
    who: ['members', manager, loan_officer],
    object: 'loan',
    query: 'kind=income_proof',
    body: () => new FormData(),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'POST /api/loans/{id}/files/{fileId}/removal': {
    who: [manager, loan_officer],
    object: 'loan',
    body: reason,
    answer: 404,
  },
  'GET /api/loans/{id}/payoff': ownReading('loan', STAFF),
  'GET /api/loans/{id}/prepayment': ownReading('loan', STAFF, 'amount=5000.00'),
  ...Object.fromEntries(
    ['sanction', 'agreement', 'schedule', 'statement', 'interest-certificate'].map((paper) => [
      `GET /api/loans/{id}/${paper}.pdf`,
      ownReading('loan', STAFF),
    ]),
  ),
  'GET /api/loans/{id}/no-dues.pdf': ownReading('paidLoan', STAFF),
  'GET /api/loans/{id}/release.pdf': ownReading('paidLoan', STAFF),
  'GET /api/loans/{id}/collection': { who: STAFF, object: 'loan', answer: 404 },
  'POST /api/loans/{id}/contacts': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ kind: 'call', spokeTo: 'Nobody', said: 'Nothing at all' }),
    answer: 404,
  },
  'POST /api/loans/{id}/letters': { who: [manager, loan_officer], object: 'loan', answer: 404 },
  'GET /api/loan-letters/{id}/letter.pdf': { who: STAFF, object: 'loan', answer: 404 },
  'POST /api/loans/{id}/recommendation': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ note: 'Income seen', version: 1 }),
    answer: 404,
  },
  'POST /api/loans/{id}/return': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ ...reason(), version: 1 }),
    answer: 404,
  },
  'POST /api/loans/{id}/rejection': {
    who: [committee],
    object: 'loan',
    body: () => ({ ...reason(), version: 1 }),
    answer: 404,
  },
  'POST /api/loans/{id}/sanction': {
    who: [committee],
    object: 'loan',
    body: () => ({ amount: '1000.00', instalments: 3, resolutionNumber: 'LC/1', version: 1 }),
    answer: 404,
  },
  'POST /api/loans/{id}/disbursement': {
    who: [manager, cashier, accountant, loan_officer],
    object: 'loan',
    body: () => ({ toDepositId: '999999' }),
    answer: 404,
  },
  'POST /api/loans/{id}/repayments': {
    who: ['members', cashier],
    object: 'loan',
    body: () => ({ fromDepositId: '999999', amount: '10.00' }),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'POST /api/loans/{id}/guarantors': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ replacesMemberId: '999999', memberNumber: 'M-1', ...reason() }),
    answer: 404,
  },
  'POST /api/loans/{id}/guarantors/{memberId}/recovery': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ fromDepositId: '999999', amount: '10.00', ...reason() }),
    answer: 404,
  },
  'POST /api/loans/{id}/measures': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => ({ kind: 'waiver', interest: '10.00', ...reason() }),
    answer: 404,
  },
  'POST /api/loans/{id}/measures/{measureId}/reversal': {
    who: [manager, loan_officer],
    object: 'loan',
    body: () => reason(),
    answer: 404,
  },
  'PUT /api/loans/{id}/surety': {
    who: ['members'],
    object: 'loan',
    body: () => ({ consents: true }),
    answer: 404,
    // Nobody stands surety for their own loan.
    hiddenFrom: ['member A', 'member B'],
  },
  'PUT /api/loans/{id}/debit': {
    who: ['members'],
    object: 'loan',
    body: () => ({ fromDepositId: '999999' }),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'DELETE /api/loans/{id}/debit': { who: ['members'], object: 'loan', answer: 404, hiddenFrom: ['member B'] },
  'DELETE /api/loans/{id}': {
    who: ['members', manager, loan_officer],
    object: 'loan',
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'GET /api/thrift-dues': reading(STAFF),
  'GET /api/thrift-dues.csv': reading(TRAIL),
  'GET /api/standing-instructions': reading(['members', ...STAFF]),
  'POST /api/standing-instructions': {
    who: ['members', ...TELLER],
    // The savings of member A, which are due nothing.
    body: () => ({ fromDepositId: '1', toDepositId: '1' }),
    answer: 422,
    except: { 'member B': 404 },
  },
  'POST /api/standing-instructions/{id}/stop': {
    who: ['members', ...TELLER],
    object: 'deposit',
    answer: 404,
    hiddenFrom: ['member A', 'member B'],
  },
  'GET /api/deposits/{id}': ownReading('deposit', STAFF),
  'GET /api/deposits/{id}/certificate.pdf': ownReading('termDeposit', STAFF),
  'GET /api/deposits/{id}/explanation': ownReading('deposit', STAFF),
  'GET /api/deposits/{id}/interest': ownReading('deposit', STAFF),
  'GET /api/deposits/{id}/paid-days': ownReading('deposit', STAFF),
  'GET /api/deposits/{id}/passbook': ownReading('deposit', STAFF),
  'GET /api/deposits/{id}/statement.csv': ownReading('deposit', STAFF, period),
  'GET /api/deposits/{id}/statement.pdf': ownReading('deposit', STAFF, period),
  'GET /api/deposits/{id}/restrictions': ownReading('deposit', STAFF),
  'POST /api/deposits/{id}/restrictions': {
    who: OFFICE,
    object: 'deposit',
    body: () => ({ kind: 'hold', amount: '10.00', ...reason() }),
    answer: 404,
  },
  'POST /api/deposits/{id}/restrictions/{restrictionId}/lift': {
    who: OFFICE,
    object: 'deposit',
    body: reason,
    answer: 404,
  },
  'POST /api/deposits/{id}/nominees': {
    who: [manager, cashier],
    object: 'deposit',
    body: () => ({ nominees: [] }),
    answer: 404,
  },
  'POST /api/deposits/{id}/holders': {
    who: [manager, cashier],
    object: 'deposit',
    body: () => ({ mode: 'single', memberIds: [], ...reason() }),
    answer: 404,
  },
  'POST /api/deposits/{id}/reactivation': {
    who: [manager, cashier],
    object: 'deposit',
    body: () => ({ note: 'PAN card seen' }),
    answer: 404,
  },
  'POST /api/deposits/{id}/closure': {
    who: TELLER,
    object: 'termDeposit',
    body: () => ({ payment: { mode: 'cash' }, ...reason() }),
    answer: 404,
  },
  'POST /api/deposits/{id}/transfers': {
    who: ['members', cashier],
    object: 'deposit',
    body: () => ({ amount: '10.00', to: { kind: 'shares' } }),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'POST /api/deposits/{id}/withdrawals': {
    who: TELLER,
    object: 'deposit',
    body: () => ({ amount: '10.00', mode: 'cash' }),
    answer: 404,
  },

  // the counter
  'GET /api/tills': reading(STAFF),
  'POST /api/tills': { who: OFFICE, body: () => ({ code: 'JV', name: 'A reserved code' }), answer: 422 },
  'GET /api/tills/cashiers': reading(OFFICE),
  'PUT /api/tills/{id}': {
    who: OFFICE,
    object: 'till',
    body: () => ({ name: 'Counter', assignedUserId: null, version: 999 }),
    answer: 404,
  },
  'PUT /api/tills/{id}/cash-limit': {
    who: OFFICE,
    object: 'till',
    body: () => ({ cashLimit: null, version: 999 }),
    answer: 404,
  },
  'POST /api/tills/{id}/retirement': { who: OFFICE, object: 'till', body: () => ({ version: 999 }), answer: 404 },
  'POST /api/tills/{id}/sessions': {
    who: TILLS,
    object: 'till',
    body: () => ({ count: {}, fromVault: '0.00' }),
    answer: 404,
  },
  'GET /api/till-sessions': reading(STAFF),
  'GET /api/till-sessions/current': reading(STAFF),
  'GET /api/till-sessions/{id}': reading(STAFF, { object: 'tillSession' }),
  'POST /api/till-sessions/{id}/closing': {
    who: TILLS,
    object: 'tillSession',
    body: () => ({ count: {}, toVault: '0.00' }),
    answer: 404,
    // Another cashier's.
    except: { cashier: 403 },
  },
  'GET /api/search': reading(EVERY_ROLE, { query: 'q=rawat' }),
  'GET /api/counter/members': reading(STAFF, { query: 'q=rawat' }),
  'GET /api/counter/members/{id}': reading(STAFF, { object: 'member' }),
  'POST /api/receipts': {
    who: TELLER,
    body: () => ({ memberId: '999999', lines: [{ kind: 'shares', amount: '10.00' }], mode: 'cash' }),
    answer: 404,
  },
  'GET /api/repayment-sheets': reading(STAFF),
  'GET /api/repayment-sheets/{id}': { who: STAFF, answer: 404 },
  'POST /api/repayment-sheets': {
    who: TELLER,
    body: () => ({ csv: 'PL-999999,10.00', total: '10.00', mode: 'bank', reference: 'N1' }),
    answer: 422,
  },
  'GET /api/receipts': reading(OWN_OR_STAFF),
  'GET /api/receipts.csv': reading(TRAIL),
  'GET /api/receipts/{id}': ownReading('receipt', STAFF),
  'GET /api/receipts/{id}/pdf': ownReading('receipt', STAFF),

  // payments from phones: whoever asks or claims never matches or ends
  'POST /api/payment-requests': {
    who: ['members', ...TELLER],
    body: () => ({ memberId: '999999', lines: [{ kind: 'shares', amount: '10.00' }] }),
    answer: 404,
  },
  'GET /api/payment-requests': reading(OWN_OR_STAFF),
  'GET /api/payment-requests/{id}': ownReading('paymentRequest', STAFF),
  'POST /api/payment-requests/{id}/showing': {
    who: ['members', ...TELLER],
    object: 'paymentRequest',
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'PUT /api/payment-requests/{id}/claim': {
    who: ['members', ...TELLER],
    object: 'paymentRequest',
    body: () => ({ number: '633412345678' }),
    answer: 404,
    hiddenFrom: ['member B'],
  },
  'POST /api/payment-requests/{id}/rejection': {
    who: MATCHERS,
    object: 'paymentRequest',
    body: reason,
    answer: 404,
  },

  // statements of the bank
  'POST /api/bank-statements': {
    who: MATCHERS,
    body: () => ({ fileName: 'x.csv', csv: 'nothing of a bank' }),
    answer: 422,
  },
  'GET /api/bank-statements': reading(BOOKS),
  'GET /api/bank-statements/{id}': reading(BOOKS, { object: 'bankStatement' }),
  'GET /api/bank-lines': reading(BOOKS),
  'GET /api/bank-lines/{id}/suggestions': reading(BOOKS, { object: 'bankLine' }),
  'GET /api/bank-reconciliation': reading(BOOKS),
  // the gateway that tells of payments: named by two, heard by its signature alone
  'GET /api/payment-gateway': reading(BOOKS),
  'PUT /api/payment-gateway': {
    who: HOUSE,
    body: () => ({ kind: 'kafal', name: 'Bridge', secret: 'short' }),
    answer: 400,
  },
  'DELETE /api/payment-gateway': { who: HOUSE, answer: 404 },
  'GET /api/payment-gateway/messages': reading(BOOKS),
  'POST /api/payment-gateway/messages': { who: 'all', body: () => ({ id: 'evt_1' }), answer: 404 },
  'POST /api/bank-lines/{id}/allotment': {
    who: MATCHERS,
    object: 'bankLine',
    body: () => ({ memberId: '999999', lines: [{ kind: 'shares', amount: '10.00' }], reason: 'To be looked at' }),
    answer: 404,
  },
  'POST /api/bank-lines/{id}/return': {
    who: MATCHERS,
    object: 'bankLine',
    body: () => ({ reference: '633400001111', reason: 'To be looked at' }),
    answer: 404,
  },

  // daily deposits from door to door
  'GET /api/collections/own': reading([agent]),
  'GET /api/collections/own/receipts': reading([agent]),
  'POST /api/collections': { who: [agent], body: () => ({ depositId: '999999', amount: '10.00' }), answer: 404 },
  'GET /api/collections/own/commission': reading([agent], { query: 'month=2026-11' }),
  'GET /api/collections/agents/{id}/commission': reading(COLLECTIONS, { object: 'agent', query: 'month=2026-11' }),
  'POST /api/collections/agents/{id}/commission': {
    who: OFFICE,
    object: 'agent',
    body: () => ({ month: '2026-11' }),
    answer: 404,
  },
  'GET /api/collections/agents/{id}/commission.pdf': reading(COLLECTIONS, { object: 'agent', query: 'month=2026-11' }),
  'GET /api/collections/agents/{id}/terms': reading(COLLECTIONS, { object: 'agent' }),
  'POST /api/collections/agents/{id}/terms': {
    who: OFFICE,
    object: 'agent',
    body: () => ({ effectiveFrom: '2027-04-01', commissionRate: '3.5', cashLimit: null, reason: 'By resolution' }),
    answer: 404,
  },
  'GET /api/collections': reading(COLLECTIONS),
  'POST /api/collections/sheets': {
    who: TILLS,
    body: () => ({ agentId: '999999', total: '10.00', rows: [{ depositId: '999999', amount: '10.00' }] }),
    answer: 404,
  },
  'GET /api/collections/agents': reading(COLLECTIONS),
  'GET /api/collections/agents/candidates': reading(OFFICE),
  'POST /api/collections/agents': { who: OFFICE, body: () => ({ userId: '999999' }), answer: 422 },
  'GET /api/collections/agents/{id}': reading(COLLECTIONS, { object: 'agent' }),
  'PUT /api/collections/agents/{id}': {
    who: OFFICE,
    object: 'agent',
    body: () => ({ memberId: null, version: 999 }),
    answer: 404,
  },
  'POST /api/collections/agents/{id}/retirement': {
    who: OFFICE,
    object: 'agent',
    body: () => ({ version: 999 }),
    answer: 404,
  },
  'POST /api/collections/agents/{id}/handovers': {
    who: TILLS,
    object: 'agent',
    body: () => ({ count: { '10.00': 1 } }),
    answer: 404,
  },
  'GET /api/collections/handovers': reading(COLLECTIONS),
  'GET /api/collections/routes': reading(COLLECTIONS),
  'POST /api/collections/routes': {
    who: OFFICE,
    body: () => ({ code: 'R9', name: 'Nobody’s', agentId: '999999' }),
    answer: 404,
  },
  'PUT /api/collections/routes/{id}': {
    who: OFFICE,
    object: 'collectionRoute',
    body: () => ({ name: 'Market', agentId: '999999', version: 999 }),
    answer: 404,
  },
  'PUT /api/collections/routes/{id}/order': {
    who: OFFICE,
    object: 'collectionRoute',
    body: () => ({ depositIds: ['999999'] }),
    answer: 404,
  },
  'GET /api/collections/accounts': reading(COLLECTIONS),
  'POST /api/collections/accounts': {
    who: [manager, cashier],
    body: () => ({ memberId: '999999', productCode: 'DD', routeId: '999999', dailyAmount: '10.00' }),
    answer: 404,
  },
  'GET /api/collections/accounts/{id}': reading(COLLECTIONS, { object: 'dailyDeposit' }),
  'PUT /api/collections/accounts/{id}': {
    who: [manager, cashier],
    object: 'dailyDeposit',
    body: () => ({ routeId: '999999', dailyAmount: '10.00' }),
    answer: 404,
  },

  // the books
  'GET /api/accounts': reading(BOOKS),
  'GET /api/accounts/{code}/ledger': reading(BOOKS, { object: 'account' }),
  'GET /api/accounts/{code}/ledger.csv': reading(TRAIL, { object: 'account' }),
  'GET /api/day-book': reading(BOOKS, { query: 'on=2026-11-30' }),
  'GET /api/day-book.csv': reading(TRAIL, { query: 'on=2026-11-30' }),
  'GET /api/trial-balance': reading(BOOKS),
  'GET /api/trial-balance.csv': reading(TRAIL),
  'GET /api/transactions': reading(['members', ...BOOKS]),
  'GET /api/transactions.csv': reading(['members', ...TRAIL]),
  'GET /api/journal-entries/{id}': ownReading('entry', BOOKS),
  'GET /api/journal-entries/{id}/explanation': ownReading('entry', BOOKS),
  'GET /api/journal-entries/{id}/figures': ownReading('entry', STAFF),
  'POST /api/journal-entries/{id}/reversal': {
    who: [manager, cashier, accountant],
    object: 'entry',
    body: reason,
    answer: 404,
  },
  'POST /api/vouchers': {
    who: [manager, accountant],
    body: () => ({
      kind: 'expense',
      narration: 'On a control account',
      lines: [
        { accountCode: '2101', side: 'debit', amount: '10.00' },
        { accountCode: '1201', side: 'credit', amount: '10.00' },
      ],
    }),
    answer: 422,
  },
  'GET /api/business-day': reading(EVERY_ROLE),
  'GET /api/business-days': reading(BOOKS),
  'POST /api/business-days/{date}/closing': { who: [manager, accountant], object: 'day', answer: 404 },
  'GET /api/day-end': reading(BOOKS),
  'GET /api/day-ends': reading(BOOKS),
  'GET /api/day-ends/{date}': reading(BOOKS, { object: 'day' }),
  'POST /api/day-ends': { who: [manager, accountant], body: () => ({ until: '2027-12-31' }), answer: 422 },
  'POST /api/day-ends/{date}/retries': { who: [manager, accountant], object: 'day', answer: 404 },
  'GET /api/approvals': reading(APPROVALS),
  'GET /api/approvals.csv': reading(TRAIL),
  'GET /api/approvals/{id}': reading(APPROVALS, { object: 'approval' }),
  'GET /api/approvals/{id}/loan-plans': reading(APPROVALS, { object: 'approval' }),
  'POST /api/approvals/{id}/approval': { who: DECIDERS, object: 'approval', body: () => ({}), answer: 404 },
  'POST /api/approvals/{id}/rejection': { who: DECIDERS, object: 'approval', body: reason, answer: 404 },
  // Only its maker takes a question back; the maker of this one is another accountant.
  'POST /api/approvals/{id}/withdrawal': {
    who: EVERY_ROLE,
    object: 'approval',
    answer: 404,
    hiddenFrom: [loan_officer, agent],
    except: { administrator: 403, manager: 403, cashier: 403, accountant: 403, committee: 403, auditor: 403 },
  },

  // looking on, and the house itself
  'GET /api/admin/dashboard/stats': reading(STAFF),
  'GET /api/admin/dashboard/growth': reading(STAFF),
  'GET /api/admin/dashboard/cash-flow': reading(STAFF),
  'GET /api/admin/dashboard/application-ages': reading(STAFF),
  'GET /api/admin/dashboard/maturities': reading(STAFF),
  'GET /api/admin/dashboard/first-steps': reading(STAFF),
  'GET /api/admin/dashboard/expected-people': reading(STAFF),
  'GET /api/admin/dashboard/books': reading(BOOKS),
  'GET /api/admin/dashboard/books/{code}': reading(BOOKS, { object: 'account' }),
  'GET /api/admin/dashboard/exceptions': reading(TRAIL),
  'GET /api/admin/dashboard/installation': reading(READ_USERS),
  'GET /api/admin/exceptions': reading(TRAIL, { query: 'kind=reversal' }),
  'GET /api/admin/audit': reading(TRAIL),
  'GET /api/admin/audit.csv': reading(TRAIL),
  'GET /api/settings': reading(TRAIL),
  'GET /api/settings/{name}/history': reading(TRAIL, { object: 'setting' }),
  'PUT /api/settings/{name}': {
    who: HOUSE,
    object: 'setting',
    body: () => ({ value: 3, effectiveFrom: '2026-11-30' }),
    answer: 404,
  },
  'PUT /api/society/logo': { who: HOUSE, body: () => ({ logo: 'data:image/png;base64,AAAA' }), answer: 400 },
  'DELETE /api/society/logo': { who: HOUSE, answer: 404 },
  'GET /api/holidays': reading(TRAIL),
  'POST /api/holidays': {
    who: HOUSE,
    body: () => ({ day: '2020-01-26', nameEn: 'A day that is over', nameHi: 'बीता दिन' }),
    answer: 422,
  },
  'POST /api/holidays/import': { who: HOUSE, body: () => ({ csv: 'nonsense 1' }), answer: 422 },
  'DELETE /api/holidays/{day}': { who: HOUSE, object: 'holiday', answer: 404 },
  'GET /api/fees': reading(TRAIL),
  'GET /api/fees/{code}/history': reading(TRAIL, { object: 'fee' }),
  'PUT /api/fees/{code}': {
    who: HOUSE,
    object: 'fee',
    body: () => ({
      nameEn: 'Admission fee',
      nameHi: 'प्रवेश शुल्क',
      amount: '1.00',
      dueOnAdmission: true,
      effectiveFrom: '2026-11-30',
    }),
    answer: 404,
  },
  'GET /api/deposit-products/rules': reading(TRAIL),
  'GET /api/deposit-products/{code}/history': reading(TRAIL, { object: 'product' }),
  'PUT /api/deposit-products/{code}': {
    who: HOUSE,
    object: 'product',
    body: () => ({
      nameEn: 'Savings account',
      nameHi: 'बचत खाता',
      minimumBalance: '1.00',
      annualRate: '3',
      effectiveFrom: '2026-11-30',
    }),
    answer: 404,
  },
  'GET /api/loan-products/rules': reading(TRAIL),
  'GET /api/loan-products/{code}/history': reading(TRAIL, { object: 'loanProduct' }),
  // A body that says nothing is refused at once; whoever may not is refused before it is read.
  'PUT /api/loan-products/{code}': { who: HOUSE, object: 'loanProduct', body: () => ({}), answer: 400 },
  'GET /api/term-products': reading('all'),
  'POST /api/deposits/quote': {
    who: 'all',
    body: () => ({ productCode: 'FD', amount: '1000.00', months: 12 }),
    answer: 200,
  },
  'GET /api/term-products/rules': reading(TRAIL),
  'GET /api/term-products/{code}/history': reading(TRAIL, { object: 'termProduct' }),
  'PUT /api/term-products/{code}': {
    who: HOUSE,
    object: 'termProduct',
    // A code nobody used makes a new product, so the day is what is refused.
    body: () => ({
      kind: 'fixed',
      nameEn: 'Fixed deposit',
      nameHi: 'सावधि जमा',
      isOffered: true,
      minimumAmount: '1000.00',
      maximumAmount: null,
      maximumMonths: 120,
      compounding: 'quarterly',
      dayCount: 'actual/365',
      payout: 'maturity',
      isPayoutDiscounted: false,
      rounding: 'rupee',
      lockInDays: 30,
      prematurePenalty: '1',
      lateFinePerHundred: null,
      atMaturity: 'wait',
      rates: [{ category: 'general', amountFrom: '0.00', termFrom: 6, termUnit: 'months', annualRate: '6.75' }],
      effectiveFrom: '2019-01-01',
    }),
    answer: 422,
  },
  'GET /api/admin/users': reading(READ_USERS),
  'GET /api/admin/users.csv': reading(READ_USERS),
  'POST /api/admin/users': {
    who: HOUSE,
    body: () => ({ username: 'admin', name: 'A name that is taken', role: 'cashier' }),
    answer: 409,
  },
  'PUT /api/admin/users/{id}': {
    who: HOUSE,
    object: 'staffUser',
    body: () => ({ name: 'Another name', version: 1 }),
    answer: 404,
  },
  'POST /api/admin/users/{id}/role-changes': {
    who: HOUSE,
    object: 'staffUser',
    body: () => ({ role: 'cashier', reason: 'Looked at by the access matrix', version: 1 }),
    answer: 404,
  },
  'POST /api/admin/users/{id}/one-time-code': { who: HOUSE, object: 'staffUser', answer: 404 },
  'GET /api/admin/users/{id}/sessions': reading(READ_USERS, { object: 'staffUser' }),
  'GET /api/admin/roles': reading(READ_USERS),
  'POST /api/admin/roles': {
    who: HOUSE,
    body: () => ({ from: 'nobody', nameEn: 'Nobody', nameHi: 'कोई नहीं' }),
    answer: 404,
  },
  'DELETE /api/admin/roles/{code}': { who: HOUSE, object: 'role', answer: 404 },
  'PUT /api/admin/roles/{code}': {
    who: HOUSE,
    object: 'role',
    body: () => ({ permissions: ['member.read'], version: 1 }),
    answer: 404,
  },
};
