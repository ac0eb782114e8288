import { Button, Kbd } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import type { ContractForm } from '../../shared/use-contract-form.ts';
import type { ActPreview } from '../answers.ts';
import { ActPreviewCard } from '../ui/act-preview.tsx';
import { ProblemNote, Waiting } from '../ui/states.tsx';
import { useWords } from '../words.ts';

interface DeskProps {
  /** The middle column: what the money is for. */
  lines: ReactNode;
  linesTitle: string;
  /** The right column above the act: how it is paid. */
  payment: ReactNode;
  paperTitle: string;
  preview: ActPreview | undefined;
  isLooking: boolean;
  isDoing: boolean;
  isReady: boolean;
  error: unknown;
  checking?: ContractForm;
  act: string;
  onAct: () => void;
}

/** The middle and right columns of the counter. Enter moves to the next field, and from the last one to the act. */
export function Desk(props: DeskProps) {
  const { lines, linesTitle, payment, paperTitle, preview, isLooking, isDoing, isReady, error, checking, act, onAct } =
    props;
  const t = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAct();
  };
  return (
    <form className="desk" onSubmit={submit} onKeyDown={moveForward} onBlur={checking?.leave} noValidate>
      <section className="desk-lines stack" aria-label={linesTitle}>
        <h2>{linesTitle}</h2>
        {lines}
      </section>
      <section className="desk-paper stack" aria-label={paperTitle}>
        <h2>{paperTitle}</h2>
        {payment}
        {preview === undefined ? isLooking && <Waiting lines={3} /> : <ActPreviewCard preview={preview} />}
        <ProblemNote error={error} />
        <Button
          type="submit"
          variant="filled"
          size="md"
          loading={isDoing}
          disabled={!isReady}
          rightSection={<Kbd size="xs">F9</Kbd>}
          data-act
        >
          {act}
        </Button>
        <p className="quiet small">{t('counter.reverseHow')}</p>
      </section>
    </form>
  );
}

function moveForward(event: KeyboardEvent<HTMLFormElement>): void {
  const target = event.target as HTMLElement;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (event.key !== 'Enter' || !isField || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(
      'input:not([type="radio"]):not([disabled]), select, button[data-act]',
    ),
  ];
  // What lies in closed details has a place on the page and still cannot take the focus.
  const seen = fields.filter((field) => field.checkVisibility());
  seen[seen.indexOf(target) + 1]?.focus();
}
