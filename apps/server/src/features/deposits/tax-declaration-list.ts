// The register of all declarations that no tax is to be withheld: what the society keeps for the tax office.

import type { DeclarationRegisterQuery, DeclarationRegisterRow } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { readIdCursor } from '../../platform/http/id-cursor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { membersTyped } from '../search/index.ts';

const USUAL_LIMIT = 50;

type RegisterQuery = z.output<typeof DeclarationRegisterQuery>;

/** The newest first, or as they were written. */
export async function listDeclarations(platform: Platform, query: RegisterQuery) {
  const { limit = USUAL_LIMIT, sort = '-recordedAt' } = query;
  const asked = await declarationsAsked(platform, query);
  const cursor = readIdCursor(query.cursor);
  const isUp = sort === 'recordedAt';
  let page = asked
    .innerJoin('user as recorder', 'recorder.id', 't.recordedByUserId')
    .leftJoin('user as withdrawer', 'withdrawer.id', 't.withdrawnByUserId')
    .select(['t.id', 't.memberId', 'm.number as memberNumber', 'm.name as memberName', 'm.panMasked'])
    .select(['t.financialYear', 't.number', 't.receivedOn', 't.recordedAt', 't.withdrawnAt', 't.withdrawnBecause'])
    .select(['recorder.name as recordedBy', 'withdrawer.name as withdrawnBy'])
    .orderBy('t.id', isUp ? 'asc' : 'desc')
    .limit(limit + 1);
  if (cursor !== undefined) page = page.where('t.id', isUp ? '>' : '<', cursor);
  const rows = await page.execute();
  const shown = rows.slice(0, limit);
  const years = await platform.database
    .selectFrom('tax_declaration')
    .select('financialYear')
    .distinct()
    .orderBy('financialYear', 'desc')
    .execute();
  return {
    items: shown.map(
      ({ id, memberId, recordedAt, withdrawnAt, ...row }): z.input<typeof DeclarationRegisterRow> => ({
        ...row,
        id: String(id),
        memberId: String(memberId),
        recordedAt: new Date(recordedAt).toISOString(),
        withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt).toISOString(),
      }),
    ),
    nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null,
    years: years.map(({ financialYear }) => financialYear),
    ...(query.total === true ? { total: await countOf(asked) } : {}),
  };
}

async function countOf(asked: Awaited<ReturnType<typeof declarationsAsked>>): Promise<number> {
  const { count } = await asked.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow();
  return Number(count);
}

async function declarationsAsked(platform: Platform, { q, year, state }: RegisterQuery) {
  let declarations = platform.database
    .selectFrom('tax_declaration as t')
    .innerJoin('member as m', 'm.id', 't.memberId');
  if (year !== undefined) declarations = declarations.where('t.financialYear', '=', year);
  if (state !== undefined) {
    declarations = declarations.where('t.withdrawnAt', state === 'active' ? 'is' : 'is not', null);
  }
  const members = await membersTyped(platform, q);
  if (members === undefined) return declarations;
  const typed = (q ?? '').trim();
  return declarations.where((is) => is.or([is('t.number', '=', typed), is('t.memberId', 'in', members)]));
}

const HEADS = {
  en: [
    'Tax year',
    'Number of the form',
    'Member number',
    'Member',
    'PAN',
    'Received on',
    'Recorded by',
    'Withdrawn by',
    'Reason',
  ],
  hi: ['कर वर्ष', 'फ़ॉर्म का क्रमांक', 'सदस्य संख्या', 'सदस्य', 'पैन', 'प्राप्ति की तिथि', 'दर्ज करने वाले', 'वापस लेने वाले', 'कारण'],
};

export function exportDeclarations(
  platform: Platform,
  actor: Actor,
  { q, year, state, sort }: RegisterQuery,
): Promise<AsyncGenerator<string>> {
  const filter = { q, year, state, sort };
  return exportList(platform, actor, {
    action: 'tax-declarations.exported',
    subjectKind: 'member',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listDeclarations(platform, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.financialYear,
      row.number,
      row.memberNumber,
      row.memberName,
      row.panMasked,
      row.receivedOn,
      row.recordedBy,
      row.withdrawnBy,
      row.withdrawnBecause,
    ],
  });
}
