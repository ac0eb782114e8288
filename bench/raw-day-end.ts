// The comparator of a day's end: set-based SQL that writes the same rows for a range of accounts, one transaction with one
// FULL commit, on the settings and tables of the program. It is as simple as the society of the bench allows: one rate,
// one kind of account, no claim that is looked for, no failure that is kept. Only the hash of an entry is no digest: a
// chain cannot be made by sets, so random text of the same length stands there, which costs the comparator less.

import { DatabaseSync } from 'node:sqlite';

export class RawDayEnd {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
      PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -16000;
      PRAGMA journal_size_limit = 67108864;
      CREATE TEMP TABLE earned (
        place INTEGER PRIMARY KEY, depositId INTEGER UNIQUE, memberId INTEGER, interest INTEGER, after INTEGER, hash TEXT
      );
      CREATE TEMP TABLE newest (entryId INTEGER, number INTEGER, head TEXT);
    `);
  }

  /** Accounts after the one id, up to the other. */
  credit(after: number, upTo: number, day: string, now: number): void {
    this.#database.exec(`
      BEGIN IMMEDIATE;
      DELETE FROM newest;
      DELETE FROM earned;
      INSERT OR IGNORE INTO voucher_series (code, financialYear, nextNumber, chainHead)
        VALUES ('DE', '2026-27', 1, '${'0'.repeat(64)}');
      INSERT INTO newest SELECT (SELECT MAX(id) FROM journal_entry), nextNumber, chainHead
        FROM voucher_series WHERE code = 'DE' AND financialYear = '2026-27';
      INSERT INTO earned (place, depositId, memberId, interest, after, hash)
        SELECT ROW_NUMBER() OVER (ORDER BY id), id, memberId, interest, 0, lower(hex(randomblob(32)))
          FROM (SELECT d.id, d.memberId,
                       (2 * 4 * SUM(CASE p.side WHEN 'credit' THEN p.amount ELSE -p.amount END
                                    * CAST(julianday('${day}') - julianday(e.valueOn) + 1 AS INTEGER)) + 36500)
                       / (2 * 36500) AS interest
                  FROM deposit d
                  JOIN posting p ON p.subLedger = 'deposit' AND p.subLedgerId = d.id
                  JOIN journal_entry e ON e.id = p.entryId AND e.valueOn <= '${day}'
                 WHERE d.id > ${after} AND d.id <= ${upTo} AND d.status <> 'closed' AND d.openedOn <= '${day}'
                 GROUP BY d.id)
         WHERE interest > 0;
      UPDATE balance SET amount = amount + earned.interest, version = version + 1
        FROM earned WHERE subLedger = 'deposit' AND subLedgerId = earned.depositId;
      UPDATE earned SET after = balance.amount FROM balance
        WHERE subLedger = 'deposit' AND subLedgerId = earned.depositId;
      INSERT INTO journal_entry (id, seriesCode, financialYear, number, kind, postedOn, valueOn, narration, total, memberId,
          makerUserId, recordedAt, previousHash, hash)
        SELECT newest.entryId + place, 'DE', '2026-27', newest.number + place - 1, 'interest', '${day}', '${day}',
               'Interest from 2026-11-01 to ${day}', interest, memberId, 0, ${now},
               LAG(hash, 1, newest.head) OVER (ORDER BY place), hash
          FROM earned, newest ORDER BY place;
      INSERT INTO posting (entryId, line, accountCode, side, amount, subLedger, subLedgerId, balanceAfter, postedOn)
        SELECT newest.entryId + place, line, iif(line = 1, '5101', '2101'), iif(line = 1, 'debit', 'credit'), interest,
               iif(line = 1, NULL, 'deposit'), iif(line = 1, NULL, depositId), iif(line = 1, NULL, after), '${day}'
          FROM earned, newest, (SELECT 1 AS line UNION ALL SELECT 2) ORDER BY place, line;
      INSERT INTO interest_credit (depositId, periodFrom, periodTo, interest, entryId, knewEntryId)
        SELECT depositId, '2026-11-01', '${day}', interest, newest.entryId + place, newest.entryId FROM earned, newest
         ORDER BY place;
      INSERT INTO audit (recordedAt, userKind, userName, action, subjectKind, subjectId, newValues, address, agent,
          requestId)
        SELECT ${now}, 'system', 'Kafal', 'savings.interest-credited', 'deposit', CAST(depositId AS TEXT),
               printf('{"entryId":%d,"number":"DE/2026-27/%05d","total":%d,"from":"2026-11-01","to":"${day}"}',
                      newest.entryId + place, newest.number + place - 1, interest), '', '', ''
          FROM earned, newest ORDER BY place;
      INSERT INTO outbox (name, audience, memberId, payload, recordedAt)
        SELECT 'interest.credited', 'both', memberId,
               printf('{"depositId":%d,"entryId":%d}', depositId, newest.entryId + place), ${now}
          FROM earned, newest ORDER BY place;
      UPDATE voucher_series
         SET nextNumber = nextNumber + (SELECT COUNT(*) FROM earned),
             chainHead = COALESCE((SELECT hash FROM earned ORDER BY place DESC LIMIT 1), chainHead)
       WHERE code = 'DE' AND financialYear = '2026-27';
      COMMIT;
    `);
  }

  close(): void {
    this.#database.close();
  }
}
