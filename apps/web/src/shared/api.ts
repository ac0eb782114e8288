import type { SessionUser, TokenAnswer } from './answers.ts';
import { lineBecame, lineHeard } from './line-state.ts';
import { currentLanguage, readStored, removeStored, writeStored } from './messages/messages.ts';
import { LineLostError, ProblemError, readProblem } from './problem.ts';

// The page's only way to the server: its own origin, the access token in memory, the refresh token in a cookie that no
// script can read. A money request carries an Idempotency-Key, so sending it again after a broken line is safe.

export type Audience = 'member' | 'staff';
export type QueryValue = string | number | boolean | undefined;

export interface RequestOptions {
  /** Values for the {slots} of the path. */
  path?: Readonly<Record<string, string | number>>;
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  idempotencyKey?: string;
  /** The version the reader saw, for resources that carry one. */
  ifMatch?: string | number;
  signal?: AbortSignal;
  /** Arrives even when the page is being left. */
  keepalive?: boolean;
  /** Sends no token, for pages that anyone may open. */
  anonymous?: boolean;
  /** Each piece of a download as it arrives. */
  onPiece?: (bytes: Uint8Array) => void;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const requestTimeoutMs = 30_000;
/** A file of a million rows is not late because it is long. */
const downloadTimeoutMs = 30 * 60_000;
const refreshEarlyMs = 30_000;
const retryWaitsMs = [1_000, 3_000];
/** A page that comes later than this wants a fresh answer. */
const aheadForMs = 15_000;

export class Api {
  readonly audience: Audience;
  #accessToken: string | undefined;
  #expiresAt = 0;
  #refreshing: Promise<SessionUser | undefined> | undefined;
  #signedOutListeners = new Set<() => void>();
  #restoring: Promise<SessionUser | undefined> | undefined;
  readonly #askedAhead = new Map<string, { answer: Promise<unknown>; at: number }>();

  constructor(audience: Audience) {
    this.audience = audience;
  }

  get<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    const address = fillPath(path, options);
    const ahead = this.#askedAhead.get(address);
    this.#askedAhead.delete(address);
    if (ahead === undefined || performance.now() - ahead.at > aheadForMs) return this.#json('GET', path, options);
    // Whoever asks for this path knows the shape of its answer, also when it was asked for before them.
    return ahead.answer as Promise<Answer>;
  }

  /** Asks before there is a page that wants it; the first `get` of the same takes this answer. */
  getAhead(path: string, options?: RequestOptions): void {
    const answer = this.#json('GET', path, options);
    // Whoever takes it hears of the refusal.
    answer.catch(() => undefined);
    this.#askedAhead.set(fillPath(path, options), { answer, at: performance.now() });
  }

