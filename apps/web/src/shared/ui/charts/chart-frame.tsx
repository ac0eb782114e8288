import { type ReactNode, useId } from 'react';
import './charts.css';

export interface ChartTable {
  columns: readonly string[];
  rows: readonly { key: string; heading: ReactNode; cells: readonly ReactNode[] }[];
  foot?: { heading: ReactNode; cells: readonly ReactNode[] };
}

interface ChartFrameProps {
  /** What the picture shows, for whoever cannot see it, and over the table. */
  title: string;
  /** What is said of the point under the pointer or the focus; the picture's own labels say the rest. */
  readout?: string | undefined;
  /** "The same figures as a table". */
  tableWords: string;
  table: ChartTable;
  children: ReactNode;
}

/** A picture with the same numbers beneath it, always: closed on the screen, open on paper. */
export function ChartFrame({ title, readout, tableWords, table, children }: ChartFrameProps) {
  const name = useId();
  return (
    <figure className="chart" aria-labelledby={name}>
      <figcaption id={name} className="visually-hidden">
        {title}
      </figcaption>
      {children}
      {readout !== undefined && (
        <p className="chart-readout" aria-hidden="true">
          {readout}
        </p>
      )}
      <details className="chart-table">
        <summary>{tableWords}</summary>
        <table className="table table-plain">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th key={column} scope="col" className={index === 0 ? undefined : 'number'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ key, heading, cells }) => (
              <TableRow key={key} heading={heading} cells={cells} />
            ))}
          </tbody>
          {table.foot !== undefined && (
            <tfoot>
              <TableRow heading={table.foot.heading} cells={table.foot.cells} />
            </tfoot>
          )}
        </table>
      </details>
    </figure>
  );
}

function TableRow({ heading, cells }: { heading: ReactNode; cells: readonly ReactNode[] }) {
  return (
    <tr>
      <th scope="row">{heading}</th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
        <td key={index} className="number">
          {cell}
        </td>
      ))}
    </tr>
  );
}
