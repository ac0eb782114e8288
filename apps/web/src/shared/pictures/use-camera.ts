import { useCallback, useEffect, useRef, useState } from 'react';

export type CameraState = 'off' | 'opening' | 'on' | 'refused';

/** Browsers give the camera only to pages over HTTPS or on this very machine. */
export const hasCamera = () => 'mediaDevices' in navigator && navigator.mediaDevices?.getUserMedia !== undefined;

/** The camera of this device, in a `video` element; it goes off with the component at the latest. */
export function useCamera(facing: 'user' | 'environment') {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream>(undefined);
  const [state, setState] = useState<CameraState>('off');

  const close = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = undefined;
    setState('off');
  }, []);
  useEffect(() => close, [close]);

  const open = useCallback(async () => {
    setState('opening');
    try {
      const opened = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: facing, width: { ideal: 1_280 } },
        audio: false,
      });
      stream.current = opened;
      if (video.current !== null) {
        video.current.srcObject = opened;
        await video.current.play();
      }
      setState('on');
    } catch {
      // No camera, or its owner said no: a file does as well, and the page says so.
      close();
      setState('refused');
    }
  }, [facing, close]);

  const take = useCallback(async (): Promise<Blob> => {
    const shown = video.current;
    const canvas = document.createElement('canvas');
    canvas.width = shown?.videoWidth ?? 0;
    canvas.height = shown?.videoHeight ?? 0;
    const context = canvas.getContext('2d');
    if (shown === null || context === null || canvas.width === 0) throw new Error('The camera shows nothing.');
    context.drawImage(shown, 0, 0);
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (picture === null) throw new Error('This browser packs no pictures.');
    close();
    return picture;
  }, [close]);

  return { video, state, open, take, close };
}
