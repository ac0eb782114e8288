// The comparator of a day's end of running loans: a plain loop that goes from row to row with prepared statements and writes the
// rows that the program writes, some hundred loans to a transaction with a FULL commit. It is as simple as the society of the
// bench allows: one kind of loan whose plan never changes, no lock, no loan that fails, no event of another kind. The rules of
// classes, provisions and penal charges are those of the core. Only the hash of an entry is no digest, and it goes without a copy
// of the chain's head; both cost the comparator less.

import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import {
  addDays,
  bearsPenalDay,
  type CalendarDate,
  classifyBorrower,
  daysBetween,
  daysPastDue,
  type LoanClassRule,
  loanClassBand,
  money,
  penalOfDays,
  provisionFor,
} from '@kafal/core';

const PIECE = 256;
const CLASS_RULE: LoanClassRule = 'IN-UCB-IRAC';
const PENAL_RATE = '2';

interface Loan {
  readonly id: number;
  readonly number: string;
  readonly memberId: number;
  readonly disbursedOn: CalendarDate;
}
interface Instalment {
  readonly number: number;
  readonly dueOn: CalendarDate;
  readonly principal: number;
  readonly interest: number;
  readonly penalty: number;
  readonly paidPrincipal: number;
  readonly paidInterest: number;
  readonly paidPenalty: number;
}
interface Standing {
  readonly classCode: string;
  readonly daysPastDue: number;
  readonly nonPerformingSince: CalendarDate | null;
  readonly provision: number;
  readonly providedAs: string | null;
}
const NEW_STANDING: Standing = {
  classCode: 'standard',
  daysPastDue: 0,
  nonPerformingSince: null,
  provision: 0,
  providedAs: null,
};

