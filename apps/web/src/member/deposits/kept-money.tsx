import type { DepositWithPlan } from '../../shared/answers.ts';
import { isZeroMoney } from '../../shared/format.ts';
import type { goalMessages } from '../../shared/messages/en/goals.ts';
import type { MessageKey } from '../../shared/messages/messages.ts';
import { useText } from '../../shared/messages/use-text.ts';
import { GoalState } from '../../shared/ui/charts/goal-state.tsx';
import { useAmountsHidden, useShownMoney } from '../hidden-amounts.ts';
import { useSocietyFormat } from '../society.tsx';

const useGoalText = useText<MessageKey<typeof goalMessages>>;

/** Why money stays in an account, and until when: a goal with its picture, or the membership. */
export function KeptMoney({ deposit }: { deposit: DepositWithPlan }) {
  const t = useGoalText();
  const format = useSocietyFormat();
  const isHidden = useAmountsHidden();
  const shown = useShownMoney();
  const { goal, goalPlan } = deposit;
  if (goal === null || goalPlan === null) {
    return <p className="note">{t(deposit.kind === 'daily' ? 'account.keptDaily' : 'account.keptToEnd')}</p>;
  }
  return (
    <>
      <GoalState
        balance={deposit.balance}
        goal={goal}
        plan={goalPlan}
        say={t}
        money={(amount) => shown(format.money(amount))}
        day={format.day}
        isHidden={isHidden}
      />
      {!isZeroMoney(goalPlan.missing) && !goalPlan.isOver && (
        <p className="quiet">{t('goal.kept', { day: format.day(goal.targetOn) })}</p>
      )}
    </>
  );
}
