import { DomainError, type DomainErrorDetails } from '../domain-error.ts';

export type DepositErrorCode =
  | 'DEPOSIT_RATE_MISSING'
  | 'DEPOSIT_PERIOD_INVALID'
  | 'DEPOSIT_AMOUNT_INVALID'
  | 'DEPOSIT_TERM_INVALID'
  | 'DEPOSIT_FIGURE_TOO_LARGE';

/** A deposit's figure that cannot be told. */
export class DepositError extends DomainError {
  readonly code: DepositErrorCode;
  readonly kind = 'rule';

  constructor(code: DepositErrorCode, message: string, details: DomainErrorDetails = {}) {
    super(message, details);
    this.code = code;
  }
}
