import { TERM_KINDS } from '@kafal/core';
import { Link } from 'wouter';
import { Page } from '../page.tsx';
import { useSession } from '../session.ts';
import { useCalculatorText } from './calculator-words.ts';
import { LoanCalculator } from './loan-calculator.tsx';
import { SavingsCalculator } from './savings-calculator.tsx';
import { SAVINGS_CALCULATORS } from './savings-offers.ts';
import { TermCalculator } from './term-calculator.tsx';

const kinds = [...TERM_KINDS, ...SAVINGS_CALCULATORS, 'loan'] as const;
export type CalculatorKind = (typeof kinds)[number];

/** What a deposit would bring or a loan would cost, for anybody who asks. Every figure is counted on the reader's own device. */
export function CalculatorsPage({ kind }: { kind: string | undefined }) {
  const t = useCalculatorText();
  const session = useSession();
  const shown = kinds.find((one) => one === kind) ?? 'fixed';
  return (
    <Page title={t(`calc.${shown}.title`)} backTo={session.state === 'in' ? '/accounts' : '/'} key={shown}>
      <nav aria-label={t('calc.nav')}>
        <ul className="tiles calculator-tiles">
          {kinds.map((one) => (
            <li key={one}>
              <Link href={`/calculators/${one}`} className="tile" aria-current={one === shown ? 'page' : undefined}>
                {t(`calc.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Calculator kind={shown} />
    </Page>
  );
}

function Calculator({ kind }: { kind: CalculatorKind }) {
  if (kind === 'loan') return <LoanCalculator />;
  return kind === 'savings' || kind === 'goal' ? <SavingsCalculator kind={kind} /> : <TermCalculator kind={kind} />;
}
