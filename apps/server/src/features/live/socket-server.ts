// The brief's rooms and events over Socket.IO. Who somebody is comes from the token of the handshake, never from what
// the client says; a message only says "look again".

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { audienceOf, type DashboardUpdate, hearsOfTheHouse, isEventName, type SystemHeartbeat } from '@kafal/contract';
import { Server as Engine } from 'engine.io';
import { Server, type Socket } from 'socket.io';
import type { Actor } from '../../platform/http/actor.ts';
import type { KafalApp } from '../../platform/http/kafal-app.ts';
import type { SocketServer } from '../../platform/http/sockets.ts';
import { dashboardFigures } from '../dashboard/index.ts';
import { actorOfToken, onSessionsEnded } from '../identity/index.ts';
import { type DeliveredRow, liveMessage, socketEventFor } from './live-message.ts';

const PATH = '/socket.io/';
const HEARTBEAT_MS = 20_000;
/** The brief: at least every five minutes; a change is told within a second. */
const DASHBOARD_AT_LEAST_MS = 300_000;
const DASHBOARD_AT_MOST_MS = 1_000;

/** Tabs of one browser; more than anybody has open, and little enough that nobody fills the server alone. */
const MOST_LINES_OF_A_SESSION = 30;

interface SocketData {
  actor: Actor;
  token: string;
}
type LiveSocket = Socket<Record<string, never>, Record<string, never>, Record<string, never>, SocketData>;
type Acknowledge = (answer: { joined: boolean; code?: string }) => void;

export interface LiveSockets extends SocketServer {
  tell(rows: readonly DeliveredRow[]): void;
  startHeartbeat(): void;
  /** Open lines of this process, for the gauges. */
  readonly count: number;
}

