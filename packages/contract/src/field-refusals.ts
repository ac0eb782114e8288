// What a schema finds wrong, field by field, as codes: told the same way by the server that refuses and by the form that
// asks the same schema before it sends.

import type { z } from 'zod';

export interface FieldRefusal {
  path: string;
  code: string;
  values: Record<string, string | number>;
}

/** Our own codes are told as messages of custom checks. */
const OWN_CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;
const MOST_FIELDS = 50;

export function fieldRefusals(issues: readonly z.core.$ZodIssue[]): FieldRefusal[] {
  return issues.flatMap((issue) => refusalsOf(issue, [])).slice(0, MOST_FIELDS);
}

function refusalsOf(issue: z.core.$ZodIssue, under: PropertyKey[]): FieldRefusal[] {
  const place = [...under, ...issue.path];
  const path = place.map(String).join('.');
  const refusal = (code: string, values: Record<string, string | number> = {}) => [{ path, code, values }];
  if (OWN_CODE.test(issue.message)) return refusal(issue.message);

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...place, key].map(String).join('.'),
        code: 'UNKNOWN_KEY',
        values: {},
      }));
    case 'invalid_type':
      return refusal(issue.input === undefined ? 'REQUIRED' : 'WRONG_TYPE');
    case 'invalid_value':
      return issue.input === undefined
        ? refusal('REQUIRED')
        : refusal('NOT_ONE_OF', { values: issue.values.map(String).join(', ') });
    case 'too_big': {
      const maximum = Number(issue.maximum);
      if (issue.origin === 'string') return refusal('TOO_LONG', { maximum });
      return refusal(issue.origin === 'array' ? 'TOO_MANY_ITEMS' : 'NUMBER_TOO_LARGE', { maximum });
    }
    case 'too_small': {
      const minimum = Number(issue.minimum);
      if (issue.origin === 'string') return refusal('TOO_SHORT', { minimum });
      return refusal(issue.origin === 'array' ? 'TOO_FEW_ITEMS' : 'NUMBER_TOO_SMALL', { minimum });
    }
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options)) {
        return refusal('NOT_ONE_OF', { values: issue.options.map(String).join(', ') });
      }
      return closestBranch(issue.errors)?.flatMap((inner) => refusalsOf(inner, place)) ?? refusal('FORM');
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => refusalsOf(inner, place));
    default:
      return refusal('FORM');
  }
}

/** Of the ways a value may look, the one it misses by least is the one it meant. */
function closestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]) {
  return branches.reduce<readonly z.core.$ZodIssue[] | undefined>(
    (best, branch) => (best === undefined || branch.length < best.length ? branch : best),
    undefined,
  );
}
