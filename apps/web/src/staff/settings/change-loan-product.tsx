import {
  COLLATERAL_KINDS,
  ELIGIBILITY_KINDS,
  FLAT_REBATES,
  INSURANCE_BASES,
  LOAN_ALLOCATIONS,
  LOAN_EXCESSES,
  LOAN_INTEREST_BASES,
  LOAN_INTEREST_METHODS,
  LOAN_REPAYMENTS,
  LOAN_UNITS,
  OVERRIDERS,
} from '@kafal/core';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { percentText } from '../../shared/format.ts';
import type { ChangeLoanProductRequest, LoanProductRule, LoanProductRules } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { client } from '../staff-api.ts';
import type { Column } from '../ui/data-table.tsx';
import { ChoiceBox, MoneyBox, TextBox, TickBox } from '../ui/fields.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NameFields } from './change-fee.tsx';
import {
  type EligibilityKind,
  isMoneyRule,
  type LoanProductText,
  NEW_LOAN_PRODUCT,
  readLoanProduct,
  type TypedLoanProduct,
  type TypedRule,
  type TypedTier,
  typedFromLoanProduct,
} from './loan-product-fields.ts';
import { RuleChangeForm, useTypedWhy, WaitingLink, WhyFields } from './rule-change.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useLoanProductHistory } from './setting-queries.ts';

/** Other rules of a kind of loan from a day on; what is lent keeps its own. */
export function ChangeLoanProduct({ product, all }: { product: LoanProductRule; all: LoanProductRules }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const history = useLoanProductHistory(product.code);
  type Past = NonNullable<typeof history.data>['items'][number];
  const columns: Column<Past>[] = [
    { name: 'rate', heading: t('loan.rate'), isNumber: true, cell: (past) => percentText(past.annualRate) },
    {
      name: 'largest',
      heading: t('loanProduct.largest'),
      isNumber: true,
      cell: (past) => format.money(past.maximumAmount),
    },
  ];
  return (
    <div className="stack stack-wide">
      <p>{t('loanProduct.help')}</p>
      {product.waitingApprovalId !== null ? (
        <Note>
          {t('rule.isWaiting')} <WaitingLink approvalId={product.waitingApprovalId} />
        </Note>
      ) : (
        may('settings.change') && <LoanProductForm begin={typedFromLoanProduct(product)} isNew={false} all={all} />
      )}
      <RuleHistory query={history} columns={columns} />
    </div>
  );
}

/** One that the society did not lend yet. */
export function NewLoanProduct({ all }: { all: LoanProductRules }) {
  const t = useWords();
  return (
    <div className="stack stack-wide">
      <p>{t('loanProduct.newHelp')}</p>
      <LoanProductForm begin={NEW_LOAN_PRODUCT} isNew all={all} />
    </div>
  );
}

interface LoanProductFormProps {
  begin: TypedLoanProduct;
  isNew: boolean;
  all: LoanProductRules;
}

function LoanProductForm({ begin, isNew, all }: LoanProductFormProps) {
  const t = useWords();
  const { decimals } = useThisSociety();
  const { why, set: setWhy, body } = useTypedWhy();
  const [typed, setTyped] = useState(begin);
  const set = (part: Partial<TypedLoanProduct>) => setTyped((before) => ({ ...before, ...part }));
  const { rules, isWhole } = readLoanProduct(typed, decimals);
  const code = typed.code.trim();
  const isTaken = isNew && all.items.some((one) => one.code === code);
  const request: ChangeLoanProductRequest | undefined =
    isWhole && code !== '' && !isTaken && body !== undefined ? { ...rules, ...body } : undefined;
  return (
    <RuleChangeForm
      request={request === undefined ? undefined : { code, ...request }}
      body="ChangeLoanProductBody"
      typed={{ ...rules, ...body }}
      send={(preview) =>
        client.put('/api/loan-products/{code}', {
          path: { code },
          query: { preview },
          // The form asks only when the request is whole.
          body: request as ChangeLoanProductRequest,
        })
      }
    >
      {(problem) => {
        const parts = { typed, set, problem };
        return (
          <>
            <h3>{t(isNew ? 'loanProduct.newTitle' : 'rule.askTitle')}</h3>
            {isNew && <NewFields {...parts} all={all} isTaken={isTaken} />}
            <NameFields
              nameEn={typed.nameEn}
              nameHi={typed.nameHi}
              onEn={(nameEn) => set({ nameEn })}
              onHi={(nameHi) => set({ nameHi })}
              problem={problem}
            />
            <TickBox
              label={t('loanProduct.isOffered')}
              isTicked={typed.isOffered}
              onChange={(isOffered) => set({ isOffered })}
            />
            <InterestFields {...parts} />
            <LimitFields {...parts} />
            <FeeFields {...parts} />
            <PenalFields {...parts} all={all} />
            <InsuranceFields {...parts} all={all} />
            <SecurityFields {...parts} />
            <CollateralFields {...parts} />
            <EligibilityFields {...parts} />
            <PaymentFields {...parts} />
            <WhyFields why={why} onChange={setWhy} problem={problem} />
          </>
        );
      }}
    </RuleChangeForm>
  );
}

