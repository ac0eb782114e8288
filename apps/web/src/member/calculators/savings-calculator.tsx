import {
  calendarDate,
  type DepositorCategory,
  type OfferedSavings,
  parseMoney,
  savingsPlan,
  takesMonthly,
  toLatinDigits,
  type WishedSavings,
  ZERO,
} from '@kafal/core';
import { isZeroMoney, readTypedMoney } from '../../shared/format.ts';
import { DateField } from '../../shared/ui/date-field.tsx';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { MoneyField, useMoneyProblem } from '../../shared/ui/money-field.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useTyped } from '../typed.ts';
import { type CalculatorKey, useCalculatorText } from './calculator-words.ts';
import { orTooLarge } from './count-term.ts';
import { OwnRateField } from './own-rate-field.tsx';
import {
  ownSavings,
  type SavingsCalculatorKind,
  type SavingsOffers,
  savingsCategoriesOf,
  savingsOf,
  savingsOffersOf,
} from './savings-offers.ts';
import { SavingsOutcome } from './savings-outcome.tsx';
import { readTypedCount, readTypedRate } from './typed-figures.ts';
import { useSavingsOffers } from './use-offers.ts';

const OWN = 'own';
const LONGEST_MONTHS = 240;
const firstAmounts = { savings: '10000', goal: '100000' } as const;

interface Fields {
  product: string;
  rate: string;
  category: DepositorCategory;
  amount: string;
  monthly: string;
  saved: string;
  months: string;
  openedOn: string;
}

export function SavingsCalculator({ kind }: { kind: SavingsCalculatorKind }) {
  const { data: offers, error, refetch } = useSavingsOffers();
  if (offers !== undefined) return <SavingsForm kind={kind} offers={offers} />;
  return error === null ? <Skeleton lines={6} /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
}

