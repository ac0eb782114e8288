// A service that speaks enough of S3, in memory, for tests: it counts the signature of every request by itself (AWS Signature Version 4,
// written from its description and sharing nothing with what signs), and can be told to fail. Only tests import this file.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from './s3-requests.ts';

export const TEST_BUCKET = 'kafal-papers';
const REGION = 'ap-south-1';
const ACCESS_KEY = 'AKIDEXAMPLE';
const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const LONGEST_SKEW_MS = 15 * 60_000;

/** What goes wrong with the next requests of a method. */
export type Fault =
  /** It answers 500. */
  | 'fails'
  /** It does what was asked, and closes the line before it says so. */
  | 'hangs-up'
  /** It sends half of an object and closes the line. */
  | 'cuts-off'
  /** It never answers. */
  | 'is-silent';

export interface TestS3 {
  readonly settings: S3Settings;
  /** As in `.env`. */
  readonly environment: Record<string, string>;
  /** By key. */
  readonly objects: Map<string, Buffer>;
  /** Method, path and query of every request that was signed rightly. */
  readonly asked: string[];
  /** Headers of the last request. */
  lastHeaders: IncomingMessage['headers'];
  /** The next `times` requests of this method go wrong. */
  fault(method: string, fault: Fault, times?: number): void;
  /** No request goes wrong any more. */
  mend(): void;
  close(): Promise<void>;
}

export async function startTestS3(): Promise<TestS3> {
  const faults: { method: string; fault: Fault; left: number }[] = [];
  const server = createServer((request, reply) => {
    answer(service, faults, request, reply).catch((error: unknown) => reply.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: TestS3 = {
    settings: { endpoint, bucket: TEST_BUCKET, region: REGION, accessKey: ACCESS_KEY, secretKey: SECRET_KEY },
    environment: {
      FILES_S3_ENDPOINT: endpoint,
      FILES_S3_BUCKET: TEST_BUCKET,
      FILES_S3_REGION: REGION,
      FILES_S3_ACCESS_KEY: ACCESS_KEY,
      FILES_S3_SECRET_KEY: SECRET_KEY,
    },
    objects: new Map(),
    asked: [],
    lastHeaders: {},
    fault: (method, fault, times = Number.POSITIVE_INFINITY) => {
      faults.push({ method, fault, left: times });
    },
    mend: () => {
      faults.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

async function answer(
  service: TestS3,
  faults: { method: string; fault: Fault; left: number }[],
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<void> {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '', 'http://service');
  const body = await buffer(request);
  service.lastHeaders = headers;
  const wrong = flawOf(request, url, body);
  if (wrong !== undefined) return refuse(reply, 403, wrong);
  service.asked.push(`${method} ${decodeURIComponent(url.pathname)}${url.search}`);

  const found = faults.find((each) => each.method === method && each.left > 0);
  if (found !== undefined) found.left -= 1;
  if (found?.fault === 'is-silent') return;
  if (found?.fault === 'fails') return refuse(reply, 500, 'InternalError');
  const [, bucket, ...rest] = decodeURIComponent(url.pathname).split('/');
  if (bucket !== TEST_BUCKET) return refuse(reply, 404, 'NoSuchBucket');
  const key = rest.join('/');
  if (method === 'PUT') service.objects.set(key, body);
  if (method === 'DELETE') service.objects.delete(key);
  if (found?.fault === 'hangs-up') return void request.socket.destroy();
  if (method === 'PUT') return void reply.writeHead(200).end();
  if (method === 'DELETE') return void reply.writeHead(204).end();
  if (key === '') return list(service, url, reply);

  const object = service.objects.get(key);
  if (object === undefined) return refuse(reply, 404, 'NoSuchKey');
  const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
  const content = object.subarray(Number(from ?? 0));
  reply.writeHead(from === undefined ? 200 : 206, { 'content-length': content.length });
  if (found?.fault !== 'cuts-off') return void reply.end(content);
  reply.write(content.subarray(0, Math.ceil(content.length / 2)), () => request.socket.destroy());
}

/** Two at a time, so that every list has parts. */
function list(service: TestS3, url: URL, reply: ServerResponse): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...service.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const part = keys.filter((key) => `<&>${key}` > after).slice(0, 2);
  const last = part.at(-1);
  const isCutOff = last !== undefined && last !== keys.at(-1);
  const contents = part.map(
    (key) => `<Contents><Key>${key}</Key><Size>${service.objects.get(key)?.length}</Size></Contents>`,
  );
  const next = isCutOff ? `<NextContinuationToken>&lt;&amp;&gt;${last}</NextContinuationToken>` : '';
  reply.writeHead(200, { 'content-type': 'application/xml' });
  reply.end(
    `<?xml version="1.0"?><ListBucketResult><Name>${TEST_BUCKET}</Name><IsTruncated>${isCutOff}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`,
  );
}

function refuse(reply: ServerResponse, status: number, code: string): void {
  reply.writeHead(status, { 'content-type': 'application/xml' });
  reply.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
/** RFC 3986: everything but unreserved letters. */
const encoded = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

/** The code of what is wrong with the signature, as S3 names it. */
function flawOf({ method = '', headers }: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const [, key, day, region, signed, given] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (key === undefined || day === undefined || signed === undefined || given === undefined) return 'AccessDenied';
  if (key !== ACCESS_KEY) return 'InvalidAccessKeyId';
  if (region !== REGION) return 'AuthorizationHeaderMalformed';
  const at = String(headers['x-amz-date'] ?? '');
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? [];
  const [year = 0, month = 0, date = 0, hour, minute, second] = parts.map(Number);
  const skew = Math.abs(Date.UTC(year, month - 1, date, hour, minute, second) - Date.now());
  if (!(skew <= LONGEST_SKEW_MS) || !at.startsWith(day)) return 'RequestTimeTooSkewed';
  const payload = String(headers['x-amz-content-sha256'] ?? '');
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const names = signed.split(';');
  if (!names.includes('host') || !names.includes('x-amz-content-sha256') || !names.includes('x-amz-date')) {
    return 'AccessDenied';
  }
  const request = [
    method,
    url.pathname
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    [...url.searchParams]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signed,
    payload,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const signing = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${SECRET_KEY}`, day), region));
  const counted = hmac(signing, ['AWS4-HMAC-SHA256', at, scope, sha256(request)].join('\n'));
  return timingSafeEqual(counted, Buffer.from(given, 'hex')) ? undefined : 'SignatureDoesNotMatch';
}
