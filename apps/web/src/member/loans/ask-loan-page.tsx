import { toLatinDigits } from '@kafal/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type {
  ApplyForLoanRequest,
  LoanDraft,
  LoanDraftRequest,
  LoanProducts,
  LoanQuote,
} from '../../shared/answers.ts';
import { isZeroMoney, percentText, readTypedMoney } from '../../shared/format.ts';
import { fieldProblem } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { drawnMoney } from '../../shared/ui/charts/chart-scale.ts';
import { LineChart } from '../../shared/ui/charts/line-chart.tsx';
import { SelectField, TextField } from '../../shared/ui/field.tsx';
import { MoneyField } from '../../shared/ui/money-field.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { forgetTyped, useTyped } from '../typed.ts';
import { unansweredLoanWishes } from '../unanswered.ts';
import { useAct } from '../use-act.ts';
import { useSendOnce } from '../use-send-once.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { useLoanDraft, useLoanProducts, useLoans } from './loan-queries.ts';
import { useLoanText } from './loan-words.ts';

type Product = LoanProducts['items'][number];

const formName = 'ask-loan';
/** Of the loans that it could take the place of. */
const NONE = 'none';

/**
 * The form, what the loan would cost, and that it was asked for, each at an address of its own, so that the phone's back
 * button leads where it should and never asks twice.
 */
export function AskLoanPage({ step }: { step: string | undefined }) {
  const [, goTo] = useLocation();
  const [looked, setLooked] = useState<{ wish: ApplyForLoanRequest; quote: LoanQuote }>();
  const [asked, setAsked] = useState<{ id: string; number: string }>();
  const look = useAct(async (wish: ApplyForLoanRequest) => {
    const { productCode, amount, instalments } = wish;
    const quote = await client.post('/api/loans/quote', { body: { productCode, amount, instalments } });
    setLooked({ wish, quote });
    goTo('/loans/ask/look');
  });
  const send = useSendOnce(unansweredLoanWishes, async (wish, idempotencyKey) => {
    setAsked(await client.post('/api/loans', { body: wish, idempotencyKey }));
    forgetTyped(formName);
    setLooked(undefined);
    goTo('/loans/ask/done', { replace: true });
  });
  if (step === 'done' && asked !== undefined) return <Asked {...asked} />;
  if (step === 'look' && looked !== undefined) {
    return (
      <Look
        quote={looked.quote}
        error={send.error}
        isBusy={send.isBusy}
        onSend={() => void send.run(looked.wish)}
        onBack={() => {
          send.clear();
          history.back();
        }}
      />
    );
  }
  // An address of something that is not on this page any more.
  if (step !== undefined) return <Redirect to="/loans/ask" replace />;
  return <Ask error={look.error} isBusy={look.isBusy} onLook={(wish) => void look.run(wish)} />;
}

interface AskProps {
  error: unknown;
  isBusy: boolean;
  onLook: (wish: ApplyForLoanRequest) => void;
}

function Ask(props: AskProps) {
  const t = useLoanText();
  const title = t('loans.ask');
  const { data, error, refetch } = useLoanProducts();
  const begun = useLoanDraft();
  // Without what was begun the form is as good as a new one.
  if (data === undefined || begun.isPending) {
    if (error !== null) {
      return <PageProblem title={title} backTo="/loans" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={title} backTo="/loans">
        <Skeleton lines={6} />
      </Page>
    );
  }
  const offered = data.items.filter(({ isOffered }) => isOffered);
  return (
    <Page title={title} backTo="/loans">
      {offered.length === 0 ? (
        <Empty title={t('askLoan.noOffers')} />
      ) : (
        <AskForm {...props} offered={offered} draft={begun.data?.draft ?? null} />
      )}
    </Page>
  );
}

