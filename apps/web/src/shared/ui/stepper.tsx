import { useEffect, useRef } from 'react';
import { useSharedText } from '../messages/use-text.ts';

interface StepperProps {
  step: number;
  total: number;
  title: string;
}

/** Where the reader is in a form of several screens. The title takes the focus when the step changes. */
export function Stepper({ step, total, title }: StepperProps) {
  const t = useSharedText();
  const heading = useRef<HTMLHeadingElement>(null);
  const shownStep = useRef(step);
  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    heading.current?.focus();
    scrollTo({ top: 0 });
  }, [step]);
  return (
    <header className="stepper">
      <p className="stepper-position">{t('stepper.position', { step, total })}</p>
      <div className="stepper-track" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the marks are the positions themselves.
          <span key={index} className={index < step ? 'stepper-mark stepper-done' : 'stepper-mark'} />
        ))}
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </header>
  );
}
