// Whom a receipt serves first: the product's own order over components, and over what is past due, due and in advance.

import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Instalment, paidOf } from './instalment.ts';
import type { Allocation, Bucket, Component } from './loan-terms.ts';

/** What may still be put on an instalment paid in advance. */
export type InAdvanceLimits = (instalment: Instalment) => Partial<Readonly<Record<Component, number>>>;

/** Puts the amount on the instalments and answers what is left of it. */
export function allocateRepayment(
  allocation: Allocation,
  instalments: readonly Instalment[],
  on: CalendarDate,
  amount: number,
  limitsOf: InAdvanceLimits,
): number {
  const receipt = new Receipt(on, amount);
  switch (allocation.by) {
    case 'instalments':
      for (const instalment of instalments) receipt.pay(instalment, allocation.components);
      break;
    case 'componentsThenAdvance':
      for (const component of allocation.due) {
        for (const instalment of instalments) if (instalment.due <= on) receipt.pay(instalment, [component]);
      }
      for (const instalment of instalments) if (instalment.due > on) receipt.pay(instalment, allocation.inAdvance);
      break;
    case 'buckets':
      for (const { bucket, components } of allocation.buckets) {
        const there = instalments.filter(({ due }) => bucketOf(due, on) === bucket);
        const ordered = bucket === 'inAdvance' ? inOrder(there, allocation.future) : there;
        for (const instalment of ordered) {
          if (receipt.left === 0) break;
          receipt.pay(instalment, components, bucket === 'inAdvance' ? limitsOf(instalment) : {});
        }
      }
      break;
  }
  return receipt.left;
}

function bucketOf(due: CalendarDate, on: CalendarDate): Bucket {
  if (due === on) return 'due';
  return due < on ? 'pastDue' : 'inAdvance';
}

function inOrder(instalments: readonly Instalment[], future: 'next' | 'last' | 'nextThenLast'): readonly Instalment[] {
  switch (future) {
    case 'next':
      return instalments;
    case 'last':
      return instalments.toReversed();
    case 'nextThenLast':
      return [...instalments.slice(0, 1), ...instalments.slice(1).toReversed()];
  }
}

class Receipt {
  readonly #on: CalendarDate;
  left: number;

  constructor(on: CalendarDate, amount: number) {
    this.#on = on;
    this.left = amount;
  }

  pay(
    instalment: Instalment,
    components: readonly Component[],
    limits: Partial<Readonly<Record<Component, number>>> = {},
  ): void {
    if (this.left === 0) return;
    for (const component of components) {
      const open = (limits[component] ?? instalment[component]) - paidOf(instalment, component);
      const amount = Math.min(open, this.left);
      if (amount <= 0) continue;
      instalment.paid.push({ on: this.#on, component, amount });
      this.left -= amount;
    }
  }
}
