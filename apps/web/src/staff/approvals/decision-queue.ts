import { newIdempotencyKey } from '../../shared/idempotency.ts';

// Decisions wait a few seconds before they are sent, so that a slip of the hand can be undone: nothing has happened yet,
// and nothing of the books is ever changed back. Whoever leaves the page means it: then they are sent at once. Each is
// an act of its own; what was refused says why and the others stand.

export interface Subject {
  readonly kind: 'approval' | 'application';
  readonly id: string;
  /** What is decided, as the list says it. */
  readonly words: string;
}

export interface Decision {
  readonly subject: Subject;
  readonly act: 'approve' | 'reject';
  readonly reason?: string;
}

/** With the key it is sent under, made before the first send: a lost answer can be asked for again. */
export interface KeyedDecision extends Decision {
  readonly key: string;
}

export interface Outcome {
  /** A new member's number, and the code they choose their password with, shown this once. */
  readonly member?: { id: string; number: string; oneTimeCode: string | null };
  readonly receiptId?: string | null;
}

export interface Result extends Outcome {
  readonly decision: KeyedDecision;
  readonly state: 'sending' | 'done' | 'refused';
  readonly error?: unknown;
}

export interface Decisions {
  /** What is about to be sent, and how much of its time is left. */
  readonly waiting: readonly KeyedDecision[];
  readonly secondsLeft: number;
  readonly results: readonly Result[];
}

export const graceSeconds = 6;

/** Sends one decision; `isLeaving` when the page will not be there for the answer. */
export type Send = (decision: KeyedDecision, isLeaving: boolean) => Promise<Outcome>;

export class DecisionQueue {
  readonly #send: Send;
  readonly #onSent: () => unknown;
  readonly #listeners = new Set<() => void>();
  #state: Decisions = { waiting: [], secondsLeft: 0, results: [] };
  #timer: ReturnType<typeof setInterval> | undefined;
  #isHeld = false;

  constructor(send: Send, onSent: () => unknown) {
    this.#send = send;
    this.#onSent = onSent;
  }

  state = (): Decisions => this.#state;

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** One undo at a time: what waited before is sent now. */
  decide(decisions: readonly Decision[]): void {
    if (decisions.length === 0) return;
    void this.sendNow();
    this.#publish({
      waiting: decisions.map((decision) => ({ ...decision, key: newIdempotencyKey() })),
      secondsLeft: graceSeconds,
      results: this.#state.results.filter(({ state }) => state === 'sending'),
    });
    this.#timer = setInterval(() => this.#countDown(), 1_000);
  }

  undo(): void {
    clearInterval(this.#timer);
    this.#publish({ ...this.#state, waiting: [], secondsLeft: 0 });
  }

  /** While the pointer or the keyboard is on the undo, its time does not run out. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
  }

  forgetResults(): void {
    this.#publish({ ...this.#state, results: [] });
  }

  /** One after the other, in the order of the list; all at once when the page is being left. */
  async sendNow(isLeaving = false): Promise<void> {
    clearInterval(this.#timer);
    this.#isHeld = false;
    const decisions = this.#state.waiting;
    if (decisions.length === 0) return;
    this.#publish({
      waiting: [],
      secondsLeft: 0,
      results: [...this.#state.results, ...decisions.map((decision): Result => ({ decision, state: 'sending' }))],
    });
    if (isLeaving) await Promise.all(decisions.map((decision) => this.#sendOne(decision, true)));
    else for (const decision of decisions) await this.#sendOne(decision, false);
    this.#onSent();
  }

  #countDown(): void {
    if (this.#isHeld) return;
    if (this.#state.secondsLeft > 1) {
      this.#publish({ ...this.#state, secondsLeft: this.#state.secondsLeft - 1 });
    } else {
      void this.sendNow();
    }
  }

  async #sendOne(decision: KeyedDecision, isLeaving: boolean): Promise<void> {
    let result: Result;
    try {
      result = { decision, state: 'done', ...(await this.#send(decision, isLeaving)) };
    } catch (error) {
      result = { decision, state: 'refused', error };
    }
    const results = this.#state.results.map((one) => (one.decision === decision ? result : one));
    this.#publish({ ...this.#state, results });
  }

  #publish(next: Decisions): void {
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a row is already decided here, so that it offers no second decision. */
export function isDecided({ waiting, results }: Decisions, { kind, id }: Pick<Subject, 'kind' | 'id'>): boolean {
  const isIt = ({ subject }: Decision) => subject.kind === kind && subject.id === id;
  return waiting.some(isIt) || results.some((result) => result.state !== 'refused' && isIt(result.decision));
}