function AskForm({
  offered,
  draft,
  error,
  isBusy,
  onLook,
}: AskProps & { offered: readonly Product[]; draft: LoanDraft | null }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const [fields, change] = useTyped(formName, () => ({
    productCode: draft?.productCode ?? '',
    amount: draft?.amount ?? '',
    instalments: draft?.instalments ?? '12',
    purpose: draft?.purpose ?? '',
    income: draft?.monthlyIncome ?? '',
    guarantors: draft?.guarantors.join(', ') ?? '',
    replaces: draft?.replacesLoanId || NONE,
  }));
  const { data: own } = useLoans('borrower');
  const running = own?.items.filter(({ status }) => status === 'active') ?? [];
  const product = offered.find(({ code }) => code === fields.productCode) ?? offered[0];
  if (product === undefined) return null;
  const [amount, income] = [readTypedMoney(fields.amount, decimals), readTypedMoney(fields.income, decimals)];
  const guarantors = fields.guarantors
    .split(/[,\s]+/)
    .map((number) => number.trim())
    .filter((number) => number !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!amount.ok || fields.purpose.trim() === '') return;
    onLook({
      productCode: product.code,
      amount: amount.text,
      instalments: Number(fields.instalments),
      purpose: fields.purpose.trim(),
      ...(income.ok ? { monthlyIncome: income.text } : {}),
      ...(running.some(({ id }) => id === fields.replaces) ? { replacesLoanId: fields.replaces } : {}),
      guarantors,
    });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ProblemNote error={error} takesFocus />
      {draft !== null && (
        <p className="note">{t('askLoan.begun', { day: format.instant(draft.savedAt), by: draft.savedBy })}</p>
      )}
      <SelectField
        label={t('askLoan.product')}
        value={product.code}
        onChange={(productCode) => change({ productCode })}
        choices={offered.map(({ code, name }) => ({ value: code, label: name }))}
        hint={t('askLoan.limits', {
          least: format.money(product.minimumAmount),
          most: format.money(product.maximumAmount),
          from: product.minimumInstalments,
          to: product.maximumInstalments,
          rate: percentText(product.annualRate),
        })}
        problem={fieldProblem(error, 'productCode')}
      />
      <MoneyField
        label={t('askLoan.amount')}
        value={fields.amount}
        onChange={(typed) => change({ amount: typed })}
        currencySign={format.currencySign}
        decimals={decimals}
        problem={fieldProblem(error, 'amount')}
      />
      <TextField
        label={t('askLoan.count')}
        value={fields.instalments}
        onChange={(typed) => change({ instalments: toLatinDigits(typed) })}
        inputMode="numeric"
        maxLength={4}
        problem={fieldProblem(error, 'instalments')}
      />
      <TextField
        label={t('askLoan.purpose')}
        value={fields.purpose}
        onChange={(purpose) => change({ purpose })}
        maxLength={200}
        problem={fieldProblem(error, 'purpose')}
      />
      <MoneyField
        label={t('askLoan.income')}
        value={fields.income}
        onChange={(typed) => change({ income: typed })}
        currencySign={format.currencySign}
        decimals={decimals}
        isOptional
      />
      {running.length > 0 && (
        <SelectField
          label={t('askLoan.replaces')}
          value={running.some(({ id }) => id === fields.replaces) ? fields.replaces : NONE}
          onChange={(replaces) => change({ replaces })}
          choices={[
            { value: NONE, label: t('askLoan.replacesNone') },
            ...running.map(({ id, number, productName }) => ({ value: id, label: `${number} · ${productName}` })),
          ]}
          hint={t('askLoan.replacesHow')}
          problem={fieldProblem(error, 'replacesLoanId')}
        />
      )}
      {product.guarantorsNeeded > 0 && (
        <TextField
          label={t('askLoan.guarantors')}
          hint={t('askLoan.guarantorsHow', { count: product.guarantorsNeeded })}
          value={fields.guarantors}
          onChange={(guarantors) => change({ guarantors })}
          maxLength={200}
          problem={fieldProblem(error, 'guarantors')}
        />
      )}
      <Button type="submit" look="filled" isBusy={isBusy}>
        {t('askLoan.look')}
      </Button>
      <KeepForLater
        fields={{
          productCode: product.code,
          amount: fields.amount,
          instalments: fields.instalments,
          purpose: fields.purpose,
          monthlyIncome: fields.income,
          replacesLoanId: fields.replaces === NONE ? '' : fields.replaces,
          guarantors,
        }}
        isThere={draft !== null}
      />
    </form>
  );
}

