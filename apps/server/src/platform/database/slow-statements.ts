// Statements that kept somebody waiting, for the log: their text, never their values.

export interface SlowStatement {
  readonly sql: string;
  readonly milliseconds: number;
}
export type TellSlow = (statement: SlowStatement) => void;

/** The brief: slower than a second is slow. */
const SLOW_MS = 1_000;
const LONGEST_TEXT = 600;

export function tellIfSlow(tell: TellSlow | undefined, sql: string, startedAt: number): void {
  if (tell === undefined) return;
  const milliseconds = performance.now() - startedAt;
  if (milliseconds > SLOW_MS) tell({ sql: sql.slice(0, LONGEST_TEXT), milliseconds: Math.round(milliseconds) });
}
