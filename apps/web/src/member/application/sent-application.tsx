import { useEffect } from 'react';
import { Link } from 'wouter';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNote } from '../../shared/ui/states.tsx';
import { useMemberText } from '../member-text.ts';
import { Page } from '../page.tsx';
import { useAct } from '../use-act.ts';
import { sendPaper } from './send-paper.ts';

export interface Sent {
  trackingNumber: string;
  phone: string;
  photo: Blob | undefined;
}

/** The tracking number, and the photo on its way after the application. */
export function SentApplication({ sent, onPhotoSent }: { sent: Sent; onPhotoSent: () => void }) {
  const t = useMemberText();
  const { trackingNumber, phone, photo } = sent;
  const act = useAct(async (picture: Blob) => {
    await sendPaper('photo', picture, { trackingNumber, phone });
    onPhotoSent();
  });
  const { run } = act;
  // The applicant has pressed "Send"; the photo belongs to it and asks for nothing more.
  useEffect(() => {
    if (photo !== undefined) void run(photo);
  }, [photo, run]);
  return (
    <Page title={t('apply.doneTitle')}>
      <p>{t('apply.doneText')}</p>
      <p className="tracking-number" data-testid="tracking-number">
        {trackingNumber}
      </p>
      <p>{t('apply.doneHow')}</p>
      {act.isBusy && <p role="status">{t('photo.sending')}</p>}
      {act.error !== undefined && photo !== undefined && (
        <div className="stack">
          <p>{t('photo.notSent')}</p>
          <ProblemNote error={act.error} />
          <Button onClick={() => void act.run(photo)}>{t('photo.sendAgain')}</Button>
        </div>
      )}
      <p>
        <Link href="/application" className="button button-quiet">
          {t('status.title')}
        </Link>
      </p>
    </Page>
  );
}
