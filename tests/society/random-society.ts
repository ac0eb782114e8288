// Plays a long random day's business in the program and on paper, and compares after every act: whether it was allowed,
// and at the end every balance, every account, and the proof of the books.

import { type Admitted, admit, openSociety, SOCIETY, type Society } from './open-society.ts';
import { ACCOUNT_OF_MODE, type Mode, SecondBooks } from './second-books.ts';
import { minor, type Seeded, seeded, text } from './seeded.ts';
import { verifyTestBooks } from './verify-test-books.ts';

interface PostedAct {
  entryId: string;
  isReversal: boolean;
  reversed: boolean;
  undo: () => boolean;
}

export interface History {
  acts: number;
  refused: number;
  entries: number;
  exported: string;
}

export async function playHistory(seed: number, acts: number): Promise<History> {
  const random = seeded(seed);
  const society = await openSociety();
  try {
    const play = new Play(society, random, seed);
    await play.openDay();
    for (let act = 0; act < acts; act += 1) await play.oneAct();
    await play.compare();
    return await play.result();
  } finally {
    await society.close();
  }
}

class Play {
  private readonly paper = new SecondBooks({
    minimumBalance: minor(SOCIETY.savings.minimumBalance),
    faceValue: minor(SOCIETY.shares.faceValue),
    minimumShares: SOCIETY.shares.minimumShares,
  });
  private readonly people: Admitted[] = [];
  private readonly posted: PostedAct[] = [];
  private readonly log: string[] = [];
  private sessionId = '';
  private references = 0;
  private acts = 0;
  private refused = 0;
  private readonly society: Society;
  private readonly random: Seeded;
  private readonly seed: number;

  constructor(society: Society, random: Seeded, seed: number) {
    this.society = society;
    this.random = random;
    this.seed = seed;
  }

  private fail(sentence: string): never {
    throw new Error(`history of seed ${this.seed}: ${sentence}\n${this.log.slice(-8).join('\n')}`);
  }

  async openDay(): Promise<void> {
    const { society, paper } = this;
    const capital = 5_000_000;
    await this.voucher('1101', '3211', capital, 'opening');
    paper.bringCapital(0);
    const float = 1_000_000;
    const opened = await society.send(society.cashier, 'POST', `/api/tills/${society.tillId}/sessions`, {
      count: { '500.00': float / 50_000 },
      fromVault: text(float),
    });
    if (opened.statusCode !== 201) this.fail(`the till did not open: ${opened.body}`);
    this.sessionId = opened.json().id;
    paper.openTill(float);
    for (let index = 0; index < 3; index += 1) await this.admitOne();
  }

  private async admitOne(): Promise<void> {
    const admitted = await admit(this.society, this.people.length + 1);
    this.people.push(admitted);
    const accounts: Record<string, string> = { admission: '4201', building: '3203', welfare: '3204', share: '2204' };
    this.paper.members.set(admitted.memberId, {
      status: 'pending_payment',
      dues: new Map(
        admitted.dues.map((due) => {
          const kind = Object.keys(accounts).find((name) => due.code.startsWith(name));
          if (kind === undefined) this.fail(`unknown due ${due.code}`);
          return [
            due.code,
            { accountCode: accounts[kind] ?? '', outstanding: minor(due.outstanding), amount: minor(due.outstanding) },
          ];
        }),
      ),
      savings: 0,
      sharesPending: 0,
      shares: 0,
    });
  }

  async oneAct(): Promise<void> {
    this.acts += 1;
    const roll = this.random.whole(1, 100);
    if (roll <= 40) await this.receipt();
    else if (roll <= 55) await this.withdrawal();
    else if (roll <= 65) await this.transfer();
    else if (roll <= 72) await this.sharesFromSavings();
    else if (roll <= 78) await this.allotment();
    else if (roll <= 88) await this.reversal();
    else if (roll <= 92) await this.expense();
    else if (roll <= 95) await this.suspension();
    else if (roll <= 97) await this.admitOne();
    else await this.nextMorning();
  }

