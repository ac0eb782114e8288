import { loanRuleWords } from '../../shared/loan-rule-words.ts';
import type { Loan } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Section } from '../ui/page.tsx';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';

export type Rule = Loan['eligibility'][number];

/** What the product asks of the borrower while it is decided, and the rules that were overridden, with why. */
export function LoanRulesOf({ loan: { eligibility, overrides } }: { loan: Loan }) {
  const t = useWords();
  if (eligibility.length === 0 && overrides.length === 0) return null;
  const broken = eligibility.filter(({ holds }) => !holds).length;
  return (
    <Section title={t('loan.rules')}>
      {broken > 0 && <Note tone="warning">{t('loan.rulesBroken', { count: broken })}</Note>}
      {eligibility.length > 0 && <RuleList rules={eligibility} />}
      {[...new Set(overrides.map(({ by, note }) => t('loan.overridden', { by, note })))].map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
    </Section>
  );
}

export function RuleList({ rules }: { rules: readonly Rule[] }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <ul className="lines">
      {rules.map((rule) => {
        const { what, figures, result } = loanRuleWords(rule, t, format);
        return (
          <li key={rule.kind} className="line-row">
            <span>
              {rule.holds ? what : <strong>{what}</strong>}
              <span className="quiet small"> {figures}</span>
            </span>
            <span className="quiet">{result}</span>
          </li>
        );
      })}
    </ul>
  );
}
