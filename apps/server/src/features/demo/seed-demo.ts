// Three years of a society's business, act by act, under a simulated clock: people join, pay their dues, save, withdraw,
// transfer and leave; the office pays its bills; tills open and close. The same seed makes the same society.

import { addDays, addMonths, type CalendarDate, calendarDate, formatMoney, money, monthOf, yearOf } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { runDayEnd } from '../day-end/index.ts';
import { DemoAccounts } from './demo-accounts.ts';
import { DemoBadLoans } from './demo-bad-loans.ts';
import { DemoChangedLoans } from './demo-changed-loans.ts';
import { type Choices, choicesFrom } from './demo-choices.ts';
import { DemoCollecting } from './demo-collecting.ts';
import { DemoDeductions } from './demo-deductions.ts';
import type { Desk } from './demo-desk.ts';
import { DemoDues } from './demo-dues.ts';
import { enterEmployers } from './demo-employers.ts';
import { DemoGold } from './demo-gold.ts';
import { isOpenOn } from './demo-holidays.ts';
import { DemoKeeping } from './demo-keeping.ts';
import type { DemoLetters } from './demo-letters.ts';
import { DemoLoans } from './demo-loans.ts';
import { DemoMeetings } from './demo-meetings.ts';
import { DemoMessages } from './demo-messages.ts';
import { DemoNotices } from './demo-notices.ts';
import { DemoPapers } from './demo-papers.ts';
import { DemoPayments } from './demo-payments.ts';
import { HUSBAND, LOCALITIES, MEN, MONTHS, type Named, OCCUPATIONS, SURNAMES, WIFE, WOMEN } from './demo-people.ts';
import { DemoPledges } from './demo-pledges.ts';
import { DemoRounds } from './demo-rounds.ts';
import { DemoSanctions } from './demo-sanctions.ts';
import { DemoSheets } from './demo-sheets.ts';
import { DemoTaxes } from './demo-taxes.ts';
import { DemoTerms } from './demo-terms.ts';

/** How large a society is made, and which days it lives through. */
export interface DemoScale {
  readonly members: number;
  readonly begins: CalendarDate;
  /** The business date at which it stands afterwards. */
  readonly ends: CalendarDate;
}

/** Three years of a society of 240 members, up to 30 November 2026. */
export const DEMO: DemoScale = { members: 240, begins: calendarDate('2023-12-01'), ends: calendarDate('2026-11-30') };

const SEED = 20_261_130;
/** In India, from the beginning of the day in UTC. */
export const HALF_PAST_NINE = 9.5 * 3_600_000 - 5.5 * 3_600_000;
const FLOAT = '20000.00';
const FLOAT_RUPEES = 20_000;
/** What stays in the vault when cash is banked at the end of a month. */
const VAULT_KEEPS = 60_000;
const BANKS_OF_CHEQUES = ['Himgiri Bank', 'Doon Valley Gramin Bank', 'Kosi Sahakari Bank'] as const;

export interface DemoStaff {
  admin: Actor;
  manager: Actor;
  cashier: Actor;
  cashier2: Actor;
  accountant: Actor;
  committee: Actor;
  officer: Actor;
  agents: readonly Actor[];
}

interface DemoMember {
  id: string;
  number: string;
  depositId: string;
  depositNumber: string;
  balance: number;
  dues: { id: string; outstanding: number }[];
  isActive: boolean;
  hasLeft: boolean;
  /** One of the last to join, who has still to bring the dues. */
  isStillToPay: boolean;
  /** Saves this much most months, in rupees. */
  habit: number;
}

interface Till {
  id: string;
  cashier: Actor;
  session: string | undefined;
  cash: number;
}

export async function seedDemo(
  desk: Desk,
  staff: DemoStaff,
  scale: DemoScale,
  progress: (share: number, what: string) => void,
  letters?: DemoLetters,
): Promise<void> {
  const society = new DemoSociety(desk, staff, choicesFrom(SEED), scale);
  await society.begin();
  const days = businessDays(scale);
  for (const [index, day] of days.entries()) {
    await society.workOneDay(day, index, days.length);
    await letters?.workOneDay(day);
    if (index % 10 === 0) progress(index / days.length, `business of ${day}`);
  }
  progress(1, `business of ${scale.ends}`);
}

