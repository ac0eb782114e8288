import type { ReactNode } from 'react';
import './charts.css';

export interface BarListRow {
  key: string;
  /** What the bar is, with its link where it leads somewhere. */
  label: ReactNode;
  /** Whole units, for the length only. */
  value: number;
  /** The exact figure, at the end of the bar. */
  figure: ReactNode;
}

/** Bars that lie: each has its words before it and its figure after it, so the picture is its own table. */
export function BarList({ rows, name }: { rows: readonly BarListRow[]; name: string }) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className="bar-list" aria-label={name}>
      {rows.map(({ key, label, value, figure }) => (
        <li key={key} className="bar-list-row">
          <span className="bar-list-label">{label}</span>
          <span className="bar-list-track" aria-hidden="true">
            {value > 0 && <span className="bar-list-bar" style={{ inlineSize: `${(value / most) * 100}%` }} />}
          </span>
          <span className="bar-list-figure">{figure}</span>
        </li>
      ))}
    </ul>
  );
}
