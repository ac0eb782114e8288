// What the database layer itself refuses. A feature never catches these: the request is answered as unavailable and
// may be sent again under its own idempotency key.

/** The database cannot take the request now; nothing was written. */
export class DatabaseUnavailable extends Error {
  readonly code = 'DATABASE_UNAVAILABLE';
  readonly kind = 'unavailable';
  readonly retryable = true;
  override readonly name = 'DatabaseUnavailable';
}

/** The transaction went back as a whole (disk full, I/O error, broken commit); nothing of it was kept. */
export class TransactionLost extends Error {
  readonly code = 'TRANSACTION_LOST';
  readonly kind = 'unavailable';
  readonly retryable = true;
  override readonly name = 'TransactionLost';
}

/** The server must not start like this; the message is the sentence for the terminal. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}
