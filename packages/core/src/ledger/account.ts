export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/** Direction is always said in words, never by the sign of an amount. */
export type Side = 'debit' | 'credit';

/** The side on which an account of this type grows. */
export function normalSideOf(type: AccountType): Side {
  return type === 'asset' || type === 'expense' ? 'debit' : 'credit';
}

export function oppositeSide(side: Side): Side {
  return side === 'debit' ? 'credit' : 'debit';
}
