// A line of the bank as the tables keep it, and the entry that keeps its money for whoever it is.

import { formatMoney } from '@kafal/core';
import type { Row } from '../../platform/database/schema.ts';
import { type Actor, systemActor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { postJournalEntry } from '../accounting/index.ts';
import type { Settings } from '../society/index.ts';

export type BankLine = Row<'bank_line'>;

export async function lockBankLine(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number): Promise<BankLine> {
  const line = await findBankLine(trx, platform, id);
  if (line === undefined) throw new Refusal('missing', 'BANK_LINE_UNKNOWN');
  return line;
}

export function findBankLine(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number): Promise<BankLine | undefined> {
  return platform.dialect.forUpdate(trx.selectFrom('bank_line').selectAll().where('id', '=', id)).executeTakeFirst();
}

/**
 * Whoever brought the statement in is the maker of what comes of its lines, also where a job goes on with it. What a gateway
 * told of is made by nobody.
 */
export async function importerOf(reader: Platform['database'] | Trx, statementId: number): Promise<Actor> {
  const { id, name, memberId, fileName } = await reader
    .selectFrom('bank_statement as s')
    .leftJoin('user as u', 'u.id', 's.importedByUserId')
    .select(['s.fileName', 'u.id', 'u.name', 'u.memberId'])
    .where('s.id', '=', statementId)
    .executeTakeFirstOrThrow();
  if (id === null || name === null) return systemActor(fileName);
  return { ...systemActor(name), kind: 'staff', userId: id, memberId };
}

/** Handbook §3.2 row 38: debit the clearing account, credit what nobody is known for yet. Answers the entry's id. */
export async function postUnidentified(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  settings: Settings,
  line: BankLine,
  because: string,
): Promise<number> {
  const entry = await postJournalEntry(trx, platform, actor, {
    seriesCode: 'JV',
    kind: 'bank',
    narration: narrationOf(line, 'not identified'),
    postings: [
      { accountCode: settings['accounts.upi'], side: 'debit', amount: line.credit },
      { accountCode: settings['accounts.unidentified'], side: 'credit', amount: line.credit },
    ],
    audit: {
      action: 'bank-line.unidentified',
      newValues: { bankLineId: line.id, amount: formatMoney(line.credit), because },
    },
    event: null,
  });
  return entry.id;
}

const LONGEST = 400;

export function narrationOf({ bookedOn, accountCode, description }: BankLine, became: string): string {
  const text = `Credit of ${bookedOn} on account ${accountCode}, ${became}: ${description}`;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`;
}
