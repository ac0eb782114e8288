import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import type { BankLine } from '../answers.ts';
import { useMay } from '../session.ts';
import { client, queryClient } from '../staff-api.ts';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Empty, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { AllotLine } from './allot-line.tsx';
import { BankLines } from './bank-lines.tsx';
import { bankEvents } from './bank-words.ts';
import { ReturnLine } from './return-line.tsx';

/** Money of the bank that nobody is known for: whose it could be, and what two people do with it. */
export function DeskPage() {
  const t = useWords();
  const may = useMay()('voucher.enter');
  const list = useKeysetList('/api/bank-lines', { status: 'unidentified' });
  const [allotting, setAllotting] = useState<BankLine>();
  const [returning, setReturning] = useState<BankLine>();
  const retrying = useMutation({
    mutationFn: ({ id }: BankLine) =>
      client.post('/api/bank-lines/{id}/retry', { path: { id }, idempotencyKey: newIdempotencyKey() }),
    onSuccess: ({ reason }) => {
      showToast(t(reason === 'failed' ? 'bank.retriedFailed' : 'bank.retried'));
      return queryClient.invalidateQueries();
    },
  });
  const acts = (line: BankLine) =>
    line.waitingApprovalId !== null ? (
      '–'
    ) : (
      <div className="row">
        {line.reason === 'failed' && (
          <Button
            size="compact-sm"
            variant="default"
            loading={retrying.isPending && retrying.variables.id === line.id}
            onClick={() => retrying.mutate(line)}
          >
            {t('bank.retry')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setAllotting(line)}>
          {t('bank.allot')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setReturning(line)}>
          {t('bank.return')}
        </Button>
      </div>
    );
  const none = list.data?.pages[0]?.items.length === 0;
  return (
    <Page title={none ? t('bank.deskNone') : t('nav.paymentDesk')}>
      <ProblemNote error={retrying.error} takesFocus />
      <KeysetRows
        list={list}
        events={bankEvents}
        empty={<Empty title={t('bank.deskNone')}>{t('bank.deskNoneHow')}</Empty>}
      >
        {(rows: BankLine[]) => <BankLines rows={rows} {...(may ? { acts } : {})} />}
      </KeysetRows>
      {allotting !== undefined && <AllotLine line={allotting} onClose={() => setAllotting(undefined)} />}
      {returning !== undefined && <ReturnLine line={returning} onClose={() => setReturning(undefined)} />}
    </Page>
  );
}
