import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffUser } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { CreateUser } from './create-user.tsx';
import { UserPanel } from './user-panel.tsx';

const states = ['active', 'suspended', 'closed'] as const;

const route = getRouteApi('/settings/users');

export function UsersPage() {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/settings/users' });
  const search = route.useSearch();
  const [openedId, setOpenedId] = useState<string>();
  const [isCreating, creating] = useDisclosure(false);
  const filter = { q: search.q, status: states.find((one) => one === search.status) };
  const list = useKeysetList('/api/admin/users', { ...filter, total: true });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const opened = rows.find((user) => user.id === openedId);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<StaffUser>[] = [
    {
      name: 'name',
      heading: t('user.name'),
      isLong: true,
      cell: (user) => (
        <button type="button" className="link-button" onClick={() => setOpenedId(user.id)}>
          {user.name}
        </button>
      ),
    },
    { name: 'username', heading: t('user.username'), cell: (user) => user.username },
    { name: 'role', heading: t('user.role'), cell: (user) => user.roleName },
    { name: 'status', heading: t('list.state'), cell: (user) => <StateMark state={user.status} /> },
    {
      name: 'totp',
      heading: t('user.totp'),
      isMinor: true,
      cell: (user) => (user.totpEnabled ? t('settings.yes') : t('settings.no')),
    },
    {
      name: 'login',
      heading: t('user.lastLogin'),
      isMinor: true,
      cell: (user) => (user.lastLoginAt === null ? t('user.never') : format.instant(user.lastLoginAt)),
    },
  ];
  const view = useListView('users', columns);
  const total = list.data?.pages[0]?.total;
  const title = !total
    ? t('users.title')
    : filter.status === undefined
      ? t('users.count', { count: total })
      : t(`users.count.${filter.status}`, { count: total });
  return (
    <Page title={title} actions={may('user.manage') && <Button onClick={creating.open}>{t('users.create')}</Button>}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/admin/users.csv', query: filter, total, permission: 'user.read' }}
        list={list}
      >
        <SearchBox label={t('users.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('users.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('list.state')}
                none={t('users.all')}
                value={filter.status ?? ''}
                choices={states.map((one) => ({ value: one, label: inSentence(t(`state.${one}`)) }))}
                onChange={(status) => set({ status })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows list={list} empty={<Empty title={t('users.none')} />}>
        {(users: StaffUser[]) => (
          <DataTable caption={title} columns={view.shown} rows={users} rowKey={(user) => user.id} />
        )}
      </KeysetRows>
      <CreateUser isOpen={isCreating} onClose={creating.close} />
      <SidePanel title={opened?.name ?? ''} isOpen={opened !== undefined} onClose={() => setOpenedId(undefined)}>
        {opened !== undefined && <UserPanel key={`${opened.id} ${opened.version}`} user={opened} />}
      </SidePanel>
    </Page>
  );
}
