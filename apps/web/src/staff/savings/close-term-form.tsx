import { isTermKind } from '@kafal/core';
import { Button, Kbd } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { CloseTermRequest, Deposit, DepositWithPlan } from '../answers.ts';
import { useDeskAct } from '../counter/use-desk-act.ts';
import { useMay } from '../session.ts';
import { useMyTill } from '../shell/shell-queries.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { ActPreviewCard } from '../ui/act-preview.tsx';
import { Segments } from '../ui/choices.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { ChoiceBox, LongTextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Answered, Note, ProblemNote, Waiting } from '../ui/states.tsx';
import { type MoneyAnswer, useMoneyAct } from '../ui/use-money-act.ts';
import { WaitsForSecondPerson } from '../ui/waits-for-second-person.tsx';
import { useWords } from '../words.ts';
import { closingWords, hasEnd } from './closing-words.ts';
import { TermLines } from './term-lines.tsx';

type Answer = MoneyAnswer<'/api/deposits/{id}/closure'>;
type Payee = 'cash' | 'transfer';

interface CloseTermFormProps {
  deposit: DepositWithPlan;
  isOpen: boolean;
  onClose: () => void;
}

/** The amount, and what it comes of, stands there before anybody confirms. */
export function CloseTermForm(props: CloseTermFormProps) {
  const { memberId } = props.deposit;
  const accounts = useQuery({
    queryKey: ['deposits-of', memberId],
    queryFn: () => client.get('/api/deposits', { query: { memberId, status: 'active' } }),
  });
  return (
    <Answered query={accounts} lines={4}>
      {({ items }) => (
        <Closing
          {...props}
          savings={items.filter(
            ({ id, kind, withdrawal }) => id !== props.deposit.id && !isTermKind(kind) && withdrawal === 'free',
          )}
        />
      )}
    </Answered>
  );
}

function Closing({ deposit, onClose, savings }: CloseTermFormProps & { savings: readonly Deposit[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  const hasTill = useMyTill().data?.session != null;
  const mayTransfer = may('savings.transfer') && savings.length > 0;
  const [payee, setPayee] = useState<Payee>(hasTill || !mayTransfer ? 'cash' : 'transfer');
  const [savingsId, setSavingsId] = useState(savings[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const words = closingWords(deposit);
  const why = reason.trim();
  const request: CloseTermRequest = {
    payment: payee === 'cash' ? { mode: 'cash' } : { mode: 'transfer', depositId: savingsId },
    ...(why === '' ? {} : { reason: why }),
  };
  const isWhole = (payee === 'transfer' || hasTill) && (why === '' || why.length >= fewestLetters);
  const acting = useMoneyAct('/api/deposits/{id}/closure', { id: deposit.id });
  const checking = useContractForm('CloseTermDepositBody', request, acting.error);
  const { confirm } = useDeskAct(acting, isWhole ? request : undefined);
  const { preview, result } = acting;
  if (result !== undefined) return <Closed result={result} deposit={deposit} onClose={onClose} />;

  const isReady = preview !== undefined && !(preview.closure.isPremature && why === '');
  return (
    <Form
      checking={checking}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) confirm();
      }}
    >
      {mayTransfer && (
        <Segments
          label={t('termClosing.to')}
          isFull
          options={(['cash', 'transfer'] as const).map((one) => ({
            value: one,
            label: t(one === 'cash' ? 'termClosing.to.cash' : words.transfer),
          }))}
          value={payee}
          onChange={setPayee}
        />
      )}
      {payee === 'cash' && !hasTill && <Note tone="warning">{t('counter.noTill')}</Note>}
      {payee === 'transfer' && (
        <ChoiceBox
          label={t('counter.account')}
          name="payment.depositId"
          value={savingsId}
          choices={savings.map((account) => ({
            value: account.id,
            label: `${account.accountNumber} · ${account.product}`,
          }))}
          onChange={setSavingsId}
          problem={checking.problem('payment.depositId')}
        />
      )}
      {hasEnd(deposit) && (
        <LongTextBox
          label={t('act.reason')}
          hint={t('termClosing.reasonHow')}
          maxLength={200}
          autoFocus
          name="reason"
          value={reason}
          onChange={setReason}
          problem={checking.problem('reason')}
        />
      )}
      {preview === undefined ? (
        acting.isLooking && <Waiting lines={6} />
      ) : (
        <>
          {preview.paysLoans.length > 0 && (
            <Note tone="warning">
              {t('termClosing.paysLoans', {
                count: preview.paysLoans.length,
                loans: preview.paysLoans.map(({ number }) => number).join(', '),
              })}
            </Note>
          )}
          <ClosureFacts closure={preview.closure} deposit={deposit} />
          <ActPreviewCard preview={preview} />
        </>
      )}
      <ProblemNote error={acting.error} takesFocus={acting.preview !== undefined} />
      <div className="row">
        <Button
          type="submit"
          variant="filled"
          loading={acting.isDoing}
          disabled={!isReady}
          rightSection={<Kbd size="xs">F9</Kbd>}
        >
          {preview?.needsApproval === true
            ? t('counter.askApproval')
            : t('termClosing.now', { amount: preview === undefined ? '' : format.money(preview.closure.paid) })}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('act.cancel')}
        </Button>
      </div>
    </Form>
  );
}

