import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Narration } from '../../shared/ui/narration.tsx';
import type { ApplicationRow, ApprovalRow } from '../answers.ts';
import { BulkDecision, PickRow, RejectDialog, RowDecision } from '../approvals/decide-rows.tsx';
import { DecisionBar } from '../approvals/decision-bar.tsx';
import { isDecided, type Subject } from '../approvals/decision-queue.ts';
import { useDecisions } from '../approvals/decisions.ts';
import { RequestLines } from '../approvals/request-lines.tsx';
import { usePicked } from '../approvals/use-picked.ts';
import { shownAtOnce } from '../first-requests.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { queryClient } from '../staff-api.ts';
import { NewRowsPill } from '../ui/keyset-list.tsx';
import { Mark } from '../ui/marks.tsx';
import { Section } from '../ui/page.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useWaitingRows, waitingKey } from './today-queries.ts';

type Waiting =
  | { kind: 'approval'; at: string; row: ApprovalRow }
  | { kind: 'application'; at: string; row: ApplicationRow };

const keyOf = ({ kind, row }: Waiting) => `${kind} ${row.id}`;

/** What somebody must decide before it goes on, the oldest first, decided where it stands. */
export function WaitingForMe() {
  const t = useWords();
  const may = useMay();
  const decides = { approvals: may('approval.decide'), applications: may('application.decide') };
  return (
    <>
      <DecisionBar />
      <Section
        title={t('today.waiting')}
        actions={
          <span className="row">
            {decides.applications && <Link to="/applications">{t('today.applications')}</Link>}
            {decides.approvals && <Link to="/approvals">{t('today.approvals')}</Link>}
          </span>
        }
      >
        <WaitingRows />
      </Section>
    </>
  );
}

function WaitingRows() {
  const t = useWords();
  const { approvals, applications } = useWaitingRows();
  return (
    <>
      <NewRowsPill
        events={[
          'approval.requested',
          'approval.decided',
          'application.submitted',
          'application.rejected',
          'member.approved',
        ]}
        onShow={() => void queryClient.invalidateQueries({ queryKey: waitingKey })}
      />
      <Answered query={approvals} lines={6}>
        {(asked) => (
          <Answered query={applications} lines={6}>
            {(applied) => {
              const waiting = oldestFirst(asked.items, applied.items);
              const isMore = waiting.length > shownAtOnce || asked.nextCursor !== null || applied.nextCursor !== null;
              if (waiting.length === 0) return <p className="quiet">{t('today.waitingNone')}</p>;
              return (
                <>
                  <WaitingList waiting={waiting.slice(0, shownAtOnce)} />
                  {isMore && <p className="quiet">{t('today.waitingMore', { count: shownAtOnce })}</p>}
                </>
              );
            }}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function oldestFirst(approvals: readonly ApprovalRow[], applications: readonly ApplicationRow[]): Waiting[] {
  return [
    ...approvals.map((row): Waiting => ({ kind: 'approval', at: row.requestedAt, row })),
    ...applications.map((row): Waiting => ({ kind: 'application', at: row.submittedAt, row })),
  ].sort((one, other) => one.at.localeCompare(other.at));
}

function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useWords();
  const may = useMay();
  const decisions = useDecisions();
  const [refusing, setRefusing] = useState<Subject[]>([]);
  const subjectOf = (one: Waiting): Subject => ({
    kind: one.kind,
    id: one.row.id,
    words: one.kind === 'approval' ? one.row.summary : t('today.applicationOf', { name: one.row.name }),
  });
  // An application with a flag is looked at on its own page, where the flag is.
  const mayDecide = (one: Waiting): boolean =>
    !isDecided(decisions, subjectOf(one)) &&
    (one.kind === 'approval' ? one.row.mayDecide : may('application.decide') && one.row.flags === 0);
  const decidable = waiting.filter(mayDecide);
  const { picked, isPicked, toggle, pickAll, pickNone } = usePicked(decidable, keyOf);
  return (
    <>
      {decidable.length > 1 && (
        <BulkDecision
          picked={picked.map(subjectOf)}
          all={decidable.length}
          onPickAll={pickAll}
          onPickNone={pickNone}
          onReject={setRefusing}
        />
      )}
      <ul className="waiting-list">
        {waiting.map((one) => {
          const subject = subjectOf(one);
          const isOpen = mayDecide(one);
          return (
            <li key={keyOf(one)} className="waiting-row" data-decided={isDecided(decisions, subject) || undefined}>
              <span className="waiting-pick">
                {isOpen && <PickRow subject={subject} isPicked={isPicked(one)} onPick={() => toggle(one)} />}
              </span>
              <WaitingWords one={one} />
              {isOpen && <RowDecision subject={subject} onReject={setRefusing} />}
            </li>
          );
        })}
      </ul>
      <RejectDialog subjects={refusing} isOpen={refusing.length > 0} onClose={() => setRefusing([])} />
    </>
  );
}

function WaitingWords({ one }: { one: Waiting }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (one.kind === 'application') {
    return (
      <div>
        <Link to="/applications/$id" params={{ id: one.row.id }}>
          {t('today.applicationOf', { name: one.row.name })}
        </Link>
        <p className="quiet small">
          {one.row.locality} · {format.instant(one.at)}
        </p>
        {one.row.flags > 0 && (
          <p>
            <Mark look={{ colour: 'yellow', mark: '▲' }} words={t('application.flagCount', { count: one.row.flags })} />
          </p>
        )}
      </div>
    );
  }
  return (
    <div>
      <Link to="/approvals/$id" params={{ id: one.row.id }}>
        <Narration text={one.row.summary} />
      </Link>
      <p className="quiet small">
        {one.row.requestedBy} · {format.instant(one.at)}
      </p>
      <RequestLines id={one.row.id} />
    </div>
  );
}
