import { Button, Checkbox } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Permission, Role, RoleList } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { ChoiceBox } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { NameFields } from './change-fee.tsx';
import { groupPermissions } from './permission-groups.ts';
import { RoleRights } from './role-rights.tsx';
import { ReasonBox, RuleChangeForm } from './rule-change.tsx';
import { useRoles } from './setting-queries.ts';

/** Where a column for every role does not fit. */
const tooNarrowForAll = '(max-width: 1100px)';

type Changes = Readonly<Record<string, readonly Permission[]>>;

/** Who may do what. Another set of rights is shown as a difference and takes a second person. */
export function RolesPage() {
  const t = useWords();
  const may = useMay();
  const roles = useRoles();
  return (
    <Page
      title={t('roles.title')}
      lead={t('roles.lead')}
      actions={may('role.manage') && roles.data !== undefined && <CopyRole roles={roles.data.items} />}
    >
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
  const isNarrow = useMediaQuery(tooNarrowForAll, matchMedia(tooNarrowForAll).matches);
  const [changes, setChanges] = useState<Changes>({});
  const [asked, setAsked] = useState<string>();
  const held = (role: Role) => changes[role.code] ?? role.permissions;
  const changed = list.items.filter((role) => !sameSet(held(role), role.permissions));
  const asking = list.items.find((role) => role.code === asked);
  const toggle = (role: Role, permission: Permission, isHeld: boolean) =>
    setChanges((before) => {
      const now = before[role.code] ?? role.permissions;
      return { ...before, [role.code]: isHeld ? [...now, permission] : now.filter((one) => one !== permission) };
    });
  const permissionWords = (permission: Permission) => known(`permission.${permission}`) ?? permission;
  const close = () => {
    // What was asked for is out of the reader's hands; the boxes show again what holds.
    if (asked !== undefined) setChanges(({ [asked]: _asked, ...others }) => others);
    setAsked(undefined);
  };
  return (
    <>
      {mayManage && changed.length > 0 && (
        <div className="matrix-bar">
          {changed.map((role) => (
            <Button key={role.code} variant="filled" onClick={() => setAsked(role.code)}>
              {t('roles.review', { role: role.name, count: differenceOf(held(role), role.permissions) })}
            </Button>
          ))}
          <Button variant="subtle" color="gray" onClick={() => setChanges({})}>
            {t('details.undo')}
          </Button>
        </div>
      )}
      {isNarrow ? (
        <RoleRights
          list={list}
          held={held}
          {...(mayManage ? { onToggle: toggle } : {})}
          actions={(role) => mayManage && !role.builtIn && <DeleteRole role={role} />}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways by keys only while it has the focus.
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
                    {mayManage && !role.builtIn && <DeleteRole role={role} />}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groupPermissions(list.permissions).map((group) => (
                <Fragment key={group.label}>
                  <tr className="matrix-group">
                    <th scope="colgroup" colSpan={list.items.length + 1}>
                      {t(group.label)}
                    </th>
                  </tr>
                  {group.permissions.map((permission) => (
                    <tr key={permission}>
                      <th scope="row">{permissionWords(permission)}</th>
                      {list.items.map((role) => {
                        const isHeld = held(role).includes(permission);
                        const label = t('roles.cell', { role: role.name, permission: permissionWords(permission) });
                        return (
                          <td
                            key={role.code}
                            className={isHeld === role.permissions.includes(permission) ? undefined : 'matrix-changed'}
                          >
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
                </Fragment>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <SidePanel title={asking?.name ?? ''} isOpen={asking !== undefined} onClose={close} size="lg">
        {asking !== undefined && <AskRole key={asking.code} role={asking} permissions={held(asking)} />}
      </SidePanel>
    </>
  );
}

function AskRole({ role, permissions }: { role: Role; permissions: readonly Permission[] }) {
  const t = useWords();
  const [reason, setReason] = useState('');
  // The version that was looked at: the list behind the panel is asked for again when the change is done.
  const [{ version, wanted }] = useState({ version: role.version, wanted: [...permissions] });
  const request = {
    permissions: wanted,
    version,
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
  return (
    <RuleChangeForm
      request={request}
      body="ChangeRoleBody"
      typed={request}
      send={(preview) =>
        client.put('/api/admin/roles/{code}', { path: { code: role.code }, query: { preview }, body: request })
      }
    >
      {(problem) => (
        <>
          <p>{t('roles.askHow', { count: role.users })}</p>
          <ReasonBox value={reason} onChange={setReason} problem={problem('reason')} />
        </>
      )}
    </RuleChangeForm>
  );
}

function CopyRole({ roles }: { roles: readonly Role[] }) {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  const [from, setFrom] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [nameHi, setNameHi] = useState('');
  const body = { from, nameEn: nameEn.trim(), nameHi: nameHi.trim() };
  const copying = useMutation({
    mutationFn: () => client.post('/api/admin/roles', { body }),
    onSuccess: async (role) => {
      showToast(t('roles.copied', { role: role.name }));
      dialog.close();
      setFrom('');
      setNameEn('');
      setNameHi('');
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('CopyRoleBody', body, copying.error);
  return (
    <>
      <Button onClick={dialog.open}>{t('roles.copy')}</Button>
      <ActDialog
        title={t('roles.copy')}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('roles.copyNow')}
        onAct={() => copying.mutate()}
        isBusy={copying.isPending}
        isReady={from !== '' && body.nameEn !== '' && body.nameHi !== ''}
        error={copying.error}
        checking={checking}
      >
        <p>{t('roles.copyHow')}</p>
        <ChoiceBox
          label={t('roles.copyFrom')}
          name="from"
          value={from}
          choices={roles.map((role) => ({ value: role.code, label: role.name }))}
          onChange={setFrom}
          problem={checking.problem('from')}
        />
        <NameFields nameEn={nameEn} nameHi={nameHi} onEn={setNameEn} onHi={setNameHi} problem={checking.problem} />
      </ActDialog>
    </>
  );
}

/** Only a role of the society's own; the server refuses one that somebody has or had. */
function DeleteRole({ role }: { role: Role }) {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  const deleting = useMutation({
    mutationFn: () => client.delete('/api/admin/roles/{code}', { path: { code: role.code } }),
    onSuccess: async () => {
      showToast(t('roles.deleted', { role: role.name }));
      dialog.close();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <button type="button" className="link-button small" onClick={dialog.open}>
        {t('roles.delete')}
      </button>
      <ActDialog
        title={t('roles.deleteTitle', { role: role.name })}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('roles.deleteNow')}
        onAct={() => deleting.mutate()}
        isBusy={deleting.isPending}
        isDanger
        error={deleting.error}
      >
        <p>{t('roles.deleteHow')}</p>
      </ActDialog>
    </>
  );
}

function sameSet(one: readonly Permission[], other: readonly Permission[]): boolean {
  return one.length === other.length && one.every((permission) => other.includes(permission));
}

function differenceOf(one: readonly Permission[], other: readonly Permission[]): number {
  return (
    one.filter((permission) => !other.includes(permission)).length +
    other.filter((permission) => !one.includes(permission)).length
  );
}
