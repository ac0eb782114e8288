import { useMay } from '../session.ts';

/** A deposit of a term is opened with its money, in cash or from savings: whoever may take neither opens none. */
export function useMayOpenTerm(): boolean {
  const may = useMay();
  return may('deposit.open') && (may('receipt.take') || may('savings.transfer'));
}
