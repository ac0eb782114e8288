// At the end of a day what a standing instruction is due is taken from savings: an instalment with its fine, the oldest
// first, each by an entry of its own, and never what the savings must keep. What cannot be taken is noted with its reason,
// told to the member once, and tried again at the end of every day until it is taken.

import {
  add,
  type CalendarDate,
  formatMoney,
  lastDueDay,
  type Money,
  moneyInAllowed,
  moneyOutAllowed,
  ZERO,
} from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { type PostingDraft, postJournalEntry, type ReversalRule } from '../accounting/index.ts';
import type { Member } from '../members/index.ts';
import { businessCalendar } from '../society/index.ts';
import { type AccountsAtOnce, type AccountsDone, DAY_END_SERIES } from './credit-interest.ts';
import { availableOf, type DepositWithBalance, findDeposit } from './deposit-queries.ts';
import { lockMembersOf } from './due-terms.ts';
import { LATE_FINES } from './instalments.ts';
import { type NextDue, nextDue } from './next-due.ts';
import { isInArrears } from './thrift-dues.ts';

interface Instruction {
  readonly id: number;
  readonly memberId: number;
  readonly fromDepositId: number;
  readonly toDepositId: number;
}

export async function takeInstructions(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  const instructions = await dueInstructions(trx, accounts);
  const members = await lockMembersOf(trx, platform, instructions);
  let [credited, amount] = [0, ZERO];
  for (const instruction of instructions) {
    const member = members.get(instruction.memberId);
    if (member === undefined) continue;
    const taken = await takeDues(trx, platform, actor, { instruction, member, on: accounts.on });
    if (taken === ZERO) continue;
    credited += 1;
    amount = add(amount, taken);
  }
  return { lastId: instructions.at(-1)?.toDepositId, credited, amount, failures: [] };
}

/** Whose turn it is after an id. */
export async function nextInstructionId(trx: Trx, on: CalendarDate, afterId: number): Promise<number | undefined> {
  return (await dueInstructions(trx, { on, afterId, limit: 1 }))[0]?.toDepositId;
}

/** In the order of the deposits that they pay into. */
async function dueInstructions(trx: Trx, { on, afterId, limit, upToId }: AccountsAtOnce): Promise<Instruction[]> {
  const lastDueOn = lastDueDay(await businessCalendar(trx), on);
  return trx
    .selectFrom('standing_instruction as s')
    .innerJoin('deposit as d', 'd.id', 's.activeToId')
    .select(['s.id', 's.memberId', 's.fromDepositId', 's.toDepositId'])
    .where('s.activeToId', '>', afterId)
    .where((where) => (upToId === undefined ? where.and([]) : where('s.activeToId', '<=', upToId)))
    .where('s.startsOn', '<=', on)
    .where('d.status', '=', 'active')
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('term_instalment as i')
            .select('i.number')
            .whereRef('i.depositId', '=', 's.activeToId')
            .where('i.paidOn', 'is', null)
            .where('i.dueOn', '<=', lastDueOn),
        ),
        and([eb('d.kind', '=', 'thrift'), isInArrears]),
      ]),
    )
    .orderBy('s.activeToId')
    .limit(limit)
    .execute();
}

interface Taking {
  readonly instruction: Instruction;
  readonly member: Member;
  readonly on: CalendarDate;
}

