import type { Deposit } from '../answers.ts';

/** That instalments are missing says more than that the deposit is active. */
export function stateOf({ status, term }: Pick<Deposit, 'status' | 'term'>): string {
  return status === 'active' && term?.instalments?.isIrregular === true ? 'irregular' : status;
}
