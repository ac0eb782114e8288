import type { TransferRequest } from '../../shared/answers.ts';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { readStored, removeStored, writeStored } from '../../shared/messages/messages.ts';
import { ProblemError } from '../../shared/problem.ts';

// A transfer that was sent and not answered for yet. It stays on this device with the key it was sent under, whatever
// becomes of the page: asked for again under that key it is made once. It goes with its answer, and at log-out.

const storageKey = 'kafal.transfer';

export interface Wish {
  depositId: string;
  request: TransferRequest;
}

interface Unanswered {
  userId: string;
  wish: Wish;
  key: string;
}

export function unansweredTransfer(userId: string): Wish | undefined {
  return read(userId)?.wish;
}

export function forgetUnanswered(): void {
  removeStored(storageKey);
}

/** Sends it under the key of the last try, if this very transfer was tried before and nobody said what became of it. */
export async function sendOnce<Answer>(
  userId: string,
  wish: Wish,
  send: (idempotencyKey: string) => Promise<Answer>,
): Promise<Answer> {
  const before = read(userId);
  const wasTried = before !== undefined && JSON.stringify(before.wish) === JSON.stringify(wish);
  const key = wasTried ? before.key : newIdempotencyKey();
  writeStored(storageKey, JSON.stringify({ userId, wish, key } satisfies Unanswered));
  try {
    const answer = await send(key);
    forgetUnanswered();
    return answer;
  } catch (error) {
    if (isRefusal(error, wasTried)) forgetUnanswered();
    throw error;
  }
}

/** The server has looked at it and said no, so it was not made, neither now nor by a try before. */
function isRefusal(error: unknown, wasTried: boolean): boolean {
  if (!(error instanceof ProblemError) || error.status >= 500 || error.code === 'IDEMPOTENCY_IN_PROGRESS') return false;
  // Turned away at the door it says nothing of the try before.
  const isAtTheDoor = error.status === 401 || error.status === 429;
  return !(wasTried && isAtTheDoor);
}

function read(userId: string): Unanswered | undefined {
  try {
    // Only this file writes it.
    const kept = JSON.parse(readStored(storageKey) ?? 'null') as Unanswered | null;
    return kept?.userId === userId ? kept : undefined;
  } catch {
    return undefined;
  }
}