/** Answers what was taken together. */
async function takeDues(trx: Trx, platform: Platform, actor: Actor, taking: Taking): Promise<Money> {
  const { instruction, on } = taking;
  let taken = ZERO;
  for (;;) {
    // Each time as they stand: the due before has moved them.
    const to = await findDeposit(platform, instruction.toDepositId, trx);
    const from = await findDeposit(platform, instruction.fromDepositId, trx);
    if (to === undefined || from === undefined || to.status !== 'active') return taken;
    const due = await nextDue(platform, trx, to, on);
    if (due === undefined) return taken;
    const before = await trx
      .selectFrom('instruction_due')
      .select(['status', 'firstTriedOn', 'tries'])
      .where('instructionId', '=', instruction.id)
      .where('dueOn', '=', due.dueOn)
      .executeTakeFirst();
    // Somebody took it back; that it is paid is now between the member and the counter.
    if (before !== undefined && before.status !== 'failed') return taken;

    const refusal = whyNot(taking, from, due);
    const entryId = refusal === undefined ? await post(trx, platform, actor, taking, { from, to, due }) : null;
    if (entryId !== null) await due.pay(trx, platform, entryId, on);
    await platform.dialect.upsert(
      trx,
      'instruction_due',
      {
        instructionId: instruction.id,
        dueOn: due.dueOn,
        status: entryId === null ? 'failed' : 'taken',
        amount: due.amount,
        fine: due.fine,
        firstTriedOn: before?.firstTriedOn ?? on,
        triedOn: on,
        tries: (before?.tries ?? 0) + 1,
        code: refusal?.code ?? null,
        params: refusal === undefined ? null : JSON.stringify(refusal.params ?? {}),
        entryId,
      },
      { key: ['instructionId', 'dueOn'] },
    );
    if (entryId === null) {
      if (before === undefined) await tellFailed(trx, platform, to, due);
      return taken;
    }
    taken = add(taken, add(due.amount, due.fine));
  }
}

/** The door would refuse the same; here it must not end the work on the others. */
function whyNot({ member, on }: Taking, from: DepositWithBalance, { amount, fine }: NextDue): Refusal | undefined {
  const { number, status } = from;
  if (status !== 'active') return new Refusal('rule', 'INSTRUCTION_SAVINGS_STOPPED', { number });
  if (!moneyOutAllowed(member.status) || !moneyInAllowed(member.status)) {
    return new Refusal('rule', 'INSTRUCTION_MEMBER_STOPPED', { number: member.number });
  }
  const available = availableOf(from, on);
  const asked = add(amount, fine);
  if (available >= asked) return undefined;
  return new Refusal('rule', 'INSTRUCTION_TOO_LITTLE', {
    number,
    available: formatMoney(available),
    asked: formatMoney(asked),
  });
}

async function post(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { instruction, on }: Taking,
  { from, to, due }: { readonly from: DepositWithBalance; readonly to: DepositWithBalance; readonly due: NextDue },
): Promise<number> {
  const { dueOn, amount, fine } = due;
  const onDeposit = (
    { id, accountCode }: DepositWithBalance,
    side: 'debit' | 'credit',
    moved: Money,
    memo: string,
  ): PostingDraft => ({ accountCode, side, amount: moved, subLedger: 'deposit', subLedgerId: id, memo });
  const { id } = await postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'transfer',
    narration: `Standing instruction: due of ${dueOn} from ${from.number} to ${to.number}`,
    postings: [
      onDeposit(from, 'debit', add(amount, fine), to.number),
      onDeposit(to, 'credit', amount, from.number),
      ...(fine > 0 ? [{ accountCode: LATE_FINES, side: 'credit' as const, amount: fine }] : []),
    ],
    memberId: from.memberId,
    mode: 'transfer',
    valueOn: on,
    audit: {
      action: 'instruction.taken',
      subjectKind: 'deposit',
      subjectId: to.id,
      newValues: { instruction: instruction.id, dueOn, amount: formatMoney(amount), fine: formatMoney(fine) },
    },
    event: {
      name: 'instruction.taken',
      memberId: from.memberId,
      payload: { depositId: to.id, memberId: from.memberId, dueOn },
    },
  });
  return id;
}

function tellFailed(trx: Trx, platform: Platform, to: DepositWithBalance, { dueOn }: NextDue): Promise<void> {
  const { id: depositId, memberId } = to;
  return recordEvent(trx, platform, { name: 'instruction.failed', memberId, payload: { depositId, memberId, dueOn } });
}

/** The due itself is unpaid again by the rule of what was due; the instruction does not take it a second time. */
export const instructionReversal: ReversalRule = {
  undo: async (trx, _platform, _actor, entry) => {
    await trx.updateTable('instruction_due').set({ status: 'reversed' }).where('entryId', '=', entry.id).execute();
  },
};
