import { isTermKind } from '@kafal/core';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { AskPaymentAnswer, AskPaymentRequest, Deposit, LoanList, Member } from '../../shared/answers.ts';
import { isZeroMoney, readTypedMoney, typedFromMoney } from '../../shared/format.ts';
import { MoneyAct } from '../../shared/idempotency.ts';
import { Button } from '../../shared/ui/button.tsx';
import { CheckField } from '../../shared/ui/field.tsx';
import { MoneyField } from '../../shared/ui/money-field.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { useLoans } from '../loans/loan-queries.ts';
import { client, queryClient } from '../member-api.ts';
import { mayHaveChanged, useDeposit, useDeposits, useProfile } from '../member-queries.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { usePayText } from './pay-words.ts';

type Preview = Extract<AskPaymentAnswer, { preview: true }>;
type Line = AskPaymentRequest['lines'][number];
/** What is typed for each thing that can be paid, by its kind and id. */
type Amounts = Readonly<Record<string, string>>;

const MINUTE = 60_000;

/** What for, then what it comes to and whom it goes to, and only then a code. */
export function PayPage() {
  const t = usePayText();
  const { phonePayments } = useThisSociety();
  const profile = useProfile();
  const deposits = useDeposits();
  const loans = useLoans('borrower');
  // What an earlier version kept on the phone says nothing of it.
  if ((phonePayments ?? null) === null) {
    return (
      <Page title={t('pay.title')} backTo="/">
        <Empty title={t('pay.notOffered')}>
          <p>{t('pay.notOfferedHow')}</p>
        </Empty>
      </Page>
    );
  }
  const error = profile.error ?? deposits.error ?? loans.error;
  const isThere = profile.data !== undefined && deposits.data !== undefined && loans.data !== undefined;
  return (
    <Page title={t('pay.title')} backTo="/">
      {isThere ? (
        <Wish member={profile.data} deposits={deposits.data.items} loans={loans.data.items} />
      ) : error === null ? (
        <Skeleton lines={8} />
      ) : (
        <ProblemNote error={error} onRetry={() => void queryClient.invalidateQueries(mayHaveChanged)} />
      )}
      <p>
        <Link href="/payments">{t('pay.list')}</Link>
      </p>
    </Page>
  );
}

interface WishProps {
  member: Member;
  deposits: readonly Deposit[];
  loans: LoanList['items'];
}

function Wish({ member, deposits, loans }: WishProps) {
  const t = usePayText();
  const { decimals } = useThisSociety();
  const [, goTo] = useLocation();
  const [amounts, setAmounts] = useState<Amounts>(() => firstAmounts(member, loans));
  const [isChecked, setChecked] = useState(false);
  const [looked, setLooked] = useState<{ lines: Line[]; preview: Preview }>();
  const [act] = useState(() => new MoneyAct());
  const look = useAct(async (lines: Line[]) => {
    const preview = await client.post('/api/payment-requests', { query: { preview: true }, body: { lines } });
    if (preview.preview) setLooked({ lines, preview });
  });
  const make = useAct(async (lines: Line[]) => {
    const idempotencyKey = act.keyFor(lines);
    const answer = await client.post('/api/payment-requests', { body: { lines }, idempotencyKey });
    if (answer.preview) return;
    act.done();
    goTo(`/payments/${answer.request.id}`, { replace: true });
  });
  if (looked !== undefined) {
    return (
      <Looked
        preview={looked.preview}
        error={make.error}
        isBusy={make.isBusy}
        onMake={() => void make.run(looked.lines)}
        onChange={() => {
          make.clear();
          setLooked(undefined);
        }}
      />
    );
  }
  const lines = linesOf(amounts, decimals);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (lines !== undefined && lines.length > 0) void look.run(lines);
  };
  const set = (key: string, typed: string) => setAmounts({ ...amounts, [key]: typed });
  const open = deposits.filter(({ status }) => status === 'active');
  return (
    <form className="stack stack-wide" onSubmit={submit} noValidate>
      <p className="quiet">{t('pay.forHow')}</p>
      <Dues member={member} amounts={amounts} set={set} />
      <Loans loans={loans} amounts={amounts} set={set} />
      <Accounts deposits={open} amounts={amounts} set={set} />
      <ProblemNote error={look.error} takesFocus />
      {isChecked && lines?.length === 0 && (
        <p className="note note-bad" role="alert">
          {t('pay.nothing')}
        </p>
      )}
      <Button type="submit" look="filled" isBusy={look.isBusy}>
        {t('pay.look')}
      </Button>
    </form>
  );
}

interface PartProps {
  amounts: Amounts;
  set: (key: string, typed: string) => void;
}

function Dues({ member, amounts, set }: PartProps & { member: Member }) {
  const t = usePayText();
  const format = useSocietyFormat();
  const open = member.dues.filter(({ outstanding }) => !isZeroMoney(outstanding));
  if (open.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="pay-dues">
      <h2 id="pay-dues">{t('pay.dues')}</h2>
      {open.map(({ id, name, outstanding }) => (
        <Amount
          key={id}
          name={`due ${id}`}
          label={t('pay.dueOf', { name, amount: format.money(outstanding) })}
          amounts={amounts}
          set={set}
        />
      ))}
    </section>
  );
}

