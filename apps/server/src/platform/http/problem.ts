// Whatever went wrong becomes one problem (RFC 9457): a stable code, and a sentence in the reader's language.

import { STATUS_CODES } from 'node:http';
import { fieldRefusals, type Problem } from '@kafal/contract';
import type { Language } from './actor.ts';
import { BODY_LIMIT } from './json-body.ts';
import { type RefusalKind, STATUS_OF_KIND } from './refusal.ts';
import type { Sentences } from './sentences.ts';
import { InvalidInput } from './validation.ts';

export interface AnswerToError {
  problem: Problem;
  retryAfterSeconds: number | undefined;
  /** Ours, not the reader's: it is logged whole. */
  isOurMistake: boolean;
}

export interface ProblemReader {
  language: Language;
  requestId: string;
  sentences: Sentences;
  /** What amounts in a sentence are counted in, where it is known. */
  currency?: string | undefined;
  /** Outside production the problem says what broke. */
  showErrorDetail: boolean;
  /** In tests a code without a sentence is an error; elsewhere the English of the error itself must do. */
  isTest: boolean;
}

const RETRY_SOON = 1;

/** What the framework refuses before any of our code runs, by its own codes. */
const FRAMEWORK_CODES: Readonly<Record<string, { status: number; code: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'MEDIA_TYPE_UNSUPPORTED' },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'BODY_TOO_LARGE' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'REQUEST_MALFORMED' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'JSON_MALFORMED' },
  FST_ERR_BAD_URL: { status: 404, code: 'PATH_UNKNOWN' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 404, code: 'PATH_UNKNOWN' },
};

export function answerToError(error: unknown, reader: ProblemReader): AnswerToError {
  if (error instanceof InvalidInput) return { ...plain(invalidInput(error, reader)), isOurMistake: false };

  const refusal = asRefusal(error);
  if (refusal !== undefined) {
    const { kind, code, params, field } = refusal;
    const detail = reader.sentences.say(reader.language, code, params, reader.currency);
    if (detail === undefined && reader.isTest) {
      return ourMistake(new Error(`No feature brings a sentence for the code ${code}.`), reader);
    }
    const bare = reader.isTest ? reader.sentences.bareAmounts(reader.language, code, params) : [];
    if (bare.length > 0) {
      return ourMistake(new Error(`The sentence for ${code} says ${bare.join(', ')} without ":money".`), reader);
    }
    const sentence = detail ?? refusal.message;
    const problem = problemOf(STATUS_OF_KIND[kind], code, sentence, reader);
    if (field !== undefined) problem.fields = [{ path: field, code, detail: sentence }];
    const retryAfterSeconds = refusal.retryAfterSeconds ?? (kind === 'unavailable' ? RETRY_SOON : undefined);
    return { problem, retryAfterSeconds, isOurMistake: false };
  }

  const known = FRAMEWORK_CODES[codeOf(error) ?? ''];
  if (known !== undefined) return plain(platformProblem(known.status, known.code, reader));
  const status = statusOf(error);
  if (status !== undefined && status < 500) return plain(platformProblem(status, 'REQUEST_MALFORMED', reader));
  return ourMistake(error, reader);
}

/** Whether its sentence says an amount, so that the currency must be known first. */
export function namesMoney(error: unknown, sentences: Sentences): boolean {
  const refusal = asRefusal(error);
  return refusal !== undefined && sentences.saysMoney(refusal.code);
}

export function platformProblem(
  status: number,
  code: string,
  reader: ProblemReader,
  values: Record<string, string | number> = {},
): Problem {
  const all = { kilobytes: BODY_LIMIT / 1_024, requestId: reader.requestId, ...values };
  return problemOf(status, code, reader.sentences.say(reader.language, code, all) ?? code, reader);
}

const plain = (problem: Problem): AnswerToError => ({ problem, retryAfterSeconds: undefined, isOurMistake: false });

function ourMistake(error: unknown, reader: ProblemReader): AnswerToError {
  const problem = platformProblem(500, 'INTERNAL_ERROR', reader);
  if (reader.showErrorDetail && error instanceof Error) problem.detail += ` (${error.name}: ${error.message})`;
  return { problem, retryAfterSeconds: undefined, isOurMistake: true };
}

function problemOf(status: number, code: string, detail: string, { requestId }: ProblemReader): Problem {
  return {
    // The code itself says which problem it is; there is no page on another host to point to.
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    requestId,
  };
}

function invalidInput(error: InvalidInput, reader: ProblemReader): Problem {
  const problem = platformProblem(400, 'VALIDATION_FAILED', reader);
  problem.fields = fieldRefusals(error.issues).map(({ path, code, values }) => ({
    path,
    code,
    detail: reader.sentences.say(reader.language, code, values) ?? code,
  }));
  return problem;
}

interface RefusalLike {
  kind: RefusalKind;
  code: string;
  message: string;
  params?: Record<string, string | number>;
  field?: string;
  retryAfterSeconds?: number;
}

/** By shape, not by class: the rules of the core and the refusals of the database look the same from here. */
function asRefusal(error: unknown): RefusalLike | undefined {
  if (!(error instanceof Error)) return undefined;
  const { kind, code } = error as Error & { kind?: unknown; code?: unknown };
  const isRefusal = typeof kind === 'string' && Object.hasOwn(STATUS_OF_KIND, kind) && typeof code === 'string';
  // Both members were looked at in the line above.
  return isRefusal ? (error as Error & RefusalLike) : undefined;
}

export function isBodyTooLarge(error: unknown): boolean {
  return codeOf(error) === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode <= 599 ? statusCode : undefined;
}
