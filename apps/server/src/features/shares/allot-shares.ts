// Money that waits becomes shares: a certificate, numbers of their own, and one entry from 2204 to 3101.

import type { AllotSharesAnswer } from '@kafal/contract';
import {
  distinctiveNumbers,
  formatMoney,
  type Money,
  money,
  moneyInAllowed,
  parseRate,
  ShareAllotmentRefused,
  shareAllotment,
  subtract,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { moveBusinessDayIfDue, type PostingDraft, postJournalEntry, previewPostings } from '../accounting/index.ts';
import { getMember, type Member } from '../members/index.ts';
import { refuseUnlessCarried } from '../resolutions/index.ts';
import { nextNumber, readSettings, type Settings, takeNumbers } from '../society/index.ts';
import { shareMoneyPending } from './share-money.ts';
import { allotmentView } from './share-queries.ts';

export interface AllotShares {
  readonly memberId: number;
  /** As many whole shares as the money pays for when no number is said. */
  readonly shares?: number | undefined;
  readonly resolutionNumber?: string | undefined;
}

type Answer = z.input<typeof AllotSharesAnswer>;
export type AllotmentPreview = Extract<Answer, { preview: true }>;
export type Allotted = Extract<Answer, { preview: false }>;

const JOURNAL_SERIES = 'JV';

export async function previewAllotment(
  platform: Platform,
  actor: Actor,
  command: AllotShares,
): Promise<AllotmentPreview> {
  const settings = await readSettings(platform);
  const decided = await decide(platform.database, platform, settings, command);
  const preview = await previewPostings(platform, actor, {
    kind: 'allotment',
    narration: narrationOf(decided),
    postings: postingsOf(decided),
  });
  return { ...preview, shares: decided.shares };
}

export async function allotShares(
  platform: Platform,
  actor: Actor,
  command: AllotShares,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<Allotted>> {
  const on = await moveBusinessDayIfDue(platform);
  const settings = await readSettings(platform, on);

  return withIdempotency(platform, actor, idempotency, async (trx) => {
    await lockHolding(trx, platform, command.memberId);
    await refuseUnlessCarried(trx, { resolutionNumber: command.resolutionNumber });
    // This row keeps two allotments apart, so that the cap is measured against all shares there are.
    const certificateNumber = await nextNumber(trx, platform, settings, { sequence: 'certificate', on });
    const decided = await decide(trx, platform, settings, command);
    const first = await takeNumbers(trx, platform, 'distinctive', decided.shares);
    const numbers = distinctiveNumbers(first - 1, decided.shares);

    const entry = await postJournalEntry(trx, platform, actor, {
      seriesCode: JOURNAL_SERIES,
      kind: 'allotment',
      narration: narrationOf(decided),
      postings: postingsOf(decided),
      memberId: decided.member.id,
      idempotencyKey: idempotency?.key ?? null,
      audit: {
        action: 'shares.allotted',
        newValues: { memberId: decided.member.id, shares: decided.shares, certificateNumber, ...numbers },
      },
      event: { name: 'shares.allotted', payload: { memberId: decided.member.id } },
    });
    const allotment = {
      holdingId: decided.holding.id,
      memberId: decided.member.id,
      shares: decided.shares,
      faceValue: settings['share.faceValue'],
      amount: decided.amount,
      distinctiveFrom: numbers.from,
      distinctiveTo: numbers.to,
      certificateNumber,
      resolutionNumber: command.resolutionNumber ?? null,
      allottedOn: entry.postedOn,
      entryId: entry.id,
      reversedByEntryId: null,
    };
    const { insertId } = await trx.insertInto('share_allotment').values(allotment).executeTakeFirstOrThrow();
    await platform.dialect.run(
      trx,
      'UPDATE share_holding SET shares = shares + ?, version = version + 1 WHERE id = ?',
      [decided.shares, decided.holding.id],
    );

    return {
      preview: false,
      allotment: allotmentView({ ...allotment, id: Number(insertId) }),
      folio: decided.holding.folio,
      pending: formatMoney(subtract(decided.pending, decided.amount)),
    };
  });
}

interface DecidedAllotment {
  readonly member: Member;
  readonly holding: { readonly id: number; readonly folio: string; readonly shares: number };
  readonly shares: number;
  readonly amount: Money;
  readonly pending: Money;
}

async function decide(
  reader: Reader,
  platform: Platform,
  settings: Settings,
  command: AllotShares,
): Promise<DecidedAllotment> {
  const member = await getMember(reader, command.memberId);
  if (member.status === 'pending_payment' || !moneyInAllowed(member.status)) {
    throw new Refusal('rule', 'SHARES_MEMBER_STATUS');
  }
  const holding = await reader
    .selectFrom('share_holding')
    .select(['id', 'folio', 'shares'])
    .where('memberId', '=', member.id)
    .executeTakeFirstOrThrow();
  const pending = await shareMoneyPending(reader, member.id);
  const faceValue = settings['share.faceValue'];
  const amount = command.shares === undefined ? pending : money(command.shares * faceValue);
  if (amount > pending) {
    const params = { pending: formatMoney(pending), needed: formatMoney(amount) };
    throw new Refusal('rule', 'SHARE_MONEY_SHORT', params, 'shares');
  }
  try {
    const { shares, amountUsed } = shareAllotment({
      amount,
      faceValue,
      holding: holding.shares,
      minimumShares: settings['share.minimumShares'],
      maximumPercentOfCapital: parseRate(settings['share.capPercent']),
      totalSharesIssued: await allShares(reader, platform),
    });
    return { member, holding, shares, amount: amountUsed, pending };
  } catch (error) {
    // The core speaks of an amount; here the number of shares is what can change.
    if (error instanceof ShareAllotmentRefused) error.field = 'shares';
    throw error;
  }
}

async function lockHolding(trx: Trx, platform: Platform, memberId: number): Promise<void> {
  await platform.dialect.one(trx, `SELECT id FROM share_holding WHERE memberId = ?${platform.dialect.forUpdateText}`, [
    memberId,
  ]);
}

async function allShares(reader: Reader, platform: Platform): Promise<number> {
  const row = await reader
    .selectFrom('share_holding')
    .select(platform.dialect.sum('share_holding.shares').as('shares'))
    .executeTakeFirstOrThrow();
  return row.shares;
}

function narrationOf({ member, holding, shares }: DecidedAllotment): string {
  return `Allotment of ${shares} ${shares === 1 ? 'share' : 'shares'} to ${member.name}, folio ${holding.folio}`;
}

function postingsOf({ member, holding, amount }: DecidedAllotment): PostingDraft[] {
  return [
    { accountCode: '2204', side: 'debit', amount, subLedger: 'share_pending', subLedgerId: member.id },
    { accountCode: '3101', side: 'credit', amount, subLedger: 'share', subLedgerId: holding.id },
  ];
}
