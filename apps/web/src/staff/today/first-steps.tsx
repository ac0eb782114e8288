import { Link } from '@tanstack/react-router';
import type { FirstSteps } from '../answers.ts';
import { useMay } from '../session.ts';
import { Section } from '../ui/page.tsx';
import { useWords } from '../words.ts';
import { useFirstSteps } from './today-queries.ts';

type Step = FirstSteps['steps'][number]['step'];

/** The way from an empty society to its first closed till; read off the books, gone when it is done. */
export function FirstDay() {
  const t = useWords();
  const { data } = useFirstSteps();
  if (data === undefined || data.isDone) return null;
  const next = data.steps.find((step) => !step.isDone)?.step;
  return (
    <Section title={t('firstDay.title', { count: data.steps.filter((step) => !step.isDone).length })}>
      <ol className="first-day">
        {data.steps.map(({ step, isDone }) => (
          <li key={step} className={isDone ? 'quiet' : undefined} aria-current={step === next ? 'step' : undefined}>
            <span aria-hidden="true">{isDone ? '✓' : '○'} </span>
            <span className="visually-hidden">{t(isDone ? 'firstDay.done' : 'firstDay.toDo')} </span>
            <StepLink step={step} isLink={!isDone} />
            {step === next && <p className="quiet small">{t(`firstDay.${step}How`)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

const pages = {
  staff: { to: '/settings/users', permission: 'user.manage' },
  member: { to: '/applications', permission: 'application.read' },
  till: { to: '/counter/till', permission: 'till.operate' },
  receipt: { to: '/counter', permission: 'receipt.take' },
  closing: { to: '/counter/till', permission: 'till.operate' },
} as const;

/** Somebody else's step is said, not offered. */
function StepLink({ step, isLink }: { step: Step; isLink: boolean }) {
  const t = useWords();
  const may = useMay();
  const { to, permission } = pages[step];
  return isLink && may(permission) ? <Link to={to}>{t(`firstDay.${step}`)}</Link> : t(`firstDay.${step}`);
}
