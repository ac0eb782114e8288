import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import type { Permission, Role, RoleList } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { Page } from '../ui/page.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { useRoles } from './setting-queries.ts';

type Changes = Readonly<Record<string, readonly Permission[]>>;

/** Who may do what. A role that is changed acts at once, on everybody who has it. */
export function RolesPage() {
  const t = useWords();
  const roles = useRoles();
  return (
    <Page title={t('roles.title')} lead={t('roles.lead')}>
      <Answered query={roles} lines={14}>
        {(list) => <Matrix list={list} />}
      </Answered>
    </Page>
  );
}

function Matrix({ list }: { list: RoleList }) {
  const t = useWords();
  const known = useKnownWord();
  const mayManage = useMay()('role.manage');
  const [changes, setChanges] = useState<Changes>({});
  const held = (role: Role) => changes[role.code] ?? role.permissions;
  const changed = list.items.filter((role) => !sameSet(held(role), role.permissions));
  const saving = useMutation({
    mutationFn: async () => {
      for (const role of changed) {
        await client.put('/api/admin/roles/{code}', {
          path: { code: role.code },
          body: { permissions: [...held(role)], version: role.version },
        });
      }
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      setChanges({});
      showToast(t('roles.saved'));
    },
  });
  const toggle = (role: Role, permission: Permission, isHeld: boolean) =>
    setChanges((before) => {
      const now = before[role.code] ?? role.permissions;
      return { ...before, [role.code]: isHeld ? [...now, permission] : now.filter((one) => one !== permission) };
    });
  const permissionWords = (permission: Permission) => known(`permission.${permission}`) ?? permission;
  return (
    <>
      {mayManage && (
        <div className="matrix-bar">
          <Button
            variant="filled"
            loading={saving.isPending}
            disabled={changed.length === 0}
            onClick={() => saving.mutate()}
          >
            {t('roles.save')}
          </Button>
          {changed.length > 0 && (
            <>
              <Button variant="subtle" color="gray" onClick={() => setChanges({})}>
                {t('details.undo')}
              </Button>
              <Note tone="warning">{t('roles.changes', { roles: changed.map((role) => role.name).join(', ') })}</Note>
            </>
          )}
          <ProblemNote error={saving.error} takesFocus />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways by keys only while it has the focus. */}
      <section className="table-frame table-scrolls" tabIndex={0} aria-label={t('roles.title')}>
        <table className="table matrix">
          <caption className="visually-hidden">{t('roles.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('roles.permission')}</th>
              {list.items.map((role) => (
                <th key={role.code} scope="col">
                  {role.name}
                  <span className="quiet small matrix-count">{t('roles.users', { count: role.users })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row">{permissionWords(permission)}</th>
                {list.items.map((role) => {
                  const isHeld = held(role).includes(permission);
                  const label = t('roles.cell', { role: role.name, permission: permissionWords(permission) });
                  return (
                    <td key={role.code}>
                      {mayManage ? (
                        <Checkbox
                          aria-label={label}
                          checked={isHeld}
                          onChange={(event) => toggle(role, permission, event.currentTarget.checked)}
                        />
                      ) : (
                        <span>
                          {isHeld ? (
                            <span role="img" aria-label={t('settings.yes')}>
                              ✓
                            </span>
                          ) : (
                            <span className="quiet">–</span>
                          )}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function sameSet(one: readonly Permission[], other: readonly Permission[]): boolean {
  return one.length === other.length && one.every((permission) => other.includes(permission));
}