function businessDays({ begins, ends }: DemoScale): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = begins; day <= ends; day = addDays(day, 1)) if (isOpenOn(day)) days.push(day);
  return days;
}

function nextOpenDay(day: CalendarDate): CalendarDate {
  let next = addDays(day, 1);
  while (!isOpenOn(next)) next = addDays(next, 1);
  return next;
}

const rupees = (amount: number) => formatMoney(money(amount * 100));

/** What the office types: in English and in Hindi by turns. */
const typed = (turn: number, [english, hindi]: Named) => (turn % 2 === 0 ? hindi : english);

class DemoSociety {
  private readonly desk: Desk;
  private readonly staff: DemoStaff;
  private readonly choose: Choices;
  private readonly scale: DemoScale;
  private readonly terms: DemoTerms;
  private readonly rounds: DemoRounds;
  private readonly accounts: DemoAccounts;
  private readonly dues: DemoDues;
  private readonly taxes: DemoTaxes;
  private readonly keeping: DemoKeeping;
  private readonly loans: DemoLoans;
  private readonly badLoans: DemoBadLoans;
  private readonly collecting: DemoCollecting;
  private readonly deductions: DemoDeductions;
  private readonly notices: DemoNotices;
  private readonly sheets: DemoSheets;
  private readonly payments: DemoPayments;
  private readonly messages: DemoMessages;
  private readonly meetings: DemoMeetings;
  private readonly papers: DemoPapers;
  private readonly members: DemoMember[] = [];
  private tills: Till[] = [];
  private applied = 0;
  private references = 0;
  private yesterday: CalendarDate | undefined;
  private allotted = 0;
  /** Whole rupees in the vault, as the office counts them. */
  private vault = 100_000;
  /** Received and not yet in the bank's own statement. */
  private readonly clearing = { upi: 0, cheque: 0 };

  constructor(desk: Desk, staff: DemoStaff, choose: Choices, scale: DemoScale) {
    this.scale = scale;
    this.desk = desk;
    this.staff = staff;
    this.choose = choose;
    // Choices of their own, so that the rest of the society stays as it is.
    this.terms = new DemoTerms(desk, staff.manager, choicesFrom(SEED + 1));
    this.rounds = new DemoRounds(desk, staff.manager, staff.agents, choicesFrom(SEED + 2), scale.ends);
    this.accounts = new DemoAccounts(desk, choicesFrom(SEED + 3));
    this.dues = new DemoDues(desk, staff, scale.ends);
    this.taxes = new DemoTaxes(desk, staff, scale);
    this.keeping = new DemoKeeping(desk, staff, scale.ends);
    const gold = new DemoGold(desk, staff, choicesFrom(SEED + 5), scale.ends);
    const pledges = new DemoPledges(desk, staff, scale.ends);
    const sanctions = new DemoSanctions(desk, staff, scale.ends);
    const changes = new DemoChangedLoans(desk, staff, scale.ends);
    this.loans = new DemoLoans(desk, staff, choicesFrom(SEED + 4), { gold, pledges, sanctions, changes });
    this.badLoans = new DemoBadLoans(desk, staff, scale.ends);
    this.collecting = new DemoCollecting(desk, staff, scale.ends);
    this.deductions = new DemoDeductions(desk, staff);
    this.notices = new DemoNotices(desk, staff, scale.ends);
    this.sheets = new DemoSheets(desk);
    this.payments = new DemoPayments(desk, staff);
    this.messages = new DemoMessages(desk, staff, scale.ends);
    this.meetings = new DemoMeetings(desk, staff, scale.ends);
    this.papers = new DemoPapers(desk, staff, scale.ends);
  }

  async begin(): Promise<void> {
    const { desk, staff } = this;
    await desk.ask(staff.manager, 'POST', '/api/tills', { code: 'T2', name: 'Counter 2' });
    const { items } = await desk.ask<{ items: { id: string; code: string }[] }>(staff.cashier, 'GET', '/api/tills');
    this.tills = items.map(({ id }, index) => ({
      id,
      cashier: index === 0 ? staff.cashier : staff.cashier2,
      session: undefined,
      cash: 0,
    }));
    await this.voucher('opening', 'पुरानी बही से लाया गया नकद और बैंक शेष', [
      ['1101', 'debit', 100_000],
      ['1201', 'debit', 400_000],
      ['3211', 'credit', 500_000],
    ]);
  }

