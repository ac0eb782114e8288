import { expect, test } from 'vitest';
import { DomainError } from './domain-error.ts';
import { InvariantBroken, invariant } from './invariant.ts';

class TillNotOpen extends DomainError {
  readonly code = 'TILL_NOT_OPEN';
  readonly kind = 'conflict';

  constructor(till: string) {
    super(`Till ${till} is not open.`, { params: { till }, field: 'tillId' });
  }
}

test('a domain error carries its sentence, its code and what the sentence is made of', () => {
  const error = new TillNotOpen('T1');
  expect(error).toBeInstanceOf(Error);
  expect({ ...error, message: error.message }).toEqual({
    name: 'TillNotOpen',
    message: 'Till T1 is not open.',
    code: 'TILL_NOT_OPEN',
    kind: 'conflict',
    params: { till: 'T1' },
    field: 'tillId',
  });
});

test('a broken invariant is no domain error', () => {
  expect(() => invariant(false, 'the till is empty')).toThrow(new InvariantBroken('the till is empty'));
  expect(() => invariant(true, 'never')).not.toThrow();
  expect(new InvariantBroken('x')).not.toBeInstanceOf(DomainError);
});
