import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, request } from 'node:http';
import { get as getSecurely } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server as Engine } from 'engine.io';
import { Server as SocketIo } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Config } from '../config/config.ts';
import type { Feature } from './build-app.ts';
import { type Listeners, openListeners } from './listeners.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const LISTEN: Config['listen'] = { port: 0, webPort: 0, host: null, tls: null };

const slow: Feature = {
  name: 'slow',
  routes: async (app) => {
    app.get('/api/slow', { config: { permission: 'public', limit: 'none' } }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return { done: true };
    });
    app.post('/api/taken', { config: { permission: 'public', limit: 'none' } }, async () => ({ done: true }));
    app.get('/api/quick', { config: { permission: 'public', limit: 'none' } }, async () => ({ done: true }));
    const server = new SocketIo({ path: '/socket.io' });
    const engine = new Engine();
    server.bind(engine);
    server.on('connection', (socket) => socket.on('ask', (answer: (text: string) => void) => answer('heard')));
    app.serveSockets({
      path: '/socket.io/',
      // The engine types its request a little narrower than node's own.
      handleRequest: (incoming, response) => engine.handleRequest(incoming as never, response),
      handleUpgrade: (incoming, socket, head) => engine.handleUpgrade(incoming as never, socket as never, head),
      close: async () => {
        server.disconnectSockets(true);
        await server.close();
      },
    });
  },
};

let app: TestApp;
let listeners: Listeners;
beforeEach(async () => {
  app = await createTestApp([slow]);
  listeners = await openListeners(LISTEN);
});
afterEach(async () => {
  await listeners.drain(1_000);
  await app.close();
});

const body = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
};

describe('two ports', () => {
  test('before the app is there both say "starting", then both serve page, API and health', async () => {
    for (const port of [listeners.port, listeners.webPort]) {
      expect(await body(`http://127.0.0.1:${port}/health`)).toMatchObject({
        status: 503,
        json: { status: 'starting' },
      });
      expect(await body(`http://127.0.0.1:${port}/api/quick`)).toMatchObject({
        status: 503,
        json: { code: 'SERVER_STARTING' },
      });
      const page = await fetch(`http://127.0.0.1:${port}/staff`);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect(page.headers.get('retry-after')).toBe('2');
    }
    listeners.serve(app.created);
    for (const port of [listeners.port, listeners.webPort]) {
      expect(await body(`http://127.0.0.1:${port}/api/quick`)).toMatchObject({ status: 200, json: { done: true } });
      expect(await body(`http://127.0.0.1:${port}/health`)).toMatchObject({ status: 200, json: { status: 'ok' } });
    }
  });

  test('a taken port is one plain sentence', async () => {
    await expect(openListeners({ ...LISTEN, port: listeners.port })).rejects.toMatchObject({
      sentences: [expect.stringContaining(`Port ${listeners.port} is taken by another program.`)],
    });
  });

  test('sockets are served on both, beside the routes', async () => {
    listeners.serve(app.created);
    for (const transports of [['websocket'], ['polling']]) {
      for (const port of [listeners.port, listeners.webPort]) {
        const line = io(`http://127.0.0.1:${port}`, { transports, reconnection: false });
        expect(await line.timeout(5_000).emitWithAck('ask')).toBe('heard');
        line.disconnect();
      }
    }
  });

  test('an upgrade to anything else is cut', async () => {
    listeners.serve(app.created);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    request({ port: listeners.port, path: '/api/quick', headers: { connection: 'upgrade', upgrade: 'websocket' } })
      .on('error', () => resolve(true))
      .on('upgrade', () => resolve(false))
      .end();
    expect(await promise).toBe(true);
  });
});

describe('stopping', () => {
  test('what was accepted is finished, a kept line is told that it ends, and a new one is refused', async () => {
    listeners.serve(app.created);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (path: string, through: Agent | false = false) => {
      const { promise, resolve, reject } = Promise.withResolvers<{
        status: number | undefined;
        connection: string | undefined;
      }>();
      get({ port: listeners.port, host: '127.0.0.1', path, agent: through }, (answer) => {
        answer
          .resume()
          .once('end', () => resolve({ status: answer.statusCode, connection: answer.headers.connection }));
      }).once('error', reject);
      return promise;
    };
    expect(await ask('/api/quick', agent)).toEqual({ status: 200, connection: 'keep-alive' });
    const underWay = ask('/api/slow');
    await new Promise((resolve) => setTimeout(resolve, 100));

    const drained = listeners.drain(5_000);
    expect(await ask('/api/quick', agent)).toEqual({ status: 200, connection: 'close' });
    await expect(ask('/api/quick')).rejects.toThrow('ECONNREFUSED');
    expect((await underWay).status).toBe(200);
    await drained;
    agent.destroy();
  });

  test('somebody who keeps a line open and says nothing holds nobody up', async () => {
    listeners.serve(app.created);
    const silent = connect(listeners.port, '127.0.0.1');
    silent.on('error', () => {});
    const line = io(`http://127.0.0.1:${listeners.port}`, { transports: ['websocket'], reconnection: false });
    await line.timeout(5_000).emitWithAck('ask');
    const began = performance.now();
    await listeners.drain(5_000);
    expect(performance.now() - began).toBeLessThan(2_500);
    silent.destroy();
  });
});

test('what is no HTTP at all is answered and cut', async () => {
  listeners.serve(app.created);
  const { promise, resolve } = Promise.withResolvers<string>();
  let heard = '';
  const line = connect(listeners.port, '127.0.0.1', () => line.write('this is no request\r\n\r\n'));
  line.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  line.once('close', () => resolve(heard));
  expect(await promise).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close/);
});

test('with a certificate it serves HTTPS, and only then asks browsers to stay with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-tls-'));
  const [certificateFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-keyout',
      keyFile,
      '-out',
      certificateFile,
    ],
    { stdio: 'ignore' },
  );
  const secure = await openListeners({ ...LISTEN, tls: { certificateFile, keyFile } });
  secure.serve(app.created);
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
  getSecurely(
    {
      port: secure.port,
      host: '127.0.0.1',
      path: '/api/quick',
      agent: false,
      ca: undefined,
      rejectUnauthorized: false,
    },
    (answer) => {
      answer.resume();
      resolve(answer.headers);
    },
  ).once('error', reject);
  expect((await promise)['strict-transport-security']).toBe('max-age=31536000');
  expect(secure.addresses.web[0]).toMatch(/^https:/);
  await secure.drain(1_000);
  rmSync(folder, { recursive: true });
});

test('whoever sends four mebibytes is told why they were refused, though they were still sending', async () => {
  listeners.serve(app.created);
  const text = JSON.stringify({ name: 'a'.repeat(4 * 1_024 * 1_024) });
  for (const length of [`content-length: ${text.length}`, 'transfer-encoding: chunked']) {
    const heard = await new Promise<string>((resolve, reject) => {
      const socket = connect(listeners.port, '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('error', reject).on('close', () => resolve(answer));
      socket.write(
        `POST /api/taken HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${length}\r\n\r\n`,
      );
      if (length.startsWith('content')) socket.write(text);
      else socket.write(`${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`);
    });
    expect(heard, length).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).toContain('BODY_TOO_LARGE');
  }
});