  async workOneDay(day: CalendarDate, index: number, days: number): Promise<void> {
    const { desk, choose } = this;
    const isLast = day === this.scale.ends;
    desk.clock.set(Date.parse(`${day}T00:00:00Z`) + HALF_PAST_NINE);
    const [first, second] = this.tills;
    if (first === undefined || second === undefined) throw new Error('The demo has two tills.');
    // Each end opens the next day, so the day off is ended after the day before it.
    for (let ended = this.yesterday ?? day; ended < day; ended = addDays(ended, 1)) {
      await runDayEnd(desk.platform, this.staff.accountant, { until: ended });
    }
    this.yesterday = day;
    await this.dues.tellBalances(this.members);
    const acts = this.actsOf(day, index, days);
    const isBusy = acts.length > 12 || isLast;
    await this.openTill(first);
    if (isBusy) await this.openTill(second);
    for (const act of acts) await act(isBusy && choose.inHundred(40) ? second : first);
    await this.terms.workOneDay(day, first, this.members);
    await this.rounds.workOneDay(day, first, this.members);
    await this.accounts.workOneDay(day, first.cashier, this.members);
    await this.dues.workOneDay(day, first.cashier);
    await this.taxes.workOneDay(day, first.cashier);
    await this.keeping.workOneDay(day, this.members);
    await this.deductions.workOneDay(day);
    await this.loans.workOneDay(day, first.cashier, this.staff.admin);
    await this.badLoans.workOneDay(day, first.cashier);
    await this.collecting.workOneDay(day);
    await enterEmployers(desk, this.staff.manager, day, this.scale.ends);
    await this.notices.workOneDay(day);
    await this.sheets.workOneDay(day, first.cashier);
    await this.messages.workOneDay(day, this.members);
    await this.meetings.workOneDay(day, this.members);
    await this.papers.workOneDay(day, this.members);
    if (isLast) await this.lastDay(first);
    else await this.closeTill(first);
    if (isBusy) await this.closeTill(second);
  }

  /** What people want on this day, decided before the counter opens. */
  private actsOf(day: CalendarDate, index: number, days: number): ((till: Till) => Promise<void>)[] {
    const { choose } = this;
    const acts: ((till: Till) => Promise<void>)[] = [];
    // Two thirds join in the first half year, the rest little by little.
    const { members } = this.scale;
    const early = days / 6;
    const atFirst = (members * 2) / 3;
    const wanted = Math.round(
      index < early
        ? (index / early) * atFirst
        : atFirst + ((index - early) / (days - early)) * (members - atFirst + 4),
    );
    while (this.applied < Math.min(wanted, members)) {
      this.applied += 1;
      const nth = this.applied;
      acts.push((till) => this.join(nth, till, day));
    }
    for (const member of this.members) {
      if (member.hasLeft) continue;
      if (!member.isActive) {
        if (!member.isStillToPay && choose.inHundred(12)) acts.push((till) => this.payDues(member, till));
        continue;
      }
      if (choose.inHundred(4)) acts.push((till) => this.save(member, till));
      if (member.balance > 3_000 && choose.whole(1, 1_000) <= 5) acts.push((till) => this.withdraw(member, till));
      if (member.balance > 2_000 && choose.whole(1, 1_000) <= 2) acts.push(() => this.transfer(member));
      if (choose.whole(1, 1_000) <= 2) acts.push((till) => this.buyShares(member, till));
    }
    if (monthOf(nextOpenDay(day)) !== monthOf(day)) acts.push(() => this.endOfMonth(day));
    return acts;
  }

