// A loan is a list of events; what it owes on a day follows from them alone. Events count in the order of their days, so one
// that was entered late, or taken back, changes everything after it as if it had been known in time.

import { addDays, type CalendarDate, minDate } from '../calendar/calendar-date.ts';
import { DomainError } from '../domain-error.ts';
import { add, type Money, money, ZERO } from '../money/money.ts';
import type { Rate } from '../money/rate.ts';
import { allocateRepayment } from './allocate-repayment.ts';
import { applyCharges, type ChargeEvent } from './apply-charges.ts';
import { firstDueDays, periodEnds, periodsAfter } from './due-dates.ts';
import { type ExplainedLoan, explainedInterest } from './explained-interest.ts';
import { dueOf, type Instalment, newInstalment, type PaidPart, paidInAll, paidOf, waivedOf } from './instalment.ts';
import type { InstalmentState, ReplayedLoan, WrittenOff } from './instalment-state.ts';
import type { RateFrom } from './interest-share.ts';
import { interestToClose, interestUntil } from './interest-to-close.ts';
import { levelByOneRate, setLevels } from './level-instalment.ts';
import {
  type FlatRebate,
  type LoanEvent,
  type NewPlan,
  type PrepaymentChoice,
  WAIVABLE_PARTS,
  type WaivedParts,
} from './loan-events.ts';
import type { Component, LoanTerms } from './loan-terms.ts';
import { plainSchedule } from './plain-schedule.ts';
import {
  type EarlierInterest,
  type Payout,
  type PlannedInterest,
  payoutsBefore,
  planInstalments,
} from './plan-instalments.ts';

export type LoanErrorCode = 'LOAN_TERMS_IMPOSSIBLE' | 'LOAN_EVENT_IMPOSSIBLE' | 'LOAN_EVENTS_OUT_OF_ORDER';

export class LoanError extends DomainError {
  readonly code: LoanErrorCode;
  readonly kind = 'rule';

  constructor(code: LoanErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const MOST_INSTALMENTS = 1_200;

/**
 * What the loan owes when payments are known up to `asOf`. Before anything was paid out it shows the schedule of the agreed
 * principal from `agreedOn`.
 */
export function replayLoan(
  terms: LoanTerms,
  agreedOn: CalendarDate,
  events: readonly LoanEvent[],
  asOf: CalendarDate,
): ReplayedLoan {
  const [payout = { type: 'payout', on: agreedOn, amount: terms.principal }, ...others] = standingEvents(events);
  if (payout.type === 'payout' && payout.firstDue === undefined && others.length === 0) {
    checkTerms(terms);
    const instalments = plainSchedule(terms, payout, asOf);
    if (instalments !== undefined) return { instalments, overpaid: ZERO, prepaid: ZERO, writtenOff: null };
  }
  return replayEvents(terms, agreedOn, events, asOf);
}

/** The same by going through every event, whatever they are. */
export function replayEvents(
  terms: LoanTerms,
  agreedOn: CalendarDate,
  events: readonly LoanEvent[],
  asOf: CalendarDate,
): ReplayedLoan {
  return new LoanReplay(terms, agreedOn, standingEvents(events)).run(asOf);
}

/** The same loan with how the interest of each instalment came about, from the same computation. */
export function explainLoan(
  terms: LoanTerms,
  agreedOn: CalendarDate,
  events: readonly LoanEvent[],
  asOf: CalendarDate,
): ExplainedLoan {
  return new LoanReplay(terms, agreedOn, standingEvents(events)).explain(asOf);
}

/** The events that were not taken back. */
export function standingEvents(events: readonly LoanEvent[]): LoanEvent[] {
  const undone = new Set<number>();
  for (const [place, event] of events.entries()) {
    if (event.type !== 'undo') continue;
    const target = events[event.place];
    if (event.place >= place || target === undefined || target.type === 'undo' || undone.has(event.place)) {
      throw new LoanError('LOAN_EVENT_IMPOSSIBLE', 'Only an earlier event that still stands can be taken back.');
    }
    undone.add(event.place);
  }
  return events.filter((event, place) => event.type !== 'undo' && !undone.has(place));
}

interface Act {
  readonly on: CalendarDate;
  readonly rank: number;
  readonly run: () => void;
}

/** Whoever closes a loan pays all of it, so the order says only how the parts are listed. */
const CLOSING: readonly Component[] = ['fee', 'penalty', 'interest', 'principal'];

const RANK = { payout: 0, terms: 1, money: 2 } as const;

class LoanReplay {
  readonly #terms: LoanTerms;
  readonly #events: readonly LoanEvent[];
  readonly #charges: readonly ChargeEvent[];
  readonly #dayEnded: CalendarDate | undefined;
  /** All of the loan; a plan made anew begins with `#base` and counts those from `#planFrom` on. */
  readonly #payouts: Payout[] = [];
  #base: Payout | undefined;
  #planFrom = 0;
  #planTerms: LoanTerms;
  #before: EarlierInterest | undefined;
  readonly #rates: RateFrom[];
  readonly #scale: number;
  #instalments: Instalment[];
  /** The due day of the plan's instalment at a place is that of so many periods after the day, and one. */
  #countedFrom: { readonly day: CalendarDate; readonly place: number };
  /** Of instalments that stand as they were when what was left was planned anew. */
  readonly #explained = new Map<Instalment, PlannedInterest>();
  #overpaid = 0;
  #isShortened = false;
  #isSettled = false;
  /** Whether the plan stands until the terms change: money that comes in moves it only where interest follows the balance. */
  #isPlanned = false;
  #writtenOff: WrittenOff | null = null;

  constructor(terms: LoanTerms, agreedOn: CalendarDate, events: readonly LoanEvent[]) {
    checkTerms(terms);
    const isPaidOut = events.some(({ type }) => type === 'payout');
    this.#terms = terms;
    this.#planTerms = terms;
    this.#events = isPaidOut ? events : [{ type: 'payout', on: agreedOn, amount: terms.principal }, ...events];
    const payout = this.#events.find((event) => event.type === 'payout');
    const first = payout?.on ?? agreedOn;
    this.#charges = events.filter((event): event is ChargeEvent => event.type.endsWith('harge'));
    this.#dayEnded = lastDayEnded(events);
    const rates = [terms.annualRate, ...events.flatMap(ratesIn)];
    this.#scale = Math.max(...rates.map(({ scale }) => scale));
    this.#rates = [{ from: first, numerator: this.#numerator(terms.annualRate) }];
    const firstDue = payout?.firstDue;
    this.#instalments =
      firstDue === undefined
        ? schedule(terms, first, terms.instalments)
        : scheduleFrom(terms, first, firstDue, terms.instalments);
    this.#countedFrom = firstDue === undefined ? { day: first, place: 0 } : { day: firstDue, place: -1 };
  }

  run(asOf: CalendarDate): ReplayedLoan {
    const acts = this.#events.flatMap((event): Act[] => this.#actsOf(event));
    acts.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.rank - other.rank));
    for (const { run } of acts) run();
    this.#plan(asOf);
    return this.#state();
  }

