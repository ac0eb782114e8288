import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import type { Loan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { EntryLink } from '../ui/entry-link.tsx';
import { Facts } from '../ui/facts.tsx';
import { StateMark } from '../ui/marks.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { CloseLoan } from './close-loan.tsx';
import { DisburseLoan } from './disburse-loan.tsx';
import { Guarantors } from './guarantors.tsx';
import { LoanActs } from './loan-acts.tsx';
import { LoanCollateral } from './loan-collateral.tsx';
import { LoanCollectionOf } from './loan-collection.tsx';
import { LoanFiles } from './loan-files.tsx';
import { LoanMeasures } from './loan-measures.tsx';
import { LoanPapers } from './loan-papers.tsx';
import { LoanRulesOf } from './loan-rules.tsx';
import { LoanSchedule } from './loan-schedule.tsx';
import { stateOfLoan } from './loans-page.tsx';
import { PlanLoanAnew } from './plan-loan-anew.tsx';
import { PrepayLoan } from './prepay-loan.tsx';
import { WaiveLoan } from './waive-loan.tsx';
import { WriteOffLoan } from './write-off-loan.tsx';

const route = getRouteApi('/loans/$id');

/** One loan: what was asked and decided, what is owed, every instalment, and what may be done now. */
export function LoanPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['loan', id], queryFn: () => client.get('/api/loans/{id}', { path: { id } }) });
  const loan = query.data;
  return (
    <Page
      title={loan === undefined ? t('loan.title') : titleOf(loan, t, format.money)}
      above={<Link to="/loans">{t('nav.loans')}</Link>}
      actions={
        loan !== undefined && (
          <>
            <LoanActs loan={loan} />
            <PrepayLoan loan={loan} />
            <CloseLoan loan={loan} />
            <WaiveLoan loan={loan} />
            <PlanLoanAnew loan={loan} />
            <WriteOffLoan loan={loan} />
            <DisburseLoan loan={loan} />
          </>
        )
      }
    >
      <Answered query={query} lines={12}>
        {(found) => (
          <div className="review">
            <div>
              {found.reason !== null && (found.status === 'returned' || found.status === 'rejected') && (
                <Note tone="warning">{found.reason}</Note>
              )}
              {found.mayNotDecideBecause !== null && <Note tone="warning">{found.mayNotDecideBecause}</Note>}
              <LoanFacts loan={found} />
              <LoanRulesOf loan={found} />
              <LoanSchedule loan={found} />
            </div>
            <div className="review-side">
              <LoanCollectionOf loan={found} />
              <Guarantors loan={found} />
              <LoanCollateral loan={found} />
              <LoanFiles loan={found} />
              <LoanPapers loan={found} />
              <LoanMeasures loan={found} />
              <Payments loan={found} />
              <Steps loan={found} />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function titleOf(loan: Loan, t: ReturnType<typeof useWords>, money: (amount: string) => string): string {
  const slots = {
    name: loan.memberName,
    amount: money(
      loan.status === 'active' ? loan.outstanding : loan.status === 'written-off' ? leftOf(loan) : loan.amount,
    ),
    overdue: money(loan.overdue),
  };
  return t(loan.daysPastDue > 0 ? 'loan.title.overdue' : `loan.title.${loan.status}`, slots);
}

const leftOf = ({ writtenOff, outstanding }: Loan): string => writtenOff?.left ?? outstanding;

function LoanFacts({ loan }: { loan: Loan }) {
  const t = useWords();
  const format = useSocietyFormat();
  const day = (value: string | null) => (value === null ? null : format.day(value));
  const wanted = (amount: string, count: number) => t('loan.askedValue', { amount: format.money(amount), count });
  const isRunning = loan.status === 'active';
  return (
    <Section title={t('loan.facts')}>
      <Facts
        columns={3}
        facts={[
          ...(isRunning
            ? ([
                [t('loan.principalOwed'), format.money(loan.outstanding)],
                [t('loan.overdue'), isZeroMoney(loan.overdue) ? '–' : format.money(loan.overdue)],
                [t('loan.dueToday'), isZeroMoney(loan.dueToday) ? '–' : format.money(loan.dueToday)],
                [t('loan.owed'), format.money(loan.owed)],
                [t('loan.payoffToday'), format.money(loan.payoff)],
                [t('loan.class'), t(`loan.class.${loan.classCode}`)],
                [t('loan.debitFrom'), loan.debitFrom?.accountNumber ?? t('loan.debitNone')],
                ...(isZeroMoney(loan.prepaid) ? [] : ([[t('loan.prepaid'), format.money(loan.prepaid)]] as const)),
              ] as const)
            : []),
          [
            t('list.state'),
            <span key="state">
              <StateMark state={stateOfLoan(loan)} />
              {loan.daysPastDue > 0 && (
                <span className="quiet small"> {t('loan.daysPastDue', { count: loan.daysPastDue })}</span>
              )}
            </span>,
          ],
          [
            t('receipt.member'),
            <MemberLink key="member" id={loan.memberId} name={loan.memberName} number={loan.memberNumber} />,
          ],
          [t('loan.number'), loan.number],
          [t('loan.product'), loan.productName],
          [t('loan.asked'), wanted(loan.askedAmount, loan.askedInstalments)],
          ...(loan.sanctionedAmount === null
            ? []
            : ([
                [t('loan.sanctioned'), wanted(loan.sanctionedAmount, loan.instalments)],
                [t('loan.rate'), loan.annualRate === null ? null : percentText(loan.annualRate)],
                [t('loan.resolution'), loan.resolutionNumber],
              ] as const)),
          ...(loan.replaces === null
            ? []
            : ([
                [
                  t('loan.replaces'),
                  <Link key="replaces" to="/loans/$id" params={{ id: loan.replaces.id }}>
                    {loan.replaces.amount === null
                      ? loan.replaces.number
                      : `${loan.replaces.number} · ${format.money(loan.replaces.amount)}`}
                  </Link>,
                ],
              ] as const)),
          ...(loan.replacedBy === null
            ? []
            : ([
                [
                  t('loan.replacedBy'),
                  <Link key="replaced-by" to="/loans/$id" params={{ id: loan.replacedBy.id }}>
                    {loan.replacedBy.number}
                  </Link>,
                ],
              ] as const)),
          [t('loan.purpose'), loan.purpose],
          [t('loan.income'), loan.monthlyIncome === null ? null : format.money(loan.monthlyIncome)],
          [t('loan.appliedOn'), day(loan.appliedOn)],
          ...(isRunning && !isZeroMoney(loan.stillToPayOut)
            ? ([
                [t('loan.paidOut'), format.money(loan.paidOut)],
                [t('loan.stillToPayOut'), format.money(loan.stillToPayOut)],
                [t('loan.validUntil'), day(loan.validUntil)],
              ] as const)
            : []),
          ...(loan.status === 'sanctioned' ? ([[t('loan.validUntil'), day(loan.validUntil)]] as const) : []),
          ...(loan.disbursedOn === null ? [] : ([[t('loan.disbursedOn'), day(loan.disbursedOn)]] as const)),
          ...(loan.writtenOff === null
            ? []
            : ([
                [t('loan.writtenOffOn'), format.day(loan.writtenOff.on)],
                [t('loan.writtenOff'), format.money(loan.writtenOff.amount)],
                [t('loan.recovered'), format.money(loan.writtenOff.recovered)],
                [t('loan.leftOfWriteOff'), format.money(loan.writtenOff.left)],
              ] as const)),
          ...(loan.closedOn === null ? [] : ([[t('loan.closedOn'), day(loan.closedOn)]] as const)),
        ]}
      />
    </Section>
  );
}

function Payments({ loan }: { loan: Loan }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  if (loan.payments.length === 0) return null;
  return (
    <Section title={t('loan.payments')}>
      <ul className="lines">
        {loan.payments.map(({ entryId, entryNumber, on, amount, isTakenBack }) => (
          <li key={entryId} className="line-row">
            <span>
              {format.day(on)} {may('books.read') ? <EntryLink id={entryId}>{entryNumber}</EntryLink> : entryNumber}
              {isTakenBack && <span className="quiet"> · {t('loan.takenBack')}</span>}
            </span>
            <span className="figure">{format.amount(amount)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Steps({ loan }: { loan: Loan }) {
  const t = useWords();
  const known = useKnownWord();
  return (
    <Section title={t('loan.steps')}>
      <Timeline
        events={loan.steps.map(({ act, at, by, note }) => ({
          key: `${at} ${act}`,
          at,
          what: known(`loan.act.${act}`) ?? act,
          by: by === '' ? null : by,
          note,
        }))}
      />
    </Section>
  );
}