  // ---- people ------------------------------------------------------------------------------------------------
  private form(nth: number, day: CalendarDate) {
    const { choose } = this;
    const isWoman = choose.inHundred(55);
    const [given, givenLocal] = choose.oneOf(isWoman ? WOMEN : MEN);
    const [surname, surnameLocal] = choose.oneOf(SURNAMES);
    const [nominee, nomineeLocal] = choose.oneOf(isWoman ? MEN : WOMEN);
    const age = choose.whole(21, 68);
    const born = addDays(addMonths(day, -12 * age), -choose.whole(0, 364));
    // Whoever reads Hindi fills in the form in Hindi.
    const language = choose.inHundred(60) ? 'hi' : 'en';
    const filledIn = ([latin, devanagari]: Named) => (language === 'hi' ? devanagari : latin);
    return {
      name: `${given} ${surname}`,
      nameLocal: `${givenLocal} ${surnameLocal}`,
      dateOfBirth: born,
      gender: isWoman ? 'female' : 'male',
      phone: `9${String(400_000_000 + nth * 1_013 + choose.whole(0, 999)).padStart(9, '0')}`,
      ...(choose.inHundred(40) ? { email: `${given}.${surname}.${nth}@members.example`.toLowerCase() } : {}),
      addressLine: `${filledIn(['House', 'मकान'])} ${choose.whole(1, 180)}`,
      locality: choose.oneOf(LOCALITIES),
      district: 'Tehri Garhwal',
      state: 'Uttarakhand',
      postalCode: '249199',
      occupation: filledIn(choose.oneOf(OCCUPATIONS)),
      accountType: 'savings',
      language,
      ...(choose.inHundred(50) ? { pan: panOf(nth, surname) } : {}),
      nominees: [
        {
          name: filledIn([`${nominee} ${surname}`, `${nomineeLocal} ${surnameLocal}`]),
          relation: filledIn(isWoman ? HUSBAND : WIFE),
          dateOfBirth: addDays(born, choose.whole(-1_500, 900)),
          sharePercent: '100.00',
        },
      ],
    };
  }

  private async apply(nth: number, day: CalendarDate): Promise<string> {
    const { desk, staff, choose } = this;
    const form = this.form(nth, day);
    const { trackingNumber } = choose.inHundred(30)
      ? await desk.ask<{ trackingNumber: string }>(null, 'POST', '/api/members/register', { ...form, consent: true })
      : await desk.ask<{ trackingNumber: string }>(staff.cashier, 'POST', '/api/admin/member-requests', form);
    const { items } = await desk.ask<{ items: { id: string }[] }>(
      staff.manager,
      'GET',
      `/api/admin/member-requests?q=${trackingNumber}`,
    );
    const [request] = items;
    if (request === undefined) throw new Error(`The application ${trackingNumber} is not in the list.`);
    return request.id;
  }

  private async join(nth: number, till: Till, day: CalendarDate): Promise<void> {
    const { desk, staff, choose } = this;
    const requestId = await this.apply(nth, day);
    const approved = await desk.ask<{ memberId: string; memberNumber: string; depositNumber: string }>(
      staff.manager,
      'PUT',
      `/api/admin/member-requests/${requestId}/approve`,
      { resolutionNumber: `MC/${yearOf(day)}/${monthOf(day)}`, acceptFlags: true },
    );
    const seen = await desk.ask<{ deposits: { id: string }[]; dues: { id: string; outstanding: string }[] }>(
      staff.cashier,
      'GET',
      `/api/counter/members/${approved.memberId}`,
    );
    const member: DemoMember = {
      id: approved.memberId,
      number: approved.memberNumber,
      depositId: seen.deposits[0]?.id ?? '',
      depositNumber: approved.depositNumber,
      balance: 0,
      dues: seen.dues.map(({ id, outstanding }) => ({ id, outstanding: Number(outstanding.split('.')[0]) })),
      isActive: false,
      hasLeft: false,
      isStillToPay: nth > this.scale.members - 6,
      habit: choose.oneOf([200, 300, 500, 500, 500, 1_000, 1_000, 2_000, 3_000]),
    };
    this.members.push(member);
    if (choose.inHundred(6)) {
      const productCode = choose.oneOf(['CA', 'SA'] as const);
      await desk.ask(staff.cashier, 'POST', '/api/deposits', { memberId: member.id, productCode });
    }
    if (!member.isStillToPay) await this.payDues(member, till);
  }

  /** Most pay everything at once; some bring half and come again. */
  private async payDues(member: DemoMember, till: Till): Promise<void> {
    const open = member.dues.filter((due) => due.outstanding > 0);
    if (open.length === 0) return;
    const paysAll = this.choose.inHundred(75);
    const lines = open
      .filter((_, index) => paysAll || index < Math.ceil(open.length / 2))
      .map((due) => ({ kind: 'due', dueId: due.id, amount: rupees(due.outstanding), of: due }));
    if (paysAll && this.choose.inHundred(60)) {
      await this.receipt(member, till, [
        ...lines,
        { kind: 'savings', depositId: member.depositId, amount: rupees(member.habit) },
      ]);
      member.balance += member.habit;
    } else await this.receipt(member, till, lines);
    for (const { of } of lines) of.outstanding = 0;
    member.isActive = member.dues.every((due) => due.outstanding === 0);
  }