  /** No coin is smaller than a rupee, so cash moves in whole rupees; other money to the paisa. */
  private amount(inCash: boolean): number {
    const amount = this.random.chance(0.5) ? this.random.whole(1, 50) * 10_000 : this.random.whole(100, 300_000);
    return inCash ? amount - (amount % 100) : amount;
  }

  /** Sends it, sometimes twice under one key; the second answer must be the first one. */
  private async post(who: Society['cashier'], url: string, body: unknown) {
    this.keys += 1;
    const key = `history-${this.seed}-${String(this.keys).padStart(8, '0')}`;
    const answer = await this.society.send(who, 'POST', url, body, key);
    this.log.push(`${url} ${JSON.stringify(body)} → ${answer.statusCode} ${answer.body.slice(0, 200)}`);
    if (answer.statusCode >= 500) this.fail(`${url} answered ${answer.statusCode}`);
    if (this.random.chance(0.1)) {
      const again = await this.society.send(who, 'POST', url, body, key);
      if (again.statusCode !== answer.statusCode) this.fail(`sent again, ${url} answered ${again.statusCode}`);
      if (answer.statusCode < 300 && again.body !== answer.body) this.fail(`sent again, ${url} answered differently`);
    }
    return answer;
  }
  private keys = 0;

  private agree(act: string, allowedOnPaper: boolean, status: number): boolean {
    const allowed = status >= 200 && status < 300;
    if (allowed !== allowedOnPaper) {
      this.fail(
        `${act}: the program ${allowed ? 'allowed' : 'refused'} what paper ${allowedOnPaper ? 'allows' : 'refuses'}`,
      );
    }
    if (!allowed) this.refused += 1;
    return allowed;
  }

  private keep(entryId: string, undo: () => boolean, isReversal = false): void {
    this.posted.push({ entryId, isReversal, reversed: false, undo });
  }

  private async receipt(): Promise<void> {
    const { random, paper } = this;
    const who = random.oneOf(this.people);
    const member = paper.member(who.memberId);
    const mode: Mode = random.oneOf(['cash', 'cash', 'cash', 'upi', 'bank', 'cheque'] as const);
    const lines: { to: string; amount: number; body: object }[] = [];
    for (const due of who.dues) {
      const outstanding = member.dues.get(due.code)?.outstanding ?? 0;
      if (outstanding === 0 || random.chance(0.3)) continue;
      const amount = random.chance(0.7)
        ? outstanding
        : random.whole(1, Math.ceil(outstanding / 100) + (random.chance(0.1) ? 1 : 0)) * 100;
      lines.push({ to: due.code, amount, body: { kind: 'due', dueId: due.id, amount: text(amount) } });
    }
    if (random.chance(0.7)) {
      const amount = this.amount(mode === 'cash');
      lines.push({ to: 'savings', amount, body: { kind: 'savings', depositId: who.depositId, amount: text(amount) } });
    }
    if (random.chance(0.2)) {
      const amount = random.whole(1, 10) * 5_000;
      lines.push({ to: 'shares', amount, body: { kind: 'shares', amount: text(amount) } });
    }
    if (lines.length === 0) return;
    this.references += 1;
    const answer = await this.post(this.society.cashier, '/api/receipts', {
      memberId: who.memberId,
      lines: lines.map((line) => line.body),
      mode,
      ...(mode === 'cash' ? {} : { reference: `REF${this.seed}-${this.references}` }),
      ...(mode === 'cheque' ? { drawnOn: 'Himgiri Bank' } : {}),
    });
    const act = paper.receipt(who.memberId, mode, lines);
    if (this.agree('receipt', act !== undefined, answer.statusCode) && act)
      this.keep(answer.json().receipt.entryId, act.undo);
  }

  private async withdrawal(): Promise<void> {
    const who = this.random.oneOf(this.people);
    const amount = this.amount(true);
    const answer = await this.post(this.society.cashier, `/api/deposits/${who.depositId}/withdrawals`, {
      amount: text(amount),
      mode: 'cash',
    });
    const act = this.paper.withdraw(who.memberId, amount);
    if (this.agree('withdrawal', act !== undefined, answer.statusCode) && act)
      this.keep(answer.json().entryId, act.undo);
  }

