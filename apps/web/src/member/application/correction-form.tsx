import { useLanguage } from '../../shared/messages/use-text.ts';
import { ProblemError } from '../../shared/problem.ts';
import { showToast } from '../../shared/ui/toast.tsx';
import { client } from '../member-api.ts';
import { useMemberText } from '../member-text.ts';
import { FormPage } from '../page.tsx';
import { useThisSociety } from '../society.tsx';
import { forgetTyped, useTyped } from '../typed.ts';
import { useAct } from '../use-act.ts';
import { type ApplicationDraft, applicationBody, draftFromReturned, type Step } from './application-draft.ts';
import { ApplicationForm } from './application-form.tsx';
import { sendPaper } from './send-paper.ts';

interface CorrectionFormProps {
  application: Readonly<Record<string, unknown>>;
  trackingNumber: string;
  /** The phone it was sent with, which is the applicant's proof even when they correct it. */
  currentPhone: string;
  onLeave: () => void;
  onSent: () => void;
}

/** An application that was returned, sent again. */
export function CorrectionForm({ application, trackingNumber, currentPhone, onLeave, onSent }: CorrectionFormProps) {
  const t = useMemberText();
  const society = useThisSociety();
  const language = useLanguage();
  const form = `correction-${trackingNumber}`;
  const [{ draft, step }, change] = useTyped<{ draft: ApplicationDraft; step: Step }>(form, () => ({
    draft: draftFromReturned(application),
    step: 'identity',
  }));
  const act = useAct(async () => {
    try {
      await client.post('/api/members/register/resubmission', {
        body: { ...applicationBody(draft, society, language), trackingNumber, currentPhone },
        anonymous: true,
      });
    } catch (error) {
      // It arrived by a try before, whose answer was lost.
      if (!(error instanceof ProblemError && error.code === 'APPLICATION_NOT_RETURNED')) throw error;
    }
    forgetTyped(form);
    // The application has gone; a photo that does not follow it may be sent with another correction or at the office.
    const isPhotoLate =
      draft.photo !== undefined &&
      (await sendPaper('photo', draft.photo, { trackingNumber, phone: draft.phone }).then(
        () => false,
        () => true,
      ));
    showToast(t(isPhotoLate ? 'photo.notSent' : 'status.sentAgain'));
    onSent();
  });
  return (
    <FormPage title={t('status.correct')}>
      <ApplicationForm
        draft={draft}
        onDraft={(next) => change({ draft: next })}
        step={step}
        onStep={(next) => change({ step: next })}
        onLeave={onLeave}
        isCorrection
        onSend={() => void act.run(undefined)}
        error={act.error}
        isBusy={act.isBusy}
      />
    </FormPage>
  );
}
