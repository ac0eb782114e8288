// Proves the books from the outside: sums in SQL inside one read snapshot, chains by a walker of its own. It imports
// nothing of the program it looks at, so a mistake there cannot hide itself here. It only reads.
//
//   node scripts/verify-books.ts [--database FILE | --mysql URL] [--json]
//
// Without either it reads what the server would: MySQL or MariaDB when DB_HOST is set, otherwise the embedded database
// in DATA_DIR. Exit code 0: the books agree. 1: they do not, and the first bad row of each check is named. 2: they
// could not be read.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';

type Value = string | number | null;
type BookRow = Record<string, Value>;

/** One snapshot of the books: whatever is posted meanwhile is not seen. */
interface Books {
  /** The first row of an answer, or nothing. */
  first(sql: string): Promise<BookRow | undefined>;
  /** Every row of an answer, one at a time. */
  rows(sql: string): AsyncIterable<BookRow> | Iterable<BookRow>;
  close(): Promise<void>;
}

interface Check {
  readonly name: string;
  /** A sentence about the first bad row, or how many were looked at. */
  readonly run: (books: Books) => Promise<{ readonly bad?: string; readonly looked?: number }>;
}

export interface Verified {
  readonly name: string;
  readonly ok: boolean;
  readonly looked?: number;
  readonly bad?: string;
}

// ---- the checks ----------------------------------------------------------------------------------------------------

const SIGNED = "CASE WHEN (p.side = 'debit') = (a.type IN ('asset', 'expense')) THEN p.amount ELSE -p.amount END";
const ENTRY_NUMBER = 'e.seriesCode, e.financialYear, e.number';

