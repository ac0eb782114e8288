import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReceiptRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe, useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { Sentence, SentenceChoice, usePeriodParts } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';

const route = getRouteApi('/counter/receipts');

/** Without a filter: what went through my till in this session, or today where I have none. */
export function ReceiptsPage() {
  const t = useWords();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/counter/receipts' });
  const search = route.useSearch();
  const mayOperate = useMay()('till.operate');
  const { data: till } = useMyTill(mayOperate);
  const { data: me } = useMe();
  const isFiltered = Object.keys(search).length > 0;
  const mySession = isFiltered ? undefined : (till?.session ?? undefined);
  const today = isFiltered || mySession !== undefined ? undefined : me?.businessDate;
  const filter = {
    q: search.q,
    direction: search.direction,
    from: search.from ?? today,
    to: search.to ?? today,
    memberId: search.member,
    tillSessionId: search.session ?? mySession?.id,
  };
  const list = useKeysetList('/api/receipts', { ...filter, total: true });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });

  const columns: Column<ReceiptRow>[] = [
    {
      name: 'number',
      heading: t('receipt.number'),
      cell: (receipt) => (
        <Link to="/receipts/$id" params={{ id: receipt.id }}>
          {receipt.number}
        </Link>
      ),
    },
    { name: 'at', heading: t('receipt.at'), cell: (receipt) => format.instant(receipt.issuedAt) },
    {
      name: 'member',
      heading: t('receipt.member'),
      isLong: true,
      cell: (receipt) => `${receipt.memberName} · ${receipt.memberNumber}`,
    },
    {
      name: 'mode',
      heading: t('receipt.mode'),
      isMinor: true,
      cell: (receipt) => known(`mode.${receipt.mode}`) ?? receipt.mode,
    },
    { name: 'till', heading: t('receipt.tillHead'), isMinor: true, cell: (receipt) => receipt.tillCode ?? '–' },
    {
      name: 'state',
      heading: t('list.state'),
      isMinor: true,
      cell: (receipt) =>
        receipt.reversedByEntryId === null ? (
          ''
        ) : (
          <Mark look={{ colour: 'red', mark: '↩' }} words={t('receipt.reversed')} />
        ),
    },
    {
      name: 'in',
      heading: t('receipt.in', { currency: list.data?.pages[0]?.items[0]?.currency ?? '' }),
      isNumber: true,
      isFixed: true,
      cell: (receipt) => (receipt.direction === 'in' ? format.amount(receipt.total) : ''),
    },
    {
      name: 'out',
      heading: t('receipt.out', { currency: list.data?.pages[0]?.items[0]?.currency ?? '' }),
      isNumber: true,
      isFixed: true,
      cell: (receipt) => (receipt.direction === 'out' ? format.amount(receipt.total) : ''),
    },
  ];
  const totals = list.data?.pages[0]?.totals;
  const period = usePeriodParts({ from: filter.from, to: filter.to }, set);
  const view = useListView('receipts', columns);
  const title =
    mySession !== undefined
      ? t('receipts.titleMine', { till: mySession.tillCode })
      : today !== undefined
        ? t('receipts.titleToday', { day: format.day(today) })
        : t('receipts.title');
  return (
    <Page title={title}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/receipts.csv', query: filter, total: list.data?.pages[0]?.total }}
        list={list}
      >
        <SearchBox label={t('receipts.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('receipts.sentence', slots)}
          parts={{
            direction: (
              <SentenceChoice
                label={t('receipts.direction')}
                none={t('receipts.both')}
                value={search.direction === 'in' || search.direction === 'out' ? search.direction : ''}
                choices={[
                  { value: 'in', label: t('receipts.pick.in') },
                  { value: 'out', label: t('receipts.pick.out') },
                ]}
                onChange={(direction) => set({ direction })}
              />
            ),
            ...period,
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={['receipt.issued', 'savings.withdrawn', 'entry.reversed']}
        empty={<Empty title={t('receipts.none')}>{t('receipts.noneHow')}</Empty>}
      >
        {(rows: ReceiptRow[]) => (
          <DataTable
            caption={title}
            columns={view.shown}
            rows={rows}
            rowKey={(receipt) => receipt.id}
            rowClass={(receipt) => (receipt.reversedByEntryId === null ? undefined : 'row-void')}
            totals={
              totals && {
                label: t('list.whole'),
                of: { in: format.amount(totals.received), out: format.amount(totals.paid) },
              }
            }
          />
        )}
      </KeysetRows>
    </Page>
  );
}