interface Fields {
  typed: TypedLoanProduct;
  set: (part: Partial<TypedLoanProduct>) => void;
  problem: (path: string) => string | undefined;
}

function NewFields({ typed, set, problem, all, isTaken }: Fields & { all: LoanProductRules; isTaken: boolean }) {
  const t = useWords();
  return (
    <>
      <TextBox
        label={t('product.code')}
        hint={t('loanProduct.codeHow')}
        isUpperCase
        maxLength={8}
        name="code"
        value={typed.code}
        onChange={(code) => set({ code: code.toUpperCase() })}
        problem={isTaken ? t('termProduct.codeTaken') : problem('code')}
      />
      <ChoiceBox
        label={t('loanProduct.account')}
        name="accountCode"
        value={typed.accountCode}
        choices={all.accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        onChange={(accountCode) => set({ accountCode })}
        problem={problem('accountCode')}
      />
    </>
  );
}

function InterestFields(parts: Fields) {
  const t = useWords();
  const { typed, set, problem } = parts;
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.interestPart')}</legend>
      <Decimal {...parts} name="annualRate" label={t('loanProduct.rate')} />
      <ChoiceBox
        label={t('loanProduct.method')}
        name="interestMethod"
        value={typed.interestMethod}
        choices={LOAN_INTEREST_METHODS.map((one) => ({ value: one, label: t(`loanProduct.method.${one}`) }))}
        onChange={(interestMethod) => interestMethod !== '' && set({ interestMethod })}
        problem={problem('interestMethod')}
      />
      <ChoiceBox
        label={t('loanProduct.repayment')}
        name="repayment"
        value={typed.repayment}
        choices={LOAN_REPAYMENTS.map((one) => ({ value: one, label: t(`loanProduct.repayment.${one}`) }))}
        onChange={(repayment) => repayment !== '' && set({ repayment })}
        problem={problem('repayment')}
      />
      <ChoiceBox
        label={t('loanProduct.basis')}
        name="interestBasis"
        value={typed.interestBasis}
        choices={LOAN_INTEREST_BASES.map((one) => ({ value: one, label: t(`loanProduct.basis.${one}`) }))}
        onChange={(interestBasis) => interestBasis !== '' && set({ interestBasis })}
        problem={problem('interestBasis')}
      />
      <Count {...parts} name="every" label={t('loanProduct.every')} />
      <ChoiceBox
        label={t('loanProduct.unit')}
        name="unit"
        value={typed.unit}
        choices={LOAN_UNITS.map((one) => ({ value: one, label: t(`loanProduct.unit.${one}`) }))}
        onChange={(unit) => unit !== '' && set({ unit })}
      />
    </fieldset>
  );
}

function LimitFields(parts: Fields) {
  const t = useWords();
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.limitPart')}</legend>
      <Money {...parts} name="minimumAmount" label={t('loanProduct.smallest')} />
      <Money {...parts} name="maximumAmount" label={t('loanProduct.largest')} />
      <Count {...parts} name="minimumInstalments" label={t('loanProduct.fewest')} />
      <Count {...parts} name="maximumInstalments" label={t('loanProduct.most')} />
      <Money {...parts} name="instalmentMultiple" label={t('loanProduct.multiple')} />
      <Count {...parts} name="membershipMonths" label={t('loanProduct.membership')} />
      <Count {...parts} name="sanctionDays" label={t('loanProduct.sanctionDays')} />
    </fieldset>
  );
}

function FeeFields(parts: Fields) {
  const t = useWords();
  const { typed, set } = parts;
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.feePart')}</legend>
      <Decimal {...parts} name="processingFeePercent" label={t('loanProduct.feePercent')} />
      <Money {...parts} name="processingFeeMinimum" label={t('loanProduct.feeLeast')} />
      <Money {...parts} name="processingFeeMaximum" label={t('loanProduct.feeMost')} isOptional />
      <Decimal {...parts} name="closingFeePercent" label={t('loanProduct.closingFee')} />
      {typed.interestMethod === 'flat' && (
        <ChoiceBox
          label={t('loanProduct.rebate')}
          name="flatRebate"
          value={typed.flatRebate}
          choices={FLAT_REBATES.map((one) => ({ value: one, label: t(`loanProduct.rebate.${one}`) }))}
          onChange={(flatRebate) => flatRebate !== '' && set({ flatRebate })}
        />
      )}
    </fieldset>
  );
}

