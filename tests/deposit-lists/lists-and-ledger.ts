// The lists of a tax year beside the ledger: what they say and what the postings say, added up here by itself, must be the
// same to the last paisa. The lists are asked for as the screens ask, page by page.

import type { Platform } from '../../apps/server/src/platform/platform.ts';

export interface Asked {
  readonly platform: Pick<Platform, 'dialect' | 'database'>;
  /** As a manager. */
  readonly get: (path: string) => Promise<unknown>;
  readonly year?: string;
}

export interface Compared {
  readonly failures: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

interface TaxRow {
  readonly memberId: string;
  readonly memberName: string;
  readonly accounts: readonly { readonly interest: string; readonly tax: string; readonly accrued: string }[];
  readonly interest: string;
  readonly tax: string;
  readonly accrued: string;
}
interface TaxList {
  readonly items: readonly TaxRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly from: string;
  readonly to: string;
  readonly totals: { readonly interest: string; readonly tax: string; readonly accrued: string };
}
interface PayableMonths {
  readonly to: string;
  readonly months: readonly (Record<'opening' | 'onInterest' | 'other' | 'paidOver' | 'closing', string> & {
    readonly from: string;
    readonly to: string;
  })[];
}
type Instalments = { readonly paid: number; readonly count: number } | null;
interface DepositRow {
  readonly accountNumber: string;
  readonly status: string;
  readonly balance: string;
  readonly term: {
    readonly maturesOn: string;
    readonly maturityValue: string;
    readonly end: { readonly on: string; readonly value: string } | null;
    readonly instalments: Instalments;
  } | null;
}

const INTEREST = "'5101', '5102', '5103', '2201'";
const CONTROLS = { fixed: "'2111', '2112'", recurring: "'2121'" } as const;
const PARTS = [
  'year',
  ...['q1', 'q2', 'q3', 'q4'],
  ...['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'],
];

interface Closing {
  readonly entryId: number;
  readonly kind: string;
  readonly postedOn: string;
  readonly principal: number;
}
/** The entry that emptied the account and was not taken back. */
const CLOSING = `
  SELECT e.id AS entryId, e.kind, e.postedOn, p.amount AS principal
    FROM journal_entry e JOIN posting p ON p.entryId = e.id JOIN deposit d ON d.id = p.subLedgerId
   WHERE e.kind IN ('maturity', 'withdrawal', 'transfer') AND p.side = 'debit' AND p.subLedger = 'deposit' AND d.number = ?
     AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reversesEntryId = e.id)`;

/** Whole paise. */
const paise = (text: string) => Number(text.replace('.', ''));
const total = (texts: readonly string[]) => texts.reduce((sum, text) => sum + paise(text), 0);

export async function compareWithLedger({ platform, get, year }: Asked): Promise<Compared> {
  const failures: string[] = [];
  const counts = {
    members: 0,
    'sums compared': 0,
    certificates: 0,
    maturities: 0,
    'moved by a holiday': 0,
    'with instalments missed': 0,
    'closed before the end': 0,
    'tax in paise': 0,
  };
  const same = (what: string, said: number, posted: number) => {
    counts['sums compared'] += 1;
    if (said !== posted) failures.push(`${what}: the list says ${said} paise, the ledger ${posted}`);
  };
  // What comes in is less than what goes out by this, on these accounts in these days.
  const excess = async (accounts: string, side: 'debit' | 'credit', more: string, days: readonly string[]) => {
    const [row] = await platform.dialect.all<{ amount: number }>(
      platform.database,
      `SELECT COALESCE(SUM(CASE p.side WHEN '${side}' THEN p.amount ELSE -p.amount END), 0) AS amount
         FROM posting p WHERE p.accountCode IN (${accounts}) ${more}`,
      [...days],
    );
    return Number(row?.amount ?? 0);
  };
  const inDays = 'AND p.postedOn >= ? AND p.postedOn <= ?';
  const withInterest = `AND EXISTS (SELECT 1 FROM posting i WHERE i.entryId = p.entryId AND i.accountCode IN (${INTEREST}))`;
  const ofYear = year === undefined ? '' : `&year=${encodeURIComponent(year)}`;

  const wholeList = async (part: string): Promise<TaxList> => {
    const pages: TaxList[] = [];
    for (let cursor = ''; ; ) {
      const page = (await get(`/api/interest-tax?limit=100&total=true&part=${part}${ofYear}${cursor}`)) as TaxList;
      pages.push(page);
      if (page.nextCursor === null) return { ...page, items: pages.flatMap(({ items }) => items) };
      cursor = `&cursor=${page.nextCursor}`;
    }
  };

  const taxOfMonth: number[] = [];
  for (const part of PARTS) {
    const list = await wholeList(part);
    const days = [list.from, list.to];
    const posted = {
      interest: await excess(INTEREST, 'debit', inDays, days),
      tax: await excess("'2211'", 'credit', `${inDays} ${withInterest}`, days),
      accrued: await excess("'2201'", 'credit', 'AND p.postedOn <= ?', [list.to]),
    };
    for (const figure of ['interest', 'tax', 'accrued'] as const) {
      same(`${figure} of ${part}, its rows`, total(list.items.map((row) => row[figure])), posted[figure]);
      same(`${figure} of ${part}, its sum`, paise(list.totals[figure]), posted[figure]);
      for (const row of list.items) {
        same(
          `${figure} of ${row.memberName} in ${part}`,
          total(row.accounts.map((each) => each[figure])),
          paise(row[figure]),
        );
      }
    }
    same(`rows of ${part}`, list.items.length, list.total);
    if (part.startsWith('m')) taxOfMonth.push(posted.tax);
    if (part !== 'year') continue;
    counts.members = list.items.length;
    counts['tax in paise'] = posted.tax;
    await compareCertificates(list);
  }
  await compareMonths();
  await compareMaturities();
  return { failures, counts };

  /** What each member's certificates say, and all of them together. */
  async function compareCertificates({ from, items }: TaxList): Promise<void> {
    const sums = { interest: 0, tax: 0, accrued: 0 };
    for (const row of items) {
      const told = (await get(`/api/members/${row.memberId}/interest?on=${from}`)) as TaxRow;
      counts.certificates += 1;
      for (const figure of ['interest', 'tax', 'accrued'] as const) {
        same(`${figure} on the certificate of ${row.memberName}`, paise(told[figure]), paise(row[figure]));
        sums[figure] += paise(told[figure]);
      }
    }
    for (const figure of ['interest', 'tax', 'accrued'] as const) {
      same(`${figure} of all certificates`, sums[figure], total(items.map((row) => row[figure])));
    }
  }

  async function compareMonths(): Promise<void> {
    const told = (await get(`/api/tax-payable?${ofYear.slice(1)}`)) as PayableMonths;
    for (const [place, month] of told.months.entries()) {
      same(`tax withheld in the month from ${month.from}`, paise(month.onInterest), taxOfMonth[place] ?? 0);
      const owed = await excess("'2211'", 'credit', 'AND p.postedOn <= ?', [month.to]);
      same(`owed to the tax office on ${month.to}`, paise(month.closing), owed);
      const moved = paise(month.onInterest) + paise(month.other) - paise(month.paidOver);
      same(`the month from ${month.from} by itself`, paise(month.opening) + moved, paise(month.closing));
    }
  }

  async function compareMaturities(): Promise<void> {
    const { from, to } = (await get(`/api/tax-payable?${ofYear.slice(1)}`)) as PayableMonths & { from: string };
    for (const kind of ['fixed', 'recurring'] as const) {
      const all = await depositsOf(`kind=${kind}`);
      same(
        `balances of the kind ${kind}`,
        total(all.map(({ balance }) => balance)),
        await excess(CONTROLS[kind], 'credit', '', []),
      );
      const maturing = await depositsOf(`kind=${kind}&maturesFrom=${from}&maturesTo=${to}&sort=maturesOn`);
      for (const deposit of maturing) await compareEnd(kind, deposit);
      const [posted] = await platform.dialect.all<{ count: number }>(
        platform.database,
        `SELECT COUNT(*) AS count FROM term_maturity m JOIN deposit d ON d.id = m.depositId
          WHERE d.kind = '${kind}' AND m.maturedOn >= ? AND m.maturedOn <= ?`,
        [from, to],
      );
      const gone = maturing.filter(({ status }) => status === 'closed').length;
      if (gone < Number(posted?.count ?? 0)) failures.push(`${kind}: ${posted?.count} matured, the list has ${gone}`);
    }
  }

  /**
   * What it was carried out with: the principal that the entry takes from it, and the interest that comes with the entry. So
   * also where instalments were missed: the list says what those that were paid have earned by their days. What was closed
   * before its end has no end, and no entry of a maturity.
   */
  async function compareEnd(kind: keyof typeof CONTROLS, { accountNumber, status, term }: DepositRow): Promise<void> {
    if (status !== 'closed' || term === null) return;
    const [closing] = await platform.dialect.all<Closing>(platform.database, CLOSING, [accountNumber]);
    if (term.end === null) {
      counts['closed before the end'] += 1;
      if (closing !== undefined && (closing.kind === 'maturity' || closing.postedOn >= term.maturesOn)) {
        failures.push(`${accountNumber} was closed on ${closing.postedOn} and has no end in the list`);
      }
      return;
    }
    if (closing === undefined) {
      failures.push(`${accountNumber}: the list says its end, and the ledger knows none`);
      return;
    }
    counts.maturities += 1;
    if (term.end.on > term.maturesOn) counts['moved by a holiday'] += 1;
    if (kind === 'recurring' && term.instalments?.paid !== term.instalments?.count)
      counts['with instalments missed'] += 1;
    if (closing.postedOn !== term.end.on) {
      failures.push(`${accountNumber}: it ends on ${term.end.on} by the list, on ${closing.postedOn} by the ledger`);
    }
    const given = await excess(INTEREST, 'debit', 'AND p.entryId = ?', [String(closing.entryId)]);
    const what = `what ${accountNumber}, a ${kind} deposit, comes to at its end`;
    same(what, paise(term.end.value), closing.principal + given);
  }

  async function depositsOf(filter: string): Promise<DepositRow[]> {
    const rows: DepositRow[] = [];
    for (let cursor = ''; ; ) {
      const page = (await get(`/api/deposits?limit=200&${filter}${cursor}`)) as {
        items: DepositRow[];
        nextCursor: string | null;
      };
      rows.push(...page.items);
      if (page.nextCursor === null) return rows;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  }
}
