import { useSyncExternalStore } from 'react';
import { newIdempotencyKey } from '../../shared/idempotency.ts';
import { client, queryClient } from '../staff-api.ts';

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
interface KeyedDecision extends Decision {
  readonly key: string;
}

export interface Result {
  readonly decision: KeyedDecision;
  readonly state: 'sending' | 'done' | 'refused';
  readonly error?: unknown;
  /** A new member's number, and the code they choose their password with, shown this once. */
  readonly member?: { id: string; number: string; oneTimeCode: string | null };
  readonly receiptId?: string | null;
}

export interface Decisions {
  /** What is about to be sent, and how much of its time is left. */
  readonly waiting: readonly KeyedDecision[];
  readonly secondsLeft: number;
  readonly results: readonly Result[];
}

const graceSeconds = 6;

let state: Decisions = { waiting: [], secondsLeft: 0, results: [] };
let timer: ReturnType<typeof setInterval> | undefined;
let isHeld = false;
const listeners = new Set<() => void>();

export function useDecisions(): Decisions {
  return useSyncExternalStore(listen, () => state);
}

/** One undo at a time: what waited before is sent now. */
export function decide(decisions: readonly Decision[]): void {
  if (decisions.length === 0) return;
  void sendNow();
  const keyed = decisions.map((decision) => ({ ...decision, key: newIdempotencyKey() }));
  publish({ waiting: keyed, secondsLeft: graceSeconds, results: state.waiting.length > 0 ? state.results : [] });
  timer = setInterval(countDown, 1_000);
}

export function undo(): void {
  clearInterval(timer);
  publish({ ...state, waiting: [], secondsLeft: 0 });
}

/** While the pointer or the keyboard is on the undo, its time does not run out. */
export function holdUndo(holds: boolean): void {
  isHeld = holds;
}

export function forgetResults(): void {
  publish({ ...state, results: [] });
}

/** Whether a row is already decided here, so that it offers no second decision. */
export function isDecided({ waiting, results }: Decisions, { kind, id }: Pick<Subject, 'kind' | 'id'>): boolean {
  const isIt = ({ subject }: Decision) => subject.kind === kind && subject.id === id;
  return waiting.some(isIt) || results.some((result) => result.state !== 'refused' && isIt(result.decision));
}

function countDown(): void {
  if (isHeld) return;
  if (state.secondsLeft > 1) publish({ ...state, secondsLeft: state.secondsLeft - 1 });
  else void sendNow();
}

/** One after the other, in the order of the list; all at once when the page is being left. */
export async function sendNow(isLeaving = false): Promise<void> {
  clearInterval(timer);
  isHeld = false;
  const decisions = state.waiting;
  if (decisions.length === 0) return;
  publish({
    waiting: [],
    secondsLeft: 0,
    results: [...state.results, ...decisions.map((decision): Result => ({ decision, state: 'sending' }))],
  });
  if (isLeaving) {
    await Promise.all(decisions.map((decision) => sendOne(decision, true)));
    return;
  }
  for (const decision of decisions) await sendOne(decision, false);
  await queryClient.invalidateQueries();
}

async function sendOne(decision: KeyedDecision, keepalive: boolean): Promise<void> {
  let result: Result;
  try {
    result = { decision, state: 'done', ...(await post(decision, keepalive)) };
  } catch (error) {
    result = { decision, state: 'refused', error };
  }
  publish({ ...state, results: state.results.map((one) => (one.decision === decision ? result : one)) });
}

async function post(
  { subject, act, reason = '', key }: KeyedDecision,
  keepalive: boolean,
): Promise<Pick<Result, 'member' | 'receiptId'>> {
  const path = { id: subject.id };
  if (subject.kind === 'approval') {
    const { receiptId } =
      act === 'approve'
        ? await client.post('/api/approvals/{id}/approval', { path, body: {}, keepalive, idempotencyKey: key })
        : await client.post('/api/approvals/{id}/rejection', { path, body: { reason }, keepalive });
    return { receiptId };
  }
  if (act === 'reject') {
    await client.put('/api/admin/member-requests/{id}/reject', { path, body: { reason }, keepalive });
    return {};
  }
  const { memberId, memberNumber, oneTimeCode } = await client.put('/api/admin/member-requests/{id}/approve', {
    path,
    body: {},
    keepalive,
  });
  return { member: { id: memberId, number: memberNumber, oneTimeCode } };
}

// The browser tells of a page that is closed, reloaded or put away; the app's own pages end their stay by themselves.
addEventListener('pagehide', () => void sendNow(true));

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(next: Decisions): void {
  state = next;
  for (const listener of listeners) listener();
}
