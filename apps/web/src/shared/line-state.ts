// Whether the server answers, seen from this page, and when it last did. Fed by the API client and the socket; read by
// the header, which says "Live", "Connecting" or "Line lost, showing 10:42".

export type LineStatus = 'connecting' | 'live' | 'polling' | 'lost';
export interface LineState {
  status: LineStatus;
  /** Milliseconds of the last answer from the server, undefined before the first. */
  lastHeardAt: number | undefined;
}

let state: LineState = { status: 'connecting', lastHeardAt: undefined };
const listeners = new Set<() => void>();

export function lineState(): LineState {
  return state;
}

export function onLineChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Something arrived. The time is kept without a re-render; only a change of status is announced. */
export function lineHeard(status?: LineStatus): void {
  const next = status ?? (state.status === 'lost' ? 'connecting' : state.status);
  setState({ status: next, lastHeardAt: Date.now() });
}

/** No answer from the server yet, but the page shows what it heard the last time. */
export function lineHeardAt(lastHeardAt: number): void {
  setState({ status: 'lost', lastHeardAt });
}

export function lineBecame(status: LineStatus): void {
  setState({ ...state, status });
}

function setState(next: LineState): void {
  const announced = next.status !== state.status;
  state = announced ? next : Object.assign(state, next);
  if (announced) for (const listener of listeners) listener();
}
