import { DomainError } from '@kafal/core';

/** What the core refuses is said at the field that it was typed in. */
export function withField<Result>(field: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) error.field = field;
    throw error;
  }
}
