import './blackout.css';
import { type PointerEvent, useRef, useState } from 'react';
import type { kycMessages } from '../messages/en/kyc.ts';
import type { MessageKey } from '../messages/messages.ts';
import { useText } from '../messages/use-text.ts';
import { type Bar, barBetween, fitted } from './blackout.ts';

/** Where an Aadhaar card has its number, more or less: the bar begins here when it is laid by the slides. */
const usual: Bar = { left: 300, top: 700, width: 300, height: 80 };
const slides = [
  ['left', 'kyc.barLeft'],
  ['top', 'kyc.barTop'],
  ['width', 'kyc.barWidth'],
  ['height', 'kyc.barHeight'],
] as const;

/** A picture over which a black bar is drawn by finger or mouse, or laid by four slides. The server cuts out what is under it. */
export function BlackoutFrame({
  url,
  alt,
  bar,
  onChange,
}: {
  url: string;
  alt: string;
  bar: Bar | undefined;
  onChange: (bar: Bar) => void;
}) {
  const t = useText<MessageKey<typeof kycMessages>>();
  const frame = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number }>();
  const at = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    return { x: ((event.clientX - box.left) / box.width) * 1_000, y: ((event.clientY - box.top) / box.height) * 1_000 };
  };
  return (
    <fieldset className="blackout">
      <legend>{t('kyc.blackout')}</legend>
      <p className="blackout-how">{t('kyc.blackoutHow')}</p>
      <div
        ref={frame}
        className="blackout-frame"
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(at(event));
        }}
        onPointerMove={(event) => from !== undefined && onChange(barBetween(from, at(event)))}
        onPointerUp={() => setFrom(undefined)}
        onPointerCancel={() => setFrom(undefined)}
      >
        <img src={url} alt={alt} draggable={false} />
        {bar !== undefined && (
          <span
            className="blackout-bar"
            style={{
              insetInlineStart: `${bar.left / 10}%`,
              insetBlockStart: `${bar.top / 10}%`,
              inlineSize: `${bar.width / 10}%`,
              blockSize: `${bar.height / 10}%`,
            }}
          />
        )}
      </div>
      <div className="blackout-slides">
        {slides.map(([side, words]) => (
          <label key={side}>
            <span>{t(words)}</span>
            <input
              type="range"
              min={0}
              max={1_000}
              step={10}
              value={(bar ?? usual)[side]}
              onChange={(event) => onChange(fitted({ ...(bar ?? usual), [side]: Number(event.currentTarget.value) }))}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
