import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Loan } from '../../shared/answers.ts';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote, Skeleton } from '../../shared/ui/states.tsx';
import { showToast } from '../../shared/ui/toast.tsx';
import { useShownMoney } from '../hidden-amounts.ts';
import { client } from '../member-api.ts';
import { mayHaveChanged } from '../member-queries.ts';
import { Page } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';
import { PageProblem } from '../waiting-pages.tsx';
import { DebitOrder } from './debit-order.tsx';
import { ExplainedLoan } from './loan-explanation.tsx';
import { LoanFiles } from './loan-files.tsx';
import { LoanPapers } from './loan-papers.tsx';
import { useLoan } from './loan-queries.ts';
import { useLoanText } from './loan-words.ts';
import { RepayLoan } from './repay-loan.tsx';

export function LoanPage({ id, memberId }: { id: string; memberId: string }) {
  const t = useLoanText();
  const { phonePayments } = useThisSociety();
  const { data: loan, error, refetch } = useLoan(id);
  if (loan === undefined) {
    if (error !== null) {
      return <PageProblem title={t('loans.title')} backTo="/loans" error={error} onRetry={() => void refetch()} />;
    }
    return (
      <Page title={t('loans.title')} backTo="/loans">
        <Skeleton lines={6} />
      </Page>
    );
  }
  const isOwn = loan.memberId === memberId;
  const takesPhone = (phonePayments ?? null) !== null;
  return (
    <Page
      title={isOwn ? t('loan.title.own', { number: loan.number }) : t('loan.title.surety', { name: loan.memberName })}
      backTo="/loans"
    >
      <Standing loan={loan} isOwn={isOwn} />
      {!isOwn && <Surety loan={loan} memberId={memberId} />}
      <Facts loan={loan} />
      {isOwn && loan.status === 'active' && <RepayLoan loan={loan} />}
      {isOwn && loan.status === 'active' && takesPhone && (
        <p>
          <Link href={`/pay?loan=${loan.id}`} className="button button-quiet">
            {t('home.pay')}
          </Link>
        </p>
      )}
      {isOwn && loan.status === 'active' && <DebitOrder loan={loan} />}
      {isOwn && <Collateral loan={loan} />}
      {isOwn && <Measures loan={loan} />}
      {loan.instalmentsPlan.length > 0 && <Plan loan={loan} />}
      {isOwn && <LoanFiles loan={loan} />}
      {loan.instalmentsPlan.length > 0 && <ExplainedLoan loan={loan} />}
      {isOwn && <LoanPapers loan={loan} />}
      {isOwn && loan.guarantors.length > 0 && <Guarantors loan={loan} />}
      {isOwn && ['submitted', 'returned', 'recommended', 'sanctioned'].includes(loan.status) && (
        <TakeBack id={loan.id} />
      )}
    </Page>
  );
}

/** What matters now, before anything else. */
function Standing({ loan, isOwn }: { loan: Loan; isOwn: boolean }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const next = loan.instalmentsPlan.find(({ outstanding }) => !isZeroMoney(outstanding));
  const isOverdue = !isZeroMoney(loan.overdue);
  return (
    <div className="stack">
      <p className="strong">
        {t(`loans.status.${loan.status}`, { amount: shown(format.money(loan.writtenOff?.left ?? loan.outstanding)) })}
      </p>
      {isOwn && loan.status === 'written-off' && <p>{t('loan.writtenOffHow')}</p>}
      {isOverdue && (
        <div className="note note-warning">
          <p className="note-title">{t('loan.overdue', { amount: shown(format.money(loan.overdue)) })}</p>
          {isOwn && <p>{t('loan.overdueHow')}</p>}
        </div>
      )}
      {!isOverdue && loan.status === 'active' && next !== undefined && (
        <p>{t('loan.next', { amount: shown(format.money(next.outstanding)), day: format.day(next.dueOn) })}</p>
      )}
      {loan.reason !== null && (loan.status === 'returned' || loan.status === 'rejected') && (
        <p className="note note-warning">{t('loan.reason', { reason: loan.reason })}</p>
      )}
    </div>
  );
}

