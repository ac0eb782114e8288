// The load, in a process of its own so that it does not share a thread with what is measured. It is told a task by
// message and answers with what it saw.

import { HttpLine, requestText } from './http-line.ts';
import type { DepositTask, LoadResult, LoadTask, ReadTask } from './load-task.ts';

const ERRORS_TOLD = 5;
const AMOUNT = { minor: 10_000, text: '100.00' };

interface Seen {
  answered: number;
  answeredInAll: number;
  errors: string[];
  errorCount: number;
  milliseconds: number[];
  entries: Set<string>;
  sample: string;
}

type NextRequest = () => string;

async function run(task: LoadTask): Promise<LoadResult> {
  const lines = await openLines(task.port, task.connections);
  const seen: Seen = {
    answered: 0,
    answeredInAll: 0,
    errors: [],
    errorCount: 0,
    milliseconds: [],
    entries: new Set(),
    sample: '',
  };
  const startedAt = performance.now();
  const until = startedAt + task.seconds * 1_000;
  await Promise.all(lines.map((line, index) => drive(line, requestsOf(task, index), task.work.kind, until, seen)));
  for (const line of lines) line.close();

  const times = Float64Array.from(seen.milliseconds).sort();
  const share = (part: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
  return {
    answered: seen.answered,
    answeredInAll: seen.answeredInAll,
    perSecond: round(seen.answered / task.seconds),
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
    longest: share(1),
    errors: seen.errors,
    errorCount: seen.errorCount,
    deposited: task.work.kind === 'deposit' ? seen.answeredInAll * AMOUNT.minor : 0,
    entries: seen.entries.size,
    sample: seen.sample,
  };
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;

/** A hundred at a time, so that no line waits for its turn to be accepted. */
async function openLines(port: number, count: number): Promise<HttpLine[]> {
  const lines: HttpLine[] = [];
  while (lines.length < count) {
    const more = Math.min(100, count - lines.length);
    lines.push(...(await Promise.all(Array.from({ length: more }, () => HttpLine.open(port)))));
  }
  return lines;
}

async function drive(line: HttpLine, next: NextRequest, kind: string, until: number, seen: Seen): Promise<void> {
  const wanted = kind === 'deposit' ? 201 : 200;
  while (performance.now() < until) {
    const request = next();
    const sentAt = performance.now();
    try {
      const { status, body } = await line.send(request);
      const now = performance.now();
      if (status !== wanted) {
        fail(seen, `${status}: ${body.slice(0, 300)}`);
        if (seen.errorCount > 1_000) return;
        continue;
      }
      seen.answeredInAll += 1;
      if (now <= until) {
        seen.answered += 1;
        seen.milliseconds.push(now - sentAt);
      }
      if (kind === 'deposit') seen.entries.add(entryOf(body));
      if (seen.sample === '') seen.sample = body;
    } catch (error) {
      fail(seen, String(error));
      return;
    }
  }
}

function fail(seen: Seen, sentence: string): void {
  seen.errorCount += 1;
  if (seen.errors.length < ERRORS_TOLD) seen.errors.push(sentence);
}

function entryOf(body: string): string {
  const at = body.indexOf('"entryId":"') + 11;
  return body.slice(at, body.indexOf('"', at));
}

function requestsOf(task: LoadTask, index: number): NextRequest {
  return task.work.kind === 'read' ? reads(task, task.work, index) : deposits(task, task.work, index);
}

function reads({ port }: LoadTask, { paths, tokens }: ReadTask, index: number): NextRequest {
  const token = tokens.length === 0 ? undefined : tokens[index % tokens.length];
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const request = requestText('GET', paths[index % paths.length] ?? '/', port, headers);
  return () => request;
}

function deposits({ port, connections }: LoadTask, { tokens, savers, keys }: DepositTask, index: number): NextRequest {
  const authorization = `Bearer ${tokens[index % tokens.length]}`;
  let count = 0;
  return () => {
    // Strides through the savers, each connection from another place.
    const saver = savers[(index + count * connections * 7) % savers.length];
    count += 1;
    const body = JSON.stringify({
      memberId: saver?.memberId,
      lines: [{ kind: 'savings', depositId: saver?.depositId, amount: AMOUNT.text }],
      mode: 'cash',
    });
    const key = `${keys}-${index}-${String(count).padStart(10, '0')}`;
    return requestText('POST', '/api/receipts', port, { authorization, 'idempotency-key': key }, body);
  };
}

process.on('message', (task: LoadTask) => {
  run(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
