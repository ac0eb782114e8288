import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Loan } from '../../shared/answers.ts';
import { paysOut, usualSource } from '../../shared/pays-out.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { client } from '../member-api.ts';
import { mayHaveChanged, useDeposits } from '../member-queries.ts';
import { useAct } from '../use-act.ts';
import { useLoanText } from './loan-words.ts';

/** Whether the society takes what is due from savings by itself: the borrower's own yes, taken back at any time. */
export function DebitOrder({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const queries = useQueryClient();
  const deposits = useDeposits();
  const accounts = deposits.data?.items.filter(paysOut) ?? [];
  const [chosen, setChosen] = useState('');
  const path = { id: loan.id };
  const agree = useAct(async (fromDepositId: string) => {
    await client.put('/api/loans/{id}/debit', { path, body: { fromDepositId } });
    showToast(t('debit.agreed'));
    await queries.invalidateQueries(mayHaveChanged);
  });
  const stop = useAct(async () => {
    await client.delete('/api/loans/{id}/debit', { path });
    showToast(t('debit.stopped'));
    await queries.invalidateQueries(mayHaveChanged);
  });
  const from = accounts.find(({ id }) => id === chosen) ?? usualSource(accounts);
  if (loan.debitFrom === null && from === undefined) return null;
  return (
    <section className="stack section" aria-labelledby="debit">
      <h2 id="debit">{t('debit.title')}</h2>
      {loan.debitFrom !== null ? (
        <>
          <p>{t('debit.from', { number: loan.debitFrom.accountNumber })}</p>
          <ProblemNote error={stop.error} takesFocus />
          <p>
            <Button isBusy={stop.isBusy} onClick={() => void stop.run(undefined)}>
              {t('debit.stop')}
            </Button>
          </p>
        </>
      ) : (
        <>
          <p className="quiet">{t('debit.how')}</p>
          <SelectField
            label={t('repay.from')}
            value={from?.id ?? ''}
            onChange={setChosen}
            choices={accounts.map(({ id, accountNumber }) => ({ value: id, label: accountNumber }))}
            problem={fieldProblem(agree.error, 'fromDepositId')}
          />
          <ProblemNote error={agree.error} takesFocus />
          <p>
            <Button isBusy={agree.isBusy} onClick={() => from !== undefined && void agree.run(from.id)}>
              {t('debit.agree')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
