import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Deposit, StandingInstruction as Instruction } from '../../shared/answers.ts';
import { isZeroMoney } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client, queryClient } from '../member-api.ts';
import { useDeposits } from '../member-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { useDueText } from './due-words.ts';

const keyOf = (depositId: string) => ['standing-instructions', depositId];

/** Whether what the deposit is due is taken from savings; set and stopped here, with what became of it. */
export function StandingInstruction({ deposit }: { deposit: Deposit }) {
  const t = useDueText();
  const { data } = useQuery({
    queryKey: keyOf(deposit.id),
    queryFn: () => client.get('/api/standing-instructions', { query: { depositId: deposit.id } }),
  });
  if (data === undefined) return null;
  const holding = data.items.find(({ stoppedOn }) => stoppedOn === null);
  if (holding === undefined && deposit.status === 'closed') return null;
  const happened = data.items.flatMap(({ dues }) => dues);
  return (
    <section className="stack section" aria-labelledby="instruction">
      <h2 id="instruction">{t('instruction.title')}</h2>
      {holding === undefined ? <SetInstruction deposit={deposit} /> : <Holding instruction={holding} />}
      {happened.length > 0 && <Happened dues={happened} />}
    </section>
  );
}

function Holding({ instruction }: { instruction: Instruction }) {
  const t = useDueText();
  const format = useSocietyFormat();
  const { businessDate } = useThisSociety();
  const { id, fromAccount, startsOn, toDepositId, isFailing } = instruction;
  const stop = useAct(async () => {
    await client.post('/api/standing-instructions/{id}/stop', { path: { id } });
    await queryClient.invalidateQueries({ queryKey: keyOf(toDepositId) });
  });
  const isAhead = businessDate !== null && startsOn > businessDate;
  return (
    <>
      <p>
        {t(isAhead ? 'instruction.begins' : 'instruction.holds', { account: fromAccount, day: format.day(startsOn) })}
      </p>
      {isFailing && <p className="note note-warning">{t('instruction.failing')}</p>}
      <ProblemNote error={stop.error} takesFocus />
      <p>
        <Button look="quiet" isBusy={stop.isBusy} onClick={() => void stop.run(undefined)}>
          {t('instruction.stop')}
        </Button>
      </p>
    </>
  );
}

function SetInstruction({ deposit }: { deposit: Deposit }) {
  const t = useDueText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const deposits = useDeposits().data?.items ?? [];
  const savings = deposits.filter(({ kind, status }) => kind === 'savings' && status !== 'closed');
  const [chosen, setChosen] = useState('');
  const fromDepositId = chosen === '' ? (savings[0]?.id ?? '') : chosen;
  const set = useAct(async () => {
    await client.post('/api/standing-instructions', { body: { fromDepositId, toDepositId: deposit.id } });
    await queryClient.invalidateQueries({ queryKey: keyOf(deposit.id) });
  });
  if (savings.length === 0) return <p>{t('instruction.none')}</p>;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void set.run(undefined);
      }}
    >
      <p>{t('instruction.none')}</p>
      <ProblemNote error={set.error} takesFocus />
      <SelectField
        label={t('instruction.from')}
        value={fromDepositId}
        onChange={setChosen}
        choices={savings.map(({ id, accountNumber, available }) => ({
          value: id,
          label: `${accountNumber} · ${shown(format.money(available))}`,
        }))}
        hint={t('instruction.how')}
      />
      <Button type="submit" isBusy={set.isBusy}>
        {t('instruction.set')}
      </Button>
    </form>
  );
}

function Happened({ dues }: { dues: Instruction['dues'] }) {
  const t = useDueText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  return (
    <details className="calculator-lines">
      <summary>{t('instruction.happened')}</summary>
      <ul className="list">
        {dues.map(({ dueOn, status, amount, fine, triedOn, reason, entryId }) => (
          <li key={`${dueOn} ${entryId ?? ''}`} className="list-row">
            <span className="list-title">{format.day(dueOn)}</span>
            <span className="list-side">{shown(format.money(amount))}</span>
            {!isZeroMoney(fine) && (
              <span className="list-note">{t('instruction.withFine', { fine: shown(format.money(fine)) })}</span>
            )}
            <span className="list-note">
              {status === 'failed' || entryId === null ? (
                t('instruction.failed', { reason: reason ?? '' })
              ) : (
                <Link href={`/entries/${entryId}`}>{t(`instruction.${status}`, { day: format.day(triedOn) })}</Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
