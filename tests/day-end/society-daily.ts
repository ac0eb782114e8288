// Daily deposits of the society of the day-end tests, and the agents who collect for them: how the program is told.

import { addDays, addMonths, type CalendarDate, calendarDate, money } from '@kafal/core';
import type { TestBooks } from '../../apps/server/src/features/accounting/test-books.ts';
import { approveRequest } from '../../apps/server/src/features/approvals/decide-approval.ts';
import {
  collect,
  createRoute,
  handOver,
  openDailyAccount,
  registerAgent,
} from '../../apps/server/src/features/collections/index.ts';
import { askForCommission } from '../../apps/server/src/features/collections/pay-commission.ts';
import type { SignedIn } from '../../apps/server/src/platform/http/test-app.ts';
import { type Seeded, text } from '../society/seeded.ts';
import {
  ADDED_EVERY,
  COMMISSION_HUNDREDTHS,
  COMMISSION_TAX_FROM,
  COMMISSION_TAX_HUNDREDTHS,
  commissionsOnPaper,
  DAILY_RATES,
  dailyOnPaper,
  KEPT_MONTHS,
  type PaperCollection,
  type PaperDaily,
  type PaperDailyCredit,
} from './daily-books.ts';
import { monthOf } from './day-end-books.ts';
import { once } from './once.ts';

/** What is collected is counted in notes of ten rupees. */
const NOTE = 1_000;
const PRODUCT = 'DD';

export interface PlannedDaily extends PaperDaily {
  readonly openedOn: CalendarDate;
  readonly collections: readonly (PaperCollection & { readonly collectedOn: CalendarDate })[];
}

/** The first agent's commission goes to this member's savings; the second agent is no member. */
export interface PlannedAgents {
  readonly memberId: number;
  readonly dailies: readonly PlannedDaily[];
}

/** Some of those who have savings, which the money goes to in the end. */
export function planDailies(
  savers: readonly { readonly depositId: number; readonly openedOn: string }[],
  days: readonly CalendarDate[],
  random: Seeded,
): PlannedAgents {
  const [first] = days;
  const fromFirst = savers.find(({ openedOn }) => openedOn === first);
  if (fromFirst === undefined) throw new Error('an agent has savings from the first day on');
  const dailies = savers.flatMap(({ depositId: memberId, openedOn: savesFrom }): PlannedDaily[] => {
    const able = days.filter((day) => day >= savesFrom);
    if (!random.chance(0.25) || able.length === 0) return [];
    const openedOn = random.chance(0.6) ? able[0] : random.oneOf(able);
    if (openedOn === undefined) return [];
    const months = random.oneOf([1, 2, 3, 6, 9, 12]);
    const end = addMonths(openedOn, months);
    const collections = able
      .filter((on) => on >= openedOn && on < end && random.chance(0.12))
      .map((on) => {
        const back = random.chance(0.2) ? addDays(on, -random.whole(1, 3)) : on;
        // A month that is over may have been counted.
        const collectedOn = back >= openedOn && monthOf(back) === monthOf(on) ? back : on;
        return { on, collectedOn, amount: random.whole(1, 60) * NOTE };
      });
    return [{ memberId, agent: random.whole(0, 1), openedOn, months, collections }];
  });
  return { memberId: fromFirst.depositId, dailies };
}

export interface Agents {
  readonly agents: readonly { readonly id: number; readonly signedIn: SignedIn; readonly routeId: number }[];
  readonly tillId: number;
  /** The daily deposit of a member. */
  readonly accounts: Map<number, number>;
}

