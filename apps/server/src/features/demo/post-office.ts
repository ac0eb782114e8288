// Who takes what the demo sends out of the house: a mail server, a provider of SMS and the receivers of webhooks, all on this
// machine's own loopback, so that nobody is ever written to. They keep nothing, and answer as such services do: they take most
// of it, know nothing of some addresses, are full or busy for a while.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from '../../platform/config/config.ts';

export interface PostOffice {
  /** `http://127.0.0.1:port`, under which the provider of SMS and the receivers are found. */
  readonly origin: string;
  readonly mail: { readonly url: string; readonly from: string };
  /** The configuration of a demo that sends to this house alone, whatever the machine's own says. */
  configured(config: Config): Config;
  /** From here on the society has a mail server. */
  openForMail(): void;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const FROM = 'Kafal Valley Society <office@kafal-valley.example>';
/** The provider and the receivers are rows with an address, so the house is found again where it was. */
const PORT_FILE = 'post-office-port';

/** Of the members who gave an address, each so many-th: it was mistyped, is full, or takes a letter at the second try. */
const NO_SUCH_MAILBOX = 15;
const FULL_MAILBOX = 19;
const SECOND_TRY = 13;
/** Of all SMS each so many-th. */
const SMS_REFUSED = 53;
const SMS_UNSURE = 97;
/** Each so many-th message finds the program of the accountant busy, twice. */
const BUSY = 25;
const BUSY_TIMES = 2;
const BUSY_SECONDS = '45';

export async function openPostOffice(folder: string): Promise<PostOffice> {
  const mailServer = createServer(talkingSmtp());
  const webServer = createHttpServer();
  webServer.on('request', answering());
  const kept = join(folder, PORT_FILE);
  const wanted = existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : 0;
  const [mailPort, webPort] = [
    await listenOn(mailServer, 0),
    // Somebody else may have the port by now: then the demo shows a provider that nobody reaches.
    await listenOn(webServer, wanted).catch(() => listenOn(webServer, 0)),
  ];
  if (wanted === 0) writeFileSync(kept, `${webPort}\n`, { mode: 0o600 });
  let isOpenForMail = false;
  const origin = `http://${LOOPBACK}:${webPort}`;
  const mail = { url: `smtp://${LOOPBACK}:${mailPort}`, from: FROM };
  return {
    origin,
    mail,
    configured: (config) => ({
      ...config,
      ...{ smsPrivateGateway: origin, webhooksTo: { origin } },
      get mail() {
        return isOpenForMail ? mail : null;
      },
    }),
    openForMail: () => {
      isOpenForMail = true;
    },
    close: async () => {
      webServer.closeAllConnections();
      await Promise.all([mailServer, webServer].map((server) => new Promise((closed) => server.close(closed))));
    },
  };
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** As much of SMTP as a letter needs. */
function talkingSmtp(): (socket: Socket) => void {
  const tries = new Map<string, number>();
  return (socket) => {
    // A sender that goes away in the middle of a letter is no trouble of the house.
    socket.on('error', () => socket.destroy());
    const say = (answer: string) => socket.write(`${answer}\r\n`);
    let isLetter = false;
    say('220 post office of the demo');
    createInterface({ input: socket }).on('line', (line) => {
      if (isLetter) {
        if (line !== '.') return;
        isLetter = false;
        say('250 2.0.0 taken');
        return;
      }
      const word = line.slice(0, 4).toUpperCase();
      isLetter = word === 'DATA';
      if (word === 'RCPT') say(answerFor(line, tries));
      else if (isLetter) say('354 go ahead');
      else if (word === 'QUIT') socket.end('221 2.0.0 bye\r\n');
      else say('250 2.0.0 ok');
    });
  };
}

/** The addresses of the demo end with the place of their member. */
function answerFor(recipient: string, tries: Map<string, number>): string {
  const nth = Number(/\.(\d+)@/.exec(recipient)?.[1] ?? 1);
  if (nth % NO_SUCH_MAILBOX === 0) return '550 5.1.1 No such mailbox here';
  if (nth % FULL_MAILBOX === 0) return '452 4.2.2 The mailbox is full';
  const tried = (tries.get(recipient) ?? 0) + 1;
  tries.set(recipient, tried);
  return nth % SECOND_TRY === 0 && tried % 2 === 1 ? '451 4.7.1 Please try again later' : '250 2.1.5 ok';
}

function answering(): (request: IncomingMessage, response: ServerResponse) => void {
  const tries = new Map<string, number>();
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = (status: number, headers = {}) => response.writeHead(status, headers).end();
      const path = request.url ?? '';
      if (path === '/sms') return answer(statusOfSms(Buffer.concat(chunks).toString('utf8')));
      // Given up long ago, and nobody told the society.
      if (path === '/old') return answer(410);
      const id = String(request.headers['webhook-id'] ?? '');
      const place = Number(/^evt_(\d+)$/.exec(id)?.[1] ?? 1);
      const before = tries.get(id) ?? 0;
      tries.set(id, before + 1);
      if (place % BUSY !== 0 || before >= BUSY_TIMES) return answer(204);
      return answer(503, { 'retry-after': BUSY_SECONDS });
    });
  };
}

function statusOfSms(body: string): number {
  const place = Number(/"ref":"(\d+)"/.exec(body)?.[1] ?? 1);
  if (place % SMS_REFUSED === 0) return 400;
  return place % SMS_UNSURE === 0 ? 502 : 202;
}
