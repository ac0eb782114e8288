import type { Socket } from 'socket.io-client';
import type { LiveEventsAnswer } from './answers.ts';
import type { Api } from './api.ts';
import { lineBecame, lineHeard } from './line-state.ts';

// What happens in the society while the page is open. The socket says "look again"; after a lost line the missed
// messages are fetched once, in order, by their sequence number. Without a socket the page asks every few seconds.

export type LiveChannel = 'member-notification' | 'admin-notification' | 'system-notification' | 'dashboard-update';

export interface LiveMessage {
  channel: LiveChannel;
  type: string;
  data: Readonly<Record<string, unknown>>;
  timestamp: string;
  /** Absent on messages that are only a fresh picture, such as the dashboard's figures. */
  seq?: number;
}

/** The same message as the socket sends it, without the channel that carried it. */
type SocketMessage = Omit<LiveMessage, 'channel'>;

export interface LiveOptions {
  api: Pick<Api, 'get' | 'freshToken'>;
  room: 'member' | 'admin';
  onMessage: (message: LiveMessage) => void;
  /** The line was lost for so long that everything shown should be asked for again. */
  onGap: () => void;
}

const channels: readonly LiveChannel[] = [
  'member-notification',
  'admin-notification',
  'system-notification',
  'dashboard-update',
];
/** Beyond this much, looking at everything again is quicker than message by message. */
const pagesBeforeGap = 3;
const pollEveryMs = 15_000;
const watchEveryMs = 5_000;
/** The server's heart beats at least every 25 s; two missed beats mean that the line is gone, whatever the socket says. */
const silenceLimitMs = 60_000;

/** Starts listening and returns the way to stop. The socket's code is fetched here, after the page is drawn. */
export function startLive(options: LiveOptions): () => void {
  const line = new LiveLine(options);
  void line.start();
  return () => line.stop();
}

class LiveLine {
  readonly #options: LiveOptions;
  #socket: Socket | undefined;
  #lastSeq: number | undefined;
  #lastHeard = performance.now();
  #lastPolled = performance.now();
  #catchingUp: Promise<void> | undefined;
  /** Messages that arrive while missed ones are being fetched wait here, so that none overtakes. */
  #waiting: LiveMessage[] = [];
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopped = false;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.#catchUp();
    this.#timer = setInterval(() => this.#watch(), watchEveryMs);
    addEventListener('online', this.#retryNow);
    document.addEventListener('visibilitychange', this.#retryNow);
    try {
      const { io } = await import('socket.io-client');
      if (!this.#stopped) this.#connect(io);
    } catch {
      // The socket's code did not arrive; polling carries on and the next page load tries again.
    }
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
    removeEventListener('online', this.#retryNow);
    document.removeEventListener('visibilitychange', this.#retryNow);
    this.#socket?.disconnect();
  }

  #connect(io: typeof import('socket.io-client').io): void {
    const { api, room } = this.#options;
    const socket = io({
      path: '/socket.io',
      transports: ['websocket', 'polling'],
      reconnectionDelayMax: 10_000,
      auth: (give) => {
        api.freshToken().then(
          (token) => give({ token }),
          () => give({}),
        );
      },
    });
    this.#socket = socket;
    socket.on('connect', () => {
      socket.emit(room === 'member' ? 'join-member' : 'join-admin');
      this.#heard('live');
      void this.#catchUp();
    });
    socket.on('disconnect', (reason) => {
      if (this.#stopped) return;
      lineBecame('lost');
      // The server ended this connection (an expired token, a restart); the client does not come back by itself then.
      if (reason === 'io server disconnect') setTimeout(() => !this.#stopped && socket.connect(), 1_000);
    });
    socket.on('connect_error', () => {
      if (!socket.active && !this.#stopped) setTimeout(() => !this.#stopped && socket.connect(), 5_000);
    });
    socket.on('system-heartbeat', () => this.#heard('live'));
    for (const channel of channels) {
      socket.on(channel, (message: SocketMessage) => {
        this.#heard('live');
        this.#receive({ ...message, channel });
      });
    }
  }

  #receive(message: LiveMessage): void {
    if (this.#catchingUp === undefined) this.#deliver(message);
    else this.#waiting.push(message);
  }

  #deliver(message: LiveMessage): void {
    if (message.seq !== undefined) {
      if (this.#lastSeq !== undefined && message.seq <= this.#lastSeq) return;
      this.#lastSeq = message.seq;
    }
    this.#options.onMessage(message);
  }

  #catchUp(): Promise<void> {
    this.#catchingUp ??= this.#fetchMissed().finally(() => {
      this.#catchingUp = undefined;
      for (const message of this.#waiting.splice(0)) this.#deliver(message);
    });
    return this.#catchingUp;
  }

  async #fetchMissed(): Promise<void> {
    try {
      if (this.#lastSeq === undefined) await this.#findStartingPoint();
      else await this.#readMissed(this.#lastSeq);
      this.#lastPolled = performance.now();
      if (this.#socket?.connected !== true && !this.#stopped) this.#heard('polling');
    } catch {
      if (!this.#stopped) lineBecame('lost');
    }
  }

  /**
   * Nothing was missed before the page was drawn from fresh data, so what waited for this user is only passed over: the
   * server goes on from where the user last was, and only the number reached is wanted.
   */
  async #findStartingPoint(): Promise<void> {
    for (let page = 0; page < pagesBeforeGap; page++) {
      const { latestSeq, more } = await this.#events(undefined);
      this.#lastSeq = latestSeq;
      if (!more) return;
    }
  }

  async #readMissed(after: number): Promise<void> {
    let seen = after;
    for (let page = 0; page < pagesBeforeGap; page++) {
      const missed = await this.#events(seen);
      if (this.#stopped) return;
      for (const event of missed.events) this.#deliver({ ...event, channel: channelOf(event.socketEvent) });
      // Others' events have numbers too; they need not be passed over again next time.
      this.#lastSeq = Math.max(this.#lastSeq ?? 0, missed.latestSeq);
      if (!missed.more) return;
      seen = missed.events.at(-1)?.seq ?? missed.latestSeq;
    }
    this.#options.onGap();
  }

  #events(after: number | undefined): Promise<LiveEventsAnswer> {
    return this.#options.api.get<LiveEventsAnswer>('/api/live/events', { query: { after, limit: 200 } });
  }

  #watch(): void {
    const now = performance.now();
    const isConnected = this.#socket?.connected === true;
    if (isConnected && now - this.#lastHeard > silenceLimitMs) {
      lineBecame('lost');
      this.#socket?.disconnect().connect();
    } else if (!isConnected && now - this.#lastPolled > pollEveryMs) {
      this.#lastPolled = now;
      void this.#catchUp();
    }
  }

  /** A phone that wakes up should not wait for the next try. */
  #retryNow = (): void => {
    if (document.visibilityState !== 'visible' || this.#stopped) return;
    if (this.#socket?.connected === false) this.#socket.connect();
    void this.#catchUp();
  };

  #heard(status: 'live' | 'polling'): void {
    this.#lastHeard = performance.now();
    lineHeard(status);
  }
}

function channelOf(name: string): LiveChannel {
  return channels.find((channel) => channel === name) ?? 'system-notification';
}
