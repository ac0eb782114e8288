import { useState } from 'react';

/** The rows that are ticked; a row that has gone from the list is ticked no more. */
export function usePicked<Row>(rows: readonly Row[], keyOf: (row: Row) => string) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const picked = rows.filter((row) => keys.has(keyOf(row)));
  return {
    picked,
    isPicked: (row: Row) => keys.has(keyOf(row)),
    toggle: (row: Row) =>
      setKeys((before) => {
        const next = new Set(before);
        if (!next.delete(keyOf(row))) next.add(keyOf(row));
        return next;
      }),
    pickAll: () => setKeys(new Set(rows.map(keyOf))),
    pickNone: () => setKeys(new Set()),
  };
}
