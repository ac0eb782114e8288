import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PaymentRequestRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { MemberLink } from '../ui/member-link.tsx';
import { Page } from '../ui/page.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';

const route = getRouteApi('/payments/requests');
const picks = ['open', 'claimed', 'expired', 'receipted', 'rejected', 'all'] as const;

/** What members are asked to pay from their phones, and what became of it. */
export function PaymentRequestsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const may = useMay()('voucher.enter');
  const navigate = useNavigate({ from: '/payments/requests' });
  const search = route.useSearch();
  const pick = picks.find((one) => one === search.show) ?? 'open';
  const status = pick === 'open' || pick === 'all' ? undefined : pick;
  const list = useKeysetList('/api/payment-requests', {
    q: search.q,
    status,
    open: pick === 'open' ? true : undefined,
  });
  const [ending, setEnding] = useState<PaymentRequestRow>();
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<PaymentRequestRow>[] = [
    { name: 'reference', heading: t('payments.reference'), cell: ({ reference }) => reference },
    {
      name: 'member',
      heading: t('member.name'),
      isLong: true,
      cell: ({ memberId, memberName, memberNumber }) => (
        <MemberLink id={memberId} name={memberName} number={memberNumber} />
      ),
    },
    {
      name: 'for',
      heading: t('payments.for'),
      isLong: true,
      isMinor: true,
      cell: ({ lines }) => lines.map(({ label }) => label).join(', '),
    },
    {
      name: 'amount',
      heading: t('payments.amountIn', { currency }),
      isNumber: true,
      cell: ({ amount }) => format.amount(amount),
    },
    { name: 'state', heading: t('list.state'), cell: ({ status: state }) => t(`payments.status.${state}`) },
    { name: 'asked', heading: t('payments.asked'), isMinor: true, cell: ({ askedAt }) => format.instant(askedAt) },
    {
      name: 'claim',
      heading: t('payments.claim'),
      cell: ({ claimedNumber, claimedAt }) =>
        claimedNumber === null || claimedAt === null ? '–' : `${claimedNumber} · ${format.instant(claimedAt)}`,
    },
    {
      name: 'receipt',
      heading: t('payments.receipt'),
      cell: ({ receiptId, receiptNumber, reason }) =>
        receiptId === null ? (
          (reason ?? '–')
        ) : (
          <Link to="/receipts/$id" params={{ id: receiptId }}>
            {receiptNumber}
          </Link>
        ),
    },
    ...(may
      ? [
          {
            name: 'end',
            heading: t('payments.act'),
            cell: (row: PaymentRequestRow) =>
              row.status === 'receipted' || row.status === 'rejected' ? (
                '–'
              ) : (
                <Button size="compact-sm" variant="default" onClick={() => setEnding(row)}>
                  {t('payments.end')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  const view = useListView('payment-requests', columns);
  const title = t('payments.title');
  return (
    <Page title={title}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        list={list}
      >
        <SearchBox label={t('payments.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('payments.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('payments.which')}
                value={pick}
                choices={picks.map((one) => ({ value: one, label: t(`payments.pick.${one}`) }))}
                onChange={(show) => set({ show })}
              />
            ),
          }}
        />
      </ListBar>
      <KeysetRows
        list={list}
        events={['payment.claimed', 'payment.rejected', 'receipt.issued']}
        empty={<Empty title={t('payments.none')}>{t('payments.noneHow')}</Empty>}
      >
        {(rows: PaymentRequestRow[]) => (
          <DataTable caption={title} columns={view.shown} rows={rows} rowKey={({ id }) => id} />
        )}
      </KeysetRows>
      {ending !== undefined && (
        <ReasonDialog
          title={t('payments.endTitle', { reference: ending.reference })}
          act={t('payments.end')}
          done={t('payments.ended')}
          bodyName="RejectPaymentBody"
          asked={{}}
          isDanger
          onAsk={(body) => client.post('/api/payment-requests/{id}/rejection', { path: { id: ending.id }, body })}
          onClose={() => setEnding(undefined)}
        >
          <p>{t('payments.endHow')}</p>
        </ReasonDialog>
      )}
    </Page>
  );
}