const checks: readonly Check[] = [
  {
    name: 'every entry balances',
    run: async (books) =>
      firstBad(
        books,
        `SELECT ${ENTRY_NUMBER}, e.total, e.postedOn, p.debit, p.credit, p.postings, p.lowest, p.highest, p.firstOn, p.lastOn
           FROM journal_entry e
           LEFT JOIN (SELECT entryId, SUM(CASE WHEN side = 'debit' THEN amount ELSE 0 END) AS debit,
                             SUM(CASE WHEN side = 'credit' THEN amount ELSE 0 END) AS credit, COUNT(*) AS postings,
                             MIN(line) AS lowest, MAX(line) AS highest, MIN(amount) AS least,
                             MIN(postedOn) AS firstOn, MAX(postedOn) AS lastOn
                        FROM posting GROUP BY entryId) p ON p.entryId = e.id
          WHERE p.entryId IS NULL OR p.debit <> p.credit OR p.debit <> e.total OR p.postings < 2 OR p.least <= 0
             OR p.lowest <> 1 OR p.highest <> p.postings OR p.firstOn <> e.postedOn OR p.lastOn <> e.postedOn
          ORDER BY ${ENTRY_NUMBER} LIMIT 1`,
        (row) =>
          `entry ${printed(row)} of ${amount(row.total)} on ${row.postedOn} has debits ${amount(row.debit)}, credits ` +
          `${amount(row.credit)} in ${row.postings ?? 0} postings (lines ${row.lowest} to ${row.highest}) on ${row.firstOn} to ${row.lastOn}`,
        'SELECT COUNT(*) AS n FROM journal_entry',
      ),
  },
  {
    name: 'every posting belongs to an entry and an account',
    run: async (books) =>
      firstBad(
        books,
        `SELECT p.id, p.accountCode, p.entryId FROM posting p
           LEFT JOIN journal_entry e ON e.id = p.entryId LEFT JOIN account a ON a.code = p.accountCode
          WHERE e.id IS NULL OR a.code IS NULL OR p.side NOT IN ('debit', 'credit') ORDER BY p.id LIMIT 1`,
        (row) => `posting ${row.id} on account ${row.accountCode} belongs to entry ${row.entryId}`,
        'SELECT COUNT(*) AS n FROM posting',
      ),
  },
  {
    name: 'every posting on an account with a sub-ledger names it',
    run: async (books) =>
      firstBad(
        books,
        `SELECT p.id, p.accountCode, p.subLedger, p.subLedgerId, a.subLedger AS wanted FROM posting p
           JOIN account a ON a.code = p.accountCode
          WHERE COALESCE(p.subLedger, '') <> COALESCE(a.subLedger, '')
             OR (p.subLedger IS NULL) <> (p.subLedgerId IS NULL) OR (p.subLedger IS NULL) <> (p.balanceAfter IS NULL)
          ORDER BY p.id LIMIT 1`,
        (row) =>
          `posting ${row.id} on account ${row.accountCode} names ${row.subLedger} ${row.subLedgerId}, the account ${row.wanted}`,
      ),
  },
  {
    name: 'every sub-ledger has a balance',
    run: async (books) =>
      firstBad(
        books,
        `SELECT p.id, p.subLedger, p.subLedgerId, p.accountCode FROM posting p
           LEFT JOIN balance b ON b.subLedger = p.subLedger AND b.subLedgerId = p.subLedgerId AND b.accountCode = p.accountCode
          WHERE p.subLedger IS NOT NULL AND b.subLedger IS NULL ORDER BY p.id LIMIT 1`,
        (row) => `posting ${row.id}: ${row.subLedger} ${row.subLedgerId} has no balance on account ${row.accountCode}`,
      ),
  },
  {
    name: 'every deposit, share holding, till, agent, sanctioned loan and the vault has a balance',
    run: async (books) =>
      firstBad(
        books,
        `SELECT s.kind, s.number FROM (SELECT 'deposit' AS kind, id, number FROM deposit
            UNION ALL SELECT 'share' AS kind, id, folio AS number FROM share_holding
            UNION ALL SELECT 'till' AS kind, id, code AS number FROM till
            UNION ALL SELECT 'agent' AS kind, id, number FROM agent
            UNION ALL SELECT 'loan' AS kind, id, number FROM loan WHERE sanctionedOn IS NOT NULL
            UNION ALL SELECT 'vault' AS kind, 1 AS id, '1' AS number FROM (SELECT businessDate FROM business_day ORDER BY businessDate LIMIT 1) d) s
           LEFT JOIN balance b ON b.subLedger = s.kind AND b.subLedgerId = s.id
          WHERE b.subLedger IS NULL ORDER BY s.kind, s.number LIMIT 1`,
        (row) => `${row.kind} ${row.number} has no balance`,
      ),
  },
  {
    name: 'every balance is the sum of its postings',
    run: async (books) =>
      firstBad(
        books,
        `SELECT b.subLedger, b.subLedgerId, b.accountCode, b.amount, COALESCE(s.total, 0) AS total
           FROM balance b
           LEFT JOIN (SELECT p.subLedger, p.subLedgerId, p.accountCode, SUM(${SIGNED}) AS total
                        FROM posting p JOIN account a ON a.code = p.accountCode WHERE p.subLedger IS NOT NULL
                       GROUP BY p.subLedger, p.subLedgerId, p.accountCode) s
             ON s.subLedger = b.subLedger AND s.subLedgerId = b.subLedgerId AND s.accountCode = b.accountCode
          WHERE b.amount <> COALESCE(s.total, 0) OR b.amount < 0 OR b.floor < 0 OR b.hold < 0
          ORDER BY b.subLedger, b.subLedgerId LIMIT 1`,
        (row) =>
          `the balance of ${row.subLedger} ${row.subLedgerId} on ${row.accountCode} is ${amount(row.amount)}, its postings ` +
          `add up to ${amount(row.total)}`,
        'SELECT COUNT(*) AS n FROM balance',
      ),
  },
  {
    name: 'the balance after every posting is right',
    run: async (books) =>
      firstBad(
        books,
        `SELECT t.id, t.subLedger, t.subLedgerId, t.balanceAfter, t.running FROM (
            SELECT p.id, p.subLedger, p.subLedgerId, p.balanceAfter,
                   SUM(${SIGNED}) OVER (PARTITION BY p.subLedger, p.subLedgerId ORDER BY p.id ROWS UNBOUNDED PRECEDING) AS running
              FROM posting p JOIN account a ON a.code = p.accountCode WHERE p.subLedger IS NOT NULL) t
          WHERE t.balanceAfter <> t.running ORDER BY t.id LIMIT 1`,
        (row) =>
          `posting ${row.id} leaves ${row.subLedger} ${row.subLedgerId} at ${amount(row.running)} and says ${amount(row.balanceAfter)}`,
      ),
  },
  {
    name: 'every control account is the sum of its sub-ledger',
    run: async (books) =>
      firstBad(
        books,
        `SELECT a.code, COALESCE(p.total, 0) AS inBooks, COALESCE(b.total, 0) AS inSubLedger FROM account a
           LEFT JOIN (SELECT p.accountCode, SUM(${SIGNED}) AS total FROM posting p
                        JOIN account a ON a.code = p.accountCode GROUP BY p.accountCode) p ON p.accountCode = a.code
           LEFT JOIN (SELECT accountCode, SUM(amount) AS total FROM balance GROUP BY accountCode) b ON b.accountCode = a.code
          WHERE a.subLedger IS NOT NULL AND COALESCE(p.total, 0) <> COALESCE(b.total, 0) ORDER BY a.code LIMIT 1`,
        (row) =>
          `account ${row.code} stands at ${amount(row.inBooks)}, its sub-ledger adds up to ${amount(row.inSubLedger)}`,
        'SELECT COUNT(*) AS n FROM account WHERE subLedger IS NOT NULL',
      ),
  },
  {
    name: 'no series has a gap',
    run: async (books) =>
      firstBad(
        books,
        `SELECT s.code, s.financialYear, s.nextNumber, COALESCE(e.entries, 0) AS entries, e.lowest, e.highest
           FROM voucher_series s
           LEFT JOIN (SELECT seriesCode, financialYear, COUNT(*) AS entries, MIN(number) AS lowest, MAX(number) AS highest
                        FROM journal_entry GROUP BY seriesCode, financialYear) e
             ON e.seriesCode = s.code AND e.financialYear = s.financialYear
          WHERE s.nextNumber <> COALESCE(e.entries, 0) + 1 OR COALESCE(e.lowest, 1) <> 1
             OR COALESCE(e.highest, 0) <> COALESCE(e.entries, 0)
          ORDER BY s.code, s.financialYear LIMIT 1`,
        (row) =>
          `series ${row.code} of ${row.financialYear} goes on with ${row.nextNumber} but holds ${row.entries} entries, ` +
          `${row.lowest} to ${row.highest}`,
        'SELECT COUNT(*) AS n FROM voucher_series',
      ),
  },
  { name: 'every chain is whole', run: walkChains },
  {
    name: 'every reversal mirrors its entry',
    run: async (books) =>
      firstBad(
        books,
        `SELECT ${ENTRY_NUMBER} FROM journal_entry e
           LEFT JOIN journal_entry o ON o.id = e.reversesEntryId
          WHERE (e.kind = 'reversal') <> (e.reversesEntryId IS NOT NULL)
             OR (e.reversesEntryId IS NOT NULL AND (o.id IS NULL OR o.reversesEntryId IS NOT NULL OR o.total <> e.total
                 OR COALESCE(o.memberId, 0) <> COALESCE(e.memberId, 0)
                 OR (SELECT COUNT(*) FROM posting p WHERE p.entryId = e.id) <> (SELECT COUNT(*) FROM posting p WHERE p.entryId = o.id)
                 OR EXISTS (SELECT 1 FROM posting p LEFT JOIN posting q ON q.entryId = o.id AND q.line = p.line
                     AND q.accountCode = p.accountCode AND q.amount = p.amount AND q.side <> p.side
                     AND COALESCE(q.subLedger, '') = COALESCE(p.subLedger, '') AND COALESCE(q.subLedgerId, 0) = COALESCE(p.subLedgerId, 0)
                   WHERE p.entryId = e.id AND q.id IS NULL)))
          ORDER BY ${ENTRY_NUMBER} LIMIT 1`,
        (row) => `entry ${printed(row)} is not the mirror of the entry it reverses`,
        'SELECT COUNT(*) AS n FROM journal_entry WHERE reversesEntryId IS NOT NULL',
      ),
  },
  {
    // A voucher or an opening balance may touch 2201 too; what the deposits brought there must have its lines by account.
    name: 'interest accrued in the books is that of the accounts',
    run: async (books) =>
      firstBad(
        books,
        `SELECT ${ENTRY_NUMBER}, COALESCE(p.amount, 0) AS posted, COALESCE(a.amount, 0) AS ofAccounts FROM journal_entry e
           LEFT JOIN (SELECT entryId, SUM(CASE side WHEN 'credit' THEN amount ELSE -amount END) AS amount
                        FROM posting WHERE accountCode = '2201' GROUP BY entryId) p ON p.entryId = e.id
           LEFT JOIN (SELECT l.entryId, SUM(l.amount) AS amount FROM (
                        SELECT entryId, amount FROM interest_accrual WHERE entryId IS NOT NULL
                         UNION ALL
                        SELECT r.entryId, i.amount FROM interest_accrual i JOIN accrual_run r ON r.id = i.runId
                         WHERE r.entryId IS NOT NULL) l GROUP BY l.entryId) a ON a.entryId = e.id
          WHERE COALESCE(p.amount, 0) <> COALESCE(a.amount, 0)
            AND (a.entryId IS NOT NULL OR e.kind IN ('accrual', 'interest', 'maturity', 'withdrawal', 'transfer'))
          ORDER BY ${ENTRY_NUMBER} LIMIT 1`,
        (row) => `entry ${printed(row)} moves ${amount(row.posted)} on 2201, its accounts ${amount(row.ofAccounts)}`,
        'SELECT COUNT(*) AS n FROM interest_accrual',
      ),
  },
  {
    name: 'no account has less than nothing accrued',
    run: async (books) =>
      firstBad(
        books,
        `SELECT d.number, a.amount FROM (SELECT depositId, SUM(amount) AS amount FROM interest_accrual GROUP BY depositId) a
           JOIN deposit d ON d.id = a.depositId
          WHERE a.amount < 0 OR (a.amount <> 0 AND d.status = 'closed') ORDER BY d.id LIMIT 1`,
        (row) => `on deposit ${row.number} ${amount(row.amount)} are accrued`,
      ),
  },
  {
    name: 'no line of the bank is credited without its receipt, and no receipt of the bank without its line',
    run: async (books) =>
      firstBad(
        books,
        `SELECT x.what, x.amount FROM (
           SELECT l.description AS what, l.credit AS amount FROM bank_line l LEFT JOIN receipt r ON r.id = l.receiptId
            WHERE l.status IN ('received', 'settled', 'allotted') AND (r.id IS NULL OR r.total <> l.credit)
           UNION ALL
           SELECT r.number, r.total FROM receipt r JOIN journal_entry e ON e.id = r.entryId
             LEFT JOIN journal_entry back ON back.reversesEntryId = e.id
            WHERE e.seriesCode = 'BR' AND back.id IS NULL
              AND 1 <> (SELECT COUNT(*) FROM bank_line l WHERE l.receiptId = r.id)
           UNION ALL
           SELECT l.description, l.credit FROM bank_line l WHERE l.status = 'unidentified' AND l.entryId IS NULL) x
          ORDER BY x.what LIMIT 1`,
        (row) => `"${row.what}" of ${amount(row.amount)} stands alone`,
        'SELECT COUNT(*) AS n FROM bank_line',
      ),
  },
  {
    name: 'every receipt is what its entry and its lines say',
    run: async (books) =>
      // Tax that is withheld from interest, a charge for closing early, interest that was accrued and not earned, and what is taken
      // from a loan for fee, tax, insurance, shares and an earlier loan, are in the entry and not paid out. What a line of the bank
      // brought lies on a money account, or is taken out of what nobody was known for.
      firstBad(
        books,
        `SELECT r.number, r.total, e.total AS entryTotal, l.total AS lineTotal FROM receipt r
           LEFT JOIN journal_entry e ON e.id = r.entryId
           LEFT JOIN (SELECT receiptId, SUM(amount) AS total FROM receipt_line GROUP BY receiptId) l ON l.receiptId = r.id
          WHERE e.id IS NULL OR l.receiptId IS NULL OR r.total <> l.total
             OR r.total <> e.total - (SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account a ON a.code = p.accountCode
                  WHERE p.entryId = e.id AND r.direction = 'out' AND p.side = 'credit'
                   AND (a.code IN ('2211', '4202') OR a.type = 'expense' 
                     OR (e.kind = 'disbursement' AND (a.type IN ('liability', 'income') OR p.subLedger = 'loan'))))
             OR r.memberId <> e.memberId OR r.issuedOn <> e.postedOn OR r.mode <> e.mode
             OR r.total <> (SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account a ON a.code = p.accountCode
                  WHERE p.entryId = e.id
                   AND (a.type = 'asset' OR (e.seriesCode = 'BR' AND a.type = 'liability' AND p.side = 'debit'))
                   AND NOT (e.kind = 'disbursement' AND p.subLedger IS NOT NULL AND p.subLedger = 'loan') AND p.side = CASE WHEN r.direction = 'in' THEN 'debit' ELSE 'credit' END)
             OR (r.mode = 'cash' AND NOT EXISTS (SELECT 1 FROM posting p WHERE p.entryId = e.id AND p.subLedger IN ('till', 'agent')
                  AND p.amount = r.total AND p.side = CASE WHEN r.direction = 'in' THEN 'debit' ELSE 'credit' END))
          ORDER BY r.id LIMIT 1`,
        (row) =>
          `receipt ${row.number} of ${amount(row.total)}: its entry says ${amount(row.entryTotal)}, its lines ${amount(row.lineTotal)}`,
        'SELECT COUNT(*) AS n FROM receipt',
      ),
  },
  {
    name: 'the cash with every agent is what was collected and not handed over',
    run: async (books) =>
      firstBad(
        books,
        `SELECT a.number, b.amount, COALESCE(c.total, 0) - COALESCE(h.total, 0) AS held FROM agent a
           JOIN balance b ON b.subLedger = 'agent' AND b.subLedgerId = a.id
           LEFT JOIN (SELECT agentId, SUM(amount) AS total FROM collection WHERE reversedByEntryId IS NULL GROUP BY agentId) c
             ON c.agentId = a.id
           LEFT JOIN (SELECT agentId, SUM(CASE WHEN counted < expected THEN counted ELSE expected END) AS total
                        FROM collection_handover WHERE reversedByEntryId IS NULL GROUP BY agentId) h ON h.agentId = a.id
          WHERE b.amount <> COALESCE(c.total, 0) - COALESCE(h.total, 0) ORDER BY a.id LIMIT 1`,
        (row) => `agent ${row.number} has ${amount(row.amount)}, collected and not handed over are ${amount(row.held)}`,
        'SELECT COUNT(*) AS n FROM agent',
      ),
  },
  {
    name: 'every collection is what its receipt says, on the account and with the agent',
    run: async (books) =>
      firstBad(
        books,
        `SELECT c.id, c.amount, r.total FROM collection c JOIN receipt r ON r.id = c.receiptId
          WHERE r.entryId <> c.entryId OR r.total <> c.amount OR r.memberId <> c.memberId
             OR NOT EXISTS (SELECT 1 FROM posting p WHERE p.entryId = c.entryId AND p.subLedger = 'deposit'
                  AND p.subLedgerId = c.depositId AND p.side = 'credit' AND p.amount = c.amount)
             OR NOT EXISTS (SELECT 1 FROM posting p WHERE p.entryId = c.entryId AND p.subLedger = 'agent'
                  AND p.subLedgerId = c.agentId AND p.side = 'debit' AND p.amount = c.amount)
             OR (c.reversedByEntryId IS NULL) <> (NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reversesEntryId = c.entryId))
          ORDER BY c.id LIMIT 1`,
        (row) => `collection ${row.id} of ${amount(row.amount)}: its receipt says ${amount(row.total)}`,
        'SELECT COUNT(*) AS n FROM collection',
      ),
  },
  {
    name: 'every receipt carries the number of its entry',
    run: async (books) => {
      let looked = 0;
      let bad: string | undefined;
      const rows = books.rows(
        `SELECT r.number AS receipt, ${ENTRY_NUMBER} FROM receipt r JOIN journal_entry e ON e.id = r.entryId ORDER BY r.id`,
      );
      for await (const row of rows) {
        looked += 1;
        if (row.receipt !== printed(row)) bad ??= `receipt ${row.receipt} stands for entry ${printed(row)}`;
      }
      return bad === undefined ? { looked } : { bad };
    },
  },
  {
    name: 'what is held back on every deposit is the sum of the holds and liens in force',
    run: async (books) =>
      firstBad(
        books,
        `SELECT d.number, b.hold, COALESCE(s.held, 0) AS held FROM deposit d
           JOIN balance b ON b.subLedger = 'deposit' AND b.subLedgerId = d.id
           LEFT JOIN (SELECT depositId, SUM(amount) AS held FROM deposit_restriction WHERE status = 'active'
                       GROUP BY depositId) s ON s.depositId = d.id
          WHERE b.hold <> COALESCE(s.held, 0)
          ORDER BY d.id LIMIT 1`,
        (row) => `${row.number} keeps ${amount(row.hold)} back; its holds and liens are ${amount(row.held)}`,
        'SELECT COUNT(*) AS n FROM deposit',
      ),
  },
  {
    name: 'every share holding is the sum of its allotments at face value',
    run: async (books) =>
      firstBad(
        books,
        `SELECT h.folio, h.shares, b.amount, COALESCE(s.shares, 0) AS allotted, COALESCE(s.amount, 0) AS paid
           FROM share_holding h
           LEFT JOIN balance b ON b.subLedger = 'share' AND b.subLedgerId = h.id
           LEFT JOIN (SELECT t.holdingId, SUM(t.shares) AS shares, SUM(t.shares * t.faceValue) AS amount,
                             MAX(CASE WHEN t.amount <> t.shares * t.faceValue THEN 1 ELSE 0 END) AS isOdd
                        FROM share_allotment t LEFT JOIN journal_entry v ON v.reversesEntryId = t.entryId
                       WHERE v.id IS NULL GROUP BY t.holdingId) s ON s.holdingId = h.id
          WHERE h.shares <> COALESCE(s.shares, 0) OR b.amount IS NULL OR b.amount <> COALESCE(s.amount, 0) OR COALESCE(s.isOdd, 0) = 1
          ORDER BY h.id LIMIT 1`,
        (row) =>
          `folio ${row.folio} holds ${row.shares} shares worth ${amount(row.amount)}; its allotments are ${row.allotted} ` +
          `shares for ${amount(row.paid)}`,
        'SELECT COUNT(*) AS n FROM share_holding',
      ),
  },
  {
    name: 'the sums of closed days are those of their postings',
    run: async (books) =>
      firstBad(
        books,
        `SELECT x.businessDate, x.accountCode, SUM(x.keptDebit) AS keptDebit, SUM(x.keptCredit) AS keptCredit,
                SUM(x.debit) AS debit, SUM(x.credit) AS credit
           FROM (SELECT businessDate, accountCode, debit AS keptDebit, credit AS keptCredit, 0 AS debit, 0 AS credit FROM daily_total
                  UNION ALL
                 SELECT p.postedOn AS businessDate, p.accountCode, 0 AS keptDebit, 0 AS keptCredit,
                        SUM(CASE WHEN p.side = 'debit' THEN p.amount ELSE 0 END) AS debit,
                        SUM(CASE WHEN p.side = 'credit' THEN p.amount ELSE 0 END) AS credit
                   FROM posting p JOIN business_day d ON d.businessDate = p.postedOn WHERE d.status = 'closed'
                  GROUP BY p.postedOn, p.accountCode) x
          GROUP BY x.businessDate, x.accountCode
         HAVING SUM(x.keptDebit) <> SUM(x.debit) OR SUM(x.keptCredit) <> SUM(x.credit)
          ORDER BY x.businessDate, x.accountCode LIMIT 1`,
        (row) =>
          `account ${row.accountCode} on ${row.businessDate}: kept ${amount(row.keptDebit)} / ${amount(row.keptCredit)}, ` +
          `posted ${amount(row.debit)} / ${amount(row.credit)}`,
        "SELECT COUNT(*) AS n FROM business_day WHERE status = 'closed'",
      ),
  },
  {
    name: 'every entry stands on a business day, with a value date not after it',
    run: async (books) =>
      firstBad(
        books,
        `SELECT ${ENTRY_NUMBER}, e.postedOn, e.valueOn FROM journal_entry e
           LEFT JOIN business_day d ON d.businessDate = e.postedOn
          WHERE d.businessDate IS NULL OR e.valueOn > e.postedOn ORDER BY ${ENTRY_NUMBER} LIMIT 1`,
        (row) => `entry ${printed(row)} is posted on ${row.postedOn} with the value date ${row.valueOn}`,
      ),
  },
];

