import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useWords } from '../words.ts';

export interface Column<Row> {
  name: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right with digits of one width. */
  isNumber?: boolean;
  /** Stays in sight whatever the reader hides: the figures of a foot stand under it. */
  isFixed?: boolean;
  /** Left out where there is room for three facts only. */
  isMinor?: boolean;
  /** May break over several lines; everything else stays on one. */
  isLong?: boolean;
  /** Holds what is done with a row and not what is known of it; paper goes without. */
  isAct?: boolean;
  /** The server's names for this order and its reverse. */
  sort?: { up: string; down: string };
}

interface DataTableProps<Row> {
  /** What the table holds, for whoever cannot see the page around it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The order that is shown, and how to ask for another. */
  sort?: string | undefined;
  onSort?: (sort: string) => void;
  rowClass?: (row: Row) => string | undefined;
  /** Sums of the whole list, each under its column; they stay in sight at the foot. */
  totals?: { label: string; of: Readonly<Record<string, ReactNode>> } | undefined;
  /** Widths of the columns, where tables one above the other should line up. */
  widths?: readonly string[];
}

/** More columns than this are printed across the paper. */
const mostOnUprightPaper = 6;
/** With more columns than these, minor ones are seen on wide screens and on paper alone. */
const mostOnDesk = 9;

/**
 * A list that a screen reader reads as a table, a mouse opens anywhere on a row, the arrow keys walk, and a phone
 * shows as cards.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  rowClass,
  totals,
  widths,
}: DataTableProps<Row>) {
  const shown = columns.filter(({ isAct }) => isAct !== true).length;
  const width =
    shown > mostOnDesk ? 'table table-wide table-crowded' : shown > mostOnUprightPaper ? 'table table-wide' : 'table';
  return (
    <div className="table-frame">
      <table className={width}>
        <caption className="visually-hidden">{caption}</caption>
        {widths !== undefined && (
          <colgroup>
            {columns.map(({ name, isMinor }, index) => (
              <col key={name} className={isMinor ? 'minor' : undefined} style={{ inlineSize: widths[index] }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.name} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody onClick={openRow} onKeyDown={walkRows}>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={rowClass?.(row)}>
              {columns.map((column) => (
                <td
                  key={column.name}
                  className={cellClass(column)}
                  // A button says itself what it does.
                  data-label={column.isAct === true ? '' : column.heading}
                >
                  <CellContent>{column.cell(row)}</CellContent>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals !== undefined && (
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.name} scope="row">
                    {totals.label}
                  </th>
                ) : (
                  <td key={column.name} className={cellClass(column)} data-label={column.heading}>
                    {totals.of[column.name]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** A fact that is not there leaves no line on a phone's card. */
function CellContent({ children }: { children: ReactNode }) {
  return children === '' || children === null ? null : <div className="cell">{children}</div>;
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}) {
  const t = useWords();
  const { heading, sort: order } = column;
  if (order === undefined || onSort === undefined) {
    return (
      <th scope="col" className={cellClass(column)}>
        {heading}
      </th>
    );
  }
  const direction = sort === order.up ? 'ascending' : sort === order.down ? 'descending' : 'none';
  return (
    <th scope="col" className={cellClass(column)} aria-sort={direction}>
      <button
        type="button"
        className="sort-button"
        title={t('list.sortBy', { column: heading })}
        onClick={() => onSort(sort === order.up ? order.down : order.up)}
      >
        {heading}
        <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ' ↕'}</span>
      </button>
    </th>
  );
}

function cellClass<Row>({ isNumber, isMinor, isLong, isAct }: Column<Row>): string {
  return [isNumber && 'number', isMinor && 'minor', isLong && 'long', isAct && 'no-print']
    .filter((name) => typeof name === 'string')
    .join(' ');
}

/** What opens a row: a link to its page, or a button that opens a panel beside the list. */
const opener = 'a, .link-button';
const rowsAtOnce = 10;

function openRow(event: MouseEvent<HTMLTableSectionElement>): void {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, select, label, summary') !== null) return;
  if (getSelection()?.isCollapsed === false) return;
  target.closest('tr')?.querySelector<HTMLElement>(opener)?.click();
}

/** Arrows go from row to row, Page Up and Page Down ten at a time, Home and End to the ends; Enter opens. */
function walkRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const target = event.target as HTMLElement;
  if (!target.matches(opener) || event.altKey || event.ctrlKey || event.metaKey) return;
  const openers = [...event.currentTarget.rows].map((row) => row.querySelector<HTMLElement>(opener));
  const at = [...event.currentTarget.rows].findIndex((row) => row.contains(target));
  const last = openers.length - 1;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: Math.min(at + rowsAtOnce, last),
    PageUp: Math.max(at - rowsAtOnce, 0),
    Home: 0,
    End: last,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0) document.querySelector<HTMLElement>('.search-box input')?.focus();
  else openers[to]?.focus();
}

/** Into the list from above it; false when it has no row. */
export function focusFirstRow(): boolean {
  const first = document.querySelector<HTMLElement>(`.table tbody :is(${opener})`);
  first?.focus();
  return first !== null;
}
