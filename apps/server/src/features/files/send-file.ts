import type { FastifyReply } from 'fastify';
import type { OpenedFile } from './open-file.ts';

/** Whatever is in it, a browser that opens it runs nothing, asks for nothing and belongs to no page. */
const POLICY = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function sendFile(reply: FastifyReply, { mediaType, bytes, name, plainName, stream }: OpenedFile): FastifyReply {
  reply.header('content-type', mediaType);
  reply.header('content-length', bytes);
  reply.header('content-security-policy', POLICY);
  reply.header('cache-control', 'private, no-store');
  reply.header(
    'content-disposition',
    `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  return reply.send(stream);
}
