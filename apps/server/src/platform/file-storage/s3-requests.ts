// Requests to a service that speaks S3: signed (Signature Version 4), under a time limit, and tried again when the network or the
// service fails. Addresses name the bucket in their path, which every service understands.

import { setTimeout as after } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { StorageDown } from './stored-files.ts';

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface Patience {
  /** The longest silence of the service. */
  readonly answerMs: number;
  readonly tries: number;
  /** Before the second try; twice as long before each further one. */
  readonly waitMs: number;
}

const PATIENCE: Patience = { answerMs: 8_000, tries: 3, waitMs: 150 };
/** An upload may take longer: no office is slower than this, in bytes a millisecond. */
const SLOWEST_LINE = 50;

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** Of the object; the bucket itself without one. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly content: Blob; readonly sha256: string };
}

export interface S3Answer {
  readonly status: number;
  readonly headers: Headers;
  text(): Promise<string>;
  /** Ends with an error when the service falls silent or breaks off. */
  pieces(): AsyncGenerator<Uint8Array>;
  /** Nobody wants what is in it. */
  drop(): Promise<void>;
}

export interface S3Requests {
  /** An answer of 2xx, or the 404 of an object that is not there; anything else is `StorageDown`. */
  send(request: S3Request, tries?: number): Promise<S3Answer>;
  readonly patience: Patience;
}

/** The service answered, and asking again would bring the same answer. */
class Refused extends Error {}

export function openS3Requests(settings: S3Settings, patience: Patience = PATIENCE): S3Requests {
  const { accessKey: accessKeyId, secretKey: secretAccessKey, region, endpoint, bucket } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const base = `${endpoint.replace(/\/+$/, '')}/${bucket}`;

  const once = async ({ method, key, query, headers, body }: S3Request): Promise<S3Answer> => {
    const url = new URL(key === undefined ? base : `${base}/${key}`);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    const limit = silenceOf(patience.answerMs + (body === undefined ? 0 : body.content.size / SLOWEST_LINE));
    // The service takes nothing else under this signature than the bytes that were hashed here.
    const signed = await client.sign(url, {
      ...{ method, signal: limit.signal, redirect: 'manual' },
      headers: { ...headers, ...(body === undefined ? {} : { 'x-amz-content-sha256': body.sha256 }) },
      ...(body === undefined ? {} : { body: body.content }),
    });
    limit.begins();
    try {
      const response = await fetch(signed);
      limit.ends();
      return await judged(answerOf(response, limit));
    } finally {
      limit.ends();
    }
  };

  return {
    patience,
    send: async (request, tries = patience.tries) => {
      for (let tried = 1; ; tried += 1) {
        try {
          return await once(request);
        } catch (error) {
          if (error instanceof Refused || tried >= tries) throw down(error);
          // Not all at the same moment.
          await after(patience.waitMs * 2 ** (tried - 1) * (0.5 + Math.random() / 2));
        }
      }
    },
  };
}

/** An answer that is not what was asked for becomes an error with the service's own word for it. */
async function judged(answer: S3Answer): Promise<S3Answer> {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  const [, code = 'no reason given'] = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(await answer.text()) ?? [];
  if (status === 404 && code === 'NoSuchKey') return answer;
  const sentence = `it answered ${status} (${code})`;
  throw status >= 500 || status === 429 || status === 408 ? new Error(sentence) : new Refused(sentence);
}

const down = (error: unknown) =>
  new StorageDown(`The service that keeps the files cannot be used: ${reasonOf(error)}.`, { cause: error });

/** `fetch` says "fetch failed"; what failed stands under it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

interface Silence {
  readonly signal: AbortSignal;
  begins(): void;
  ends(): void;
}

/** Counts while the service is waited for, and not while a slow reader takes its time. */
function silenceOf(longestMs: number): Silence {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    begins: () => {
      timer = setTimeout(() => controller.abort(new Error('it does not answer in time')), longestMs);
    },
    ends: () => clearTimeout(timer),
  };
}

function answerOf({ status, headers, body }: Response, limit: Silence): S3Answer {
  async function* pieces() {
    const reader = body?.getReader();
    if (reader === undefined) return;
    try {
      for (;;) {
        limit.begins();
        const { done, value } = await reader.read().finally(limit.ends);
        if (done) return;
        yield value;
      }
    } finally {
      // Whoever wanted the rest has gone.
      await reader.cancel().catch(() => undefined);
    }
  }
  const drop = async () => {
    await body?.cancel().catch(() => undefined);
  };
  const text = async () => {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces()) parts.push(piece);
    return Buffer.concat(parts).toString();
  };
  return { status, headers, pieces, drop, text };
}
