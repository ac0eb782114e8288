// Who may sanction how much, as it holds on a day. A change is a new ladder with a later day.

import type { SanctionLevels } from '@kafal/contract';
import {
  type CalendarDate,
  formatMoney,
  type Money,
  maySanction,
  rolesThatSanction,
  type SanctionLevel,
} from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { waitingRules } from '../approvals/index.ts';
import { readSettings } from '../society/index.ts';

/** A change of the ladder waits as one: there is only this one. */
export const THE_LADDER = 'levels';

export async function sanctionLevelsOn(reader: Reader, on: CalendarDate): Promise<SanctionLevel[]> {
  const ladder = await reader
    .selectFrom('sanction_ladder')
    .select('id')
    .where('effectiveFrom', '<=', on)
    .orderBy('effectiveFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return ladder === undefined ? [] : levelsOf(reader, ladder.id);
}

function levelsOf(reader: Reader, ladderId: number): Promise<SanctionLevel[]> {
  return reader
    .selectFrom('sanction_level')
    .select(['roleCode', 'upTo'])
    .where('ladderId', '=', ladderId)
    .orderBy('place')
    .execute();
}

/** Refuses what is above the level of whoever acts, and says who may. */
export async function refuseAboveLevel(
  reader: Reader,
  { roleCode, language }: Pick<Actor, 'roleCode' | 'language'>,
  amount: Money,
  on: CalendarDate,
): Promise<void> {
  const levels = await sanctionLevelsOn(reader, on);
  if (maySanction(levels, roleCode, amount)) return;
  const who = (await roleNames(reader, rolesThatSanction(levels, amount), language)).join(', ');
  const own = levels.find((level) => level.roleCode === roleCode);
  const asked = { amount: formatMoney(amount), who };
  if (own === undefined || own.upTo === null) throw new Refusal('forbidden', 'LOAN_NO_SANCTION_LEVEL', asked, 'amount');
  throw new Refusal('forbidden', 'LOAN_ABOVE_LEVEL', { ...asked, limit: formatMoney(own.upTo) }, 'amount');
}

/** In the order of the codes. */
export async function roleNames(reader: Reader, codes: readonly string[], language: Language): Promise<string[]> {
  const names = await namesOfRoles(reader, language);
  return codes.map((code) => names.get(code) ?? code);
}

async function namesOfRoles(reader: Reader, language: Language): Promise<ReadonlyMap<string, string>> {
  const roles = await reader.selectFrom('role').select(['code', 'nameEn', 'nameHi']).orderBy('code').execute();
  return new Map(roles.map(({ code, nameEn, nameHi }) => [code, language === 'hi' ? nameHi : nameEn]));
}

/** Roles that may decide on loans at all. */
export function rolesThatDecide(reader: Reader) {
  return reader
    .selectFrom('role')
    .innerJoin('role_permission as p', 'p.roleCode', 'role.code')
    .select(['role.code', 'role.nameEn', 'role.nameHi'])
    .where('p.permission', '=', 'loan.decide')
    .orderBy('role.code')
    .execute();
}

export async function sanctionLevelsView(
  platform: Platform,
  { language }: Pick<Actor, 'language'>,
): Promise<z.input<typeof SanctionLevels>> {
  const { database } = platform;
  const on = await currentBusinessDay(platform);
  const names = await namesOfRoles(database, language);
  const ladders = await database
    .selectFrom('sanction_ladder as l')
    .leftJoin('user as maker', 'maker.id', 'l.setByUserId')
    .leftJoin('user as checker', 'checker.id', 'l.approvedByUserId')
    .select(['l.id', 'l.effectiveFrom', 'l.legalBasis', 'l.reason', 'l.recordedAt'])
    .select(['maker.name as setBy', 'checker.name as approvedBy'])
    .orderBy('l.effectiveFrom', 'desc')
    .orderBy('l.id', 'desc')
    .execute();
  const history = await Promise.all(
    ladders.map(async ({ id, recordedAt, ...ladder }) => ({
      ...ladder,
      recordedAt: new Date(recordedAt).toISOString(),
      levels: (await levelsOf(database, id)).map(({ roleCode, upTo }) => ({
        roleCode,
        roleName: names.get(roleCode) ?? roleCode,
        upTo: upTo === null ? null : formatMoney(upTo),
      })),
    })),
  );
  const now = history.find(({ effectiveFrom }) => effectiveFrom <= on);
  const next = history.findLast(({ effectiveFrom }) => effectiveFrom > on);
  const waiting = (await waitingRules(database, 'sanction-levels')).get(THE_LADDER);
  return {
    levels: now?.levels ?? [],
    effectiveFrom: now?.effectiveFrom ?? null,
    legalBasis: now?.legalBasis ?? null,
    next: next === undefined ? null : { levels: next.levels, effectiveFrom: next.effectiveFrom },
    waitingApprovalId: waiting === undefined ? null : String(waiting),
    roles: (await rolesThatDecide(database)).map(({ code }) => ({ code, name: names.get(code) ?? code })),
    history,
    currency: (await readSettings(platform))['money.currency'],
  };
}
