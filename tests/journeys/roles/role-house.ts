// A society in which every role can do everything it may: all staff with log-ins, members with money, and whatever an act
// needs to begin with, made through the API by somebody else.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FIRST_ROLES } from '@kafal/contract';
import { type RealServer, startRealServer } from '../../servers/real-server.ts';
import {
  ask,
  choosePassword,
  hire,
  logIn,
  PASSWORD,
  type RealSaver,
  setUpRealSociety,
} from '../../servers/real-society.ts';
import { applicant } from '../../society/open-society.ts';

export type StaffRole =
  | 'administrator'
  | 'manager'
  | 'cashier'
  | 'accountant'
  | 'loan_officer'
  | 'agent'
  | 'committee'
  | 'auditor';

const SAVERS = 7;
const SAVED = '9000.00';
/** Small enough for anybody, and without guarantors. */
const SMALL_LOAN = { productCode: 'EML', amount: '12000.00', instalments: 6, purpose: 'School fees' };

export class RoleHouse {
  readonly server: RealServer;
  readonly #tokens: Readonly<Record<StaffRole, string>>;
  /** Who writes to the office. */
  #writer: { readonly identifier: string; readonly password: string } | undefined;
  readonly #savers: RealSaver[];
  readonly #folder: string;
  /** Sits at the third till, so that the acts of the others find their drawers as they left them. */
  readonly #secondCashier: string;
  #made = 100;
  #daily: ReturnType<RoleHouse['daily']> | undefined;

  private constructor(
    folder: string,
    server: RealServer,
    tokens: Record<StaffRole, string>,
    secondCashier: string,
    savers: RealSaver[],
  ) {
    this.#folder = folder;
    this.server = server;
    this.#tokens = tokens;
    this.#secondCashier = secondCashier;
    this.#savers = savers;
  }

