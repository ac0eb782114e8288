// Loans at every turn: one the member of the pictures pays back, one they are asked to stand surety for, and one of other
// members before the officer, the committee, the payout and the second person. What is there already stays as it is.

import type { RealServer } from '../../tests/servers/real-server.ts';
import { ask, logIn } from '../../tests/servers/real-society.ts';
import type { Saver } from './own-accounts.ts';

export interface OwnLoans {
  /** Of the saver, with an instalment paid. */
  readonly running: string;
  /** Running, with nothing paid before its day, so that what is left can be planned anew. */
  readonly notAhead: string;
  /** Somebody else's, for which the saver is asked to stand surety. */
  readonly asked: string;
  readonly returned: string;
  readonly recommended: string;
  readonly sanctioned: string;
  /** Overdue, with a part of its interest waived. */
  readonly waived: string;
  /** Written off, with a little of it recovered. */
  readonly writtenOff: string;
  /** Lent against gold that lies in the vault, and one whose gold was given back. */
  readonly gold: string;
  readonly goldBack: string;
  /** The payout that waits for a second person. */
  readonly payoutApprovalId: string;
  /** A sheet of repayments with a row that is paid and one that is not. */
  readonly sheet: string;
  /** Somebody who may stand surety for the saver. */
  readonly suretyNumber: string;
}

type Status = 'submitted' | 'returned' | 'recommended' | 'sanctioned' | 'active';

interface Loan {
  readonly id: string;
  readonly version: number;
  readonly status: Status;
  readonly memberId: string;
  readonly instalmentsPlan: readonly {
    readonly dueOn: string;
    readonly total: string;
    readonly interest: string;
    readonly paidOn: string | null;
  }[];
  readonly measures: readonly unknown[];
}

const SURE = { productCode: 'PL', amount: '50000.00', instalments: 12, monthlyIncome: '25000.00' };
const SMALL = { productCode: 'EML', amount: '12000.00', instalments: 6, monthlyIncome: '18000.00' };
const PURPOSES = {
  running: 'दूसरी भैंस',
  asked: 'दुकान की मरम्मत',
  returned: 'बच्चों की पढ़ाई',
  recommended: 'अस्पताल का खर्च',
  sanctioned: 'खेत का पंप',
  payout: 'घर की छत',
  notAhead: 'बीज और खाद',
};
/** Some of them stand surety for others already. */
const FEW = 24;
const ENDED: readonly string[] = ['closed', 'rejected', 'withdrawn', 'lapsed'];
/** Where a soft rule does not hold of a member of the demo. */
const WHY = 'पूरा परिवार समिति का पुराना सदस्य है';
const WAIVED = 'दो महीने बीमार रहे, अस्पताल का काग़ज़ देखा गया';
const MISSING = 'पिछले तीन महीने की वेतन पर्ची लाएँ';

