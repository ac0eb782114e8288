import type { Permission } from '../answers.ts';
import type { WordKey } from '../words.ts';

/** Permissions as people think of them, in the order of an office's day. */
export const permissionGroups: readonly { label: WordKey; starts: readonly string[] }[] = [
  { label: 'roles.group.people', starts: ['member.', 'application.', 'kyc.'] },
  {
    label: 'roles.group.counter',
    starts: ['counter.', 'till.', 'receipt.', 'savings.', 'deposit.', 'entry.', 'collections.'],
  },
  { label: 'roles.group.loans', starts: ['loan.'] },
  { label: 'roles.group.shares', starts: ['share.'] },
  { label: 'roles.group.books', starts: ['books.', 'voucher.', 'day.', 'approval.'] },
  { label: 'roles.group.words', starts: ['notice.', 'message.', 'meeting.'] },
  { label: 'roles.group.looking', starts: ['dashboard.', 'audit.', 'export.'] },
  { label: 'roles.group.house', starts: ['settings.', 'user.', 'role.', 'system.'] },
];

/** Every permission in its group; one that belongs to none stands at the end, so that none is ever hidden. */
export function groupPermissions(permissions: readonly Permission[]) {
  const isOf = (starts: readonly string[], permission: string) => starts.some((start) => permission.startsWith(start));
  const grouped = permissionGroups.map(({ label, starts }) => ({
    label,
    permissions: permissions.filter((permission) => isOf(starts, permission)),
  }));
  const rest = permissions.filter((permission) => !permissionGroups.some(({ starts }) => isOf(starts, permission)));
  const all = rest.length === 0 ? grouped : [...grouped, { label: 'roles.group.other' as const, permissions: rest }];
  return all.filter((group) => group.permissions.length > 0);
}
