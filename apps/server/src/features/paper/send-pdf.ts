import type { FastifyReply } from 'fastify';

/** Shown in the browser, under a name that is also good for saving. */
export function sendPdf(reply: FastifyReply, pdf: Uint8Array, name: string): FastifyReply {
  const safeName = name.replace(/[^A-Za-z0-9._-]+/g, '-');
  reply.header('content-type', 'application/pdf');
  reply.header('content-disposition', `inline; filename="${safeName}.pdf"`);
  reply.header('content-length', pdf.byteLength);
  return reply.send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
}
