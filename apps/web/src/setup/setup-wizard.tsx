import { type FormEvent, useState } from 'react';
import type { PresetCode, SetupAnswer } from '../shared/answers.ts';
import { formatFor } from '../shared/format.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import { fieldProblem, ProblemError } from '../shared/problem.ts';
import { Button } from '../shared/ui/button.tsx';
import { ProblemNote } from '../shared/ui/states.tsx';
import { Stepper } from '../shared/ui/stepper.tsx';
import { AdministratorStep } from './administrator-step.tsx';
import { ChartPicture } from './chart-picture.tsx';
import { CodeStep } from './code-step.tsx';
import { FeesStep } from './fees-step.tsx';
import { forgetAnswers, keepAnswers, keptAnswers } from './kept-answers.ts';
import { PresetStep } from './preset-step.tsx';
import {
  formatOf,
  type Proposed,
  type SetupAnswers,
  type SetupProblems,
  type Step,
  setupRequest,
  standing,
  stepOfField,
  stepProblems,
  steps,
} from './setup-answers.ts';
import { client } from './setup-api.ts';
import { useSetupText } from './setup-text.ts';
import { SharesStep } from './shares-step.tsx';
import { SocietyStep } from './society-step.tsx';
import { Summary } from './summary.tsx';
import { useHashStep } from './use-hash-step.ts';
import { YearStep } from './year-step.tsx';

export interface StepProps {
  answers: SetupAnswers;
  /** What stands in the fields: proposals, and what was changed by hand over them. */
  values: Proposed;
  onChange: (changes: Partial<SetupAnswers>) => void;
  onPropose: (changes: Partial<Proposed>) => void;
  /** What is wrong with a field, by the server's path of it. */
  problem: (path: string) => string | undefined;
}

interface SetupWizardProps {
  presets: readonly PresetCode[];
  serverNow: number;
  onDone: (answer: SetupAnswer) => void;
}

const summary = 'summary';

/** Seven screens with one question each, then everything once more before it is made. */
export function SetupWizard({ presets, serverNow, onDone }: SetupWizardProps) {
  const t = useSetupText();
  const language = useLanguage();
  const [answers, setAnswers] = useState(keptAnswers);
  const [checkedSteps, setCheckedSteps] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [wasReviewed, setReviewed] = useState(false);
  const [wanted, goTo] = useHashStep();
  const place = openPlace(wanted, answers, serverNow);
  const values = standing(answers, serverNow);
  const format = formatFor(formatOf(answers, serverNow), language);

  const change = (changes: Partial<SetupAnswers>) => {
    const next = { ...answers, ...changes };
    setAnswers(next);
    keepAnswers(next);
  };

  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const body = setupRequest(answers, language, serverNow);
      const answer = await client.post('/api/setup', { body, anonymous: true });
      forgetAnswers();
      onDone(answer);
    } catch (refusal) {
      setError(refusal);
      const path = refusal instanceof ProblemError ? refusal.fields[0]?.path : undefined;
      if (path !== undefined) goTo(stepOfField(path));
    } finally {
      setBusy(false);
    }
  };

  const found: SetupProblems = place === summary ? {} : stepProblems(place, answers, serverNow);
  const position = place === summary ? steps.length : steps.indexOf(place);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (place === summary) {
      setReviewed(true);
      if (!isBusy) void send();
      return;
    }
    setCheckedSteps([...checkedSteps, place]);
    // Whoever came back from the summary to change one thing returns there; what is still missing is asked on the way.
    if (Object.keys(found).length === 0) goTo(wasReviewed ? summary : (steps[position + 1] ?? summary));
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const stepProps: StepProps = {
    answers,
    values,
    onChange: change,
    onPropose: (changes) => change({ changed: { ...answers.changed, ...changes } }),
    problem: (path) => {
      const key = checkedSteps.includes(place) ? found[path] : undefined;
      return key === undefined ? fieldProblem(error, path) : t(key);
    },
  };
  const back = position > 0 ? steps[position - 1] : undefined;

  return (
    <div className="setup-columns">
      <main className="setup-main">
        <form className="stack stack-wide" onSubmit={submit} noValidate>
          <Stepper
            step={position + 1}
            total={steps.length + 1}
            title={place === summary ? t('summary.title') : t(`step.${place}`)}
          />
          <ProblemNote error={error} takesFocus />
          {place === 'code' && <CodeStep {...stepProps} />}
          {place === 'preset' && <PresetStep {...stepProps} presets={presets} />}
          {place === 'society' && <SocietyStep {...stepProps} />}
          {place === 'year' && <YearStep {...stepProps} />}
          {place === 'fees' && <FeesStep {...stepProps} />}
          {place === 'shares' && <SharesStep {...stepProps} />}
          {place === 'administrator' && <AdministratorStep {...stepProps} />}
          {place === summary && (
            <Summary
              answers={answers}
              values={values}
              format={format}
              onStep={(step) => {
                setReviewed(true);
                goTo(step);
              }}
            />
          )}
          <div className="row">
            <Button type="submit" look="filled" isBusy={isBusy}>
              {place === summary ? t('summary.act') : t('act.next')}
            </Button>
            {back !== undefined && <Button onClick={() => goTo(back)}>{t('act.back')}</Button>}
          </div>
        </form>
      </main>
      <ChartPicture place={place} answers={answers} values={values} format={format} />
    </div>
  );
}

/** The screen of the address, or the first one before it that is not answered. */
function openPlace(wanted: string, answers: SetupAnswers, serverNow: number): Step | typeof summary {
  const names: readonly string[] = steps;
  const position = wanted === summary ? steps.length : Math.max(0, names.indexOf(wanted));
  const unanswered = steps
    .slice(0, position)
    .find((step) => Object.keys(stepProblems(step, answers, serverNow)).length > 0);
  return unanswered ?? steps[position] ?? summary;
}