  private async transfer(): Promise<void> {
    const [from, to] = [this.random.oneOf(this.people), this.random.oneOf(this.people)];
    const amount = this.amount(false);
    const answer = await this.post(this.society.cashier, `/api/deposits/${from.depositId}/transfers`, {
      amount: text(amount),
      to: { kind: 'deposit', accountNumber: to.depositNumber },
    });
    const act = this.paper.transferToMember(from.memberId, to.memberId, amount);
    if (this.agree('transfer', act !== undefined, answer.statusCode) && act) this.keep(answer.json().entryId, act.undo);
  }

  private async sharesFromSavings(): Promise<void> {
    const who = this.random.oneOf(this.people);
    const amount = this.random.whole(1, 20) * 5_000;
    const answer = await this.post(this.society.cashier, `/api/deposits/${who.depositId}/transfers`, {
      amount: text(amount),
      to: { kind: 'shares' },
    });
    const act = this.paper.transferToShares(who.memberId, amount);
    if (this.agree('transfer to shares', act !== undefined, answer.statusCode) && act)
      this.keep(answer.json().entryId, act.undo);
  }

  private async allotment(): Promise<void> {
    const who = this.random.oneOf(this.people);
    const answer = await this.post(this.society.manager, `/api/members/${who.memberId}/share-allotments`, {});
    const act = this.paper.allot(who.memberId);
    if (this.agree('allotment', act !== undefined, answer.statusCode) && act)
      this.keep(answer.json().allotment.entryId, act.undo);
  }

  private async reversal(): Promise<void> {
    if (this.posted.length === 0) return;
    const act = this.random.oneOf(this.posted);
    const answer = await this.post(this.society.manager, `/api/journal-entries/${act.entryId}/reversal`, {
      reason: 'Typed for the wrong person',
    });
    const allowed = !act.isReversal && !act.reversed && act.undo();
    if (!this.agree('reversal', allowed, answer.statusCode)) return;
    act.reversed = true;
    this.keep(answer.json().entryId, () => false, true);
  }

  private async expense(): Promise<void> {
    const amount = this.random.whole(1, 500) * 100;
    const act = await this.voucher('5203', '1201', amount, 'expense');
    if (act) this.keep(act.entryId, act.undo);
  }

  private async voucher(debit: string, credit: string, amount: number, kind: 'expense' | 'opening') {
    const { society } = this;
    const entered = await this.post(society.accountant, '/api/vouchers', {
      kind,
      narration: 'Printing of forms',
      lines: [
        { accountCode: debit, side: 'debit', amount: text(amount) },
        { accountCode: credit, side: 'credit', amount: text(amount) },
      ],
    });
    if (entered.statusCode !== 202) this.fail(`the voucher was not taken: ${entered.body}`);
    const id = entered.json().approvalId;
    const own = await society.send(society.accountant, 'POST', `/api/approvals/${id}/approval`, {});
    if (own.statusCode < 400) this.fail('the maker of a voucher approved it');
    const decided = await society.send(society.manager, 'POST', `/api/approvals/${id}/approval`, {});
    if (decided.statusCode !== 200) this.fail(`the voucher was not approved: ${decided.body}`);
    if (debit === '1101') this.paper.vault += amount;
    const { undo } = this.paper.voucher(debit, credit, amount);
    return { entryId: decided.json().approval.entryId as string, undo };
  }

