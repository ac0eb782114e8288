// At the end of a day each deposit whose term is over is carried out as was agreed: renewed, moved to savings, or put
// where it waits for the member. One entry for each deposit brings the interest that is not paid yet and moves the money,
// and one row says where it went.

import {
  formatMoney,
  invariant,
  type MaturedTerm,
  type MaturityShares,
  type Money,
  maturityShares,
  maximum,
  moneyInAllowed,
  renewedAmount,
  subtract,
  UNCLAIMED,
  ZERO,
} from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { openBalance, type PostedEntry, type PostingDraft, postJournalEntry } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { nextNumber, readSettingsWithin, type Settings } from '../society/index.ts';
import { categoriesOf } from './categories-of.ts';
import { type ClosingDeposit, closureInterest, closureOn, keepClosing, markClosed } from './close-term-deposit.ts';
import { type AccountsAtOnce, type AccountsDone, DAY_END_SERIES } from './credit-interest.ts';
import { copyNominees } from './deposit-nominees.ts';
import { carryOutDue, type DueDeposit, firstSavings, nextDueTerm, type Receiver } from './due-terms.ts';
import { copyHolding } from './holders.ts';
import { moveRestrictions } from './move-restrictions.ts';
import { openTermDeposit } from './open-term-deposit.ts';
import { type AgreedTerm, agreeOnTerm } from './quote-deposit.ts';
import { confirmOpening } from './term-deposits.ts';

const STEP = { step: 'mature-deposits', dueOn: 'maturesOn' } as const;

export const nextMaturingId = nextDueTerm(STEP);

export async function matureDeposits(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: AccountsAtOnce,
): Promise<AccountsDone> {
  let settings: Settings | undefined;
  return carryOutDue(trx, platform, STEP, accounts, async (due) => {
    // On most days no term is over.
    settings ??= await readSettingsWithin(trx, accounts.on);
    return carryOut(trx, platform, actor, { ...due, settings });
  });
}

interface Maturing extends DueDeposit {
  readonly settings: Settings;
}

/** Answers the interest that came with it. */
async function carryOut(trx: Trx, platform: Platform, actor: Actor, maturing: Maturing): Promise<Money> {
  const { deposit, member, on } = maturing;
  const closing = await closureOn(platform, trx, deposit, on);
  const { term, closure, net } = closing;
  const matured: MaturedTerm = {
    kind: term.product.kind,
    atMaturity: term.atMaturity,
    paidIn: closure.paidIn,
    paid: net,
  };
  const mayGet = moneyInAllowed(member.status);
  const renewal = mayGet ? await agreeOnRenewal(trx, maturing, closing, renewedAmount(matured)) : {};
  const savings = mayGet ? await firstSavings(trx, member.id) : undefined;
  const shares = maturityShares(matured, {
    renewed: renewal.agreed === undefined ? ZERO : renewedAmount(matured),
    hasSavings: savings !== undefined,
    held: deposit.hold,
  });

  const renewed =
    renewal.agreed === undefined ? undefined : await renew(trx, platform, actor, maturing, closing, renewal.agreed);
  const waiting = shares.unclaimed > ZERO ? await openUnclaimed(trx, platform, actor, maturing) : undefined;
  for (const to of [renewed, waiting]) {
    if (to === undefined) continue;
    await copyHolding(trx, deposit.id, to.id);
    await copyNominees(trx, deposit.id, to.id);
  }
  // Before the money moves: what is held does not leave an account.
  await moveRestrictions(trx, platform, { fromId: deposit.id, toId: (renewed ?? waiting)?.id, on });
  const entry = await post(trx, platform, actor, maturing, closing, [
    { to: renewed, amount: shares.renewed },
    { to: savings, amount: shares.toSavings },
    { to: waiting, amount: shares.unclaimed },
  ]);
  if (renewed !== undefined) await confirmOpening(trx, renewed.id, { entryId: entry.id, paidOn: on });
  await markClosed(trx, deposit, { entryId: entry.id, on });
  await keepClosing(trx, platform, deposit, closing, entry.id);
  await keepMaturity(trx, maturing, entry, shares, {
    renewedDepositId: renewed?.id ?? null,
    savingsDepositId: shares.toSavings > ZERO ? (savings?.id ?? null) : null,
    unclaimedDepositId: waiting?.id ?? null,
    refusalCode: renewal.refusal?.code ?? null,
  });
  return maximum(ZERO, subtract(closure.paid, closure.paidIn));
}

