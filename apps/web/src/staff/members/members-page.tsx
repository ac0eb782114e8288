import { MEMBER_STATUSES } from '@kafal/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { phoneText } from '../../shared/format.ts';
import type { MemberRow } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { MemberStatusMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice, SentenceText, usePeriodParts } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const sorts = ['name', '-name', 'memberNumber', '-memberNumber', 'joinedOn', '-joinedOn'] as const;

const route = getRouteApi('/members');

export function MembersPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/members' });
  const search = route.useSearch();
  const sort = sorts.find((one) => one === search.sort) ?? 'name';
  const { joinedFrom, joinedTo } = search;
  const filter = { q: search.q, status: search.status, locality: search.locality, sort, joinedFrom, joinedTo };
  const list = useKeysetList('/api/members', { ...filter, total: 'true' });
  const status = MEMBER_STATUSES.find((one) => one === search.status);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const total = list.data?.pages[0]?.total;
  const title =
    total === undefined
      ? t('members.title')
      : status === undefined
        ? t('members.count', { count: total })
        : t(`members.count.${status}`, { count: total });

  const columns: Column<MemberRow>[] = [
    {
      name: 'name',
      heading: t('member.name'),
      isLong: true,
      sort: { up: 'name', down: '-name' },
      cell: (member) => (
        <>
          <Link to="/members/$id" params={{ id: member.id }}>
            {member.name}
          </Link>
          {member.nameLocal !== null && <span className="quiet small"> {member.nameLocal}</span>}
        </>
      ),
    },
    {
      name: 'number',
      heading: t('member.number'),
      sort: { up: 'memberNumber', down: '-memberNumber' },
      cell: (member) => member.memberNumber,
    },
    { name: 'status', heading: t('list.state'), cell: (member) => <MemberStatusMark status={member.status} /> },
    {
      name: 'phone',
      heading: t('member.phone'),
      isMinor: true,
      cell: (member) => (member.phone === null ? '–' : phoneText(member.phone)),
    },
    { name: 'locality', heading: t('member.locality'), isMinor: true, isLong: true, cell: (member) => member.locality },
    {
      name: 'joined',
      heading: t('member.joinedOn'),
      isMinor: true,
      sort: { up: 'joinedOn', down: '-joinedOn' },
      cell: (member) => format.day(member.joinedOn),
    },
    {
      name: 'shares',
      heading: t('member.sharesIn', { currency }),
      isNumber: true,
      isMinor: true,
      cell: (member) => format.amount(member.shares),
    },
    {
      name: 'savings',
      heading: t('member.savingsIn', { currency }),
      isNumber: true,
      cell: (member) => format.amount(member.savings),
    },
  ];

  const period = usePeriodParts({ from: joinedFrom, to: joinedTo }, ({ from, to }) =>
    set(from === undefined ? { joinedTo: to ?? '' } : { joinedFrom: from }),
  );
  const view = useListView('members', columns);
  return (
    <Page title={title}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/members.csv', query: filter, total }}
        list={list}
      >
        <SearchBox label={t('members.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('members.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('list.state')}
                none={t('members.all')}
                value={status ?? ''}
                choices={MEMBER_STATUSES.map((one) => ({ value: one, label: inSentence(t(`member.status.${one}`)) }))}
                onChange={(one) => set({ status: one })}
              />
            ),
            locality: (
              <SentenceText
                label={t('member.locality')}
                none={t('list.anyPlace')}
                value={search.locality ?? ''}
                onChange={(locality) => set({ locality })}
              />
            ),
            ...period,
            sort: (
              <SentenceChoice
                label={t('list.order')}
                value={sort}
                choices={sorts.map((one) => ({ value: one, label: t(`members.by.${one}`) }))}
                onChange={(one) => set({ sort: one })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={['member.approved', 'member.activated', 'member.status-changed']}
        empty={<Empty title={t('members.none')}>{t('members.noneHow')}</Empty>}
      >
        {(rows: MemberRow[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
            rows={rows}
            rowKey={(member) => member.id}
            sort={sort}
            onSort={(next) => set({ sort: next })}
          />
        )}
      </KeysetRows>
    </Page>
  );
}