  private async suspension(): Promise<void> {
    const { paper } = this;
    const who = this.random.oneOf(this.people);
    const member = paper.member(who.memberId);
    const to = member.status === 'active' ? 'suspended' : member.status === 'suspended' ? 'active' : undefined;
    if (to === undefined) return;
    const { society } = this;
    const asked = await society.send(society.manager, 'POST', `/api/members/${who.memberId}/status-changes`, {
      toStatus: to,
      reason: 'Order of the committee',
      effectiveOn: (await society.send(society.manager, 'GET', '/api/business-day')).json().businessDate,
    });
    if (asked.statusCode !== 202) this.fail(`the status change was not taken: ${asked.body}`);
    const decided = await society.send(
      society.committee,
      'POST',
      `/api/approvals/${asked.json().approvalId}/approval`,
      {},
    );
    if (decided.statusCode !== 200) this.fail(`the status change was not approved: ${decided.body}`);
    paper.changeStatus(member, to);
  }

  /** The till is counted and closed, sometimes a little wrong; the next morning it opens with what was kept. */
  private async nextMorning(): Promise<void> {
    const { random, society, paper } = this;
    const difference = random.chance(0.3) ? random.whole(-5, 5) * 100 : 0;
    const counted = Math.max(0, paper.till + difference);
    const toVault = random.chance(0.5) ? 0 : Math.floor(counted / 200) * 100;
    const closed = await this.post(society.cashier, `/api/till-sessions/${this.sessionId}/closing`, {
      count: pieces(counted),
      toVault: text(toVault),
    });
    if (closed.statusCode >= 300) this.fail(`the till did not close: ${closed.body}`);
    paper.closeTill(counted, toVault);
    society.clock.advance(86_400_000);
    for (const act of this.posted) act.reversed = true;
    this.posted.length = 0;
    const opened = await this.post(society.cashier, `/api/tills/${society.tillId}/sessions`, {
      count: pieces(paper.till),
      fromVault: '0.00',
    });
    if (opened.statusCode !== 201) this.fail(`the till did not open again: ${opened.body}`);
    this.sessionId = opened.json().id;
  }

  async compare(): Promise<void> {
    const { society, paper } = this;
    for (const who of this.people) {
      const seen = (await society.send(society.cashier, 'GET', `/api/counter/members/${who.memberId}`)).json();
      const member = paper.member(who.memberId);
      const program = {
        status: seen.status,
        savings: minor(seen.deposits[0].balance),
        pending: minor(seen.shares.pending),
        shares: seen.shares.shares,
        outstanding: minor(seen.duesOutstanding),
      };
      const onPaper = {
        status: member.status,
        savings: member.savings,
        pending: member.sharesPending,
        shares: member.shares,
        outstanding: [...member.dues.values()].reduce((sum, due) => sum + due.outstanding, 0),
      };
      if (JSON.stringify(program) !== JSON.stringify(onPaper)) {
        this.fail(`member ${who.memberNumber}: program ${JSON.stringify(program)}, paper ${JSON.stringify(onPaper)}`);
      }
    }
    const trial = (await society.send(society.accountant, 'GET', '/api/trial-balance')).json();
    if (!trial.agrees) this.fail('the trial balance does not agree');
    const seen = new Map<string, number>();
    for (const row of trial.rows) seen.set(row.accountCode, minor(row.closingDebit) - minor(row.closingCredit));
    for (const code of new Set([...seen.keys(), ...paper.accounts.keys(), ...Object.values(ACCOUNT_OF_MODE)])) {
      const [program, onPaper] = [seen.get(code) ?? 0, paper.accounts.get(code) ?? 0];
      if (program !== onPaper) this.fail(`account ${code}: program ${text(program)}, paper ${text(onPaper)}`);
    }
    await verifyTestBooks(society.platform);
  }

  async result(): Promise<History> {
    const { exportJournal } = await import('../../apps/server/src/features/accounting/index.ts');
    let exported = '';
    for await (const line of exportJournal(this.society.platform.database)) exported += line;
    return { acts: this.acts, refused: this.refused, entries: exported.split('\n').length, exported };
  }
}

/** Counts a sum of whole rupees in the fewest pieces. */
function pieces(sum: number): Record<string, number> {
  const counted: Record<string, number> = {};
  let rest = sum;
  for (const piece of [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100]) {
    const count = Math.floor(rest / piece);
    if (count > 0) counted[text(piece)] = count;
    rest -= count * piece;
  }
  return counted;
}
