import { addDays, calendarDate } from '@kafal/core';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DayEndState, DayEndStepView } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ChoiceBox } from '../ui/fields.tsx';
import { LifeSteps } from '../ui/life-steps.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Answered, Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { DayEndHistory } from './day-end-history.tsx';
import { DayEndProgress } from './day-end-progress.tsx';
import { useDayEnd } from './day-end-queries.ts';
import { DayEndResult } from './day-end-result.tsx';
import { useDayEndTitle, useLifeOfSteps } from './day-end-words.ts';

/** The end of the day from what it will do to what it came to. The work is the server's; this page only watches. */
export function DayEndPage() {
  const t = useWords();
  const state = useDayEnd();
  const title = useDayEndTitle();
  const ranFrom = useRanFrom(state.data);
  return (
    <Page title={state.data === undefined ? t('nav.dayEnd') : title(state.data)}>
      <Answered query={state}>
        {(now) => (
          <>
            {now.state !== 'running' && ranFrom !== undefined && <DayEndResult from={ranFrom} />}
            {now.state === 'running' && <DayEndProgress state={now} />}
            {now.state === 'stopped' && <Stopped state={now} />}
            {(now.state === 'due' || now.state === 'stopped') && <Plan key={now.from} state={now} />}
            {now.state === 'ended' && <Ended state={now} />}
          </>
        )}
      </Answered>
      <DayEndHistory />
    </Page>
  );
}

/** The first day of the run that was watched from here; what it came to is said when it is over. */
function useRanFrom(state: DayEndState | undefined): string | undefined {
  const [ranFrom, setRanFrom] = useState<string>();
  const from = state?.state === 'running' ? state.from : undefined;
  useEffect(() => {
    if (from !== undefined) setRanFrom((known) => known ?? from);
  }, [from]);
  return ranFrom;
}

function Ended({ state }: { state: DayEndState }) {
  const t = useWords();
  const format = useSocietyFormat();
  return <p>{t('dayEnd.endedHow', { day: format.day(state.businessDate) })}</p>;
}

function Stopped({ state: { current } }: { state: DayEndState }) {
  const t = useWords();
  const lifeOf = useLifeOfSteps();
  if (current === null) return null;
  const { stopped, steps } = current;
  return (
    <>
      <LifeSteps label={t('dayEnd.steps')} steps={lifeOf(steps)} />
      <Note tone="warning">
        {stopped?.reason ?? t('dayEnd.interrupted')}{' '}
        {stopped?.step === 'check-books' && <Link to="/books/trial-balance">{t('dayEnd.lookAtBooks')}</Link>}
      </Note>
    </>
  );
}

/** More days than this are not named one by one. */
const mostDaysNamed = 14;
const mostInterestDaysNamed = 3;

function Plan({ state }: { state: DayEndState }) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const days = daysOf(state);
  const [until, setUntil] = useState(state.until);
  const chosen = days.filter((day) => day <= until);
  const interestDays = state.interestDays.filter((day) => day <= until).map((day) => format.day(day));
  const start = useMutation({
    mutationFn: () => client.post('/api/day-ends', { body: { until } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['day-end'] }),
  });
  const interestWords = (on: readonly string[]) => {
    const [first, last] = [on[0], on.at(-1)];
    if (first === undefined || last === undefined) return t('dayEnd.plan.noInterest');
    if (on.length <= mostInterestDaysNamed) return t('dayEnd.plan.interest', { days: on.join(', ') });
    return t('dayEnd.plan.interestDays', { count: on.length, from: first, until: last });
  };
  const tills = state.openTills.filter(({ businessDate }) => businessDate <= until);
  const isOne = chosen.length === 1;
  return (
    <Section title={t('dayEnd.plan')}>
      <div className="stack">
        {days.length > 1 && (
          <div className="narrow">
            <ChoiceBox
              label={t('dayEnd.upTo')}
              value={until}
              choices={days.slice(-mostDaysNamed).map((day) => ({ value: day, label: format.day(day) }))}
              onChange={(day) => setUntil(day === '' ? state.until : day)}
            />
          </div>
        )}
        {!isOne && chosen.length <= mostDaysNamed && (
          <p>
            <span className="quiet">{t('dayEnd.catchUp')}: </span>
            {chosen.map((day) => format.day(day)).join(', ')}
          </p>
        )}
        <ol className="stack stack-close">
          <PlannedStep step="check-tills" words={t('dayEnd.plan.check-tills')} />
          <PlannedStep step="raise-dues" words={t('dayEnd.plan.raise-dues')} />
          <PlannedStep step="pay-interest" words={t('dayEnd.plan.pay-interest')} />
          <PlannedStep step="mature-deposits" words={t('dayEnd.plan.mature-deposits')} />
          <PlannedStep step="take-instructions" words={t('dayEnd.plan.take-instructions')} />
          <PlannedStep step="mark-missed" words={t('dayEnd.plan.mark-missed')} />
          <PlannedStep step="settle-daily" words={t('dayEnd.plan.settle-daily')} />
          <PlannedStep step="remind" words={t('dayEnd.plan.remind')} />
          <PlannedStep step="credit-interest" words={interestWords(interestDays)} />
          <PlannedStep step="check-books" words={t('dayEnd.plan.check-books')} />
          <PlannedStep step="close-day" words={t('dayEnd.plan.close-day')} />
        </ol>
        {tills.length > 0 && <OpenTills tills={tills} />}
        <ProblemNote error={start.error} takesFocus />
        {may('day.close') ? (
          <div className="row">
            <Button
              variant="filled"
              loading={start.isPending}
              disabled={tills.length > 0}
              onClick={() => start.mutate()}
            >
              {state.state === 'stopped'
                ? t('dayEnd.goOn')
                : isOne
                  ? t('dayEnd.start', { day: format.day(until) })
                  : t('dayEnd.startDays', { count: chosen.length })}
            </Button>
          </div>
        ) : (
          <p className="quiet">{t('dayEnd.mayNot')}</p>
        )}
      </div>
    </Section>
  );
}

function PlannedStep({ step, words }: { step: DayEndStepView['step']; words: string }) {
  const t = useWords();
  return (
    <li>
      <span className="strong">{t(`dayEnd.step.${step}`)}</span>
      <span className="note-line quiet small">{words}</span>
    </li>
  );
}

function OpenTills({ tills }: { tills: DayEndState['openTills'] }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      <Note tone="warning">{t('dayEnd.tillsOpen', { count: tills.length })}</Note>
      <ul className="lines narrow">
        {tills.map((till) => (
          <li key={till.id} className="line-row">
            <Link to="/settings/tills">{till.code}</Link>
            <span>
              {till.cashier}
              <span className="quiet small"> · {t('dayEnd.tillSince', { day: format.day(till.businessDate) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function daysOf({ from, days }: DayEndState): string[] {
  return Array.from({ length: days }, (_, index) => addDays(calendarDate(from), index));
}
