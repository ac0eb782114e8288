// In its third year the society is registered for GST, charges it on the fees of loans, and insures its employee loans.

import type { CalendarDate } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Desk } from './demo-desk.ts';

const FROM = '2026-04-01';

export class DemoDeductions {
  readonly #desk: Desk;
  readonly #staff: { readonly admin: Actor; readonly manager: Actor };
  #isDone = false;

  constructor(desk: Desk, staff: { readonly admin: Actor; readonly manager: Actor }) {
    this.#desk = desk;
    this.#staff = staff;
  }

  async workOneDay(day: CalendarDate): Promise<void> {
    if (this.#isDone || day < FROM) return;
    this.#isDone = true;
    await this.#agreed('/api/settings/loans.feeTax', {
      value: '18',
      effectiveFrom: day,
      legalBasis: 'GST on services; the society is registered since April 2026',
    });
    const { items } = await this.#desk.ask<{ items: readonly Record<string, unknown>[] }>(
      this.#staff.admin,
      'GET',
      '/api/loan-products/rules',
    );
    const employee = items.find(({ code }) => code === 'EPL');
    if (employee === undefined) return;
    const {
      code: _code,
      name: _name,
      loans: _l,
      applications: _a,
      nextFrom: _n,
      waitingApprovalId: _w,
      ...rules
    } = employee;
    await this.#agreed('/api/loan-products/EPL', {
      ...rules,
      insurance: { basis: 'perThousandYear', rate: '4.50', accountCode: '2213' },
      effectiveFrom: day,
      legalBasis: 'Group policy of the district union, resolution MC/2026/4',
    });
  }

  async #agreed(path: string, body: object): Promise<void> {
    const { approvalId } = await this.#desk.ask<{ approvalId: string }>(this.#staff.admin, 'PUT', path, body);
    await this.#desk.ask(this.#staff.manager, 'POST', `/api/approvals/${approvalId}/approval`, {});
  }
}