  // ---- the counter -------------------------------------------------------------------------------------------
  private async receipt(
    member: DemoMember,
    till: Till,
    lines: { kind: string; amount: string; dueId?: string; depositId?: string }[],
  ): Promise<{ entryId: string; mode: 'cash' | 'upi' | 'bank' | 'cheque' }> {
    const { choose, desk } = this;
    const mode = choose.oneOf(['cash', 'cash', 'cash', 'cash', 'upi', 'upi', 'bank', 'cheque'] as const);
    this.references += 1;
    const total = lines.reduce((sum, line) => sum + Number(line.amount.split('.')[0]), 0);
    const { receipt } = await desk.ask<{ receipt: { entryId: string } }>(till.cashier, 'POST', '/api/receipts', {
      memberId: member.id,
      lines: lines.map(({ kind, amount, dueId, depositId }) => ({
        kind,
        amount,
        ...(dueId === undefined ? {} : { dueId }),
        ...(depositId === undefined ? {} : { depositId }),
      })),
      mode,
      ...this.paymentOf(mode),
    });
    if (mode === 'cash') till.cash += total;
    if (mode === 'upi' || mode === 'cheque') this.clearing[mode] += total;
    return { entryId: receipt.entryId, mode };
  }

  private paymentOf(mode: 'cash' | 'upi' | 'bank' | 'cheque') {
    if (mode === 'cash') return {};
    if (mode !== 'cheque') return { reference: `${4_000_000_000_00 + this.references * 37}` };
    const bank = BANKS_OF_CHEQUES[this.references % BANKS_OF_CHEQUES.length];
    return { reference: String(100_000 + this.references), drawnOn: bank };
  }

  private async save(member: DemoMember, till: Till): Promise<void> {
    const amount = this.choose.inHundred(80) ? member.habit : member.habit * this.choose.whole(2, 5);
    const taken = await this.receipt(member, till, [
      { kind: 'savings', depositId: member.depositId, amount: rupees(amount) },
    ]);
    if (this.choose.whole(1, 1_000) <= 5) {
      await this.desk.ask(till.cashier, 'POST', `/api/journal-entries/${taken.entryId}/reversal`, {
        reason: typed(this.references, ['Typed for the wrong member', 'भूल से दूसरे सदस्य के खाते में दर्ज']),
      });
      if (taken.mode === 'cash') till.cash -= amount;
      if (taken.mode === 'upi' || taken.mode === 'cheque') this.clearing[taken.mode] -= amount;
      return;
    }
    member.balance += amount;
  }

  private async buyShares(member: DemoMember, till: Till): Promise<void> {
    await this.receipt(member, till, [{ kind: 'shares', amount: rupees(this.choose.whole(1, 10) * 100) }]);
  }

  private async withdraw(member: DemoMember, till: Till): Promise<void> {
    const amount = this.choose.whole(2, 20) * 100;
    if (amount > till.cash || member.balance - amount < 1_000) return;
    await this.desk.ask(till.cashier, 'POST', `/api/deposits/${member.depositId}/withdrawals`, {
      amount: rupees(amount),
      mode: 'cash',
    });
    till.cash -= amount;
    member.balance -= amount;
  }

  private async transfer(member: DemoMember): Promise<void> {
    const to = this.choose.oneOf(this.members);
    if (to.id === member.id || !to.isActive || to.hasLeft) return;
    const amount = this.choose.whole(1, 8) * 100;
    await this.desk.ask(this.staff.cashier, 'POST', `/api/deposits/${member.depositId}/transfers`, {
      amount: rupees(amount),
      to: { kind: 'deposit', accountNumber: to.depositNumber },
    });
    member.balance -= amount;
    to.balance += amount;
  }

  private async openTill(till: Till): Promise<void> {
    const opened = await this.desk.ask<{ id: string }>(till.cashier, 'POST', `/api/tills/${till.id}/sessions`, {
      count: pieces(FLOAT_RUPEES),
      fromVault: FLOAT,
    });
    till.session = opened.id;
    till.cash = FLOAT_RUPEES;
    this.vault -= FLOAT_RUPEES;
  }

