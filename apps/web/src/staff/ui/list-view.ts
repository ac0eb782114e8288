import { useState } from 'react';
import { readStored, removeStored, writeStored } from '../../shared/messages/messages.ts';
import type { SavedView } from '../answers.ts';
import type { Column } from './data-table.tsx';

// Which columns of a list are in sight. What is hidden, not what is shown, is remembered on this machine, so a column
// that a later release adds appears by itself.

type ViewedList = SavedView['list'];
/** Lists that hardly have a filter of their own. */
const notViewed = ['ledger', 'interest-tax', 'tax-declarations'] as const;
type NotViewed = (typeof notViewed)[number];
export type ListName = ViewedList | NotViewed;

/** Of which a person can keep views. */
export const isViewed = (list: ListName): list is ViewedList => !notViewed.some((one) => one === list);

export interface ListView<Row> {
  /** The list's name in the saved views and on this machine. */
  list: ListName;
  all: readonly Column<Row>[];
  shown: readonly Column<Row>[];
  hidden: readonly string[];
  hide: (names: readonly string[]) => void;
}

/** The first column opens the row. */
export function mayHide<Row>(column: Column<Row>, index: number): boolean {
  return index > 0 && column.isFixed !== true;
}

export function useListView<Row>(list: ListName, columns: readonly Column<Row>[]): ListView<Row> {
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
