import { DomainError } from '../domain-error.ts';
import { formatMoney, type Money, money, sum } from '../money/money.ts';

/** How many pieces of one note or coin lie in the till. */
export interface DenominationCount {
  readonly denomination: Money;
  readonly count: number;
}

export type DenominationRefusal = 'DENOMINATION_UNKNOWN' | 'DENOMINATION_REPEATED' | 'DENOMINATION_COUNT_INVALID';

export class DenominationError extends DomainError {
  readonly code: DenominationRefusal;
  readonly kind = 'malformed';

  constructor(code: DenominationRefusal, denomination: Money, message: string) {
    super(message, { params: { denomination: formatMoney(denomination) }, field: 'denominations' });
    this.code = code;
  }
}

const MOST_PIECES = 1_000_000;

/** The cash that was counted; every piece must be one the society accepts, each named once. */
export function denominationTotal(counts: readonly DenominationCount[], denominations: readonly Money[]): Money {
  const seen = new Set<Money>();

  return sum(
    counts.map(({ denomination, count }) => {
      const name = formatMoney(denomination);
      if (!denominations.includes(denomination)) {
        throw new DenominationError('DENOMINATION_UNKNOWN', denomination, `There is no note or coin of ${name} here.`);
      }
      if (seen.has(denomination)) {
        throw new DenominationError('DENOMINATION_REPEATED', denomination, `The count names ${name} twice.`);
      }
      if (!Number.isInteger(count) || count < 0 || count > MOST_PIECES) {
        const message = `The pieces of ${name} are a whole number from 0 to ${MOST_PIECES}.`;
        throw new DenominationError('DENOMINATION_COUNT_INVALID', denomination, message);
      }
      seen.add(denomination);
      return money(denomination * count);
    }),
  );
}