function Facts({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const isRunning = loan.status === 'active';
  const facts: [label: string, value: string][] = [
    [t('loan.amount'), shown(format.money(loan.amount))],
    [t('loan.instalments'), format.count(loan.instalments)],
    ...(loan.annualRate === null ? [] : [[t('loan.rate'), percentText(loan.annualRate)] satisfies [string, string]]),
    ...(isRunning
      ? ([
          [t('loan.principalOwed'), shown(format.money(loan.outstanding))],
          [t('loan.owed'), shown(format.money(loan.owed))],
        ] satisfies [string, string][])
      : []),
    ...(loan.writtenOff === null
      ? []
      : ([
          [t('loan.writtenOff'), shown(format.money(loan.writtenOff.amount))],
          [t('loan.recovered'), shown(format.money(loan.writtenOff.recovered))],
        ] satisfies [string, string][])),
    [t('loan.purpose'), loan.purpose],
    ...(isRunning && !isZeroMoney(loan.stillToPayOut)
      ? [[t('loan.stillToPayOut'), shown(format.money(loan.stillToPayOut))] satisfies [string, string]]
      : []),
    ...(loan.replaces === null ? [] : [[t('loan.replaces'), loan.replaces.number] satisfies [string, string]]),
    ...(loan.replacedBy === null ? [] : [[t('loan.replacedBy'), loan.replacedBy.number] satisfies [string, string]]),
    ...(loan.disbursedOn === null
      ? []
      : [[t('loan.paidOutOn'), format.day(loan.disbursedOn)] satisfies [string, string]]),
    ...(loan.status === 'sanctioned' && loan.validUntil !== null
      ? [[t('loan.validUntil'), format.day(loan.validUntil)] satisfies [string, string]]
      : []),
  ];
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the member gave as security, and where it is. */
function Collateral({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  if (loan.collateral.length === 0) return null;
  const stateOf = ({ kind, status, receivedOn, releasedOn }: Loan['collateral'][number]) => {
    if (status === 'released' && releasedOn !== null) {
      const word = kind === 'deposit' ? 'loan.collateral.free' : 'loan.collateral.back';
      return t(word, { day: format.day(releasedOn) });
    }
    if (status === 'held' && receivedOn !== null) {
      const word = kind === 'deposit' ? 'loan.collateral.kept' : 'loan.collateral.held';
      return t(word, { day: format.day(receivedOn) });
    }
    return t('loan.collateral.offered');
  };
  return (
    <section className="stack section" aria-labelledby="collateral">
      <h2 id="collateral">{t('loan.collateral')}</h2>
      <ul className="list">
        {loan.collateral.map((item) => (
          <li key={item.id} className="list-row">
            <span className="list-title">{item.description}</span>
            <span className="list-side">{shown(format.money(item.value))}</span>
            <span className="list-note">{stateOf(item)}</span>
            {item.gold !== null && (
              <span className="list-note">
                {t('loan.collateral.gold', {
                  packet: item.gold.packetNumber,
                  net: item.gold.netWeight,
                  purity: String(item.gold.purity),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the society agreed to since: how much was owed before it and after. */
function Measures({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  if (loan.measures.length === 0) return null;
  return (
    <section className="stack section" aria-labelledby="measures">
      <h2 id="measures">{t('loan.measures')}</h2>
      <ul className="list">
        {loan.measures.map(({ id, kind, on, before, after, takenBackOn }) => (
          <li key={id} className="list-row">
            <span className="list-title">{t(`loan.measure.${kind}`, { day: format.day(on) })}</span>
            {takenBackOn === null && kind !== 'waiver' && kind !== 'write-off' && (
              <span className="list-note">
                {t('loan.measureAnew', {
                  instalment: shown(format.money(after.instalment)),
                  count: after.instalmentsLeft,
                  day: format.day(after.lastDueOn ?? on),
                })}
              </span>
            )}
            <span className="list-note">
              {takenBackOn === null && kind !== 'write-off'
                ? t('loan.measureFromTo', {
                    before: shown(format.money(before.owed)),
                    after: shown(format.money(after.owed)),
                  })
                : takenBackOn !== null && t('loan.measureBack', { day: format.day(takenBackOn) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plan({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { businessDate } = useThisSociety();
  const plan = loan.instalmentsPlan;
  const isPaidOut = loan.disbursedOn !== null;
  const paid = plan.filter(({ paidOn }) => paidOn !== null).length;
  const stateOf = ({ paidOn, dueOn, outstanding }: (typeof plan)[number]) => {
    if (paidOn !== null && isZeroMoney(outstanding)) return t('loan.paidOn', { day: format.day(paidOn) });
    const isLate = isPaidOut && businessDate !== null && dueOn < businessDate;
    return t(isLate ? 'loan.lateSince' : 'loan.dueOn', { day: format.day(dueOn) });
  };
  return (
    <section className="stack section" aria-labelledby="instalments">
      <h2 id="instalments">{isPaidOut ? t('loan.plan', { paid, count: plan.length }) : t('loan.planned')}</h2>
      <details className="calculator-lines">
        <summary>{t('loan.allInstalments')}</summary>
        <ul className="list">
          {plan.map((instalment) => (
            <li key={instalment.number} className="list-row">
              <span className="list-title">{t('loan.instalment', { number: instalment.number })}</span>
              <span className="list-side">{shown(format.money(instalment.total))}</span>
              <span className="list-note">{stateOf(instalment)}</span>
              <span className="list-note">
                {t('loan.parts', {
                  principal: shown(format.money(instalment.principal)),
                  interest: shown(format.money(instalment.interest)),
                })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Guarantors({ loan }: { loan: Loan }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  return (
    <section className="stack section" aria-labelledby="guarantors">
      <h2 id="guarantors">{t('loan.guarantors')}</h2>
      <ul className="list">
        {loan.guarantors.map(({ memberId, memberName, status, releasedOn }) => (
          <li key={memberId} className="list-row">
            <span className="list-title">{memberName}</span>
            <span className="list-note">
              {t(`loan.surety.${status}`)}
              {releasedOn !== null && `, ${format.day(releasedOn)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the member could lose stands before the answer. */
function Surety({ loan, memberId }: { loan: Loan; memberId: string }) {
  const t = useLoanText();
  const format = useSocietyFormat();
  const queries = useQueryClient();
  const own = loan.guarantors.find((surety) => surety.memberId === memberId);
  const answer = useAct(async (consents: boolean) => {
    await client.put('/api/loans/{id}/surety', { path: { id: loan.id }, body: { consents } });
    showToast(t('surety.thanks'));
    await queries.invalidateQueries(mayHaveChanged);
  });
  if (own === undefined) return null;
  const takesPlace = own.replaces !== null && own.status === 'asked' && loan.status !== 'closed';
  const mayAnswer = loan.status === 'submitted' || loan.status === 'returned' || takesPlace;
  if (own.status === 'released') {
    return (
      <section className="stack section" aria-labelledby="surety">
        <h2 id="surety">{t('surety.titleAnswered')}</h2>
        <p className="note">
          {own.releasedOn === null ? t('surety.over') : t('surety.overSince', { day: format.day(own.releasedOn) })}
        </p>
        {!isZeroMoney(own.paid) && <p>{t('surety.paid', { amount: format.money(own.paid) })}</p>}
      </section>
    );
  }
  const atMost = loan.status === 'active' ? loan.owed : (loan.writtenOff?.left ?? loan.amount);
  return (
    <section className="stack section" aria-labelledby="surety">
      <h2 id="surety">{t(own.status === 'asked' ? 'surety.title' : 'surety.titleAnswered')}</h2>
      <p>{t('surety.how', { name: loan.memberName, amount: format.money(atMost) })}</p>
      <p>{t('surety.part', { part: format.money(own.part) })}</p>
      {!isZeroMoney(own.paid) && <p>{t('surety.paid', { amount: format.money(own.paid) })}</p>}
      {own.capacity !== null && (own.capacity.loans > 0 || own.capacity.free !== null) && (
        <p className="quiet">
          {own.capacity.loans > 0 &&
            `${t('surety.beside', { exposure: format.money(own.capacity.exposure), count: own.capacity.loans })} `}
          {own.capacity.free !== null && t('surety.free', { free: format.money(own.capacity.free) })}
        </p>
      )}
      {(own.status === 'consented' || own.status === 'declined') && (
        <p className="note">{t(`surety.said.${own.status}`)}</p>
      )}
      <ProblemNote error={answer.error} takesFocus />
      {mayAnswer && (
        <div className="row">
          {own.status !== 'consented' && (
            <Button look="filled" isBusy={answer.isBusy} onClick={() => void answer.run(true)}>
              {t('surety.yes')}
            </Button>
          )}
          {own.status !== 'declined' && (
            <Button isBusy={answer.isBusy} onClick={() => void answer.run(false)}>
              {t('surety.no')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function TakeBack({ id }: { id: string }) {
  const t = useLoanText();
  const queries = useQueryClient();
  const act = useAct(async () => {
    await client.delete('/api/loans/{id}', { path: { id } });
    showToast(t('loan.takenBack'));
    await queries.invalidateQueries(mayHaveChanged);
  });
  return (
    <>
      <ProblemNote error={act.error} takesFocus />
      <p>
        <Button isBusy={act.isBusy} onClick={() => void act.run(undefined)}>
          {t('loan.takeBack')}
        </Button>
      </p>
    </>
  );
}
