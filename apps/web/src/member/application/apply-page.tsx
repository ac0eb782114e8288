import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { MoneyAct } from '../../shared/idempotency.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Skeleton } from '../../shared/ui/states.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { FormPage } from '../page.tsx';
import { useSocietyFormat, useThisSociety } from '../society.tsx';
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
import { forgetDraft, type KeptDraft, keepDraft, keepTrackingNumber, keptDraft } from './kept-draft.ts';
import { type Sent, SentApplication } from './sent-application.tsx';

/** "Apply for membership". What was begun before on this phone is there again. */
export function ApplyPage() {
  const t = useMemberText();
  const [kept, setKept] = useState<KeptDraft | undefined>(undefined);
  useEffect(() => void keptDraft().then(setKept), []);
  return kept === undefined ? (
    <FormPage title={t('apply.title')}>
      <Skeleton lines={5} />
    </FormPage>
  ) : (
    <Application kept={kept} />
  );
}

/** Each screen has its own address, so the phone's back button does what it should. */
function Application({ kept }: { kept: KeptDraft }) {
  const t = useMemberText();
  const format = useSocietyFormat();
  const society = useThisSociety();
  const language = useLanguage();
  const { step: wanted } = useParams<{ step?: string }>();
  const [, goTo] = useLocation();
  const [draft, setDraft] = useState(kept.draft);
  const [begunAt, setBegunAt] = useState(kept.keptAt);
  const [sent, setSent] = useState<Sent | undefined>(undefined);
  const [sending] = useState(() => new MoneyAct());
  const act = useAct(async () => {
    const body = { ...applicationBody(draft, society, language), consent: true as const };
    const { trackingNumber } = await client.post('/api/members/register', {
      body,
      anonymous: true,
      idempotencyKey: sending.keyFor(body),
    });
    void forgetDraft();
    keepTrackingNumber(trackingNumber);
    setSent({ trackingNumber, phone: draft.phone, photo: draft.photo });
    setDraft(emptyDraft);
  });

  if (sent !== undefined) {
    return <SentApplication sent={sent} onPhotoSent={() => setSent({ ...sent, photo: undefined })} />;
  }

  const changeDraft = (next: ApplicationDraft) => {
    setDraft(next);
    void keepDraft(next);
  };
  const startOver = () => {
    setDraft(emptyDraft);
    setBegunAt(undefined);
    void forgetDraft();
    goTo('/apply');
  };
  const step = openStep(wanted, (one) => Object.keys(stepProblems(one, draft, society, false)).length > 0);
  return (
    <FormPage title={t('apply.title')}>
      {begunAt !== undefined && (
        <div className="note note-before-form">
          <p>{t('apply.begun', { at: format.instant(new Date(begunAt).toISOString()) })}</p>
          <Button look="text" onClick={startOver}>
            {t('apply.startOver')}
          </Button>
        </div>
      )}
      <ApplicationForm
        // Boxes that hold what is half typed are emptied with the draft.
        key={begunAt ?? 'new'}
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
