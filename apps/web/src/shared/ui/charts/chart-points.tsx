import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';

/** One figure of a picture: where it stands, what it is, and where it leads. */
export interface ChartPoint {
  key: string;
  /** Under the axis. */
  label: string;
  /** Whole units, for the picture only. */
  value: number;
  /** The exact figure as it is written. */
  shown: string;
  /** The whole of it in words: "November 2026: 1,240 members". */
  sentence: string;
  href?: string | undefined;
}

/** Follows a link without loading the page anew; a click with a key held is left to the browser. */
export type Follow = (href: string) => void;

export interface Walk {
  /** The point under the pointer or the focus. */
  at: number | undefined;
  propsOf: (index: number) => {
    tabIndex: 0 | -1;
    ref: (element: HTMLElement | SVGElement | null) => void;
    onFocus: () => void;
    onBlur: () => void;
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** A picture is one stop of the Tab key; the arrows walk its points, Home and End go to its ends. */
export function useWalk(count: number): Walk {
  const elements = useRef<(HTMLElement | SVGElement | null)[]>([]);
  const [stop, setStop] = useState(count - 1);
  const [at, setAt] = useState<number>();
  const last = Math.min(stop, count - 1);
  const moves: Record<string, (index: number) => number> = {
    ArrowLeft: (index) => index - 1,
    ArrowRight: (index) => index + 1,
    Home: () => 0,
    End: () => count - 1,
  };
  return {
    at,
    propsOf: (index) => ({
      tabIndex: index === last ? 0 : -1,
      ref: (element) => {
        elements.current[index] = element;
      },
      onFocus: () => {
        setStop(index);
        setAt(index);
      },
      onBlur: () => setAt(undefined),
      onPointerEnter: () => setAt(index),
      onPointerLeave: () => setAt(undefined),
      onKeyDown: (event) => {
        const next = moves[event.key]?.(index);
        if (next === undefined) return;
        event.preventDefault();
        elements.current[Math.min(Math.max(next, 0), count - 1)]?.focus();
      },
    }),
  };
}

interface PointMarkProps {
  point: Pick<ChartPoint, 'sentence' | 'href'>;
  walk: ReturnType<Walk['propsOf']>;
  onFollow: Follow | undefined;
  children: ReactNode;
}

/** What the keyboard and a screen reader find of a point: a link where it leads somewhere, else a picture with words. */
export function PointMark({ point, walk, onFollow, children }: PointMarkProps) {
  const { sentence, href } = point;
  if (href === undefined) {
    return (
      <svg role="img" aria-label={sentence} className="chart-point" {...walk}>
        {children}
      </svg>
    );
  }
  const follow = (event: MouseEvent) => {
    if (onFollow === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onFollow(href);
  };
  return (
    <a href={href} aria-label={sentence} className="chart-point" onClick={follow} {...walk}>
      {children}
    </a>
  );
}
