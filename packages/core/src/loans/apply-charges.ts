import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Rate } from '../money/rate.ts';
import { divideRoundedBig } from '../money/rounding.ts';
import { type Instalment, newInstalment } from './instalment.ts';
import type { ChargeBase, LoanEvent } from './loan-events.ts';
import type { LoanTerms } from './loan-terms.ts';

export type ChargeEvent = Extract<
  LoanEvent,
  { readonly type: 'charge' | 'percentCharge' | 'instalmentCharge' | 'instalmentPercentCharge' }
>;

/**
 * Puts every charge on the instalment in whose period it falls due, and answers with the instalments. One that falls due
 * after the last stands alone on its day; those that stand alone follow the others in the order of their days.
 */
export function applyCharges(
  terms: LoanTerms,
  before: readonly Instalment[],
  charges: readonly ChargeEvent[],
  dayEnded: CalendarDate | undefined,
): Instalment[] {
  const instalments = [...before];
  for (const instalment of instalments) {
    instalment.fee = instalment.settled.fee;
    instalment.penalty = instalment.settled.penalty;
  }
  const ofPrincipal = instalments.filter(({ isForCharges }) => !isForCharges);
  for (const charge of charges) {
    switch (charge.type) {
      case 'charge':
        instalmentFor(instalments, charge.dueOn)[charge.kind] += charge.amount;
        break;
      case 'percentCharge': {
        const all = baseOf(charge.base, sumOf(ofPrincipal, 'principal'), sumOf(ofPrincipal, 'interest'));
        instalmentFor(instalments, charge.dueOn)[charge.kind] += partOf(all, charge.percent, terms);
        break;
      }
      case 'instalmentCharge':
        for (const instalment of ofPrincipal) instalment[charge.kind] += charge.amount;
        break;
      case 'instalmentPercentCharge':
        for (const instalment of ofPrincipal) {
          const base = baseOf(charge.base, instalment.principal, instalment.interest);
          instalment[charge.kind] += partOf(base, charge.percent, terms);
        }
        break;
    }
  }
  const { overdueCharge } = terms;
  if (overdueCharge !== null && dayEnded !== undefined) {
    for (const instalment of ofPrincipal) {
      if (instalment.due < dayEnded) {
        instalment[overdueCharge.kind] += partOf(instalment.principal, overdueCharge.ratePercent, terms);
      }
    }
  }
  const standing = instalments.filter((one) => !one.isForCharges || one.paid.length > 0 || one.fee + one.penalty > 0);
  for (const [place, one] of standing.entries()) if (one.isForCharges) one.start = standing[place - 1]?.due ?? one.due;
  return standing;
}

/** What was paid on a day of its own stays there, whatever the due days of the others become. */
function instalmentFor(instalments: Instalment[], dueOn: CalendarDate): Instalment {
  const alone = instalments.find(({ isForCharges, due }) => isForCharges && due === dueOn);
  if (alone !== undefined && alone.paid.length > 0) return alone;
  const found = instalments.find(({ isForCharges, due }) => !isForCharges && dueOn <= due) ?? alone;
  if (found !== undefined) return found;

  const later = instalments.findIndex(({ isForCharges, due }) => isForCharges && dueOn < due);
  const place = later === -1 ? instalments.length : later;
  const added = { ...newInstalment(place + 1, dueOn, dueOn), isForCharges: true };
  instalments.splice(place, 0, added);
  return added;
}

const sumOf = (instalments: readonly Instalment[], part: 'principal' | 'interest') =>
  instalments.reduce((sum, instalment) => sum + instalment[part], 0);

function baseOf(base: ChargeBase, principal: number, interest: number): number {
  switch (base) {
    case 'principal':
      return principal;
    case 'interest':
      return interest;
    case 'principalAndInterest':
      return principal + interest;
  }
}

function partOf(amount: number, { numerator, scale }: Rate, { rounding }: LoanTerms): number {
  return Number(divideRoundedBig(BigInt(amount) * BigInt(numerator), 100n * 10n ** BigInt(scale), rounding));
}
