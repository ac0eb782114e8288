import { DomainError } from '../domain-error.ts';
import { invariant } from '../invariant.ts';
import { formatMoney, type Money, money, subtract } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';

export interface ShareApplication {
  /** The share money received and not yet allotted. */
  readonly amount: Money;
  readonly faceValue: Money;
  /** Shares the member holds already. */
  readonly holding: number;
  /** The fewest shares a member may hold; the first allotment must reach it. */
  readonly minimumShares: number;
  readonly maximumShares?: number;
  /** The largest part of all shares, this allotment included, that one member may hold, in per cent. */
  readonly maximumPercentOfCapital?: Rate;
  readonly totalSharesIssued: number;
  /** Refuses an amount that does not buy whole shares, instead of leaving the rest in the pending account. */
  readonly wholeSharesOnly?: boolean;
}

export interface ShareAllotment {
  readonly shares: number;
  readonly amountUsed: Money;
  /** Less than one share; it stays in the account of share money pending allotment. */
  readonly remainder: Money;
}

export type ShareAllotmentRefusal =
  | 'SHARE_AMOUNT_NOT_MULTIPLE'
  | 'SHARE_AMOUNT_TOO_SMALL'
  | 'SHARE_MINIMUM_NOT_REACHED'
  | 'SHARE_CAP_EXCEEDED';

export class ShareAllotmentRefused extends DomainError {
  readonly code: ShareAllotmentRefusal;
  readonly kind = 'rule';

  constructor(code: ShareAllotmentRefusal, message: string, params: Record<string, string | number>) {
    super(message, { params, field: 'amount' });
    this.code = code;
  }
}

/** How many whole shares the money buys, within what one member must and may hold. */
export function shareAllotment(application: ShareApplication): ShareAllotment {
  const { amount, faceValue, holding, minimumShares } = application;
  invariant(faceValue > 0, 'a share has a face value');
  invariant(amount >= 0 && holding >= 0, 'shares are allotted for money received, on top of shares held');

  const remainder = money(amount % faceValue);
  const amountUsed = subtract(amount, remainder);
  const shares = amountUsed / faceValue;
  const face = formatMoney(faceValue);

  if (application.wholeSharesOnly === true && remainder !== 0) {
    throw new ShareAllotmentRefused(
      'SHARE_AMOUNT_NOT_MULTIPLE',
      `Shares cost ${face} each; ${formatMoney(amount)} does not buy whole shares.`,
      { faceValue: face, remainder: formatMoney(remainder) },
    );
  }
  if (shares === 0) {
    throw new ShareAllotmentRefused(
      'SHARE_AMOUNT_TOO_SMALL',
      `One share costs ${face}; ${formatMoney(amount)} does not buy one.`,
      { faceValue: face, amount: formatMoney(amount) },
    );
  }
  if (holding + shares < minimumShares) {
    const missing = formatMoney(subtract(money((minimumShares - holding) * faceValue), amount));
    throw new ShareAllotmentRefused(
      'SHARE_MINIMUM_NOT_REACHED',
      `A member holds at least ${minimumShares} shares; ${missing} more is needed before they can be allotted.`,
      { minimumShares, missing },
    );
  }
  const most = mostSharesOfOneMember(application, shares);
  if (holding + shares > most) {
    throw new ShareAllotmentRefused(
      'SHARE_CAP_EXCEEDED',
      `One member may hold at most ${most} shares now; this would make ${holding + shares}.`,
      { maximumShares: most, holding, shares },
    );
  }
  return { shares, amountUsed, remainder };
}

/**
 * The cap is measured after the allotment. A part of the whole cannot bind below the minimum holding: the first members
 * of a society would otherwise never be allowed to join it.
 */
function mostSharesOfOneMember(application: ShareApplication, shares: number): number {
  const { maximumShares, maximumPercentOfCapital, minimumShares, totalSharesIssued } = application;
  const ofCapital =
    maximumPercentOfCapital === undefined
      ? Number.MAX_SAFE_INTEGER
      : Math.max(minimumShares, sharesWithin(maximumPercentOfCapital, totalSharesIssued + shares));

  return Math.min(maximumShares ?? Number.MAX_SAFE_INTEGER, ofCapital);
}

function sharesWithin(percent: Rate, allShares: number): number {
  return Number((BigInt(allShares) * BigInt(percent.numerator)) / (100n * BigInt(10 ** percent.scale)));
}

export interface DistinctiveNumbers {
  readonly from: number;
  readonly to: number;
}

/** Every share has a number of its own, in one unbroken row across the society. */
export function distinctiveNumbers(lastIssued: number, count: number): DistinctiveNumbers {
  invariant(Number.isSafeInteger(lastIssued) && lastIssued >= 0, 'the last number issued is zero or more');
  invariant(Number.isSafeInteger(count) && count > 0, 'at least one share is numbered');
  return { from: lastIssued + 1, to: lastIssued + count };
}
