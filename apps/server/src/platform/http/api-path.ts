import type { FastifyRequest } from 'fastify';

/** Everything under `/api` is the API's; the rest belongs to the page. */
export function isApiPath(url: string): boolean {
  return url.startsWith('/api') && (url.length === 4 || url[4] === '/' || url[4] === '?');
}

/**
 * What is asked of the API, however its path was written: `/%61pi/me` and `http://host/api/me` are found like `/api/me`,
 * so they are guarded and headed like it too.
 */
export function isForApi(request: FastifyRequest): boolean {
  return isApiPath(request.url) || isApiPath(request.routeOptions.url ?? '');
}
