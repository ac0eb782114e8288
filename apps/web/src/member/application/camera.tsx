import { useEffect, useRef, useState } from 'react';
import { Button } from '../../shared/ui/button.tsx';
import { useMemberText } from '../member-text.ts';

/** The camera in the page, with the face as a mirror shows it; what is taken is the right way round. */
export function Camera({ onTaken, onClose }: { onTaken: (picture: Blob) => void; onClose: () => void }) {
  const t = useMemberText();
  const video = useRef<HTMLVideoElement>(null);
  const [isReady, setReady] = useState(false);
  const [wasRefused, setRefused] = useState(false);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let isLeft = false;
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user', width: { ideal: 1280 } }, audio: false }).then(
      (opened) => {
        stream = opened;
        if (isLeft || video.current === null) stop(opened);
        else video.current.srcObject = opened;
      },
      () => setRefused(true),
    );
    return () => {
      isLeft = true;
      if (stream !== undefined) stop(stream);
    };
  }, []);

  const take = () => {
    const shown = video.current;
    if (shown === null) return;
    const canvas = document.createElement('canvas');
    canvas.width = shown.videoWidth;
    canvas.height = shown.videoHeight;
    canvas.getContext('2d')?.drawImage(shown, 0, 0);
    canvas.toBlob((picture) => picture !== null && onTaken(picture), 'image/jpeg', 0.95);
  };

  if (wasRefused) {
    return (
      <div className="note note-warning">
        <p>{t('photo.noCamera')}</p>
        <Button onClick={onClose}>{t('act.back')}</Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <video ref={video} className="photo photo-live" autoPlay playsInline muted onPlaying={() => setReady(true)} />
      <div className="row">
        <Button onClick={take} aria-disabled={!isReady || undefined} isBusy={!isReady}>
          {t('photo.now')}
        </Button>
        <Button onClick={onClose}>{t('act.cancel')}</Button>
      </div>
    </div>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
