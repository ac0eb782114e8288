import type { ReactNode } from 'react';
import { useBasisWords } from '../../shared/basis-words.ts';
import { percentText } from '../../shared/format.ts';
import type { DepositWithPlan, TermPlan } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { useTaxLines } from '../tax/tax-lines.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EntryLink } from '../ui/entry-link.tsx';
import { Explained } from '../ui/explained.tsx';
import { Facts } from '../ui/facts.tsx';
import { FileButton } from '../ui/files.tsx';
import { StateMark } from '../ui/marks.tsx';
import { MemberLink } from '../ui/member-link.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { stateOf } from './deposit-state.ts';
import { PlanGrowthChart } from './plan-growth-chart.tsx';
import { TermLines } from './term-lines.tsx';

type Term = NonNullable<DepositWithPlan['term']>;
type Fact = [label: string, value: ReactNode];

/** What a fixed or recurring deposit was opened with, and how its value comes about. */
export function TermAgreement({ deposit, term, plan }: { deposit: DepositWithPlan; term: Term; plan: TermPlan }) {
  return (
    <>
      <TermFacts deposit={deposit} term={term} plan={plan} />
      {deposit.status !== 'closed' && <PlanLines deposit={deposit} term={term} plan={plan} />}
      {plan.instalments.length > 0 && <Instalments plan={plan} currency={deposit.currency} />}
    </>
  );
}

export function CertificateButton({ deposit }: { deposit: DepositWithPlan }) {
  const t = useWords();
  if (deposit.status === 'closed') return null;
  return (
    <FileButton use="print" path="/api/deposits/{id}/certificate.pdf" options={{ path: { id: deposit.id } }}>
      {t('termDeposit.certificate')}
    </FileButton>
  );
}

function TermFacts({ deposit, term, plan }: { deposit: DepositWithPlan; term: Term; plan: TermPlan }) {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const { version } = plan;
  const isRecurring = plan.instalments.length > 0;
  // What was promised for the last day says nothing any more where the deposit is gone; its passbook does.
  const isClosed = deposit.status === 'closed';
  const facts: Fact[] = [
    ...(isClosed ? [] : [[t('termDeposit.maturityValue'), format.money(term.maturityValue)] satisfies Fact]),
    ...(isClosed || term.end === null || term.end.value === term.maturityValue
      ? []
      : [[t('termDeposit.endValue'), format.money(term.end.value)] satisfies Fact]),
    [t('termDeposit.maturesOn'), format.day(term.maturesOn)],
    ...(isClosed || plan.maturityMovesTo === null
      ? []
      : [
          [
            t('termDeposit.paidOutOn'),
            t('termDeposit.holiday', { day: format.day(plan.maturityMovesTo) }),
          ] satisfies Fact,
        ]),
    [t('termDeposit.rate'), percentText(term.annualRate)],
    [t('termDeposit.category'), t(`termDeposit.category.${term.category}`)],
    [t(isRecurring ? 'termDeposit.instalment' : 'termDeposit.amount'), format.money(term.amount)],
    [
      t('termDeposit.term'),
      term.months === null
        ? t('termDeposit.days', { count: term.days ?? 0 })
        : t('termDeposit.months', { count: term.months }),
    ],
    [t('termDeposit.payout'), t(`termDeposit.payout.${term.payout}`)],
    ...(isRecurring && !isClosed ? [[t('termDeposit.paidIn'), format.money(plan.paidIn)] satisfies Fact] : []),
    ...(isClosed
      ? []
      : [
          [t('termDeposit.interest'), format.money(plan.interest)] satisfies Fact,
          ...(deposit.taxAtMaturity === null
            ? []
            : [
                [t('tax.atMaturity'), <TaxAtMaturity key="tax" tax={deposit.taxAtMaturity} />] satisfies Fact,
                [t('tax.paidAtMaturity'), format.money(deposit.taxAtMaturity.paid)] satisfies Fact,
              ]),
          [t('termDeposit.atMaturity'), t(`termDeposit.atMaturity.${term.atMaturity}`)] satisfies Fact,
        ]),
    [t('deposit.balance'), format.money(deposit.balance)],
    [t('list.state'), <StateMark key="state" state={stateOf(deposit)} />],
    [t('deposit.openedOn'), format.day(deposit.openedOn)],
    [t('termDeposit.ruleFrom'), format.day(version.effectiveFrom)],
    [t('termDeposit.legalBasis'), basisWords(version.legalBasis)],
    [
      t('receipt.member'),
      <MemberLink key="member" id={deposit.memberId} name={deposit.memberName} number={deposit.memberNumber} />,
    ],
  ];
  return <Facts columns={3} facts={facts} />;
}

/** By the rule of today; what the tax year has by then may be more. */
function TaxAtMaturity({ tax }: { tax: NonNullable<DepositWithPlan['taxAtMaturity']> }) {
  const t = useWords();
  const format = useSocietyFormat();
  const taxLines = useTaxLines();
  const title = t('tax.atMaturity');
  const explanation = { figure: title, value: tax.tax, lines: taxLines(tax), rule: t('tax.line.today') };
  return (
    <Explained title={title} queryKey={['tax-at-maturity', tax.interest, tax.tax]} explain={async () => explanation}>
      {format.money(tax.tax)}
    </Explained>
  );
}

function PlanLines({ deposit, term, plan }: { deposit: DepositWithPlan; term: Term; plan: TermPlan }) {
  const t = useWords();
  return (
    <Section title={t('termDeposit.plan')}>
      <PlanGrowthChart deposit={deposit} term={term} plan={plan} />
      <TermLines caption={t('termDeposit.plan')} lines={plan.lines} currency={deposit.currency} />
      <p className="quiet">
        {t('explanation.rule')} {plan.rule}
      </p>
    </Section>
  );
}

function Instalments({ plan, currency }: { plan: TermPlan; currency: string }) {
  const t = useWords();
  const format = useSocietyFormat();
  const paid = plan.instalments.filter((instalment) => instalment.paidOn !== null).length;
  const title = t('termDeposit.instalments', { paid, count: plan.instalments.length });
  const columns: Column<TermPlan['instalments'][number]>[] = [
    { name: 'number', heading: t('termDeposit.number'), cell: (instalment) => instalment.number },
    {
      name: 'dueOn',
      heading: t('termDeposit.dueOn'),
      cell: ({ dueOn, movesTo }) => (
        <>
          {format.day(dueOn)}
          {movesTo !== null && (
            <>
              <br />
              <span className="quiet small">{t('termDeposit.holiday', { day: format.day(movesTo) })}</span>
            </>
          )}
        </>
      ),
    },
    {
      name: 'paidOn',
      heading: t('termDeposit.paidOn'),
      cell: ({ paidOn, entryId, missedOn }) => {
        if (paidOn === null) return missedOn === null ? '–' : <StateMark state="missed" />;
        return entryId === null ? format.day(paidOn) : <EntryLink id={entryId}>{format.day(paidOn)}</EntryLink>;
      },
    },
    {
      name: 'amount',
      heading: t('termDeposit.instalmentIn', { currency }),
      isNumber: true,
      cell: (instalment) => format.amount(instalment.amount),
    },
  ];
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        columns={columns}
        rows={plan.instalments}
        rowKey={(instalment) => String(instalment.number)}
      />
    </Section>
  );
}
