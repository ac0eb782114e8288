// Where people reach the server: two ports (the brief's 3000 and 8000), each on both loopback addresses unless HOST says
// otherwise, all of them serving the same thing. They listen before the app is ready and answer "starting" until then;
// when the server stops, nothing that was accepted is cut.

import { readFileSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Duplex } from 'node:stream';
import type { Config } from '../config/config.ts';
import { ConfigRefused } from '../config/config-refused.ts';
import type { CreatedApp } from './create-app.ts';
import type { SocketServer } from './sockets.ts';
import { waitingAnswer } from './waiting-answer.ts';

export interface Listeners {
  /** The ports in use, which differ from the settings only when those say 0. */
  readonly port: number;
  readonly webPort: number;
  /** What people type: http://localhost:8000 and the office's addresses when it is open to the office. */
  readonly addresses: { web: string[]; api: string[] };
  /** From now on the app answers. */
  serve(created: CreatedApp): void;
  /** No new connection; every answer under way is finished, within `patienceMs`. */
  drain(patienceMs: number): Promise<void>;
}

const LOOPBACKS = ['127.0.0.1', '::1'];
/** Those who keep a line open are told on their next answer that it ends; after this, idle lines are closed. */
const LAST_ANSWERS_MS = 300;
const LOOK_AGAIN_MS = 50;

export async function openListeners(listen: Config['listen']): Promise<Listeners> {
  let answer: RequestListener = waitingAnswer('starting');
  let upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void = (_request, socket) =>
    socket.destroy();
  let isDraining = false;
  let closeSockets: () => Promise<void> = async () => {};

  const onRequest: RequestListener = (request, response) => {
    if (isDraining) response.setHeader('connection', 'close');
    answer(request, response);
  };
  const servers: Server[] = [];
  const open = async (port: number): Promise<number> => {
    const hosts = listen.host === null ? LOOPBACKS : [listen.host];
    let chosen = port;
    let opened = 0;
    for (const host of hosts) {
      const server = newServer(listen.tls, onRequest);
      server.on('upgrade', (request, socket, head) => upgrade(request, socket, head));
      try {
        await listenOn(server, chosen, host);
      } catch (error) {
        const isMissingFamily = listen.host === null && opened > 0 && isUnavailableAddress(error);
        if (isMissingFamily) continue;
        throw refusal(error, chosen, host);
      }
      servers.push(server);
      opened += 1;
      // The server was listening a moment ago, on a port and not on a path.
      chosen = (server.address() as AddressInfo).port;
    }
    return chosen;
  };

  let port: number;
  let webPort: number;
  try {
    port = await open(listen.port);
    webPort = await open(listen.webPort);
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }

  return {
    port,
    webPort,
    addresses: { web: addressesOf(listen, webPort), api: addressesOf(listen, port) },
    serve: (created) => {
      const live = created.sockets();
      const { routing } = created.app;
      closeSockets = created.closeSockets;
      answer = live === undefined ? routing : besideSockets(live, routing);
      if (live !== undefined) {
        upgrade = (request, socket, head) => {
          if (isUnder(live.path, request.url)) live.handleUpgrade(request, socket, head);
          else socket.destroy();
        };
      }
    },
    drain: async (patienceMs) => {
      isDraining = true;
      const closed = Promise.all(servers.map(stopAccepting));
      const until = Date.now() + patienceMs;
      await pause(Math.min(LAST_ANSWERS_MS, patienceMs));
      await closeSockets();
      while (Date.now() < until && (await anyConnected(servers))) {
        for (const server of servers) server.closeIdleConnections();
        await pause(LOOK_AGAIN_MS);
      }
      for (const server of servers) server.closeAllConnections();
      await closed;
    },
  };
}

function newServer(tls: Config['listen']['tls'], onRequest: RequestListener): Server {
  const options = { keepAliveTimeout: 65_000, headersTimeout: 15_000, requestTimeout: 30_000, noDelay: true };
  const server =
    tls === null
      ? createHttpServer(options, onRequest)
      : createHttpsServer(
          {
            ...options,
            cert: readFileSync(tls.certificateFile),
            key: readFileSync(tls.keyFile),
            minVersion: 'TLSv1.2',
          },
          onRequest,
        );
  server.on('clientError', answerClientError);
  return server;
}

/** Not HTTP, or too much of it: there is no request to answer, so the answer is written by hand. */
function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const timedOut = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  socket.end(`HTTP/1.1 ${timedOut ? '408 Request Timeout' : status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function besideSockets(live: SocketServer, routing: RequestListener): RequestListener {
  return (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) => {
    if (isUnder(live.path, request.url)) live.handleRequest(request, response);
    else routing(request, response);
  };
}

const isUnder = (path: string, url: string | undefined) => url?.startsWith(path) === true;

function listenOn(server: Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ port, host, backlog: 2_048 }, () => {
    server.off('error', reject);
    resolve();
  });
  return promise;
}

const errorCode = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);
const isUnavailableAddress = (error: unknown) => ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(errorCode(error)));

function refusal(error: unknown, port: number, host: string): Error {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new ConfigRefused([
        `Port ${port} is taken by another program. Stop that program, or set PORT and WEB_PORT to other ports.`,
      ]);
    case 'EACCES':
      return new ConfigRefused([`Port ${port} needs more rights than this user has; choose one above 1023.`]);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigRefused([`HOST is "${host}", which is not an address of this machine.`]);
    default:
      return error instanceof Error ? error : new Error(`Port ${port} could not be opened.`);
  }
}

/** http.Server's own close would also cut idle lines at once, and with them a request that is on its way. */
function stopAccepting(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  NetServer.prototype.close.call(server, () => resolve());
  return promise;
}

async function anyConnected(servers: readonly Server[]): Promise<boolean> {
  const counts = await Promise.all(
    servers.map((server) => {
      const { promise, resolve } = Promise.withResolvers<number>();
      server.getConnections((error, count) => resolve(error === null ? count : 0));
      return promise;
    }),
  );
  return counts.some((count) => count > 0);
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function addressesOf({ host, tls }: Config['listen'], port: number): string[] {
  const scheme = tls === null ? 'http' : 'https';
  const named = (name: string) => `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`;
  if (host === null) return [named('localhost')];
  if (host !== '0.0.0.0' && host !== '::') return [named(host)];
  return [named('localhost'), ...officeAddresses().map(named)];
}

/** The addresses at which other machines of the office reach this one. */
function officeAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
