import { isTermKind } from '@kafal/core';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isZeroMoney } from '../../shared/format.ts';
import { GoalState } from '../../shared/ui/charts/goal-state.tsx';
import type { Deposit, DepositWithPlan } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Explained } from '../ui/explained.tsx';
import { Facts } from '../ui/facts.tsx';
import { Glow } from '../ui/glow.tsx';
import { StateMark } from '../ui/marks.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Page } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChangeHolders } from './change-holders.tsx';
import { CloseTerm } from './close-term.tsx';
import { DepositNominees } from './deposit-nominees.tsx';
import { HoldingFacts } from './holding-facts.tsx';
import { useInterestExplanation } from './interest-explanation.ts';
import { PassbookTable } from './passbook-table.tsx';
import { ReactivateDeposit } from './reactivate-deposit.tsx';
import { RestrictDeposit } from './restrict-deposit.tsx';
import { RestrictionList } from './restriction-list.tsx';
import { StandingInstructions } from './standing-instructions.tsx';
import { StatementForm } from './statement-form.tsx';
import { SuccessionFacts } from './succession-facts.tsx';
import { CertificateButton, TermAgreement } from './term-agreement.tsx';
import { ThriftPanel } from './thrift-panel.tsx';

const route = getRouteApi('/savings/$id');

export function DepositPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const { id } = route.useParams();
  const deposit = useQuery({
    queryKey: ['deposit', id],
    queryFn: () => client.get('/api/deposits/{id}', { path: { id } }),
  });
  const { data } = deposit;
  return (
    <Page
      title={
        data === undefined
          ? t('deposit.one')
          : data.term !== null && data.status === 'closed'
            ? t('termDeposit.closedTitle', { name: data.memberName })
            : data.term === null
              ? t('deposit.pageTitle', { name: data.memberName, amount: format.money(data.balance) })
              : t('termDeposit.pageTitle', {
                  name: data.memberName,
                  amount: format.money(data.term.maturityValue),
                  day: format.day(data.term.maturesOn),
                })
      }
      above={<Link to="/savings">{t('nav.savings')}</Link>}
      lead={data === undefined ? undefined : `${data.product} · ${data.accountNumber}`}
      actions={data === undefined ? undefined : <Acts deposit={data} />}
    >
      <Answered query={deposit} lines={8}>
        {(account) => (
          <>
            {account.term !== null && account.plan !== null ? (
              <TermAgreement deposit={account} term={account.term} plan={account.plan} />
            ) : (
              <>
                {account.goal !== null && account.goalPlan !== null && (
                  <GoalState
                    balance={account.balance}
                    goal={account.goal}
                    plan={account.goalPlan}
                    say={t}
                    money={format.money}
                    day={format.day}
                  />
                )}
                <DepositFacts deposit={account} />
              </>
            )}
            <SuccessionFacts deposit={account} />
            <HoldingFacts holding={account.holding} />
            {account.dormancy !== null && <DormantNote dormancy={account.dormancy} />}
            {account.thrift !== null && <ThriftPanel thrift={account.thrift} currency={account.currency} />}
            <StandingInstructions deposit={account} />
            <RestrictionList deposit={account} />
            <DepositNominees deposit={account} />
            <div className="no-print">
              <StatementForm deposit={account} />
            </div>
            <PassbookTable deposit={account} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Acts({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  const may = useMay();
  return (
    <div className="row">
      {may('receipt.take') && (
        <Button
          variant="filled"
          renderRoot={(props) => <Link to="/counter" search={{ member: deposit.memberId }} {...props} />}
        >
          {t('member.toCounter')}
        </Button>
      )}
      {deposit.term !== null && <CertificateButton deposit={deposit} />}
      <CloseTerm deposit={deposit} />
      <ChangeHolders deposit={deposit} />
      <ReactivateDeposit deposit={deposit} />
      <RestrictDeposit deposit={deposit} />
    </div>
  );
}

function DormantNote({ dormancy }: { dormancy: NonNullable<DepositWithPlan['dormancy']> }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { dormantOn, lastActiveOn } = dormancy;
  return <Note>{t('dormancy.since', { day: format.day(dormantOn), last: format.day(lastActiveOn) })}</Note>;
}

function DepositFacts({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <Facts
      columns={3}
      facts={[
        [
          t('deposit.balance'),
          <Explained
            key="balance"
            title={t('deposit.why')}
            queryKey={['deposit-explanation', deposit.id]}
            explain={() => client.get('/api/deposits/{id}/explanation', { path: { id: deposit.id } })}
          >
            <Glow value={deposit.balance}>{format.money(deposit.balance)}</Glow>
          </Explained>,
        ],
        [t('deposit.available'), format.money(deposit.available)],
        [t('deposit.hold'), isZeroMoney(deposit.hold) ? '–' : format.money(deposit.hold)],
        [t('deposit.minimum'), format.money(deposit.minimumBalance)],
        ...(isZeroMoney(deposit.minimumDeposit)
          ? []
          : [[t('deposit.least'), format.money(deposit.minimumDeposit)] as const]),
        [t('deposit.paidOut'), t(`product.withdrawal.${deposit.withdrawal}`)],
        // What a term brings stands in its plan.
        ...(isTermKind(deposit.kind)
          ? []
          : [[t('interest.soFar'), <InterestSoFar key="interest" deposit={deposit} />] as const]),
        [t('list.state'), <StateMark key="state" state={deposit.status} />],
        [t('deposit.openedOn'), format.day(deposit.openedOn)],
        [
          t('receipt.member'),
          <MemberLink key="member" id={deposit.memberId} name={deposit.memberName} number={deposit.memberNumber} />,
        ],
      ]}
    />
  );
}

/** What the account has earned since it was credited last; counted only when somebody asks. */
function InterestSoFar({ deposit }: { deposit: Deposit }) {
  const t = useWords();
  const explanation = useInterestExplanation();
  const explain = async () => {
    const { earned } = await client.get('/api/deposits/{id}/interest', { path: { id: deposit.id } });
    return explanation(earned);
  };
  return (
    <Explained title={t('interest.why')} queryKey={['deposit-interest', deposit.id]} explain={explain}>
      {t('interest.show')}
    </Explained>
  );
}
