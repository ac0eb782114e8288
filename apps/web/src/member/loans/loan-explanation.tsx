import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Loan, LoanExplanation } from '../../shared/answers.ts';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { useSocietyFormat } from '../society.tsx';
import { useLoanText } from './loan-words.ts';

/** How every interest, penal charge and fee comes about: days × balance × rate. Asked for when it is opened. */
export function ExplainedLoan({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="calculator-lines" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('explain.title')}</summary>
      {isOpen && <Explanation id={loan.id} />}
    </details>
  );
}

function Explanation({ id }: { id: string }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data, error } = useQuery({
    queryKey: ['loan-explanation', id],
    queryFn: () => client.get('/api/loans/{id}/explanation', { path: { id } }),
  });
  if (data === undefined) return error === null ? <Skeleton lines={4} /> : <ProblemNote error={error} />;
  const money = (amount: string) => shown(format.money(amount));
  return (
    <>
      <ul className="list">
        {data.instalments.map((instalment) => (
          <li key={instalment.number} className="list-row">
            <span className="list-title">{t('loan.instalment', { number: instalment.number })}</span>
            <span className="list-side">{money(instalment.interest)}</span>
            {instalment.lines.map(({ from, to, days, balance, annualRate }) => (
              <span key={from} className="list-note">
                {t('explain.days', {
                  from: format.day(from),
                  to: format.day(to),
                  count: days,
                  balance: money(balance),
                  rate: percentText(annualRate),
                })}
              </span>
            ))}
            {!isZeroMoney(instalment.waived) && (
              <span className="list-note">{t('explain.waived', { amount: money(instalment.waived) })}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('explain.penalRule', { rate: percentText(data.penal.annualRate), count: data.penal.graceDays })}
      </p>
      <Charges explanation={data} money={money} />
    </>
  );
}

function Charges({ explanation, money }: { explanation: LoanExplanation; money: (amount: string) => string }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const { penalDays, penalties, fees } = explanation;
  if (penalDays.length === 0 && fees.length === 0) return null;
  return (
    <ul className="list">
      {penalDays.length > 0 && (
        <li className="list-row">
          <span className="list-title">{t('explain.penalties')}</span>
          <span className="list-side">{money(penalties)}</span>
          {penalDays.map(({ from, to, days, overdue, annualRate }) => (
            <span key={`${from} ${annualRate}`} className="list-note">
              {t('explain.days', {
                from: format.day(from),
                to: format.day(to),
                count: days,
                balance: money(overdue),
                rate: percentText(annualRate),
              })}
            </span>
          ))}
        </li>
      )}
      {fees.map(({ kind, basis, years, on, percent, of, amount }) => (
        <li key={`${kind} ${on}`} className="list-row">
          <span className="list-title">{t(`explain.fee.${kind}`)}</span>
          <span className="list-side">{money(amount)}</span>
          <span className="list-note">
            {basis === 'percent' &&
              t('explain.feeOf', { day: format.day(on), percent: percentText(percent), of: money(of) })}
            {basis === 'perThousandYear' &&
              t('explain.premiumOf', { day: format.day(on), rate: percent, of: money(of), years: years ?? '' })}
            {basis === 'fixed' && t('explain.premiumFixed', { day: format.day(on) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
