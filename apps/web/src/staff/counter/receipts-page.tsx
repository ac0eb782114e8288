import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReceiptRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useMe, useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, DayBox } from '../ui/fields.tsx';
import { Filters, SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Mark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
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
  const list = useKeysetList('/api/receipts', {
    q: search.q,
    direction: search.direction,
    from: search.from ?? today,
    to: search.to ?? today,
    memberId: search.member,
    tillSessionId: search.session ?? mySession?.id,
  });
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
      cell: (receipt) => (receipt.direction === 'in' ? format.amount(receipt.total) : ''),
    },
    {
      name: 'out',
      heading: t('receipt.out', { currency: list.data?.pages[0]?.items[0]?.currency ?? '' }),
      isNumber: true,
      cell: (receipt) => (receipt.direction === 'out' ? format.amount(receipt.total) : ''),
    },
  ];
  const title =
    mySession !== undefined
      ? t('receipts.titleMine', { till: mySession.tillCode })
      : today !== undefined
        ? t('receipts.titleToday', { day: format.dayLong(today) })
        : t('receipts.title');
  return (
    <Page title={title}>
      <Filters isSet={isFiltered} onClear={() => void navigate({ search: {}, replace: true })}>
        <SearchBox label={t('receipts.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <ChoiceBox
          label={t('receipts.direction')}
          none={t('list.all')}
          value={search.direction === 'in' || search.direction === 'out' ? search.direction : ''}
          choices={[
            { value: 'in', label: t('receipt.kindIn') },
            { value: 'out', label: t('receipt.kindOut') },
          ]}
          onChange={(direction) => set({ direction })}
        />
        <DayBox label={t('list.from')} value={search.from ?? ''} onChange={(from) => set({ from })} />
        <DayBox label={t('list.to')} value={search.to ?? ''} onChange={(to) => set({ to })} />
      </Filters>
      <KeysetRows
        list={list}
        events={['receipt.issued', 'savings.withdrawn', 'entry.reversed']}
        empty={<Empty title={t('receipts.none')}>{t('receipts.noneHow')}</Empty>}
      >
        {(rows: ReceiptRow[]) => (
          <DataTable
            caption={title}
            columns={columns}
            rows={rows}
            rowKey={(receipt) => receipt.id}
            rowClass={(receipt) => (receipt.reversedByEntryId === null ? undefined : 'row-void')}
          />
        )}
      </KeysetRows>
    </Page>
  );
}
