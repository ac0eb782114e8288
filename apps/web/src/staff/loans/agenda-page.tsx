import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isZeroMoney, percentText } from '../../shared/format.ts';
import type { AgendaRow } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Facts } from '../ui/facts.tsx';
import { FileButton } from '../ui/files.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Empty, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { LoanActs } from './loan-acts.tsx';
import { RuleList } from './loan-rules.tsx';

/** What waits for the committee, one application after the other, to be decided where it stands. */
export function AgendaPage() {
  const t = useWords();
  const format = useSocietyFormat();
  const agenda = useQuery({ queryKey: ['loan-agenda'], queryFn: () => client.get('/api/loans/agenda') });
  const count = agenda.data?.items.length ?? 0;
  return (
    <Page
      title={
        agenda.data === undefined || count === 0
          ? t('agenda.title')
          : t('agenda.count', { count, amount: format.money(agenda.data.total) })
      }
      above={<Link to="/loans">{t('nav.loans')}</Link>}
      actions={
        count > 0 && (
          <FileButton use="print" path="/api/loans/agenda.pdf">
            {t('agenda.print')}
          </FileButton>
        )
      }
    >
      <Answered query={agenda} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('agenda.none')}>{t('agenda.noneHow')}</Empty>
          ) : (
            items.map((item) => <Application key={item.id} item={item} />)
          )
        }
      </Answered>
    </Page>
  );
}

function Application({ item }: { item: AgendaRow }) {
  const t = useWords();
  const format = useSocietyFormat();
  const broken = item.eligibility.filter(({ holds }) => !holds);
  const money = (amount: string) => (isZeroMoney(amount) ? '–' : format.money(amount));
  return (
    <Section title={`${item.memberName} · ${item.productName}`}>
      <p>
        <strong>
          {t('agenda.asks', {
            amount: format.money(item.askedAmount),
            count: item.askedInstalments,
            rate: percentText(item.annualRate),
          })}
        </strong>
      </p>
      {item.mayNotDecideBecause !== null && <Note tone="warning">{item.mayNotDecideBecause}</Note>}
      <Facts
        columns={3}
        facts={[
          [
            t('loan.number'),
            <Link key="loan" to="/loans/$id" params={{ id: item.id }}>
              {item.number}
            </Link>,
          ],
          [
            t('receipt.member'),
            <MemberLink key="member" id={item.memberId} name={item.memberName} number={item.memberNumber} />,
          ],
          [t('loan.appliedOn'), format.day(item.appliedOn)],
          [t('agenda.purpose'), item.purpose],
          [t('agenda.shares'), money(item.shares)],
          [t('agenda.deposits'), money(item.deposits)],
          [t('agenda.otherLoans'), <OtherLoans key="other" loans={item.otherLoans} />],
          [t('agenda.dues'), money(item.overdue)],
          [t('agenda.thrift'), money(item.thriftArrears)],
          [
            t('agenda.guarantors'),
            item.guarantors.length === 0
              ? t('agenda.noGuarantors')
              : item.guarantors.map(({ memberName }) => memberName).join(', '),
          ],
          [t('agenda.recommendation', { by: item.recommendedBy }), item.recommendation],
          [t('agenda.decides'), item.decidedBy.length === 0 ? t('agenda.anyDecider') : item.decidedBy.join(', ')],
        ]}
      />
      {broken.length > 0 && (
        <>
          <Note tone="warning">{t('loan.rulesBroken', { count: broken.length })}</Note>
          <RuleList rules={broken} />
        </>
      )}
      {item.abstained.map(({ by, reason }) => (
        <p key={by} className="quiet">
          {t('agenda.abstained', { by, reason })}
        </p>
      ))}
      <div className="row">
        <LoanActs loan={item} />
      </div>
    </Section>
  );
}

function OtherLoans({ loans }: { loans: AgendaRow['otherLoans'] }) {
  const t = useWords();
  const format = useSocietyFormat();
  if (loans.length === 0) return t('agenda.noOtherLoans');
  return (
    <>
      {loans.map(({ id, number, outstanding, classCode, daysPastDue }) => (
        <span key={id} className="block">
          <Link to="/loans/$id" params={{ id }}>
            {number}
          </Link>{' '}
          {t('agenda.otherLoan', { owed: format.money(outstanding), class: t(`loan.class.${classCode}`) })}
          {daysPastDue > 0 && <span className="quiet small"> {t('loan.daysPastDue', { count: daysPastDue })}</span>}
        </span>
      ))}
    </>
  );
}
