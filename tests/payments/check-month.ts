// A month of the bank goes through the API of a society: previewed, taken in by files that overlap, one of them sent twice at
// once, matched by two at once. Afterwards every line is where it must be, and every rupee.

import { formatMoney, type Money, money, sum } from '@kafal/core';
import type { LightMyRequestResponse } from 'fastify';
import {
  type AdmittedMember,
  openTestCounter,
  type TestCounter,
} from '../../apps/server/src/features/counter/test-counter.ts';
import {
  matchWaitingLines,
  paymentsInMessages,
  paymentsInRoutes,
} from '../../apps/server/src/features/payments-in/index.ts';
import type { SignedIn } from '../../apps/server/src/platform/http/test-app.ts';
import { seeded } from '../society/seeded.ts';
import { type LineFate, type MonthActs, type MonthLine, makeMonth, statementCsv } from './statement-month.ts';

export interface MonthHouse {
  readonly counter: TestCounter;
  readonly accountant: SignedIn;
  readonly members: readonly AdmittedMember[];
}

export async function openMonthHouse(members: number): Promise<MonthHouse> {
  const counter = await openTestCounter({ environment: { RATE_USER: '1000000' } }, undefined, [
    { name: 'payments-in', routes: paymentsInRoutes, messages: paymentsInMessages },
  ]);
  await counter.openTill();
  const people: AdmittedMember[] = [];
  for (let place = 0; place < members; place += 1) {
    people.push(await counter.admitActive(`Payer ${String.fromCharCode(65 + (place % 26))} Number`, 100));
  }
  await counter.changeSetting('payments.upiAddress', 'society.demo@examplebank');
  await counter.changeSetting('payments.requestMinutes', 10_080);
  // A month of a few people's requests stands open at once here.
  await counter.changeSetting('payments.openRequests', 1_000);
  return { counter, accountant: await counter.staff('accountant', 'Arun Negi'), members: people };
}

/** What went wrong, a sentence each, and how many lines of each fate there were. */
export async function checkMonth(house: MonthHouse, seed: number, lines: number) {
  const { counter, accountant } = house;
  const { platform } = counter;
  const failures: string[] = [];
  const expected = (what: string, wanted: unknown, found: unknown) => {
    if (JSON.stringify(wanted) !== JSON.stringify(found)) {
      failures.push(`seed ${seed}: ${what} is ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`);
    }
  };
  const month = await makeMonth(seeded(seed), { lines, members: house.members.length }, actsOf(house));
  const before = await savingsOf(house);
  const send = (csv: string, fileName: string, preview = '') =>
    counter.post(`/api/bank-statements${preview}`, { fileName, csv }, accountant);

  const cut = { first: Math.floor(month.length * 0.6), second: Math.floor(month.length * 0.4) };
  const first = statementCsv(month, 0, cut.first);
  const look = (await send(first, 'first.csv', '?preview=true')).json();
  expected('the preview', { known: 0, mistakes: [] }, { known: look.known, mistakes: look.mistakes });

  // The same file by two at once: one is taken.
  const both = await Promise.all([send(first, 'first.csv'), send(first, 'again.csv')]);
  expected('the same file at once', [201, 409], both.map(({ statusCode }) => statusCode).toSorted());
  expected('the same file later', 'STATEMENT_KNOWN', (await send(first, 'later.csv')).json().code);
  const second = await must(send(statementCsv(month, cut.second), 'second.csv'), 201);
  expected('lines known already', cut.first - cut.second, second.json().statement.known);
  expected('nothing new', 'STATEMENT_NOTHING_NEW', (await send(statementCsv(month, 1, 5), 'part.csv')).json().code);
  await Promise.all([matchWaitingLines(platform), matchWaitingLines(platform)]);

  const kept = await platform.database
    .selectFrom('bank_line')
    .select(['description', 'status', 'credit', 'debit', 'receiptId', 'reason'])
    .execute();
  expected('how many lines', month.length, kept.length);
  for (const fate of ['received', 'settled', 'unidentified', 'debit'] as const) {
    const wanted = month
      .filter((line) => line.fate === fate)
      .map(textOf)
      .toSorted();
    expected(
      `the ${fate} lines`,
      wanted,
      kept
        .filter(({ status }) => status === fate)
        .map(textOf)
        .toSorted(),
    );
  }

  // Each member has what their own lines brought, to the paisa.
  const after = await savingsOf(house);
  for (const [place, savings] of after.entries()) {
    const brought = sum(
      month.filter(({ fate, member }) => fate === 'received' && member === place).map(({ credit }) => credit),
    );
    expected(`the savings of member ${place}`, (before[place] ?? 0) + brought, savings);
  }
  const receipts = await platform.database
    .selectFrom('receipt as r')
    .innerJoin('journal_entry as e', 'e.id', 'r.entryId')
    .leftJoin('bank_line as l', 'l.receiptId', 'r.id')
    .select(['r.id', 'r.total', 'l.credit', 'e.seriesCode', 'e.number'])
    .where('e.seriesCode', '=', 'BR')
    .orderBy('e.number')
    .execute();
  expected('a receipt for each line that was received', countOf(month, 'received'), receipts.length);
  expected(
    'receipts without a line of the same amount',
    0,
    receipts.filter(({ total, credit }) => total !== credit).length,
  );
  expected(
    'the numbers of the receipts',
    receipts.map((_one, place) => place + 1),
    receipts.map(({ number }) => number),
  );

  const picture = (await counter.get('/api/bank-reconciliation', accountant)).json();
  expected('clearing beyond lines and receipts', '0.00', picture.clearing.other);
  expected('clearing', '0.00', picture.clearing.balance);
  expected('unidentified beyond open lines', '0.00', picture.unidentified.other);
  const open = formatMoney(sum(month.filter(({ fate }) => fate === 'unidentified').map(({ credit }) => credit)));
  expected('unidentified', open, picture.unidentified.balance);
  return {
    failures,
    counts: {
      lines: month.length,
      received: countOf(month, 'received'),
      settled: countOf(month, 'settled'),
      unidentified: countOf(month, 'unidentified'),
      debits: countOf(month, 'debit'),
    },
  };
}

