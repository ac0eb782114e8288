import { PERMISSIONS } from '@kafal/contract';
import { expect, test } from 'vitest';
import { groupPermissions } from './permission-groups.ts';

const staff = PERMISSIONS.filter((permission) => !permission.startsWith('own.'));

test('every permission of staff stands in exactly one group that has a name of its own', () => {
  const groups = groupPermissions(staff);
  expect(groups.flatMap(({ permissions }) => permissions).toSorted()).toEqual([...staff].toSorted());
  expect(groups.map(({ label }) => label)).not.toContain('roles.group.other');
});
