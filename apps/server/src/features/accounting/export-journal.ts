// The whole journal as text, one entry to a line, in the order of series, year and number. It holds no database id and
// no instant of recording, so the same business gives the same bytes on every database.

import type { Reader } from '../../platform/database/dialect.ts';
import { printedNumber } from './entry-draft.ts';
import { findPostings } from './entry-rows.ts';

const ENTRIES_AT_ONCE = 500;

export async function* exportJournal(database: Reader): AsyncGenerator<string> {
  let after: { seriesCode: string; financialYear: string; number: number } | undefined;
  for (;;) {
    const entries = await entriesAfter(database, after);
    const postings = Map.groupBy(
      await findPostings(
        database,
        entries.map(({ id }) => id),
      ),
      ({ entryId }) => entryId,
    );
    for (const entry of entries) {
      const { id, reversesSeries, reversesYear, reversesNumber, seriesCode, financialYear, number, ...rest } = entry;
      const isReversal = reversesSeries !== null && reversesYear !== null && reversesNumber !== null;
      const line = {
        number: printedNumber(entry),
        ...rest,
        reverses: isReversal
          ? printedNumber({ seriesCode: reversesSeries, financialYear: reversesYear, number: reversesNumber })
          : null,
        postings: (postings.get(id) ?? []).map((posting) => ({
          accountCode: posting.accountCode,
          side: posting.side,
          amount: posting.amount,
          subLedger: posting.subLedger,
          subLedgerNumber: posting.subLedgerNumber,
          balanceAfter: posting.balanceAfter,
          memo: posting.memo,
        })),
      };
      yield `${JSON.stringify(line)}\n`;
    }
    after = entries.at(-1);
    if (entries.length < ENTRIES_AT_ONCE) return;
  }
}

function entriesAfter(
  database: Reader,
  after: { seriesCode: string; financialYear: string; number: number } | undefined,
) {
  return database
    .selectFrom('journal_entry as entry')
    .leftJoin('member', 'member.id', 'entry.memberId')
    .leftJoin('till', 'till.id', 'entry.tillId')
    .leftJoin('user as maker', 'maker.id', 'entry.makerUserId')
    .leftJoin('user as checker', 'checker.id', 'entry.checkerUserId')
    .leftJoin('journal_entry as reversed', 'reversed.id', 'entry.reversesEntryId')
    .select([
      'entry.id',
      'entry.seriesCode',
      'entry.financialYear',
      'entry.number',
      'entry.kind',
      'entry.postedOn',
      'entry.valueOn',
      'entry.narration',
      'entry.total',
      'entry.mode',
      'member.number as member',
      'till.code as till',
      'maker.name as maker',
      'checker.name as checker',
      'reversed.seriesCode as reversesSeries',
      'reversed.financialYear as reversesYear',
      'reversed.number as reversesNumber',
      'entry.previousHash',
      'entry.hash',
    ])
    .$if(after !== undefined, (select) =>
      select.where((where) =>
        where.or([
          where('entry.seriesCode', '>', after?.seriesCode ?? ''),
          where.and([
            where('entry.seriesCode', '=', after?.seriesCode ?? ''),
            where('entry.financialYear', '>', after?.financialYear ?? ''),
          ]),
          where.and([
            where('entry.seriesCode', '=', after?.seriesCode ?? ''),
            where('entry.financialYear', '=', after?.financialYear ?? ''),
            where('entry.number', '>', after?.number ?? 0),
          ]),
        ]),
      ),
    )
    .orderBy('entry.seriesCode')
    .orderBy('entry.financialYear')
    .orderBy('entry.number')
    .limit(ENTRIES_AT_ONCE)
    .execute();
}
