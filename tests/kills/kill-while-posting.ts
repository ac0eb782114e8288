// `kill -9` while eight clients post. Afterwards every acknowledged receipt is there once, whoever got no answer sends
// again under the same key and gets the first answer if there was one, every balance is the sum of what was
// acknowledged, and the verifier finds the books whole.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabaseKind } from '../../apps/server/src/platform/database/test-database.ts';
import { type RealServer, startRealServer } from '../servers/real-server.ts';
import { type ApiAnswer, ask, type RealSociety, send, setUpRealSociety } from '../servers/real-society.ts';
import { type ServerDatabase, serverDatabase } from '../servers/server-database.ts';
import { verifyBooksOf } from '../servers/verify-books-of.ts';
import { minor, type Seeded, seeded, text } from '../society/seeded.ts';

export interface KillsReport {
  kills: number;
  /** Receipts acknowledged, with those acknowledged only when they were sent again. */
  acknowledged: number;
  /** Requests that got no answer, and were sent again. */
  unanswered: number;
  /** Of those, how many had been kept before the kill. */
  kept: number;
}

interface Sent {
  readonly key: string;
  readonly depositId: string;
  readonly body: unknown;
  readonly amount: number;
}

const CLIENTS = 8;
/** Answers that are asked for once more after each kill, beside those that never came. */
const ASKED_AGAIN = 40;

export async function killWhilePosting(kind: TestDatabaseKind, seed: number, kills: number): Promise<KillsReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kafal-kills-'));
  const database = await serverDatabase(kind);
  const drill = new Drill(join(folder, 'data'), database, seeded(seed));
  try {
    return await drill.run(kills);
  } finally {
    await drill.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Drill {
  private readonly dataFolder: string;
  private readonly database: ServerDatabase;
  private readonly random: Seeded;
  private readonly report: KillsReport = { kills: 0, acknowledged: 0, unanswered: 0, kept: 0 };
  private readonly acknowledged = new Map<string, { sent: Sent; answer: string; receiptId: string }>();
  private readonly balances = new Map<string, number>();
  private server: RealServer | undefined;
  private society!: RealSociety;
  private requests = 0;

  constructor(dataFolder: string, database: ServerDatabase, random: Seeded) {
    this.dataFolder = dataFolder;
    this.database = database;
    this.random = random;
  }

  async run(kills: number): Promise<KillsReport> {
    let server = await this.start();
    this.society = await setUpRealSociety(server, CLIENTS);
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = this.acknowledged.size;
      const unanswered = await this.postUntilKilled(server);
      if (this.acknowledged.size === before) throw new Error(`kill ${kill}: nothing was acknowledged before it`);
      server = await this.start();
      await this.sendAgain(server, unanswered);
      await this.compare(server, before);
      this.report.kills += 1;
    }
    return { ...this.report, acknowledged: this.acknowledged.size };
  }

  async end(): Promise<void> {
    await this.server?.kill();
  }

  private async start(): Promise<RealServer> {
    const environment = { ...this.database.environment, RATE_USER: '10000000' };
    this.server = await startRealServer({ dataFolder: this.dataFolder, environment });
    return this.server;
  }

  /** Answers what got no answer. A kill before anything was acknowledged would prove nothing: the clock starts after it. */
  private async postUntilKilled(server: RealServer): Promise<Sent[]> {
    const unanswered: Sent[] = [];
    let isKilled = false;
    const first = Promise.withResolvers<void>();
    const clients = this.society.savers.map(async ({ memberId, depositId }) => {
      while (!isKilled) {
        const sent = this.next(memberId, depositId);
        let answer: ApiAnswer;
        try {
          answer = await this.post(server, sent);
        } catch {
          unanswered.push(sent);
          return;
        }
        this.acknowledge(sent, answer);
        first.resolve();
      }
    });
    await Promise.race([first.promise, Promise.all(clients)]);
    await new Promise((resolve) => setTimeout(resolve, this.random.whole(200, 1_500)));
    const killing = server.kill();
    await killing;
    isKilled = true;
    await Promise.all(clients);
    return unanswered;
  }

  private next(memberId: string, depositId: string): Sent {
    this.requests += 1;
    const amount = this.random.whole(1, 500) * 100;
    return {
      key: `kill-${String(this.requests).padStart(16, '0')}`,
      depositId,
      amount,
      body: { memberId, lines: [{ kind: 'savings', depositId, amount: text(amount) }], mode: 'cash' },
    };
  }

  private post(server: RealServer, { key, body }: Sent): Promise<ApiAnswer> {
    return send(server, 'POST', '/api/receipts', { token: this.society.tokens.cashier, body, key });
  }

  private acknowledge(sent: Sent, { status, text: answer }: ApiAnswer): void {
    if (status !== 201) throw new Error(`a receipt was answered with ${status}: ${answer}`);
    // The contract's answer to a receipt that was taken.
    const { receipt } = JSON.parse(answer) as { receipt: { id: string } };
    this.acknowledged.set(sent.key, { sent, answer, receiptId: receipt.id });
    this.balances.set(sent.depositId, (this.balances.get(sent.depositId) ?? 0) + sent.amount);
  }

  private async sendAgain(server: RealServer, unanswered: readonly Sent[]): Promise<void> {
    const earlier = [...this.acknowledged.values()].slice(-ASKED_AGAIN);
    for (const { sent, answer } of earlier) {
      const again = await this.post(server, sent);
      if (!again.replayed || again.text !== answer) {
        throw new Error(`${sent.key} was acknowledged with ${answer}, and sent again got ${again.text}`);
      }
    }
    for (const sent of unanswered) {
      const first = await this.post(server, sent);
      this.acknowledge(sent, first);
      this.report.unanswered += 1;
      if (first.replayed) this.report.kept += 1;
      const again = await this.post(server, sent);
      if (again.text !== first.text) throw new Error(`${sent.key} got two answers: ${first.text} and ${again.text}`);
    }
  }

  private async compare(server: RealServer, before: number): Promise<void> {
    const wanted = [...this.acknowledged.values()].slice(before);
    const found = await this.receiptsSince(server, Math.min(...wanted.map(({ receiptId }) => Number(receiptId))));
    for (const { receiptId, sent } of wanted) {
      const times = found.filter((id) => id === receiptId).length;
      if (times !== 1)
        throw new Error(`${sent.key} was acknowledged as receipt ${receiptId}, which is there ${times} times`);
    }
    if (found.length !== wanted.length) {
      throw new Error(`${wanted.length} receipts were acknowledged, ${found.length} are in the books`);
    }
    for (const { depositId } of this.society.savers) {
      const { balance } = await ask<{ balance: string }>(server, 'GET', `/api/deposits/${depositId}`, {
        token: this.society.tokens.cashier,
      });
      const wantedBalance = this.balances.get(depositId) ?? 0;
      if (minor(balance) !== wantedBalance) {
        throw new Error(`account ${depositId} holds ${balance}; ${text(wantedBalance)} was acknowledged`);
      }
    }
    const wrong = verifyBooksOf(this.database.verifyWords(this.dataFolder));
    if (wrong !== undefined) throw new Error(wrong);
  }

  private async receiptsSince(server: RealServer, first: number): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await ask(
        server,
        'GET',
        `/api/receipts?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        { token: this.society.tokens.cashier },
      );
      ids.push(...page.items.map(({ id }) => id).filter((id) => Number(id) >= first));
      cursor = page.items.some(({ id }) => Number(id) < first) ? null : page.nextCursor;
    } while (cursor !== null);
    return ids;
  }
}
