// The register of declarations that no tax is to be withheld. One of a member is in force for a tax year; the rule of the
// tax reads it at the next credit, and what was withheld before stays with the treasury.

import type { RecordTaxDeclarationBody, TaxDeclarationList } from '@kafal/contract';
import { type CalendarDate, financialYearAfter, financialYearOf } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, businessDayFor, currentBusinessDay } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { getMember, getMemberForUpdate } from '../members/index.ts';

/** Newest first, those that were withdrawn too. */
export async function taxDeclarationsOf(
  platform: Platform,
  memberId: number,
): Promise<z.input<typeof TaxDeclarationList>> {
  const { database } = platform;
  await getMember(database, memberId);
  const rows = await database
    .selectFrom('tax_declaration as t')
    .innerJoin('user as recorder', 'recorder.id', 't.recordedByUserId')
    .leftJoin('user as withdrawer', 'withdrawer.id', 't.withdrawnByUserId')
    .select(['t.id', 't.financialYear', 't.number', 't.receivedOn', 't.recordedAt', 't.withdrawnAt'])
    .select(['t.withdrawnBecause', 'recorder.name as recordedBy', 'withdrawer.name as withdrawnBy'])
    .where('t.memberId', '=', memberId)
    .orderBy('t.id', 'desc')
    .execute();
  return {
    years: await yearsDeclared(platform, database, await currentBusinessDay(platform)),
    items: rows.map(({ id, recordedAt, withdrawnAt, ...row }) => ({
      ...row,
      id: String(id),
      recordedAt: new Date(recordedAt).toISOString(),
      withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
    })),
  };
}

/** The id of the row. */
export function recordTaxDeclaration(
  platform: Platform,
  actor: Actor,
  memberId: number,
  { financialYear, number, receivedOn }: z.output<typeof RecordTaxDeclarationBody>,
): Promise<number> {
  return platform.transact(async (trx) => {
    // Two clerks with the same form wait for each other here.
    const member = await getMemberForUpdate(trx, platform, memberId);
    const today = await businessDayFor(trx, platform);
    const years = await yearsDeclared(platform, trx, today);
    if (!years.includes(financialYear)) {
      const [openYear = '', nextYear = openYear] = years;
      throw new Refusal('rule', 'DECLARATION_YEAR', { year: financialYear, openYear, nextYear }, 'financialYear');
    }
    if (receivedOn > today) throw new Refusal('rule', 'DECLARATION_FUTURE', { today }, 'receivedOn');
    const known = await trx
      .selectFrom('tax_declaration')
      .select('number')
      .where('memberId', '=', memberId)
      .where('financialYear', '=', financialYear)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst();
    if (known !== undefined) {
      const said = { name: member.name, year: financialYear, number: known.number };
      throw new Refusal('conflict', 'DECLARATION_THERE', said, 'financialYear');
    }
    const { insertId } = await trx
      .insertInto('tax_declaration')
      .values({
        memberId,
        financialYear,
        number,
        receivedOn,
        recordedByUserId: actor.userId,
        recordedAt: platform.clock.now(),
      })
      .executeTakeFirstOrThrow();
    await recordAudit(trx, platform, actor, {
      action: 'member.tax_declared',
      subjectKind: 'member',
      subjectId: memberId,
      newValues: { financialYear, number, receivedOn },
    });
    return Number(insertId);
  });
}

export interface WithdrawnDeclaration {
  readonly memberId: number;
  readonly declarationId: number;
  readonly reason: string;
}

/** A wrong one stays in the register with the reason, and another may follow it. */
export function withdrawTaxDeclaration(
  platform: Platform,
  actor: Actor,
  { memberId, declarationId, reason }: WithdrawnDeclaration,
): Promise<void> {
  return platform.transact(async (trx) => {
    await getMemberForUpdate(trx, platform, memberId);
    const row = await trx
      .selectFrom('tax_declaration')
      .select(['financialYear', 'number', 'withdrawnAt'])
      .where('id', '=', declarationId)
      .where('memberId', '=', memberId)
      .executeTakeFirst();
    if (row === undefined) throw new Refusal('missing', 'DECLARATION_UNKNOWN');
    if (row.withdrawnAt !== null) throw new Refusal('conflict', 'DECLARATION_WITHDRAWN', { number: row.number });
    await trx
      .updateTable('tax_declaration')
      .set({ withdrawnAt: platform.clock.now(), withdrawnByUserId: actor.userId, withdrawnBecause: reason })
      .where('id', '=', declarationId)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'member.tax_declaration_withdrawn',
      subjectKind: 'member',
      subjectId: memberId,
      oldValues: { financialYear: row.financialYear, number: row.number },
      newValues: { reason },
    });
  });
}

/** The numbers of the forms in force in a tax year, by the member. */
export async function declarationsOf(
  reader: Reader,
  memberIds: readonly number[],
  financialYear: string,
): Promise<ReadonlyMap<number, string>> {
  if (memberIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('tax_declaration')
    .select(['memberId', 'number'])
    .where('memberId', 'in', [...memberIds])
    .where('financialYear', '=', financialYear)
    .where('withdrawnAt', 'is', null)
    .execute();
  return new Map(rows.map(({ memberId, number }) => [memberId, number]));
}

/** The year that is open, and the one after it: a form comes in before its year begins. */
async function yearsDeclared(platform: Platform, reader: Reader, on: CalendarDate): Promise<string[]> {
  const { financialYearStart } = await bookRules(platform, reader, on);
  const openYear = financialYearOf(on, financialYearStart);
  const nextYear = financialYearAfter(openYear, financialYearStart);
  return [openYear.label, ...(nextYear === undefined ? [] : [nextYear.label])];
}
