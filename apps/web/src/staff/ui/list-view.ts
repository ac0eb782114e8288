import { useState } from 'react';
import { readStored, removeStored, writeStored } from '../../shared/messages/messages.ts';
import type { Column } from './data-table.tsx';

// Which columns of a list are in sight. What is hidden, not what is shown, is remembered on this machine, so a column
// that a later release adds appears by itself.

export interface ListView<Row> {
  /** The list's name in the saved views and on this machine. */
  list: string;
  all: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  hidden: readonly string[];
  hide: (names: readonly string[]) => void;
}

/** The first column opens the row. */
export function mayHide<Row>(column: Column<Row>, index: number): boolean {
  return index > 0 && column.isFixed !== true;
}

export function useListView<Row>(list: string, columns: readonly Column<Row>[]): ListView<Row> {
  const key = `kafal.columns.${list}`;
  const [hidden, setHidden] = useState<readonly string[]>(() => readStored(key)?.split(' ') ?? []);
  return {
    list,
    all: columns,
    shown: columns.filter((column, index) => !mayHide(column, index) || !hidden.includes(column.name)),
    hidden,
    hide: (names) => {
      setHidden(names);
      if (names.length === 0) removeStored(key);
      else writeStored(key, names.join(' '));
    },
  };
}
