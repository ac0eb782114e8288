// A push service on this machine and a browser that listens at it, for tests. Only tests import this file.

import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutsideDoor } from '../../platform/outbound/post-outside.ts';

/** Lets the test's own machine in, and nothing else. */
export const loopbackDoor: OutsideDoor = {
  mayName: (url) => url.hostname === '127.0.0.1' || url.hostname === 'localhost',
  mayCall: (address) => address === '127.0.0.1' || address === '::1',
};

export interface ReceivedPush {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface PushService {
  readonly origin: string;
  readonly received: ReceivedPush[];
  /** What it answers next; the last one stays. `hang up` takes the message and says nothing. */
  answers: (number | 'hang up')[];
  retryAfter: string | undefined;
  close(): Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  const received: ReceivedPush[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces) });
      const answer = (service.answers.length > 1 ? service.answers.shift() : service.answers[0]) ?? 201;
      if (answer === 'hang up') {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer, service.retryAfter === undefined ? {} : { 'retry-after': service.retryAfter });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on a port, not on a path.
  const { port } = server.address() as AddressInfo;
  const service: PushService = {
    origin: `http://127.0.0.1:${port}`,
    received,
    answers: [201],
    retryAfter: undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

export interface TestBrowser {
  /** What it hands to the society. */
  readonly subscription: { endpoint: string; keys: { p256dh: string; auth: string } };
  read(push: ReceivedPush): Record<string, string>;
}

export function testBrowser(service: PushService, name: string): TestBrowser {
  const pair = createECDH('prime256v1');
  const p256dh = pair.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  return {
    subscription: { endpoint: `${service.origin}/send/${name}`, keys: { p256dh, auth } },
    read: ({ body }) => JSON.parse(openPush(body, pair, auth)),
  };
}

/** What a browser does with the bytes it gets (RFC 8188 and 8291), written apart from the sending side. */
export function openPush(message: Buffer, browser: ECDH, auth: string): string {
  const salt = message.subarray(0, 16);
  const length = message.readUInt8(20);
  const sender = message.subarray(21, 21 + length);
  const sealed = message.subarray(21 + length);
  const input = hkdfSync(
    'sha256',
    browser.computeSecret(sender),
    Buffer.from(auth, 'base64url'),
    Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]),
    32,
  );
  const part = (info: string, bytes: number) => Buffer.from(hkdfSync('sha256', input, salt, info, bytes));
  const decipher = createDecipheriv(
    'aes-128-gcm',
    part('Content-Encoding: aes128gcm\0', 16),
    part('Content-Encoding: nonce\0', 12),
  );
  decipher.setAuthTag(sealed.subarray(-16));
  const content = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return content.subarray(0, content.lastIndexOf(2)).toString();
}

/** The claims of `Authorization: vapid t=…, k=…`, when the signature is of that key. */
export function vapidClaims(push: ReceivedPush): { aud: string; exp: number; sub?: string } {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(String(push.headers.authorization)) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('The signature is not of the key beside it.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}
