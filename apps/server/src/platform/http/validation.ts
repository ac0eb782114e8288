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
