// One kept-alive line to a server on this machine, one request at a time: just enough of HTTP/1.1 to read answers whole,
// so that the load costs less than what it measures.

import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const HEAD_ENDS = Buffer.from('\r\n\r\n');

export class HttpLine {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #whole = -1;
  #bodyAt = 0;
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    // No encoding is set, so what arrives are bytes.
    socket.on('data', (chunk) => this.#take(chunk as Buffer));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The line was cut.')));
  }

  static open(port: number): Promise<HttpLine> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new HttpLine(socket));
      });
    });
  }

  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting !== undefined) throw new Error('A line carries one request at a time.');
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    if (this.#whole === -1) {
      const headEnds = this.#received.indexOf(HEAD_ENDS);
      if (headEnds === -1) return;
      this.#bodyAt = headEnds + 4;
      const head = this.#received.toString('latin1', 0, headEnds);
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
      if (length === undefined) {
        this.#fail(new Error(`An answer without a length:\n${head}`));
        return;
      }
      this.#whole = this.#bodyAt + Number(length);
    }
    if (this.#received.length < this.#whole) return;

    const status = Number(this.#received.toString('latin1', 9, 12));
    const body = this.#received.toString('utf8', this.#bodyAt, this.#whole);
    this.#received = this.#received.subarray(this.#whole);
    this.#whole = -1;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status, body });
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.reject(error);
    this.#socket.destroy();
  }
}

export function requestText(
  method: 'GET' | 'POST',
  path: string,
  port: number,
  headers: Readonly<Record<string, string>>,
  body = '',
): string {
  const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== '') lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
