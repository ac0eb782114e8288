import { describe, expect, test } from 'vitest';
import {
  MEMBER_STATUSES,
  type MemberStatus,
  memberLoginAllowed,
  memberStatusChange,
  memberStatusChangesFrom,
  moneyInAllowed,
  moneyOutAllowed,
} from './membership.ts';

const statusesWhere = (holds: (status: MemberStatus) => boolean) => MEMBER_STATUSES.filter(holds);

test('only an active member’s money goes out; money comes in until the member leaves', () => {
  expect(statusesWhere(moneyOutAllowed)).toEqual(['active']);
  expect(statusesWhere(moneyInAllowed)).toEqual(['pending_payment', 'active', 'dormant', 'suspended']);
  expect(statusesWhere(memberLoginAllowed)).toEqual(['pending_payment', 'active', 'dormant', 'resigned']);
});

describe('changes of status', () => {
  test.each<[MemberStatus, MemberStatus[]]>([
    ['pending_payment', ['active', 'expelled', 'deceased']],
    ['active', ['dormant', 'suspended', 'resigned', 'expelled', 'deceased']],
    ['dormant', ['active', 'suspended', 'expelled', 'deceased']],
    ['suspended', ['active', 'expelled', 'deceased']],
    ['resigned', ['active', 'expelled', 'deceased', 'closed']],
    ['expelled', ['active', 'deceased', 'closed']],
    ['deceased', ['active', 'closed']],
    ['closed', []],
  ])('%s may become %j', (from, expected) => {
    const changes = memberStatusChangesFrom(from);
    expect(changes.map((change) => change.to)).toEqual(expected);
    for (const to of MEMBER_STATUSES) {
      expect(memberStatusChange(from, to) !== undefined).toBe(expected.includes(to));
    }
  });

  test('a suspension needs the committee and a reason, and stops money out and the log-in', () => {
    expect(memberStatusChange('active', 'suspended')).toEqual({
      from: 'active',
      to: 'suspended',
      maker: 'manager',
      checker: 'committee',
      secondPerson: true,
      reasonRequired: true,
      stopsMoneyOut: true,
      stopsLogin: true,
    });
  });

  test('the last payment of the dues makes a member active without anyone’s decision', () => {
    expect(memberStatusChange('pending_payment', 'active')).toEqual({
      from: 'pending_payment',
      to: 'active',
      maker: 'system',
      secondPerson: false,
      reasonRequired: false,
      stopsMoneyOut: false,
      stopsLogin: false,
    });
  });

  test('every change a person makes has a reason, and all but two have a second person', () => {
    const changes = MEMBER_STATUSES.flatMap(memberStatusChangesFrom);
    const alone = changes.filter((change) => !change.secondPerson).map(({ from, to }) => `${from} → ${to}`);

    expect(alone).toEqual(['pending_payment → active', 'active → dormant']);
    expect(changes.filter((change) => !change.reasonRequired).map(({ maker }) => maker)).toEqual(['system']);
    expect(changes.every((change) => change.maker !== change.checker)).toBe(true);
  });

  test('what a change stops is what the new status forbids', () => {
    for (const change of MEMBER_STATUSES.flatMap(memberStatusChangesFrom)) {
      expect(change.stopsMoneyOut).toBe(!moneyOutAllowed(change.to));
      expect(change.stopsLogin).toBe(!memberLoginAllowed(change.to));
    }
  });
});
