import { useState } from 'react';
import { readTypedMoney } from '../../shared/format.ts';
import type { OpenDepositRequest } from '../answers.ts';
import { useThisSociety } from '../society.tsx';
import { DayBox, MoneyBox, TextBox } from '../ui/fields.tsx';
import { useWords } from '../words.ts';

type Goal = NonNullable<OpenDepositRequest['goal']>;

interface TypedGoal {
  purpose: string;
  target: string;
  targetOn: string;
}

/** What is typed of a goal, and the goal once it is whole. */
export function useTypedGoal() {
  const { decimals } = useThisSociety();
  const [typed, setTyped] = useState<TypedGoal>({ purpose: '', target: '', targetOn: '' });
  const target = readTypedMoney(typed.target, decimals);
  const isWhole = target.ok && typed.purpose.trim() !== '' && typed.targetOn !== '';
  const goal: Goal | undefined = isWhole
    ? { purpose: typed.purpose.trim(), target: target.text, targetOn: typed.targetOn }
    : undefined;
  return { typed, set: (change: Partial<TypedGoal>) => setTyped({ ...typed, ...change }), goal };
}

interface GoalFieldsProps {
  typed: TypedGoal;
  onChange: (change: Partial<TypedGoal>) => void;
  problem: (path: string) => string | undefined;
}

export function GoalFields({ typed, onChange, problem }: GoalFieldsProps) {
  const t = useWords();
  return (
    <>
      <TextBox
        label={t('goal.purpose')}
        hint={t('goal.purposeHow')}
        maxLength={80}
        name="goal.purpose"
        value={typed.purpose}
        onChange={(purpose) => onChange({ purpose })}
        problem={problem('goal.purpose')}
      />
      <MoneyBox
        label={t('goal.target')}
        name="goal.target"
        value={typed.target}
        onChange={(target) => onChange({ target })}
        problem={problem('goal.target')}
      />
      <DayBox
        label={t('goal.targetOn')}
        name="goal.targetOn"
        value={typed.targetOn}
        onChange={(targetOn) => onChange({ targetOn })}
        problem={problem('goal.targetOn')}
      />
    </>
  );
}
