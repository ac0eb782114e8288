import type { SettingDefinition, SettingGroup } from './setting-registry.ts';

/** What members' money and rights rest on. The society's name, address, calendar and numbers change at once. */
const TAKE_TWO: ReadonlySet<SettingGroup> = new Set([
  'people',
  'shares',
  'policy',
  'reminders',
  'limits',
  'daily',
  'tax',
  'payments',
  'accounts',
]);

export function needsSecondPerson({ group }: Pick<SettingDefinition, 'group'>): boolean {
  return TAKE_TWO.has(group);
}
