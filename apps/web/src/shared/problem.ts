// What can go wrong between page and server: the server said no (a problem with a code and a sentence), or there was
// no answer at all. Nothing else is thrown by the client.

export interface ProblemField {
  path: string;
  code: string;
  detail: string;
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly ProblemField[];
  readonly requestId: string | undefined;
  /** Seconds the server asks us to wait. */
  readonly retryAfter: number | undefined;

  constructor(problem: {
    status: number;
    code: string;
    detail: string;
    fields?: readonly ProblemField[];
    requestId?: string | undefined;
    retryAfter?: number | undefined;
  }) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId;
    this.retryAfter = problem.retryAfter;
  }
}

export class LineLostError extends Error {
  override readonly name = 'LineLostError';
}

/** Reads a refusal, also when a proxy answered in place of the server. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const retryAfterText = response.headers.get('retry-after');
  const retryAfter = retryAfterText === null ? undefined : Number.parseInt(retryAfterText, 10);
  const body: unknown = await response.json().catch(() => undefined);
  const problem = isRecord(body) ? body : {};
  return new ProblemError({
    status: response.status,
    code: textOr(problem.code, `HTTP_${response.status}`),
    detail: textOr(problem.detail, textOr(problem.title, `HTTP ${response.status}`)),
    fields: Array.isArray(problem.fields) ? problem.fields.filter(isRecord).map(readField) : [],
    requestId: typeof problem.requestId === 'string' ? problem.requestId : undefined,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
  });
}

/** The sentence for one field of a form, by the path the server names it with ("nominees.0.name"). */
export function fieldProblem(error: unknown, path: string): string | undefined {
  return error instanceof ProblemError ? error.fields.find((field) => field.path === path)?.detail : undefined;
}

function readField(field: Record<string, unknown>): ProblemField {
  return { path: textOr(field.path, ''), code: textOr(field.code, ''), detail: textOr(field.detail, '') };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
