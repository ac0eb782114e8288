// Two hundred withdrawals at the same moment from an account that allows fifty of them.

import { admit, openSociety } from './open-society.ts';
import { minor } from './seeded.ts';
import { verifyTestBooks } from './verify-test-books.ts';

export interface AtOnce {
  paid: number;
  refused: number;
  /** Balance afterwards, in minor units. */
  left: number;
}

export async function withdrawAtOnce(): Promise<AtOnce> {
  const society = await openSociety();
  try {
    const { cashier, send, tillId } = society;
    await send(cashier, 'POST', `/api/tills/${tillId}/sessions`, { count: {}, fromVault: '0.00' });
    const saver = await admit(society, 1);
    const taken = await send(cashier, 'POST', '/api/receipts', {
      memberId: saver.memberId,
      mode: 'cash',
      lines: [
        ...saver.dues.map(({ id, outstanding }) => ({ kind: 'due', dueId: id, amount: outstanding })),
        // The minimum balance of 100 stays, so 5,000 more allow fifty times 100.
        { kind: 'savings', depositId: saver.depositId, amount: '5100.00' },
      ],
    });
    if (taken.statusCode !== 201) throw new Error(taken.body);

    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        send(cashier, 'POST', `/api/deposits/${saver.depositId}/withdrawals`, { amount: '100.00', mode: 'cash' }),
      ),
    );
    const paid = answers.filter(({ statusCode }) => statusCode === 201).length;
    const refused = answers.filter(
      (answer) => answer.statusCode === 422 && answer.json().code === 'BALANCE_TOO_LOW',
    ).length;
    const { balance } = (await send(cashier, 'GET', `/api/deposits/${saver.depositId}`)).json();
    await verifyTestBooks(society.platform);
    return { paid, refused, left: minor(balance) };
  } finally {
    await society.close();
  }
}
