import type { ActPreview } from '@kafal/contract';
import { formatMoney, type Money, money, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import {
  balanceOf,
  currentBusinessDay,
  type PostingDraft,
  postJournalEntry,
  previewPostings,
} from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { type CashCount, countedCash, countText, differenceText } from './cash-count.ts';
import { lockTillCash, TILL_CASH_SERIES, tillPosting, vaultPosting } from './till-cash.ts';
import { getTillSession, type TillSessionAnswer } from './till-queries.ts';

export interface CloseTill {
  readonly sessionId: number;
  readonly count: CashCount;
  /** Handed over to the vault; the rest stays in the drawer for the next opening. */
  readonly toVault: Money;
  readonly note?: string | undefined;
}

export interface ClosedTill {
  readonly preview: false;
  readonly session: TillSessionAnswer;
}

interface OpenSession {
  readonly id: number;
  readonly tillId: number;
  readonly tillCode: string;
  readonly userId: number;
  readonly status: string;
}

/** Counts the drawer against the book, posts what is short or in excess, and hands cash over to the vault. */
export async function closeTill(
  platform: Platform,
  actor: Actor,
  command: CloseTill,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<ClosedTill>> {
  const settings = await readSettings(platform);
  const counted = countedCash(command.count, settings);

  return withIdempotency(platform, actor, idempotency, async (trx) => {
    const session = await getOwnSession(trx, platform, actor, command.sessionId, platform.dialect.forUpdateText);
    const expected = await lockTillCash(trx, platform, session.tillId);
    const entries = closingEntries(session, { expected, counted, toVault: command.toVault }, settings);

    for (const { narration, postings } of entries) {
      await postJournalEntry(trx, platform, actor, {
        seriesCode: TILL_CASH_SERIES,
        kind: 'till',
        narration: command.note === undefined ? narration : `${narration}: ${command.note}`,
        postings,
        tillId: session.tillId,
        mode: 'cash',
        idempotencyKey: idempotency?.key ?? null,
        audit: { action: 'till.cash-moved-at-closing', newValues: { tillId: session.tillId, sessionId: session.id } },
        event: null,
      });
    }
    await endSession(trx, platform, actor, session, { expected, counted, count: command.count });
    await recordAudit(trx, platform, actor, {
      action: 'till.closed',
      subjectKind: 'till',
      subjectId: session.tillId,
      newValues: {
        sessionId: session.id,
        expected: formatMoney(expected),
        counted: formatMoney(counted),
        difference: differenceText(counted, expected),
        toVault: formatMoney(command.toVault),
        note: command.note ?? null,
      },
    });
    const payload = { tillId: session.tillId, tillSessionId: session.id };
    await recordEvent(trx, platform, { name: 'till.closed', payload });
    return { preview: false, session: await getTillSession(platform, session.id, trx) };
  });
}

export async function previewCloseTill(platform: Platform, actor: Actor, command: CloseTill) {
  const settings = await readSettings(platform);
  const counted = countedCash(command.count, settings);
  const session = await getOwnSession(platform.database, platform, actor, command.sessionId, '');
  const { amount: expected } = await balanceOf(platform, { subLedger: 'till', subLedgerId: session.tillId });
  const entries = closingEntries(session, { expected, counted, toVault: command.toVault }, settings);

  const act = {
    kind: 'till' as const,
    narration: entries.map(({ narration }) => narration).join('; '),
    postings: entries.flatMap(({ postings }) => postings),
  };
  const preview = entries.length > 0 ? await previewPostings(platform, actor, act) : await nothingToPost(platform);
  return {
    ...preview,
    expected: formatMoney(expected),
    counted: formatMoney(counted),
    difference: differenceText(counted, expected),
  };
}

/** The count agrees and all cash stays in the drawer: the till is closed without an entry. */
async function nothingToPost(platform: Platform): Promise<ActPreview> {
  return {
    preview: true,
    narration: '',
    total: formatMoney(ZERO),
    postedOn: await currentBusinessDay(platform),
    postings: [],
    balances: [],
    interest: [],
    corrections: [],
    needsApproval: false,
    warnings: [],
  };
}

interface TillClosing {
  readonly expected: Money;
  readonly counted: Money;
  readonly toVault: Money;
}

/** First the difference, so that the book says what lies in the drawer; then what leaves it for the vault. */
function closingEntries(
  { tillId, tillCode }: OpenSession,
  { expected, counted, toVault }: TillClosing,
  settings: Settings,
): { narration: string; postings: PostingDraft[] }[] {
  if (toVault > counted) {
    const params = { toVault: formatMoney(toVault), counted: formatMoney(counted) };
    throw new Refusal('rule', 'TILL_TO_VAULT_TOO_MUCH', params, 'toVault');
  }
  const entries: { narration: string; postings: PostingDraft[] }[] = [];
  if (counted < expected) {
    const short = money(expected - counted);
    const accountCode = settings['accounts.shortCash'];
    entries.push({
      narration: `Cash short at the closing of till ${tillCode}`,
      postings: [{ accountCode, side: 'debit', amount: short }, tillPosting(tillId, 'credit', short)],
    });
  }
  if (counted > expected) {
    const excess = money(counted - expected);
    const accountCode = settings['accounts.excessCash'];
    entries.push({
      narration: `Cash in excess at the closing of till ${tillCode}`,
      postings: [tillPosting(tillId, 'debit', excess), { accountCode, side: 'credit', amount: excess }],
    });
  }
  if (toVault > 0) {
    entries.push({
      narration: `Cash from till ${tillCode} to the vault`,
      postings: [vaultPosting('debit', toVault), tillPosting(tillId, 'credit', toVault)],
    });
  }
  return entries;
}

async function getOwnSession(
  reader: Reader,
  platform: Platform,
  actor: Actor,
  id: number,
  lock: string,
): Promise<OpenSession> {
  const session = await platform.dialect.one<Omit<OpenSession, 'tillCode'>>(
    reader,
    `SELECT id, tillId, userId, status FROM till_session WHERE id = ?${lock}`,
    [id],
  );
  if (session === undefined) throw new Refusal('missing', 'TILL_SESSION_UNKNOWN');
  // A till that was left open is closed by whoever looks after the tills.
  if (session.userId !== actor.userId && !actor.permissions.has('till.manage')) {
    throw new Refusal('forbidden', 'TILL_SESSION_NOT_YOURS');
  }
  if (session.status !== 'open') throw new Refusal('conflict', 'TILL_SESSION_CLOSED');
  const till = await platform.dialect.one<{ code: string }>(reader, 'SELECT code FROM till WHERE id = ?', [
    session.tillId,
  ]);
  return { ...session, tillCode: till?.code ?? '' };
}

async function endSession(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  session: OpenSession,
  { expected, counted, count }: { expected: Money; counted: Money; count: CashCount },
): Promise<void> {
  await trx
    .updateTable('till_session')
    .set((update) => ({
      status: 'closed',
      openTillId: null,
      openUserId: null,
      closedAt: platform.clock.now(),
      expectedCash: expected,
      countedCash: counted,
      closingCount: countText(count),
      closedByUserId: actor.userId,
      version: update('version', '+', 1),
    }))
    .where('id', '=', session.id)
    .execute();
}