/** Goes on here, on another phone or at the desk. */
function KeepForLater({ fields, isThere }: { fields: LoanDraftRequest; isThere: boolean }) {
  const t = useLoanText();
  const queries = useQueryClient();
  const [, goTo] = useLocation();
  const [isKept, setKept] = useState(false);
  const keep = useAct(async () => {
    setKept(false);
    await client.put('/api/loan-draft', { body: fields });
    setKept(true);
  });
  const drop = useAct(async () => {
    await client.delete('/api/loan-draft', {});
    forgetTyped(formName);
    queries.removeQueries({ queryKey: ['loan-draft'] });
    goTo('/loans');
  });
  return (
    <>
      <ProblemNote error={keep.error ?? drop.error} takesFocus />
      {isKept && (
        <p className="note note-good" role="status">
          {t('askLoan.kept')}
        </p>
      )}
      <div className="row">
        <Button isBusy={keep.isBusy} onClick={() => void keep.run(undefined)}>
          {t('askLoan.keep')}
        </Button>
        {(isThere || isKept) && (
          <Button isBusy={drop.isBusy} onClick={() => void drop.run(undefined)}>
            {t('askLoan.drop')}
          </Button>
        )}
      </div>
    </>
  );
}

interface LookProps {
  quote: LoanQuote;
  error: unknown;
  isBusy: boolean;
  onSend: () => void;
  onBack: () => void;
}

function Look({ quote, error, isBusy, onSend, onBack }: LookProps) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const { instalments } = quote;
  const [first, last] = [instalments[0], instalments.at(-1)];
  const balance = (owed: string, day: string, key: string) => ({
    key,
    label: format.ownMonthShort(day),
    value: drawnMoney(owed),
    shown: format.money(owed),
    sentence: `${format.day(day)}: ${format.money(owed)}`,
    day: format.day(day),
  });
  const points = instalments.map(({ number, dueOn, balance: owed }) => balance(owed, dueOn, String(number)));
  const facts: [label: string, value: string][] = [
    [t('askLoan.each'), format.money(first?.total ?? quote.total)],
    [t('askLoan.last'), format.money(last?.total ?? quote.total)],
    [t('askLoan.interest'), format.money(quote.interest)],
    [t('askLoan.fee'), format.money(quote.processingFee)],
    ...(isZeroMoney(quote.feeTax) ? [] : [[t('askLoan.feeTax'), format.money(quote.feeTax)] as [string, string]]),
    ...(isZeroMoney(quote.insurance)
      ? []
      : [[t('askLoan.insurance'), format.money(quote.insurance)] as [string, string]]),
    [t('askLoan.inHand'), format.money(quote.inHand)],
    [t('loan.rate'), percentText(quote.annualRate)],
    [t('askLoan.cost'), percentText(quote.annualCost)],
  ];
  return (
    <Page title={t('askLoan.lookTitle', { amount: format.money(quote.amount), count: instalments.length })}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t('askLoan.costHow')}</p>
      <p className="quiet">
        {t('explain.penalRule', { rate: percentText(quote.penal.annualRate), count: quote.penal.graceDays })}
      </p>
      <LineChart
        title={t('askLoan.chart')}
        points={points}
        mark={format.count}
        tableWords={t('loan.allInstalments')}
        table={{
          columns: [t('loan.instalments'), t('repay.amount')],
          rows: instalments.map(({ number, dueOn, total }) => ({
            key: String(number),
            heading: format.day(dueOn),
            cells: [format.money(total)],
          })),
        }}
      />
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button look="filled" isBusy={isBusy} onClick={onSend}>
          {t('askLoan.send')}
        </Button>
        <Button onClick={onBack}>{t('askLoan.back')}</Button>
      </div>
    </Page>
  );
}

function Asked({ id, number }: { id: string; number: string }) {
  const t = useLoanText();
  return (
    <Page title={t('askLoan.done')}>
      <p>{t('askLoan.doneHow', { number })}</p>
      <div className="row">
        <Link href={`/loans/${id}`} className="button button-filled">
          {t('askLoan.open')}
        </Link>
      </div>
    </Page>
  );
}