/** By the rules and the rate card of the day, for the same time; what they say no to is not renewed. */
async function agreeOnRenewal(
  trx: Trx,
  { deposit, member, settings, on }: Maturing,
  { term }: ClosingDeposit,
  amount: Money,
): Promise<{ readonly agreed?: AgreedTerm; readonly refusal?: Refusal }> {
  if (amount === ZERO) return {};
  const { number, hold } = deposit;
  // What is held must lie on one account.
  if (hold > amount) return { refusal: new Refusal('rule', 'TERM_HELD', { number, amount: formatMoney(hold) }) };
  const { months, days } = term;
  try {
    const agreed = await agreeOnTerm(trx, settings, {
      productCode: deposit.productCode,
      amount,
      openedOn: on,
      ...(months === null ? {} : { months }),
      ...(days === null ? {} : { days }),
      categories: await categoriesOf(trx, member, on),
      isRenewal: true,
    });
    return { agreed };
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'rule') return { refusal: error };
    throw error;
  }
}

function renew(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { member, settings, on }: Maturing,
  { term, net }: ClosingDeposit,
  agreed: AgreedTerm,
): Promise<Receiver> {
  const { months, days, atMaturity } = term;
  const opening = {
    memberId: member.id,
    productCode: agreed.product.code,
    amount: agreed.value.paidIn,
    months,
    days,
    openedOn: on,
    atMaturity,
  };
  invariant(agreed.value.paidIn <= net, 'a deposit is renewed with its own money');
  return openTermDeposit(trx, platform, actor, settings, opening, { member, openedOn: on, agreed });
}

async function openUnclaimed(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { deposit, member, settings, on }: Maturing,
): Promise<Receiver> {
  const { code, kind, accountCode, numberPrefix } = UNCLAIMED;
  const number = await nextNumber(trx, platform, settings, { sequence: 'account', on, prefix: numberPrefix });
  const { insertId } = await trx
    .insertInto('deposit')
    .values({
      number,
      memberId: member.id,
      productCode: code,
      kind,
      status: 'active',
      openedOn: on,
      activeOn: on,
      closedOn: null,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await openBalance(trx, platform, { subLedger: 'deposit', subLedgerId: id, accountCode });
  await recordAudit(trx, platform, actor, {
    action: 'deposit.opened',
    subjectKind: 'deposit',
    subjectId: id,
    newValues: { number, memberId: member.id, productCode: code, from: deposit.number },
  });
  return { id, number, accountCode };
}

function post(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { deposit, on }: Maturing,
  closing: ClosingDeposit,
  shares: readonly { readonly to: Receiver | undefined; readonly amount: Money }[],
): Promise<PostedEntry> {
  const { paidIn, interest } = closing.closure;
  const credits: PostingDraft[] = [];
  const numbers: string[] = [];
  for (const { to, amount } of shares) {
    if (to === undefined || amount === ZERO) continue;
    const { id, number, accountCode } = to;
    numbers.push(number);
    credits.push({
      accountCode,
      side: 'credit',
      amount,
      subLedger: 'deposit',
      subLedgerId: id,
      memo: deposit.number,
    });
  }
  const principal: PostingDraft = {
    accountCode: deposit.accountCode,
    side: 'debit',
    amount: paidIn,
    subLedger: 'deposit',
    subLedgerId: deposit.id,
    memo: numbers.join(', '),
  };
  return postJournalEntry(trx, platform, actor, {
    seriesCode: DAY_END_SERIES,
    kind: 'maturity',
    narration: `Maturity of ${deposit.number}, to ${numbers.join(' and ')}`,
    postings: [principal, ...closureInterest(closing), ...credits],
    memberId: deposit.memberId,
    valueOn: on,
    audit: {
      action: 'deposit.matured',
      subjectKind: 'deposit',
      subjectId: deposit.id,
      newValues: { paid: formatMoney(closing.net), interest: formatMoney(interest), to: numbers.join(', ') },
    },
    event: { name: 'deposit.matured', memberId: deposit.memberId, payload: { depositId: deposit.id } },
  });
}

async function keepMaturity(
  trx: Trx,
  { deposit, on }: Maturing,
  { id: entryId }: PostedEntry,
  { renewed, toSavings, unclaimed }: MaturityShares,
  more: {
    readonly renewedDepositId: number | null;
    readonly savingsDepositId: number | null;
    readonly unclaimedDepositId: number | null;
    readonly refusalCode: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('term_maturity')
    .values({ depositId: deposit.id, maturedOn: on, renewed, toSavings, unclaimed, entryId, ...more })
    .execute();
}
