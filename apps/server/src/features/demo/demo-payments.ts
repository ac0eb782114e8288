// On its last day the society takes payments from phones: some are receipted by the bank's statement, one waits for it, one came
// short, one has no name that anybody knows. The statement shows what the counter took by UPI since the bank was last looked at.

import { type CalendarDate, formatMoney, money } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { matchWaitingLines } from '../payments-in/index.ts';
import type { Desk } from './demo-desk.ts';
import { memberActor } from './demo-guarantors.ts';

interface Payer {
  readonly id: string;
  readonly depositId: string;
}

interface TakenReceipt {
  readonly mode: string;
  readonly reference: string | null;
  readonly total: string;
  readonly issuedOn: string;
  readonly reversedByEntryId: string | null;
}

const rupees = (amount: number) => formatMoney(money(amount * 100));

export class DemoPayments {
  readonly #desk: Desk;
  readonly #staff: { readonly admin: Actor; readonly manager: Actor; readonly accountant: Actor };
  #number = 633_000_000_000;

  constructor(desk: Desk, staff: { readonly admin: Actor; readonly manager: Actor; readonly accountant: Actor }) {
    this.#desk = desk;
    this.#staff = staff;
  }

  /** `onTheWay` is what the counter took by UPI, in whole rupees, since the bank was last looked at. */
  async workLast(day: CalendarDate, payers: readonly Payer[], onTheWay: number): Promise<void> {
    const address = {
      value: 'kafal.valley@examplebank',
      effectiveFrom: day,
      legalBasis: 'प्रबंध समिति का प्रस्ताव MC/2026/11',
    };
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(
      this.#staff.admin,
      'PUT',
      '/api/settings/payments.upiAddress',
      address,
    );
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
    const rows = [...(await this.#takenAtCounter(onTheWay))];
    for (const [place, payer] of payers.entries()) {
      const amount = 500 + place * 250;
      const { id, reference } = await this.#ask(payer, amount);
      const number = this.#nextNumber();
      // The last two have not paid yet; one of them says so.
      if (place === payers.length - 1) continue;
      if (place === payers.length - 2) {
        await this.#claim(payer, id, number);
        continue;
      }
      const paid = place === 2 ? amount - 100 : amount;
      rows.push(this.#row(day, `UPI/CR/${number}/PAYER/SBIN/${reference}`, number, paid));
    }
    const stranger = this.#nextNumber();
    rows.push(this.#row(day, `UPI/CR/${stranger}/SUNITA RAWAT/PUNB`, stranger, 1_200));
    rows.push(`${dayOf(day)},SMS CHARGES,,59.00,`);
    const csv = `Txn Date,Description,Ref No,Debit,Credit\n${rows.join('\n')}\n`;
    const fileName = `statement-${day.slice(0, 7)}.csv`;
    await this.#desk.ask(this.#staff.accountant, 'POST', '/api/bank-statements', { fileName, csv });
    await matchWaitingLines(this.#desk.platform);
  }

  /** The newest receipts by UPI that come to the sum, but for one that the bank has not shown yet. */
  async #takenAtCounter(onTheWay: number): Promise<string[]> {
    const rows: string[] = [];
    let left = onTheWay;
    let cursor: string | null = null;
    while (left > 0) {
      const page: { items: TakenReceipt[]; nextCursor: string | null } = await this.#desk.ask(
        this.#staff.accountant,
        'GET',
        `/api/receipts?direction=in&limit=200${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      for (const { mode, reference, total, issuedOn, reversedByEntryId } of page.items) {
        if (mode !== 'upi' || reversedByEntryId !== null || left <= 0) continue;
        left -= Number(total.split('.')[0]);
        rows.push(`${dayOf(issuedOn)},UPI/CR/AT THE COUNTER,${reference},,${total}`);
      }
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    return rows.slice(1).toReversed();
  }

  async #ask(payer: Payer, amount: number): Promise<{ readonly id: string; readonly reference: string }> {
    const member = await memberActor(this.#desk, Number(payer.id));
    const lines = [{ kind: 'savings', depositId: payer.depositId, amount: rupees(amount) }];
    const { request } = await this.#desk.ask<{ request: { id: string; reference: string } }>(
      member,
      'POST',
      '/api/payment-requests',
      { lines },
    );
    await this.#desk.ask(member, 'POST', `/api/payment-requests/${request.id}/showing`);
    return request;
  }

  async #claim(payer: Payer, id: string, number: string): Promise<void> {
    const member = await memberActor(this.#desk, Number(payer.id));
    await this.#desk.ask(member, 'PUT', `/api/payment-requests/${id}/claim`, { number });
  }

  #row(day: string, description: string, number: string, amount: number): string {
    return `${dayOf(day)},${description},${number},,${rupees(amount)}`;
  }

  #nextNumber(): string {
    this.#number += 7_919;
    return String(this.#number);
  }
}

const dayOf = (day: string) => day.split('-').toReversed().join('/');
