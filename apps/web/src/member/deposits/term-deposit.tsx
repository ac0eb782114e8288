import { groupDigits } from '@kafal/core';
import type { DepositWithPlan, TermPlan } from '../../shared/answers.ts';
import { percentText } from '../../shared/format.ts';
import { planGrowth, type Term } from '../../shared/plan-growth.ts';
import { BigNumber } from '../../shared/ui/big-number.tsx';
import { Growth } from '../calculators/growth.tsx';
import { toggleAmounts, useAmountsHidden, useShownMoney } from '../hidden-amounts.ts';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
import { depositStatusKey } from '../status-words.ts';
import { Certificate } from './certificate.tsx';
import { Instalments } from './instalments.tsx';
import { Succession } from './succession.tsx';
import { useTermText } from './term-words.ts';

export interface TermDepositProps {
  deposit: DepositWithPlan;
  term: Term;
  plan: TermPlan;
}

/** One fixed or recurring deposit: what it will be, what was agreed, and how the one comes from the other. */
export function TermDeposit({ deposit, term, plan }: TermDepositProps) {
  const t = useTermText();
  const format = useSocietyFormat();
  const isHidden = useAmountsHidden();
  return (
    <>
      <section className="stack" aria-label={t('term.agreed')}>
        <BigNumber
          label={t('term.valueOn', { day: format.day(term.maturesOn) })}
          value={format.money(term.maturityValue)}
          isHidden={isHidden}
          onToggle={toggleAmounts}
        />
        {deposit.status !== 'closed' && plan.maturityMovesTo !== null && (
          <p className="quiet">{t('term.holiday', { day: format.day(plan.maturityMovesTo) })}</p>
        )}
        {deposit.status !== 'active' && <p className="tag tag-warning">{t(depositStatusKey(deposit.status))}</p>}
        <Agreed deposit={deposit} term={term} plan={plan} />
      </section>
      <Succession deposit={deposit} />
      {deposit.status !== 'closed' && <Certificate deposit={deposit} />}
      {plan.instalments.length > 0 && <Instalments term={term} plan={plan} />}
      <section className="stack section" aria-label={t('term.growth')}>
        {!isHidden && (
          <Growth
            title={t(term.payout === 'maturity' ? 'term.growth' : 'calc.growth.payout')}
            growth={planGrowth(deposit.openedOn, term, plan)}
          />
        )}
        <PlanLines plan={plan} />
      </section>
    </>
  );
}

function Agreed({ deposit, term, plan }: TermDepositProps) {
  const { taxAtMaturity } = deposit;
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const isRecurring = plan.instalments.length > 0;
  const rate = percentText(term.annualRate);
  const facts: [label: string, value: string][] = [
    [t('term.balance'), shown(format.money(deposit.balance))],
    [t(isRecurring ? 'term.instalment' : 'term.amount'), shown(format.money(term.amount))],
    [
      t('term.length'),
      term.months === null ? t('term.days', { count: term.days ?? 0 }) : t('term.months', { count: term.months }),
    ],
    [
      t('calc.fact.rate'),
      term.category === 'general'
        ? rate
        : t('calc.fact.rateFor', { rate, category: t(`calc.category.${term.category}`) }),
    ],
    [t('calc.payout'), t(`calc.payout.${term.payout}`)],
    ...(isRecurring ? [[t('term.paidIn'), shown(format.money(plan.paidIn))] satisfies [string, string]] : []),
    [t('term.interest'), shown(format.money(plan.interest))],
    ...(taxAtMaturity === null
      ? []
      : ([
          [t('term.taxAtMaturity'), shown(format.money(taxAtMaturity.tax))],
          [t('term.paidAfterTax'), shown(format.money(taxAtMaturity.paid))],
        ] satisfies [string, string][])),
    [t('term.atMaturity'), t(`term.atMaturity.${term.atMaturity}`)],
    [t('account.opened'), format.day(deposit.openedOn)],
    [t('term.rules'), format.day(plan.version.effectiveFrom)],
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

function PlanLines({ plan }: { plan: TermPlan }) {
  const t = useTermText();
  const format = useSocietyFormat();
  const shown = useShownMoney();
  const { grouping } = useThisSociety();
  // Before rounding: to four decimals, of which the money of the books has two.
  const unrounded = (text: string) => {
    const [whole = '0', decimals = ''] = text.split('.');
    return shown(`${format.currencySign}${groupDigits(whole, grouping)}.${decimals.padEnd(4, '0')}`);
  };
  return (
    <details className="calculator-lines">
      <summary>{t('term.how')}</summary>
      <p>{plan.rule}</p>
      <ul className="list">
        {plan.lines.map((line) => (
          <li key={`${line.on} ${line.label}`} className="list-row">
            <span className="list-title">
              {t('term.lineOn', { label: line.label, balance: unrounded(line.balance) })}
            </span>
            <span className="list-side">{unrounded(line.interest)}</span>
            <span className="list-note">{format.day(line.on)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
