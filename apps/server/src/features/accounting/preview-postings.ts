// What an act that moves money would post, with the balances before and after. It decides as the door does and refuses
// with the same words, but writes nothing.

import type { ActPreview } from '@kafal/contract';
import { type CalendarDate, formatMoney, type Money, subtract, sum, ZERO } from '@kafal/core';
import type { Actor, Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { type InterestChange, interestChangesOf, interestChangeView } from './back-dated.ts';
import { balanceMoves, fallOf, previewMoves } from './balances.ts';
import { bookWords } from './book-words.ts';
import { dayOfTheNextAct } from './business-day.ts';
import { type Correction, correctionViews } from './corrections.ts';
import type { ChangedBalance, EntryDraft, SubLedger } from './entry-draft.ts';
import { accountName } from './ledger-accounts.ts';
import { checkedTotal, withAccounts } from './post-journal-entry.ts';
import { narrationsIn } from './say-narration.ts';

/** The id of what the act itself opens: it has no number and no balance before. */
export const NOT_OPENED_YET = 0;

export type PreviewedAct = Pick<EntryDraft, 'kind' | 'narration' | 'postings' | 'isClosure'> & {
  readonly needsApproval?: boolean;
  /** The day interest counts from, where it is another than the day of the act. */
  readonly valueOn?: CalendarDate | null;
  /** Cash that is asked for now and paid later: the drawer can be filled until then, so it is warned of and not refused. */
  readonly isPaidLater?: boolean;
  readonly warnings?: ActPreview['warnings'];
  readonly corrections?: readonly Correction[];
};

export async function previewPostings(
  platform: Platform,
  actor: Pick<Actor, 'language'>,
  act: PreviewedAct,
): Promise<ActPreview> {
  // An account on which nothing lies is closed without an entry.
  const total = act.postings.length === 0 ? ZERO : checkedTotal(act);
  const postings = await withAccounts(undefined, platform, act.postings);
  const moves = balanceMoves(postings).filter(({ subLedgerId }) => subLedgerId !== NOT_OPENED_YET);
  const changed = await previewMoves(
    platform,
    platform.database,
    moves,
    fallOf(act),
    act.isPaidLater === true ? 'till' : undefined,
  );

  const postedOn = await dayOfTheNextAct(platform);
  const days = { valueOn: act.valueOn ?? null, postedOn };
  const interest = await interestChangesOf(platform, platform.database, act.postings, days);

  return {
    preview: true,
    narration: (await narrationsIn(actor.language, platform))(act),
    total: formatMoney(total),
    postedOn,
    postings: postings.map(({ draft, account }) => ({
      accountCode: account.code,
      accountName: accountName(account, actor.language),
      side: draft.side,
      amount: formatMoney(draft.amount),
      subLedger: draft.subLedger ?? null,
      subLedgerNumber: numberOf(changed, draft.subLedger, draft.subLedgerId),
    })),
    balances: changed.map((balance) => ({
      label: balanceLabel(balance, actor.language),
      before: formatMoney(balance.before),
      after: formatMoney(withInterest(balance, interest)),
    })),
    interest: interest.map(interestChangeView),
    corrections: await correctionViews(platform, actor.language, act.corrections ?? []),
    needsApproval: act.needsApproval ?? false,
    warnings: [...(act.warnings ?? [])],
  };
}

function withInterest({ subLedger, subLedgerId, after }: ChangedBalance, changes: readonly InterestChange[]): Money {
  const ofAccount = changes.filter(({ depositId }) => subLedger === 'deposit' && depositId === subLedgerId);
  return sum([after, ...ofAccount.map(({ netBefore, netAfter }) => subtract(netAfter, netBefore))]);
}

function numberOf(changed: readonly ChangedBalance[], subLedger: SubLedger | undefined, id: number | undefined) {
  if (subLedger === undefined) return null;
  return changed.find((row) => row.subLedger === subLedger && row.subLedgerId === id)?.number ?? null;
}

/** What people call a balance: "Savings SB000012", "Till T1", "Vault". */
function balanceLabel({ subLedger, number }: ChangedBalance, language: Language): string {
  const word = bookWords[language].subLedger[subLedger];
  return subLedger === 'vault' ? word : `${word} ${number}`;
}
