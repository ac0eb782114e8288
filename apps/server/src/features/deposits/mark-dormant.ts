// At the end of a day an account is dormant whose member did nothing for the months of its product. Interest and charges
// are no activity of the member; interest goes on.

import { type CalendarDate, dormantSinceBefore, ZERO } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { idList } from '../../platform/database/many-rows.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { recordEvents } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudits } from '../audit/index.ts';
import type { AccountsAtOnce, AccountsDone } from './credit-interest.ts';
import { productsOn } from './deposit-products.ts';

/** What a member does, or has done for them by an order they gave. */
const ACTIVITY = ['receipt', 'withdrawal', 'transfer', 'collection'] as const;

export async function markDormant(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { on, limit, upToId }: AccountsAtOnce,
): Promise<AccountsDone> {
  for (const { productCode, cutOff } of await cutOffs(trx, on)) {
    const quiet = await quietAccounts(trx, { productCode, cutOff, limit, upToId });
    const lastId = quiet.at(-1)?.id;
    if (lastId === undefined) continue;
    await readActivity(trx, platform, quiet);
    const dormant = await sleep(trx, platform, actor, quiet, { on, cutOff });
    return { lastId, credited: dormant, amount: ZERO, failures: [] };
  }
  return { lastId: undefined, credited: 0, amount: ZERO, failures: [] };
}

/** Whose turn it is; whoever was looked at does not come again on this day, so the id before says nothing. */
export async function nextQuietId(trx: Trx, on: CalendarDate): Promise<number | undefined> {
  for (const { productCode, cutOff } of await cutOffs(trx, on)) {
    const [account] = await quietAccounts(trx, { productCode, cutOff, limit: 1, upToId: undefined });
    if (account !== undefined) return account.id;
  }
  return undefined;
}

interface CutOff {
  readonly productCode: string;
  readonly cutOff: CalendarDate;
}

/** By the rule of the day, so that another number of months holds for every account from its day on. */
async function cutOffs(reader: Reader, on: CalendarDate): Promise<CutOff[]> {
  return (await productsOn(reader, on)).flatMap(({ code, dormantMonths }) =>
    dormantMonths === null ? [] : [{ productCode: code, cutOff: dormantSinceBefore(on, dormantMonths) }],
  );
}

interface QuietAccount {
  readonly id: number;
  readonly memberId: number;
}

function quietAccounts(
  trx: Trx,
  { productCode, cutOff, limit, upToId }: CutOff & { readonly limit: number; readonly upToId: number | undefined },
): Promise<QuietAccount[]> {
  return trx
    .selectFrom('deposit')
    .select(['id', 'memberId'])
    .where('productCode', '=', productCode)
    .where('status', '=', 'active')
    .where('activeOn', '<=', cutOff)
    .where((where) => (upToId === undefined ? where.and([]) : where('id', '<=', upToId)))
    .orderBy('activeOn')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Brings the day up to what the journal knows. Whoever is posting into these accounts is waited for. */
async function readActivity(trx: Trx, platform: Platform, accounts: readonly QuietAccount[]): Promise<void> {
  const { dialect } = platform;
  const { marks, values } = idList(accounts.map(({ id }) => id));
  await dialect.all(
    trx,
    `SELECT subLedgerId FROM balance WHERE subLedger = 'deposit' AND subLedgerId IN (${marks}) ` +
      `ORDER BY subLedgerId${dialect.forUpdateText}`,
    values,
  );
  const rows = await dialect.all<{ id: number; lastOn: CalendarDate }>(
    trx,
    'SELECT p.subLedgerId AS id, MAX(p.postedOn) AS lastOn FROM posting p JOIN journal_entry e ON e.id = p.entryId ' +
      `WHERE p.subLedger = 'deposit' AND p.subLedgerId IN (${marks}) ` +
      `AND e.kind IN (${ACTIVITY.map((kind) => `'${kind}'`).join(', ')}) GROUP BY p.subLedgerId ORDER BY p.subLedgerId`,
    values,
  );
  for (const { id, lastOn } of rows) {
    await dialect.run(trx, 'UPDATE deposit SET activeOn = ? WHERE id = ? AND activeOn < ?', [lastOn, id, lastOn]);
  }
}

async function sleep(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  accounts: readonly QuietAccount[],
  { on, cutOff }: { readonly on: CalendarDate; readonly cutOff: CalendarDate },
): Promise<number> {
  const stillQuiet = await trx
    .selectFrom('deposit')
    .select(['id', 'memberId', 'activeOn'])
    .where(
      'id',
      'in',
      accounts.map(({ id }) => id),
    )
    .where('activeOn', '<=', cutOff)
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
  if (stillQuiet.length === 0) return 0;
  await trx
    .updateTable('deposit')
    .set(({ eb }) => ({ status: 'dormant', version: eb('version', '+', 1) }))
    .where(
      'id',
      'in',
      stillQuiet.map(({ id }) => id),
    )
    .execute();
  await trx
    .insertInto('deposit_dormancy')
    .values(stillQuiet.map(({ id, activeOn }) => ({ depositId: id, dormantOn: on, lastActiveOn: activeOn })))
    .execute();
  await recordAudits(
    trx,
    platform,
    actor,
    stillQuiet.map(({ id, activeOn }) => ({
      action: 'deposit.dormant',
      subjectKind: 'deposit',
      subjectId: id,
      newValues: { lastActiveOn: activeOn },
    })),
  );
  await recordEvents(
    trx,
    platform,
    stillQuiet.map(({ id, memberId }) => ({
      name: 'deposit.dormant' as const,
      memberId,
      payload: { depositId: id, memberId },
    })),
  );
  return stillQuiet.length;
}
