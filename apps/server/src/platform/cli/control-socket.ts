// How a command reaches the server that holds its data folder: a socket in that folder which only its owner may open.
// One JSON line asks, JSON lines of progress come back, the last one is the outcome.

import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { CommandRefused, sentencesOf } from './command.ts';
import type { Progress } from './terminal.ts';

export type ControlHandler = (values: Record<string, unknown>, progress: Progress) => Promise<Record<string, unknown>>;

type ControlLine =
  | { progress: string; done?: number; total?: number }
  | { outcome: Record<string, unknown> }
  | { refused: string };

const LONGEST_REQUEST = 64 * 1_024;
/** The system's own bound on the name of a socket. */
const LONGEST_PATH = 100;

export function controlPath(dataFolder: string): string {
  const folder = resolve(dataFolder);
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\kafal-${name}`;
  const path = join(folder, 'kafal.sock');
  return Buffer.byteLength(path) <= LONGEST_PATH ? path : join(tmpdir(), `kafal-${userInfo().uid}-${name}.sock`);
}

export interface ControlSocket {
  close(): Promise<void>;
}

/** Called by the server once it holds the lock of the folder, so a socket that is there already is a dead one. */
export async function openControlSocket(
  dataFolder: string,
  handlers: Readonly<Record<string, ControlHandler>>,
): Promise<ControlSocket> {
  const path = controlPath(dataFolder);
  if (process.platform !== 'win32') rmSync(path, { force: true });

  const server: Server = createServer((socket) => void serve(socket, handlers));
  const { promise, resolve: listening, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  // The socket is made with the owner's rights alone; widening and narrowing afterwards would leave a gap.
  const mask = process.umask(0o177);
  try {
    server.listen(path, listening);
  } finally {
    process.umask(mask);
  }
  await promise;
  if (process.platform !== 'win32') chmodSync(path, 0o600);

  return {
    close: () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      return closed.promise;
    },
  };
}

async function serve(socket: Socket, handlers: Readonly<Record<string, ControlHandler>>): Promise<void> {
  const write = (line: ControlLine) => void socket.write(`${JSON.stringify(line)}\n`);
  socket.on('error', () => socket.destroy());
  try {
    const { command, values } = JSON.parse(await firstLine(socket)) as {
      command: string;
      values: Record<string, unknown>;
    };
    const handler = Object.hasOwn(handlers, command) ? handlers[command] : undefined;
    if (handler === undefined)
      throw new CommandRefused('The running server does not know this command; it may be of another version.');
    const progress: Progress = (what, done, total) =>
      write({ progress: what, ...(done === undefined ? {} : { done }), ...(total === undefined ? {} : { total }) });
    write({ outcome: await handler(values, progress) });
  } catch (error) {
    write({ refused: sentencesOf(error).join('\n') });
  }
  socket.end();
}

function firstLine(socket: Socket): Promise<string> {
  const { promise, resolve: found, reject } = Promise.withResolvers<string>();
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    text += part;
    const end = text.indexOf('\n');
    if (end >= 0) found(text.slice(0, end));
    else if (text.length > LONGEST_REQUEST) reject(new CommandRefused('The request is too long.'));
  });
  socket.once('close', () => reject(new CommandRefused('The command went away.')));
  return promise;
}

/** The outcome from the running server, or undefined when none runs on this folder. */
export async function askRunningServer(
  dataFolder: string,
  command: string,
  values: Record<string, unknown>,
  progress: Progress,
): Promise<Record<string, unknown> | undefined> {
  const socket = await connected(controlPath(dataFolder));
  if (socket === undefined) return undefined;
  socket.write(`${JSON.stringify({ command, values })}\n`);
  try {
    for await (const text of createInterface({ input: socket })) {
      // Our own server wrote it, of this version or another.
      const line = JSON.parse(text) as ControlLine;
      if ('outcome' in line) return line.outcome;
      if ('refused' in line) throw new CommandRefused(line.refused);
      progress(line.progress, line.done, line.total);
    }
  } finally {
    socket.destroy();
  }
  throw new CommandRefused('The running server stopped before the work was done.');
}

function connected(path: string): Promise<Socket | undefined> {
  const { promise, resolve: settle, reject } = Promise.withResolvers<Socket | undefined>();
  const socket = connect(path);
  socket.once('connect', () => settle(socket));
  socket.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED' || error.code === 'ENOTDIR') settle(undefined);
    else if (error.code === 'EACCES')
      reject(new CommandRefused(`${path} belongs to another user; run the command as the one who runs the server.`));
    else reject(error);
  });
  return promise;
}