export function endDayOfLoans(file: string, day: CalendarDate, now: number): number {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
    PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -16000;
    PRAGMA journal_size_limit = 67108864;
  `);
  const startedAt = performance.now();
  const loop = new LoanLoop(database, day, now);
  loop.debit();
  loop.age();
  loop.accrue();
  loop.remind();
  const took = performance.now() - startedAt;
  database.close();
  return took;
}

class LoanLoop {
  readonly #day: CalendarDate;
  readonly #now: number;
  readonly #database: DatabaseSync;
  readonly #sql: ReturnType<typeof statementsOf>;

  constructor(database: DatabaseSync, day: CalendarDate, now: number) {
    [this.#database, this.#day, this.#now] = [database, day, now];
    this.#sql = statementsOf(database);
    this.#sql.newSeries.run();
  }

  /** One loan after the other, so many to a transaction. */
  #each<Item>(items: readonly Item[], act: (item: Item) => void): void {
    for (let start = 0; start < items.length; start += PIECE) {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const item of items.slice(start, start + PIECE)) act(item);
      this.#database.exec('COMMIT');
    }
  }

  debit(): void {
    const orders = this.#sql.orders.all(this.#day) as unknown as (Loan & {
      fromDepositId: number;
      deposit: string;
      balance: number;
    })[];
    this.#each(orders, (order) => {
      const { id: loanId, number, memberId, fromDepositId } = order;
      const instalments = this.#instalmentsOf(loanId);
      const due = instalments.find((one) => unpaid(one) > 0);
      if (due === undefined || due.dueOn !== this.#day) throw new Error(`loan ${loanId} has nothing due`);
      const taken = unpaid(due);
      if (order.balance < taken) throw new Error(`deposit ${fromDepositId} has too little`);
      const [principal, interest] = [due.principal - due.paidPrincipal, due.interest - due.paidInterest];
      const entry = this.#entry('transfer', `Instalment from ${order.deposit} to ${number}`, taken, memberId);
      this.#sql.balance.run(-taken, 'deposit', fromDepositId);
      this.#sql.balance.run(-principal, 'loan', loanId);
      const after = (kind: string, id: number) => Number(this.#sql.balanceOf.get(kind, id)?.amount);
      const { posting } = this.#sql;
      posting.run(
        entry.id,
        1,
        '2101',
        'debit',
        taken,
        'deposit',
        fromDepositId,
        after('deposit', fromDepositId),
        number,
        this.#day,
      );
      posting.run(entry.id, 2, '1301', 'credit', principal, 'loan', loanId, after('loan', loanId), null, this.#day);
      posting.run(entry.id, 3, '4101', 'credit', interest, null, null, null, number, this.#day);
      const audited = { entryId: entry.id, number: entry.number, total: taken, fromDepositId, amount: text(taken) };
      this.#audit('loan.debited', 'loan', String(loanId), audited);
      this.#tell('loan.repaid', 'both', memberId, { loanId, entryId: entry.id });
      const { place } = this.#sql.nextPlace.get(loanId) as { place: number };
      this.#sql.event.run(loanId, place, 'repayment', this.#day, taken, entry.id, 0, this.#now);
      this.#sql.pay.run(due.principal, due.interest, this.#day, loanId, due.number);
      this.#sql.nextDue.run(instalments.find(({ number: its }) => its > due.number)?.dueOn ?? null, loanId);
      const parts = { principal: text(principal), interest: text(interest), fee: '0.00', penalty: '0.00' };
      this.#audit('loan.repaid', 'loan', String(loanId), { entryId: entry.id, ...parts });
      this.#sql.debit.run(loanId, this.#day, taken, taken, entry.id);
    });
  }

  age(): void {
    const late = this.#sql.late.all(this.#day) as unknown as Loan[];
    this.#each(late, ({ id: loanId, memberId }) => {
      const instalments = this.#instalmentsOf(loanId);
      let overdue = 0;
      for (const one of instalments) {
        const left = one.principal + one.interest - one.paidPrincipal - one.paidInterest;
        if (left > 0 && one.dueOn <= this.#day && bearsPenalDay(one.dueOn, 0, this.#day)) overdue += left;
      }
      if (overdue > 0) this.#charge(loanId, overdue, instalments);
      const oldest = instalments.find((one) => unpaid(one) > 0)?.dueOn;
      const days = daysPastDue(oldest, this.#day);
      if (days > 0 && oldest !== undefined) this.#tellOverdue(loanId, memberId, oldest);
      this.#classify(loanId, days);
    });
  }

  #charge(loanId: number, overdue: number, instalments: readonly Instalment[]): void {
    const before = this.#sql.penalBefore.get(loanId) as { overdue: number; amount: number };
    const charge = penalOfDays(money(before.overdue + overdue), PENAL_RATE) - before.amount;
    this.#sql.penalDay.run(loanId, this.#day, PENAL_RATE, overdue, charge);
    if (charge > 0) {
      const bearer = instalments.find((one) => one.dueOn >= this.#day && paidOf(one) === 0);
      if (bearer === undefined) throw new Error(`loan ${loanId} has no instalment to come`);
      const { place } = this.#sql.nextPlace.get(loanId) as { place: number };
      this.#sql.event.run(loanId, place, 'penalty', bearer.dueOn, charge, null, 0, this.#now);
      this.#sql.addPenalty.run(charge, loanId, bearer.number);
    }
  }

  #classify(loanId: number, days: number): void {
    const before = this.#standingOf(loanId) ?? NEW_STANDING;
    const { band, nonPerformingSince } = classifyBorrower(CLASS_RULE, days, before.nonPerformingSince, this.#day);
    this.#sql.standing.run(loanId, band.code, days, nonPerformingSince, before.provision, before.providedAs);
    if (band.code !== before.classCode) this.#sql.reclass.run(loanId, this.#day, before.classCode, band.code, days);
  }

  #tellOverdue(loanId: number, memberId: number, dueOn: CalendarDate): void {
    if (this.#sql.told.get(loanId, dueOn) !== undefined) return;
    this.#sql.reminder.run(loanId, 'overdue', dueOn, this.#day);
    this.#tell('loan.overdue', 'both', memberId, { loanId, dueOn });
  }

  accrue(): void {
    const until = addDays(this.#day, 1);
    const loans = this.#sql.running.all() as unknown as Loan[];
    const sums = { interest: 0, reserved: 0, penalty: 0, penaltyReserved: 0, good: 0, bad: 0 };
    this.#each(loans, ({ id: loanId, disbursedOn }) => {
      const standing = this.#standingOf(loanId) ?? NEW_STANDING;
      let [owed, paid, earned, penalty, start] = [0, 0, 0, 0, disbursedOn];
      for (const one of this.#instalmentsOf(loanId)) {
        owed += one.principal - one.paidPrincipal;
        paid += one.paidInterest;
        penalty += one.penalty - one.paidPenalty;
        if (one.dueOn <= until) earned += one.interest;
        else if (start < until)
          earned += Math.floor(
            (2 * one.interest * daysBetween(start, until) + daysBetween(start, one.dueOn)) /
              (2 * daysBetween(start, one.dueOn)),
          );
        start = one.dueOn;
      }
      const isReserved = standing.nonPerformingSince !== null;
      for (const [part, target] of [
        ['interest', Math.max(0, earned - paid)],
        ['penalty', penalty],
      ] as const) {
        const booked = this.#sql.booked.get(loanId, part) as { amount: number; reserved: number };
        const amount = target - booked.amount;
        const reserved = (isReserved ? target : 0) - booked.reserved;
        if (amount === 0 && reserved === 0) continue;
        this.#sql.receivable.run(loanId, part, this.#day, amount, reserved);
        sums[part] += amount;
        sums[part === 'interest' ? 'reserved' : 'penaltyReserved'] += reserved;
      }
      const band = loanClassBand(CLASS_RULE, standing.classCode);
      if (band === undefined) throw new Error(`no class ${standing.classCode}`);
      const amount = provisionFor(band, money(owed), money(0));
      const change = amount - standing.provision;
      if (change === 0 && standing.providedAs === band.code) return;
      this.#sql.provision.run(loanId, this.#day, band.code, owed, amount, change);
      this.#sql.standing.run(
        loanId,
        standing.classCode,
        standing.daysPastDue,
        standing.nonPerformingSince,
        amount,
        band.code,
      );
      sums[band.isPerforming ? 'good' : 'bad'] += amount;
    });
    this.#each([sums], () => this.#postSums(sums));
  }

  #postSums(
    sums: Readonly<Record<'interest' | 'reserved' | 'penalty' | 'penaltyReserved' | 'good' | 'bad', number>>,
  ): void {
    const receivables = this.#sums(`Interest and charges of loans up to ${this.#day}`, [
      ['1401', sums.interest - sums.reserved],
      ['1402', sums.reserved],
      ['1403', sums.penalty],
      ['2302', -sums.reserved - sums.penaltyReserved],
      ['4101', sums.reserved - sums.interest],
      ['4103', sums.penaltyReserved - sums.penalty],
    ]);
    this.#sql.receivablesIn.run(receivables, this.#day);
    this.#sql.penaltiesIn.run(receivables);
    this.#sql.classesIn.run(receivables, this.#day);
    const provisions = this.#sums(`Provisions for loans on ${this.#day}`, [
      ['5301', sums.good],
      ['5302', sums.bad],
      ['2301', -sums.good],
      ['2303', -sums.bad],
    ]);
    this.#sql.provisionsIn.run(provisions, this.#day);
  }

  #sums(narration: string, moved: readonly (readonly [string, number])[]): number {
    const lines = moved.filter(([, amount]) => amount !== 0);
    const total = lines.reduce((sum, [, amount]) => sum + Math.max(0, amount), 0);
    const entry = this.#entry('accrual', narration, total, null);
    for (const [place, [account, amount]] of lines.entries()) {
      const side = amount > 0 ? 'debit' : 'credit';
      this.#sql.posting.run(entry.id, place + 1, account, side, Math.abs(amount), null, null, null, null, this.#day);
    }
    const audited = { entryId: entry.id, number: entry.number, total, upTo: this.#day };
    this.#audit('loans.accrued', 'journal_entry', String(entry.id), audited);
    return entry.id;
  }

  remind(): void {
    const loans = this.#sql.soonDue.all(this.#day, addDays(this.#day, 3)) as unknown as (Loan & {
      dueOn: CalendarDate;
    })[];
    this.#each(loans, ({ id: loanId, memberId, dueOn }) => {
      this.#sql.remindedOf.run(loanId, dueOn, this.#day);
      this.#tell('loan.due', 'member', memberId, { loanId, dueOn });
    });
  }

  #instalmentsOf(loanId: number): readonly Instalment[] {
    return this.#sql.instalments.all(loanId) as unknown as Instalment[];
  }

  #standingOf(loanId: number): Standing | undefined {
    return this.#sql.standingOf.get(loanId) as unknown as Standing | undefined;
  }

  #entry(kind: string, narration: string, total: number, memberId: number | null): { id: number; number: string } {
    const { nextNumber } = this.#sql.series.get() as { nextNumber: number };
    const [previous, hash] = [HEAD, randomBytes(32).toString('hex')];
    const { lastInsertRowid } = this.#sql.entry.run(
      nextNumber,
      kind,
      this.#day,
      this.#day,
      narration,
      total,
      memberId,
      kind === 'transfer' ? 'transfer' : null,
      this.#now,
      previous,
      hash,
    );
    this.#sql.advance.run(hash);
    return { id: Number(lastInsertRowid), number: `DE/2026-27/${String(nextNumber).padStart(5, '0')}` };
  }

  #audit(action: string, kind: string, id: string, newValues: object): void {
    this.#sql.audit.run(this.#now, action, kind, id, JSON.stringify(newValues));
  }

  #tell(name: string, audience: string, memberId: number, payload: object): void {
    this.#sql.outbox.run(name, audience, memberId, JSON.stringify(payload), this.#now);
  }
}