async function firstBad(books: Books, sql: string, sentence: (row: BookRow) => string, count?: string) {
  const row = await books.first(sql);
  if (row !== undefined) return { bad: sentence(row) };
  return count === undefined ? {} : { looked: Number((await books.first(count))?.n ?? 0) };
}

// ---- the walker of the chains --------------------------------------------------------------------------------------

const CHAIN_VERSION = 'kafal-chain-1';
const CHAIN_START = '0'.repeat(64);

const ENTRIES_WITH_POSTINGS = `
  SELECT e.id, e.seriesCode, e.financialYear, e.number, e.postedOn, e.valueOn, e.kind, e.narration, e.previousHash, e.hash,
         o.seriesCode AS reversesSeries, o.financialYear AS reversesYear, o.number AS reversesNumber,
         p.line, p.accountCode, p.side, p.amount, p.subLedger,
         CASE p.subLedger WHEN 'deposit' THEN d.number WHEN 'share' THEN h.folio WHEN 'share_pending' THEN m.number
              WHEN 'till' THEN t.code WHEN 'agent' THEN a.number WHEN 'loan' THEN l.number WHEN 'vault' THEN '1' END AS subLedgerNumber
    FROM journal_entry e
    LEFT JOIN posting p ON p.entryId = e.id
    LEFT JOIN journal_entry o ON o.id = e.reversesEntryId
    LEFT JOIN deposit d ON p.subLedger = 'deposit' AND d.id = p.subLedgerId
    LEFT JOIN share_holding h ON p.subLedger = 'share' AND h.id = p.subLedgerId
    LEFT JOIN member m ON p.subLedger = 'share_pending' AND m.id = p.subLedgerId
    LEFT JOIN till t ON p.subLedger = 'till' AND t.id = p.subLedgerId
    LEFT JOIN agent a ON p.subLedger = 'agent' AND a.id = p.subLedgerId
    LEFT JOIN loan l ON p.subLedger = 'loan' AND l.id = p.subLedgerId
   ORDER BY e.seriesCode, e.financialYear, e.number, p.line`;

