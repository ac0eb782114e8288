// Two hundred people at two hundred counters ask for the same member's money at the same moment.

import { admit, openSociety } from './open-society.ts';
import { text } from './seeded.ts';
import { verifyTestBooks } from './verify-test-books.ts';

export interface WithdrawalsReport {
  asked: number;
  paid: number;
  refused: number;
}

const AMOUNT = 10_000;
const FLOOR = 10_000;
const UNAVAILABLE = 503;

/** `allowed` of the `asked` withdrawals fit into the account; each is refused or paid whole. */
export async function withdrawInParallel(asked: number, allowed: number): Promise<WithdrawalsReport> {
  const society = await openSociety();
  try {
    const { cashier } = society;
    const opened = await society.send(cashier, 'POST', `/api/tills/${society.tillId}/sessions`, {
      count: {},
      fromVault: '0.00',
    });
    if (opened.statusCode !== 201) throw new Error(`the till did not open: ${opened.body}`);
    const member = await admit(society, 1);
    const received = await society.send(cashier, 'POST', '/api/receipts', {
      memberId: member.memberId,
      lines: [
        ...member.dues.map(({ id, outstanding }) => ({ kind: 'due', dueId: id, amount: outstanding })),
        { kind: 'savings', depositId: member.depositId, amount: text(FLOOR + allowed * AMOUNT) },
      ],
      mode: 'cash',
    });
    if (received.statusCode !== 201) throw new Error(`the money was not taken: ${received.body}`);

    const withdraw = async (nth: number): Promise<number> => {
      const url = `/api/deposits/${member.depositId}/withdrawals`;
      const body = { amount: text(AMOUNT), mode: 'cash' };
      const key = `withdrawal-${String(nth).padStart(8, '0')}`;
      for (;;) {
        const { statusCode, body: answer } = await society.send(cashier, 'POST', url, body, key);
        if (statusCode === 201) return statusCode;
        if (statusCode === 422 && answer.includes('BALANCE_TOO_LOW')) return statusCode;
        // Too busy: sent again under the same key, as every client does.
        if (statusCode !== UNAVAILABLE) throw new Error(`a withdrawal was answered with ${statusCode}: ${answer}`);
      }
    };
    const statuses = await Promise.all(Array.from({ length: asked }, (_, index) => withdraw(index + 1)));
    const paid = statuses.filter((status) => status === 201).length;
    await compareBalance(society, member.depositId, FLOOR + (allowed - paid) * AMOUNT);
    await verifyTestBooks(society.platform);
    return { asked, paid, refused: asked - paid };
  } finally {
    await society.close();
  }
}

async function compareBalance(
  society: Awaited<ReturnType<typeof openSociety>>,
  depositId: string,
  wanted: number,
): Promise<void> {
  const seen = (await society.send(society.cashier, 'GET', `/api/deposits/${depositId}`)).json();
  if (seen.balance !== text(wanted))
    throw new Error(`the account holds ${seen.balance}; ${text(wanted)} belongs there`);
  const passbook = (await society.send(society.cashier, 'GET', `/api/deposits/${depositId}/passbook?limit=200`)).json();
  for (const { balance } of passbook.items) {
    if (Number(balance) < FLOOR / 100) throw new Error(`the account stood at ${balance}, below its floor`);
  }
}
