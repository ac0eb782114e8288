// What errors of MySQL and MariaDB mean for a transaction. The numbers decide: the driver misnames some of MariaDB's.

/** Deadlock, lock wait timed out, node not ready, error during commit, rolled back during commit by the group. */
const RETRIED = new Set([1213, 1205, 1047, 1180, 3101]);

/** Server shutting down, connection killed, server gone, connection lost, closed as idle. */
const LOST = new Set([1053, 1927, 2006, 2013, 4031]);
const LOST_CODES = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

const DUPLICATE_KEY = 1062;

export function errorNumber(error: unknown): number | undefined {
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : undefined;
}

export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = 'code' in error ? String(error.code) : '';
  // A command on a connection that is closed already has neither a number nor a code; it is fatal without either.
  const isClosed = 'fatal' in error && error.fatal === true && errorNumber(error) === undefined;
  return isClosed || LOST.has(errorNumber(error) ?? 0) || LOST_CODES.has(code);
}

/**
 * The whole transaction is run again. After a lost connection nobody can know whether the commit went through: the
 * idempotency key, written in the same transaction, makes the second run find the first one's answer.
 */
export function isRetryable(error: unknown): boolean {
  return RETRIED.has(errorNumber(error) ?? 0) || isLostConnection(error);
}

/** `Duplicate entry 'x' for key 'member.uq_member_number'`; MariaDB gives the name of the key alone. */
export function duplicateKeyName(error: unknown): string | undefined {
  if (!(error instanceof Error) || errorNumber(error) !== DUPLICATE_KEY) {
    return undefined;
  }
  const key = /for key '([^']*)'$/.exec(error.message)?.[1] ?? '';
  return key.slice(key.lastIndexOf('.') + 1);
}
