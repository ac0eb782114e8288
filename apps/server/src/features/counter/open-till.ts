import { add, formatMoney, type Money } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, lockBusinessDay, postJournalEntry } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { readSettings } from '../society/index.ts';
import { type CashCount, countedCash, countText } from './cash-count.ts';
import { lockTillCash, TILL_CASH_SERIES, tillPosting, vaultPosting } from './till-cash.ts';
import { getTillSession, type TillSessionAnswer } from './till-queries.ts';
import { lockTill, type TillRow } from './till-row.ts';

export interface OpenTill {
  readonly tillId: number;
  /** All the cash in the drawer: what the book says is there, and what is taken from the vault now. */
  readonly count: CashCount;
  readonly fromVault: Money;
}

/** A cashier counts the drawer and answers for it from now on, until it is counted again and closed. */
export async function openTill(
  platform: Platform,
  actor: Actor,
  command: OpenTill,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<TillSessionAnswer>> {
  const counted = countedCash(command.count, await readSettings(platform));

  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const till = await lockTill(trx, platform, command.tillId);
    await refuseOthersTill(trx, till, actor);
    await refuseSecondSession(trx, platform, till, actor);
    const businessDate = await businessDayFor(trx, platform);
    // Whoever closes the day at this moment finds this till open, or this till finds the day closed.
    const { status } = await lockBusinessDay(trx, platform, businessDate);
    if (status !== 'open') throw new Refusal('conflict', 'BUSINESS_DAY_CLOSED', { day: businessDate });

    const inBook = await lockTillCash(trx, platform, till.id);
    const expected = add(inBook, command.fromVault);
    if (counted !== expected) {
      const params = {
        counted: formatMoney(counted),
        expected: formatMoney(expected),
        inBook: formatMoney(inBook),
        fromVault: formatMoney(command.fromVault),
      };
      throw new Refusal('rule', 'TILL_COUNT_DIFFERS', params, 'count');
    }
    refuseFillingAboveLimit(till, counted, command.fromVault);

    const sessionId = await addSession(trx, platform, actor, till, {
      businessDate,
      openedAt: platform.clock.now(),
      openingCash: counted,
      openingCount: countText(command.count),
    });
    if (command.fromVault > 0) {
      await postJournalEntry(trx, platform, actor, {
        seriesCode: TILL_CASH_SERIES,
        kind: 'till',
        narration: `Cash from the vault to till ${till.code}`,
        postings: [tillPosting(till.id, 'debit', command.fromVault), vaultPosting('credit', command.fromVault)],
        tillId: till.id,
        mode: 'cash',
        postedOn: businessDate,
        idempotencyKey: idempotency?.key ?? null,
        audit: { action: 'till.cash-taken-from-vault', newValues: { tillId: till.id, sessionId } },
        event: null,
      });
    }
    await recordAudit(trx, platform, actor, {
      action: 'till.opened',
      subjectKind: 'till',
      subjectId: till.id,
      newValues: { sessionId, openingCash: formatMoney(counted), fromVault: formatMoney(command.fromVault) },
    });
    await recordEvent(trx, platform, { name: 'till.opened', payload: { tillId: till.id, tillSessionId: sessionId } });
    return getTillSession(platform, sessionId, trx);
  });
}

/** A till of one cashier is theirs to open; whoever looks after the tills may step in. */
async function refuseOthersTill(trx: Trx, till: TillRow, actor: Actor): Promise<void> {
  if (till.assignedUserId === null || till.assignedUserId === actor.userId) return;
  if (actor.permissions.has('till.manage')) return;
  const { name } = await trx
    .selectFrom('user')
    .select('name')
    .where('id', '=', till.assignedUserId)
    .executeTakeFirstOrThrow();
  throw new Refusal('forbidden', 'TILL_OF_ANOTHER', { code: till.code, cashier: name });
}

/** What lies in the drawer already may be above the limit; more from the vault does not come on top of it. */
function refuseFillingAboveLimit({ code, cashLimit }: TillRow, counted: Money, fromVault: Money): void {
  if (cashLimit === null || fromVault === 0 || counted <= cashLimit) return;
  const params = { code, counted: formatMoney(counted), limit: formatMoney(cashLimit) };
  throw new Refusal('rule', 'TILL_ABOVE_LIMIT', params, 'fromVault');
}

async function refuseSecondSession(trx: Trx, platform: Platform, till: TillRow, actor: Actor): Promise<void> {
  const open = await platform.dialect.all<{ tillId: number; code: string; cashier: string }>(
    trx,
    'SELECT s.tillId, t.code, u.name AS cashier FROM till_session s JOIN till t ON t.id = s.tillId ' +
      'JOIN `user` u ON u.id = s.userId WHERE s.openTillId = ? OR s.openUserId = ? ORDER BY s.id',
    [till.id, actor.userId],
  );
  const ofTill = open.find(({ tillId }) => tillId === till.id);
  if (ofTill !== undefined) {
    throw new Refusal('conflict', 'TILL_ALREADY_OPEN', { code: ofTill.code, cashier: ofTill.cashier });
  }
  const [own] = open;
  if (own !== undefined) throw new Refusal('conflict', 'CASHIER_HAS_TILL', { code: own.code });
}

/** The unique keys decide where two people open at the same moment. */
async function addSession(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  till: TillRow,
  opening: {
    businessDate: Awaited<ReturnType<typeof businessDayFor>>;
    openedAt: number;
    openingCash: Money;
    openingCount: string;
  },
): Promise<number> {
  try {
    const { insertId } = await trx
      .insertInto('till_session')
      .values({
        ...opening,
        tillId: till.id,
        openTillId: till.id,
        openUserId: actor.userId,
        userId: actor.userId,
        status: 'open',
        closedAt: null,
        expectedCash: null,
        countedCash: null,
        closingCount: null,
        closedByUserId: null,
      })
      .executeTakeFirstOrThrow();
    return Number(insertId);
  } catch (error) {
    if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
    throw new Refusal('conflict', 'TILL_OPENED_MEANWHILE', { code: till.code });
  }
}
