// Receipts are taken while the server and the mail server are killed again and again, in the midst of handing over. In the
// end each receipt has reached its member, and a mailbox that keeps a message once, by its Message-ID, holds none twice.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bareEnvironment, type RealServer, startRealServer } from '../servers/real-server.ts';
import {
  ask,
  choosePassword,
  logIn,
  type RealSaver,
  type RealSociety,
  send,
  setUpRealSociety,
} from '../servers/real-society.ts';
import { type Seeded, seeded, text } from '../society/seeded.ts';

export interface DeliveriesReport {
  /** Receipts that were acknowledged: one event each. */
  readonly events: number;
  readonly serverKills: number;
  readonly mailKills: number;
  /** Events in the mailbox. */
  readonly delivered: number;
  /** In the mailbox more than once, under two Message-IDs. */
  readonly twice: number;
  readonly missing: number;
  /** Transmissions of a message that was there already: a mailbox by Message-ID drops them. */
  readonly sentAgain: number;
  /** What the server itself says has not gone out. */
  readonly unsettled: number;
}

export interface DeliveriesAsked {
  readonly seed: number;
  readonly events: number;
  readonly serverKills: number;
  readonly mailKills: number;
}

const CLIENTS = 6;
const MEMBERS = 3;
const MAIL_SERVER = fileURLToPath(new URL('mail-server.ts', import.meta.url));
/** Without a new mail for so long, nothing more comes. */
const STILL_MS = 45_000;
const LOOK_MS = 100;