function Loans({ loans, amounts, set }: PartProps & { loans: LoanList['items'] }) {
  const t = usePayText();
  const format = useSocietyFormat();
  const running = loans.filter(({ status }) => status === 'active');
  if (running.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="pay-loans">
      <h2 id="pay-loans">{t('pay.loans')}</h2>
      {running.map(({ id, productName, number, overdue, nextDueOn, nextAmount }) => (
        <Amount
          key={id}
          name={`loan ${id}`}
          label={t('pay.loanOf', { name: productName, number })}
          hint={
            isZeroMoney(overdue)
              ? nextDueOn !== null && nextAmount !== null
                ? t('pay.loanNext', { amount: format.money(nextAmount), day: format.day(nextDueOn) })
                : undefined
              : t('pay.loanOverdue', { amount: format.money(overdue) })
          }
          amounts={amounts}
          set={set}
        />
      ))}
    </section>
  );
}

function Accounts({ deposits, amounts, set }: PartProps & { deposits: readonly Deposit[] }) {
  const t = usePayText();
  return (
    <section className="stack" aria-labelledby="pay-accounts">
      <h2 id="pay-accounts">{t('pay.savings')}</h2>
      {deposits
        .filter(({ kind }) => !isTermKind(kind) && kind !== 'daily')
        .map(({ id, product, accountNumber }) => (
          <Amount key={id} name={`savings ${id}`} label={`${product} ${accountNumber}`} amounts={amounts} set={set} />
        ))}
      {deposits
        .filter(({ kind }) => kind === 'recurring')
        .map(({ id, accountNumber }) => (
          <Instalment key={id} id={id} accountNumber={accountNumber} amounts={amounts} set={set} />
        ))}
      <Amount name="shares" label={t('pay.shares')} amounts={amounts} set={set} />
    </section>
  );
}

/** An instalment is paid whole or not at all. */
function Instalment({ id, accountNumber, amounts, set }: PartProps & { id: string; accountNumber: string }) {
  const t = usePayText();
  const format = useSocietyFormat();
  const next = useDeposit(id).data?.plan?.instalments.find(({ paidOn }) => paidOn === null);
  if (next === undefined) return null;
  const key = `instalment ${id}`;
  return (
    <CheckField
      label={t('pay.instalment', { account: accountNumber, amount: format.money(next.amount) })}
      isChecked={(amounts[key] ?? '') !== ''}
      onChange={(isChosen) => set(key, isChosen ? next.amount : '')}
    />
  );
}

interface AmountProps extends PartProps {
  name: string;
  label: string;
  hint?: string | undefined;
}

function Amount({ name, label, hint, amounts, set }: AmountProps) {
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  return (
    <MoneyField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      isOptional
      value={amounts[name] ?? ''}
      onChange={(typed) => set(name, typed)}
      currencySign={format.currencySign}
      decimals={decimals}
      name={name.replace(' ', '-')}
    />
  );
}

interface LookedProps {
  preview: Preview;
  error: unknown;
  isBusy: boolean;
  onMake: () => void;
  onChange: () => void;
}

function Looked({ preview, error, isBusy, onMake, onChange }: LookedProps) {
  const t = usePayText();
  const format = useSocietyFormat();
  const minutes = Math.round((Date.parse(preview.expiresAt) - Date.now()) / MINUTE);
  return (
    <section className="stack" aria-labelledby="looked">
      <h2 id="looked">{t('pay.check', { amount: format.money(preview.amount) })}</h2>
      <ul className="list">
        {preview.lines.map(({ label, amount }) => (
          <li key={label} className="list-row">
            <span className="list-title list-whole">{label}</span>
            <span className="list-side">{format.money(amount)}</span>
          </li>
        ))}
      </ul>
      <dl className="facts">
        <div>
          <dt>{t('pay.to')}</dt>
          <dd>{preview.payeeName}</dd>
        </div>
        {preview.scheme === 'upi' && (
          <div>
            <dt>{t('pay.address')}</dt>
            <dd>{preview.payeeAddress}</dd>
          </div>
        )}
      </dl>
      <p className="quiet">{t('pay.until', { minutes })}</p>
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button look="filled" isBusy={isBusy} onClick={onMake}>
          {t('pay.make')}
        </Button>
        <Button onClick={onChange}>{t('pay.change')}</Button>
      </div>
    </section>
  );
}

/** The page that led here says what for: `?to=dues`, `?loan=7`. */
function firstAmounts(member: Member, loans: LoanList['items']): Amounts {
  const wanted = new URLSearchParams(location.search);
  if (wanted.get('to') === 'dues') {
    return Object.fromEntries(
      member.dues
        .filter(({ outstanding }) => !isZeroMoney(outstanding))
        .map(({ id, outstanding }) => [`due ${id}`, typedFromMoney(outstanding)]),
    );
  }
  const loan = loans.find(({ id }) => id === wanted.get('loan'));
  if (loan === undefined) return {};
  const due = isZeroMoney(loan.overdue) ? loan.nextAmount : loan.overdue;
  return due === null ? {} : { [`loan ${loan.id}`]: typedFromMoney(due) };
}

/** Undefined while something typed is no amount; its field says so. */
function linesOf(amounts: Amounts, decimals: number): Line[] | undefined {
  const lines: Line[] = [];
  for (const [key, typed] of Object.entries(amounts)) {
    if (typed.trim() === '') continue;
    const amount = readTypedMoney(typed, decimals);
    if (!amount.ok) return undefined;
    if (isZeroMoney(amount.text)) continue;
    lines.push(lineOf(key, amount.text));
  }
  return lines;
}

function lineOf(key: string, amount: string): Line {
  const [kind, id = ''] = key.split(' ');
  switch (kind) {
    case 'due':
      return { kind, dueId: id, amount };
    case 'loan':
      return { kind, loanId: id, amount };
    case 'savings':
    case 'instalment':
      return { kind, depositId: id, amount };
    default:
      return { kind: 'shares', amount };
  }
}