/** Follows every series of every year from its first entry to its head. */
async function walkChains(books: Books): Promise<{ bad?: string; looked?: number }> {
  const heads = new Map<string, Value>();
  for await (const row of books.rows('SELECT code, financialYear, chainHead FROM voucher_series')) {
    heads.set(`${row.code}/${row.financialYear}`, row.chainHead ?? null);
  }

  const walked: Walk = { series: '', head: CHAIN_START, number: 0 };
  let looked = 0;
  let bad: string | undefined;
  for await (const entry of entriesOf(books.rows(ENTRIES_WITH_POSTINGS))) {
    // The rest is read to its end all the same: a connection in the middle of an answer takes no other question.
    bad ??= nextStep(walked, heads, entry);
    looked += 1;
  }
  bad ??= endOfSeries(walked, heads);
  for (const [series, head] of heads) {
    if (head !== CHAIN_START) bad ??= brokenHead(series, head, CHAIN_START);
  }
  return bad === undefined ? { looked } : { bad };
}

interface Walk {
  series: string;
  head: string;
  number: number;
}

function nextStep(walked: Walk, heads: Map<string, Value>, postings: readonly BookRow[]): string | undefined {
  const [entry = {}] = postings;
  const series = `${entry.seriesCode}/${entry.financialYear}`;
  if (series !== walked.series) {
    const bad = endOfSeries(walked, heads);
    if (bad !== undefined) return bad;
    Object.assign(walked, { series, head: CHAIN_START, number: 0 });
  }
  walked.number += 1;
  if (entry.number !== walked.number) {
    return `series ${series} has entry ${entry.number} where ${walked.number} belongs`;
  }
  if (entry.previousHash !== walked.head) {
    return `entry ${printed(entry)} does not follow the entry before it: ${entry.previousHash}, not ${walked.head}`;
  }
  const hash = createHash('sha256').update(chainLine(postings, walked.head), 'utf8').digest('hex');
  if (entry.hash !== hash) return `entry ${printed(entry)} is not what was hashed: ${entry.hash}, not ${hash}`;
  walked.head = hash;
  return undefined;
}

