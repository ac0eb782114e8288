import { newIdempotencyKey } from './idempotency.ts';
import { readStored, removeStored, storedKeys, writeStored } from './messages/messages.ts';
import { ProblemError } from './problem.ts';

// Acts that move money and were sent, but not answered for yet. They stay on this device with the key they were sent
// under, whatever becomes of the page: asked for again under that key an act is done once. It goes with its answer.

export interface Unanswered<Act> {
  act: Act;
  key: string;
  /** When it was first sent, by the clock of this device. */
  sentAt: string;
}

export class UnansweredActs<Act> {
  readonly #prefix: string;
  /** Where the device keeps nothing, the page remembers them as long as it stands. */
  readonly #onThisPage = new Map<string, Unanswered<Act>>();

  constructor(name: string) {
    this.#prefix = `kafal.unanswered.${name}.`;
  }

  /** Those of one owner, the oldest first. Nobody else is shown them. */
  of(owner: string): Unanswered<Act>[] {
    const prefix = this.#place(owner, '');
    return [...storedKeys(), ...this.#onThisPage.keys()]
      .filter((place) => place.startsWith(prefix))
      .map((place) => this.#onThisPage.get(place) ?? read<Act>(place))
      .filter((kept) => kept !== undefined)
      .sort((one, other) => one.sentAt.localeCompare(other.sentAt));
  }

  /** Sends an act under the key of its last try, if this very act was tried before and nobody said what became of it. */
  async sendOnce<Answer>(owner: string, act: Act, send: (key: string) => Promise<Answer>): Promise<Answer> {
    const sent = JSON.stringify(act);
    const before = this.of(owner).find((kept) => JSON.stringify(kept.act) === sent);
    const { key, sentAt } = before ?? { key: newIdempotencyKey(), sentAt: new Date().toISOString() };
    this.#keep(this.#place(owner, key), { act, key, sentAt });
    try {
      const answer = await send(key);
      this.forget(owner, key);
      return answer;
    } catch (error) {
      if (wasNotDone(error, before !== undefined)) this.forget(owner, key);
      throw error;
    }
  }

  forget(owner: string, key: string): void {
    this.#drop(this.#place(owner, key));
  }

  forgetAll(): void {
    for (const place of storedKeys()) if (place.startsWith(this.#prefix)) this.#drop(place);
    this.#onThisPage.clear();
  }

  #keep(place: string, kept: Unanswered<Act>): void {
    writeStored(place, JSON.stringify(kept));
    if (readStored(place) === null) this.#onThisPage.set(place, kept);
  }

  #drop(place: string): void {
    removeStored(place);
    this.#onThisPage.delete(place);
  }

  #place(owner: string, key: string): string {
    return `${this.#prefix}${encodeURIComponent(owner)}.${key}`;
  }
}

/** The server has looked at it and said no, so it was not done, neither now nor by a try before. */
function wasNotDone(error: unknown, wasTried: boolean): boolean {
  if (!(error instanceof ProblemError) || error.status >= 500 || error.code === 'IDEMPOTENCY_IN_PROGRESS') return false;
  // Turned away at the door it says nothing of the try before.
  const isAtTheDoor = error.status === 401 || error.status === 403 || error.status === 429;
  return !(wasTried && isAtTheDoor);
}

function read<Act>(place: string): Unanswered<Act> | undefined {
  try {
    // Only this file writes it.
    return (JSON.parse(readStored(place) ?? 'null') as Unanswered<Act> | null) ?? undefined;
  } catch {
    return undefined;
  }
}