  static async open(ports: { port: number; webPort: number }): Promise<RoleHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'kafal-roles-'));
    const server = await startRealServer({
      dataFolder: folder,
      environment: { PORT: String(ports.port), WEB_PORT: String(ports.webPort) },
    });
    const { tokens, savers } = await setUpRealSociety(server, SAVERS);
    const { admin, manager, cashier } = tokens;
    const house = new RoleHouse(
      folder,
      server,
      {
        administrator: admin,
        manager,
        cashier,
        accountant: await hire(server, admin, 'accountant'),
        loan_officer: await hire(server, admin, 'loan_officer'),
        agent: await hire(server, admin, 'agent'),
        committee: await hire(server, admin, 'committee'),
        auditor: await hire(server, admin, 'auditor'),
      },
      await hire(server, admin, 'cashier', 'cashier2'),
      [...savers],
    );
    const { id } = await house.as<{ id: string }>('manager', 'POST', '/api/tills', { code: 'T3', name: 'Counter 3' });
    await house.#atTheThirdTill('POST', `/api/tills/${id}/sessions`, { count: {}, fromVault: '0.00' });
    await house.as('manager', 'POST', '/api/tills', { code: 'T2', name: 'Counter 2' });
    await house.#fillTheVault();
    for (const { memberId, depositId } of savers) {
      await house.#atTheThirdTill('POST', '/api/receipts', {
        memberId,
        lines: [{ kind: 'savings', depositId, amount: SAVED }],
        mode: 'cash',
      });
    }
    return house;
  }

  /** Does something through the API as somebody of this role. */
  as<Answer>(
    role: StaffRole,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    return ask<Answer>(this.server, method, path, { token: this.#tokens[role], body });
  }

  /** The user name of somebody of this role; all have one password. */
  userNameOf(role: StaffRole): string {
    return role === 'administrator' ? 'admin' : role;
  }

  /** A member in full with savings, whom many acts may meet. */
  saver(): RealSaver {
    const [saver] = this.#savers;
    if (saver === undefined) throw new Error('The house has no member.');
    return saver;
  }

  /** A member in full with savings, whom no other act meets. */
  freshSaver(): RealSaver {
    const saver = this.#savers.pop();
    if (saver === undefined) throw new Error('All members of the house have been met.');
    return saver;
  }

  /** The log-in of a member, by a password of their own. */
  async memberLogin(): Promise<{ identifier: string; password: string }> {
    const saver = this.freshSaver();
    await choosePassword(this.server, saver.memberNumber, saver.oneTimeCode);
    return { identifier: saver.memberNumber, password: PASSWORD };
  }

  /** An application that waits, written down by somebody who is not going to decide it. */
  async freshApplication(): Promise<string> {
    this.#made += 1;
    const body = applicant(this.#made);
    const { trackingNumber } = await this.as<{ trackingNumber: string }>(
      'cashier',
      'POST',
      '/api/admin/member-requests',
      body,
    );
    const path = `/api/admin/member-requests?q=${trackingNumber}`;
    const { items } = await this.as<{ items: { id: string }[] }>('manager', 'GET', path);
    return items[0]?.id ?? '';
  }

  /** A loan of the first member that stands where an act begins, whatever was asked for before. */
  async freshLoan(status: 'submitted' | 'recommended' | 'sanctioned'): Promise<string> {
    await this.withoutLoans();
    const { id } = await this.as<{ id: string }>('loan_officer', 'POST', '/api/loans', {
      memberId: this.saver().memberId,
      ...SMALL_LOAN,
    });
    if (status === 'submitted') return id;
    await this.as('loan_officer', 'POST', `/api/loans/${id}/recommendation`, { note: 'Income was seen', version: 1 });
    if (status === 'recommended') return id;
    const { amount, instalments } = SMALL_LOAN;
    const sanction = { amount, instalments, resolutionNumber: 'LC/2026/14', version: 2 };
    await this.as('committee', 'POST', `/api/loans/${id}/sanction`, sanction);
    return id;
  }

  /** Nothing that was asked for stands in the way of the next question. */
  async withoutLoans(): Promise<void> {
    const path = `/api/loans?memberId=${this.saver().memberId}`;
    const { items } = await this.as<{ items: { id: string; status: string }[] }>('manager', 'GET', path);
    for (const { id, status } of items) {
      if (['submitted', 'returned', 'recommended', 'sanctioned'].includes(status)) {
        await this.as('manager', 'DELETE', `/api/loans/${id}`);
      }
    }
  }

  /** The agent with a route and one door on it. */
  daily(): Promise<{ agentId: string; routeId: string; depositId: string; name: string }> {
    this.#daily ??= this.#openDaily();
    return this.#daily;
  }

  async #openDaily(): Promise<{ agentId: string; routeId: string; depositId: string; name: string }> {
    const { items } = await this.as<{ items: { id: string }[] }>(
      'manager',
      'GET',
      '/api/collections/agents/candidates',
    );
    const agent = await this.as<{ id: string }>('manager', 'POST', '/api/collections/agents', {
      userId: items[0]?.id,
    });
    const route = await this.as<{ id: string }>('manager', 'POST', '/api/collections/routes', {
      code: 'R1',
      name: 'Market',
      agentId: agent.id,
    });
    const account = await this.as<{ id: string; memberName: string }>('cashier', 'POST', '/api/collections/accounts', {
      memberId: this.saver().memberId,
      productCode: 'DD',
      routeId: route.id,
      dailyAmount: '100.00',
    });
    return { agentId: agent.id, routeId: route.id, depositId: account.id, name: account.memberName };
  }

  /** A meeting of the committee that is over, with minutes that nobody has signed. */
  async minutesToSign(): Promise<string> {
    const send = <Answer>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
      this.as<Answer>('manager', method, `/api/meetings${path}`, body);
    const { committee, rules } = await send<{
      committee: readonly { id: string }[];
      rules: readonly { kind: string; earliest: string }[];
    }>('GET', '/preparation');
    const heldOn = rules.find(({ kind }) => kind === 'committee')?.earliest;
    const { id } = await send<{ id: string }>('POST', '', {
      ...{ kind: 'committee', title: 'Loans of the month', heldOn, heldTime: '11:00', place: 'The office' },
      ...{ chairUserId: committee[0]?.id, items: [{ kind: 'text', title: 'Loans' }] },
    });
    await send('POST', `/${id}/call`);
    const books = new DatabaseSync(join(this.#folder, 'kafal.db'), { timeout: 10_000 });
    books.prepare("UPDATE meeting SET heldOn = date('now', '-1 day') WHERE id = ?").run(Number(id));
    books.close();
    await send('POST', `/${id}/opening`);
    await send('POST', `/${id}/closure`);
    const text = 'The committee met and looked at the loans of the month.';
    await send('PUT', `/${id}/minutes`, { text, version: 0 });
    return id;
  }

  /** A voucher that waits for a second person. */
  /** A member has just written to the office. */
  async freshMessage(): Promise<string> {
    this.#writer ??= await this.memberLogin();
    const { identifier, password } = this.#writer;
    const token = await logIn(this.server, 'member', identifier, password);
    const body = { kind: 'question', subject: 'My passbook', text: 'Why is the interest not in it yet?' };
    return (await ask<{ id: string }>(this.server, 'POST', '/api/messages', { token, body })).id;
  }

  /** A paper that a colleague took in; the member of the house needs it looked at. */
  async freshPaper(taker: StaffRole): Promise<void> {
    const form = new FormData();
    this.#made += 1;
    const pdf = `%PDF-1.4\n% affidavit ${this.#made}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`;
    form.append('file', new File([pdf], 'affidavit.pdf', { type: 'application/pdf' }));
    const address = `${this.server.api}/api/members/${this.saver().memberId}/files?kind=affidavit`;
    const headers = { authorization: `Bearer ${this.#tokens[taker]}` };
    const answer = await fetch(address, { method: 'POST', headers, body: form });
    if (!answer.ok) throw new Error(`The paper was not taken: ${await answer.text()}`);
  }

  async freshApproval(maker: StaffRole): Promise<string> {
    const { approvalId } = await this.as<{ approvalId: string }>(maker, 'POST', '/api/vouchers', {
      kind: 'journal',
      narration: 'Paper and ink for the office',
      lines: [
        { accountCode: '5203', side: 'debit', amount: '120.00' },
        { accountCode: '1101', side: 'credit', amount: '120.00' },
      ],
    });
    return approvalId;
  }

  /** A receipt with its entry in the books: of the cashier's own till, or of the colleague's at the third one. */
  async freshReceipt(till: 'own' | 'third'): Promise<{ id: string; entryId: string }> {
    const { memberId, depositId } = this.saver();
    const body = { memberId, lines: [{ kind: 'savings', depositId, amount: '10.00' }], mode: 'cash' };
    const { receipt } =
      till === 'own'
        ? await this.as<Taken>('cashier', 'POST', '/api/receipts', body)
        : await this.#atTheThirdTill<Taken>('POST', '/api/receipts', body);
    return receipt;
  }

  /** All tills go home for the night with what they should hold. */
  async closeTills(): Promise<void> {
    const token = { cashier: this.#tokens.cashier, manager: this.#tokens.manager, third: this.#secondCashier };
    for (const of of Object.values(token)) {
      const { session } = await ask<{ session: { id: string; expectedCash: string } | null }>(
        this.server,
        'GET',
        '/api/till-sessions/current',
        { token: of },
      );
      if (session === null) continue;
      const rupees = Number(session.expectedCash.split('.')[0]);
      await ask(this.server, 'POST', `/api/till-sessions/${session.id}/closing`, {
        token: of,
        body: { count: rupees === 0 ? {} : { '1.00': rupees }, toVault: session.expectedCash },
      });
    }
  }

  async settingNamed(name: string): Promise<string> {
    const { items } = await this.as<{ items: { name: string; value: unknown }[] }>(
      'administrator',
      'GET',
      '/api/settings',
    );
    return String(items.find((setting) => setting.name === name)?.value);
  }

  async #fillTheVault(): Promise<void> {
    const { approvalId } = await this.as<{ approvalId: string }>('accountant', 'POST', '/api/vouchers', {
      kind: 'opening',
      narration: 'Cash the books begin with',
      lines: [
        { accountCode: '1101', side: 'debit', amount: '50000.00' },
        { accountCode: '3201', side: 'credit', amount: '50000.00' },
      ],
    });
    await this.as('manager', 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  #atTheThirdTill<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    return ask<Answer>(this.server, method, path, { token: this.#secondCashier, body });
  }

  async close(): Promise<void> {
    await this.server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

interface Taken {
  readonly receipt: { readonly id: string; readonly entryId: string };
}

/** What a role starts with. */
export const permissionsOf = (role: StaffRole) => FIRST_ROLES.find(({ code }) => code === role)?.permissions ?? [];
