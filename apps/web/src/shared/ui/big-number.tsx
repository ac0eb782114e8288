import { useEffect, useRef, useState } from 'react';
import { useSharedText } from '../messages/use-text.ts';

interface BigNumberProps {
  label: string;
  value: string;
  isHidden: boolean;
  onToggle: () => void;
}

/** The one figure of a page, with an eye that hides every amount from people nearby. It glows once when it changes. */
export function BigNumber({ label, value, isHidden, onToggle }: BigNumberProps) {
  const t = useSharedText();
  const glows = useChanged(value);
  return (
    <div className="big-number">
      <p className="big-number-label">{label}</p>
      <p className="big-number-line">
        <span className={glows ? 'big-number-value glow' : 'big-number-value'} data-testid="big-number">
          {isHidden ? '••••••' : value}
        </span>
        <button type="button" className="icon-button" aria-pressed={isHidden} onClick={onToggle}>
          <EyeIcon isClosed={isHidden} />
          <span className="visually-hidden">{isHidden ? t('act.show') : t('act.hide')}</span>
        </button>
      </p>
    </div>
  );
}

/** True for a moment after the value became another one. */
function useChanged(value: string): boolean {
  const before = useRef(value);
  const [glows, setGlows] = useState(false);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setGlows(true);
    const timer = setTimeout(() => setGlows(false), 1_600);
    return () => clearTimeout(timer);
  }, [value]);
  return glows;
}

function EyeIcon({ isClosed }: { isClosed: boolean }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12z" />
      <circle cx="12" cy="12" r="3" />
      {isClosed && <path d="M4 20 20 4" />}
    </svg>
  );
}
