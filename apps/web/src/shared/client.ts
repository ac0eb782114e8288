import type { Api, RequestOptions } from './api.ts';
import type { paths } from './api-schema.gen.ts';

// The client with the server's own types on it: each path is one the server has, takes what the server takes there and
// answers what the server answers. The types are generated from the OpenAPI document; nothing here runs.

type Verb = 'get' | 'post' | 'put' | 'delete';

/** The paths that know a verb. */
export type PathFor<V extends Verb> = {
  [Path in keyof paths]: paths[Path] extends Record<V, unknown> ? Path : never;
}[keyof paths];

type Operation<V extends Verb, Path extends keyof paths> = paths[Path] extends Record<V, infer Found> ? Found : never;

/** What a path answers when it agrees. */
export type AnswerOf<V extends Verb, Path extends keyof paths> =
  Operation<V, Path> extends { responses: infer Responses }
    ? {
        [Status in keyof Responses]: Responses[Status] extends { content: { 'application/json': infer Answer } }
          ? Answer
          : never;
      }[keyof Responses]
    : never;

export type BodyOf<V extends Verb, Path extends keyof paths> =
  Operation<V, Path> extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;

type OptionalBodyOf<V extends Verb, Path extends keyof paths> =
  Operation<V, Path> extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never;

type QueryOf<V extends Verb, Path extends keyof paths> =
  Operation<V, Path> extends { parameters: { query?: infer Query } } ? Query : never;

type PathValuesOf<V extends Verb, Path extends keyof paths> =
  Operation<V, Path> extends { parameters: { path: infer Values } } ? Values : never;

/** Numbers and flags are written as text in an address; the client does that. A filter that is undefined is not sent. */
type Written<Query> = {
  [Name in keyof Query]:
    | Query[Name]
    | (string extends Query[Name] ? number : never)
    | ('true' extends Query[Name] ? boolean : never)
    | undefined;
};

type Options<V extends Verb, Path extends keyof paths> = Omit<RequestOptions, 'path' | 'query' | 'body'> &
  ([PathValuesOf<V, Path>] extends [never] ? { path?: never } : { path: PathValuesOf<V, Path> }) &
  ([QueryOf<V, Path>] extends [never] ? { query?: never } : { query?: Written<QueryOf<V, Path>> }) &
  ([BodyOf<V, Path>] extends [never]
    ? [OptionalBodyOf<V, Path>] extends [never]
      ? { body?: never }
      : { body?: OptionalBodyOf<V, Path> }
    : { body: BodyOf<V, Path> });

/** Options may be left out where nothing in them is needed. */
type Given<V extends Verb, Path extends keyof paths> =
  Record<never, never> extends Options<V, Path> ? [options?: Options<V, Path>] : [options: Options<V, Path>];

export interface Client {
  get<Path extends PathFor<'get'>>(path: Path, ...given: Given<'get', Path>): Promise<AnswerOf<'get', Path>>;
  post<Path extends PathFor<'post'>>(path: Path, ...given: Given<'post', Path>): Promise<AnswerOf<'post', Path>>;
  put<Path extends PathFor<'put'>>(path: Path, ...given: Given<'put', Path>): Promise<AnswerOf<'put', Path>>;
  delete<Path extends PathFor<'delete'>>(
    path: Path,
    ...given: Given<'delete', Path>
  ): Promise<AnswerOf<'delete', Path>>;
  download<Path extends PathFor<'get'>>(
    path: Path,
    ...given: Given<'get', Path>
  ): Promise<{ blob: Blob; fileName: string }>;
}

/** The same object, seen through the server's types; the looser one is for code that is given its path. */
export function clientOf(api: Api): Client {
  // Both know a request only as a path and its options, so no check by the compiler can tell that they agree.
  return api as unknown as Client;
}
