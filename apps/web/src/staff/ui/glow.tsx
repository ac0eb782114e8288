import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A figure that changed while it was looked at glows once, softly. */
export function Glow({ value, children }: { value: string | number; children: ReactNode }) {
  const before = useRef(value);
  const [glows, setGlows] = useState(false);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setGlows(true);
    const timer = setTimeout(() => setGlows(false), 1_800);
    return () => clearTimeout(timer);
  }, [value]);
  return <span className={glows ? 'glow' : undefined}>{children}</span>;
}