export async function openAgents(books: TestBooks, { memberId }: PlannedAgents): Promise<Agents> {
  const { platform, manager } = books;
  await books.setSetting('daily.keptMonths', KEPT_MONTHS);
  await books.setSetting('daily.addEveryMonths', ADDED_EVERY);
  await books.setSetting('collections.commissionRate', text(COMMISSION_HUNDREDTHS));
  await books.setSetting('collections.commissionTax', text(COMMISSION_TAX_HUNDREDTHS));
  await books.setSetting('collections.commissionTaxFrom', text(COMMISSION_TAX_FROM));
  await platform.transact(async (trx) => {
    for (const { from, hundredths } of DAILY_RATES) {
      await trx
        .insertInto('deposit_product')
        .values({
          code: PRODUCT,
          kind: 'daily',
          interestRule: 'daily',
          nameEn: 'Daily deposit',
          nameHi: 'दैनिक जमा',
          accountCode: '2131',
          minimumBalance: money(0),
          annualRate: text(hundredths),
          effectiveFrom: calendarDate(from),
          legalBasis: null,
          recordedAt: null,
        })
        .execute();
    }
  });
  const agents: Agents['agents'][number][] = [];
  for (const [place, name] of ['Suresh Negi', 'Mohan Rawat'].entries()) {
    const signedIn = await books.staff('agent', name);
    const whose = { userId: signedIn.actor.userId, memberId: place === 0 ? memberId : null };
    const id = await registerAgent(platform, manager.actor, whose);
    const routeId = await createRoute(platform, manager.actor, { code: `R${place + 1}`, name: 'Bazaar', agentId: id });
    agents.push({ id, signedIn, routeId });
  }
  return { agents, tillId: await books.addTill('T1'), accounts: new Map() };
}

/** What a working day brings: new deposits, collections, and of a month that is over its cash and its commission. */
export async function moveDailies(
  books: TestBooks,
  { agents, tillId, accounts }: Agents,
  { dailies }: PlannedAgents,
  days: readonly CalendarDate[],
  on: CalendarDate,
): Promise<void> {
  const { platform, manager, accountant, cashier } = books;
  const before = days[days.indexOf(on) - 1];
  if (before !== undefined && monthOf(before) !== monthOf(on)) {
    await books.openSession(tillId, cashier);
    for (const [place, { id: agentId }] of agents.entries()) {
      const cash = cashSince(dailies, place, before);
      if (cash === 0) continue;
      const count = { '10.00': cash / NOTE };
      await handOver(platform, cashier.actor, { agentId, count }, once(`cash-${on}-${agentId}`));
      const month = before.slice(0, 7);
      const asked = await askForCommission(
        platform,
        accountant.actor,
        { agentId, month },
        once(`ask-${on}-${agentId}`),
      );
      const approvalId = Number(asked.answer.approvalId);
      await approveRequest(platform, manager.actor, { approvalId }, once(`pay-${on}-${agentId}`));
    }
    await books.closeSession(tillId);
  }
  for (const { memberId, agent, months } of dailies.filter(({ openedOn }) => openedOn === on)) {
    const routeId = agents[agent]?.routeId ?? 0;
    const opening = { memberId, productCode: PRODUCT, routeId, dailyAmount: money(NOTE), months };
    accounts.set(memberId, await openDailyAccount(platform, manager.actor, opening));
  }
  for (const { memberId, agent, collections } of dailies) {
    for (const { collectedOn, amount } of collections.filter((collection) => collection.on === on)) {
      const depositId = accounts.get(memberId) ?? 0;
      const by = agents[agent]?.signedIn.actor ?? manager.actor;
      const command = { depositId, amount: money(amount), collectedOn };
      await collect(platform, by, command, once(`collect-${on}-${depositId}`));
    }
  }
}

/** What an agent has collected in the month of a day; all before it was handed over. */
function cashSince(dailies: readonly PlannedDaily[], agent: number, before: CalendarDate): number {
  return dailies
    .filter((daily) => daily.agent === agent)
    .flatMap(({ collections }) => collections)
    .reduce((sum, { on, amount }) => (monthOf(on) === monthOf(before) ? sum + amount : sum), 0);
}

const creditLine = ({ memberId, on, interest, net }: PaperDailyCredit) =>
  `daily deposit of member ${memberId}, ${on}: ${interest}, of which ${net} reached it`;
