// Zod at the door: what comes in is checked as it is, nothing is coerced; what goes out passes its schema too, so an
// answer holds what the schema names and no more.

import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify';
import { z } from 'zod';

/** What was sent is not in the form the schema asks for. */
export class InvalidInput extends Error {
  readonly statusCode = 400;
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('VALIDATION_FAILED');
    this.name = 'InvalidInput';
    this.issues = issues;
  }
}

/** Our own mistake: a route answers something else than it says. */
export class InvalidAnswer extends Error {
  constructor(route: string, error: z.core.$ZodError) {
    // The values stay out of the message: it goes into the log.
    const places = error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ');
    super(`${route} answers something else than its schema says: ${places}`);
    this.name = 'InvalidAnswer';
  }
}

const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (data) => {
    // With the input beside each issue, a missing value can be told from a wrong one.
    const result = z.safeParse(schema, data, { reportInput: true });
    return result.success ? { value: result.data } : { error: new InvalidInput(result.error.issues) };
  };
};

interface SerializerRoute {
  schema: z.ZodType;
  method: string;
  url: string;
}

const serializerCompiler = ({ schema, method, url }: SerializerRoute) => {
  return (data: unknown) => {
    const result = z.safeParse(schema, data);
    if (!result.success) throw new InvalidAnswer(`${method} ${url}`, result.error);
    return JSON.stringify(result.data);
  };
};

type Compilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;

// Fastify's types expect compilers of JSON Schema; what reaches these are the zod schemas of our own routes.
export const compilersFactory = {
  buildValidator: () => validatorCompiler,
  buildSerializer: () => serializerCompiler,
} as unknown as Compilers;

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