/** Left empty, the rule of the society holds. */
function PenalFields({ all, ...parts }: Fields & { all: LoanProductRules }) {
  const t = useWords();
  const { annualRate, graceDays } = all.penal;
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.penalPart')}</legend>
      <p className="quiet small">{t('loanProduct.penalHow', { rate: percentText(annualRate), count: graceDays })}</p>
      <Decimal {...parts} name="penalRate" label={t('loanProduct.penalRate')} isOptional />
      <Count {...parts} name="penalGraceDays" label={t('loanProduct.penalGrace')} isOptional />
    </fieldset>
  );
}

/** What is taken for an insurer at the payout. */
function InsuranceFields({ all, ...parts }: Fields & { all: LoanProductRules }) {
  const t = useWords();
  const { typed, set, problem } = parts;
  const { insuranceBasis } = typed;
  const premium = {
    label: insuranceBasis === 'none' ? '' : t(`loanProduct.premium.${insuranceBasis}`),
    name: 'insurance.rate',
    value: typed.premium,
    onChange: (value: string) => set({ premium: value }),
    problem: problem('insurance.rate'),
  };
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.insurancePart')}</legend>
      <ChoiceBox
        label={t('loanProduct.insurance')}
        name="insurance"
        value={insuranceBasis}
        choices={(['none', ...INSURANCE_BASES] as const).map((one) => ({
          value: one,
          label: t(`loanProduct.insurance.${one}`),
        }))}
        onChange={(one) => one !== '' && set({ insuranceBasis: one })}
      />
      {insuranceBasis !== 'none' && (
        <>
          {insuranceBasis === 'percent' ? (
            <TextBox takesDigits maxLength={8} {...premium} />
          ) : (
            <MoneyBox {...premium} />
          )}
          <ChoiceBox
            label={t('loanProduct.insurerAccount')}
            hint={t('loanProduct.insurerAccountHow')}
            name="insurance.accountCode"
            value={typed.insurerAccount}
            choices={all.insurerAccounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            onChange={(insurerAccount) => set({ insurerAccount })}
            problem={problem('insurance.accountCode')}
          />
        </>
      )}
    </fieldset>
  );
}

function SecurityFields(parts: Fields) {
  const t = useWords();
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.securityPart')}</legend>
      <Count {...parts} name="guarantorsNeeded" label={t('loanProduct.guarantors')} />
      <Decimal {...parts} name="guarantorShareMultiple" label={t('loanProduct.guarantorShares')} isOptional />
      <Decimal {...parts} name="guarantorDepositMultiple" label={t('loanProduct.guarantorDeposits')} isOptional />
      <Count {...parts} name="guarantorMostLoans" label={t('loanProduct.guarantorLoans')} isOptional />
      <Decimal {...parts} name="shareLinkPercent" label={t('loanProduct.shareLink')} />
    </fieldset>
  );
}

/** What it is lent against; without a kind, nothing. */
function CollateralFields({ typed, set, problem }: Fields) {
  const t = useWords();
  const { collateralKinds, tiers } = typed;
  const last = tiers.length - 1;
  const change = (place: number, part: Partial<TypedTier>) =>
    set({ tiers: tiers.map((tier, at) => (at === place ? { ...tier, ...part } : tier)) });
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.collateralPart')}</legend>
      <p className="quiet small">{t('loanProduct.collateralHow')}</p>
      {COLLATERAL_KINDS.map((kind) => (
        <TickBox
          key={kind}
          label={t(`collateral.kind.${kind}`)}
          isTicked={collateralKinds.includes(kind)}
          onChange={(isTicked) =>
            set({
              collateralKinds: isTicked ? [...collateralKinds, kind] : collateralKinds.filter((one) => one !== kind),
            })
          }
        />
      ))}
      {collateralKinds.length > 0 && (
        <>
          {tiers.map((tier, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
            <div key={place} className="rate-line">
              {place === last ? (
                <p>{t('loanProduct.tierAny')}</p>
              ) : (
                <MoneyBox
                  label={t('loanProduct.tierUpTo', { line: place + 1 })}
                  name={`collateral.tiers.${place}.upTo`}
                  value={tier.upTo}
                  onChange={(upTo) => change(place, { upTo })}
                  problem={problem(`collateral.tiers.${place}.upTo`)}
                />
              )}
              <TextBox
                label={t('loanProduct.tierPercent', { line: place + 1 })}
                takesDigits
                maxLength={8}
                name={`collateral.tiers.${place}.percent`}
                value={tier.percent}
                onChange={(percent) => change(place, { percent })}
                problem={problem(`collateral.tiers.${place}.percent`) ?? problem('collateral.tiers')}
              />
            </div>
          ))}
          <div className="row">
            {tiers.length < MOST_TIERS && (
              <Button variant="subtle" onClick={() => set({ tiers: [{ upTo: '', percent: '' }, ...tiers] })}>
                {t('loanProduct.tierAdd')}
              </Button>
            )}
            {tiers.length > 1 && (
              <Button variant="subtle" color="gray" onClick={() => set({ tiers: tiers.slice(1) })}>
                {t('loanProduct.tierRemove')}
              </Button>
            )}
          </div>
          <ChoiceBox
            label={t('loanProduct.collateralStrength')}
            name="collateral-override"
            value={typed.collateralOverrideBy ?? HARD}
            choices={STRENGTHS.map((one) => ({ value: one, label: t(`loanProduct.strength.${one}`) }))}
            onChange={(one) => one !== '' && set({ collateralOverrideBy: one === HARD ? null : one })}
          />
        </>
      )}
    </fieldset>
  );
}

