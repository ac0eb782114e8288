export const MEMBER_STATUSES = [
  'pending_payment',
  'active',
  'dormant',
  'suspended',
  'resigned',
  'expelled',
  'deceased',
  'closed',
] as const;

/**
 * `pending_payment`: approved, and the fee and share dues are not complete yet. `closed`: everything is settled and
 * only the record remains.
 */
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

interface StatusRights {
  readonly moneyIn: boolean;
  readonly moneyOut: boolean;
  readonly login: boolean;
}

/**
 * A dormant member's money goes out only after a second person has made the member active again. Those who have left
 * are paid by the settlement of their exit and not at the counter; the ones who can still read may see what they are owed.
 */
const RIGHTS: Readonly<Record<MemberStatus, StatusRights>> = {
  pending_payment: { moneyIn: true, moneyOut: false, login: true },
  active: { moneyIn: true, moneyOut: true, login: true },
  dormant: { moneyIn: true, moneyOut: false, login: true },
  suspended: { moneyIn: true, moneyOut: false, login: false },
  resigned: { moneyIn: false, moneyOut: false, login: true },
  expelled: { moneyIn: false, moneyOut: false, login: false },
  deceased: { moneyIn: false, moneyOut: false, login: false },
  closed: { moneyIn: false, moneyOut: false, login: false },
};

export function moneyInAllowed(status: MemberStatus): boolean {
  return RIGHTS[status].moneyIn;
}

export function moneyOutAllowed(status: MemberStatus): boolean {
  return RIGHTS[status].moneyOut;
}

export function memberLoginAllowed(status: MemberStatus): boolean {
  return RIGHTS[status].login;
}

/** Who asks for a change, and who confirms it as the second person. */
export type StatusChangeRole =
  | 'system'
  | 'member'
  | 'teller'
  | 'clerk'
  | 'accountant'
  | 'manager'
  | 'committee'
  | 'general_body';

export interface MemberStatusChange {
  readonly from: MemberStatus;
  readonly to: MemberStatus;
  readonly maker: StatusChangeRole;
  /** The role that confirms, where a second person must. */
  readonly checker?: StatusChangeRole;
  readonly secondPerson: boolean;
  readonly reasonRequired: boolean;
  readonly stopsMoneyOut: boolean;
  readonly stopsLogin: boolean;
}

interface StatusChangeRule {
  readonly from: readonly MemberStatus[];
  readonly to: MemberStatus;
  readonly maker: StatusChangeRole;
  readonly checker?: StatusChangeRole;
  readonly reasonRequired: boolean;
}

const CHANGE_RULES: readonly StatusChangeRule[] = [
  // A member becomes active by itself when the last of the dues is paid, so there is nobody to give a reason.
  { from: ['pending_payment'], to: 'active', maker: 'system', reasonRequired: false },
  { from: ['active'], to: 'dormant', maker: 'system', reasonRequired: true },
  { from: ['dormant'], to: 'active', maker: 'clerk', checker: 'manager', reasonRequired: true },
  { from: ['active', 'dormant'], to: 'suspended', maker: 'manager', checker: 'committee', reasonRequired: true },
  { from: ['suspended'], to: 'active', maker: 'manager', checker: 'committee', reasonRequired: true },
  { from: ['active'], to: 'resigned', maker: 'member', checker: 'committee', reasonRequired: true },
  {
    from: ['pending_payment', 'active', 'dormant', 'suspended', 'resigned'],
    to: 'expelled',
    maker: 'committee',
    checker: 'general_body',
    reasonRequired: true,
  },
  {
    from: ['pending_payment', 'active', 'dormant', 'suspended', 'resigned', 'expelled'],
    to: 'deceased',
    maker: 'clerk',
    checker: 'manager',
    reasonRequired: true,
  },
  // The way back: a resignation withdrawn, an expulsion set aside on appeal, a death recorded of the wrong person.
  {
    from: ['resigned', 'expelled', 'deceased'],
    to: 'active',
    maker: 'manager',
    checker: 'committee',
    reasonRequired: true,
  },
  {
    from: ['resigned', 'expelled', 'deceased'],
    to: 'closed',
    maker: 'accountant',
    checker: 'manager',
    reasonRequired: true,
  },
];

/** The rule for one change; undefined when the society knows no such change. */
export function memberStatusChange(from: MemberStatus, to: MemberStatus): MemberStatusChange | undefined {
  const rule = CHANGE_RULES.find((candidate) => candidate.to === to && candidate.from.includes(from));
  if (rule === undefined) return undefined;

  const { maker, checker, reasonRequired } = rule;
  return {
    from,
    to,
    maker,
    ...(checker === undefined ? {} : { checker }),
    secondPerson: checker !== undefined,
    reasonRequired,
    stopsMoneyOut: !RIGHTS[to].moneyOut,
    stopsLogin: !RIGHTS[to].login,
  };
}

/** Every change that may follow a status, in the order of the statuses. */
export function memberStatusChangesFrom(from: MemberStatus): MemberStatusChange[] {
  return MEMBER_STATUSES.flatMap((to) => memberStatusChange(from, to) ?? []);
}