const countOf = (month: readonly MonthLine[], fate: LineFate) => month.filter((line) => line.fate === fate).length;

const textOf = ({ description, credit, debit }: { description: string; credit: Money; debit: Money }) =>
  `${description} ${credit} ${debit}`;

async function savingsOf({ counter, members }: MonthHouse): Promise<Money[]> {
  const savings: Money[] = [];
  for (const { depositId } of members) {
    const row = await counter.platform.database
      .selectFrom('balance')
      .select('amount')
      .where('subLedger', '=', 'deposit')
      .where('subLedgerId', '=', Number(depositId))
      .executeTakeFirstOrThrow();
    savings.push(money(row.amount));
  }
  return savings;
}

function actsOf({ counter, members }: MonthHouse): MonthActs {
  const memberAt = (place: number) => {
    const member = members[place];
    if (member === undefined) throw new Error(`there is no member ${place}`);
    return member;
  };
  const linesOf = (member: AdmittedMember, amount: Money) => ({
    lines: [{ kind: 'savings', depositId: member.depositId, amount: formatMoney(amount) }],
  });
  return {
    ask: async (place, amount) => {
      const member = memberAt(place);
      const asked = await must(counter.post('/api/payment-requests', linesOf(member, amount), member.signedIn), 201);
      const { id, reference } = asked.json().request;
      const showing = { method: 'POST' as const, url: `/api/payment-requests/${id}/showing` };
      await must(member.signedIn.inject(showing), 200);
      return { id, reference, member: place, amount };
    },
    claim: async (place, id, number) => {
      const url = `/api/payment-requests/${id}/claim`;
      await must(memberAt(place).signedIn.inject({ method: 'PUT', url, payload: { number } }), 200);
    },
    takeAtCounter: async (place, amount, reference) => {
      const member = memberAt(place);
      const body = { memberId: member.id, mode: 'upi', reference, ...linesOf(member, amount) };
      await must(counter.post('/api/receipts', body), 201);
    },
  };
}

async function must(sent: Promise<LightMyRequestResponse>, status: number): Promise<LightMyRequestResponse> {
  const answer = await sent;
  if (answer.statusCode !== status) throw new Error(`expected ${status}, got ${answer.statusCode}: ${answer.body}`);
  return answer;
}
