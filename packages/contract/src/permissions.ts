/**
 * Every permission, once. Routes name one, roles hold many, the access matrix tries each. What a member may do with
 * what is their own starts with `own.`; staff roles never need those.
 */
export const PERMISSIONS = [
  // a member, about themselves
  'own.profile.read',
  'own.profile.change',
  'own.accounts.read',
  'own.transfer',
  'own.loan.apply',
  // people
  'member.read',
  'member.register',
  'member.change',
  'member.identity.disclose',
  'member.login.issue',
  'application.read',
  'application.recommend',
  'application.decide',
  'member.status.request',
  // papers that prove who somebody is, looked at by a second person
  'kyc.check',
  // the counter
  'counter.read',
  'till.operate',
  'receipt.take',
  'savings.withdraw',
  'savings.transfer',
  'deposit.open',
  'entry.reverse',
  'till.manage',
  // daily deposits from door to door; an agent's own, and nobody else's
  'collections.own',
  'collections.read',
  'collections.enter',
  'collections.manage',
  // loans
  'loan.read',
  'loan.apply',
  'loan.recommend',
  'loan.decide',
  'loan.disburse',
  // shares
  'share.read',
  'share.allot',
  // the books
  'books.read',
  'voucher.enter',
  'day.close',
  'approval.read',
  'approval.decide',
  // looking on
  'dashboard.read',
  'audit.read',
  'export.read',
  // what the society tells
  'notice.write',
  // what members write to the office
  'message.answer',
  // meetings: look, call and record them, and be of the committee
  'meeting.read',
  'meeting.manage',
  'meeting.sit',
  // the house itself
  'settings.read',
  'settings.change',
  'user.read',
  'user.manage',
  'role.manage',
  'system.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const MEMBER_PERMISSIONS: readonly Permission[] = [
  'own.profile.read',
  'own.profile.change',
  'own.accounts.read',
  'own.transfer',
  'own.loan.apply',
];

/** Whoever may do nothing but collect sees their own round; what happens elsewhere in the house is not told to them. */
export const hearsOfTheHouse = (permissions: Iterable<Permission>): boolean =>
  [...permissions].some((permission) => permission !== 'collections.own');

const look: readonly Permission[] = ['member.read', 'counter.read', 'share.read', 'dashboard.read', 'meeting.read'];
const readEverything: readonly Permission[] = [
  ...look,
  'loan.read',
  'application.read',
  'collections.read',
  'books.read',
  'approval.read',
  'audit.read',
  'export.read',
  'settings.read',
  'user.read',
  'system.read',
];

/** The roles a society starts with (who does what on a day); the administrator may change them. */
export const FIRST_ROLES: readonly {
  code: string;
  nameEn: string;
  nameHi: string;
  permissions: readonly Permission[];
}[] = [
  {
    code: 'administrator',
    nameEn: 'Administrator',
    nameHi: 'प्रशासक',
    permissions: [
      ...readEverything,
      'member.register',
      'member.change',
      'member.identity.disclose',
      'member.login.issue',
      'application.recommend',
      'application.decide',
      'member.status.request',
      'kyc.check',
      'till.manage',
      'collections.manage',
      'approval.decide',
      'notice.write',
      'message.answer',
      'meeting.manage',
      'settings.change',
      'user.manage',
      'role.manage',
    ],
  },
  {
    code: 'manager',
    nameEn: 'Manager',
    nameHi: 'प्रबंधक',
    permissions: [
      ...readEverything,
      'member.register',
      'member.change',
      'member.identity.disclose',
      'member.login.issue',
      'application.recommend',
      'application.decide',
      'member.status.request',
      'kyc.check',
      'deposit.open',
      'entry.reverse',
      // A till whose cashier went home is counted and closed by the manager.
      'till.operate',
      'till.manage',
      'collections.enter',
      'collections.manage',
      'loan.apply',
      'loan.recommend',
      'loan.disburse',
      'share.allot',
      'voucher.enter',
      'day.close',
      'approval.decide',
      'notice.write',
      'message.answer',
      'meeting.manage',
    ],
  },
  {
    code: 'cashier',
    nameEn: 'Cashier',
    nameHi: 'खजांची',
    permissions: [
      ...look,
      'loan.read',
      // Cash is paid out of their own drawer; somebody else agrees to it.
      'loan.disburse',
      'application.read',
      'member.register',
      'till.operate',
      'receipt.take',
      'savings.withdraw',
      'savings.transfer',
      'deposit.open',
      'collections.read',
      'collections.enter',
      'entry.reverse',
      'approval.read',
    ],
  },
  {
    code: 'accountant',
    nameEn: 'Accountant',
    nameHi: 'लेखाकार',
    permissions: [
      ...look,
      'loan.read',
      'loan.disburse',
      'application.read',
      'collections.read',
      'books.read',
      'voucher.enter',
      'day.close',
      'entry.reverse',
      'approval.read',
      'approval.decide',
      'export.read',
      'audit.read',
      'share.allot',
      'settings.read',
    ],
  },
  {
    code: 'loan_officer',
    nameEn: 'Loan officer',
    nameHi: 'ऋण अधिकारी',
    permissions: [
      ...look,
      'application.read',
      'application.recommend',
      'member.register',
      'member.change',
      'kyc.check',
      'loan.read',
      'loan.apply',
      'loan.recommend',
      'loan.disburse',
      'message.answer',
    ],
  },
  { code: 'agent', nameEn: 'Collection agent', nameHi: 'संग्रह अभिकर्ता', permissions: ['collections.own'] },
  {
    code: 'committee',
    nameEn: 'Committee member',
    nameHi: 'समिति सदस्य',
    permissions: [
      ...look,
      'application.read',
      'application.decide',
      'approval.read',
      'approval.decide',
      'books.read',
      'loan.read',
      'loan.decide',
      'meeting.sit',
    ],
  },
  {
    code: 'auditor',
    nameEn: 'Auditor',
    nameHi: 'लेखा परीक्षक',
    permissions: [...readEverything, 'member.identity.disclose'],
  },
];
