import { DAY_COUNTS, toLatinDigits, WITHDRAWAL_RULES } from '@kafal/core';
import { useState } from 'react';
import { readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import type { ChangeProductRequest, ProductRule } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import type { Column } from '../ui/data-table.tsx';
import { ChoiceBox, MoneyBox, TextBox, TickBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NameFields } from './change-fee.tsx';
import { RateLines, type TypedRate } from './rate-lines.tsx';
import { RuleChangeForm, useTypedWhy, WaitingLink, WhyFields } from './rule-change.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useProductHistory } from './setting-queries.ts';
import { percentWords } from './setting-value.ts';

const bases = ['dailyProduct', 'minimumFromTenth'] as const satisfies readonly ProductRule['interestBasis'][];
const roundings = ['paisa', 'rupee'] as const satisfies readonly ProductRule['rounding'][];
const slabMethods = ['wholeBalance', 'marginal'] as const satisfies readonly ProductRule['slabMethod'][];
const reaches = ['all', 'new'] as const satisfies readonly ProductRule['appliesTo'][];
const postings = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
type Posting = (typeof postings)[number];
/** The months whose last day the interest is credited on. */
const POSTINGS: Readonly<Record<Posting, readonly number[]>> = {
  monthly: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarterly: [3, 6, 9, 12],
  'half-yearly': [3, 9],
  yearly: [3],
};

function postingOf(months: readonly number[]): Posting | 'as-it-is' {
  return postings.find((one) => POSTINGS[one].join() === months.join()) ?? 'as-it-is';
}

/** Other rules from a day on. */
export function ChangeProduct({ product }: { product: ProductRule }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const history = useProductHistory(product.code);
  type Past = NonNullable<typeof history.data>['items'][number];
  const columns: Column<Past>[] = [
    {
      name: 'rate',
      heading: t('product.rate'),
      isNumber: true,
      cell: (past) => percentWords(past.annualRate),
    },
    {
      name: 'minimum',
      heading: t('product.minimum'),
      isNumber: true,
      cell: (past) => format.money(past.minimumBalance),
    },
  ];
  return (
    <div className="stack stack-wide">
      <p>{t('product.help')}</p>
      {product.waitingApprovalId !== null ? (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={product.waitingApprovalId} />
        </Note>
      ) : (
        may('settings.change') && <ProductForm product={product} />
      )}
      <RuleHistory query={history} columns={columns} />
    </div>
  );
}

function ProductForm({ product }: { product: ProductRule }) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const { why, set, body } = useTypedWhy();
  const [rate, setRate] = useState(product.annualRate);
  const [minimum, setMinimum] = useState(() => typedFromMoney(product.minimumBalance));
  const [dormant, setDormant] = useState(String(product.dormantMonths ?? ''));
  const [nameEn, setNameEn] = useState(product.nameEn);
  const [nameHi, setNameHi] = useState(product.nameHi);
  const [least, setLeast] = useState(() => typedFromMoney(product.minimumDeposit));
  const [isOffered, setOffered] = useState(product.isOffered);
  const [basis, setBasis] = useState(product.interestBasis);
  const [posting, setPosting] = useState(() => postingOf(product.interestMonths));
  const [rounding, setRounding] = useState(product.rounding);
  const [slabMethod, setSlabMethod] = useState(product.slabMethod);
  const [dayCount, setDayCount] = useState(product.dayCount);
  const [withdrawal, setWithdrawal] = useState(product.withdrawal);
  const [appliesTo, setAppliesTo] = useState<ProductRule['appliesTo']>('all');
  const [rates, setRates] = useState<readonly TypedRate[]>(() =>
    product.rates.map((line) => ({ ...line, amountFrom: typedFromMoney(line.amountFrom) })),
  );
  const earnsAsSavings = product.interestRule === 'savings';
  // Thrift earns by the month, at one rate; the months in which it is credited are its own.
  const isCredited = earnsAsSavings || product.interestRule === 'thrift';
  const withdrawals = WITHDRAWAL_RULES.filter((one) => one !== 'goal' || product.kind === 'goal');
  const annualRate = toLatinDigits(rate.trim());
  const read = readTypedMoney(minimum, decimals);
  const readLeast = readTypedMoney(least, decimals);
  const lines = rates.map((line) => ({ line, from: readTypedMoney(line.amountFrom, decimals) }));
  const credited = {
    ...(posting === 'as-it-is' ? {} : { interestMonths: [...POSTINGS[posting]] }),
    rounding,
    appliesTo,
  };
  const interest = {
    interestBasis: basis,
    dayCount,
    slabMethod,
    rates: lines.map(({ line, from }) => ({
      category: line.category,
      amountFrom: from.ok ? from.text : '',
      annualRate: toLatinDigits(line.annualRate.trim()),
    })),
  };
  const typed = {
    annualRate,
    ...(read.ok ? { minimumBalance: read.text } : {}),
    dormantMonths: dormant.trim() === '' ? null : Number(dormant),
    isOffered,
    ...(readLeast.ok ? { minimumDeposit: readLeast.text } : {}),
    withdrawal,
    ...(isCredited ? credited : {}),
    ...(earnsAsSavings ? interest : {}),
    nameEn: nameEn.trim(),
    nameHi: nameHi.trim(),
    ...body,
  };
  const areRatesWhole = lines.every(({ line, from }) => from.ok && line.annualRate.trim() !== '');
  const isWhole =
    read.ok && readLeast.ok && areRatesWhole && annualRate !== '' && typed.nameEn !== '' && typed.nameHi !== '';
  const request: ChangeProductRequest | undefined =
    isWhole && body !== undefined ? { ...typed, minimumBalance: read.text, ...body } : undefined;
  return (
    <RuleChangeForm
      request={request}
      body="ChangeProductBody"
      typed={typed}
      send={(preview) =>
        client.put('/api/deposit-products/{code}', {
          path: { code: product.code },
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeProductRequest,
        })
      }
    >
      {(problem) => (
        <>
          <h3>{t('rule.askTitle')}</h3>
          <TextBox
            label={t('product.rate')}
            hint={t('product.rateHow')}
            takesDigits
            maxLength={8}
            name="annualRate"
            value={rate}
            onChange={setRate}
            problem={problem('annualRate')}
          />
          <MoneyBox
            label={t('product.minimum')}
            hint={t('product.minimumHow')}
            name="minimumBalance"
            value={minimum}
            onChange={setMinimum}
            problem={problem('minimumBalance')}
          />
          <TextBox
            label={t('product.dormant')}
            hint={t('product.dormantHow')}
            isOptional
            takesDigits
            inputMode="numeric"
            maxLength={3}
            name="dormantMonths"
            value={dormant}
            onChange={setDormant}
            problem={problem('dormantMonths')}
          />
          <MoneyBox
            label={t('product.leastAtOnce')}
            hint={t('product.minimumHow')}
            name="minimumDeposit"
            value={least}
            onChange={setLeast}
            problem={problem('minimumDeposit')}
          />
          {withdrawals.length > 1 && (
            <ChoiceBox
              label={t('product.withdrawal')}
              hint={t('product.minimumHow')}
              name="withdrawal"
              value={withdrawal}
              choices={withdrawals.map((one) => ({ value: one, label: t(`product.withdrawal.${one}`) }))}
              onChange={(one) => one !== '' && setWithdrawal(one)}
              problem={problem('withdrawal')}
            />
          )}
          {earnsAsSavings && (
            <>
              <RateLines
                title={t('product.rates')}
                hint={t('product.ratesHow')}
                rates={rates}
                fresh={{ category: 'general', amountFrom: '', annualRate: '' }}
                onChange={setRates}
                problem={problem}
              />
              {rates.length > 0 && (
                <ChoiceBox
                  label={t('product.slabs')}
                  name="slabMethod"
                  value={slabMethod}
                  choices={slabMethods.map((one) => ({ value: one, label: t(`product.slabs.${one}`) }))}
                  onChange={(one) => one !== '' && setSlabMethod(one)}
                />
              )}
              <ChoiceBox
                label={t('product.basis')}
                name="interestBasis"
                value={basis}
                choices={bases.map((one) => ({ value: one, label: t(`product.basis.${one}`) }))}
                onChange={(one) => one !== '' && setBasis(one)}
              />
              {basis === 'dailyProduct' && (
                <ChoiceBox
                  label={t('product.dayCount')}
                  name="dayCount"
                  value={dayCount}
                  choices={DAY_COUNTS.map((one) => ({ value: one, label: t(`product.dayCount.${one}`) }))}
                  onChange={(one) => one !== '' && setDayCount(one)}
                />
              )}
            </>
          )}
          {isCredited && (
            <>
              <ChoiceBox
                label={t('product.posting')}
                name="interestMonths"
                value={posting}
                choices={[...(posting === 'as-it-is' ? (['as-it-is'] as const) : []), ...postings].map((one) => ({
                  value: one,
                  label: t(`product.posting.${one}`),
                }))}
                onChange={(one) => one !== '' && setPosting(one)}
                problem={problem('interestMonths')}
              />
              <ChoiceBox
                label={t('product.rounding')}
                name="rounding"
                value={rounding}
                choices={roundings.map((one) => ({ value: one, label: t(`product.rounding.${one}`) }))}
                onChange={(one) => one !== '' && setRounding(one)}
              />
              <ChoiceBox
                label={t('product.reach')}
                hint={t('product.reachHow')}
                name="appliesTo"
                value={appliesTo}
                choices={reaches.map((one) => ({ value: one, label: t(`product.reach.${one}`) }))}
                onChange={(one) => one !== '' && setAppliesTo(one)}
              />
            </>
          )}
          <TickBox label={t('product.isOffered')} isTicked={isOffered} onChange={setOffered} />
          <NameFields nameEn={nameEn} nameHi={nameHi} onEn={setNameEn} onHi={setNameHi} problem={problem} />
          <WhyFields why={why} onChange={set} problem={problem} />
        </>
      )}
    </RuleChangeForm>
  );
}
