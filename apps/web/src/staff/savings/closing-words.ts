import type { Deposit } from '../answers.ts';

/** An account without a term has no end to wait for, and nothing that was promised. */
export const hasEnd = ({ term, kind }: Pick<Deposit, 'term' | 'kind'>): boolean => term !== null || kind === 'daily';

export const closingWords = (deposit: Pick<Deposit, 'term' | 'kind'>) =>
  hasEnd(deposit)
    ? ({
        open: 'termClosing.open',
        title: 'termClosing.title',
        transfer: 'termClosing.to.transfer',
        paidIn: 'termClosing.paidIn',
        rate: 'termClosing.rate',
        doneInCash: 'termClosing.doneInCash',
        doneToSavings: 'termClosing.doneToSavings',
      } as const)
    : ({
        open: 'accountClosing.open',
        title: 'accountClosing.title',
        transfer: 'accountClosing.to.transfer',
        paidIn: 'deposit.balance',
        rate: 'accountClosing.rate',
        doneInCash: 'accountClosing.doneInCash',
        doneToSavings: 'accountClosing.doneToSavings',
      } as const);
