import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type BodyName, useContractForm } from '../../shared/use-contract-form.ts';
import type { RuleChange } from '../answers.ts';
import { useMe } from '../shell/shell-queries.ts';
import { queryClient } from '../staff-api.ts';
import { DayBox, LongTextBox } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { useRuleValue } from '../ui/shown-value.ts';
import { Note, ProblemNote } from '../ui/states.tsx';
import { useWords } from '../words.ts';

// A rate, a fee, a limit or a role changes when two people want it. Every form that asks for one shows first what would
// change, for whom, and who has to agree.

interface RuleChangeFormProps {
  /** What is asked for, or undefined while it is not whole. A change of it takes the preview away. */
  request: unknown;
  /** What the request is read with, and as much of it as is typed. */
  body: BodyName;
  typed: unknown;
  send: (isPreview: boolean) => Promise<RuleChange>;
  children: (problem: (path: string) => string | undefined) => ReactNode;
}

export function RuleChangeForm({ request, body, typed, send, children }: RuleChangeFormProps) {
  const t = useWords();
  const wanted = JSON.stringify(request);
  const [seen, setSeen] = useState<{ of: string | undefined; answer: RuleChange }>();
  const preview = useMutation({
    mutationFn: () => send(true),
    onSuccess: (answer) => setSeen({ of: wanted, answer }),
  });
  const asking = useMutation({ mutationFn: () => send(false), onSuccess: () => queryClient.invalidateQueries() });
  const error = asking.error ?? preview.error;
  const checking = useContractForm(body, typed, error);
  if (asking.data !== undefined) return <RuleChangeDone answer={asking.data} />;

  const shown = seen !== undefined && seen.of === wanted ? seen.answer : undefined;
  const isBusy = preview.isPending || asking.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request === undefined || isBusy) return;
    asking.reset();
    if (shown === undefined) preview.mutate();
    else asking.mutate();
  };
  return (
    <Form onSubmit={submit} checking={checking}>
      {children(checking.problem)}
      {shown !== undefined && <RuleChangePreview change={shown} />}
      <ProblemNote error={error} takesFocus />
      <div className="row">
        <Button type="submit" variant="filled" loading={isBusy} disabled={request === undefined}>
          {t(shown === undefined ? 'rule.show' : waits(shown) ? 'rule.ask' : 'rule.changeNow')}
        </Button>
      </div>
    </Form>
  );
}

const waits = ({ needsSecondPerson, isAlone }: RuleChange) => needsSecondPerson && !isAlone;

/** What is there, what would be there, and who has to agree. */
export function RuleChangePreview({ change }: { change: RuleChange }) {
  const t = useWords();
  return (
    <section className="stack" aria-label={t('rule.preview')}>
      <h3>{t('rule.preview')}</h3>
      <RuleLines lines={change.lines} />
      {waits(change) ? (
        <Note>{t('rule.willWait', { names: change.deciders.join(', ') })}</Note>
      ) : change.isAlone ? (
        <Note tone="warning">{t('rule.alone')}</Note>
      ) : (
        <Note>{t('rule.atOnce')}</Note>
      )}
    </section>
  );
}

function RuleLines({ lines }: Pick<RuleChange, 'lines'>) {
  const t = useWords();
  const shown = useRuleValue();
  return (
    <table className="table table-plain">
      <caption className="visually-hidden">{t('rule.preview')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rule.what')}</th>
          <th scope="col">{t('status.beforeHead')}</th>
          <th scope="col">{t('status.afterHead')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a change never move.
          <tr key={index}>
            <th scope="row">{line.label}</th>
            <td>{line.before === null ? '' : shown(line.before)}</td>
            <td className="strong">{shown(line.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RuleChangeDone({ answer }: { answer: RuleChange }) {
  const t = useWords();
  if (answer.applied) return <Note tone="good">{t('rule.applied')}</Note>;
  return (
    <Note tone="good">
      {t('rule.asked', { names: answer.deciders.join(', ') })}{' '}
      {answer.approvalId !== null && <WaitingLink approvalId={answer.approvalId} />}
    </Note>
  );
}

/** To the request that waits, from wherever the rule is shown. */
export function WaitingLink({ approvalId }: { approvalId: string }) {
  const t = useWords();
  return (
    <Link to="/approvals/$id" params={{ id: approvalId }}>
      {t('rule.openRequest')}
    </Link>
  );
}

export interface TypedWhy {
  effectiveFrom: string;
  legalBasis: string;
  reason: string;
}

/** From which day, by which right, and why: asked of every change of a rule. */
export function useTypedWhy(): { why: TypedWhy; set: (change: Partial<TypedWhy>) => void; body: WhyBody | undefined } {
  const { data: me } = useMe();
  const [typed, setTyped] = useState<Partial<TypedWhy>>({});
  const why: TypedWhy = { effectiveFrom: me?.businessDate ?? '', legalBasis: '', reason: '', ...typed };
  const { effectiveFrom, legalBasis, reason } = why;
  return {
    why,
    set: (change) => setTyped((before) => ({ ...before, ...change })),
    body:
      effectiveFrom === ''
        ? undefined
        : {
            effectiveFrom,
            ...(legalBasis.trim() === '' ? {} : { legalBasis: legalBasis.trim() }),
            ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          },
  };
}

interface WhyBody {
  effectiveFrom: string;
  legalBasis?: string;
  reason?: string;
}

interface WhyFieldsProps {
  why: TypedWhy;
  onChange: (change: Partial<TypedWhy>) => void;
  problem: (path: string) => string | undefined;
}

export function WhyFields({ why, onChange, problem }: WhyFieldsProps) {
  const t = useWords();
  return (
    <>
      <DayBox
        label={t('settings.from')}
        hint={t('settings.fromHow')}
        name="effectiveFrom"
        value={why.effectiveFrom}
        onChange={(effectiveFrom) => onChange({ effectiveFrom })}
        problem={problem('effectiveFrom')}
      />
      <LongTextBox
        label={t('settings.basis')}
        hint={t('settings.basisHow')}
        isOptional
        maxLength={400}
        name="legalBasis"
        value={why.legalBasis}
        onChange={(legalBasis) => onChange({ legalBasis })}
        problem={problem('legalBasis')}
      />
      <ReasonBox value={why.reason} onChange={(reason) => onChange({ reason })} problem={problem('reason')} />
    </>
  );
}

interface ReasonBoxProps {
  value: string;
  onChange: (reason: string) => void;
  problem: string | undefined;
}

/** In the person's own words, for whoever decides and for the history. */
export function ReasonBox({ value, onChange, problem }: ReasonBoxProps) {
  const t = useWords();
  return (
    <LongTextBox
      label={t('rule.reason')}
      hint={t('rule.reasonHow')}
      isOptional
      maxLength={400}
      name="reason"
      value={value}
      onChange={onChange}
      problem={problem}
    />
  );
}
