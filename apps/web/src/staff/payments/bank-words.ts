import type { BankLine } from '../answers.ts';

/** The colours of what became of a line; the word stands beside it always. */
export const lineLook = {
  waiting: { colour: 'gray', mark: '…' },
  received: { colour: 'green', mark: '✓' },
  settled: { colour: 'green', mark: '✓' },
  unidentified: { colour: 'yellow', mark: '?' },
  allotted: { colour: 'green', mark: '✓' },
  returned: { colour: 'gray', mark: '↩' },
  debit: { colour: 'gray', mark: '−' },
} as const satisfies Record<BankLine['status'], { colour: string; mark: string }>;

export const bankEvents = ['statement.imported', 'bank-line.resolved', 'receipt.issued', 'entry.reversed'] as const;
