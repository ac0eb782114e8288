// An entry that interest counts from an earlier day on may lie in days that interest was credited for. The feature that
// credits it says here what changes, before the act and with it.

import { type CalendarDate, formatMoney, type Money, subtract } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Messages } from '../../platform/http/sentences.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import type { ApprovalLine } from '../approvals/index.ts';
import type { EntryDraft, PostedEntry, PostingDraft } from './entry-draft.ts';

/** The interest of a period that was credited, and what it is with the entry. */
export interface InterestChange {
  readonly depositId: number;
  readonly accountNumber: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly before: Money;
  readonly after: Money;
  /** What reached the account, and what will: less the tax that is withheld. */
  readonly netBefore: Money;
  readonly netAfter: Money;
}

export type BackDatedEntry = Pick<EntryDraft, 'postings'> & { readonly valueOn: CalendarDate };

export interface InterestRecount {
  /** What an entry that is not posted yet would change. */
  readonly changes: (reader: Reader, platform: Platform, entry: BackDatedEntry) => Promise<InterestChange[]>;
  /** In the transaction of the entry, after it was posted: takes the credits back that change, and credits anew. */
  readonly apply: (trx: Trx, platform: Platform, actor: Actor, draft: EntryDraft, entry: PostedEntry) => Promise<void>;
}

let recount: InterestRecount | undefined;

/** Called where the feature that credits interest is put together. */
export function registerInterestRecount(rule: InterestRecount): void {
  recount = rule;
}

export async function recountInterest(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  draft: EntryDraft,
  entry: PostedEntry,
): Promise<void> {
  if (draft.postings.some(isOfDeposit)) await recount?.apply(trx, platform, actor, draft, entry);
}

/** Of an act that is not done yet; on the day itself nothing was credited that it could change. */
export async function interestChangesOf(
  platform: Platform,
  reader: Reader,
  postings: readonly PostingDraft[],
  { valueOn, postedOn }: { readonly valueOn: CalendarDate | null; readonly postedOn: CalendarDate },
): Promise<InterestChange[]> {
  if (valueOn === null || valueOn >= postedOn || !postings.some(isOfDeposit)) return [];
  return (await recount?.changes(reader, platform, { postings, valueOn })) ?? [];
}

const isOfDeposit = ({ subLedger }: PostingDraft) => subLedger === 'deposit';

export function interestChangeView({ accountNumber, from, to, before, after, netBefore, netAfter }: InterestChange) {
  const difference = subtract(after, before);
  return {
    accountNumber,
    from,
    to,
    before: formatMoney(before),
    after: formatMoney(after),
    difference: formatMoney(difference),
    taxDifference: formatMoney(subtract(difference, subtract(netAfter, netBefore))),
  };
}

export const interestLineMessages: Messages = {
  en: { LINE_INTEREST_ANEW: 'Interest of {account} from {from} to {to}, credited already' },
  hi: { LINE_INTEREST_ANEW: '{account} का {from} से {to} तक का ब्याज, जो जमा हो चुका है' },
};

/** What the second person sees of it. */
export const interestLines = (changes: readonly InterestChange[]): ApprovalLine[] =>
  changes.map(({ accountNumber, from, to, before, after }) => ({
    label: { code: 'LINE_INTEREST_ANEW', params: { account: accountNumber, from, to } },
    before: formatMoney(before),
    after: formatMoney(after),
  }));
