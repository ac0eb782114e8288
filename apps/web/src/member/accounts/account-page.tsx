import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { DepositWithPlan } from '../../shared/answers.ts';
import { isZeroMoney } from '../../shared/format.ts';
import { addWords } from '../../shared/messages/load-language.ts';
import { paysOut } from '../../shared/pays-out.ts';
import { BigNumber } from '../../shared/ui/big-number.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { addTermWords } from '../add-term-words.ts';
import { toggleAmounts, useAmountsHidden, useShownMoney } from '../hidden-amounts.ts';
import { useDeposit, useDepositExplanation } from '../member-queries.ts';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat } from '../society.tsx';
import { depositStatusKey } from '../status-words.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { PassbookRows } from './passbook-rows.tsx';
import { StatementForm } from './statement-form.tsx';

// Its words come with it.
const TermDeposit = lazy(async () => {
  const [page] = await Promise.all([import('../deposits/term-deposit.tsx'), addTermWords()]);
  return { default: page.TermDeposit };
});

const AccountStanding = lazy(async () => {
  const [part] = await Promise.all([
    import('./account-standing.tsx'),
    addWords({
      en: async () => [(await import('../../shared/messages/en/account-standing.ts')).accountStandingMessages],
      hi: async () => [(await import('../../shared/messages/hi/account-standing.ts')).accountStandingMessages],
    }),
  ]);
  return { default: part.AccountStanding };
});

const KeptMoney = lazy(async () => {
  const [page] = await Promise.all([
    import('../deposits/kept-money.tsx'),
    addWords({
      en: async () => [(await import('../../shared/messages/en/goals.ts')).goalMessages],
      hi: async () => [(await import('../../shared/messages/hi/goals.ts')).goalMessages],
    }),
  ]);
  return { default: page.KeptMoney };
});

const AccountDues = lazy(async () => {
  const [part] = await Promise.all([
    import('../dues/account-dues.tsx'),
    addWords({
      en: async () => [(await import('../../shared/messages/en/dues.ts')).dueMessages],
      hi: async () => [(await import('../../shared/messages/hi/dues.ts')).dueMessages],
    }),
  ]);
  return { default: part.AccountDues };
});

const PaidDays = lazy(async () => {
  const [part] = await Promise.all([
    import('./paid-days.tsx'),
    addWords({
      en: async () => [(await import('../../shared/messages/en/paid-days.ts')).paidDaysMessages],
      hi: async () => [(await import('../../shared/messages/hi/paid-days.ts')).paidDaysMessages],
    }),
  ]);
  return { default: part.PaidDays };
});

/** What money falls due on month after month. */
const dueKinds = ['recurring', 'thrift'];

export function AccountPage({ id }: { id: string }) {
  const t = useMemberText();
  const { data: deposit, error, refetch } = useDeposit(id);
  if (deposit === undefined) {
    if (error !== null) {
      return <PageProblem title={t('account.title')} backTo="/accounts" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('account.title')} backTo="/accounts">
        <Skeleton lines={5} />
      </Page>
    );
  }
  const { term, plan } = deposit;
  return (
    <Page title={`${deposit.product} ${deposit.accountNumber}`} backTo="/accounts">
      {term === null || plan === null ? (
        <Balance deposit={deposit} />
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <TermDeposit deposit={deposit} term={term} plan={plan} />
        </Suspense>
      )}
      {dueKinds.includes(deposit.kind) && (
        <Suspense>
          <AccountDues deposit={deposit} />
        </Suspense>
      )}
      {deposit.kind === 'daily' && (
        <Suspense fallback={<Skeleton lines={8} />}>
          <PaidDays id={deposit.id} />
        </Suspense>
      )}
      <Suspense>
        <AccountStanding deposit={deposit} />
      </Suspense>
      <section className="stack" aria-labelledby="passbook">
        <h2 id="passbook">{t('account.passbook')}</h2>
        <PassbookRows deposit={deposit} />
      </section>
      <StatementForm deposit={deposit} />
    </Page>
  );
}

function Balance({ deposit }: { deposit: DepositWithPlan }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const isHidden = useAmountsHidden();
  const shown = useShownMoney();
  const [asksWhy, setAsksWhy] = useState(false);
  return (
    <section className="stack" aria-label={t('account.balance')}>
      <BigNumber
        label={t('account.balance')}
        value={format.money(deposit.balance)}
        isHidden={isHidden}
        onToggle={toggleAmounts}
      />
      {deposit.status !== 'active' && <p className="tag tag-warning">{t(depositStatusKey(deposit.status))}</p>}
      <dl className="facts">
        <div>
          <dt>{t('account.available')}</dt>
          <dd>
            <button
              type="button"
              className="figure-button"
              aria-expanded={asksWhy}
              onClick={() => setAsksWhy(!asksWhy)}
            >
              {shown(format.money(deposit.available))}
              <span className="visually-hidden"> {t('account.why')}</span>
            </button>
          </dd>
        </div>
        {!isZeroMoney(deposit.hold) && (
          <div>
            <dt>{t('account.hold')}</dt>
            <dd>{shown(format.money(deposit.hold))}</dd>
          </div>
        )}
        <div>
          <dt>{t('account.minimum')}</dt>
          <dd>{shown(format.money(deposit.minimumBalance))}</dd>
        </div>
        <div>
          <dt>{t('account.opened')}</dt>
          <dd>{format.day(deposit.openedOn)}</dd>
        </div>
      </dl>
      {asksWhy && <Why id={deposit.id} />}
      {/* What an earlier version kept says nothing of it. */}
      {(deposit.withdrawal ?? 'free') !== 'free' && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <KeptMoney deposit={deposit} />
        </Suspense>
      )}
      {paysOut(deposit) && (
        <p>
          <Link href="/transfer" className="button button-quiet">
            {t('home.transfer')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Why({ id }: { id: string }) {
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { data, error } = useDepositExplanation(id, true);
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Skeleton />;
  const value = (text: string) => (/^-?\d+\.\d+$/.test(text) ? shown(format.money(text)) : text);
  return (
    <div className="note">
      <p className="note-title">
        {data.figure}: {value(data.value)}
      </p>
      <ul className="note-list">
        {data.lines.map((line) => (
          <li key={`${line.label}${line.entryId ?? ''}`} className="row row-apart">
            <span>{line.label}</span>
            <span className="figure">{value(line.value)}</span>
          </li>
        ))}
      </ul>
      <p className="small">{data.rule}</p>
    </div>
  );
}
