import { type FormEvent, useEffect, useState } from 'react';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { LineLostError, ProblemError } from '../../shared/problem.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { Stepper } from '../../shared/ui/stepper.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useMemberText } from '../member-text.ts';
import { useThisSociety } from '../society.tsx';
import { AddressStep } from './address-step.tsx';
import {
  type ApplicationDraft,
  type DraftProblems,
  type Step,
  stepOfField,
  stepProblems,
  steps,
  typedBody,
} from './application-draft.ts';
import { IdentityStep } from './identity-step.tsx';
import { NomineesStep } from './nominees-step.tsx';
import { PhotoStep } from './photo-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { WorkStep } from './work-step.tsx';

export interface StepProps {
  draft: ApplicationDraft;
  onChange: (changes: Partial<ApplicationDraft>) => void;
  /** What is wrong with a field, by the server's path of it. */
  problem: (path: string) => string | undefined;
  isCorrection: boolean;
}

interface ApplicationFormProps {
  draft: ApplicationDraft;
  onDraft: (draft: ApplicationDraft) => void;
  step: Step;
  onStep: (step: Step) => void;
  onLeave: () => void;
  /** A correction of one that came back: its consent was given before. */
  isCorrection: boolean;
  onSend: () => void;
  error: unknown;
  isBusy: boolean;
}

/** The application in six screens; the first application and its correction are the same form. */
export function ApplicationForm(props: ApplicationFormProps) {
  const { draft, onDraft, step, onStep, onLeave, isCorrection, onSend, error, isBusy } = props;
  const t = useMemberText();
  const society = useThisSociety();
  const language = useLanguage();
  const [checkedSteps, setCheckedSteps] = useState<readonly Step[]>([]);
  const [wasReviewed, setReviewed] = useState(step === 'review');
  const position = steps.indexOf(step);
  const found = stepProblems(step, draft, society, isCorrection);
  const form = useContractForm('RegisterMemberBody', { ...typedBody(draft, society, language), consent: true }, error);
  useLeadBack(error, onStep);

  const problem = (path: string) => {
    const key = checkedSteps.includes(step) || form.wasLeft(path) ? found[path] : undefined;
    return key === undefined ? form.problem(path) : t(key);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setCheckedSteps([...checkedSteps, step]);
    if (!isEmpty(found)) {
      focusFirstProblem();
      return;
    }
    const next = steps[position + 1];
    if (next === undefined) {
      onSend();
      return;
    }
    // Whoever came back from the last screen to change one thing returns there.
    const isComplete = steps.every(
      (one) => one === 'review' || isEmpty(stepProblems(one, draft, society, isCorrection)),
    );
    if (next === 'review' || (wasReviewed && isComplete)) {
      setReviewed(true);
      onStep('review');
    } else {
      onStep(next);
    }
  };

  const back = steps[position - 1];
  const stepProps: StepProps = {
    draft,
    onChange: (changes) => onDraft({ ...draft, ...changes }),
    problem,
    isCorrection,
  };
  return (
    <form className="stack stack-wide" onSubmit={submit} onBlur={form.leave} noValidate>
      <Stepper step={position + 1} total={steps.length} title={t(`apply.step.${step}`)} />
      <ProblemNote error={error} takesFocus />
      {error instanceof LineLostError && !isCorrection && <p className="note note-warning">{t('apply.maybeSent')}</p>}
      {step === 'identity' && <IdentityStep {...stepProps} />}
      {step === 'address' && <AddressStep {...stepProps} />}
      {step === 'work' && <WorkStep {...stepProps} />}
      {step === 'nominees' && <NomineesStep {...stepProps} />}
      {step === 'photo' && <PhotoStep {...stepProps} />}
      {step === 'review' && <ReviewStep {...stepProps} onStep={onStep} />}
      <div className="row">
        <Button type="submit" look="filled" isBusy={isBusy}>
          {step === 'review' ? t('apply.send') : t('act.next')}
        </Button>
        <Button onClick={() => (back === undefined ? onLeave() : onStep(back))}>{t('act.back')}</Button>
      </div>
    </form>
  );
}

/** The server refused a field that stands on an earlier screen: go there. */
function useLeadBack(error: unknown, onStep: (step: Step) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new refusal leads back, not the applicant's own steps after it.
  useEffect(() => {
    const path = error instanceof ProblemError ? error.fields[0]?.path : undefined;
    if (path !== undefined) onStep(stepOfField(path));
  }, [error]);
}

function isEmpty(problems: DraftProblems): boolean {
  return Object.keys(problems).length === 0;
}

function focusFirstProblem(): void {
  // The marks appear with the next drawing of the page.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
