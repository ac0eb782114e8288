// A body that is too large is refused before it has come. Whoever is still sending it would find the line cut and never
// read why, so what is on its way is taken and thrown away first, within bounds.

import type { IncomingMessage } from 'node:http';

const MOST_BYTES = 8 * 1_024 * 1_024;
const LONGEST_MS = 5_000;

/** Calls `then` once, when the sender has finished or has had their chance. */
export function afterRestOfBody(request: IncomingMessage, then: () => void): void {
  if (request.readableEnded || request.destroyed || Number(request.headers['content-length'] ?? 0) > MOST_BYTES) {
    then();
    return;
  }
  let bytes = 0;
  const timer = setTimeout(over, LONGEST_MS);
  function count(chunk: Buffer | string): void {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) over();
  }
  function over(): void {
    clearTimeout(timer);
    request.off('data', count).off('end', over).off('close', over);
    then();
  }
  request.on('data', count).once('end', over).once('close', over).resume();
}