export async function socketServer(app: KafalApp): Promise<LiveSockets> {
  const { platform } = app;
  const options = {
    path: PATH.slice(0, -1),
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 16_384,
    pingInterval: HEARTBEAT_MS,
    pingTimeout: 20_000,
    connectTimeout: 5_000,
    allowRequest: (request: IncomingMessage, decide: (error: null, allowed: boolean) => void) =>
      decide(null, app.originAllowed(request.headers.origin, request.headers.host)),
  };
  const server = new Server(options);
  // The engine without a listener of its own: the platform's listeners hand it what comes under the path.
  const engine = new Engine(options);
  server.bind(engine);
  let betweenInstances: { close(): void } | undefined;
  if (platform.config.redisUrl !== null) {
    const { redisAdapter } = await import('./redis-adapter.ts');
    const redis = await redisAdapter(platform.config.redisUrl, platform.log);
    server.adapter(redis.adapter);
    betweenInstances = redis;
  }

  server.use(async (socket, next) => {
    const token: unknown = socket.handshake.auth.token;
    const actor = typeof token === 'string' ? await actorOfToken(platform, token, callerOf(socket)) : undefined;
    if (typeof token !== 'string' || actor === undefined) {
      next(new Error('NOT_SIGNED_IN'));
      return;
    }
    const open = server.sockets.adapter.rooms.get(`session:${actor.sessionId}`)?.size ?? 0;
    if (open >= MOST_LINES_OF_A_SESSION) {
      next(new Error('TOO_MANY_LINES'));
      return;
    }
    socket.data = { actor, token } satisfies SocketData;
    // The engine's copy of the upgrade request is only kept for this moment, and it is large.
    Reflect.deleteProperty(socket.conn, 'request');
    next();
  });

  server.on('connection', (socket) => {
    const live = socket as LiveSocket;
    const { actor } = live.data;
    live.on('error', () => undefined);
    void live.join([`user:${actor.userId}`, `session:${actor.sessionId}`, `kind:${actor.kind}`]);

    live.on('join-member' as never, (asked: unknown, acknowledge: unknown) => {
      const memberId = actor.memberId;
      if (memberId === null || !asksForSelf(asked, memberId)) {
        answer(acknowledge, { joined: false, code: 'NOT_YOURS' });
        return;
      }
      void live.join(`member:${memberId}`);
      answer(acknowledge, { joined: true });
    });
    live.on('join-admin' as never, (_asked: unknown, acknowledge: unknown) => {
      if (actor.kind !== 'staff' || !hearsOfTheHouse(actor.permissions)) {
        answer(acknowledge, { joined: false, code: 'NOT_ALLOWED' });
        return;
      }
      void live.join('staff');
      // Asked again and again, the figures are not made again and again: the room hears every change anyway.
      if (actor.permissions.has('dashboard.read') && !live.rooms.has('dashboard')) {
        void live.join('dashboard');
        void tellDashboard(live.id);
      }
      answer(acknowledge, { joined: true });
    });
  });

  onSessionsEnded((sessionIds) => {
    for (const id of sessionIds) server.in(`session:${id}`).disconnectSockets(true);
  });

  // ---- the dashboard: on change at most once a second, and at least every five minutes --------------------------
  let dashboardToldAt = 0;
  let dashboardTimer: NodeJS.Timeout | undefined;
  async function tellDashboard(room = 'dashboard'): Promise<void> {
    // With Redis, whoever looks may sit at another instance; without it, nobody here means nobody at all.
    if (platform.config.redisUrl === null && !server.sockets.adapter.rooms.has(room)) return;
    if (room === 'dashboard') dashboardToldAt = platform.clock.now();
    try {
      const message: DashboardUpdate = {
        type: 'DASHBOARD_UPDATE',
        data: await dashboardFigures(platform),
        timestamp: new Date(platform.clock.now()).toISOString(),
      };
      server.to(room).emit('dashboard-update', message);
    } catch (error) {
      platform.log.error({ err: error }, 'dashboard-update could not be made');
    }
  }
  function dashboardChanged(): void {
    dashboardTimer ??= setTimeout(() => {
      dashboardTimer = undefined;
      void tellDashboard();
    }, DASHBOARD_AT_MOST_MS).unref();
  }

  let heartbeat: NodeJS.Timeout | undefined;
  async function beat(): Promise<void> {
    const message: SystemHeartbeat = { timestamp: new Date(platform.clock.now()).toISOString(), status: 'ok' };
    server.local.emit('system-heartbeat', message);
    if (platform.clock.now() - dashboardToldAt >= DASHBOARD_AT_LEAST_MS) void tellDashboard();
    // A token that has run out, or a session ended by another instance, cuts the line within one beat.
    for (const socket of server.sockets.sockets.values()) {
      const { token } = socket.data as SocketData;
      if ((await actorOfToken(platform, token, callerOf(socket))) === undefined) socket.disconnect(true);
    }
  }

  return {
    path: PATH,
    get count() {
      return server.engine.clientsCount;
    },
    handleRequest(request: IncomingMessage, response: ServerResponse) {
      engine.handleRequest(request as never, response as never);
    },
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      engine.handleUpgrade(request as never, socket as never, head as never);
    },
    tell(rows) {
      for (const row of rows) {
        if (!isEventName(row.name)) continue;
        const audience = audienceOf(row.name);
        const message = liveMessage({ ...row, name: row.name });
        if (audience === 'all') server.emit(socketEventFor(row.name, 'all'), message);
        if (audience === 'every-member') server.to('kind:member').emit(socketEventFor(row.name, 'all'), message);
        if (audience === 'every-staff') server.to('kind:staff').emit(socketEventFor(row.name, 'all'), message);
        if (audience === 'user' && row.userId !== null) {
          server.to(`user:${row.userId}`).emit(socketEventFor(row.name, 'member'), message);
        }
        if (audience === 'staff' || audience === 'both') {
          server.to('staff').emit(socketEventFor(row.name, 'staff'), message);
        }
        if ((audience === 'member' || audience === 'both') && row.memberId !== null) {
          server.to(`member:${row.memberId}`).emit(socketEventFor(row.name, 'member'), message);
        }
      }
      dashboardChanged();
    },
    startHeartbeat() {
      heartbeat = setInterval(() => void beat(), HEARTBEAT_MS);
      heartbeat.unref();
    },
    async close() {
      clearInterval(heartbeat);
      clearTimeout(dashboardTimer);
      server.disconnectSockets(true);
      await server.close();
      betweenInstances?.close();
    },
  };
}

function callerOf(socket: Socket) {
  return {
    address: socket.handshake.address,
    agent: String(socket.handshake.headers['user-agent'] ?? ''),
    language: 'en' as const,
    requestId: '',
  };
}

/** Nothing, or one's own id in any form; a foreign id is refused rather than quietly answered with one's own room. */
function asksForSelf(asked: unknown, memberId: number): boolean {
  if (asked === undefined || asked === null || typeof asked === 'function') return true;
  const id = typeof asked === 'object' ? (asked as { memberId?: unknown }).memberId : asked;
  if (id === undefined) return true;
  // Nothing else is ever turned into text: an object from outside may bring a toString that throws.
  return (typeof id === 'string' || typeof id === 'number') && String(id) === String(memberId);
}

function answer(acknowledge: unknown, with_: Parameters<Acknowledge>[0]): void {
  if (typeof acknowledge === 'function') (acknowledge as Acknowledge)(with_);
}
