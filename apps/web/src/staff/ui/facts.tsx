import type { ReactNode } from 'react';

/** Names and values, read in pairs. A value that is not known is said with a dash. */
export function Facts({
  facts,
  columns = 2,
}: {
  facts: readonly (readonly [label: string, value: ReactNode])[];
  columns?: 1 | 2 | 3;
}) {
  return (
    <dl className={`facts facts-${columns}`}>
      {facts.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