  /** Counted, once in a while a few rupees wrong, and handed to the vault whole. */
  private async closeTill(till: Till): Promise<void> {
    const counted = till.cash + (this.choose.inHundred(3) ? this.choose.oneOf([-10, -5, 5, 10]) : 0);
    await this.desk.ask(till.cashier, 'POST', `/api/till-sessions/${till.session}/closing`, {
      count: pieces(counted),
      toVault: rupees(counted),
    });
    till.session = undefined;
    till.cash = 0;
    this.vault += counted;
  }

  // ---- the office --------------------------------------------------------------------------------------------
  private async voucher(kind: string, narration: string, lines: [string, 'debit' | 'credit', number][]): Promise<void> {
    const { desk, staff } = this;
    const { approvalId } = await desk.ask<{ approvalId: string }>(staff.accountant, 'POST', '/api/vouchers', {
      kind,
      narration,
      lines: lines.map(([accountCode, side, amount]) => ({ accountCode, side, amount: rupees(amount) })),
    });
    await desk.ask(staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }

  private async endOfMonth(day: CalendarDate): Promise<void> {
    const { choose, desk, staff } = this;
    const turn = monthOf(day);
    const [english, hindi] = MONTHS[turn - 1] ?? ['', ''];
    const ofMonth = ([before, after]: Named): Named => [
      `${before} ${english} ${yearOf(day)}`,
      `${hindi} ${yearOf(day)} ${after}`,
    ];
    await this.voucher('expense', typed(turn, ofMonth(['Salaries of', 'का वेतन'])), [
      ['5201', 'debit', 18_000],
      ['1201', 'credit', 18_000],
    ]);
    await this.voucher('expense', typed(turn, ofMonth(['Rent of', 'का किराया'])), [
      ['5202', 'debit', 4_000],
      ['1201', 'credit', 4_000],
    ]);
    const printing = choose.whole(3, 12) * 100;
    await this.voucher('expense', typed(turn + 1, ofMonth(['Printing of', 'की छपाई'])), [
      ['5203', 'debit', printing],
      ['1201', 'credit', printing],
    ]);
    for (const [mode, account] of [
      ['upi', '1203'],
      ['cheque', '1204'],
    ] as const) {
      const cleared = this.clearing[mode];
      this.clearing[mode] = 0;
      if (cleared === 0) continue;
      await this.voucher('contra', typed(turn + 1, ofMonth(['Cleared into the bank in', 'में बैंक में आया'])), [
        ['1201', 'debit', cleared],
        [account, 'credit', cleared],
      ]);
    }
    const toBank = this.vault - VAULT_KEEPS;
    if (toBank > 0) {
      const { approvalId } = await desk.ask<{ approvalId: string }>(staff.accountant, 'POST', '/api/vouchers', {
        kind: 'cash',
        from: { place: 'vault' },
        to: { place: 'bank', accountCode: '1201' },
        amount: rupees(toBank),
        narration: typed(turn, ['Cash banked', 'नकद बैंक में जमा किया']),
      });
      await desk.ask(staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
      this.vault -= toBank;
    }
    await this.allotPending(`${yearOf(day)}-${String(turn).padStart(2, '0')}`);
  }

  private async allotPending(month: string): Promise<void> {
    const { desk, staff } = this;
    const { items } = await desk.ask<{ items: { memberId: string; pending: string }[] }>(
      staff.manager,
      'GET',
      '/api/shares?pending=true&limit=200',
    );
    for (const { memberId, pending } of items) {
      if (Number(pending.split('.')[0]) < (this.allotted < 50 ? 500 : 100)) continue;
      const member = this.members.find(({ id }) => id === memberId);
      if (member === undefined || !member.isActive || member.hasLeft) continue;
      await desk.ask(staff.manager, 'POST', `/api/members/${memberId}/share-allotments`, {
        // No member may hold more than a fifth of all shares, so the first allotments are the least one may hold.
        ...(this.allotted < 50 ? { shares: 5 } : {}),
        resolutionNumber: `MC/${month}/S`,
      });
      this.allotted += 1;
    }
  }

  private async changeStatus(member: DemoMember, toStatus: string, reason: string): Promise<void> {
    const { desk, staff } = this;
    const asked = await desk.ask<{ approvalId: string | null }>(
      staff.manager,
      'POST',
      `/api/members/${member.id}/status-changes`,
      {
        toStatus,
        reason,
        effectiveOn: this.scale.ends,
      },
    );
    if (asked.approvalId !== null)
      await desk.ask(staff.committee, 'POST', `/api/approvals/${asked.approvalId}/approval`, {});
    member.hasLeft = true;
  }

  /** The day the demo stands at: every status, applications at every stage, and something waiting for a second person. */
  private async lastDay(till: Till): Promise<void> {
    const { desk, staff, members } = this;
    const active = members.filter((member) => member.isActive && !member.hasLeft);
    const take = (nth: number) => {
      const member = active[nth * Math.floor(active.length / 15)];
      if (member === undefined) throw new Error('The demo has too few active members.');
      return member;
    };
    const step = Math.max(1, Math.floor(active.length / 10));
    const payers = active.filter((_member, place) => place % step === 0).slice(0, 8);
    await this.payments.workLast(this.scale.ends, payers, this.clearing.upi);
    this.clearing.upi = 0;
    for (const nth of [0, 1, 2])
      await this.changeStatus(
        take(nth),
        'dormant',
        typed(nth, ['No transaction for two years', 'दो वर्ष से कोई लेन-देन नहीं']),
      );
    for (const nth of [3, 4])
      await this.changeStatus(
        take(nth),
        'suspended',
        typed(nth, ['Order of the managing committee', 'प्रबंध समिति का आदेश']),
      );
    for (const nth of [5, 6])
      await this.changeStatus(take(nth), 'resigned', typed(nth, ['Moved to another district', 'दूसरे ज़िले में चले गए']));
    await this.changeStatus(take(7), 'expelled', 'आम सभा का प्रस्ताव');
    await this.changeStatus(take(8), 'deceased', 'Death certificate received');
    const unpaid = members.filter((member) => !member.isActive).at(0);
    if (unpaid !== undefined) {
      await this.changeStatus(unpaid, 'expelled', 'Did not pay the dues within the time allowed');
      await this.changeStatus(unpaid, 'closed', 'किसी ओर कुछ बाकी नहीं');
    }
    const requests: string[] = [];
    for (let nth = 1; nth <= 9; nth += 1) requests.push(await this.apply(this.scale.members + nth, this.scale.ends));
    for (const [turn, id] of requests.slice(0, 2).entries()) {
      await desk.ask(staff.manager, 'PUT', `/api/admin/member-requests/${id}/return`, {
        reason: typed(turn, ['Please bring a proof of address', 'कृपया पते का प्रमाण लाएँ']),
      });
    }
    await desk.ask(staff.manager, 'PUT', `/api/admin/member-requests/${requests[2]}/reject`, {
      reason: 'Lives outside the area of operation',
    });

    const saver = take(10);
    await this.receipt(saver, till, [{ kind: 'savings', depositId: saver.depositId, amount: '60000.00' }]);
    await desk.ask(staff.cashier, 'POST', `/api/deposits/${saver.depositId}/withdrawals`, {
      amount: '55000.00',
      mode: 'bank',
      reference: 'PAYOUT-1',
    });
    await desk.ask(staff.accountant, 'POST', '/api/vouchers', {
      kind: 'expense',
      narration: 'कार्यालय की छत की मरम्मत',
      lines: [
        { accountCode: '5208', side: 'debit', amount: '7500.00' },
        { accountCode: '1201', side: 'credit', amount: '7500.00' },
      ],
    });
    for (const nth of [11, 12, 13, 14]) await this.save(take(nth), till);
    await this.keeping.workLast(members);
  }
}

/** A PAN of the right form that belongs to nobody: the last letters count up. */
function panOf(nth: number, surname: string): string {
  const letter = (index: number) => String.fromCharCode(65 + (index % 26));
  return `ZZ${letter(nth)}P${surname[0]}${String(1_000 + nth).padStart(4, '0')}${letter(nth * 7)}`;
}

/** Counts whole rupees in the fewest notes and coins. */
export function pieces(rupeesCounted: number): Record<string, number> {
  const counted: Record<string, number> = {};
  let rest = rupeesCounted;
  for (const piece of [500, 200, 100, 50, 20, 10, 5, 2, 1]) {
    const count = Math.floor(rest / piece);
    if (count > 0) counted[rupees(piece)] = count;
    rest -= count * piece;
  }
  return counted;
}