export async function ownLoans(server: RealServer, password: string, saver: Saver): Promise<OwnLoans> {
  const staff = (name: string) => logIn(server, 'admin', name, password);
  const [officer, committee, manager] = [await staff('loanofficer'), await staff('committee'), await staff('manager')];
  const read = <Answer>(path: string) => ask<Answer>(server, 'GET', `/api${path}`, { token: officer });
  const loanOf = (id: string) => read<Loan>(`/loans/${id}`);
  const act = async (id: string, what: string, body: object, token = officer) =>
    ask(server, 'POST', `/api/loans/${id}/${what}`, { token, body: { ...body, version: (await loanOf(id)).version } });

  const { items: members } = await read<{ items: Saver[] }>('/members?status=active&sort=joinedOn&limit=200');
  const { businessDate } = await read<{ businessDate: string }>('/business-day');
  /** Without a loan but those that stand here for the pictures, which are asked for on the last day. */
  const isOurs = async ({ id }: Saver): Promise<boolean> => {
    const { items } = await read<{ items: { appliedOn: string }[] }>(`/loans?memberId=${id}&limit=1`);
    return items[0] === undefined || items[0].appliedOn === businessDate;
  };
  const people: Saver[] = [];
  for (const member of members) {
    if (people.length < FEW && member.id !== saver.id && (await isOurs(member))) people.push(member);
  }
  const [payer, waiting, sender, first, ...others] = people;
  /** Whoever stands surety for two loans of others already stands for no more. */
  const isFree = async ({ memberNumber }: Saver): Promise<boolean> => {
    const token = await logIn(server, 'member', memberNumber, password);
    const { items } = await ask<{ items: { status: string; memberId: string }[] }>(
      server,
      'GET',
      '/api/loans?as=guarantor&limit=200',
      { token },
    );
    const own = [saver.id, first?.id];
    return items.filter(({ status, memberId }) => !ENDED.includes(status) && !own.includes(memberId)).length === 0;
  };
  const free: Saver[] = [];
  for (const member of others) if (free.length < 2 && (await isFree(member))) free.push(member);
  const [second, third] = free;
  if (!payer || !waiting || !sender || !first || !second || !third) {
    throw new Error('The demo has too few members who may borrow.');
  }

  const withGold = async (show: string) => {
    const path = `/loan-collateral?kind=gold&show=${show}&limit=1`;
    return (await read<{ items: { loanId: string }[] }>(path)).items[0]?.loanId;
  };

  /** What this member has asked for already, or the same asked for now. */
  const wished = async (member: Saver, purpose: string, sureties: readonly Saver[] = []): Promise<Loan> => {
    const { items } = await read<{ items: { id: string }[] }>(`/loans?memberId=${member.id}&limit=1`);
    if (items[0] !== undefined) return loanOf(items[0].id);
    const wish = sureties.length > 0 ? SURE : SMALL;
    const guarantors = sureties.map(({ memberNumber }) => memberNumber);
    const body = { ...wish, memberId: member.id, purpose, guarantors };
    const { id } = await ask<{ id: string }>(server, 'POST', '/api/loans', { token: officer, body });
    return loanOf(id);
  };
  const recommended = async ({ id, status }: Loan) => {
    if (status === 'submitted')
      await act(id, 'recommendation', { note: 'आय देखी गई, बचत समय पर जमा होती है', override: WHY });
    return loanOf(id);
  };
  const sanctioned = async (loan: Loan) => {
    const { id, status } = await recommended(loan);
    const { amount, instalments } = loan.instalmentsPlan.length === SURE.instalments ? SURE : SMALL;
    if (status === 'recommended')
      await act(id, 'sanction', { amount, instalments, resolutionNumber: 'LC/2026/14', override: WHY }, committee);
    return loanOf(id);
  };
  const savingsOf = async (memberId: string) => {
    const { items } = await read<{ items: { id: string }[] }>(
      `/deposits?memberId=${memberId}&kind=savings&status=active`,
    );
    if (items[0] === undefined) throw new Error('A borrower of the pictures has no savings.');
    return items[0].id;
  };
  const payout = async ({ id, memberId }: Loan): Promise<string> => {
    const body = { toDepositId: await savingsOf(memberId) };
    const { approvalId } = await ask<{ approvalId: string }>(server, 'POST', `/api/loans/${id}/disbursement`, {
      token: officer,
      body,
    });
    return approvalId;
  };

  const agreedPayout = async (loan: Loan) => {
    const approvalId = await payout(await sanctioned(loan));
    await ask(server, 'POST', `/api/approvals/${approvalId}/approval`, { token: manager, body: {} });
  };

  /** Of a loan that is overdue, the oldest interest; undefined in a house in which no day has passed. */
  const withWaiver = async (): Promise<string | undefined> => {
    const { items } = await read<{ items: { id: string; daysPastDue: number }[] }>('/loans?status=active&limit=200');
    const late = items.find(({ daysPastDue }) => daysPastDue > 0);
    if (late === undefined) return undefined;
    const { measures, instalmentsPlan } = await loanOf(late.id);
    if (measures.length > 0) return late.id;
    const interest = instalmentsPlan.find(({ paidOn }) => paidOn === null)?.interest;
    const path = `/api/loans/${late.id}/measures`;
    const body = { kind: 'waiver', interest, reason: WAIVED };
    const { approvalId } = await ask<{ approvalId: string }>(server, 'POST', path, { token: officer, body });
    await ask(server, 'POST', `/api/approvals/${approvalId}/approval`, { token: manager, body: {} });
    return late.id;
  };

  const asked = await wished(first, PURPOSES.asked, [saver, second]);
  const returned = await wished(sender, PURPOSES.returned);
  if (returned.status === 'submitted') await act(returned.id, 'return', { reason: MISSING });
  const before = await recommended(await wished(waiting, PURPOSES.recommended));
  const ready = await sanctioned(await wished(payer, PURPOSES.sanctioned));
  const leaving = await sanctioned(await wished(third, PURPOSES.payout));

  const own = await wished(saver, PURPOSES.running, [second, third]);
  if (own.status === 'submitted') {
    for (const { memberNumber } of [second, third]) {
      const token = await logIn(server, 'member', memberNumber, password);
      await ask(server, 'PUT', `/api/loans/${own.id}/surety`, { token, body: { consents: true } });
    }
    await agreedPayout(own);
    const token = await logIn(server, 'member', saver.memberNumber, password);
    await ask(server, 'POST', `/api/loans/${own.id}/repayments`, {
      token,
      body: { fromDepositId: await savingsOf(saver.id), amount: own.instalmentsPlan[0]?.total },
    });
  }
  const notAhead = async (): Promise<string | undefined> => {
    const { items } = await read<{ items: { id: string }[] }>('/loans?status=active&limit=50');
    for (const { id } of items) {
      const { instalmentsPlan } = await loanOf(id);
      if (instalmentsPlan.every(({ dueOn, paidOn }) => paidOn === null || dueOn <= businessDate)) return id;
    }
    return undefined;
  };
  /** In a house in which no day has passed nobody else has a running loan. */
  const lentNow = async (): Promise<string> => {
    const borrower = others.find(({ id }) => id !== second.id && id !== third.id);
    if (borrower === undefined) throw new Error('The demo has too few members who may borrow.');
    const loan = await wished(borrower, PURPOSES.notAhead);
    await agreedPayout(loan);
    return loan.id;
  };
  const asksForPayout = await ask<{ items: { id: string }[] }>(
    server,
    'GET',
    '/api/approvals?status=pending&kind=loan-disbursement',
    { token: manager },
  );
  const waived = await withWaiver();
  const lost = await read<{ items: { id: string }[] }>('/loans?status=written-off&limit=1');
  const sheets = await read<{ items: { id: string }[] }>('/repayment-sheets?limit=1');
  return {
    sheet: sheets.items[0]?.id ?? (await enterSheet(server, password, own.id)),
    waived: waived ?? own.id,
    writtenOff: lost.items[0]?.id ?? own.id,
    gold: (await withGold('held')) ?? own.id,
    goldBack: (await withGold('released')) ?? own.id,
    running: own.id,
    notAhead: (await notAhead()) ?? (await lentNow()),
    asked: asked.id,
    returned: returned.id,
    recommended: before.id,
    sanctioned: ready.id,
    payoutApprovalId: asksForPayout.items[0]?.id ?? (await payout(leaving)),
    suretyNumber: second.memberNumber,
  };
}

async function enterSheet(server: RealServer, password: string, loanId: string): Promise<string> {
  const token = await logIn(server, 'admin', 'cashier', password);
  const { number } = await ask<{ number: string }>(server, 'GET', `/api/loans/${loanId}`, { token });
  const { sheetId } = await ask<{ sheetId: string }>(server, 'POST', '/api/repayment-sheets', {
    token,
    body: {
      csv: `Loan,Amount,Reference\n${number},500.00,November\nEPL-99,250.00,November\n`,
      total: '750.00',
      mode: 'bank',
      reference: 'SALARY 202611',
    },
  });
  return sheetId;
}
