import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../shared/client.ts';
import { percentText, readTypedMoney } from '../../shared/format.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { DayBox, LongTextBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { Answered } from '../ui/states.tsx';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import type { Agent } from './collection-queries.ts';

type TermsList = AnswerOf<'get', '/api/collections/agents/{id}/terms'>;
type Terms = TermsList['items'][number];

/** What was agreed with this agent in place of the rules for all, since when, and who said so. */
export function AgentTerms({ agent }: { agent: Agent }) {
  const t = useWords();
  const mayChange = useMay()('collections.manage') && agent.status === 'active';
  const [isAsking, setAsking] = useState(false);
  const terms = useQuery({
    queryKey: ['collections', 'terms', agent.id],
    queryFn: () => client.get('/api/collections/agents/{id}/terms', { path: { id: agent.id } }),
  });
  return (
    <section className="stack" aria-label={t('agentTerms.title')}>
      <h3>{t('agentTerms.title')}</h3>
      <Answered query={terms}>
        {(told) => (
          <>
            <SocietyTerms told={told} />
            {told.items.length > 0 && <OwnTerms items={told.items} currency={told.currency} />}
            {told.waitingApprovalId !== null && <WaitsForSecondPerson approvalId={told.waitingApprovalId} />}
            {mayChange && told.waitingApprovalId === null && (
              <div className="row">
                <Button onClick={() => setAsking(true)}>{t('agentTerms.change')}</Button>
              </div>
            )}
            {isAsking && <AskTerms agent={agent} told={told} onClose={() => setAsking(false)} />}
          </>
        )}
      </Answered>
    </section>
  );
}

function SocietyTerms({ told: { society, items } }: { told: TermsList }) {
  const t = useWords();
  const format = useSocietyFormat();
  const rate = percentText(society.commissionRate);
  return (
    <p className="quiet">
      {society.cashLimit === null
        ? t('agentTerms.forAllNoLimit', { rate })
        : t('agentTerms.forAll', { rate, limit: format.money(society.cashLimit) })}{' '}
      {items.length === 0 && t('agentTerms.none')}
    </p>
  );
}

function OwnTerms({ items, currency }: { items: readonly Terms[]; currency: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const columns: Column<Terms>[] = [
    { name: 'from', heading: t('agentTerms.from'), cell: ({ effectiveFrom }) => format.day(effectiveFrom) },
    {
      name: 'rate',
      heading: t('agentTerms.rate'),
      isNumber: true,
      cell: ({ commissionRate }) => (commissionRate === null ? t('agentTerms.asAll') : percentText(commissionRate)),
    },
    {
      name: 'limit',
      heading: t('agentTerms.limitIn', { currency }),
      isNumber: true,
      cell: ({ cashLimit }) => (cashLimit === null ? t('agentTerms.asAll') : format.amount(cashLimit)),
    },
    {
      name: 'why',
      heading: t('agentTerms.reason'),
      isLong: true,
      cell: ({ reason, setBy, approvedBy }) => (
        <>
          {reason}
          <span className="quiet small block">
            {setBy}
            {approvedBy !== null && ` · ${t('rule.agreedBy', { name: approvedBy })}`}
          </span>
        </>
      ),
    },
  ];
  return <DataTable caption={t('agentTerms.title')} columns={columns} rows={[...items]} rowKey={({ id }) => id} />;
}

function AskTerms({ agent, told, onClose }: { agent: Agent; told: TermsList; onClose: () => void }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const format = useSocietyFormat();
  const [effectiveFrom, setFrom] = useState<string>(told.businessDate);
  const [rate, setRate] = useState('');
  const [limit, setLimit] = useState('');
  const [reason, setReason] = useState('');
  const money = readTypedMoney(limit, decimals);
  const body = {
    effectiveFrom,
    commissionRate: rate.trim() === '' ? null : rate.trim(),
    cashLimit: limit.trim() === '' ? null : money.ok ? money.text : limit,
    reason: reason.trim(),
  };
  const asking = useMutation({
    mutationFn: () => client.post('/api/collections/agents/{id}/terms', { path: { id: agent.id }, body }),
    onSuccess: async () => {
      showToast(t('restriction.asked'));
      onClose();
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('AskAgentTermsBody', body, asking.error);
  const { society } = told;
  return (
    <ActDialog
      title={t('agentTerms.changeTitle', { number: agent.number })}
      isOpen
      onClose={onClose}
      act={t('restriction.ask')}
      onAct={() => asking.mutate()}
      isBusy={asking.isPending}
      isReady={effectiveFrom !== '' && body.reason.length >= 5}
      error={asking.error}
      checking={checking}
    >
      <p>{t('agentTerms.how')}</p>
      <DayBox
        label={t('agentTerms.from')}
        name="effectiveFrom"
        value={effectiveFrom}
        onChange={setFrom}
        problem={checking.problem('effectiveFrom')}
      />
      <TextBox
        label={t('agentTerms.rate')}
        hint={t('agentTerms.emptyRate', { rate: percentText(society.commissionRate) })}
        isOptional
        takesDigits
        maxLength={8}
        name="commissionRate"
        value={rate}
        onChange={setRate}
        problem={checking.problem('commissionRate')}
      />
      <MoneyBox
        label={t('agents.limit')}
        hint={
          society.cashLimit === null
            ? t('agentTerms.emptyNoLimit')
            : t('agentTerms.emptyLimit', { limit: format.money(society.cashLimit) })
        }
        isOptional
        name="cashLimit"
        value={limit}
        onChange={setLimit}
        problem={checking.problem('cashLimit')}
      />
      <LongTextBox
        label={t('agentTerms.reason')}
        maxLength={200}
        name="reason"
        value={reason}
        onChange={setReason}
        problem={checking.problem('reason')}
      />
    </ActDialog>
  );
}
