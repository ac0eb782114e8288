import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { LongTextBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { ResolutionBox } from '../ui/resolution-box.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { Abstain } from './abstain.tsx';
import { type Rule, RuleList } from './loan-rules.tsx';

type Decided = Pick<
  Loan,
  | 'id'
  | 'number'
  | 'status'
  | 'version'
  | 'askedAmount'
  | 'askedInstalments'
  | 'eligibility'
  | 'mayNotDecideBecause'
  | 'sanctionsUpTo'
>;

/** What may be done with the application now, by whoever looks. */
export function LoanActs({ loan }: { loan: Decided }) {
  const may = useMay();
  const { status } = loan;
  const isOpen = status === 'submitted' || status === 'returned' || status === 'recommended';
  return (
    <>
      {may('loan.decide') && status === 'recommended' && loan.mayNotDecideBecause === null && (
        <>
          <Sanction loan={loan} />
          <Abstain loan={loan} />
        </>
      )}
      {may('loan.recommend') && (status === 'submitted' || status === 'returned') && (
        <Written loan={loan} act="recommend" />
      )}
      {may('loan.recommend') && (status === 'submitted' || status === 'recommended') && (
        <Written loan={loan} act="return" />
      )}
      {may('loan.decide') && isOpen && loan.mayNotDecideBecause === null && <Written loan={loan} act="reject" />}
      {may('loan.apply') && (isOpen || status === 'sanctioned') && <Withdraw loan={loan} />}
    </>
  );
}

const fewestLetters = 3;

/** An act that is a sentence: an appraisal, or why. */
function Written({ loan, act }: { loan: Decided; act: 'recommend' | 'return' | 'reject' }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const against = act === 'recommend' ? loan.eligibility.filter(isBroken('recommender')) : [];
  const [override, setOverride] = useState('');
  const { id, number, version } = loan;
  const sending = useMutation({
    mutationFn: () => {
      const at = { path: { id } };
      if (act === 'recommend')
        return client.post('/api/loans/{id}/recommendation', {
          ...at,
          body: { note: text, ...said(override), version },
        });
      const path = act === 'return' ? '/api/loans/{id}/return' : '/api/loans/{id}/rejection';
      return client.post(path, { ...at, body: { reason: text, version } });
    },
    onSuccess: async () => {
      setOpen(false);
      setTyped('');
      await queryClient.invalidateQueries();
    },
  });
  const isDanger = act === 'reject';
  return (
    <>
      <Button {...(isDanger ? { color: 'red', variant: 'outline' } : {})} onClick={() => setOpen(true)}>
        {t(`loan.${act}`)}
      </Button>
      <ActDialog
        title={t(`loan.${act}Title`, { number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t(`loan.${act}`)}
        onAct={() => sending.mutate()}
        isBusy={sending.isPending}
        isReady={text.length >= fewestLetters && (against.length === 0 || override.trim().length >= fewestLetters)}
        isDanger={isDanger}
        error={sending.error}
      >
        <p>{t(`loan.${act}How`)}</p>
        <LongTextBox
          label={t(act === 'recommend' ? 'loan.note' : 'act.reason')}
          autoFocus
          maxLength={400}
          value={typed}
          onChange={setTyped}
        />
        <Override rules={against} value={override} onChange={setOverride} />
      </ActDialog>
    </>
  );
}

/** Of a rule that does not hold and may be overridden here; whoever decides may override all that are soft. */
const isBroken =
  (by: 'recommender' | 'decider') =>
  ({ holds, overrideBy }: Rule) =>
    !holds && overrideBy !== null && (by === 'decider' || overrideBy === by);

const said = (override: string) => (override.trim() === '' ? {} : { override: override.trim() });

interface OverrideProps {
  rules: readonly Rule[];
  value: string;
  onChange: (value: string) => void;
}

function Override({ rules, value, onChange }: OverrideProps) {
  const t = useWords();
  if (rules.length === 0) return null;
  return (
    <>
      <p>{t('loan.overrideHow')}</p>
      <RuleList rules={rules} />
      <LongTextBox label={t('loan.override')} maxLength={400} value={value} onChange={onChange} />
    </>
  );
}

function Sanction({ loan }: { loan: Decided }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const format = useSocietyFormat();
  const [isOpen, setOpen] = useState(false);
  const [amount, setAmount] = useState(() => typedFromMoney(loan.askedAmount));
  const [count, setCount] = useState(String(loan.askedInstalments));
  const [resolutionNumber, setResolutionNumber] = useState('');
  const [note, setNote] = useState('');
  const [override, setOverride] = useState('');
  // What was overridden before is asked for again where it changed since, so all of them are shown.
  const against = loan.eligibility.filter(isBroken('decider'));
  const read = readTypedMoney(amount, decimals);
  const body = {
    amount: read.ok ? read.text : amount,
    instalments: Number(count),
    resolutionNumber: resolutionNumber.trim(),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...said(override),
    version: loan.version,
  };
  const deciding = useMutation({
    mutationFn: () => client.post('/api/loans/{id}/sanction', { path: { id: loan.id }, body }),
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('SanctionLoanBody', body, deciding.error);
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t('loan.sanction')}
      </Button>
      <ActDialog
        title={t('loan.sanctionTitle', { number: loan.number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('loan.sanction')}
        onAct={() => deciding.mutate()}
        isBusy={deciding.isPending}
        isReady={read.ok && Number(count) > 0 && resolutionNumber.trim() !== ''}
        error={deciding.error}
        checking={checking}
      >
        <p>{t('loan.sanctionHow')}</p>
        {loan.sanctionsUpTo !== null && (
          <Note>{t('loan.sanctionsUpTo', { amount: format.money(loan.sanctionsUpTo) })}</Note>
        )}
        <MoneyBox
          label={t('loan.amount')}
          name="amount"
          autoFocus
          value={amount}
          onChange={setAmount}
          problem={checking.problem('amount')}
        />
        <TextBox
          label={t('loan.instalmentCount')}
          name="instalments"
          inputMode="numeric"
          takesDigits
          maxLength={4}
          value={count}
          onChange={setCount}
          problem={checking.problem('instalments')}
        />
        <ResolutionBox
          label={t('loan.resolutionNumber')}
          loanId={loan.id}
          value={resolutionNumber}
          onChange={setResolutionNumber}
          problem={checking.problem('resolutionNumber')}
        />
        <TextBox
          label={t('counter.note')}
          name="note"
          isOptional
          maxLength={400}
          value={note}
          onChange={setNote}
          problem={checking.problem('note')}
        />
        <Override rules={against} value={override} onChange={setOverride} />
      </ActDialog>
    </>
  );
}

function Withdraw({ loan }: { loan: Decided }) {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  const withdrawing = useMutation({
    mutationFn: () => client.delete('/api/loans/{id}', { path: { id: loan.id } }),
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {t('loan.withdraw')}
      </Button>
      <ActDialog
        title={t('loan.withdrawTitle', { number: loan.number })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        act={t('loan.withdraw')}
        onAct={() => withdrawing.mutate()}
        isBusy={withdrawing.isPending}
        error={withdrawing.error}
      >
        <p>{t('loan.withdrawHow')}</p>
      </ActDialog>
    </>
  );
}