const MOST_TIERS = 6;
const HARD = 'hard';
const STRENGTHS = [HARD, ...OVERRIDERS] as const;

/** Each rule that a borrower is asked; without a limit it is not asked. */
function EligibilityFields({ typed, set, problem }: Fields) {
  const t = useWords();
  const asked = ELIGIBILITY_KINDS.filter((kind) => typed.rules[kind].limit.trim() !== '');
  const change = (kind: EligibilityKind, part: Partial<TypedRule>) =>
    set({ rules: { ...typed.rules, [kind]: { ...typed.rules[kind], ...part } } });
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.rulePart')}</legend>
      <p className="quiet small">{t('loanProduct.ruleHow')}</p>
      {ELIGIBILITY_KINDS.map((kind) => {
        const rule = typed.rules[kind];
        const box = {
          label: t(`loanProduct.rule.${kind}`),
          isOptional: true,
          name: `eligibility.${asked.indexOf(kind)}.limit`,
          value: rule.limit,
          onChange: (limit: string) => change(kind, { limit }),
          problem: asked.includes(kind) ? problem(`eligibility.${asked.indexOf(kind)}.limit`) : undefined,
        };
        return (
          <div key={kind} className="rate-line">
            {isMoneyRule(kind) ? <MoneyBox {...box} /> : <TextBox takesDigits maxLength={8} {...box} />}
            <ChoiceBox
              label={t('loanProduct.ruleStrength', { rule: t(`loanProduct.rule.${kind}`) })}
              name={`${kind}-override`}
              value={rule.overrideBy ?? HARD}
              choices={[HARD, ...OVERRIDERS].map((one) => ({
                value: one as typeof HARD | (typeof OVERRIDERS)[number],
                label: t(`loanProduct.strength.${one as typeof HARD | (typeof OVERRIDERS)[number]}`),
              }))}
              onChange={(one) => one !== '' && change(kind, { overrideBy: one === HARD ? null : one })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function PaymentFields({ typed, set }: Fields) {
  const t = useWords();
  return (
    <fieldset className="stack form-part">
      <legend>{t('loanProduct.paymentPart')}</legend>
      <ChoiceBox
        label={t('loanProduct.allocation')}
        hint={t('loanProduct.allocationHow')}
        name="allocation"
        value={typed.allocation}
        choices={LOAN_ALLOCATIONS.map((one) => ({ value: one, label: t(`loanProduct.allocation.${one}`) }))}
        onChange={(allocation) => allocation !== '' && set({ allocation })}
      />
      <ChoiceBox
        label={t('loanProduct.excess')}
        name="excess"
        value={typed.excess}
        choices={LOAN_EXCESSES.map((one) => ({ value: one, label: t(`loanProduct.excess.${one}`) }))}
        onChange={(excess) => excess !== '' && set({ excess })}
      />
    </fieldset>
  );
}

interface FieldProps extends Fields {
  name: LoanProductText;
  label: string;
  isOptional?: boolean;
}

/** A whole number of instalments, days or people. */
function Count({ typed, set, problem, name, ...box }: FieldProps) {
  return (
    <TextBox
      {...box}
      takesDigits
      inputMode="numeric"
      maxLength={4}
      name={name}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
      problem={problem(name)}
    />
  );
}

/** A per cent or a multiple. */
function Decimal({ typed, set, problem, name, ...box }: FieldProps) {
  return (
    <TextBox
      {...box}
      takesDigits
      maxLength={8}
      name={name}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
      problem={problem(name)}
    />
  );
}

function Money({ typed, set, problem, name, ...box }: FieldProps) {
  return (
    <MoneyBox
      {...box}
      name={name}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
      problem={problem(name)}
    />
  );
}
