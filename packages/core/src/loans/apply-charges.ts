import { type CalendarDate, maxDate } from '../calendar/calendar-date.ts';
import type { Rate } from '../money/rate.ts';
import { divideRoundedBig } from '../money/rounding.ts';
import { type Instalment, newInstalment } from './instalment.ts';
import type { ChargeBase, LoanEvent } from './loan-events.ts';
import type { LoanTerms } from './loan-terms.ts';

export type ChargeEvent = Extract<
  LoanEvent,
  { readonly type: 'charge' | 'percentCharge' | 'instalmentCharge' | 'instalmentPercentCharge' }
>;

/** Puts every charge on the instalment in whose period it falls due; one that falls due after the last stands alone. */
export function applyCharges(
  terms: LoanTerms,
  instalments: Instalment[],
  charges: readonly ChargeEvent[],
  dayEnded: CalendarDate | undefined,
): void {
  for (const instalment of instalments) {
    instalment.fee = 0;
    instalment.penalty = 0;
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
  if (overdueCharge === null || dayEnded === undefined) return;
  for (const instalment of ofPrincipal) {
    if (instalment.due < dayEnded) {
      instalment[overdueCharge.kind] += partOf(instalment.principal, overdueCharge.ratePercent, terms);
    }
  }
}

function instalmentFor(instalments: Instalment[], dueOn: CalendarDate): Instalment {
  const found = instalments.find(({ due }) => dueOn <= due);
  if (found !== undefined) return found;
  const start = instalments.reduce((latest, { due }) => maxDate(latest, due), instalments[0]?.start ?? dueOn);
  const alone = { ...newInstalment(instalments.length + 1, start, dueOn), isForCharges: true };
  instalments.push(alone);
  return alone;
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
