// Loans of the demo that do not run as they were lent: one is paid out in parts, one is closed by a larger one, one that was late is
// planned anew and paid since, and one stands in a holiday from its principal on the last day.

import { addDays, addMonths, type CalendarDate, formatMoney, type Money, money, parseMoney, yearOf } from '@kafal/core';
import type { Desk } from './demo-desk.ts';
import { borrowersOn, freeToStand, sayYes } from './demo-guarantors.ts';
import type { LoanStaff } from './demo-loans.ts';

/** Days before the end of the history, or the next working day after. The second loan in parts waits for its rest on the last day. */
const IN_PARTS = [160, 14] as const;
const REPLACED = 120;
const PLANNED_ANEW = 110;
const HOLIDAY = 25;
/** Less than a period, so that nothing is due before the rest goes out. */
const DAYS_UNTIL_THE_REST = 15;
const LEAST_IN_PARTS = parseMoney('40000.00');
const MONTHS_UNTIL_REPLACED = 5;

interface Running {
  readonly id: number;
  readonly memberId: number;
  readonly sanctionedAmount: Money | null;
}

export class DemoChangedLoans {
  readonly #desk: Desk;
  readonly #staff: LoanStaff;
  readonly #ends: CalendarDate;
  readonly #done = new Set<number>();
  #rest: { readonly loanId: number; readonly toDepositId: string; readonly from: CalendarDate } | undefined;

  constructor(desk: Desk, staff: LoanStaff, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#ends = ends;
  }

  async workOneDay(day: CalendarDate): Promise<void> {
    if (this.#rest !== undefined && day >= this.#rest.from) await this.#payOutTheRest(this.#rest);
    if (this.#isTime(day, REPLACED)) await this.#replace(day);
    if (this.#isTime(day, PLANNED_ANEW)) await this.#planAnew(day);
    if (this.#isTime(day, HOLIDAY)) await this.#giveHoliday(day);
  }

  /** What goes out at first of a loan that is paid out in two halves; undefined: all of it. */
  firstPart(loan: Running, toDepositId: string, day: CalendarDate): string | undefined {
    const amount = loan.sanctionedAmount ?? money(0);
    const isOne = amount >= LEAST_IN_PARTS && IN_PARTS.some((before) => this.#isTime(day, before));
    if (!isOne) return undefined;
    this.#rest = { loanId: loan.id, toDepositId, from: addDays(day, DAYS_UNTIL_THE_REST) };
    return formatMoney(money(Math.floor(amount / 2)));
  }

  async #payOutTheRest({ loanId, toDepositId }: { readonly loanId: number; readonly toDepositId: string }) {
    this.#rest = undefined;
    await this.#agreed(`/api/loans/${loanId}/disbursement`, { toDepositId });
  }

  /** Once, on the day or the first working day after it on which there is one. */
  #isTime(day: CalendarDate, before: number): boolean {
    if (day < addDays(this.#ends, -before) || this.#done.has(before)) return false;
    this.#done.add(before);
    return true;
  }

  /** A borrower who pays on time asks for twenty thousand more, and goes through the same hands as everybody. */
  async #replace(day: CalendarDate): Promise<void> {
    const loan = await this.#untroubled()
      .where('l.disbursedOn', '<=', addMonths(day, -MONTHS_UNTIL_REPLACED))
      .where('l.sanctionedAmount', '<=', parseMoney('50000.00'))
      .executeTakeFirst();
    const sureties = (await freeToStand(this.#desk, await borrowersOn(this.#desk, day))).slice(-2);
    if (loan === undefined || sureties.length < 2) return;
    const { id } = await this.#desk.ask<{ id: string }>(this.#staff.officer, 'POST', '/api/loans', {
      memberId: String(loan.memberId),
      productCode: 'PL',
      amount: formatMoney(money((loan.sanctionedAmount ?? 0) + parseMoney('20000.00'))),
      instalments: 24,
      purpose: 'दुकान बढ़ाने के लिए, पुराना ऋण इसी से चुकेगा',
      monthlyIncome: '32000.00',
      replacesLoanId: String(loan.id),
      guarantors: sureties.map(({ number }) => number),
    });
    await sayYes(this.#desk, id, sureties);
  }

  /** The latest of those that are some weeks late: half a year more, and the unpaid interest in equal parts. */
  async #planAnew(day: CalendarDate): Promise<void> {
    const late = await this.#running()
      .where('s.daysPastDue', '>', 0)
      .where('s.daysPastDue', '<=', 90)
      .orderBy('s.daysPastDue', 'desc')
      .orderBy('l.id')
      .executeTakeFirst();
    if (late === undefined) return;
    await this.#measure(late, day, {
      kind: 'rescheduling',
      firstDueOn: addMonths(day, 1),
      instalments: (await this.#instalmentsAfter(late, day)) + 6,
      arrears: 'apart',
      reason: 'फ़सल ओले से ख़राब हुई, किस्त आधी ही दी जा सकती है',
    });
  }

  async #giveHoliday(day: CalendarDate): Promise<void> {
    const loan = await this.#untroubled().orderBy('l.id', 'desc').executeTakeFirst();
    if (loan === undefined) return;
    const holiday = 3;
    await this.#measure(loan, day, {
      kind: 'moratorium',
      holiday,
      instalments: (await this.#instalmentsAfter(loan, day)) + holiday,
      interest: 'served',
      reason: 'ज़िले में बाढ़, कलेक्टर का आदेश',
    });
  }

  async #measure({ id }: Running, day: CalendarDate, body: object): Promise<void> {
    await this.#agreed(`/api/loans/${id}/measures`, {
      ...body,
      resolutionNumber: `LC/${yearOf(day)}/M${id}`,
      resolutionOn: addDays(day, -2),
    });
  }

  /** Personal loans that run and about which nothing was done yet. */
  #running() {
    return this.#desk.platform.database
      .selectFrom('loan as l')
      .innerJoin('loan_standing as s', 's.loanId', 'l.id')
      .innerJoin('member as m', 'm.id', 'l.memberId')
      .select(['l.id', 'l.memberId', 'l.sanctionedAmount'])
      .where('l.status', '=', 'active')
      .where('l.productCode', '=', 'PL')
      .where('m.status', '=', 'active')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('loan_measure as w').select('w.id').whereRef('w.loanId', '=', 'l.id'))),
      )
      .limit(1);
  }

  /** On time, half a year from its end at least, and the borrower's only loan. */
  #untroubled() {
    return this.#running()
      .where('s.daysPastDue', '=', 0)
      .where('s.nonPerformingSince', 'is', null)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('loan_instalment as i')
            .select('i.number')
            .whereRef('i.loanId', '=', 'l.id')
            .where('i.dueOn', '>', addMonths(this.#ends, 6)),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('loan as o')
              .select('o.id')
              .whereRef('o.memberId', '=', 'l.memberId')
              .whereRef('o.id', '<>', 'l.id')
              .where('o.status', 'not in', ['closed', 'rejected', 'withdrawn', 'lapsed']),
          ),
        ),
      );
  }

  async #instalmentsAfter({ id }: Running, day: CalendarDate): Promise<number> {
    const { count } = await this.#desk.platform.database
      .selectFrom('loan_instalment')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('loanId', '=', id)
      .where('dueOn', '>', day)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async #agreed(path: string, body: object): Promise<void> {
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(this.#staff.officer, 'POST', path, body);
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }
}
