// Loans of the demo: asked for at the desk week by week, with guarantors who say yes, sanctioned by the committee and paid out
// by two. Most are paid back on their days, some late; a few borrowers stop, so that every class of loan is there.

import { addDays, type CalendarDate, formatMoney, type Money, parseMoney } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { DemoChangedLoans } from './demo-changed-loans.ts';
import { type Choices, choicesFrom } from './demo-choices.ts';
import type { Desk } from './demo-desk.ts';
import type { DemoGold } from './demo-gold.ts';
import { borrowersOn, freeToStand, sayYes } from './demo-guarantors.ts';
import type { Named } from './demo-people.ts';
import type { DemoPledges } from './demo-pledges.ts';
import type { DemoSanctions } from './demo-sanctions.ts';

/** What a few of the loans are beside the many. */
export interface DemoKinds {
  readonly gold: DemoGold;
  readonly pledges: DemoPledges;
  readonly sanctions: DemoSanctions;
  readonly changes: DemoChangedLoans;
}

export interface LoanStaff {
  readonly officer: Actor;
  readonly committee: Actor;
  readonly manager: Actor;
}

/** In so many working days of a hundred somebody asks. */
const DAYS_WITH_A_QUESTION = 14;

interface Wish {
  readonly productCode: 'PL' | 'EPL' | 'EML';
  readonly amounts: readonly number[];
  readonly instalments: readonly number[];
  readonly sureties: number;
  readonly purposes: readonly Named[];
}
const WISHES: readonly Wish[] = [
  {
    productCode: 'PL',
    amounts: [20_000, 30_000, 40_000, 50_000, 75_000],
    instalments: [12, 18, 24, 36],
    sureties: 2,
    purposes: [
      ['A second buffalo', 'दूसरी भैंस'],
      ['Repairs to the shop', 'दुकान की मरम्मत'],
      ['A roof for the house', 'घर की छत'],
      ["A daughter's wedding", 'बेटी की शादी'],
      ['A pump for the field', 'खेत का पंप'],
    ],
  },
  {
    productCode: 'EML',
    amounts: [5_000, 8_000, 12_000, 20_000],
    instalments: [6, 10, 12],
    sureties: 0,
    purposes: [
      ['Treatment in hospital', 'अस्पताल का खर्च'],
      ['School fees', 'स्कूल की फ़ीस'],
      ['Seed and fertiliser', 'बीज और खाद'],
    ],
  },
  {
    productCode: 'EPL',
    amounts: [30_000, 60_000],
    instalments: [24, 36],
    sureties: 2,
    purposes: [
      ['A motorcycle for the way to work', 'काम पर जाने के लिए मोटरसाइकिल'],
      ['A house of their own', 'अपना घर'],
    ],
  },
];

/** Where a soft rule does not hold. */
const WHY_ALL_THE_SAME = 'परिवार समिति का पुराना सदस्य है और समय पर चुकाता है';

/** Personal loans are asked for most. */
const TURNS = [0, 0, 0, 1, 1, 2] as const;

export class DemoLoans {
  readonly #desk: Desk;
  readonly #staff: LoanStaff;
  readonly #choose: Choices;
  readonly #gold: DemoGold;
  readonly #pledges: DemoPledges;
  readonly #sanctions: DemoSanctions;
  readonly #changes: DemoChangedLoans;

  constructor(desk: Desk, staff: LoanStaff, choose: Choices, { gold, pledges, sanctions, changes }: DemoKinds) {
    this.#gold = gold;
    this.#pledges = pledges;
    this.#sanctions = sanctions;
    this.#changes = changes;
    this.#desk = desk;
    this.#staff = staff;
    this.#choose = choose;
  }

  /** Each application goes one step on; then somebody may ask; then instalments come. */
  async workOneDay(day: CalendarDate, cashier: Actor, admin: Actor): Promise<void> {
    await this.#sanctions.workOneDay(day, admin);
    await this.#goOn(day);
    if (this.#choose.inHundred(DAYS_WITH_A_QUESTION)) await this.#apply(day);
    await this.#gold.workOneDay(day, admin, () => borrowersOn(this.#desk, day));
    await this.#pledges.workOneDay(day);
    await bringRepayments(this.#desk, cashier, day);
    await this.#changes.workOneDay(day);
  }

  async #apply(day: CalendarDate): Promise<void> {
    const people = await borrowersOn(this.#desk, day);
    const wish = WISHES[TURNS[this.#choose.whole(0, TURNS.length - 1)] ?? 0];
    const amount = wish === undefined ? 0 : this.#choose.oneOf(wish.amounts);
    if (wish === undefined || people.length < 3) return;
    const borrower = this.#choose.oneOf(people);
    const others = (await freeToStand(this.#desk, people)).filter(({ id }) => id !== borrower.id);
    if (others.length < 2) return;
    const first = this.#choose.whole(0, others.length - 1);
    const sureties = [others[first], others[(first + 1) % others.length]]
      .flatMap((member) => member ?? [])
      .slice(0, wish.sureties);
    const [english, hindi] = this.#choose.oneOf(wish.purposes);
    const { id } = await this.#desk.ask<{ id: string }>(this.#staff.officer, 'POST', '/api/loans', {
      memberId: String(borrower.id),
      productCode: wish.productCode,
      amount: formatMoney(parseMoney(`${amount}.00`)),
      instalments: this.#choose.oneOf(wish.instalments),
      purpose: this.#choose.inHundred(60) ? hindi : english,
      monthlyIncome: formatMoney(parseMoney(`${this.#choose.whole(15, 40) * 1_000}.00`)),
      guarantors: sureties.map(({ number }) => number),
    });
    await sayYes(this.#desk, id, sureties);
  }

  async #goOn(day: CalendarDate): Promise<void> {
    const waiting = await this.#desk.platform.database
      .selectFrom('loan')
      .select([
        'id',
        'status',
        'memberId',
        'version',
        'askedAmount',
        'askedInstalments',
        'sanctionedAmount',
        'productCode',
      ])
      .where('status', 'in', ['submitted', 'recommended', 'sanctioned'])
      .where('appliedOn', '<', day)
      .orderBy('id')
      .execute();
    for (const loan of waiting) {
      if (loan.status === 'submitted')
        await this.#act(loan, 'recommendation', {
          note: 'आय देखी गई, बचत समय पर जमा होती है',
          override: WHY_ALL_THE_SAME,
        });
      else if (loan.status === 'recommended') await this.#decide(loan, day);
      else await this.#payOut(loan, day);
    }
  }

  async #decide(loan: Waiting, day: CalendarDate): Promise<void> {
    if (choicesFrom(loan.id).inHundred(6)) {
      await this.#act(loan, 'rejection', { reason: 'आय के सामने किस्त बहुत बड़ी है' }, this.#staff.committee);
      return;
    }
    const { who, resolutionNumber } = await this.#sanctions.decide(loan.id, loan.askedAmount, day);
    await this.#act(
      loan,
      'sanction',
      {
        amount: formatMoney(loan.askedAmount),
        instalments: loan.askedInstalments,
        resolutionNumber,
        override: WHY_ALL_THE_SAME,
      },
      who,
    );
  }

