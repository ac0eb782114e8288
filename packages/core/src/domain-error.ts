/** Which sort of refusal it is; one place in the server turns it into a status code. */
export type DomainErrorKind =
  | 'rule'
  | 'conflict'
  | 'missing'
  | 'forbidden'
  | 'malformed'
  | 'too_large'
  | 'unauthorised'
  | 'locked'
  | 'too_many'
  | 'unavailable';

export interface DomainErrorDetails {
  readonly params?: Record<string, string | number>;
  readonly field?: string;
}

/**
 * The society's rule saying no. The message is a sentence for the clerk in English; the web builds the reader's
 * own sentence from `code` and `params`. `field` names the field that must change, as a path such as `nominees.0.share`.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: DomainErrorKind;
  params?: Record<string, string | number>;
  field?: string;

  constructor(message: string, details: DomainErrorDetails = {}) {
    super(message);
    this.name = new.target.name;
    if (details.params !== undefined) this.params = details.params;
    if (details.field !== undefined) this.field = details.field;
  }
}
