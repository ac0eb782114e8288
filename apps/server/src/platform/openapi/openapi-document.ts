// The OpenAPI 3.1 document, made from the same schemas that check requests and answers. It is put together when
// somebody first asks for it.

import * as contract from '@kafal/contract';
import { z } from 'zod';
import type { ApiRoute } from '../http/create-app.ts';
import { STATUS_OF_KIND } from '../http/refusal.ts';
import type { Sentences } from '../http/sentences.ts';
import { VERSION } from '../operations/version.ts';
import { SchemaComponents } from './schema-components.ts';

type Json = Record<string, unknown>;

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

export function openApiDocument(routes: readonly ApiRoute[], sentences: Sentences): Json {
  const components = new SchemaComponents(contract);
  const paths: Record<string, Json> = {};
  const visible = routes.filter(({ method, options }) => METHODS.has(method) && options.schema?.hide !== true);
  const sorted = visible.toSorted((left, right) => (left.url < right.url ? -1 : left.url > right.url ? 1 : 0));

  for (const route of sorted) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operation(route, components, sentences);
  }
  components.reference(contract.Problem, 'output');

  return components.renamed({
    openapi: '3.1.0',
    info: {
      title: 'Kafal',
      version: VERSION,
      description:
        'Money is text with exactly two decimals, days are YYYY-MM-DD, instants RFC 3339 in UTC. Every refusal is a problem (RFC 9457) with a stable `code`.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(sorted.flatMap(({ options }) => options.schema?.tags ?? []))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: components.schemas(),
    },
  });
}

function operation(route: ApiRoute, components: SchemaComponents, sentences: Sentences): Json {
  const { schema = {}, config = {} } = route.options;
  const permission = config.permission ?? 'public';
  const body = asSchema(schema.body);

  return {
    operationId: operationId(route),
    ...(schema.tags === undefined ? {} : { tags: schema.tags }),
    ...(schema.summary === undefined ? {} : { summary: schema.summary }),
    ...(schema.description === undefined ? {} : { description: schema.description }),
    ...(schema.deprecated === true ? { deprecated: true } : {}),
    'x-permission': permission,
    'x-audience':
      config.audience ?? (typeof permission === 'object' ? 'both' : permission === 'public' ? 'public' : 'both'),
    ...(permission === 'public' ? { security: [] } : { security: [{ token: [] }] }),
    parameters: [
      ...parameters(asSchema(schema.params), 'path', components),
      ...parameters(asSchema(schema.querystring), 'query', components),
      ...(config.idempotent ? [idempotencyParameter(schema.querystring, config.idempotent === true)] : []),
    ],
    ...(body === undefined ? {} : { requestBody: requestBody(body, components) }),
    ...(config.form === undefined ? {} : { requestBody: formBody(config.form, components) }),
    responses: { ...responses(route, components), ...problems(route, sentences) },
  };
}

