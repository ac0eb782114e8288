import { formatMoney, isTermKind, sum } from '@kafal/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Member, TransactionList } from '../../shared/answers.ts';
import { isZeroMoney, moneyFromText } from '../../shared/format.ts';
import type { Language } from '../../shared/messages/messages.ts';
import { type Text, useLanguage } from '../../shared/messages/use-text.ts';
import { paysOut } from '../../shared/pays-out.ts';
import { BigNumber } from '../../shared/ui/big-number.tsx';
import { Empty, ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { toggleAmounts, useAmountsHidden, useShownMoney } from '../hidden-amounts.ts';
import { useLoans } from '../loans/loan-queries.ts';
import { useLatestEntries, useProfile } from '../member-queries.ts';
import { type MemberKey, useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { memberStatusKey } from '../status-words.ts';

/** Six at most, and only where something is behind them. */
function linksFor(member: Member): readonly { href: string; label: MemberKey }[] {
  const hasAccount = member.deposits.length > 0;
  const canTransfer = member.deposits.some(paysOut);
  return [
    hasAccount ? { href: '/accounts', label: 'home.passbook' } : { href: '/calculators', label: 'calculators.title' },
    ...(canTransfer ? [{ href: '/transfer', label: 'home.transfer' as const }] : []),
    { href: '/shares', label: 'home.shares' },
    { href: '/receipts', label: 'home.receipts' },
    { href: '/notifications', label: 'home.notifications' },
    { href: '/profile', label: 'home.profile' },
  ];
}

/** What is told stands above the figures where it must be read, and below them else. */
export function HomePage({ above, below }: { above: ReactNode; below: ReactNode }) {
  const t = useMemberText();
  const language = useLanguage();
  const profile = useProfile();
  // Asked for at once with the rest, though it is shown below it.
  useLatestEntries();
  const member = profile.data;
  return (
    <Page
      title={
        member === undefined ? t('home.greetingNobody') : t('home.greeting', { name: firstName(member, language) })
      }
    >
      {member === undefined ? (
        profile.error === null ? (
          <Skeleton lines={10} />
        ) : (
          <ProblemNote error={profile.error} onRetry={() => void profile.refetch()} />
        )
      ) : (
        <>
          {above}
          <Standing member={member} />
          <Links member={member} />
          <Latest />
          {below}
        </>
      )}
    </Page>
  );
}

function Links({ member }: { member: Member }) {
  const t = useMemberText();
  return (
    <nav aria-label={t('home.links')}>
      <ul className="tiles">
        {linksFor(member).map(({ href, label }) => (
          <li key={href}>
            <Link href={href} className="tile">
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Latest() {
  const t = useMemberText();
  const entries = useLatestEntries();
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{t('home.latest')}</h2>
      {entries.data === undefined ? (
        entries.error === null ? (
          <Skeleton lines={5} />
        ) : (
          <ProblemNote error={entries.error} onRetry={() => void entries.refetch()} />
        )
      ) : (
        <LatestEntries entries={entries.data} />
      )}
    </section>
  );
}

/** What the member has, and what the society still waits for. */
function Standing({ member }: { member: Member }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const { decimals } = useThisSociety();
  const takesPhone = useTakesPhone();
  const isHidden = useAmountsHidden();
  const shown = useShownMoney();
  const balanceOf = (accounts: Member['deposits']) =>
    formatMoney(sum(accounts.map(({ balance }) => moneyFromText(balance, decimals))), decimals);
  const savings = member.deposits.filter(({ kind }) => !isTermKind(kind));
  const deposits = member.deposits.filter(({ kind, status }) => isTermKind(kind) && status !== 'closed');
  return (
    <section className="stack" aria-label={t('home.standing')}>
      <BigNumber
        label={t('home.savings')}
        value={format.money(balanceOf(savings))}
        isHidden={isHidden}
        onToggle={toggleAmounts}
      />
      {takesPhone && (
        <Link href="/pay" className="button button-quiet">
          {t('home.pay')}
        </Link>
      )}
      {deposits.length > 0 && (
        <p className="quiet">
          {t('home.deposits', { count: deposits.length, amount: shown(format.money(balanceOf(deposits))) })}
        </p>
      )}
      <p className="quiet">
        {t('home.sharesHeld', { count: member.shares.shares, amount: shown(format.money(member.shares.amount)) })}
        {!isZeroMoney(member.shares.pending) && (
          <> · {t('home.sharesPending', { amount: shown(format.money(member.shares.pending)) })}</>
        )}
      </p>
      {member.status !== 'active' && (
        <div className="note note-warning">
          <p className="note-title">{t(memberStatusKey(member.status))}</p>
          <p>{t('home.since', { day: format.day(member.statusSince) })}</p>
        </div>
      )}
      {!isZeroMoney(member.duesOutstanding) && <Dues member={member} />}
      <LoanDues />
    </section>
  );
}

/** Whether members pay from their phones; what an earlier version kept says nothing of it. */
const useTakesPhone = () => (useThisSociety().phonePayments ?? null) !== null;

function Dues({ member }: { member: Member }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const open = member.dues.filter((due) => !isZeroMoney(due.outstanding));
  const next = open.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))[0];
  const canPay = member.deposits.some((deposit) => paysOut(deposit) && !isZeroMoney(deposit.available));
  const takesPhone = useTakesPhone();
  return (
    <div className="note">
      <p className="note-title">{t('home.dues', { amount: shown(format.money(member.duesOutstanding)) })}</p>
      {next !== undefined && <p>{t('home.nextDue', { name: next.name, day: format.day(next.dueOn) })}</p>}
      <ul className="note-list">
        {open.map((due) => (
          <li key={due.id} className="row row-apart">
            <span>{due.name}</span>
            <span className="figure">{shown(format.money(due.outstanding))}</span>
          </li>
        ))}
      </ul>
      {canPay ? (
        <>
          <p>{t('home.duesHow')}</p>
          <Link href="/transfer?to=dues" className="button button-filled">
            {t('home.payDues')}
          </Link>
        </>
      ) : (
        !takesPhone && <p>{t('home.duesAtCounter')}</p>
      )}
      {takesPhone && (
        <Link href="/pay?to=dues" className={`button button-${canPay ? 'quiet' : 'filled'}`}>
          {t('home.pay')}
        </Link>
      )}
    </div>
  );
}

/** What is overdue of the member's loans, and the next instalment of each. */
function LoanDues() {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const running = (useLoans('borrower').data?.items ?? []).filter(({ status }) => status === 'active');
  return running.map(({ id, productName, overdue, nextDueOn, nextAmount }) => {
    const isOverdue = !isZeroMoney(overdue);
    return (
      <div key={id} className={isOverdue ? 'note note-warning' : 'note'}>
        <p className="note-title">
          {isOverdue
            ? t('home.loanOverdue', { name: productName, amount: shown(format.money(overdue)) })
            : t('home.loanNext', { name: productName, amount: shown(format.money(nextAmount ?? '0.00')) })}
        </p>
        {nextDueOn !== null && (
          <p>{t(isOverdue ? 'home.loanSince' : 'home.loanDueOn', { day: format.day(nextDueOn) })}</p>
        )}
        <Link href={`/loans/${id}`} className="button button-filled">
          {t('home.loanOpen')}
        </Link>
      </div>
    );
  });
}

function LatestEntries({ entries }: { entries: TransactionList }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  if (entries.items.length === 0) {
    return (
      <Empty title={t('home.noEntries')}>
        <p>{t('home.noEntriesHow')}</p>
      </Empty>
    );
  }
  return (
    <ul className="list" data-testid="latest-entries">
      {entries.items.map((entry) => (
        <li key={entry.id}>
          <Link
            href={entry.receiptId === null ? `/entries/${entry.id}` : `/receipts/${entry.receiptId}`}
            className="list-row"
          >
            <span className="list-title">{kindWord(entry.kind, t)}</span>
            <span className="list-side">
              <Moved entry={entry} />
            </span>
            {entry.receiptId === null && <span className="list-note list-clamped">{entry.narration}</span>}
            <span className="list-note">
              {format.day(entry.postedOn)} · {entry.number}
              {entry.reversedByEntryId !== null && ` · ${t('entry.reversed')}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** With its sign where it moved the member's own savings; beside it the whole, where only a part of it did. */
function Moved({ entry: { total, ownSavings } }: { entry: TransactionList['items'][number] }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  if (ownSavings === null) return shown(format.money(total));
  const { direction, amount } = ownSavings;
  return (
    <>
      <span className={direction === 'in' ? 'money-in' : undefined}>
        {direction === 'in' ? '+' : '−'}
        {shown(format.money(amount))}
      </span>
      {amount !== total && (
        <span className="quiet small"> {t('entry.ofTotal', { amount: shown(format.money(total)) })}</span>
      )}
    </>
  );
}

const kindWords: Readonly<Record<string, MemberKey>> = {
  receipt: 'kind.receipt',
  withdrawal: 'kind.withdrawal',
  transfer: 'kind.transfer',
  allotment: 'kind.allotment',
  reversal: 'kind.reversal',
  interest: 'kind.interest',
  maturity: 'kind.maturity',
  collection: 'kind.collection',
};

function kindWord(kind: string, t: Text<MemberKey>): string {
  return t(kindWords[kind] ?? 'entry.title');
}

/** The first word of the name, in the reader's own script where the society has it. */
function firstName(member: Member, language: Language): string {
  const name = (language === 'hi' ? member.nameLocal : null) ?? member.name;
  return name.split(' ')[0] ?? name;
}
