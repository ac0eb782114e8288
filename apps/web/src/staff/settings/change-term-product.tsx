import {
  COMPOUNDINGS,
  DAY_COUNTS,
  MATURITY_ACTS,
  PAYOUTS,
  RULE_REACHES,
  TERM_KINDS,
  TERM_ROUNDINGS,
} from '@kafal/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChangeTermProductRequest, TermProductRule } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import type { Column } from '../ui/data-table.tsx';
import { ChoiceBox, MoneyBox, TextBox, TickBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NameFields } from './change-fee.tsx';
import { RateLines } from './rate-lines.tsx';
import { RuleChangeForm, useTypedWhy, WaitingLink, WhyFields } from './rule-change.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useTermProductHistory } from './setting-queries.ts';
import { NEW_TERM_PRODUCT, readTermProduct, type TypedTermProduct, typedFromProduct } from './term-product-fields.ts';
import { useRateSpan } from './use-rate-span.ts';

/** Other rules and rates of a fixed or recurring deposit from a day on. */
export function ChangeTermProduct({ product }: { product: TermProductRule }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const rateSpan = useRateSpan();
  const history = useTermProductHistory(product.code);
  type Past = NonNullable<typeof history.data>['items'][number];
  const columns: Column<Past>[] = [
    { name: 'rates', heading: t('termProduct.rateSpan'), isNumber: true, cell: (past) => rateSpan(past.rates) },
    {
      name: 'minimum',
      heading: t('termProduct.minimum'),
      isNumber: true,
      cell: (past) => format.money(past.minimumAmount),
    },
  ];
  return (
    <div className="stack stack-wide">
      <p>{t('termProduct.help')}</p>
      {product.waitingApprovalId !== null ? (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={product.waitingApprovalId} />
        </Note>
      ) : (
        may('settings.change') && <TermProductForm begin={typedFromProduct(product)} isNew={false} />
      )}
      <RuleHistory query={history} columns={columns} />
    </div>
  );
}

/** One that the society did not have yet. */
export function NewTermProduct({ taken }: { taken: readonly string[] }) {
  const t = useWords();
  return (
    <div className="stack stack-wide">
      <p>{t('termProduct.newHelp')}</p>
      <TermProductForm begin={NEW_TERM_PRODUCT} isNew taken={taken} />
    </div>
  );
}

interface TermProductFormProps {
  begin: TypedTermProduct;
  isNew: boolean;
  /** Codes that a new one cannot have. */
  taken?: readonly string[];
}

function TermProductForm({ begin, isNew, taken = [] }: TermProductFormProps) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const { why, set: setWhy, body } = useTypedWhy();
  const [typed, setTyped] = useState(begin);
  const set = (part: Partial<TypedTermProduct>) => setTyped((before) => ({ ...before, ...part }));
  const { rules, isWhole } = readTermProduct(typed, decimals);
  const code = typed.code.trim();
  const isTaken = taken.includes(code);
  const request: ChangeTermProductRequest | undefined =
    isWhole && code !== '' && !isTaken && body !== undefined ? { ...rules, ...body } : undefined;
  return (
    <RuleChangeForm
      request={request === undefined ? undefined : { code, ...request }}
      body="ChangeTermProductBody"
      typed={{ ...rules, ...body }}
      send={(preview) =>
        client.put('/api/term-products/{code}', {
          path: { code },
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeTermProductRequest,
        })
      }
    >
      {(problem) => {
        const parts = { typed, set, problem, isNew, isTaken };
        return (
          <>
            <h3>{t(isNew ? 'termProduct.newTitle' : 'rule.askTitle')}</h3>
            <OfferFields {...parts} />
            <AmountFields {...parts} />
            <RateFields {...parts} />
            <InterestFields {...parts} />
            <EndFields {...parts} />
            {typed.kind === 'recurring' && <InstalmentFields {...parts} />}
            <ChoiceBox
              label={t('termProduct.reach')}
              hint={t('termProduct.reachHow')}
              name="appliesTo"
              value={typed.appliesTo}
              choices={RULE_REACHES.map((one) => ({ value: one, label: t(`termProduct.reach.${one}`) }))}
              onChange={(appliesTo) => appliesTo !== '' && set({ appliesTo })}
            />
            <WhyFields why={why} onChange={setWhy} problem={problem} />
          </>
        );
      }}
    </RuleChangeForm>
  );
}

interface Fields {
  typed: TypedTermProduct;
  set: (part: Partial<TypedTermProduct>) => void;
  problem: (path: string) => string | undefined;
  isNew: boolean;
  isTaken: boolean;
}

