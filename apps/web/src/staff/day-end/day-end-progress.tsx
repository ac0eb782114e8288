import { useState } from 'react';
import type { DayEndState } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { LifeSteps } from '../ui/life-steps.tsx';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { useLifeOfSteps } from './day-end-words.ts';

const partsOfStep = 100;

/** How far the run is: a bar over all its days, and the steps of the day that is in hand. */
export function DayEndProgress({ state }: { state: DayEndState }) {
  const t = useWords();
  const format = useSocietyFormat();
  const lifeOf = useLifeOfSteps();
  const { current, days, from } = state;
  // The days that are done are no longer told; so many there were when this page first looked.
  const [allDays] = useState(days);
  const steps = current?.steps ?? [];
  const now = steps.find((step) => step.state !== 'done');
  const day = format.day(from);
  const sentence = now === undefined ? t('dayEnd.begins') : `${day} · ${t(`dayEnd.step.${now.step}`)}`;
  return (
    <Section title={t('dayEnd.steps')}>
      <div className="job">
        <p className="strong" aria-live="polite">
          {sentence}
        </p>
        <progress
          aria-label={t('dayEnd.running', { day })}
          max={Math.max(allDays, days) * partsOfDay(steps)}
          value={(Math.max(allDays, days) - days) * partsOfDay(steps) + partsDone(state)}
        />
        <p className="small quiet row row-apart">
          <span>{t('dayEnd.creditedSoFar', { count: current?.credited ?? 0 })}</span>
          {days > 1 && <span>{t('dayEnd.daysToGo', { count: days - 1 })}</span>}
        </p>
      </div>
      {steps.length > 0 && <LifeSteps label={t('dayEnd.steps')} steps={lifeOf(steps)} />}
      <p className="quiet">{t('dayEnd.leave')}</p>
    </Section>
  );
}

const partsOfDay = (steps: readonly unknown[]) => Math.max(1, steps.length) * partsOfStep;

function partsDone({ current, accountsPercent }: DayEndState): number {
  return (current?.steps ?? []).reduce((parts, { step, state }) => {
    if (state === 'done') return parts + partsOfStep;
    return step === 'credit-interest' && state !== 'waiting' ? parts + accountsPercent : parts;
  }, 0);
}
