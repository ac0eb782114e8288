import { fieldSentences } from '@kafal/contract';

/** What the platform itself says. Features keep their own sentences beside their code. */
export const en: Record<string, string> = {
  // the request as a whole
  VALIDATION_FAILED: 'Some of what was sent is not in order. Each field says what it needs.',
  JSON_MALFORMED: 'The body is not readable JSON.',
  JSON_KEY_REPEATED: 'The body names the same key twice.',
  JSON_TOO_DEEP: 'The body is nested too deeply.',
  TEXT_NOT_WELL_FORMED: 'The body holds broken characters.',
  MEDIA_TYPE_UNSUPPORTED: 'This address takes application/json only.',
  BODY_TOO_LARGE: 'The body is too large; {kilobytes} KiB is the most.',
  REQUEST_MALFORMED: 'The request is not in order.',
  REQUEST_TIMEOUT: 'The request took too long to arrive.',
  PATH_UNKNOWN: 'There is nothing at this address.',
  NOT_SIGNED_IN: 'Please log in.',
  NOT_PERMITTED: 'Your role does not permit this.',
  FOR_MEMBERS_ONLY: 'This is for members.',
  FOR_STAFF_ONLY: 'This is for the staff of the society.',
  ORIGIN_NOT_ALLOWED:
    'Pages of {origin} may not use this server. Whoever runs it can add the address to ALLOWED_ORIGINS.',
  TOO_MANY_REQUESTS: 'That was a lot at once. Please try again in {minutes} min.',
  TOO_MANY_LOGINS:
    'Too many log-ins failed. Please try again in {minutes} min, or ask the society for a one-time code.',
  IDEMPOTENCY_KEY_REQUIRED: 'A request that moves money carries an Idempotency-Key.',
  IDEMPOTENCY_KEY_MALFORMED: 'An Idempotency-Key is 16 to 64 letters, digits, hyphens or underscores.',
  IDEMPOTENCY_KEY_REUSED: 'This Idempotency-Key was used for another request.',
  IDEMPOTENCY_IN_PROGRESS: 'The same request is being carried out at this moment. Please ask again shortly.',
  DATABASE_UNAVAILABLE: 'The books cannot be reached right now. Nothing was written; please try again.',
  TRANSACTION_LOST: 'The books could not take this now. Nothing was written; please try again.',
  SOCIETY_NOT_SET_UP: 'The society is not set up yet.',
  SERVER_STARTING: 'The server is starting. Please try again in a moment.',
  SERVER_STOPPING: 'The server is stopping. Please try again in a moment.',
  INTERNAL_ERROR:
    'Something went wrong on our side. Nothing was written. If it stays so, tell us the request number {requestId}.',

  ...fieldSentences.en,
};
