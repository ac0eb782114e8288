import type { Page } from 'playwright-core';

/** The server's answer to one request, put in its place on the way. */
export async function answerOnce(
  page: Page,
  path: string | RegExp,
  status: number,
  problem: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.route(
    ({ pathname }) => (typeof path === 'string' ? pathname === path : path.test(pathname)),
    (route) =>
      route.fulfill({ status, headers, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    { times: 1 },
  );
}

/** The requests arrive and are done, and the line breaks before any answer comes back. */
export async function loseAnswers(page: Page, path: RegExp, times: number): Promise<string[]> {
  const keys: string[] = [];
  await page.route(
    ({ pathname, search }) => path.test(pathname + search),
    async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times },
  );
  return keys;
}