const HEAD = '0'.repeat(64);
const paidOf = ({ paidPrincipal, paidInterest, paidPenalty }: Instalment) => paidPrincipal + paidInterest + paidPenalty;
const unpaid = (one: Instalment) => one.principal + one.interest + one.penalty - paidOf(one);
const text = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

function statementsOf(database: DatabaseSync) {
  const sql = (words: string) => database.prepare(words);
  return {
    newSeries: sql(
      `INSERT OR IGNORE INTO voucher_series (code, financialYear, nextNumber, chainHead) VALUES ('DE', '2026-27', 1, '${HEAD}')`,
    ),
    series: sql("SELECT nextNumber FROM voucher_series WHERE code = 'DE' AND financialYear = '2026-27'"),
    advance: sql(
      "UPDATE voucher_series SET nextNumber = nextNumber + 1, chainHead = ? WHERE code = 'DE' AND financialYear = '2026-27'",
    ),
    orders: sql(`
      SELECT l.id, l.number, l.memberId, o.fromDepositId, d.number AS deposit, b.amount AS balance
        FROM loan_debit_order o JOIN loan l ON l.id = o.loanId JOIN deposit d ON d.id = o.fromDepositId
        JOIN balance b ON b.subLedger = 'deposit' AND b.subLedgerId = d.id
       WHERE o.stoppedAt IS NULL AND l.status = 'active' AND l.nextDueOn <= ? ORDER BY l.id`),
    late: sql(`
      SELECT l.id, l.memberId FROM loan l LEFT JOIN loan_standing s ON s.loanId = l.id
       WHERE l.status = 'active' AND (l.nextDueOn <= ? OR s.daysPastDue > 0 OR s.nonPerformingSince IS NOT NULL) ORDER BY l.memberId`),
    running: sql("SELECT id, disbursedOn FROM loan WHERE status = 'active' ORDER BY id"),
    soonDue: sql(`
      SELECT l.id, l.memberId, MIN(i.dueOn) AS dueOn FROM loan l JOIN loan_instalment i ON i.loanId = l.id
        LEFT JOIN reminder r ON r.kind = 'loan-instalment' AND r.objectId = l.id AND r.dueOn = i.dueOn
       WHERE l.status = 'active' AND i.dueOn > ? AND i.dueOn <= ? AND r.dueOn IS NULL
         AND i.principal + i.interest + i.fee + i.penalty > i.paidPrincipal + i.paidInterest + i.paidFee + i.paidPenalty
       GROUP BY l.id ORDER BY l.id`),
    instalments: sql(`
      SELECT number, dueOn, principal, interest, penalty, paidPrincipal, paidInterest, paidPenalty
        FROM loan_instalment WHERE loanId = ? ORDER BY number`),
    nextPlace: sql('SELECT MAX(place) + 1 AS place FROM loan_event WHERE loanId = ?'),
    event: sql(`
      INSERT INTO loan_event (loanId, place, type, occurredOn, amount, entryId, userId, recordedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    pay: sql(
      'UPDATE loan_instalment SET paidPrincipal = ?, paidInterest = ?, paidOn = ? WHERE loanId = ? AND number = ?',
    ),
    addPenalty: sql('UPDATE loan_instalment SET penalty = penalty + ? WHERE loanId = ? AND number = ?'),
    nextDue: sql('UPDATE loan SET nextDueOn = ? WHERE id = ?'),
    debit: sql('INSERT INTO loan_debit (loanId, triedOn, due, taken, entryId) VALUES (?, ?, ?, ?, ?)'),
    penalBefore: sql(`
      SELECT COALESCE(SUM(overdue), 0) AS overdue, COALESCE(SUM(amount), 0) AS amount FROM loan_penal_day
       WHERE loanId = ? AND annualRate = '${PENAL_RATE}'`),
    penalDay: sql('INSERT INTO loan_penal_day (loanId, chargedOn, annualRate, overdue, amount) VALUES (?, ?, ?, ?, ?)'),
    standingOf: sql(
      'SELECT classCode, daysPastDue, nonPerformingSince, provision, providedAs FROM loan_standing WHERE loanId = ?',
    ),
    standing: sql(`
      INSERT INTO loan_standing (loanId, classCode, daysPastDue, nonPerformingSince, provision, providedAs) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (loanId) DO UPDATE SET classCode = excluded.classCode, daysPastDue = excluded.daysPastDue,
          nonPerformingSince = excluded.nonPerformingSince, provision = excluded.provision, providedAs = excluded.providedAs`),
    reclass: sql(
      'INSERT INTO loan_class_change (loanId, changedOn, fromClass, toClass, daysPastDue) VALUES (?, ?, ?, ?, ?)',
    ),
    told: sql("SELECT dueOn FROM loan_reminder WHERE loanId = ? AND about = 'overdue' AND dueOn = ?"),
    remindedOf: sql(
      "INSERT INTO reminder (kind, objectId, dueOn, daysBefore, remindedOn) VALUES ('loan-instalment', ?, ?, 3, ?)",
    ),
    reminder: sql('INSERT INTO loan_reminder (loanId, about, dueOn, remindedOn) VALUES (?, ?, ?, ?)'),
    booked: sql(`
      SELECT COALESCE(SUM(amount), 0) AS amount, COALESCE(SUM(reserved), 0) AS reserved FROM loan_receivable
       WHERE loanId = ? AND part = ?`),
    receivable: sql('INSERT INTO loan_receivable (loanId, part, countedOn, amount, reserved) VALUES (?, ?, ?, ?, ?)'),
    provision: sql(`
      INSERT INTO loan_provision (loanId, providedOn, classCode, principalOwed, amount, change) VALUES (?, ?, ?, ?, ?, ?)`),
    receivablesIn: sql('UPDATE loan_receivable SET entryId = ? WHERE countedOn = ? AND entryId IS NULL'),
    penaltiesIn: sql("UPDATE loan_event SET entryId = ? WHERE type = 'penalty' AND entryId IS NULL"),
    classesIn: sql('UPDATE loan_class_change SET entryId = ? WHERE changedOn = ?'),
    provisionsIn: sql('UPDATE loan_provision SET entryId = ? WHERE providedOn = ? AND entryId IS NULL'),
    entry: sql(`
      INSERT INTO journal_entry (seriesCode, financialYear, number, kind, postedOn, valueOn, narration, total, memberId, mode,
          makerUserId, recordedAt, previousHash, hash) VALUES ('DE', '2026-27', ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)`),
    posting: sql(`
      INSERT INTO posting (entryId, line, accountCode, side, amount, subLedger, subLedgerId, balanceAfter, memo, postedOn)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    balance: sql(
      'UPDATE balance SET amount = amount + ?, version = version + 1 WHERE subLedger = ? AND subLedgerId = ?',
    ),
    balanceOf: sql('SELECT amount FROM balance WHERE subLedger = ? AND subLedgerId = ?'),
    audit: sql(`
      INSERT INTO audit (recordedAt, userKind, userName, action, subjectKind, subjectId, newValues, address, agent, requestId)
        VALUES (?, 'system', 'Kafal', ?, ?, ?, ?, '', '', '')`),
    outbox: sql('INSERT INTO outbox (name, audience, memberId, payload, recordedAt) VALUES (?, ?, ?, ?, ?)'),
  };
}
