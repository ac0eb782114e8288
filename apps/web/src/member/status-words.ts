import type { Deposit, Member } from '../shared/answers.ts';
import type { MemberKey } from './member-text.ts';

const memberStatusKeys: Record<Member['status'], MemberKey> = {
  pending_payment: 'memberStatus.pending_payment',
  active: 'memberStatus.active',
  dormant: 'memberStatus.dormant',
  suspended: 'memberStatus.suspended',
  resigned: 'memberStatus.resigned',
  expelled: 'memberStatus.expelled',
  deceased: 'memberStatus.deceased',
  closed: 'memberStatus.closed',
};

export function memberStatusKey(status: Member['status']): MemberKey {
  return memberStatusKeys[status];
}

const depositStatusKeys: Record<Deposit['status'], MemberKey> = {
  active: 'depositStatus.active',
  dormant: 'depositStatus.dormant',
  frozen: 'depositStatus.frozen',
  closed: 'depositStatus.closed',
};

export function depositStatusKey(status: Deposit['status']): MemberKey {
  return depositStatusKeys[status];
}