const fewestLetters = 5;

interface ClosureFactsProps {
  closure: Extract<Answer, { preview: true }>['closure'];
  deposit: DepositWithPlan;
}

function ClosureFacts({ closure, deposit }: ClosureFactsProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const { isPremature, annualRate, paidIn, interest, recovered, charge, tax, paid, lines } = closure;
  const { term, currency } = deposit;
  const words = closingWords(deposit);
  return (
    <div className="stack" data-testid="closure">
      {isPremature && term !== null && (
        <Note tone="warning">
          {t('termClosing.early', { day: format.day(term.maturesOn), amount: format.money(term.maturityValue) })}
        </Note>
      )}
      <Facts
        facts={[
          [t(words.paidIn), format.money(paidIn)],
          ...(lines.length === 0 ? [] : ([[t(words.rate), percentText(annualRate)]] as const)),
          [t('termClosing.interest'), format.money(interest)],
          ...(isZeroMoney(recovered) ? [] : ([[t('termClosing.recovered'), format.money(recovered)]] as const)),
          ...(isZeroMoney(charge) ? [] : ([[t('termClosing.charge'), format.money(charge)]] as const)),
          ...(tax === null || isZeroMoney(tax.tax)
            ? []
            : ([[t('termClosing.tax', { rate: percentText(tax.rate) }), format.money(tax.tax)]] as const)),
          [t('termClosing.paid'), <strong key="paid">{format.money(paid)}</strong>],
        ]}
      />
      {lines.length > 0 && (
        <details className="act-books">
          <summary>{t('termClosing.how')}</summary>
          <TermLines caption={t('termClosing.how')} lines={lines} currency={currency} />
        </details>
      )}
    </div>
  );
}

function doneWords({ entryId, receiptId }: { entryId: string | null; receiptId: string | null }, deposit: Deposit) {
  if (entryId === null) return 'accountClosing.doneEmpty';
  return closingWords(deposit)[receiptId === null ? 'doneToSavings' : 'doneInCash'];
}

interface ClosedProps {
  result: Extract<Answer, { preview: false }>;
  deposit: DepositWithPlan;
  onClose: () => void;
}

function Closed({ result, deposit, onClose }: ClosedProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const may = useMay();
  return (
    <div className="stack" data-testid="deposit-closed">
      {result.status === 'waiting' ? (
        <WaitsForSecondPerson approvalId={result.approvalId} />
      ) : (
        <div className="stack" role="status">
          <Note tone="good">
            {t(doneWords(result, deposit), {
              number: deposit.accountNumber,
              amount: format.money(result.paid),
            })}
          </Note>
          <p>
            {result.receiptId !== null ? (
              <Link to="/receipts/$id" params={{ id: result.receiptId }}>
                {t('termClosing.toVoucher')}
              </Link>
            ) : (
              result.entryId !== null &&
              may('books.read') && <EntryLink id={result.entryId}>{t('entry.open')}</EntryLink>
            )}
          </p>
        </div>
      )}
      <div className="row">
        <Button onClick={onClose}>{t('act.close')}</Button>
      </div>
    </div>
  );
}
