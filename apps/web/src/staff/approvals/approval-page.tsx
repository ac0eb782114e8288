import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Approval, DecidedAnswer } from '../answers.ts';
import { AskedPlans } from '../loans/compare-plans.tsx';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { StateMark } from '../ui/marks.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ApprovalDecision } from './approval-decision.tsx';
import { ApprovalLines, useApproval } from './request-lines.tsx';

const route = getRouteApi('/approvals/$id');

export function ApprovalPage() {
  const t = useWords();
  const { id } = route.useParams();
  const approval = useApproval(id);
  const [decided, setDecided] = useState<DecidedAnswer>();
  return (
    <Page
      title={approval.data === undefined ? t('approval.title') : approval.data.summary}
      above={<Link to="/approvals">{t('nav.approvals')}</Link>}
    >
      <Answered query={approval} lines={8}>
        {(request) => (
          <>
            {decided !== undefined && <Decided answer={decided} />}
            <ApprovalFacts approval={request} />
            <Lines approval={request} />
            {request.kind === 'loan-measure' && request.status === 'pending' && <AskedPlans approvalId={request.id} />}
            {request.status === 'pending' && <ApprovalDecision approval={request} onDecided={setDecided} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Decided({ answer }: { answer: DecidedAnswer }) {
  const t = useWords();
  const { approval, receiptId } = answer;
  const words =
    approval.status === 'approved'
      ? t('approval.nowApproved')
      : approval.status === 'rejected'
        ? t('approval.nowRejected')
        : t('approval.nowWithdrawn');
  return (
    <Note tone="good">
      {words}{' '}
      {receiptId !== null && (
        <Link to="/receipts/$id" params={{ id: receiptId }}>
          {t('counter.openReceipt')}
        </Link>
      )}
    </Note>
  );
}

function ApprovalFacts({ approval }: { approval: Approval }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  return (
    <Section title={t('approval.asked')}>
      <Facts
        columns={3}
        facts={[
          [t('approval.kindHead'), t(`approval.kind.${approval.kind}`)],
          [t('list.state'), <StateMark key="state" state={approval.status} />],
          ...(approval.amount === null ? [] : ([[t('approval.amount'), format.money(approval.amount)]] as const)),
          ...(approval.memberId === null
            ? []
            : ([
                [
                  t('receipt.member'),
                  <MemberLink
                    key="member"
                    id={approval.memberId}
                    name={approval.memberName}
                    number={approval.memberNumber}
                  />,
                ],
              ] as const)),
          [t('approval.requestedBy'), approval.requestedBy],
          [t('approval.requestedAt'), format.instant(approval.requestedAt)],
          ...(approval.decidedBy === null || approval.decidedAt === null
            ? []
            : ([
                [t('approval.decidedBy'), approval.decidedBy],
                [t('approval.decidedAt'), format.instant(approval.decidedAt)],
              ] as const)),
          ...(approval.reason === null ? [] : ([[t('act.reason'), approval.reason]] as const)),
        ]}
      />
      {approval.entryId !== null && may('books.read') && (
        <p className="no-print">
          <EntryLink id={approval.entryId}>{t('entry.open')}</EntryLink>
        </p>
      )}
    </Section>
  );
}

function Lines({ approval }: { approval: Approval }) {
  const t = useWords();
  if (approval.lines.length === 0) return null;
  return (
    <Section title={t('approval.lines')}>
      <ApprovalLines approval={approval} />
    </Section>
  );
}
