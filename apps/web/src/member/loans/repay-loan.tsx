import { type FormEvent, useState } from 'react';
import type { Loan, RepayLoanAnswer } from '../../shared/answers.ts';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { paysOut, usualSource } from '../../shared/pays-out.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ChoiceField, SelectField } from '../../shared/ui/field.tsx';
import { MoneyField } from '../../shared/ui/money-field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useDeposits } from '../member-queries.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { type RepaymentWish, unansweredRepayments } from '../unanswered.ts';
import { useAct } from '../use-act.ts';
import { useSendOnce } from '../use-send-once.ts';
import { useLoanText } from './loan-words.ts';
import { Compare, Payoff } from './pay-ahead.tsx';

/** As an instalment, a part ahead of its time with what it does to the rest, or all that closes the loan today. */
type Way = 'instalment' | 'reduceInstalment' | 'reduceTerm' | 'close';
const WAYS: readonly Way[] = ['instalment', 'reduceInstalment', 'reduceTerm', 'close'];

type Preview = Extract<RepayLoanAnswer, { preview: true }>;

/** Pays back from savings: what the money pays stands there before it is sent, and it is sent once. */
export function RepayLoan({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { decimals } = useThisSociety();
  const deposits = useDeposits();
  const accounts = deposits.data?.items.filter((one) => paysOut(one) && !isZeroMoney(one.available)) ?? [];
  const next = loan.instalmentsPlan.find(({ outstanding }) => !isZeroMoney(outstanding));
  const due = isZeroMoney(loan.overdue) ? next?.outstanding : loan.overdue;
  const [fromId, setFrom] = useState('');
  const [amount, setAmount] = useState(due === undefined ? '' : typedFromMoney(due));
  const [way, setWay] = useState<Way>('instalment');
  const [looked, setLooked] = useState<{ wish: RepaymentWish; preview: Preview }>();
  const [done, setDone] = useState<Extract<RepayLoanAnswer, { preview: false }>>();
  const path = { id: loan.id };
  const look = useAct(async (wish: RepaymentWish) => {
    const answer = await client.post('/api/loans/{id}/repayments', {
      path,
      query: { preview: true },
      body: wish.request,
    });
    if (answer.preview) setLooked({ wish, preview: answer });
  });
  const send = useSendOnce(unansweredRepayments, async ({ loanId, request }, idempotencyKey) => {
    const answer = await client.post('/api/loans/{id}/repayments', {
      path: { id: loanId },
      body: request,
      idempotencyKey,
    });
    if (answer.preview) return;
    setLooked(undefined);
    setDone(answer);
  });
  if (done !== undefined) {
    return (
      <p className="note note-good" role="status">
        {t('repay.done', { number: done.entryNumber })} {done.isClosed && t('repay.closed')}
      </p>
    );
  }
  if (deposits.data !== undefined && accounts.length === 0) return <p className="quiet">{t('repay.nothing')}</p>;
  const from = accounts.find(({ id }) => id === fromId) ?? usualSource(accounts);
  const typed = readTypedMoney(way === 'close' ? typedFromMoney(loan.payoff) : amount, decimals);
  const isPrepayment = way === 'reduceInstalment' || way === 'reduceTerm';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from === undefined || !typed.ok) return;
    void look.run({
      loanId: loan.id,
      request: { fromDepositId: from.id, amount: typed.text, ...(isPrepayment ? { prepayment: way } : {}) },
    });
  };
  // What was sent for this loan and not answered for is asked for again under its key.
  const waiting = send.unanswered?.loanId === loan.id ? send.unanswered : undefined;
  const wish = waiting ?? looked?.wish;
  return (
    <section className="stack section" aria-labelledby="repay">
      <h2 id="repay">{t('repay.title')}</h2>
      {wish === undefined ? (
        <form className="stack" onSubmit={submit} noValidate>
          <SelectField
            label={t('repay.from')}
            value={from?.id ?? ''}
            onChange={setFrom}
            choices={accounts.map(({ id, accountNumber, available }) => ({
              value: id,
              label: `${accountNumber} · ${shown(format.money(available))}`,
            }))}
            problem={fieldProblem(look.error, 'fromDepositId')}
          />
          <ChoiceField
            label={t('repay.way')}
            value={way}
            onChange={setWay}
            choices={WAYS.map((value) => ({ value, label: t(`repay.way.${value}`), hint: t(`repay.wayHow.${value}`) }))}
          />
          {way === 'close' ? (
            <Payoff loan={loan} />
          ) : (
            <MoneyField
              label={t('repay.amount')}
              value={amount}
              onChange={setAmount}
              currencySign={format.currencySign}
              decimals={decimals}
              problem={fieldProblem(look.error, 'amount')}
            />
          )}
          {isPrepayment && typed.ok && <Compare loanId={loan.id} amount={typed.text} />}
          <ProblemNote error={look.error} takesFocus />
          <Button type="submit" isBusy={look.isBusy}>
            {t('repay.look')}
          </Button>
        </form>
      ) : (
        <>
          {looked !== undefined && <Split preview={looked.preview} />}
          <ProblemNote error={send.error} takesFocus />
          <div className="row">
            <Button look="filled" isBusy={send.isBusy} onClick={() => void send.run(wish)}>
              {t('repay.send', { amount: format.money(wish.request.amount) })}
            </Button>
            <Button
              onClick={() => {
                send.clear();
                send.leave();
                setLooked(undefined);
              }}
            >
              {t('transfer.change')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Split({ preview: { split } }: { preview: Preview }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const charges = isZeroMoney(split.penalty) ? split.fee : split.penalty;
  const parts: [label: string, amount: string][] = [
    [t('repay.principal'), split.principal],
    [t('repay.interest'), split.interest],
    [t('repay.charges'), charges],
  ];
  return (
    <dl className="facts">
      {parts
        .filter(([, amount]) => !isZeroMoney(amount))
        .map(([label, amount]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{format.money(amount)}</dd>
          </div>
        ))}
    </dl>
  );
}
