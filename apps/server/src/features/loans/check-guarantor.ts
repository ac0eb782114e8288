// Who may stand surety for a loan: an active member who is not its borrower, is not overdue, and whose capacity is enough.

import type { CalendarDate, GuarantorRules, Money } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { refuseOverCapacity } from './guarantor-capacity.ts';

export interface Surety {
  readonly loanId: number;
  readonly borrowerId: number;
  /** Their part of the loan. */
  readonly part: Money;
  readonly on: CalendarDate;
}

/** By the member's number, as it was typed; their id. */
export async function findGuarantor(
  reader: Reader,
  rules: GuarantorRules,
  number: string,
  surety: Surety,
  field?: string,
): Promise<number> {
  const member = await reader.selectFrom('member').select('id').where('number', '=', number).executeTakeFirst();
  if (member === undefined) throw new Refusal('missing', 'GUARANTOR_UNKNOWN', { number }, field);
  await refuseGuarantor(reader, rules, member.id, surety, field);
  return member.id;
}

export async function refuseGuarantor(
  reader: Reader,
  rules: GuarantorRules,
  memberId: number,
  { loanId, borrowerId, part, on }: Surety,
  field?: string,
): Promise<void> {
  const { id, number, status } = await reader
    .selectFrom('member')
    .select(['id', 'number', 'status'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow();
  if (id === borrowerId) throw new Refusal('rule', 'GUARANTOR_IS_BORROWER', undefined, field);
  if (status !== 'active') throw new Refusal('rule', 'GUARANTOR_STATUS', { number }, field);
  const overdue = await reader
    .selectFrom('loan')
    .select('id')
    .where('memberId', '=', id)
    .where((is) =>
      is.or([
        is.and([is('status', '=', 'active'), is('nextDueOn', '<', on)]),
        is.and([is('writtenOffOn', 'is not', null), is('closedOn', 'is', null)]),
      ]),
    )
    .executeTakeFirst();
  if (overdue !== undefined) throw new Refusal('rule', 'GUARANTOR_IN_DEFAULT', { number }, field);
  await refuseOverCapacity(reader, rules, { id, number }, part, loanId, field);
}
