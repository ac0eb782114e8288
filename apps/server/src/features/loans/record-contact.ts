// Somebody of the office spoke to the borrower, or to whoever answers for them: when, to whom, and what was said, with the promise
// to pay where one was given.

import type { RecordContactBody } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { payoffOn } from './close-loan.ts';
import { type LoanWithBalance, lockLoan } from './loan-queries.ts';
import { refuseOwn } from './who-may-decide.ts';

type RecordContact = z.output<typeof RecordContactBody> & { readonly loanId: number };

export function recordContact(
  platform: Platform,
  actor: Actor,
  command: RecordContact,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ id: string }>> {
  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const loan = await lockLoan(trx, platform, actor, command.loanId);
    await refuseOwn(trx, actor, loan);
    if (loan.status !== 'active') throw new Refusal('conflict', 'LOAN_NOT_ACTIVE', { number: loan.number });
    const today = await businessDayFor(trx, platform);
    const { kind, contactedOn = today, spokeTo, said, promise } = command;
    if (contactedOn > today) throw new Refusal('rule', 'CONTACT_AHEAD', undefined, 'contactedOn');
    if (loan.disbursedOn === null || contactedOn < loan.disbursedOn) {
      throw new Refusal('rule', 'CONTACT_BEFORE_LOAN', { day: loan.disbursedOn ?? today }, 'contactedOn');
    }
    const by = { loanId: loan.id, userId: actor.userId, recordedAt: platform.clock.now() };
    const { insertId } = await trx
      .insertInto('loan_contact')
      .values({ ...by, kind, contactedOn, spokeTo, said })
      .executeTakeFirstOrThrow();
    if (promise !== undefined) await keepPromise(trx, loan, promise, today, by);
    await recordAudit(trx, platform, actor, {
      action: 'loan.contact-recorded',
      subjectKind: 'loan',
      subjectId: loan.id,
      newValues: {
        kind,
        contactedOn,
        spokeTo,
        ...(promise === undefined ? {} : { promised: formatMoney(promise.amount), by: promise.by }),
      },
    });
    return { id: String(insertId) };
  });
}

async function keepPromise(
  trx: Trx,
  loan: LoanWithBalance,
  { amount, by }: { readonly amount: Money; readonly by: CalendarDate },
  today: CalendarDate,
  recorded: { readonly loanId: number; readonly userId: number; readonly recordedAt: number },
): Promise<void> {
  if (by < today) throw new Refusal('rule', 'PROMISE_IN_PAST', undefined, 'promise.by');
  const payoff = await payoffOn(trx, loan, today);
  if (amount > payoff) {
    throw new Refusal('rule', 'PROMISE_ABOVE', { payoff: formatMoney(payoff) }, 'promise.amount');
  }
  const { last } = await trx
    .selectFrom('loan_event')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('loanId', '=', loan.id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('loan_promise')
    .values({ ...recorded, amount, promisedFor: by, madeOn: today, afterPlace: Number(last ?? 0) })
    .execute();
}
