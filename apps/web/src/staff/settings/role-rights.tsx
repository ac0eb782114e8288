import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Permission, Role, RoleList } from '../answers.ts';
import { ChoiceBox } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { groupPermissions } from './permission-groups.ts';

interface RoleRightsProps {
  list: RoleList;
  held: (role: Role) => readonly Permission[];
  /** Absent where the reader may only look. */
  onToggle?: (role: Role, permission: Permission, isHeld: boolean) => void;
  actions: (role: Role) => ReactNode;
}

/** Role by role, its rights in their groups: what the matrix says where there is no room for it. */
export function RoleRights({ list, held, onToggle, actions }: RoleRightsProps) {
  const t = useWords();
  const known = useKnownWord();
  const [code, setCode] = useState(list.items[0]?.code ?? '');
  const role = list.items.find((one) => one.code === code) ?? list.items[0];
  if (role === undefined) return null;
  return (
    <>
      <div className="row row-bottom">
        <ChoiceBox
          label={t('roles.role')}
          value={role.code}
          choices={list.items.map((one) => ({ value: one.code, label: one.name }))}
          onChange={setCode}
        />
        <span className="quiet">{t('roles.users', { count: role.users })}</span>
        {actions(role)}
      </div>
      {groupPermissions(list.permissions).map((group) => (
        <Section key={group.label} title={t(group.label)}>
          <ul>
            {group.permissions.map((permission) => {
              const isHeld = held(role).includes(permission);
              const words = known(`permission.${permission}`) ?? permission;
              return (
                <li
                  key={permission}
                  className={isHeld === role.permissions.includes(permission) ? 'right' : 'right right-changed'}
                >
                  {onToggle === undefined ? (
                    <>
                      <span role="img" aria-label={t(isHeld ? 'settings.yes' : 'settings.no')}>
                        {isHeld ? '✓' : '–'}
                      </span>{' '}
                      {words}
                    </>
                  ) : (
                    <Checkbox
                      label={words}
                      checked={isHeld}
                      onChange={(event) => onToggle(role, permission, event.currentTarget.checked)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
    </>
  );
}