function endOfSeries({ series, head }: Walk, heads: Map<string, Value>): string | undefined {
  if (series === '') return undefined;
  const kept = heads.get(series);
  heads.delete(series);
  return kept === head ? undefined : brokenHead(series, kept, head);
}

const brokenHead = (series: string, kept: Value | undefined, walked: string) =>
  `the chain of series ${series} ends in ${walked}, but its head is ${kept ?? 'missing'}`;

/** The rows of one entry together. */
async function* entriesOf(rows: AsyncIterable<BookRow> | Iterable<BookRow>): AsyncGenerator<BookRow[]> {
  let entry: BookRow[] = [];
  for await (const row of rows) {
    if (entry[0] !== undefined && entry[0].id !== row.id) {
      yield entry;
      entry = [];
    }
    entry.push(row);
  }
  if (entry.length > 0) yield entry;
}

function chainLine(postings: readonly BookRow[], previousHash: string): string {
  const [entry = {}] = postings;
  return [
    CHAIN_VERSION,
    escaped(entry.seriesCode),
    escaped(entry.financialYear),
    String(entry.number),
    String(entry.postedOn),
    String(entry.valueOn),
    escaped(entry.kind),
    escaped(entry.narration),
    entry.reversesSeries == null
      ? '-'
      : `${escaped(entry.reversesSeries)}|${escaped(entry.reversesYear)}|${entry.reversesNumber}`,
    ...postings
      .filter((posting) => posting.line !== null)
      .map((posting) => {
        const subLedger =
          posting.subLedger == null ? '-|-' : `${escaped(posting.subLedger)}|${escaped(posting.subLedgerNumber)}`;
        return `${escaped(posting.accountCode)}|${posting.side}|${posting.amount}|${subLedger}`;
      }),
    previousHash,
  ].join('\t');
}