  post<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    return this.#json<Answer>('POST', path, options);
  }

  put<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    return this.#json<Answer>('PUT', path, options);
  }

  patch<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    return this.#json<Answer>('PATCH', path, options);
  }

  delete<Answer>(path: string, options?: RequestOptions): Promise<Answer> {
    return this.#json<Answer>('DELETE', path, options);
  }

  /** A PDF or CSV with the name the server gives it. A plain link cannot carry the token. */
  async download(path: string, options?: RequestOptions): Promise<{ blob: Blob; fileName: string }> {
    const response = await this.#send('GET', path, { onPiece: () => undefined, ...options });
    const disposition = response.headers.get('content-disposition') ?? '';
    const fileName = /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? path.split('/').at(-1) ?? 'kafal';
    return { blob: await readPieces(response, options?.onPiece), fileName };
  }

  async upload<Answer>(path: string, form: FormData, options?: RequestOptions): Promise<Answer> {
    const response = await this.#send('POST', path, { ...options, body: form });
    return (await response.json()) as Answer;
  }

  /** Log-in. Takes the token into memory and hands back the user. */
  async signIn(path: string, body: unknown): Promise<SessionUser> {
    return this.#takeToken(await this.#json<TokenAnswer>('POST', path, { body, anonymous: true }));
  }

  /** At the start of a page: whoever the refresh cookie still knows, or undefined. */
  async restore(): Promise<SessionUser | undefined> {
    const ahead = this.#restoring;
    this.#restoring = undefined;
    if (ahead !== undefined) return ahead;
    // No script can see the cookie; this mark spares every visitor who is not logged in a request that must fail.
    return this.mayBeSignedIn ? this.#refresh() : undefined;
  }

  /** Asks who it is before there is a page that wants to know; the first `restore` takes this answer. */
  restoreAhead(): Promise<SessionUser | undefined> {
    this.#restoring = this.restore();
    return this.#restoring;
  }

  /** The refresh cookie was there when this browser was last used; only the server knows whether it still counts. */
  get mayBeSignedIn(): boolean {
    return readStored(this.markKey) !== null;
  }

  async signOut(): Promise<void> {
    try {
      await this.#json('POST', '/api/auth/logout', { body: { audience: this.audience } });
    } finally {
      this.#forget();
    }
  }

  /** The token for the socket's handshake, fresh enough to be accepted. */
  async freshToken(): Promise<string | undefined> {
    if (this.#needsToken()) await this.#refresh();
    return this.#accessToken;
  }

  get isSignedIn(): boolean {
    return this.#accessToken !== undefined;
  }

  /** The session was ended: by log-out, by the owner elsewhere, or by the society. */
  onSignedOut(listener: () => void): () => void {
    this.#signedOutListeners.add(listener);
    return () => this.#signedOutListeners.delete(listener);
  }

  async #json<Answer>(method: Method, path: string, options?: RequestOptions): Promise<Answer> {
    const response = await this.#send(method, path, options);
    // The server's answers are checked against the contract before they leave it, so the page trusts their shape.
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }

  async #send(method: Method, path: string, options: RequestOptions = {}): Promise<Response> {
    if (options.anonymous !== true && this.#needsToken()) await this.#refresh();
    const sentToken = options.anonymous === true ? undefined : this.#accessToken;
    const response = await this.#sendWithRetries(method, path, options, sentToken);
    if (response.ok) return response;
    if (response.status === 401 && sentToken !== undefined) {
      // Another request may have refreshed the token while this one was under way.
      if (this.#accessToken === sentToken) await this.#refresh();
      if (this.#accessToken !== undefined) {
        const again = await this.#sendWithRetries(method, path, options, this.#accessToken);
        if (again.ok) return again;
        throw await readProblem(again);
      }
    }
    throw await readProblem(response);
  }

  /** Only what is safe to send twice is sent twice: reading, and acts that carry an idempotency key. */
  async #sendWithRetries(
    method: Method,
    path: string,
    options: RequestOptions,
    token: string | undefined,
  ): Promise<Response> {
    const waits = options.idempotencyKey === undefined ? [] : retryWaitsMs;
    for (let attempt = 0; ; attempt++) {
      const wait = waits[attempt];
      try {
        const response = await this.#fetch(method, path, options, token);
        const isBusy = response.status === 503 || (response.status === 409 && response.headers.has('retry-after'));
        if (!isBusy || wait === undefined) return response;
      } catch (error) {
        if (!(error instanceof LineLostError) || wait === undefined) throw error;
      }
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }

  async #fetch(method: Method, path: string, options: RequestOptions, token: string | undefined): Promise<Response> {
    const headers = new Headers({ 'X-Kafal-Client': 'web', 'Accept-Language': currentLanguage() });
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
    if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`);
    const isForm = options.body instanceof FormData;
    if (options.body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
    const timeout = AbortSignal.timeout(options.onPiece === undefined ? requestTimeoutMs : downloadTimeoutMs);
    try {
      const response = await fetch(fillPath(path, options), {
        method,
        headers,
        credentials: 'same-origin',
        keepalive: options.keepalive === true,
        body:
          options.body === undefined
            ? null
            : options.body instanceof FormData
              ? options.body
              : JSON.stringify(options.body),
        signal: options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]),
      });
      // A proxy in front may answer for a server that is gone.
      if (response.status !== 502 && response.status !== 504) lineHeard();
      return response;
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      lineBecame('lost');
      throw new LineLostError('No answer from the server', { cause: error });
    }
  }

  /** One refresh at a time, shared by every request that waits for it: the cookie's token may be used only once. */
  #refresh(): Promise<SessionUser | undefined> {
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refreshOnce(): Promise<SessionUser | undefined> {
    const response = await this.#fetch('POST', '/api/auth/refresh', { body: { audience: this.audience } }, undefined);
    if (response.ok) return this.#takeToken((await response.json()) as TokenAnswer);
    const problem = await readProblem(response);
    // A busy or missing server does not end a session; only a refusal does.
    if (problem.status >= 500 || problem.status === 429) throw problem;
    this.#forget();
    return undefined;
  }

  /** Where the mark stands; other tabs of this browser see it come and go. */
  get markKey(): string {
    return `kafal.session.${this.audience}`;
  }

  /** Another tab has ended the session: this page drops its token without asking the server. */
  forgetToken(): void {
    this.#forget();
  }

  #takeToken(answer: TokenAnswer): SessionUser {
    writeStored(this.markKey, 'open');
    this.#accessToken = answer.accessToken;
    this.#expiresAt = performance.now() + answer.expiresIn * 1_000;
    return answer.user;
  }

  /** About to run out, or not fetched yet because there was no line when the page was opened. */
  #needsToken(): boolean {
    if (this.#accessToken === undefined) return this.mayBeSignedIn;
    return performance.now() > this.#expiresAt - refreshEarlyMs;
  }

  #forget(): void {
    const wasSignedIn = this.#accessToken !== undefined;
    this.#accessToken = undefined;
    removeStored(this.markKey);
    if (wasSignedIn) for (const listener of this.#signedOutListeners) listener();
  }
}

async function readPieces(response: Response, onPiece?: (bytes: Uint8Array) => void): Promise<Blob> {
  if (onPiece === undefined || response.body === null) return response.blob();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  try {
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      onPiece(value);
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    lineBecame('lost');
    throw new LineLostError('The file broke off', { cause: error });
  }
  return new Blob(pieces, { type: response.headers.get('content-type') ?? '' });
}

function fillPath(path: string, options: RequestOptions = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(options.path?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {}))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return query.size === 0 ? filled : `${filled}?${query}`;
}

/** Whether a read may be asked for again by itself; a refusal will not change its mind. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.status >= 500;
}