/** `PUT /api/admin/member-requests/:id/approve` → `putAdminMemberRequestsByIdApprove` */
function operationId({ method, url }: ApiRoute): string {
  const words = url
    .replace(/^\/api\//, '')
    .split(/[/.-]/)
    .map((word) => (word.startsWith(':') ? `by-${word.slice(1)}` : word))
    .join('-')
    .split('-');
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function asSchema(value: unknown): z.ZodType | undefined {
  return value instanceof z.ZodType ? value : undefined;
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query', components: SchemaComponents): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = components.inline(schema, 'input');
  return Object.entries(properties).map(([name, property]) => {
    const { description } = property;
    const example = components.exampleOf(property, 'input');
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: property,
      ...(example === undefined ? {} : { example }),
    };
  });
}

function idempotencyParameter(querystring: unknown, isNeeded: boolean): Json {
  const schema = asSchema(querystring);
  const hasPreview = schema instanceof z.ZodObject && 'preview' in schema.shape;
  return {
    name: 'Idempotency-Key',
    in: 'header',
    required: isNeeded && !hasPreview,
    description: hasPreview
      ? 'Made before the first send; needed unless `preview=true`.'
      : 'Made before the first send; the same key gives the first answer again.',
    schema: { type: 'string', minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' },
    example: 'k3P9xLq7Zt2Vb8Nc5Rw1',
  };
}

function requestBody(schema: z.ZodType, components: SchemaComponents): Json {
  const example = components.example(schema);
  return {
    required: !schema.safeParse(undefined).success,
    content: {
      'application/json': {
        schema: components.reference(schema, 'input'),
        ...(example === undefined ? {} : { example }),
      },
    },
  };
}

/** One file, after the fields that say who sends it. */
function formBody(fields: z.ZodObject, components: SchemaComponents): Json {
  const { properties = {}, required = [] } = components.inline(fields, 'input');
  const file = { type: 'string', format: 'binary', description: 'The one file, last in the form.' };
  return {
    required: true,
    content: {
      'multipart/form-data': {
        schema: { type: 'object', properties: { ...properties, file }, required: [...required, 'file'] },
      },
    },
  };
}

const MEDIA_TYPES: readonly [RegExp, string][] = [
  [/[./]pdf$/, 'application/pdf'],
  [/[./]csv$/, 'text/csv'],
  [/\/notices\/:id\/download$/, 'application/pdf'],
  [/^\/api\/messages\/:id\/files\/:fileId$/, '*/*'],
  [/^\/api\/files\/:id$/, '*/*'],
];
/** What a route that declares no answer sends from the same address that others change. */
const PICTURE = /\/logo$/;

function responses({ url, options }: ApiRoute, components: SchemaComponents): Json {
  const declared = Object.entries((options.schema?.response ?? {}) as Record<string, unknown>);
  const isPicture = declared.length === 0 && PICTURE.test(url);
  const mediaType = isPicture
    ? 'image/*'
    : (MEDIA_TYPES.find(([ending]) => ending.test(url))?.[1] ?? 'application/json');
  const answers: Json = {};
  for (const [status, given] of declared) {
    const schema = asSchema(given);
    const isJson = mediaType === 'application/json';
    answers[status] = {
      description: Number(status) === 202 ? 'Accepted; it waits for a second person.' : 'As asked.',
      ...(schema === undefined
        ? {}
        : {
            content: {
              [mediaType]: { schema: isJson ? components.reference(schema, 'output') : { type: 'string' } },
            },
          }),
    };
  }
  if (declared.length === 0) {
    answers[200] = {
      description: 'As asked.',
      content: {
        [mediaType]: mediaType === 'application/json' ? {} : { schema: { type: 'string', format: 'binary' } },
      },
    };
  }
  return answers;
}

/** The refusals every route of its kind can give, each with an example; a rule of the society may add 409 and 422. */
function problems({ options }: ApiRoute, sentences: Sentences): Json {
  const { permission, idempotent } = options.config ?? {};
  const examples: [number, string][] = [[STATUS_OF_KIND.too_many, 'TOO_MANY_REQUESTS']];
  if (options.schema?.body !== undefined || options.schema?.querystring !== undefined) {
    examples.push([STATUS_OF_KIND.malformed, 'VALIDATION_FAILED']);
  }
  if (idempotent === true && !examples.some(([status]) => status === STATUS_OF_KIND.malformed)) {
    examples.push([STATUS_OF_KIND.malformed, 'IDEMPOTENCY_KEY_REQUIRED']);
  }
  if (permission !== 'public') {
    examples.push([STATUS_OF_KIND.unauthorised, 'NOT_SIGNED_IN'], [STATUS_OF_KIND.forbidden, 'NOT_PERMITTED']);
  }
  const answers: Json = {};
  for (const [status, code] of examples) {
    const example = {
      type: 'about:blank',
      title: TITLES[status] ?? 'Error',
      status,
      code,
      detail: sentences.say('en', code, { minutes: 3 }) ?? code,
      requestId: 'q2Zx8LkA-1f',
    };
    answers[status] = {
      description: example.detail,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
    };
  }
  return answers;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'Too Many Requests',
};
