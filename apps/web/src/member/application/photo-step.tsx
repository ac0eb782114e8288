import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { shrinkPicture } from '../../shared/pictures/shrink-picture.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Skeleton } from '../../shared/ui/states.tsx';
import { useMemberText } from '../member-text.ts';
import type { StepProps } from './application-form.tsx';

const Camera = lazy(async () => ({ default: (await import('./camera.tsx')).Camera }));

/** Enough to know a face by, on paper and on a screen. */
const photoSize = { longestSide: 900, quality: 0.85 };

/** A photo of the applicant, taken here or chosen; it may be left out and brought to the office. */
export function PhotoStep({ draft, onChange }: StepProps) {
  const t = useMemberText();
  const chosen = useRef<HTMLInputElement>(null);
  const [hasCameraOpen, setCameraOpen] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const canOpenCamera = isSecureContext && navigator.mediaDevices?.getUserMedia !== undefined;

  const take = async (picture: Blob) => {
    setCameraOpen(false);
    setProblem(undefined);
    try {
      onChange({ photo: await shrinkPicture(picture, photoSize) });
    } catch {
      setProblem(t('photo.unreadable'));
    }
  };

  return (
    <div className="stack">
      <p>{t('photo.why')}</p>
      {hasCameraOpen ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Camera onTaken={(picture) => void take(picture)} onClose={() => setCameraOpen(false)} />
        </Suspense>
      ) : (
        <>
          {draft.photo !== undefined && <Picture picture={draft.photo} alt={t('photo.yours')} />}
          {problem !== undefined && (
            <p className="field-problem" role="alert">
              {problem}
            </p>
          )}
          <div className="row">
            {canOpenCamera && <Button onClick={() => setCameraOpen(true)}>{t('photo.take')}</Button>}
            <Button onClick={() => chosen.current?.click()}>{t('photo.choose')}</Button>
            {draft.photo !== undefined && (
              <Button look="text" onClick={() => onChange({ photo: undefined })}>
                {t('photo.remove')}
              </Button>
            )}
          </div>
          {/* Without the page's own camera, `capture` opens the phone's. */}
          <input
            ref={chosen}
            type="file"
            accept="image/*"
            {...(canOpenCamera ? {} : { capture: 'user' as const })}
            aria-label={t('photo.choose')}
            className="visually-hidden"
            tabIndex={-1}
            onChange={(event) => {
              const picture = event.target.files?.[0];
              event.target.value = '';
              if (picture !== undefined) void take(picture);
            }}
          />
        </>
      )}
    </div>
  );
}

/** A picture that is only on this device so far. */
export function Picture({ picture, alt }: { picture: Blob; alt: string }) {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address === undefined ? null : <img className="photo" src={address} alt={alt} />;
}
