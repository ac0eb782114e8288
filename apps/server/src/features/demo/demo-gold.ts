// Gold loans of the demo: in its last two years a member brings ornaments now and then. They are weighed and valued by the
// rate of the day, received by two before the money goes out, and given back some days after the loan was closed.

import { addDays, addMonths, type CalendarDate, formatMoney, goldValue, money, monthOf, parseMoney } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Choices } from './demo-choices.ts';
import type { Desk } from './demo-desk.ts';
import type { LoanStaff } from './demo-loans.ts';
import type { Named } from './demo-people.ts';

const MONTHS_OF_GOLD = 24;
/** In so many working days of a hundred. */
const DAYS_WITH_GOLD = 4;
/** Rupees a gram in the first month; it goes up by so many each quarter. */
const FIRST_RATE = 6_150;
const RISES_BY = 180;
const DAYS_UNTIL_BACK = 6;
/** 22 carat. */
const PURITY = 916;
/** A thousand rupees in paise. */
const THOUSAND = 100_000;

const ORNAMENTS: readonly Named[] = [
  ['Two bangles and a chain', 'दो चूड़ियाँ और एक ज़ंजीर'],
  ['A necklace', 'एक हार'],
  ['Four bangles', 'चार चूड़ियाँ'],
  ['A nose ring and ear-rings', 'एक नथ और झुमके'],
];
const APPRAISERS = ['Ramesh Soni', 'Mahesh Verma'] as const;
const KEPT = ['Vault, shelf 1', 'Vault, shelf 2', 'तिजोरी, खाना 3'] as const;

interface Borrower {
  readonly id: number;
  readonly name: string;
}

export class DemoGold {
  readonly #desk: Desk;
  readonly #staff: LoanStaff;
  readonly #choose: Choices;
  readonly #begins: CalendarDate;
  #quarter = '';
  #quarters = 0;
  #packets = 0;

  constructor(desk: Desk, staff: LoanStaff, choose: Choices, ends: CalendarDate) {
    this.#desk = desk;
    this.#staff = staff;
    this.#choose = choose;
    this.#begins = addMonths(ends, -MONTHS_OF_GOLD);
  }

  async workOneDay(day: CalendarDate, admin: Actor, borrowers: () => Promise<readonly Borrower[]>): Promise<void> {
    if (day < this.#begins) return;
    await this.#setRate(day, admin);
    await this.#giveBack(day);
    if (!this.#choose.inHundred(DAYS_WITH_GOLD)) return;
    const people = await borrowers();
    if (people.length > 0) await this.#ask(day, this.#choose.oneOf(people));
  }

  /** Before the money goes out, whatever is offered comes into the vault. */
  async receive(loanId: number): Promise<void> {
    const offered = await this.#items(loanId, 'offered');
    if (offered.length === 0) return;
    await this.#agree(`/api/loans/${loanId}/collateral/receipt`, {
      itemIds: offered.map(String),
      keptWhere: this.#choose.oneOf(KEPT),
    });
  }

  async #setRate(day: CalendarDate, admin: Actor): Promise<void> {
    const quarter = `${day.slice(0, 4)} ${Math.ceil(monthOf(day) / 3)}`;
    if (quarter === this.#quarter) return;
    this.#quarter = quarter;
    const rate = FIRST_RATE + this.#quarters * RISES_BY;
    this.#quarters += 1;
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(admin, 'PUT', '/api/settings/loans.goldRate', {
      value: `${rate}.00`,
      effectiveFrom: day,
      legalBasis: 'Rate of the association of jewellers',
    });
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  async #ask(day: CalendarDate, { id: memberId, name }: Borrower): Promise<void> {
    const { officer } = this.#staff;
    this.#packets += 1;
    const grams = this.#choose.whole(12, 40);
    const stones = this.#choose.whole(0, 900);
    const ornament = { grossMilligrams: grams * 1_000, deductionMilligrams: 0, purity: PURITY };
    // About three quarters of what it is worth at least, in whole thousands.
    const worth = goldValue(ornament, parseMoney(`${FIRST_RATE}.00`));
    const thousands = Math.floor((worth * 3) / (4 * THOUSAND));
    const [english, hindi] = this.#choose.oneOf(ORNAMENTS);
    const { id } = await this.#desk.ask<{ id: string }>(officer, 'POST', '/api/loans', {
      memberId: String(memberId),
      productCode: 'GL',
      amount: formatMoney(money(thousands * THOUSAND)),
      instalments: this.#choose.oneOf([6, 9, 12]),
      purpose: this.#choose.inHundred(50) ? 'बुवाई का खर्च' : 'Stock for the shop',
      monthlyIncome: formatMoney(parseMoney(`${this.#choose.whole(15, 40) * 1_000}.00`)),
      guarantors: [],
    });
    await this.#desk.ask(officer, 'POST', `/api/loans/${id}/collateral`, {
      kind: 'gold',
      description: this.#choose.inHundred(50) ? hindi : english,
      ownerName: name,
      packetNumber: `G-${String(this.#packets).padStart(3, '0')}`,
      pieces: this.#choose.whole(1, 5),
      grossWeight: `${grams}.${String(stones).padStart(3, '0')}`,
      deduction: `0.${String(stones).padStart(3, '0')}`,
      purity: PURITY,
      valuedBy: this.#choose.oneOf(APPRAISERS),
      valuedOn: day,
    });
  }

  async #giveBack(day: CalendarDate): Promise<void> {
    const over = await this.#desk.platform.database
      .selectFrom('loan as l')
      .innerJoin('member as m', 'm.id', 'l.memberId')
      .select(['l.id', 'm.name'])
      .distinct()
      .where('l.status', '=', 'closed')
      .where('l.closedOn', '<=', addDays(day, -DAYS_UNTIL_BACK))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('loan_collateral as c')
            .select('c.id')
            .whereRef('c.loanId', '=', 'l.id')
            .where('c.kind', '=', 'gold')
            .where('c.status', '=', 'held'),
        ),
      )
      .orderBy('l.id')
      .execute();
    for (const { id, name } of over) {
      const itemIds = (await this.#items(id, 'held')).map(String);
      await this.#agree(`/api/loans/${id}/collateral/release`, { itemIds, releasedTo: name });
    }
  }

  async #items(loanId: number, status: 'offered' | 'held'): Promise<number[]> {
    const rows = await this.#desk.platform.database
      .selectFrom('loan_collateral')
      .select('id')
      .where('loanId', '=', loanId)
      .where('kind', '=', 'gold')
      .where('status', '=', status)
      .orderBy('id')
      .execute();
    return rows.map(({ id }) => id);
  }

  async #agree(url: string, body: object): Promise<void> {
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(this.#staff.officer, 'POST', url, body);
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }
}
