import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ActPreview } from '../answers.ts';
import { useWords } from '../words.ts';
import { ActPreviewCard } from './act-preview.tsx';
import { Form } from './form.tsx';
import { SidePanel } from './side-panel.tsx';
import { ProblemNote } from './states.tsx';
import type { MoneyActing } from './use-money-act.ts';

interface MoneyActDialogProps<Request, Answer> {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  acting: MoneyActing<Request, Answer>;
  /** What would be sent now; undefined while something is missing. */
  request: Request | undefined;
  act: string;
  isDanger?: boolean;
  /** A preview with a table beside which nothing else has room. */
  isWide?: boolean;
  children: ReactNode;
  /** More of what the act will do than every preview says. */
  previewed?: (preview: Extract<Answer, { preview: true }>) => ReactNode;
  /** What it did, and how to reverse it. */
  done: (result: Extract<Answer, { preview: false }>) => ReactNode;
}

/** Two plans day by day, with what each is made of. */
const WIDE = 760;

/** Before, after, back: fill in, see what it will do, do it, see what it did. */
export function MoneyActDialog<Request, Answer extends { preview: boolean }>(
  props: MoneyActDialogProps<Request, Answer>,
) {
  const {
    title,
    isOpen,
    onClose,
    acting,
    request,
    act,
    isDanger = false,
    isWide = false,
    children,
    previewed,
    done,
  } = props;
  const t = useWords();
  const { preview, result, error, isLooking, isDoing, look, confirm, forgetPreview, reset } = acting;

  const asked = JSON.stringify(request);
  const before = useRef(asked);
  useEffect(() => {
    if (before.current !== asked) forgetPreview();
    before.current = asked;
  }, [asked, forgetPreview]);

  const close = () => {
    onClose();
    reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (preview !== undefined) void confirm();
    else if (request !== undefined && !isLooking) void look(request);
  };
  // Every preview carries at least what ActPreview says; a route may add to it.
  const card = preview as (ActPreview & Extract<Answer, { preview: true }>) | undefined;
  return (
    <SidePanel title={title} isOpen={isOpen} onClose={close} size={isWide ? WIDE : 'md'}>
      {result !== undefined ? (
        <div className="stack" role="status">
          {done(result)}
          <div className="row">
            <Button onClick={close}>{t('act.close')}</Button>
          </div>
        </div>
      ) : (
        <Form onSubmit={submit}>
          {children}
          {card !== undefined && <ActPreviewCard preview={card} />}
          {preview !== undefined && previewed?.(preview)}
          <ProblemNote error={error} takesFocus />
          <div className="row">
            {preview === undefined ? (
              <Button type="submit" variant="filled" loading={isLooking} disabled={request === undefined}>
                {t('act.preview')}
              </Button>
            ) : (
              <Button type="submit" variant="filled" color={isDanger ? 'red' : 'berry'} loading={isDoing}>
                {act}
              </Button>
            )}
            <Button variant="subtle" color="gray" onClick={close}>
              {t('act.cancel')}
            </Button>
          </div>
        </Form>
      )}
    </SidePanel>
  );
}