function SavingsForm({ kind, offers }: { kind: SavingsCalculatorKind; offers: SavingsOffers }) {
  const t = useCalculatorText();
  const format = useSocietyFormat();
  const { decimals, businessDate } = useThisSociety();
  const moneyProblem = useMoneyProblem(decimals);
  const offered = savingsOffersOf(offers, kind);
  const [fields, change] = useTyped<Fields>(`calculator-${kind}`, () => ({
    product: offered[0]?.code ?? OWN,
    rate: '',
    category: 'general',
    amount: firstAmounts[kind],
    monthly: '',
    saved: '',
    months: '12',
    openedOn: businessDate ?? '',
  }));
  const offer = offered.find(({ code }) => code === fields.product);
  const rate = readTypedRate(fields.rate);
  const product =
    offer !== undefined
      ? savingsOf(offer)
      : rate === undefined || fields.openedOn === ''
        ? undefined
        : ownSavings(kind, rate, fields.openedOn);
  const [hasMonthly, hasSaved] = [product === undefined || takesMonthly(product), kind === 'goal'];
  const wish = wishOf({ ...fields, monthly: hasMonthly && !hasSaved ? fields.monthly : '' }, decimals);
  const isEarly = offer !== undefined && fields.openedOn !== '' && fields.openedOn < offer.effectiveFrom;
  const counted =
    product === undefined || wish === undefined || isEarly
      ? undefined
      : orTooLarge(() => savingsPlan(product, offers.daily, wish));
  const months = readTypedCount(fields.months);
  const categories = offer === undefined ? [] : savingsCategoriesOf(offer);
  const money = (label: CalculatorKey, name: 'amount' | 'monthly' | 'saved') => {
    const typed = readTypedMoney(fields[name], decimals);
    const isEmpty = !typed.ok && typed.reason === 'empty';
    const slip = name === 'amount' ? amountSlip(counted) : undefined;
    const isNothing = name === 'amount' && typed.ok && isZeroMoney(typed.text);
    return (
      <MoneyField
        label={t(label)}
        isOptional={name !== 'amount'}
        value={fields[name]}
        onChange={(text) => change({ [name]: text })}
        currencySign={format.currencySign}
        decimals={decimals}
        problem={
          (name !== 'amount' && isEmpty ? undefined : moneyProblem(typed)) ??
          (isNothing ? t('calc.slip.zero') : slip?.(t, format.money))
        }
      />
    );
  };

  return (
    <div className="stack stack-wide">
      <form className="stack" noValidate onSubmit={(event) => event.preventDefault()}>
        {offered.length === 0 && <p>{t('calc.noOffers')}</p>}
        {offered.length > 0 && (
          <SelectField
            label={t('calc.product')}
            value={offer?.code ?? OWN}
            onChange={(code) => change({ product: code })}
            choices={[
              ...offered.map(({ code, name }) => ({ value: code, label: name })),
              { value: OWN, label: t('calc.ownRate') },
            ]}
          />
        )}
        {offer === undefined && <OwnRateField value={fields.rate} onChange={(rate) => change({ rate })} />}
        {categories.length > 1 && (
          <SelectField
            label={t('calc.category')}
            value={fields.category}
            onChange={(category) => change({ category })}
            choices={categories.map((value) => ({ value, label: t(`calc.category.${value}`) }))}
          />
        )}
        {money(amountLabel(kind, product), 'amount')}
        {hasSaved ? money('calc.saved', 'saved') : hasMonthly && money('calc.monthly', 'monthly')}
        <TextField
          label={t('calc.monthsPaid')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={fields.months}
          onChange={(typed) => change({ months: toLatinDigits(typed) })}
          problem={
            months === undefined
              ? t('calc.slip.count')
              : months > LONGEST_MONTHS
                ? t('calc.slip.TERM_TOO_LONG', { months: LONGEST_MONTHS })
                : undefined
          }
        />
        <DateField
          label={t('calc.openedOn')}
          value={fields.openedOn}
          onChange={(openedOn) => change({ openedOn })}
          problem={
            fields.openedOn === ''
              ? t('date.malformed')
              : isEarly
                ? t('calc.slip.opened', { day: format.day(offer.effectiveFrom) })
                : undefined
          }
        />
      </form>
      {counted?.ok === true && product !== undefined && wish !== undefined ? (
        <SavingsOutcome product={product} daily={offers.daily} wish={wish} plan={counted.plan} offer={offer} />
      ) : (
        <p className="quiet">{t('calc.waits')}</p>
      )}
    </div>
  );
}

function amountLabel(kind: SavingsCalculatorKind, product: OfferedSavings | undefined): CalculatorKey {
  if (kind === 'goal') return 'calc.target';
  if (product?.interestRule === 'thrift') return 'calc.instalment';
  return product?.interestRule === 'daily' ? 'calc.everyDay' : 'calc.principal';
}

type Counted = ReturnType<typeof savingsPlan> | ReturnType<typeof orTooLarge<never>> | undefined;

/** Beside the amount only what the fields do not ask for can be refused. */
function amountSlip(counted: Counted) {
  if (counted === undefined || counted.ok) return undefined;
  const { code, params } = counted.refusal;
  if (code === 'QUOTE_NOT_ASKED') return undefined;
  return (t: ReturnType<typeof useCalculatorText>, money: (text: string) => string) =>
    t(`calc.slip.${code}`, 'minimum' in params ? { minimum: money(String(params.minimum)) } : {});
}

/** What the reader asks for, once every field can be read. */
function wishOf(
  { amount, monthly, saved, months, openedOn, category }: Fields,
  decimals: number,
): WishedSavings | undefined {
  const [sum, each, before] = [amount, monthly, saved].map((typed) => readTypedMoney(typed, decimals));
  const count = readTypedCount(months);
  if (sum?.ok !== true || isZeroMoney(sum.text) || count === undefined || count > LONGEST_MONTHS || openedOn === '') {
    return undefined;
  }
  const [monthlySum, savedSum] = [each, before].map((typed) => {
    if (typed?.ok === true) return parseMoney(typed.text, decimals);
    return typed?.reason === 'empty' ? ZERO : undefined;
  });
  if (monthlySum === undefined || savedSum === undefined) return undefined;
  return {
    amount: parseMoney(sum.text, decimals),
    monthly: monthlySum,
    saved: savedSum,
    months: count,
    openedOn: calendarDate(openedOn),
    categories: category === 'general' ? [] : [category],
  };
}
