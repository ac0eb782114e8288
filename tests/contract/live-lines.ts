// Real sockets to a society: the listeners of the server on a free port, and lines that keep what they hear.

import type { DashboardUpdate, SocketMessage, SystemHeartbeat } from '@kafal/contract';
import { io, type Socket } from 'socket.io-client';
import { openListeners } from '../../apps/server/src/platform/http/listeners.ts';
import type { Society } from '../society/open-society.ts';

export interface Heard {
  event: string;
  message: SocketMessage;
}

export interface Line {
  socket: Socket;
  heard: Heard[];
  /** Asks to join a room; what the server answers. */
  join(room: 'join-member' | 'join-admin', asked?: unknown): Promise<{ joined: boolean; code?: string }>;
  /** The next message that fits, or one that was heard already. */
  hear(fits: (heard: Heard) => boolean): Promise<SocketMessage>;
  hearType(type: string, where?: (message: SocketMessage) => boolean): Promise<SocketMessage>;
  next<Message = SystemHeartbeat | DashboardUpdate>(event: 'system-heartbeat' | 'dashboard-update'): Promise<Message>;
  hangUp(): void;
}

export interface Lines {
  port: number;
  /** Refused when the server does not know the token. */
  open(token?: string, more?: { origin?: string; polling?: boolean }): Promise<Line>;
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;

export async function openLines(society: Pick<Society, 'created'>): Promise<Lines> {
  const listeners = await openListeners({ port: 0, webPort: 0, host: '127.0.0.1', tls: null });
  listeners.serve(society.created);
  const open = new Set<Socket>();

  return {
    port: listeners.port,
    open: async (token, { origin, polling = false } = {}) => {
      const socket = io(`http://127.0.0.1:${listeners.port}`, {
        transports: polling ? ['polling'] : ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: token === undefined ? {} : { token },
        ...(origin === undefined ? {} : { extraHeaders: { origin } }),
      });
      open.add(socket);
      const line = listenOn(socket);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      socket.once('connect', resolve).once('connect_error', reject);
      await promise;
      return line;
    },
    close: async () => {
      for (const socket of open) socket.disconnect();
      await listeners.drain(500);
    },
  };
}

function listenOn(socket: Socket): Line {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  for (const event of ['member-notification', 'admin-notification', 'system-notification']) {
    socket.on(event, (message: SocketMessage) => {
      heard.push({ event, message });
      for (const look of waiting) look();
    });
  }
  const hear: Line['hear'] = (fits) => {
    const { promise, resolve, reject } = Promise.withResolvers<SocketMessage>();
    const late = setTimeout(() => {
      waiting.delete(look);
      reject(new Error(`Not heard; heard were ${JSON.stringify(heard)}`));
    }, PATIENCE_MS);
    const look = () => {
      const found = heard.find(fits);
      if (found === undefined) return;
      clearTimeout(late);
      waiting.delete(look);
      resolve(found.message);
    };
    waiting.add(look);
    look();
    return promise;
  };
  return {
    socket,
    heard,
    hear,
    hearType: (type, where = () => true) => hear(({ message }) => message.type === type && where(message)),
    join: (room, asked) => socket.timeout(PATIENCE_MS).emitWithAck(room, asked),
    next: (event) => {
      const { promise, resolve, reject } = Promise.withResolvers<never>();
      const late = setTimeout(() => reject(new Error(`No ${event}.`)), PATIENCE_MS);
      socket.once(event, (message) => {
        clearTimeout(late);
        // The server's only shape of this event; the test looks at its fields.
        resolve(message as never);
      });
      return promise;
    },
    hangUp: () => socket.disconnect(),
  };
}