export async function deliverThroughKills(asked: DeliveriesAsked): Promise<DeliveriesReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-deliveries-'));
  const drill = new Drill(folder, asked);
  try {
    return await drill.run();
  } finally {
    await drill.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Drill {
  private readonly asked: DeliveriesAsked;
  private readonly random: Seeded;
  private readonly dataFolder: string;
  private readonly mailbox: string;
  private mailPort = 0;
  private server: RealServer | undefined;
  private mail: ChildProcess | undefined;
  private society!: RealSociety;
  /** The printed numbers of receipts that were acknowledged. */
  private readonly receipts = new Set<string>();
  private requests = 0;

  constructor(folder: string, asked: DeliveriesAsked) {
    this.asked = asked;
    this.random = seeded(asked.seed);
    this.dataFolder = join(folder, 'data');
    this.mailbox = join(folder, 'mailbox.jsonl');
  }

  async run(): Promise<DeliveriesReport> {
    this.mailPort = await freePort();
    await this.startMail();
    await this.startServer();
    this.society = await setUpRealSociety(this.running, MEMBERS, undefined, (nth) => ({
      email: `member${nth}@example.org`,
    }));
    for (const saver of this.society.savers) await this.wantNoQuiet(saver);
    const begunAt = new Date().toISOString();
    const before = this.transmissions();
    const posting = this.postAll();
    const kills = await this.killBetween(before.length);
    await posting;
    await this.waitForRest();
    return { ...this.compare(), ...kills, unsettled: await this.unsettled(begunAt) };
  }

  async end(): Promise<void> {
    await this.server?.kill();
    await killed(this.mail);
  }

  private get running(): RealServer {
    if (this.server === undefined) throw new Error('no server runs');
    return this.server;
  }

  private async startServer(): Promise<void> {
    this.server = await startRealServer({
      dataFolder: this.dataFolder,
      environment: {
        SMTP_URL: `smtp://127.0.0.1:${this.mailPort}`,
        MAIL_FROM: 'office@kafal.example',
        RATE_USER: '10000000',
      },
    });
  }

  private async startMail(): Promise<void> {
    const child = spawn(process.execPath, [MAIL_SERVER, String(this.mailPort), this.mailbox], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: bareEnvironment(),
    });
    if (this.mail === undefined) process.once('exit', () => this.mail?.kill('SIGKILL'));
    this.mail = child;
    await new Promise<void>((ready, failed) => {
      child.stdout?.once('data', () => ready());
      child.once('exit', () => failed(new Error('the mail server ended')));
    });
  }

  /** A test runs at any hour of the day. */
  private async wantNoQuiet({ memberNumber, oneTimeCode }: RealSaver): Promise<void> {
    await choosePassword(this.running, memberNumber, oneTimeCode);
    await ask(this.running, 'PUT', '/api/notification-choices', {
      token: await logIn(this.running, 'member', memberNumber),
      body: { choices: [], quiet: { whose: 'none' }, language: 'en' },
    });
  }

  private async postAll(): Promise<void> {
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        while (this.requests < this.asked.events) {
          this.requests += 1;
          await this.post(this.requests);
        }
      }),
    );
  }

  /** The same request under the same key until it is answered, whatever dies meanwhile. */
  private async post(nth: number): Promise<void> {
    const { memberId, depositId } = this.random.oneOf(this.society.savers);
    const request = {
      token: this.society.tokens.cashier,
      key: `deliver-${String(nth).padStart(16, '0')}`,
      body: {
        ...{ memberId, mode: 'cash' },
        lines: [{ kind: 'savings', depositId, amount: text(this.random.whole(1, 500) * 100) }],
      },
    };
    for (;;) {
      try {
        const answer = await send(this.running, 'POST', '/api/receipts', request);
        if (answer.status !== 201) throw new Error(`a receipt was answered with ${answer.status}: ${answer.text}`);
        // The contract's answer to a receipt that was taken.
        const { receipt } = JSON.parse(answer.text) as { receipt: { number: string } };
        this.receipts.add(receipt.number);
        return;
      } catch (error) {
        // fetch says so when nobody answers; anything else is a fault.
        if (!(error instanceof TypeError)) throw error;
        await pause(LOOK_MS);
      }
    }
  }

  /** Each kill falls when so many letters have come, so that all of them fall into the midst of delivering. */
  private async killBetween(before: number): Promise<{ serverKills: number; mailKills: number }> {
    const { serverKills, mailKills, events } = this.asked;
    const kinds = [...Array(serverKills).fill('server'), ...Array(mailKills).fill('mail')];
    for (let left = kinds.length; left > 0; left -= 1) {
      const [kind] = kinds.splice(this.random.whole(0, left - 1), 1);
      const nth = serverKills + mailKills - left + 1;
      const due = before + Math.floor((events * (nth - this.random.next() / 2)) / (serverKills + mailKills + 1));
      await this.until(() => this.transmissions().length >= due);
      await pause(this.random.whole(0, 60));
      if (kind === 'server') {
        await this.running.kill();
        await this.startServer();
      } else {
        await killed(this.mail);
        await pause(this.random.whole(0, 400));
        await this.startMail();
      }
    }
    return { serverKills, mailKills };
  }

  private async waitForRest(): Promise<void> {
    await this.until(() => this.compare().missing === 0).catch(() => undefined);
    // Nothing may come after it either: a second transmission that waits would come in the sender's next looks.
    await pause(LOOK_MS * 20);
  }

  private async until(isSo: () => boolean): Promise<void> {
    let size = -1;
    let movedAt = Date.now();
    while (!isSo()) {
      const now = existsSync(this.mailbox) ? statSync(this.mailbox).size : 0;
      if (now !== size) movedAt = Date.now();
      size = now;
      if (Date.now() - movedAt > STILL_MS) throw new Error('no letter has come for long');
      await pause(LOOK_MS);
    }
  }

  private transmissions(): { messageId: string; receipt: string | undefined }[] {
    if (!existsSync(this.mailbox)) return [];
    const lines = readFileSync(this.mailbox, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => {
      // Written by the mail server of this folder.
      const { messageId, mail } = JSON.parse(line) as { messageId: string; mail: string };
      return { messageId, receipt: /Receipt (\S+?)\.[\s<]/.exec(mail.replaceAll('=\r\n', ''))?.[1] };
    });
  }

  private compare() {
    const sent = this.transmissions();
    const box = new Map<string, string | undefined>();
    for (const { messageId, receipt } of sent) box.set(messageId, receipt);
    const letters = new Map<string, number>();
    for (const receipt of box.values()) {
      if (receipt !== undefined) letters.set(receipt, (letters.get(receipt) ?? 0) + 1);
    }
    const wanted = [...this.receipts];
    return {
      events: wanted.length,
      delivered: wanted.filter((receipt) => letters.has(receipt)).length,
      twice: [...letters.values()].filter((count) => count > 1).length,
      missing: wanted.filter((receipt) => !letters.has(receipt)).length,
      sentAgain: sent.length - box.size,
    };
  }

  /**
   * Letters about what was posted since, by the page that shows what has not gone out. What was written before people chose to have
   * no quiet hours may wait for the morning.
   */
  private async unsettled(since: string): Promise<number> {
    let count = 0;
    for (const state of ['open', 'trouble']) {
      for (let cursor = ''; ; ) {
        const path = `/api/deliveries?state=${state}&limit=100${cursor}`;
        const { items, nextCursor } = await ask<{ items: { createdAt: string }[]; nextCursor: string | null }>(
          this.running,
          'GET',
          path,
          { token: this.society.tokens.admin },
        );
        count += items.filter(({ createdAt }) => createdAt >= since).length;
        if (nextCursor === null) break;
        cursor = `&cursor=${nextCursor}`;
      }
    }
    return count;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.removeAllListeners('exit');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // A server that listens on an address has one.
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
