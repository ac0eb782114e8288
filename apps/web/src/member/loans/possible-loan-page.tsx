import { toLatinDigits } from '@kafal/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import type { LoanEligibility } from '../../shared/answers.ts';
import { isZeroMoney, percentText, readTypedMoney } from '../../shared/format.ts';
import { loanRuleWords } from '../../shared/loan-rule-words.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/field.tsx';
import { MoneyField } from '../../shared/ui/money-field.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useTyped } from '../typed.ts';
import { useLoanText } from './loan-words.ts';

type Possible = LoanEligibility['items'][number];

interface Asked {
  readonly monthlyIncome?: string;
  readonly instalments?: number;
  readonly collateralValue?: string;
}

/** "What can I borrow?": of each loan the largest amount, and every rule with its figures. */
export function PossibleLoanPage() {
  const t = useLoanText();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [fields, change] = useTyped('possible-loan', () => ({ income: '', security: '', instalments: '12' }));
  const [asked, setAsked] = useState<Asked>();
  const income = readTypedMoney(fields.income, decimals);
  const security = readTypedMoney(fields.security, decimals);
  const answer = useQuery({
    queryKey: ['loan-eligibility', asked],
    queryFn: () => client.get('/api/loans/eligibility', { query: { ...asked } }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const instalments = Number(fields.instalments);
    setAsked({
      ...(income.ok ? { monthlyIncome: income.text } : {}),
      ...(security.ok ? { collateralValue: security.text } : {}),
      ...(Number.isInteger(instalments) && instalments > 0 ? { instalments } : {}),
    });
  };
  return (
    <Page title={t('possible.title')} backTo="/loans">
      <form className="stack" onSubmit={submit} noValidate>
        <p className="quiet">{t('possible.how')}</p>
        <MoneyField
          label={t('askLoan.income')}
          value={fields.income}
          onChange={(typed) => change({ income: typed })}
          currencySign={format.currencySign}
          decimals={decimals}
          isOptional
        />
        <MoneyField
          label={t('possible.security')}
          value={fields.security}
          onChange={(typed) => change({ security: typed })}
          currencySign={format.currencySign}
          decimals={decimals}
          isOptional
        />
        <TextField
          label={t('askLoan.count')}
          value={fields.instalments}
          onChange={(typed) => change({ instalments: toLatinDigits(typed) })}
          inputMode="numeric"
          maxLength={4}
        />
        <ProblemNote error={answer.error} takesFocus />
        <Button type="submit" look="filled" isBusy={answer.isFetching}>
          {t('possible.look')}
        </Button>
      </form>
      {asked !== undefined && answer.data === undefined && answer.error === null && <Skeleton lines={6} />}
      {answer.data?.items.length === 0 && <Empty title={t('askLoan.noOffers')} />}
      {answer.data?.items.map((possible) => (
        <PossibleLoan key={possible.productCode} possible={possible} />
      ))}
    </Page>
  );
}

function PossibleLoan({ possible }: { possible: Possible }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const name = useId();
  const { productName, annualRate, instalments, largest, largestWithOverride, amount, rules } = possible;
  const isNone = isZeroMoney(largest);
  return (
    <section className="stack section" aria-labelledby={name}>
      <h2 id={name}>{productName}</h2>
      <p className="strong">
        {isNone ? t('possible.none') : t('possible.largest', { amount: format.money(largest), count: instalments })}
      </p>
      {largestWithOverride !== largest && (
        <p>{t('possible.withOverride', { amount: format.money(largestWithOverride) })}</p>
      )}
      <p className="quiet">{t('possible.rate', { rate: percentText(annualRate) })}</p>
      <h3>{t('possible.rules', { amount: format.money(amount) })}</h3>
      <ul className="list">
        {rules.map((rule) => {
          const { what, figures, result } = loanRuleWords(rule, t, format);
          return (
            <li key={rule.kind} className="list-row">
              <span className="list-title">{what}</span>
              <span className="list-note">{figures}</span>
              <span className="list-note">{result}</span>
            </li>
          );
        })}
      </ul>
      {!isZeroMoney(largestWithOverride) && (
        <p>
          <Link href="/loans/ask" className="button">
            {t('loans.ask')}
          </Link>
        </p>
      )}
    </section>
  );
}
