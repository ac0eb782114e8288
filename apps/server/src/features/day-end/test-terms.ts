// A member of a society with an open counter whose deposits of a term were opened long ago. Only tests import this file.

import { addDays, addMonths, calendarDate, formatMoney } from '@kafal/core';
import { systemActor } from '../../platform/http/actor.ts';
import { type AdmittedMember, openTestCounter, type TestCounter } from '../counter/test-counter.ts';
import { runDayEnd } from './index.ts';

export interface OpenedTerm {
  readonly id: string;
  readonly accountNumber: string;
}

export interface TestTerms {
  readonly counter: TestCounter;
  readonly sunita: AdmittedMember;
  /** As if it had been opened then; the books stand on today. */
  open(openedOn: string, maturesOn: string, more?: object, by?: AdmittedMember): Promise<OpenedTerm>;
  /** Ends every day up to this one, the tills being closed. */
  endDays(until: string): Promise<void>;
  /** What each entry of a kind posted, oldest first: `debit 2111 FD000002 100000.00`. */
  postingsOf(kind: string): Promise<string[][]>;
  failures(): Promise<string[]>;
}

/** Values are kept to the paisa, so that they can be compared with what a calculator says. */
export async function openTestTerms(savings = 20_000): Promise<TestTerms> {
  const counter = await openTestCounter();
  const { platform } = counter;
  await counter.openTill();
  // What a deposit is paid stands in one line; accrual has tests of its own.
  await counter.changeSetting('deposits.accrueInterest', false);
  const sunita = await counter.admitActive('Sunita Devi Rawat', savings);
  await platform.transact(async (trx) => {
    await trx
      .updateTable('member')
      .set({ dateOfBirth: calendarDate('1990-04-12') })
      .execute();
    await trx.updateTable('term_product').set({ rounding: 'paisa' }).execute();
    // Days are counted by hand; what moves from a holiday has tests of its own.
    await trx.updateTable('setting').set({ value: '"same"' }).where('name', '=', 'deposits.holidayRule').execute();
  });

  const open: TestTerms['open'] = async (openedOn, maturesOn, more = {}, by = sunita) => {
    const answer = await counter.post('/api/deposits', {
      memberId: by.id,
      productCode: 'FD',
      amount: '100000.00',
      months: 36,
      payment: { mode: 'cash' },
      ...more,
    });
    if (answer.statusCode !== 201) throw new Error(answer.body);
    const { id, accountNumber } = answer.json();
    await platform.transact(async (trx) => {
      const from = calendarDate(openedOn);
      await trx.updateTable('deposit').set({ openedOn: from }).where('id', '=', Number(id)).execute();
      await trx
        .updateTable('term_deposit')
        .set({ maturesOn: calendarDate(maturesOn) })
        .where('depositId', '=', Number(id))
        .execute();
      // The end of the day finds the parts that are due.
      await trx
        .updateTable('term_deposit')
        .set({ nextPayoutOn: from })
        .where('depositId', '=', Number(id))
        .where('nextPayoutOn', 'is not', null)
        .execute();
      const instalments = await trx
        .selectFrom('term_instalment')
        .select('number')
        .where('depositId', '=', Number(id))
        .execute();
      for (const { number } of instalments) {
        await trx
          .updateTable('term_instalment')
          .set({ dueOn: addMonths(from, number - 1) })
          .where('depositId', '=', Number(id))
          .where('number', '=', number)
          .execute();
      }
      await trx
        .updateTable('term_instalment')
        .set({ paidOn: from })
        .where('depositId', '=', Number(id))
        .where('number', '=', 1)
        .execute();
    });
    return { id, accountNumber };
  };

  return {
    counter,
    sunita,
    open,
    endDays: async (until) => {
      await platform.transact((trx) =>
        trx
          .updateTable('till_session')
          .set({ status: 'closed', openTillId: null, openUserId: null, closedAt: counter.clock.now() })
          .where('status', '=', 'open')
          .execute(),
      );
      // The books move on to the next day with each end, and no further.
      for (let day = calendarDate('2026-11-30'); day <= until; day = addDays(day, 1)) {
        await runDayEnd(platform, systemActor('Kafal'), { until: day });
      }
    },
    postingsOf: async (kind) => {
      const rows = await platform.database
        .selectFrom('journal_entry as e')
        .innerJoin('posting as p', 'p.entryId', 'e.id')
        .leftJoin('deposit as d', 'd.id', 'p.subLedgerId')
        .select(['e.id', 'p.side', 'p.accountCode', 'd.number', 'p.amount'])
        .where('e.kind', '=', kind)
        .orderBy('e.id')
        .orderBy('p.line')
        .execute();
      return [...Map.groupBy(rows, ({ id }) => id).values()].map((ofEntry) =>
        ofEntry.map(({ side, accountCode, number, amount }) =>
          [side, accountCode, number ?? '-', formatMoney(amount)].join(' '),
        ),
      );
    },
    failures: async () => {
      const rows = await platform.database
        .selectFrom('day_end_failure')
        .select(['step', 'depositId', 'code'])
        .where('resolvedAt', 'is', null)
        .orderBy('depositId')
        .execute();
      return rows.map(({ step, depositId, code }) => `${step} ${depositId} ${code}`);
    },
  };
}
