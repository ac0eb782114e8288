import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { FormPage, Page } from '../page.tsx';
import { useThisSociety } from '../society.tsx';
import { useAct } from '../use-act.ts';
import {
  type ApplicationDraft,
  applicationBody,
  emptyDraft,
  type Step,
  stepProblems,
  steps,
} from './application-draft.ts';
import { ApplicationForm } from './application-form.tsx';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';

/** "Apply for membership". Each screen has its own address, so the phone's back button does what it should. */
export function ApplyPage() {
  const t = useMemberText();
  const society = useThisSociety();
  const language = useLanguage();
  const { step: wanted } = useParams<{ step?: string }>();
  const [, goTo] = useLocation();
  const [draft, setDraft] = useState(keptDraft);
  const [trackingNumber, setTrackingNumber] = useState<string | undefined>(undefined);
  const act = useAct(async () => {
    const answer = await client.post('/api/members/register', {
      body: { ...applicationBody(draft, society, language), consent: true },
      anonymous: true,
    });
    forgetDraft();
    setDraft(emptyDraft);
    setTrackingNumber(answer.trackingNumber);
  });

  if (trackingNumber !== undefined) {
    return (
      <Page title={t('apply.doneTitle')}>
        <p>{t('apply.doneText')}</p>
        <p className="tracking-number" data-testid="tracking-number">
          {trackingNumber}
        </p>
        <p>{t('apply.doneHow')}</p>
        <p>
          <Link href="/application" className="button button-quiet">
            {t('status.title')}
          </Link>
        </p>
      </Page>
    );
  }

  const changeDraft = (next: ApplicationDraft) => {
    setDraft(next);
    keepDraft(next);
  };
  const step = openStep(wanted, (one) => Object.keys(stepProblems(one, draft, society, false)).length > 0);
  return (
    <FormPage title={t('apply.title')}>
      <ApplicationForm
        draft={draft}
        onDraft={changeDraft}
        step={step}
        onStep={(next) => goTo(`/apply/${next}`)}
        onLeave={() => goTo('/')}
        isCorrection={false}
        onSend={() => void act.run(undefined)}
        error={act.error}
        isBusy={act.isBusy}
      />
    </FormPage>
  );
}

/** The screen of the address, or the first one before it that is not complete. */
function openStep(wanted: string | undefined, isIncomplete: (step: Step) => boolean): Step {
  const names: readonly string[] = steps;
  const position = Math.max(0, names.indexOf(wanted ?? ''));
  return steps.slice(0, position).find(isIncomplete) ?? steps[position] ?? 'identity';
}
