// What the operator's tools ask: is it alive, and how is it doing. Neither path is limited.

import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import type { KafalApp } from '../http/kafal-app.ts';

export interface OperationsOptions {
  /** The door that asks for `system.read`, for whoever reads the metrics from another machine. */
  metricsGuard: onRequestHookHandler;
}

export async function operationsRoutes(app: KafalApp, { metricsGuard }: OperationsOptions): Promise<void> {
  const { health, metrics } = app.platform;

  app.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const report = await health.report();
    reply.header('cache-control', 'no-store').code(report.status === 'ok' ? 200 : 503);
    if (report.status !== 'ok') reply.header('retry-after', 2);
    return report;
  });

  app.get(
    '/metrics',
    {
      schema: { hide: true },
      onRequest(request, reply, done) {
        if (isFromThisMachine(request)) done();
        else metricsGuard.call(this, request, reply, done);
      },
    },
    async (_request, reply) => {
      reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store');
      return metrics.text();
    },
  );
}

/** Behind a proxy that TRUST_PROXY does not name everybody seems to be this machine, so such a request is a stranger's. */
function isFromThisMachine(request: FastifyRequest): boolean {
  const { address } = request.caller;
  const isLoopback = address === '::1' || address.startsWith('127.');
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return isLoopback && !isForwarded;
}