  explain(asOf: CalendarDate): ExplainedLoan {
    const loan = this.run(asOf);
    const planned: PlannedInterest[] = [];
    planInstalments(this.#planned(), asOf, undefined, planned);
    const ofInstalment = new Map(this.#ofPrincipal().map((instalment, place) => [instalment, planned[place]]));
    const interest = this.#standing().map((instalment) =>
      explainedInterest(ofInstalment.get(instalment) ?? this.#explainedPast(instalment), this.#scale),
    );
    return { ...loan, interest };
  }

  /** What was due of it when it was planned anew; what of this it collects no more it leaves to later ones. */
  #explainedPast(instalment: Instalment): PlannedInterest | undefined {
    const planned = this.#explained.get(instalment);
    if (planned === undefined) return undefined;
    return { ...planned, carried: planned.rounded + planned.brought - instalment.interest };
  }

  #actsOf(event: LoanEvent): Act[] {
    switch (event.type) {
      case 'payout':
        return [this.#payoutAct(event)];
      case 'repayment':
        return [{ on: event.on, rank: RANK.money, run: () => this.#receive(event.on, event.amount) }];
      case 'payoff':
        return [{ on: event.on, rank: RANK.money, run: () => this.#payOff(event.on) }];
      case 'prepayment':
        return [{ on: event.on, rank: RANK.money, run: () => this.#prepay(event.on, event.amount, event.choice) }];
      case 'settlement':
        return [{ on: event.on, rank: RANK.money, run: () => this.#settle(event.on, event.fee, event.rebate) }];
      case 'waiver':
        return [{ on: event.on, rank: RANK.money, run: () => this.#waive(event.on, event) }];
      case 'reschedule':
        return [{ on: event.on, rank: RANK.money, run: () => this.#planAnew(event.on, event) }];
      case 'capitalisation':
        return [{ on: event.on, rank: RANK.money, run: () => this.#capitalise(event.on, event.amount) }];
      case 'writeOff':
        return [{ on: event.on, rank: RANK.money, run: () => this.#writeOff(event.on, event.rebate) }];
      case 'recovery':
        return [{ on: event.on, rank: RANK.money, run: () => this.#recover(event.amount) }];
      case 'rateChange': {
        const on = addDays(event.from, -1);
        return [{ on, rank: RANK.terms, run: () => this.#changeRate(on, event.annualRate) }];
      }
      case 'moveDue': {
        const on = minDate(event.enteredOn, event.due);
        return [{ on, rank: RANK.terms, run: () => this.#moveDue(on, event.due, event.newDue) }];
      }
      case 'extraInstalments':
        return [{ on: event.from, rank: RANK.terms, run: () => this.#addInstalments(event.from, event.count) }];
      default:
        return [];
    }
  }

  #payoutAct({ on, amount, plan }: Extract<LoanEvent, { type: 'payout' }>): Act {
    if (plan === undefined) return { on, rank: RANK.payout, run: () => this.#payOut(on, amount) };
    return { on, rank: RANK.money, run: () => this.#planAnew(on, plan, amount) };
  }

  #payOut(on: CalendarDate, amount: Money): void {
    this.#payouts.push({ on, amount });
    // One rate for all periods is agreed on the whole loan, so the schedule is made anew.
    const place = this.#terms.instalmentBasis === 'firstPeriod' ? 0 : this.#placeOf(on);
    this.#solve(place, on);
  }

  #planAnew(on: CalendarDate, plan: NewPlan, lentOn = 0): void {
    this.#refuseAfterSettlement();
    this.#plan(on);
    const owed = this.#owed() + lentOn;
    const before = this.#ofPrincipal();
    checkPlan(this.#terms, on, plan, owed);
    const ahead = before.filter(({ due }) => on < due);
    if (ahead.slice(1).some((instalment) => paidOf(instalment, 'interest') > 0)) {
      throw new LoanError(
        'LOAN_EVENT_IMPOSSIBLE',
        'Interest of later periods was paid ahead; there is nothing to put off.',
      );
    }
    const fallen = this.#instalments.filter((one) => !one.isForCharges && (one.isPast || one.due <= on));
    const heldBack = fallen.reduce((sum, { earlier, later }) => sum + later - earlier, 0);
    const earned = interestUntil(this.#planned(), before.length - ahead.length, on) - heldBack;
    const paidAhead = ahead.reduce((sum, instalment) => sum + paidOf(instalment, 'interest'), 0);
    this.#keepExplained(on);
    const arrears = fallen.reduce((sum, instalment) => sum + closePast(instalment, plan.arrears), 0);
    const ofCharges = ahead.flatMap(takeChargeParts);
    const paid = ahead.filter((instalment) => instalment.paid.length > 0);
    for (const instalment of paid) closeAhead(instalment, on);

    const [running] = ahead;
    this.#countFrom(plan.firstDue, before);
    this.#planTerms = termsAnew(this.#terms, plan);
    this.#base = { on, amount: owed, isLentOn: true };
    if (lentOn > 0) this.#payouts.push({ on, amount: lentOn, isLentOn: true });
    this.#planFrom = this.#payouts.length;
    const isHeldBack = plan.interest === 'apart';
    this.#before = { withFirst: earned - paidAhead, apart: heldBack + arrears, holiday: plan.holiday, isHeldBack };
    this.#rates.push({ from: on, numerator: this.#numerator(plan.annualRate) });
    const alone = this.#instalments.filter(({ isForCharges }) => isForCharges);
    this.#instalments = [...fallen, ...paid, ...this.#instalmentsAnew(on, plan, running), ...alone];
    this.#isShortened = false;
    this.#solve(0, on);
    for (const part of ofCharges) this.#putOnCharges(part);
  }

  /**
   * Charges follow their days to the new instalments, and what was paid or waived of them goes with them. What was settled of a
   * charge that nothing bears any more stands with the first of them, so that no money is lost and the books need no correction.
   */
  #putOnCharges({ amount, component, ...part }: ChargePart): void {
    let left = amount;
    for (const instalment of this.#instalments) {
      const open = Math.min(left, instalment[component] - paidOf(instalment, component));
      if (open <= 0) continue;
      instalment.paid.push({ ...part, component, amount: open });
      left -= open;
    }
    const [first] = this.#ofPrincipal();
    if (left === 0 || first === undefined) return;
    first.settled[component] += left;
    first[component] += left;
    first.paid.push({ ...part, component, amount: left });
  }

  /** A due day that stood goes on in its row, so that one of the 31st stays one. */
  #countFrom(firstDue: CalendarDate, before: readonly Instalment[]): void {
    const isMoved = before.some((instalment) => instalment.isMoved);
    const place = isMoved ? -1 : before.findIndex(({ due }) => due === firstDue);
    this.#countedFrom =
      place === -1
        ? { day: firstDue, place: -1 }
        : { day: this.#countedFrom.day, place: this.#countedFrom.place + place };
  }

  #instalmentsAnew(on: CalendarDate, plan: NewPlan, running: Instalment | undefined): Instalment[] {
    const { day, place } = this.#countedFrom;
    const dues = Array.from({ length: plan.instalments }, (_, later) =>
      later === 0 ? plan.firstDue : periodsAfter(this.#terms, day, place + later + 1),
    );
    return dues.map((due, later) => {
      const instalment = newInstalment(later + 1, dues[later - 1] ?? on, due);
      if (later > 0) return instalment;
      // What is left of a period that has begun bears its part of that period.
      if (running?.due === due) {
        const { start, isBroken, daysUntil } = running;
        return { ...instalment, start, isBroken, daysUntil };
      }
      return { ...instalment, isBroken: periodsAfter(this.#terms, on, 1) !== due };
    });
  }

  /** It becomes principal on which interest is borne, as if it had been paid by money lent for it. */
  #capitalise(on: CalendarDate, amount: Money): void {
    this.#refuseAfterSettlement();
    this.#plan(on);
    let left: number = amount;
    for (const instalment of this.#instalments) {
      if (instalment.due > on) continue;
      const part = Math.min(left, instalment.interest - paidOf(instalment, 'interest'));
      if (part <= 0) continue;
      instalment.paid.push({ on, component: 'interest', amount: part });
      left -= part;
    }
    this.#payouts.push({ on, amount: amount - left, isLentOn: true });
    this.#solve(this.#placeOf(on), on);
  }

  #keepExplained(known: CalendarDate): void {
    const planned: PlannedInterest[] = [];
    planInstalments(this.#planned(), known, undefined, planned);
    for (const [place, instalment] of this.#ofPrincipal().entries()) {
      const interest = planned[place];
      if (interest !== undefined) this.#explained.set(instalment, interest);
    }
  }

  #changeRate(on: CalendarDate, annualRate: Rate): void {
    this.#rates.push({ from: on, numerator: this.#numerator(annualRate) });
    this.#solve(this.#placeOf(on), on);
  }

  /** The level instalment stays; the days of the periods change. */
  #moveDue(on: CalendarDate, due: CalendarDate, newDue: CalendarDate): void {
    const instalments = this.#ofPrincipal();
    const place = instalments.findIndex((instalment) => instalment.due === due);
    const moved = instalments[place];
    if (moved === undefined) throw new LoanError('LOAN_EVENT_IMPOSSIBLE', `No instalment falls due on ${due}.`);
    if (moved.daysUntil !== null) {
      throw new LoanError(
        'LOAN_EVENT_IMPOSSIBLE',
        'A first due day that was agreed is not moved; the loan is planned anew.',
      );
    }
    if (newDue <= moved.start)
      throw new LoanError('LOAN_EVENT_IMPOSSIBLE', 'An instalment falls due after the one before.');
    moved.due = newDue;
    moved.isMoved = true;
    this.#isPlanned = false;
    for (const [index, later] of instalments.slice(place + 1).entries()) {
      later.start = instalments[place + index]?.due ?? newDue;
      later.due = periodsAfter(this.#terms, newDue, index + 1);
    }
    this.#plan(on);
  }

  /** What is owed at the named instalment is spread over it, those after it and the new ones. */
  #addInstalments(from: CalendarDate, count: number): void {
    const before = this.#ofPrincipal();
    // Due days are counted from the last one that was moved, or from the beginning.
    const moved = before.findLastIndex(({ isMoved }) => isMoved);
    const { day, place: first } = this.#countedFrom;
    const counted = before[moved]?.due ?? day;
    const periods = before.length - 1 - moved + (moved === -1 ? first : 0) + count;
    const ends = periodEnds(this.#terms, counted, periods).slice(-count);
    const added = ends.map((due, place) =>
      newInstalment(before.length + place + 1, ends[place - 1] ?? before.at(-1)?.due ?? counted, due),
    );
    const past = this.#instalments.filter(({ isPast }) => isPast);
    const alone = this.#instalments.filter(({ isForCharges }) => isForCharges);
    this.#instalments = [...past, ...before, ...added, ...alone];
    const place = this.#ofPrincipal().findIndex(({ due }) => from <= due);
    this.#solve(Math.max(place, 0), from);
  }

  #receive(on: CalendarDate, amount: Money): void {
    this.#refuseAfterSettlement();
    this.#plan(on);
    const due = this.#instalments.find((instalment) => instalment.due === on && !instalment.isPast);
    if (due !== undefined && amount > dueOf(due) - paidInAll(due)) this.#payExcess(due, amount);
    this.#overpaid += this.#allocate(on, amount);
  }

  #payOff(on: CalendarDate): void {
    this.#plan(on);
    this.#allocate(on, Number.MAX_SAFE_INTEGER);
  }

  /** Its principal leaves what was lent, so that it lowers interest from its day on whatever the loan's interest follows. */
  #prepay(on: CalendarDate, amount: Money, choice: PrepaymentChoice): void {
    this.#refuseAfterSettlement();
    this.#plan(on);
    const due = this.#instalments.filter((instalment) => instalment.due <= on);
    const dues = due.reduce((sum, instalment) => sum + Math.max(0, dueOf(instalment) - paidInAll(instalment)), 0);
    const principal = amount - dues;
    if (principal <= 0 || principal >= this.#owed() - principalUnpaid(due)) {
      throw new LoanError(
        'LOAN_EVENT_IMPOSSIBLE',
        'A part-prepayment is more than is due and less than all principal.',
      );
    }
    allocateRepayment(this.#terms.allocation, due, on, dues, () => ({}));
    this.#payouts.push({ on, amount: -principal, isPrepaid: true });
    this.#isPlanned = false;
    if (choice === 'reduceInstalment') this.#solve(this.#placeOf(on), on);
    else this.#isShortened = true;
    this.#plan(on);
  }

  #settle(on: CalendarDate, fee: Money, rebate: FlatRebate): void {
    this.#refuseAfterSettlement();
    this.#plan(on);
    const ahead = this.#countInterestUpTo(on, rebate);
    const bearer = ahead[0] ?? this.#instalments.at(-1);
    if (bearer !== undefined) bearer.fee += fee;
    for (const instalment of this.#instalments) {
      allocateRepayment({ by: 'instalments', components: CLOSING }, [instalment], on, dueOf(instalment), () => ({}));
    }
    this.#isSettled = true;
  }

  /** Instalments ahead owe the interest of the days that were, and no more; the first of them bears it. */
  #countInterestUpTo(on: CalendarDate, rebate: FlatRebate): Instalment[] {
    const ahead = this.#ofPrincipal().filter(({ due }) => on < due);
    const paidAhead = ahead.slice(1).reduce((sum, instalment) => sum + paidOf(instalment, 'interest'), 0);
    const interest = interestToClose(this.#planned(), on, rebate) - paidAhead;
    for (const [place, instalment] of ahead.entries()) {
      instalment.interest = Math.max(paidOf(instalment, 'interest'), place === 0 ? interest : 0);
    }
    return ahead;
  }

  /** What stands unpaid leaves the instalments for the memo. */
  #writeOff(on: CalendarDate, rebate: FlatRebate): void {
    this.#refuseAfterSettlement();
    this.#plan(on);
    this.#countInterestUpTo(on, rebate);
    const memo = { principal: 0, interest: 0, fee: 0, penalty: 0 };
    for (const instalment of this.#instalments) {
      for (const component of CLOSING) {
        const unpaid = Math.max(0, instalment[component] - paidOf(instalment, component));
        memo[component] += unpaid;
        instalment[component] -= unpaid;
      }
    }
    this.#writtenOff = {
      on,
      principal: money(memo.principal),
      interest: money(memo.interest),
      fee: money(memo.fee),
      penalty: money(memo.penalty),
      recovered: ZERO,
    };
    this.#isSettled = true;
  }

  #recover(amount: Money): void {
    const memo = this.#writtenOff;
    if (memo === null || amount > writtenOffLeft(memo)) {
      throw new LoanError('LOAN_EVENT_IMPOSSIBLE', 'Only what was written off and is still owed is recovered.');
    }
    this.#writtenOff = { ...memo, recovered: add(memo.recovered, amount) };
  }

  /** What a part does not owe any more when the events are gone through is not waived either. */
  #waive(on: CalendarDate, waived: WaivedParts): void {
    this.#refuseAfterSettlement();
    this.#plan(on);
    for (const component of WAIVABLE_PARTS) {
      let left: number = waived[component];
      for (const instalment of this.#instalments) {
        if (component === 'interest' && instalment.due > on) continue;
        const amount = Math.min(left, instalment[component] - paidOf(instalment, component));
        if (amount <= 0) continue;
        instalment.paid.push({ on, component, amount, isWaived: true });
        left -= amount;
      }
    }
    this.#plan(on);
  }

  #refuseAfterSettlement(): void {
    if (!this.#isSettled) return;
    throw new LoanError('LOAN_EVENT_IMPOSSIBLE', 'The loan was closed before; nothing comes after that.');
  }

  #allocate(on: CalendarDate, amount: number): number {
    return allocateRepayment(this.#terms.allocation, this.#instalments, on, amount, (instalment) =>
      this.#inAdvanceLimits(on, instalment),
    );
  }

  /** Money before its day pays the interest earned so far, and all else is principal. */
  #inAdvanceLimits(on: CalendarDate, instalment: Instalment) {
    const { recalculation, instalmentBasis, allocation } = this.#terms;
    this.#plan(on);
    if (recalculation === null || instalmentBasis !== 'periodFactors' || instalment.isForCharges) return {};
    const place = this.#ofPrincipal().indexOf(instalment);
    const earned = (planInstalments(this.#planned(), on, on)[place]?.calculated ?? 0) + instalment.beside;
    const interest = Math.min(instalment.interest, Math.max(earned, paidOf(instalment, 'interest')));
    const isLast = place === this.#ofPrincipal().length - 1;
    const ofLevel = instalment.level - (interest - instalment.beside);
    // From the end, the last takes up to its level, though all that is left of the loan is less.
    const isFromEnd =
      allocation.by === 'buckets' && allocation.future !== 'next' && paidInAll(instalment) < dueOf(instalment);
    const wanted = isLast && !isFromEnd ? instalment.principal : Math.max(instalment.principal, ofLevel);
    const owed = this.#owed();
    return { interest, principal: Math.min(wanted, paidOf(instalment, 'principal') + owed) };
  }

  /** Beyond the instalment of the day, money is principal at once where the terms say so. */
  #payExcess(due: Instalment, amount: number): void {
    const { recalculation, instalmentBasis } = this.#terms;
    if (recalculation === null || instalmentBasis !== 'firstPeriod' || recalculation.excess === 'keepInstalment')
      return;
    const principal = Math.min(amount - (due.interest - paidOf(due, 'interest')) - due.fee - due.penalty, this.#owed());
    due.level = Math.max(due.level, principal + due.interest - due.beside);
    const instalments = this.#ofPrincipal();
    const later = instalments.slice(instalments.indexOf(due) + 1);
    if (recalculation.excess === 'reduceInstalment') {
      const level = levelByOneRate(this.#planned(), this.#owed() - principal, later.length);
      for (const instalment of later) instalment.level = level;
    }
    this.#plan(due.due);
  }

  #owed(): number {
    const paidOut = this.#payouts.reduce((sum, { amount }) => sum + amount, 0);
    return paidOut - this.#instalments.reduce((sum, instalment) => sum + paidOf(instalment, 'principal'), 0);
  }

  #solve(place: number, known: CalendarDate): void {
    setLevels(this.#planned(), place, known);
    this.#isPlanned = false;
    this.#plan(known);
  }

  #plan(known: CalendarDate): void {
    if (this.#isSettled || this.#isPlanned) return;
    this.#isPlanned = this.#terms.recalculation === null;
    const planned = planInstalments(this.#planned(), known);
    for (const [place, instalment] of this.#ofPrincipal().entries()) {
      instalment.principal = planned[place]?.principal ?? 0;
      instalment.interest = planned[place]?.interest ?? 0;
      instalment.beside = planned[place]?.beside ?? 0;
      instalment.earlier = planned[place]?.earlier ?? 0;
      instalment.later = planned[place]?.later ?? 0;
    }
    this.#instalments = applyCharges(this.#terms, this.#instalments, this.#charges, this.#dayEnded);
  }

  #planned() {
    const rates = { scale: this.#scale, rates: this.#rates };
    const base = this.#base;
    const payouts = base === undefined ? this.#payouts : [base, ...this.#payouts.slice(this.#planFrom)];
    const instalments = this.#ofPrincipal();
    return { terms: this.#planTerms, rates, payouts, instalments, from: base?.on, before: this.#before };
  }

  /** Those that are still planned. */
  #ofPrincipal(): Instalment[] {
    return this.#instalments.filter(({ isForCharges, isPast }) => !isForCharges && !isPast);
  }

  /** Money ahead of its time shortens the term where the terms say so, and a write-off ends it: instalments without anything fall away. */
  #standing(): Instalment[] {
    const isWhole = this.#terms.recalculation?.excess !== 'reduceTerm' && !this.#isShortened;
    if (isWhole && this.#writtenOff === null) return this.#instalments;
    return this.#instalments.filter(
      (instalment) =>
        dueOf(instalment) > 0 ||
        instalment.paid.length > 0 ||
        (this.#writtenOff === null && (instalment.isPast || instalment.later > 0)),
    );
  }

  #placeOf(on: CalendarDate): number {
    const instalments = this.#ofPrincipal();
    const place = instalments.findIndex(({ due }) => on < due);
    return place === -1 ? instalments.length - 1 : place;
  }

  #numerator({ numerator, scale }: Rate): number {
    return numerator * 10 ** (this.#scale - scale);
  }

  /** The last of a plan takes all that was paid out by then, also after its own due day; a plan anew begins behind it. */
  #paidOutBefore(instalment: Instalment, isLast: boolean, next: Instalment | undefined, repaid: number): number {
    const before = payoutsBefore(this.#payouts, instalment, isLast);
    if (!instalment.isPast || next === undefined || before >= repaid) return before;
    return this.#payouts.reduce((sum, { on, amount }) => (on < next.start ? sum + amount : sum), 0);
  }

  #state(): ReplayedLoan {
    const standing = this.#standing();
    const last = standing.findLast(({ isForCharges }) => !isForCharges);
    let repaid = 0;
    const instalments = standing.map((instalment, place): InstalmentState => {
      const isLast = instalment.isForCharges || instalment === last;
      repaid += instalment.principal;
      const { due, paid } = instalment;
      const waived = {
        interest: waivedOf(instalment, 'interest'),
        fee: waivedOf(instalment, 'fee'),
        penalty: waivedOf(instalment, 'penalty'),
      };
      const waivedSum = waived.interest + waived.fee + waived.penalty;
      const [totalDue, paidSum] = [dueOf(instalment) - waivedSum, paidInAll(instalment) - waivedSum];
      const sumWhere = (isCounted: (on: CalendarDate) => boolean) =>
        paid.reduce((sum, { on, amount, isWaived }) => (!isWaived && isCounted(on) ? sum + amount : sum), 0);
      return {
        number: place + 1,
        start: instalment.start,
        due,
        principal: money(instalment.principal),
        interest: money(instalment.interest - waived.interest),
        fee: money(instalment.fee - waived.fee),
        penalty: money(instalment.penalty - waived.penalty),
        totalDue: money(totalDue),
        balance: money(this.#paidOutBefore(instalment, isLast, standing[place + 1], repaid) - repaid),
        paid: money(paidSum),
        paidOf: {
          principal: money(paidOf(instalment, 'principal')),
          interest: money(paidOf(instalment, 'interest') - waived.interest),
          fee: money(paidOf(instalment, 'fee') - waived.fee),
          penalty: money(paidOf(instalment, 'penalty') - waived.penalty),
        },
        waivedOf: { interest: money(waived.interest), fee: money(waived.fee), penalty: money(waived.penalty) },
        paidOn:
          paidSum + waivedSum > 0 && paidSum >= totalDue
            ? (paid
                .map(({ on }) => on)
                .sort()
                .at(-1) ?? null)
            : null,
        paidInAdvance: money(sumWhere((on) => on < due)),
        paidLate: money(sumWhere((on) => on > due)),
        outstanding: money(totalDue - paidSum),
        earlierInterest: money(instalment.earlier),
        laterInterest: money(instalment.later),
        isPast: instalment.isPast,
      };
    });
    const prepaid = this.#payouts.reduce((sum, { amount, isPrepaid }) => (isPrepaid ? sum - amount : sum), 0);
    return { instalments, overpaid: money(this.#overpaid), prepaid: money(prepaid), writtenOff: this.#writtenOff };
  }
}

/** Of what was written off, what has not come in. */
export function writtenOffLeft({ principal, interest, fee, penalty, recovered }: WrittenOff): Money {
  return money(principal + interest + fee + penalty - recovered);
}

function ratesIn(event: LoanEvent): Rate[] {
  if (event.type === 'rateChange' || event.type === 'reschedule') return [event.annualRate];
  return event.type === 'payout' && event.plan !== undefined ? [event.plan.annualRate] : [];
}

function principalUnpaid(instalments: readonly Instalment[]): number {
  return instalments.reduce((sum, instalment) => sum + instalment.principal - paidOf(instalment, 'principal'), 0);
}

/** Its principal is what was paid of it; answers the interest that it leaves to later ones. */
function closePast(instalment: Instalment, arrears: NewPlan['arrears']): number {
  instalment.principal = paidOf(instalment, 'principal');
  instalment.isPast = true;
  const unpaid = instalment.interest - paidOf(instalment, 'interest');
  if (arrears === 'stay' || unpaid <= 0) return 0;
  instalment.interest -= unpaid;
  instalment.later += unpaid;
  return unpaid;
}

/** What was paid or waived of its fees and penal charges, which it bears no more. */
function takeChargeParts({ paid }: Instalment): ChargePart[] {
  const all = paid.splice(0);
  paid.push(...all.filter((part) => !isOfCharges(part)));
  return all.filter(isOfCharges);
}

type ChargePart = PaidPart & { readonly component: 'fee' | 'penalty' };
const isOfCharges = (part: PaidPart): part is ChargePart => part.component === 'fee' || part.component === 'penalty';

/** What was paid of it before its day stands on the day on which it was planned anew. */
function closeAhead(instalment: Instalment, on: CalendarDate): void {
  instalment.principal = paidOf(instalment, 'principal');
  instalment.interest = paidOf(instalment, 'interest');
  instalment.due = on;
  instalment.beside = 0;
  instalment.earlier = 0;
  instalment.later = 0;
  instalment.isPast = true;
}

const paysAllAtLast = ({ instalments, gracePrincipal }: LoanTerms) =>
  instalments > 1 && gracePrincipal === instalments - 1;

/** A loan that pays its principal at the end does so at the new one. */
function termsAnew(terms: LoanTerms, { instalments, annualRate, holiday }: NewPlan): LoanTerms {
  const last = instalments - 1;
  return {
    ...terms,
    instalments,
    annualRate,
    gracePrincipal: paysAllAtLast(terms) ? last : holiday,
    graceInterest: paysAllAtLast(terms) && terms.graceInterest > 0 ? last : 0,
    interestFree: 0,
  };
}

function checkPlan(terms: LoanTerms, on: CalendarDate, plan: NewPlan, owed: number): void {
  const refuse = (sentence: string) => {
    throw new LoanError('LOAN_EVENT_IMPOSSIBLE', sentence);
  };
  const { firstDue, instalments, holiday, interest } = plan;
  if (owed <= 0) refuse('Nothing is left to be planned anew.');
  if (firstDue <= on) refuse('The first instalment falls due after the day on which it is planned anew.');
  if (!Number.isSafeInteger(instalments) || instalments < 1 || instalments > MOST_INSTALMENTS) {
    refuse(`A loan has 1 to ${MOST_INSTALMENTS} instalments.`);
  }
  if (!Number.isSafeInteger(holiday) || holiday < 0 || holiday >= instalments) {
    refuse('At least one instalment pays principal.');
  }
  if (interest === 'apart' && terms.graceInterest > 0) {
    refuse('A loan that pays its interest at the end has none to put off.');
  }
}

function schedule(terms: LoanTerms, first: CalendarDate, count: number): Instalment[] {
  const dues = periodEnds(terms, first, count);
  return dues.map((due, place) => newInstalment(place + 1, dues[place - 1] ?? first, due));
}

/** The first instalment has the day agreed for it, and a first period longer or shorter than the others. */
function scheduleFrom(terms: LoanTerms, first: CalendarDate, firstDue: CalendarDate, count: number): Instalment[] {
  checkFirstDue(terms, first, firstDue);
  const dues = [firstDue, ...periodEnds(terms, firstDue, count - 1)];
  const isWhole = firstDue === periodsAfter(terms, first, 1);
  const wholeFrom = periodsAfter(terms, firstDue, -1);
  return dues.map((due, place) => {
    const instalment = newInstalment(place + 1, dues[place - 1] ?? first, due);
    if (place > 0 || isWhole) return instalment;
    return { ...instalment, isBroken: true, daysUntil: first < wholeFrom ? wholeFrom : firstDue };
  });
}

function checkFirstDue(terms: LoanTerms, first: CalendarDate, firstDue: CalendarDate): void {
  const { earliest, latest } = firstDueDays(terms, first);
  if (firstDue < earliest) {
    throw new LoanError('LOAN_EVENT_IMPOSSIBLE', 'The first instalment falls due after the loan is paid out.');
  }
  if (firstDue > latest) {
    throw new LoanError('LOAN_EVENT_IMPOSSIBLE', 'The first instalment falls due before two periods are over.');
  }
}

function lastDayEnded(events: readonly LoanEvent[]): CalendarDate | undefined {
  return events
    .flatMap((event) => (event.type === 'endOfDay' ? [event.on] : []))
    .sort()
    .at(-1);
}

function checkTerms({ principal, instalments, every, gracePrincipal }: LoanTerms): void {
  const refuse = (sentence: string) => {
    throw new LoanError('LOAN_TERMS_IMPOSSIBLE', sentence);
  };
  if (principal <= 0) refuse('A loan lends more than nothing.');
  if (!Number.isSafeInteger(instalments) || instalments < 1 || instalments > MOST_INSTALMENTS) {
    refuse(`A loan has 1 to ${MOST_INSTALMENTS} instalments.`);
  }
  if (!Number.isSafeInteger(every) || every < 1 || every > 366) refuse('A period is 1 to 366 days, weeks or months.');
  if (gracePrincipal >= instalments) refuse('At least one instalment pays principal.');
}