/** A backslash, tab, line feed, carriage return and bar are written as two characters; a lone hyphen means none. */
function escaped(value: Value | undefined): string {
  const text = String(value ?? '');
  if (text === '-') return '\\-';
  let line = '';
  for (const character of text) {
    if (character === '\\') line += '\\\\';
    else if (character === '\t') line += '\\t';
    else if (character === '\n') line += '\\n';
    else if (character === '\r') line += '\\r';
    else if (character === '|') line += '\\p';
    else line += character;
  }
  return line;
}

function printed(row: BookRow): string {
  return `${row.seriesCode}/${row.financialYear}/${String(row.number).padStart(5, '0')}`;
}

function amount(value: Value | undefined): string {
  if (value == null) return 'nothing';
  const minor = Number(value);
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

// ---- reading -------------------------------------------------------------------------------------------------------

function openSqlite(path: string): Books {
  if (!existsSync(path)) throw new Error(`There is no database ${path}.`);
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  database.exec('PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY; BEGIN');
  // Text, numbers and nothing else are stored in these columns; a number that is not safe makes the driver throw.
  const rows = (sql: string) => database.prepare(sql).iterate() as Iterable<BookRow>;
  return {
    first: async (sql) => {
      for (const row of rows(sql)) return row;
      return undefined;
    },
    rows,
    close: async () => database.close(),
  };
}

async function openMysql(url: URL): Promise<Books> {
  const { createConnection } = await import('mysql2');
  const connection = createConnection({
    host: url.hostname,
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    charset: 'utf8mb4_bin',
    dateStrings: true,
    supportBigNumbers: true,
    connectTimeout: 5_000,
  });
  const say = (sql: string) =>
    new Promise<void>((done, fail) => connection.query(sql, (error) => (error === null ? done() : fail(error))));
  await say('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await say('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');

  async function* rows(sql: string): AsyncGenerator<BookRow> {
    // Days come as text and whole numbers as numbers; a sum, which is only compared in SQL and printed, stays text.
    for await (const row of connection.query(sql).stream({ highWaterMark: 1_000 })) yield row as BookRow;
  }
  return {
    rows,
    first: async (sql) => {
      let first: BookRow | undefined;
      for await (const row of rows(sql)) first ??= row;
      return first;
    },
    close: () =>
      new Promise<void>((done) => {
        connection.end(() => done());
      }),
  };
}

// ---- running -------------------------------------------------------------------------------------------------------

export async function verifyBooks(books: Books, tell: (check: Verified) => void = () => {}): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const { name, run } of checks) {
    const { bad, looked } = await run(books);
    const check = {
      name,
      ok: bad === undefined,
      ...(looked === undefined ? {} : { looked }),
      ...(bad === undefined ? {} : { bad }),
    };
    verified.push(check);
    tell(check);
  }
  return verified;
}

