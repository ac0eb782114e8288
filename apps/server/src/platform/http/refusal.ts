// The everyday way to say no: a kind, a stable code, the values for the sentence, and the field that must change.

import { DomainError, type DomainErrorKind } from '@kafal/core';

export type RefusalKind = DomainErrorKind;

/** The one place where a kind becomes a status code. */
export const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  malformed: 400,
  unauthorised: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  too_large: 413,
  rule: 422,
  locked: 423,
  too_many: 429,
  unavailable: 503,
};

export class Refusal extends DomainError {
  readonly kind: RefusalKind;
  readonly code: string;
  /** Seconds, for `Retry-After`; set on `too_many`, `unavailable` and a conflict that passes by itself. */
  retryAfterSeconds?: number;

  constructor(kind: RefusalKind, code: string, params?: Record<string, string | number>, field?: string) {
    super(code, { ...(params === undefined ? {} : { params }), ...(field === undefined ? {} : { field }) });
    this.kind = kind;
    this.code = code;
  }

  retryAfter(seconds: number): this {
    this.retryAfterSeconds = seconds;
    return this;
  }
}
