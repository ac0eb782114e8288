// An agent takes money at a door. It is on the member's account at once; the cash is the agent's to hand over.

import { type CalendarDate, formatMoney, type Money, moneyInAllowed } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { balanceOf, businessDayFor, type PostedEntry, postJournalEntry } from '../accounting/index.ts';
import { issuedReceipt, keepReceipt, type ReceiptAnswer, refuseBelowSmallest, savingsLabel } from '../counter/index.ts';
import { type DepositWithBalance, findDeposit, type ProductNames, productNames } from '../deposits/index.ts';
import { readSettings } from '../society/index.ts';
import { AGENT_ACCOUNT, type AgentRow, getOwnAgent, lockAgent } from './agent-row.ts';
import { cashLimitOf } from './agent-terms.ts';
import { collectedOn } from './collection-queries.ts';
import { refuseCounted } from './commission-of-month.ts';

export interface Collect {
  readonly depositId: number;
  readonly amount: Money;
  /** The day on the agent's paper; the business day when nothing is said. */
  readonly collectedOn?: CalendarDate | undefined;
}

export interface Collected {
  readonly receipt: ReceiptAnswer;
  readonly balance: string;
  readonly collectedToday: string;
  readonly cash: string;
  readonly isOverLimit: boolean;
}

export async function collect(
  platform: Platform,
  actor: Actor,
  command: Collect,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<Collected>> {
  const settings = await readSettings(platform);
  const names = await productNames(platform);

  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const agent = await lockAgent(trx, platform, (await getOwnAgent(trx, actor)).id);
    const taken = await takeCollection(trx, platform, actor, agent, command, {
      names,
      isFromSheet: false,
      idempotencyKey: idempotency?.key ?? null,
    });
    const { entry, deposit, receiptId } = taken;
    const { amount: cash } = await balanceOf(platform, { subLedger: 'agent', subLedgerId: agent.id }, trx);
    const limit = await cashLimitOf(trx, agent.id, entry.postedOn, settings);
    const isOverLimit = limit !== null && cash > limit;
    // Told once, by the collection that passes the limit.
    if (isOverLimit && cash - command.amount <= limit) {
      await recordEvent(trx, platform, { name: 'collection.cash-waiting', payload: { agentId: agent.id } });
    }
    return {
      receipt: issuedReceipt(actor, settings, entry, taken.kept, {
        id: receiptId,
        memberNumber: deposit.memberNumber,
        memberName: deposit.memberName,
        tillCode: null,
      }),
      balance: formatMoney(taken.balance),
      collectedToday: formatMoney(await collectedOn(trx, platform, deposit.id, entry.valueOn)),
      cash: formatMoney(cash),
      isOverLimit,
    };
  });
}

/** One collection in a transaction of the caller's: posted, receipted, kept and told. */
export async function takeCollection(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  agent: AgentRow,
  command: Collect,
  how: { readonly names: ProductNames; readonly isFromSheet: boolean; readonly idempotencyKey: string | null },
) {
  const deposit = await accountOf(trx, platform, agent, command);
  const { amount } = command;
  const { number, memberId } = deposit;
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: agent.number,
    kind: 'collection',
    narration: `Collected by ${agent.number} for ${number}`,
    postings: [
      { accountCode: AGENT_ACCOUNT, side: 'debit', amount, subLedger: 'agent', subLedgerId: agent.id },
      {
        accountCode: deposit.accountCode,
        side: 'credit',
        amount,
        subLedger: 'deposit',
        subLedgerId: deposit.id,
        memo: agent.number,
      },
    ],
    memberId,
    mode: 'cash',
    ...(command.collectedOn === undefined ? {} : { valueOn: command.collectedOn }),
    idempotencyKey: how.idempotencyKey,
    audit: { action: 'collection.taken', newValues: { agent: agent.number, depositId: deposit.id } },
    // Told below, when the receipt that people look at is there.
    event: null,
  });
  const kept = {
    direction: 'in' as const,
    memberId,
    tillSessionId: null,
    mode: 'cash',
    reference: null,
    referenceOn: null,
    drawnOn: null,
    total: amount,
    cashGiven: null,
    issuedByUserId: actor.userId,
    lines: [{ kind: 'daily', dueId: null, depositId: deposit.id, label: labelOf(how.names, deposit), amount }],
  };
  const receiptId = await keepReceipt(trx, platform, entry, kept);
  await keepCollection(trx, { agent, deposit, entry, receiptId, amount, isFromSheet: how.isFromSheet });
  await recordEvent(trx, platform, {
    name: 'receipt.issued',
    memberId,
    payload: { receiptId, entryId: entry.id, memberId },
  });
  const balance = entry.balances.find(({ subLedger }) => subLedger === 'deposit')?.after ?? amount;
  return { entry, deposit, receiptId, kept, balance };
}

const labelOf = (names: ProductNames, { productCode, number }: DepositWithBalance) =>
  savingsLabel(names.get(productCode) ?? { nameEn: productCode, nameHi: productCode }, number);

interface KeptCollection {
  readonly agent: AgentRow;
  readonly deposit: DailyAccount;
  readonly entry: PostedEntry;
  readonly receiptId: number;
  readonly amount: Money;
  readonly isFromSheet: boolean;
}

async function keepCollection(
  trx: Trx,
  { agent, deposit, entry, receiptId, amount, isFromSheet }: KeptCollection,
): Promise<void> {
  await trx
    .insertInto('collection')
    .values({
      agentId: agent.id,
      routeId: deposit.routeId,
      depositId: deposit.id,
      memberId: deposit.memberId,
      amount,
      collectedOn: entry.valueOn,
      receiptId,
      entryId: entry.id,
      isFromSheet: isFromSheet ? 1 : 0,
      reversedByEntryId: null,
    })
    .execute();
}

interface DailyAccount extends DepositWithBalance {
  readonly routeId: number;
}

/** Somebody else's account answers exactly like one that is not there. */
async function accountOf(trx: Trx, platform: Platform, agent: AgentRow, command: Collect): Promise<DailyAccount> {
  const { depositId } = command;
  const account = await platform.dialect
    .forUpdate(trx.selectFrom('daily_deposit').selectAll().where('depositId', '=', depositId))
    .executeTakeFirst();
  const route = await trx
    .selectFrom('collection_route')
    .select('agentId')
    .where('id', '=', account?.routeId ?? 0)
    .executeTakeFirst();
  const deposit = await findDeposit(platform, depositId, trx);
  if (account === undefined || deposit === undefined || route?.agentId !== agent.id) {
    throw new Refusal('missing', 'DAILY_ACCOUNT_UNKNOWN', undefined, 'depositId');
  }
  const { number } = deposit;
  if (deposit.status === 'closed') throw new Refusal('conflict', 'DEPOSIT_CLOSED', { number });
  if (deposit.takesMoney === 0) throw new Refusal('rule', 'DEPOSIT_TAKES_NOTHING', { number });
  if (!moneyInAllowed(deposit.memberStatus)) throw new Refusal('rule', 'DEPOSIT_MEMBER_STATUS');
  const on = command.collectedOn ?? (await businessDayFor(trx, platform));
  if (on < deposit.openedOn) throw new Refusal('rule', 'COLLECTION_BEFORE_OPENING', { number, day: deposit.openedOn });
  if (on >= account.maturesOn) throw new Refusal('rule', 'DAILY_TERM_OVER', { number, day: account.maturesOn });
  await refuseCounted(trx, platform, agent.id, on);
  refuseBelowSmallest(deposit, command.amount, 'amount');
  return { ...deposit, routeId: account.routeId };
}
