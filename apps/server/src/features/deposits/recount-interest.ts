// An entry that is dated back into days whose interest was credited changes that interest, and what was credited on it
// since. Each credit that changes is taken back and made anew, and the newest counts. What is shown before the act and
// what is posted with it are one calculation.

import {
  add,
  type CalendarDate,
  formatMoney,
  type Money,
  movedBalances,
  negate,
  savingsInterest,
  subtract,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  type BackDatedEntry,
  type EntryDraft,
  type InterestChange,
  type InterestRecount,
  type PostedEntry,
  type PostingDraft,
  postJournalEntry,
  type ReversalRule,
  takeBackInterest,
} from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { keepTaken, takenBy } from './accrued-interest.ts';
import { creditEntry, DAY_END_SERIES } from './credit-interest.ts';
import { EVERY_ENTRY, endOfDayBalances, interestOfDeposit, productInterest, restedTerms } from './interest-terms.ts';
import { type CountedTax, keepTaxes, taxOnInterest, withheld } from './tax-on-interest.ts';

/** Of one account, with the credit as it stands and the tax on the new one. */
interface ChangedCredit extends InterestChange {
  readonly memberId: number;
  readonly accountCode: string;
  readonly entryId: number | null;
  readonly knewEntryId: number;
  readonly tax: CountedTax | undefined;
}

export const interestRecount: InterestRecount = {
  changes: (reader, platform, { postings, valueOn }) =>
    changedCredits(reader, platform, movedDeposits(postings), valueOn),

  apply: async (trx, platform, actor, draft, because) => {
    // Posted as it is, its own movement is among the others.
    const moved = new Map([...movedDeposits(draft.postings).keys()].map((depositId) => [depositId, ZERO]));
    for (const change of await changedCredits(trx, platform, moved, because.valueOn)) {
      await countAnew(trx, platform, actor, change, draft, because);
    }
  },
};

/** What the entry brings to each account; in the order in which rows are locked. */
function movedDeposits(postings: BackDatedEntry['postings']): ReadonlyMap<number, Money> {
  const moved = new Map<number, Money>();
  for (const { subLedger, subLedgerId, side, amount } of [...postings].sort(byAccount)) {
    if (subLedger !== 'deposit' || subLedgerId === undefined) continue;
    moved.set(subLedgerId, add(moved.get(subLedgerId) ?? ZERO, side === 'credit' ? amount : negate(amount)));
  }
  return moved;
}

const byAccount = (left: PostingDraft, right: PostingDraft) => (left.subLedgerId ?? 0) - (right.subLedgerId ?? 0);

/** The credits that change when so much more moves on the day; what one brings more counts in those after it. */
async function changedCredits(
  reader: Reader,
  platform: Platform,
  moved: ReadonlyMap<number, Money>,
  valueOn: CalendarDate,
): Promise<ChangedCredit[]> {
  const changes: ChangedCredit[] = [];
  for (const [depositId, amount] of moved) {
    const credits = await creditsSince(reader, depositId, valueOn);
    const last = credits.at(-1);
    if (last === undefined) continue;

    const found = await endOfDayBalances(platform, reader, [depositId], last.to, EVERY_ENTRY);
    let balances = movedBalances(found.get(depositId) ?? [], { on: valueOn, amount });
    for (const { to: on, netBefore } of credits) balances = movedBalances(balances, { on, amount: negate(netBefore) });
    let left = add(last.held, amount);
    // What the credits of this act bring and take back is not in the year of the books yet.
    let [interest, tax] = [ZERO, ZERO];
    for (const { productCode, openedOn, held: _, netBefore, ...credit } of credits) {
      const { from, to, before, memberId } = credit;
      const account = { productCode, openedOn, memberId };
      const rules = await interestOfDeposit(reader, await productInterest(reader, to), account, from);
      const known = { to, knewEntryId: EVERY_ENTRY, moved: { on: valueOn, amount } };
      const terms = await restedTerms(platform, reader, rules, depositId, known);
      const { interest: after } = savingsInterest(terms, balances, { from, to });
      if (after === before) {
        balances = movedBalances(balances, { on: to, amount: netBefore });
        continue;
      }
      [interest, tax] = [subtract(interest, before), subtract(tax, subtract(before, netBefore))];
      const credited = after > 0 ? [{ memberId, interest: after }] : [];
      const [counted] = await taxOnInterest(platform, reader, credited, { interest, tax });
      const netAfter = subtract(after, withheld(counted));
      [interest, tax] = [add(interest, after), add(tax, withheld(counted))];
      balances = movedBalances(balances, { on: to, amount: netAfter });
      left = add(left, subtract(netAfter, netBefore));
      changes.push({ ...credit, after, netBefore, netAfter, tax: counted });
    }
    if (left < 0) {
      const params = { number: last.accountNumber, lacking: formatMoney(negate(left)) };
      throw new Refusal('rule', 'INTEREST_MONEY_SPENT', params);
    }
  }
  return changes;
}