  async #payOut(loan: Waiting, day: CalendarDate): Promise<void> {
    const { id, memberId } = loan;
    await this.#gold.receive(id);
    const savings = await this.#desk.platform.database
      .selectFrom('deposit')
      .select('id')
      .where('memberId', '=', memberId)
      .where('productCode', '=', 'SB')
      .where('status', '=', 'active')
      .executeTakeFirstOrThrow();
    const toDepositId = String(savings.id);
    const isLentOnTrust = loan.productCode === 'PL' || loan.productCode === 'EPL';
    const amount = isLentOnTrust ? this.#changes.firstPart(loan, toDepositId, day) : undefined;
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(
      this.#staff.officer,
      'POST',
      `/api/loans/${id}/disbursement`,
      { toDepositId, ...(amount === undefined ? {} : { amount }) },
    );
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  #act({ id, version }: Waiting, what: string, body: object, who = this.#staff.officer): Promise<unknown> {
    return this.#desk.ask(who, 'POST', `/api/loans/${id}/${what}`, { ...body, version });
  }
}

interface Waiting {
  readonly id: number;
  readonly memberId: number;
  readonly version: number;
  readonly askedAmount: Money;
  readonly askedInstalments: number;
  readonly sanctionedAmount: Money | null;
  readonly productCode: string;
}

/** What borrowers bring on this day, through the bank: each the oldest instalment that is open. */
export async function bringRepayments(desk: Desk, cashier: Actor, day: CalendarDate): Promise<void> {
  const due = await desk.platform.database
    .selectFrom('loan as l')
    .innerJoin('loan_instalment as i', 'i.loanId', 'l.id')
    .innerJoin('member as m', 'm.id', 'l.memberId')
    .select([
      'l.id',
      'l.memberId',
      'i.number',
      'i.dueOn',
      'i.principal',
      'i.interest',
      'i.fee',
      'i.penalty',
      'i.paidPrincipal',
      'i.paidInterest',
      'i.paidFee',
      'i.paidPenalty',
    ])
    .where('l.status', '=', 'active')
    .where('m.status', '=', 'active')
    .whereRef('i.dueOn', '=', 'l.nextDueOn')
    .where('i.dueOn', '<=', day)
    .orderBy('l.id')
    .orderBy('i.number')
    .execute();
  const anew = await plannedAnew(desk);
  for (const { id, memberId, number, dueOn, ...parts } of due) {
    const late = anew.has(id) ? 0 : daysLate(id, number);
    if (late === undefined || addDays(dueOn, late) > day) continue;
    const owed = parts.principal + parts.interest + parts.fee + parts.penalty;
    const paid = parts.paidPrincipal + parts.paidInterest + parts.paidFee + parts.paidPenalty;
    await desk.ask(cashier, 'POST', '/api/receipts', {
      memberId: String(memberId),
      lines: [{ kind: 'loan', loanId: String(id), amount: formatMoney((owed - paid) as Money) }],
      mode: 'bank',
      // A reference counts by its letters and digits alone, so 1-11 and 11-1 would be one.
      reference: `LN${String(id).padStart(5, '0')}${String(number).padStart(3, '0')}`,
    });
  }
}

/** The second loan ever: nothing came of it, and it is doubtful for more than a year at the end. */
const NEVER_PAID = 2;

/** Of ten borrowers seven come on the day, two within weeks, and one stops; always the same for the same instalment. */
function daysLate(loanId: number, number: number): number | undefined {
  if (loanId === NEVER_PAID) return undefined;
  const habit = choicesFrom(loanId * 7).whole(1, 10);
  const choose = choicesFrom(loanId * 1_000 + number);
  if (habit <= 7) return choose.inHundred(85) ? 0 : choose.whole(1, 6);
  if (habit <= 9) return choose.inHundred(50) ? choose.whole(0, 10) : choose.whole(20, 50);
  return number <= choicesFrom(loanId * 13).whole(2, 7) ? choose.whole(0, 5) : undefined;
}

/** Whose loan was planned anew keeps to it. */
async function plannedAnew({ platform }: Desk): Promise<ReadonlySet<number>> {
  const rows = await platform.database
    .selectFrom('loan_measure')
    .select('loanId')
    .where('kind', '=', 'rescheduling')
    .execute();
  return new Set(rows.map(({ loanId }) => loanId));
}
