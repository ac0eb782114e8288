import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Sent piece by piece as it is read, so that no list is too long; the browser keeps it as a file. */
export function sendCsv(reply: FastifyReply, lines: AsyncGenerator<string>, name: string): string {
  const safeName = name.replace(/[^A-Za-z0-9._-]+/g, '-');
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('content-disposition', `attachment; filename="${safeName}.csv"`);
  // A stream is sent as it is; the schema says what it amounts to.
  return Readable.from(lines) as unknown as string;
}