const endLine = (memberId: number, on: string, paid: number) =>
  `daily deposit of member ${memberId}: ended on ${on}, ${paid} to savings`;
const balanceLine = (memberId: number, balance: number) => `daily deposit of member ${memberId} has ${balance}`;
const commissionLine = (agent: number, month: string, collected: number, commission: number, tax: number) =>
  `agent ${agent}, ${month}: ${commission} for ${collected}, less ${tax}`;

const isOpened =
  (last: CalendarDate) =>
  ({ openedOn }: PaperDaily) =>
    openedOn <= last;

export function dailiesOfPlan({ memberId, dailies }: PlannedAgents, days: readonly CalendarDate[], last: CalendarDate) {
  const lives = dailies.filter(isOpened(last)).map((daily) => dailyOnPaper(daily, last));
  const commissions = commissionsOnPaper(dailies, days);
  const given = lives.flatMap(({ credits, ended }) => (ended === undefined ? credits : [...credits, ended]));
  return {
    lives,
    commissions,
    given,
    toSavings: [
      ...lives.flatMap(({ ended }) =>
        ended === undefined || ended.paid === 0 ? [] : [{ memberId: ended.memberId, on: ended.on, amount: ended.paid }],
      ),
      ...commissions
        .filter(({ agent }) => agent === 0)
        .map(({ paidOn, commission, tax }) => ({ memberId, on: paidOn, amount: commission - tax })),
    ],
    lines: [
      ...lives.flatMap(({ credits }) => credits.map(creditLine)),
      ...lives.flatMap(({ ended }) => (ended === undefined ? [] : [endLine(ended.memberId, ended.on, ended.paid)])),
      ...lives.map(({ daily, balance }) => balanceLine(daily.memberId, balance)),
      ...commissions.map(({ agent, month, collected, commission, tax }) =>
        commissionLine(agent, month, collected, commission, tax),
      ),
    ],
  };
}

export async function dailiesInTheBooks({ platform: { database } }: TestBooks): Promise<string[]> {
  const credits = await database
    .selectFrom('daily_interest as i')
    .innerJoin('deposit as d', 'd.id', 'i.depositId')
    .leftJoin('posting as p', (join) =>
      join.onRef('p.entryId', '=', 'i.entryId').onRef('p.subLedgerId', '=', 'd.id').on('p.subLedger', '=', 'deposit'),
    )
    .select(['d.memberId', 'i.periodTo as on', 'i.interest', 'p.amount as net'])
    .execute();
  const dailies = await database
    .selectFrom('daily_deposit as y')
    .innerJoin('deposit as d', 'd.id', 'y.depositId')
    .innerJoin('balance as b', (join) => join.onRef('b.subLedgerId', '=', 'd.id').on('b.subLedger', '=', 'deposit'))
    .leftJoin('posting as p', (join) =>
      join.onRef('p.entryId', '=', 'y.closingEntryId').on('p.accountCode', '=', '2101').on('p.side', '=', 'credit'),
    )
    .select(['d.memberId', 'd.closedOn', 'b.amount as balance', 'p.amount as paid'])
    .execute();
  const commissions = await database
    .selectFrom('agent_commission')
    .select(['agentId', 'monthEndsOn', 'collected', 'commission', 'tax'])
    .execute();
  return [
    ...credits.map((credit) => creditLine({ ...credit, net: credit.net ?? 0 })),
    ...dailies.flatMap(({ memberId, closedOn, paid }) =>
      closedOn === null ? [] : [endLine(memberId, closedOn, paid ?? 0)],
    ),
    ...dailies.map(({ memberId, balance }) => balanceLine(memberId, balance)),
    ...commissions.map(({ agentId, monthEndsOn, collected, commission, tax }) =>
      commissionLine(agentId - 1, monthOf(monthEndsOn), collected, commission, tax),
    ),
  ];
}
