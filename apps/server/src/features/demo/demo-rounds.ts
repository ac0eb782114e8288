// Daily deposits of the demo: two agents walk their routes in its last months, from door to door, and hand the cash over
// at the till in the evening. On the last day one is still on the way, and the other has kept the cash for too long.

import { addDays, type CalendarDate, formatMoney, parseMoney } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Choices } from './demo-choices.ts';
import type { Desk } from './demo-desk.ts';

interface Saver {
  readonly id: string;
  readonly isActive: boolean;
  readonly hasLeft: boolean;
}

interface RoundTill {
  readonly cashier: Actor;
  cash: number;
}

interface DemoAgent {
  readonly actor: Actor;
  readonly id: string;
  readonly doors: { readonly saver: Saver; readonly depositId: string; readonly usual: number }[];
  /** Whole rupees with the agent. */
  cash: number;
}

const DAYS_OF_ROUNDS = 75;
const DOORS = 6;
const A_DAY = [10, 20, 20, 30, 50, 100] as const;
const ROUTES = [
  { code: 'R1', name: 'Bazaar Road and the bus stand' },
  { code: 'R2', name: 'Upper lanes, up to the temple' },
] as const;

export class DemoRounds {
  readonly #desk: Desk;
  readonly #manager: Actor;
  readonly #collectors: readonly Actor[];
  readonly #choose: Choices;
  readonly #ends: CalendarDate;
  #agents: DemoAgent[] = [];

  constructor(desk: Desk, manager: Actor, collectors: readonly Actor[], choose: Choices, ends: CalendarDate) {
    this.#desk = desk;
    this.#manager = manager;
    this.#collectors = collectors;
    this.#choose = choose;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate, till: RoundTill, savers: readonly Saver[]): Promise<void> {
    if (day < addDays(this.#ends, -DAYS_OF_ROUNDS)) return;
    if (this.#agents.length === 0) await this.#begin(till, savers);
    for (const [index, agent] of this.#agents.entries()) {
      const isStillOnTheWay = index === 0 && day === this.#ends;
      await this.#walk(agent, isStillOnTheWay ? DOORS / 2 : DOORS);
      const keepsTheCash = index === 1 && day > addDays(this.#ends, -4);
      if (!isStillOnTheWay && !keepsTheCash) await this.#handOver(agent, till);
    }
  }

  async #begin(till: RoundTill, savers: readonly Saver[]): Promise<void> {
    const active = savers.filter(({ isActive, hasLeft }) => isActive && !hasLeft);
    for (const [index, actor] of this.#collectors.entries()) {
      const { id } = await this.#desk.ask<{ id: string }>(this.#manager, 'POST', '/api/collections/agents', {
        userId: String(actor.userId),
      });
      const route = await this.#desk.ask<{ id: string }>(this.#manager, 'POST', '/api/collections/routes', {
        ...ROUTES[index],
        agentId: id,
      });
      const agent: DemoAgent = { actor, id, doors: [], cash: 0 };
      for (const saver of active.filter((_, place) => place % 2 === index).slice(-DOORS)) {
        const usual = this.#choose.oneOf(A_DAY);
        const opened = await this.#desk.ask<{ id: string }>(till.cashier, 'POST', '/api/collections/accounts', {
          memberId: saver.id,
          productCode: 'DD',
          routeId: route.id,
          dailyAmount: rupees(usual),
        });
        agent.doors.push({ saver, depositId: opened.id, usual });
      }
      this.#agents.push(agent);
    }
  }

  /** Nobody is at home every day, and some days bring twice as much. */
  async #walk(agent: DemoAgent, doors: number): Promise<void> {
    for (const { saver, depositId, usual } of agent.doors.slice(0, doors)) {
      if (saver.hasLeft || !this.#choose.inHundred(80)) continue;
      const amount = this.#choose.inHundred(10) ? usual * 2 : usual;
      await this.#desk.ask(agent.actor, 'POST', '/api/collections', { depositId, amount: rupees(amount) });
      agent.cash += amount;
    }
  }

  async #handOver(agent: DemoAgent, till: RoundTill): Promise<void> {
    if (agent.cash === 0) return;
    await this.#desk.ask(till.cashier, 'POST', `/api/collections/agents/${agent.id}/handovers`, {
      count: { '100.00': Math.floor(agent.cash / 100), '10.00': (agent.cash % 100) / 10 },
    });
    till.cash += agent.cash;
    agent.cash = 0;
  }
}

const rupees = (amount: number) => formatMoney(parseMoney(`${amount}.00`));
