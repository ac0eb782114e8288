// What is said before the app is there: the books are being brought up to date, or the demo is being made.

import type { RequestListener } from 'node:http';
import { wantedLanguage } from './language.ts';
import { en } from './messages/en.ts';
import { hi } from './messages/hi.ts';
import { securityHeaders } from './security-headers.ts';

const SENTENCES = { en, hi };
const TRY_AGAIN_SECONDS = 2;

export function waitingAnswer(state: 'starting'): RequestListener {
  return (request, response) => {
    const sentence = SENTENCES[wantedLanguage(request.headers['accept-language']) ?? 'en'].SERVER_STARTING ?? '';
    const url = request.url ?? '/';
    const isPage = !url.startsWith('/api') && !url.startsWith('/health') && !url.startsWith('/socket.io');
    const headers = {
      ...(isPage ? securityHeaders.page.open : securityHeaders.api.open),
      'retry-after': String(TRY_AGAIN_SECONDS),
      'cache-control': 'no-store',
    };
    if (url.startsWith('/health')) {
      response.writeHead(503, { ...headers, 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ status: state }));
    } else if (isPage) {
      response.writeHead(503, { ...headers, 'content-type': 'text/html; charset=utf-8' });
      // The page looks again by itself until the server is there.
      response.end(
        `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="refresh" content="${TRY_AGAIN_SECONDS}">` +
          `<meta name="viewport" content="width=device-width"><title>Kafal</title></head><body><p>${sentence}</p></body></html>`,
      );
    } else {
      const problem = {
        type: 'about:blank',
        title: 'Service Unavailable',
        status: 503,
        code: 'SERVER_STARTING',
        detail: sentence,
        requestId: '',
      };
      response.writeHead(503, { ...headers, 'content-type': 'application/problem+json; charset=utf-8' });
      response.end(JSON.stringify(problem));
    }
  };
}
