import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Loan } from '../../shared/answers.ts';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { DateField } from '../../shared/ui/date-field.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useLoanText } from './loan-words.ts';

/** What closes the loan, today or on a day that the member names, part by part. */
export function Payoff({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const { businessDate } = useThisSociety();
  const [on, setOn] = useState(businessDate ?? '');
  const { data: payoff, error } = useQuery({
    queryKey: ['loan-payoff', loan.id, on],
    queryFn: () => client.get('/api/loans/{id}/payoff', { path: { id: loan.id }, query: on === '' ? {} : { on } }),
    retry: false,
  });
  const parts: [label: string, amount: string][] =
    payoff === undefined
      ? []
      : [
          [t('payoff.total', { day: format.day(payoff.on) }), payoff.total],
          [t('payoff.due'), payoff.due],
          [t('payoff.principal'), payoff.principalAhead],
          [t('payoff.interest'), payoff.interest],
          [t('payoff.fee'), payoff.closingFee],
          [t('payoff.oneDay'), payoff.oneDayMore],
          [t('payoff.spared'), payoff.spared],
        ];
  return (
    <div className="stack">
      <DateField label={t('payoff.on')} hint={t('payoff.how')} value={on} onChange={setOn} />
      <ProblemNote error={error} />
      <dl className="facts" data-testid="payoff">
        {parts
          .filter(([, amount]) => !isZeroMoney(amount))
          .map(([label, amount]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{format.money(amount)}</dd>
            </div>
          ))}
      </dl>
      {payoff !== undefined && payoff.interestFrom !== null && !isZeroMoney(payoff.interest) && (
        <p className="quiet">
          {t('payoff.days', {
            amount: format.money(payoff.principalAhead),
            rate: percentText(payoff.annualRate),
            count: payoff.interestDays,
            day: format.day(payoff.interestFrom),
          })}
        </p>
      )}
    </div>
  );
}

/** Both choices side by side before the member makes one. */
export function Compare({ loanId, amount }: { loanId: string; amount: string }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const { data, error } = useQuery({
    queryKey: ['loan-prepayment', loanId, amount],
    queryFn: () => client.get('/api/loans/{id}/prepayment', { path: { id: loanId }, query: { amount } }),
    enabled: !isZeroMoney(amount),
    retry: false,
  });
  if (data === undefined) return <ProblemNote error={error} />;
  return (
    <ul className="list" data-testid="compare">
      {data.choices.map((one) => (
        <li key={one.choice} className="list-row">
          <span className="list-title">{t(`repay.way.${one.choice}`)}</span>
          <span className="list-side">{format.money(one.instalment)}</span>
          <span className="list-note">
            {t('repay.compareLeft', {
              count: one.instalmentsLeft,
              before: data.now.instalmentsLeft,
              day: format.day(one.lastDueOn),
            })}
          </span>
          <span className="list-note">{t('repay.compareSpared', { amount: format.money(one.interestSpared) })}</span>
        </li>
      ))}
    </ul>
  );
}
