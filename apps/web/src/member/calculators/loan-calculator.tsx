import { calendarDate, type LoanOffer, loanOffer, parseMoney } from '@kafal/core';
import { useState } from 'react';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { MoneyField, useMoneyProblem } from '../../shared/ui/money-field.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useTyped } from '../typed.ts';
import { useCalculatorText } from './calculator-words.ts';
import { orTooLarge } from './count-term.ts';
import { countLimits, ELSEWHERE, LoanFields, type TypedLoan } from './loan-fields.tsx';
import { countableLoan, type LoanOffers, loanFromElsewhere, type OfferedLoan, offeredLoans } from './loan-offers.ts';
import { LoanOutcome } from './loan-outcome.tsx';
import { readTypedCount, readTypedFee, readTypedRate } from './typed-figures.ts';
import { useLoanOffers } from './use-offers.ts';

/** What a loan costs, and beside it a second one. */
export function LoanCalculator() {
  const { data: offers, error, refetch } = useLoanOffers();
  if (offers !== undefined) return <LoanForm offers={offers} />;
  return error === null ? <Skeleton lines={6} /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
}

const first = (product: string): TypedLoan => ({ product, rate: '', method: 'declining', fee: '', count: '12' });

function LoanForm({ offers }: { offers: LoanOffers }) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const { decimals, businessDate } = useThisSociety();
  const moneyProblem = useMoneyProblem(decimals);
  const offered = offeredLoans(offers);
  const [{ amount }, changeAmount] = useTyped('calculator-loan', () => ({ amount: '20000' }));
  const [one, changeOne] = useTyped('calculator-loan-1', () => first(offered[0]?.code ?? ELSEWHERE));
  const [other, changeOther] = useTyped('calculator-loan-2', () => first(ELSEWHERE));
  const [isCompared, setCompared] = useState(false);
  const typed = readTypedMoney(amount, decimals);
  const count = (fields: TypedLoan) =>
    typed.ok && businessDate !== null
      ? countLoan(
          fields,
          offered.find(({ code }) => code === fields.product),
          { amount: typed.text, on: businessDate, decimals, feeTaxPercent: offers.feeTaxPercent },
        )
      : undefined;
  const answers = [count(one), ...(isCompared ? [count(other)] : [])];
  const slip = answers.find((answer) => answer !== undefined && !answer.ok);
  const counted = answers.filter((answer) => answer?.ok === true);
  return (
    <div className="stack stack-wide">
      <form className="stack" noValidate onSubmit={(event) => event.preventDefault()}>
        <MoneyField
          label={t('calc.loan.amount')}
          value={amount}
          onChange={(text) => changeAmount({ amount: text })}
          currencySign={format.currencySign}
          decimals={decimals}
          problem={moneyProblem(typed) ?? (slip?.ok === false ? amountSlip(slip, t, format.money) : undefined)}
        />
        {isCompared ? (
          <>
            <fieldset className="stack">
              <legend className="calculator-part">{t('calc.loan.first')}</legend>
              <LoanFields fields={one} onChange={changeOne} offered={offered} />
            </fieldset>
            <fieldset className="stack">
              <legend className="calculator-part">{t('calc.loan.second')}</legend>
              <LoanFields fields={other} onChange={changeOther} offered={offered} />
            </fieldset>
          </>
        ) : (
          <LoanFields fields={one} onChange={changeOne} offered={offered} />
        )}
        <Button onClick={() => setCompared(!isCompared)}>
          {t(isCompared ? 'calc.loan.alone' : 'calc.loan.compare')}
        </Button>
      </form>
      {counted.length === answers.length ? (
        <LoanOutcome offers={counted.map(({ offer }) => offer)} />
      ) : (
        <p className="quiet">{t('calc.waits')}</p>
      )}
    </div>
  );
}

type Slip = 'zero' | 'TERM_AMOUNT_BELOW' | 'TERM_AMOUNT_ABOVE' | 'FIGURE_TOO_LARGE';
type CountedLoan =
  | { readonly ok: true; readonly offer: LoanOffer }
  | { readonly ok: false; readonly slip: Slip; readonly limit?: string };

/** Nothing where a field cannot be read, which says so itself. */
function countLoan(
  fields: TypedLoan,
  offer: OfferedLoan | undefined,
  { amount, on, decimals, feeTaxPercent }: { amount: string; on: string; decimals: number; feeTaxPercent: string },
): CountedLoan | undefined {
  const [count, rate, fee] = [readTypedCount(fields.count), readTypedRate(fields.rate), readTypedFee(fields.fee)];
  const { least, most } = countLimits(offer);
  if (count === undefined || count < least || count > most) return undefined;
  if (offer === undefined && (rate === undefined || fee === undefined)) return undefined;
  if (isZeroMoney(amount)) return { ok: false, slip: 'zero' };
  const principal = parseMoney(amount, decimals);
  if (offer !== undefined) {
    const { minimumAmount, maximumAmount } = offer;
    if (principal < parseMoney(minimumAmount, decimals))
      return { ok: false, slip: 'TERM_AMOUNT_BELOW', limit: minimumAmount };
    if (principal > parseMoney(maximumAmount, decimals))
      return { ok: false, slip: 'TERM_AMOUNT_ABOVE', limit: maximumAmount };
  }
  const loan =
    offer === undefined
      ? loanFromElsewhere(fields.method, rate ?? '', fee ?? '0')
      : countableLoan(offer, feeTaxPercent, decimals);
  const answer = orTooLarge(
    () => ({ ok: true, offer: loanOffer(loan, principal, count, loan.annualRate, calendarDate(on)) }) as const,
  );
  return answer.ok ? answer : { ok: false, slip: 'FIGURE_TOO_LARGE' };
}

function amountSlip(
  { slip, limit }: Extract<CountedLoan, { ok: false }>,
  t: ReturnType<typeof useCalculatorText>,
  money: (text: string) => string,
): string {
  if (slip === 'TERM_AMOUNT_BELOW') return t('calc.slip.TERM_AMOUNT_BELOW', { minimum: money(limit ?? '') });
  if (slip === 'TERM_AMOUNT_ABOVE') return t('calc.slip.TERM_AMOUNT_ABOVE', { maximum: money(limit ?? '') });
  return t(`calc.slip.${slip}`);
}