function OfferFields({ typed, set, problem, isNew, isTaken }: Fields) {
  const t = useWords();
  return (
    <>
      {isNew && (
        <>
          <TextBox
            label={t('product.code')}
            hint={t('termProduct.codeHow')}
            isUpperCase
            maxLength={8}
            name="code"
            value={typed.code}
            onChange={(code) => set({ code: code.toUpperCase() })}
            problem={isTaken ? t('termProduct.codeTaken') : problem('code')}
          />
          <ChoiceBox
            label={t('termProduct.kind')}
            name="kind"
            value={typed.kind}
            choices={TERM_KINDS.map((one) => ({ value: one, label: t(`termProduct.kind.${one}`) }))}
            onChange={(kind) => kind !== '' && set({ kind, payout: 'maturity', atMaturity: MATURITY_OF[kind][0] })}
            problem={problem('kind')}
          />
        </>
      )}
      <NameFields
        nameEn={typed.nameEn}
        nameHi={typed.nameHi}
        onEn={(nameEn) => set({ nameEn })}
        onHi={(nameHi) => set({ nameHi })}
        problem={problem}
      />
      <TickBox
        label={t('termProduct.isOffered')}
        isTicked={typed.isOffered}
        onChange={(isOffered) => set({ isOffered })}
      />
    </>
  );
}

function AmountFields({ typed, set, problem }: Fields) {
  const t = useWords();
  const isRecurring = typed.kind === 'recurring';
  return (
    <fieldset className="stack form-part">
      <legend>{t(isRecurring ? 'termProduct.instalmentPart' : 'termProduct.amountPart')}</legend>
      <MoneyBox
        label={t('termProduct.minimum')}
        name="minimumAmount"
        value={typed.minimumAmount}
        onChange={(minimumAmount) => set({ minimumAmount })}
        problem={problem('minimumAmount')}
      />
      <MoneyBox
        label={t('termProduct.maximum')}
        isOptional
        name="maximumAmount"
        value={typed.maximumAmount}
        onChange={(maximumAmount) => set({ maximumAmount })}
        problem={problem('maximumAmount')}
      />
      <MoneyBox
        label={t('termProduct.multiple')}
        hint={t('termProduct.multipleHow')}
        isOptional
        name="multipleOf"
        value={typed.multipleOf}
        onChange={(multipleOf) => set({ multipleOf })}
        problem={problem('multipleOf')}
      />
      <CountBox
        label={t('termProduct.longest')}
        name="maximumMonths"
        value={typed.maximumMonths}
        onChange={(maximumMonths) => set({ maximumMonths })}
        problem={problem('maximumMonths')}
      />
    </fieldset>
  );
}

function RateFields({ typed, set, problem }: Fields) {
  const t = useWords();
  const units = (['months', 'days'] as const).map((value) => ({ value, label: t(`termDeposit.unit.${value}`) }));
  const last = typed.rates.at(-1);
  return (
    <>
      <RateLines
        title={t('termProduct.rates')}
        hint={t('termProduct.ratesHow')}
        rates={typed.rates}
        fresh={{
          category: 'general',
          termFrom: '',
          termUnit: last?.termUnit ?? 'months',
          amountFrom: '0',
          annualRate: '',
        }}
        onChange={(rates) => set({ rates })}
        problem={problem}
      >
        {({ rate, place, change }) => (
          <>
            <CountBox
              label={t('termProduct.termFrom')}
              name={`rates.${place}.termFrom`}
              value={rate.termFrom}
              onChange={(termFrom) => change({ termFrom })}
              problem={problem(`rates.${place}.termFrom`)}
            />
            <ChoiceBox
              label={t('termDeposit.unit')}
              name={`rates.${place}.termUnit`}
              value={rate.termUnit}
              choices={units}
              onChange={(termUnit) => termUnit !== '' && change({ termUnit })}
            />
          </>
        )}
      </RateLines>
      {problem('rates') !== undefined && (
        <p className="field-problem" role="alert">
          {problem('rates')}
        </p>
      )}
    </>
  );
}

