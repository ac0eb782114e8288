import { addDays, calendarDate } from '@kafal/core';
import type { DayEnd, DayEndState, DayEndStepView } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import type { LifeStep } from '../ui/life-steps.tsx';
import { useWords } from '../words.ts';

/** "12 seconds", "3 minutes": nobody wants to know it closer. */
export function useDuration(): (milliseconds: number | null) => string {
  const t = useWords();
  return (milliseconds) => {
    if (milliseconds === null) return '–';
    if (milliseconds < 1_000) return t('dayEnd.moment');
    const seconds = Math.round(milliseconds / 1_000);
    if (seconds < 90) return t('dayEnd.seconds', { count: seconds });
    return t('dayEnd.minutes', { count: Math.round(seconds / 60) });
  };
}

const lifeOf = { waiting: 'ahead', running: 'current', stopped: 'refused', done: 'done' } as const;

/** What a step that is not interest on savings came to. */
const resultOf: Partial<
  Record<
    DayEndStepView['step'],
    | 'dayEnd.matured'
    | 'dayEnd.raised'
    | 'dayEnd.taken'
    | 'dayEnd.missed'
    | 'dayEnd.reminded'
    | 'dayEnd.settled'
    | 'dayEnd.dormant'
    | 'dayEnd.lapsed'
    | 'dayEnd.debited'
    | 'dayEnd.aged'
    | 'dayEnd.accruedLoans'
  >
> = {
  'mature-deposits': 'dayEnd.matured',
  'take-instructions': 'dayEnd.taken',
  'mark-missed': 'dayEnd.missed',
  'settle-daily': 'dayEnd.settled',
  'raise-dues': 'dayEnd.raised',
  remind: 'dayEnd.reminded',
  'mark-dormant': 'dayEnd.dormant',
  'lapse-sanctions': 'dayEnd.lapsed',
  'debit-loans': 'dayEnd.debited',
  'age-loans': 'dayEnd.aged',
  'accrue-loans': 'dayEnd.accruedLoans',
};

/** The steps of a day that was begun, each with what it came to. */
export function useLifeOfSteps(): (steps: readonly DayEndStepView[]) => LifeStep[] {
  const t = useWords();
  const format = useSocietyFormat();
  return (steps) =>
    steps.map(({ step, state, done, amount, endedAt }) => ({
      name: t(`dayEnd.step.${step}`),
      state: lifeOf[state],
      note:
        done > 0
          ? t(resultOf[step] ?? 'dayEnd.result', { count: done, amount: format.money(amount) })
          : endedAt === null
            ? undefined
            : format.time(endedAt),
    }));
}

/** What a day, or some days together, came to, in words. */
export function useResult(): (sum: Pick<DayEnd, 'credited' | 'amount'>) => string {
  const t = useWords();
  const format = useSocietyFormat();
  return ({ credited, amount }) =>
    credited === 0 ? t('dayEnd.resultNone') : t('dayEnd.result', { count: credited, amount: format.money(amount) });
}

/** The answer to the page's question; Today says it too. */
export function useDayEndTitle(): (state: DayEndState) => string {
  const t = useWords();
  const format = useSocietyFormat();
  return ({ state, from, until, days }) => {
    const day = format.day(from);
    if (state === 'running') return t('dayEnd.running', { day });
    if (state === 'stopped') return t('dayEnd.stopped', { day });
    if (state === 'ended') return t('dayEnd.ended', { day: format.day(addDays(calendarDate(from), -1)) });
    if (days === 1) return t('dayEnd.due', { day });
    return t('dayEnd.dueDays', { count: days, from: day, until: format.day(until) });
  };
}
