// The socket server of features/live stands beside the routes, on every listener. Requests under its path never
// reach the router.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export interface SocketServer {
  /** `/socket.io/` */
  readonly path: string;
  handleRequest(request: IncomingMessage, response: ServerResponse): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says good-bye and closes every line; called while the server stops, before the database closes. */
  close(): Promise<void>;
}
