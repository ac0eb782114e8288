import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Narration } from '../../shared/ui/narration.tsx';
import type { ApprovalRow } from '../answers.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { StateMark } from '../ui/marks.tsx';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice } from '../ui/sentence.tsx';
import { Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { BulkDecision, PickRow, RejectDialog, RowDecision } from './decide-rows.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { isDecided, type Subject } from './decision-queue.ts';
import { useDecisions } from './decisions.ts';
import { usePicked } from './use-picked.ts';

const states = ['pending', 'approved', 'rejected', 'withdrawn', 'all'] as const;
const kinds = [
  'withdrawal',
  'transfer',
  'voucher',
  'reversal',
  'member-status',
  'member-details',
  'member-picture',
  'member-staff',
  'setting',
  'fee',
  'deposit-product',
  'term-product',
  'term-opening',
  'term-closure',
  'deposit-restriction',
  'restriction-lift',
  'deposit-reactivation',
  'deposit-holders',
  'deposit-nominees',
  'role',
  'user-role',
  'till-limit',
  'agent-commission',
  'agent-terms',
] as const satisfies readonly ApprovalRow['kind'][];

const route = getRouteApi('/approvals');

const subjectOf = ({ id, summary }: ApprovalRow): Subject => ({ kind: 'approval', id, words: summary });

/** What one person asked for and another decides. */
export function ApprovalsPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { currency } = useThisSociety();
  const navigate = useNavigate({ from: '/approvals' });
  const search = route.useSearch();
  const status = states.find((one) => one === search.status) ?? 'pending';
  const kind = kinds.find((one) => one === search.kind);
  const list = useKeysetList('/api/approvals', { status, kind, total: true });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const decisions = useDecisions();
  const [refusing, setRefusing] = useState<Subject[]>([]);
  const decidable = rows.filter((row) => row.mayDecide && !isDecided(decisions, subjectOf(row)));
  const { picked, isPicked, toggle, pickAll, pickNone } = usePicked(decidable, ({ id }) => id);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const columns: Column<ApprovalRow>[] = [
    {
      name: 'summary',
      heading: t('approval.what'),
      isLong: true,
      cell: (approval) => (
        <span className="picked-row">
          {decidable.includes(approval) && (
            <PickRow subject={subjectOf(approval)} isPicked={isPicked(approval)} onPick={() => toggle(approval)} />
          )}
          <Link to="/approvals/$id" params={{ id: approval.id }}>
            <Narration text={approval.summary} />
          </Link>
        </span>
      ),
    },
    {
      name: 'kind',
      heading: t('approval.kindHead'),
      isMinor: true,
      cell: (approval) => t(`approval.kind.${approval.kind}`),
    },
    { name: 'status', heading: t('list.state'), cell: (approval) => <StateMark state={approval.status} /> },
    { name: 'by', heading: t('approval.requestedBy'), cell: (approval) => approval.requestedBy },
    {
      name: 'at',
      heading: t('approval.requestedAt'),
      isMinor: true,
      cell: (approval) => format.instant(approval.requestedAt),
    },
    {
      name: 'amount',
      heading: t('approval.amountIn', { currency }),
      isNumber: true,
      cell: (approval) => (approval.amount === null ? '' : format.amount(approval.amount)),
    },
    ...(decidable.length === 0
      ? []
      : [
          {
            name: 'decision',
            heading: t('decide.answer'),
            isFixed: true,
            isAct: true,
            cell: (approval: ApprovalRow) =>
              decidable.includes(approval) ? <RowDecision subject={subjectOf(approval)} onReject={setRefusing} /> : '',
          },
        ]),
  ];
  const total = list.data?.pages[0]?.total;
  const title = total === undefined ? t(`approvals.title.${status}`) : t(`approvals.count.${status}`, { count: total });
  const view = useListView('approvals', columns);
  return (
    <Page title={title}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/approvals.csv', query: { status, kind }, total }}
        list={list}
      >
        <Sentence
          words={(slots) => t('approvals.sentence', slots)}
          parts={{
            status: (
              <SentenceChoice
                label={t('list.state')}
                value={status}
                choices={states.map((one) => ({ value: one, label: t(`approvals.pick.${one}`) }))}
                onChange={(one) => set({ status: one })}
              />
            ),
            kind: (
              <SentenceChoice
                label={t('approval.kindHead')}
                none={t('approvals.anything')}
                value={kind ?? ''}
                choices={kinds.map((one) => ({ value: one, label: inSentence(t(`approval.kind.${one}`)) }))}
                onChange={(one) => set({ kind: one })}
              />
            ),
          }}
        />
      </ListBar>
      <DecisionBar />
      {decidable.length > 1 && (
        <BulkDecision
          picked={picked.map(subjectOf)}
          all={decidable.length}
          onPickAll={pickAll}
          onPickNone={pickNone}
          onReject={setRefusing}
        />
      )}
      <KeysetRows
        list={list}
        events={['approval.requested', 'approval.decided']}
        empty={
          <Empty title={t(status === 'pending' ? 'approvals.nonePending' : 'approvals.none')}>
            {t('approvals.noneHow')}
          </Empty>
        }
      >
        {(shown: ApprovalRow[]) => (
          <DataTable caption={title} columns={view.shown} rows={shown} rowKey={(approval) => approval.id} />
        )}
      </KeysetRows>
      <RejectDialog subjects={refusing} isOpen={refusing.length > 0} onClose={() => setRefusing([])} />
    </Page>
  );
}
