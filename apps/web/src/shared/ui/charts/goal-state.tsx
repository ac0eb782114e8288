import type { GoalPlan } from '../../answers.ts';
import { isZeroMoney, percentText } from '../../format.ts';
import type { goalMessages } from '../../messages/en/goals.ts';
import type { MessageKey, Slots } from '../../messages/messages.ts';
import { GoalRing, partOfGoal } from './goal-ring.tsx';

interface GoalStateProps {
  balance: string;
  goal: { purpose: string; target: string; targetOn: string };
  plan: GoalPlan;
  say: (key: MessageKey<typeof goalMessages>, slots?: Slots) => string;
  money: (amount: string) => string;
  day: (day: string) => string;
  /** Figures that people nearby must not see are not drawn either. */
  isHidden?: boolean;
}

/** What is saved for, how much of it is there, and what each month takes from now on. */
export function GoalState({ balance, goal, plan, say, money, day, isHidden = false }: GoalStateProps) {
  const percent = partOfGoal(balance, goal.target);
  return (
    <section className="stack" aria-label={say('goal.of', { purpose: goal.purpose })} data-testid="goal">
      <h2>{say('goal.of', { purpose: goal.purpose })}</h2>
      <GoalRing
        saved={isHidden ? '0' : balance}
        target={goal.target}
        share={isHidden ? '' : say('goal.share', { percent })}
      >
        <p>
          <strong>
            {say('goal.savedOf', { saved: money(balance), target: money(goal.target), day: day(goal.targetOn) })}
          </strong>
        </p>
        <NextStep plan={plan} say={say} money={money} />
      </GoalRing>
    </section>
  );
}

function NextStep({ plan, say, money }: Pick<GoalStateProps, 'plan' | 'say' | 'money'>) {
  const { missing, months, instalment, grownSavings, annualRate, isOver } = plan;
  if (isZeroMoney(missing)) return <p>{say('goal.reached')}</p>;
  if (isOver) return <p>{say('goal.dayHasCome')}</p>;
  if (months === 0) return <p>{say('goal.atOnce', { amount: money(missing) })}</p>;
  if (isZeroMoney(instalment)) return <p>{say('goal.byItself', { amount: money(grownSavings) })}</p>;
  return (
    <>
      <p>{say('goal.each', { amount: money(instalment), count: months })}</p>
      <p className="quiet small">{say('goal.how', { rate: percentText(annualRate), amount: money(grownSavings) })}</p>
    </>
  );
}
