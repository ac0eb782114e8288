// Who may use the server from a page of another address. The page itself always calls its own origin, so this list
// matters only to others.

/** `127.0.0.1`, `[::1]` and `localhost` are one machine, so each stands for all three. */
const LOOPBACK = /^(https?:\/\/)(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export type OriginRule = (origin: string | undefined, host: string | undefined) => boolean;

export function originRule(allowed: readonly string[]): OriginRule {
  const whole = new Set<string>();
  for (const origin of allowed) {
    const loopback = LOOPBACK.exec(origin);
    if (loopback === null) whole.add(origin);
    else for (const name of ['localhost', '127.0.0.1', '[::1]']) whole.add(`${loopback[1]}${name}${loopback[3] ?? ''}`);
  }

  return (origin, host) => {
    // No browser, or one that sees nothing foreign in the request.
    if (origin === undefined) return true;
    return isSameOrigin(origin, host) || whole.has(origin);
  };
}

/** The scheme is left out of it: behind a proxy that ends TLS the page is https and the request is not. */
export function isSameOrigin(origin: string, host: string | undefined): boolean {
  if (host === undefined || host === '') return false;
  const afterScheme = origin.indexOf('://') + 3;
  return afterScheme > 2 && origin.slice(afterScheme).toLowerCase() === host.toLowerCase();
}