function InterestFields({ typed, set, problem, isNew }: Fields) {
  const t = useWords();
  // The deposits of a kind stand in one account of the books: paid at maturity, or paid out before.
  const payouts = PAYOUTS.filter((one) => isNew || (one === 'maturity') === (typed.payout === 'maturity'));
  return (
    <fieldset className="stack form-part">
      <legend>{t('termProduct.interestPart')}</legend>
      <ChoiceBox
        label={t('termProduct.compounding')}
        name="compounding"
        value={typed.compounding}
        choices={COMPOUNDINGS.map((one) => ({ value: one, label: t(`termProduct.compounding.${one}`) }))}
        onChange={(compounding) => compounding !== '' && set({ compounding })}
      />
      <ChoiceBox
        label={t('product.dayCount')}
        hint={t('termProduct.dayCountHow')}
        name="dayCount"
        value={typed.dayCount}
        choices={DAY_COUNTS.map((one) => ({ value: one, label: t(`product.dayCount.${one}`) }))}
        onChange={(dayCount) => dayCount !== '' && set({ dayCount })}
      />
      {typed.kind === 'fixed' && payouts.length > 1 && (
        <ChoiceBox
          label={t('termDeposit.payout')}
          name="payout"
          value={typed.payout}
          choices={payouts.map((one) => ({ value: one, label: t(`termDeposit.payout.${one}`) }))}
          onChange={(payout) => payout !== '' && set({ payout })}
          problem={problem('payout')}
        />
      )}
      {typed.payout === 'monthly' && (
        <TickBox
          label={t('termProduct.discounted')}
          isTicked={typed.isPayoutDiscounted}
          onChange={(isPayoutDiscounted) => set({ isPayoutDiscounted })}
          problem={problem('isPayoutDiscounted')}
        />
      )}
      <ChoiceBox
        label={t('product.rounding')}
        name="rounding"
        value={typed.rounding}
        choices={TERM_ROUNDINGS.map((one) => ({ value: one, label: t(`product.rounding.${one}`) }))}
        onChange={(rounding) => rounding !== '' && set({ rounding })}
      />
      <p className="quiet small">
        {t('termProduct.tax')} <Link to="/settings/society">{t('termProduct.taxWhere')}</Link>
      </p>
    </fieldset>
  );
}

/** Instalments are over when they are over: a recurring deposit is not renewed. */
const MATURITY_OF = {
  fixed: MATURITY_ACTS,
  recurring: ['to-savings', 'pay-out', 'wait'],
} as const satisfies Record<TermProductRule['kind'], readonly TermProductRule['atMaturity'][]>;

function EndFields({ typed, set, problem }: Fields) {
  const t = useWords();
  return (
    <fieldset className="stack form-part">
      <legend>{t('termProduct.endPart')}</legend>
      <ChoiceBox
        label={t('termProduct.atMaturity')}
        hint={t('termProduct.atMaturityHow')}
        name="atMaturity"
        value={typed.atMaturity}
        choices={MATURITY_OF[typed.kind].map((one) => ({ value: one, label: t(`termDeposit.atMaturity.${one}`) }))}
        onChange={(atMaturity) => atMaturity !== '' && set({ atMaturity })}
      />
      <CountBox
        label={t('termProduct.lockIn')}
        hint={t('termProduct.lockInHow')}
        name="lockInDays"
        value={typed.lockInDays}
        onChange={(lockInDays) => set({ lockInDays })}
        problem={problem('lockInDays')}
      />
      <TextBox
        label={t('termProduct.penalty')}
        hint={t('termProduct.penaltyHow')}
        takesDigits
        maxLength={8}
        name="prematurePenalty"
        value={typed.prematurePenalty}
        onChange={(prematurePenalty) => set({ prematurePenalty })}
        problem={problem('prematurePenalty')}
      />
    </fieldset>
  );
}

function InstalmentFields({ typed, set, problem }: Fields) {
  const t = useWords();
  return (
    <fieldset className="stack form-part">
      <legend>{t('termProduct.latePart')}</legend>
      <MoneyBox
        label={t('termProduct.fine')}
        hint={t('termProduct.fineHow')}
        isOptional
        name="lateFinePerHundred"
        value={typed.lateFinePerHundred}
        onChange={(lateFinePerHundred) => set({ lateFinePerHundred })}
        problem={problem('lateFinePerHundred')}
      />
      <CountBox
        label={t('termProduct.grace')}
        name="graceDays"
        value={typed.graceDays}
        onChange={(graceDays) => set({ graceDays })}
        problem={problem('graceDays')}
      />
      <CountBox
        label={t('termProduct.irregular')}
        hint={t('termProduct.irregularHow')}
        isOptional
        name="irregularAfterMissed"
        value={typed.irregularAfterMissed}
        onChange={(irregularAfterMissed) => set({ irregularAfterMissed })}
        problem={problem('irregularAfterMissed')}
      />
    </fieldset>
  );
}

interface CountBoxProps {
  label: string;
  hint?: string;
  isOptional?: boolean;
  name: string;
  value: string;
  onChange: (value: string) => void;
  problem: string | undefined;
}

/** A whole number of days, months or instalments. */
function CountBox(props: CountBoxProps) {
  return <TextBox takesDigits inputMode="numeric" maxLength={4} {...props} />;
}