async function creditsSince(reader: Reader, depositId: number, valueOn: CalendarDate) {
  const credits = await reader
    .selectFrom('interest_credit as c')
    .innerJoin('deposit as d', 'd.id', 'c.depositId')
    // What is withheld whole reaches no account.
    .leftJoin('posting as p', (join) =>
      join.onRef('p.entryId', '=', 'c.entryId').on('p.subLedger', '=', 'deposit').onRef('p.subLedgerId', '=', 'd.id'),
    )
    .innerJoin('balance as b', (join) => join.onRef('b.subLedgerId', '=', 'd.id').on('b.subLedger', '=', 'deposit'))
    .select([
      'c.depositId',
      'c.periodFrom as from',
      'c.periodTo as to',
      'c.interest as before',
      'c.entryId',
      'c.knewEntryId',
      'd.number as accountNumber',
      'd.memberId',
      'd.productCode',
      'd.openedOn',
      'b.accountCode',
      'b.amount as held',
      'p.amount as net',
    ])
    .where('c.depositId', '=', depositId)
    .where('c.periodTo', '>=', valueOn)
    .orderBy('c.periodTo')
    .execute();
  return credits.map(({ net, ...credit }) => ({ ...credit, netBefore: net ?? ZERO }));
}

async function countAnew(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  change: ChangedCredit,
  { makerUserId, checkerUserId }: EntryDraft,
  because: PostedEntry,
): Promise<void> {
  const { depositId, memberId, from, to, before, after, entryId, knewEntryId, tax } = change;
  const people = {
    ...(makerUserId === undefined ? {} : { makerUserId }),
    ...(checkerUserId === undefined ? {} : { checkerUserId }),
  };
  // The new credit first: an account that holds less than its old interest does not fall below nothing in between.
  // It takes from what was accrued as much as the old one had.
  const accrued = entryId === null ? ZERO : await takenBy(trx, entryId);
  const draft =
    after > 0 ? creditEntry({ ...change, id: depositId }, to, { interest: after, accrued, tax }) : undefined;
  const credited = draft && (await postJournalEntry(trx, platform, actor, { ...draft, ...people }));
  if (credited !== undefined) {
    const given = { entryId: credited.id, memberId, depositId, tax, accrued };
    await keepTaxes(trx, platform, [given]);
    await keepTaken(trx, platform, [given]);
  }
  const reversal =
    entryId === null
      ? undefined
      : await takeBackInterest(trx, platform, actor, entryId, `counted anew with ${because.printedNumber}`, {
          seriesCode: DAY_END_SERIES,
          ...people,
        });
  await trx
    .insertInto('interest_recount')
    .values({
      depositId,
      periodTo: to,
      becauseEntryId: because.id,
      interest: before,
      entryId,
      reversalEntryId: reversal?.id ?? null,
      knewEntryId,
    })
    .execute();
  await trx
    .updateTable('interest_credit')
    .set({
      interest: after,
      entryId: credited?.id ?? null,
      knewEntryId: Math.max(reversal?.id ?? 0, credited?.id ?? 0),
    })
    .where('depositId', '=', depositId)
    .where('periodTo', '=', to)
    .execute();
  await recordAudit(trx, platform, actor, {
    action: 'savings.interest-recounted',
    subjectKind: 'deposit',
    subjectId: depositId,
    oldValues: { from, to, interest: before, entryId },
    newValues: { interest: after, entryId: credited?.id ?? null, becauseEntryId: because.id },
  });
}

/** A credit follows from what the account held: what was wrong in it is put right, and the interest with it. */
export const creditReversal: ReversalRule = {
  mayReverse: async (reader, _platform, _actor, entry) => {
    const credit = await reader
      .selectFrom('interest_credit')
      .select(['periodFrom', 'periodTo'])
      .where('entryId', '=', entry.id)
      .executeTakeFirst();
    if (credit === undefined) return;
    throw new Refusal('conflict', 'INTEREST_CREDIT_STANDS', { from: credit.periodFrom, to: credit.periodTo });
  },
};
