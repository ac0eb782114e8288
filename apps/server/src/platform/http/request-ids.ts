// A request's id is in its answer, its log line and its audit row. It tells nothing and need not be secret, so it costs
// next to nothing: a random beginning per process and a count.

import { randomBytes } from 'node:crypto';

export function requestIds(): () => string {
  const process = randomBytes(6).toString('base64url');
  let count = 0;
  return () => {
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}