const HELP = `Proves the books: every entry, balance, sub-ledger, series, chain, receipt and closed day.

  node scripts/verify-books.ts [--database FILE | --mysql URL] [--json]

  --database FILE   an embedded database; without it the one in DATA_DIR (./data)
  --mysql URL       mysql://user:password@host:port/database; without it DB_HOST and its companions, when set
  --json            the result as one JSON object
`;

async function openFrom(options: { database?: string | undefined; mysql?: string | undefined }): Promise<Books> {
  const { DATA_DIR, DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_NAME } = process.env;
  if (options.database !== undefined) return openSqlite(resolve(options.database));
  if (options.mysql !== undefined) return openMysql(new URL(options.mysql));
  if (DB_HOST !== undefined && DB_HOST !== '') {
    const url = new URL(
      `mysql://${DB_HOST}:${DB_PORT || '3306'}/${encodeURIComponent(DB_NAME || 'kafal_cooperative')}`,
    );
    url.username = encodeURIComponent(DB_USER || 'root');
    url.password = encodeURIComponent(DB_PASSWORD ?? '');
    return openMysql(url);
  }
  return openSqlite(join(resolve(DATA_DIR || './data'), 'kafal.db'));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      database: { type: 'string' },
      mysql: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }

  const startedAt = performance.now();
  const books = await openFrom(values);
  try {
    const verified = await verifyBooks(books, (check) => {
      if (values.json) return;
      const count = check.looked === undefined ? '' : ` (${check.looked.toLocaleString('en')})`;
      process.stdout.write(check.ok ? `ok   ${check.name}${count}\n` : `BAD  ${check.name}: ${check.bad}\n`);
    });
    const bad = verified.find(({ ok }) => !ok);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    if (values.json) {
      process.stdout.write(
        `${JSON.stringify({ ok: bad === undefined, firstBad: bad?.bad ?? null, checks: verified })}\n`,
      );
    } else if (bad === undefined) {
      process.stdout.write(`The books agree; ${verified.length} checks in ${seconds} s.\n`);
    } else {
      process.stdout.write(`The books do not agree. First: ${bad.bad}\n`);
    }
    return bad === undefined ? 0 : 1;
  } finally {
    await books.close();
  }
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const sentence = `The books could not be read: ${error instanceof Error ? error.message : String(error)}`;
    if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ ok: false, error: sentence })}\n`);
    else process.stderr.write(`${sentence}\n`);
    process.exitCode = 2;
  }
}
