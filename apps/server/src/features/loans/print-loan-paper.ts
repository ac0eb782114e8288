// The papers of a loan, for its borrower and for staff. Whoever stands surety sees the loan and gets no paper of it.

import {
  add,
  type CalendarDate,
  displayMoney,
  financialYearOf,
  invariant,
  loanOffer,
  type Money,
  minDate,
  money,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { bookRules, currentBusinessDay, printedNumber } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { loanCertificatePdf, loanTablePdf, type PrintedLoan, type PrintedLoanTable } from '../paper/index.ts';
import { readSettings } from '../society/index.ts';
import { withDeductions } from './insurance-rules.ts';
import { sayInPaper } from './loan-paper-words.ts';
import { getProductVersion } from './loan-products.ts';
import { getLoanFor, type LoanWithBalance } from './loan-queries.ts';
import { runningLoan, stateOf } from './loan-state.ts';
import { agreementPdf } from './print-agreement.ts';
import { releasePdf } from './print-release.ts';
import { resolutionPdf } from './print-resolution.ts';
import { plannedLoan } from './quote-loan.ts';
import { leftOfWriteOff } from './written-off.ts';

export type LoanPaper =
  | 'sanction'
  | 'agreement'
  | 'resolution'
  | 'release'
  | 'schedule'
  | 'statement'
  | 'interest'
  | 'noDues';

export interface WantedPaper {
  readonly paper: LoanPaper;
  readonly language: Language;
  /** A day of the financial year that is asked for; today's when nothing is said. */
  readonly on?: CalendarDate | undefined;
}

export async function printLoanPaper(
  platform: Platform,
  actor: Actor,
  loanId: number,
  { paper, language, on }: WantedPaper,
): Promise<{ readonly name: string; readonly pdf: Uint8Array }> {
  const reader = platform.database;
  const loan = await getLoanFor(reader, actor, loanId);
  if (actor.kind === 'member' && actor.memberId !== loan.memberId) throw new Refusal('missing', 'LOAN_UNKNOWN');
  const today = await currentBusinessDay(platform);
  const ofLoan = { ...(await headOf(reader, loan, language)), givenOn: today };
  const printing = { language, printedBy: actor.name, printedByUserId: actor.userId, printedAt: platform.clock.now() };
  const figure = figureIn((await readSettings(platform))['money.currency']);
  const print = async () => {
    switch (paper) {
      case 'sanction':
        return loanCertificatePdf(platform, { ...ofLoan, ...(await sanctionOf(reader, loan, language)) }, printing);
      case 'agreement':
        return agreementPdf(platform, loan, ofLoan, printing);
      case 'resolution':
        return resolutionPdf(platform, loan, ofLoan, printing);
      case 'release':
        return releasePdf(platform, loan, ofLoan, printing);
      case 'interest':
        return loanCertificatePdf(platform, { ...ofLoan, ...(await yearOf(platform, loan, on ?? today)) }, printing);
      case 'noDues':
        return loanCertificatePdf(platform, { ...ofLoan, ...(await noDuesOf(reader, loan)) }, printing);
      case 'schedule':
        return loanTablePdf(
          platform,
          { ...ofLoan, ...(await scheduleOf(reader, loan, today, language, figure)) },
          printing,
        );
      case 'statement':
        return loanTablePdf(
          platform,
          { ...ofLoan, ...(await statementOf(reader, loan, today, language, figure)) },
          printing,
        );
    }
  };
  const pdf = await print();
  await platform.transact((trx) =>
    recordAudit(trx, platform, actor, {
      action: 'loan.paper-printed',
      subjectKind: 'loan',
      subjectId: loan.id,
      newValues: { paper, number: loan.number },
    }),
  );
  return { name: `${paper}-${loan.number}`, pdf };
}

async function headOf(reader: Reader, loan: LoanWithBalance, language: Language) {
  const { sanctionedAmount, annualRate } = loan;
  if (sanctionedAmount === null || annualRate === null) {
    throw new Refusal('conflict', 'LOAN_NOT_SANCTIONED_YET', { number: loan.number });
  }
  const member = await reader
    .selectFrom('member')
    .select(['name', 'nameLocal', 'addressLine', 'locality', 'district'])
    .where('id', '=', loan.memberId)
    .executeTakeFirstOrThrow();
  return {
    number: loan.number,
    product: language === 'hi' ? loan.nameHi : loan.nameEn,
    memberName: nameOf(member, language),
    memberNumber: loan.memberNumber,
    address: `${member.addressLine}, ${member.locality}, ${member.district}`,
    amount: sanctionedAmount,
    annualRate,
  };
}

const nameOf = (
  { name, nameLocal }: { readonly name: string; readonly nameLocal: string | null },
  language: Language,
): string => (language === 'hi' ? (nameLocal ?? name) : name);

async function sanctionOf(reader: Reader, loan: LoanWithBalance, language: Language): Promise<Of<'sanction'>> {
  const { sanctionedAmount, instalments, annualRate, sanctionedOn, validUntil } = loan;
  invariant(
    sanctionedAmount !== null &&
      instalments !== null &&
      annualRate !== null &&
      sanctionedOn !== null &&
      validUntil !== null,
    'a sanction says all of it',
  );
  const product = await getProductVersion(reader, loan.loanProductId);
  const rules = await withDeductions(reader, product, loan.disbursedOn ?? sanctionedOn);
  const offer = loanOffer(rules, sanctionedAmount, instalments, annualRate, sanctionedOn);
  const guarantors = await reader
    .selectFrom('loan_guarantor as g')
    .innerJoin('member as m', 'm.id', 'g.memberId')
    .select(['m.name', 'm.nameLocal', 'm.number'])
    .where('g.loanId', '=', loan.id)
    .where('g.status', '=', 'consented')
    .orderBy('g.id')
    .execute();
  return {
    paper: 'sanction',
    resolution: loan.resolutionNumber ?? '',
    sanctionedOn,
    validUntil,
    instalments,
    instalment: offer.instalments[0]?.totalDue ?? ZERO,
    fee: offer.fee,
    feeTax: offer.feeTax,
    insurance: offer.insurance,
    annualCost: offer.annualCost,
    guarantors: guarantors.map((guarantor) => `${nameOf(guarantor, language)} (${guarantor.number})`),
  };
}

async function yearOf(platform: Platform, loan: LoanWithBalance, on: CalendarDate): Promise<Of<'interest'>> {
  if (loan.disbursedOn === null) throw new Refusal('conflict', 'LOAN_NOT_PAID_OUT', { number: loan.number });
  const { financialYearStart } = await bookRules(platform, undefined, on);
  const { label, startsOn, endsOn } = financialYearOf(on, financialYearStart);
  const until = minDate(endsOn, await currentBusinessDay(platform));
  return {
    paper: 'interest',
    financialYear: label,
    from: startsOn,
    until,
    paid: await paidBetween(platform.database, loan, startsOn, until),
    owed: (await movementsOf(platform.database, loan)).reduce(
      (owed, row) => (row.postedOn <= until ? money(owed + row.lent - row.repaid) : owed),
      ZERO,
    ),
  };
}

async function noDuesOf(reader: Reader, loan: LoanWithBalance): Promise<Of<'noDues'>> {
  const { status, disbursedOn, closedOn } = loan;
  if (status !== 'closed' || disbursedOn === null || closedOn === null) {
    throw new Refusal('conflict', 'LOAN_NOT_CLOSED', { number: loan.number });
  }
  return { paper: 'noDues', disbursedOn, closedOn, paid: await paidBetween(reader, loan, disbursedOn, closedOn) };
}

type Of<Paper extends PrintedLoan['paper']> = Omit<
  Extract<PrintedLoan, { paper: Paper }>,
  'number' | 'product' | 'memberName' | 'memberNumber' | 'address' | 'amount' | 'annualRate' | 'givenOn'
>;
type Table = Pick<PrintedLoanTable, 'paper' | 'from' | 'to' | 'opening' | 'closing' | 'rows'>;

async function scheduleOf(
  reader: Reader,
  loan: LoanWithBalance,
  today: CalendarDate,
  language: Language,
  figure: (amount: Money) => string,
): Promise<Table> {
  const { sanctionedAmount, instalments, annualRate, disbursedOn } = loan;
  invariant(sanctionedAmount !== null && instalments !== null && annualRate !== null, 'it is sanctioned');
  const product = await getProductVersion(reader, loan.loanProductId);
  const state =
    disbursedOn === null
      ? plannedLoan(product, sanctionedAmount, instalments, annualRate, today)
      : stateOf(await runningLoan(reader, loan), today);
  const plan = state.instalments;
  return {
    paper: 'schedule',
    from: disbursedOn ?? today,
    to: plan.at(-1)?.due ?? today,
    opening: sanctionedAmount,
    closing: plan.at(-1)?.balance ?? ZERO,
    rows: plan.map(({ number, due, totalDue, interest, principal, balance }) => ({
      on: due,
      particulars: sayInPaper(language, 'instalmentOf', { amount: figure(totalDue) }),
      voucher: `${number} / ${plan.length}`,
      left: interest,
      right: principal,
      balance,
    })),
  };
}

async function statementOf(
  reader: Reader,
  loan: LoanWithBalance,
  today: CalendarDate,
  language: Language,
  figure: (amount: Money) => string,
): Promise<Table> {
  const { disbursedOn } = loan;
  if (disbursedOn === null) throw new Refusal('conflict', 'LOAN_NOT_PAID_OUT', { number: loan.number });
  let owed: Money = ZERO;
  const rows = (await movementsOf(reader, loan)).map((row) => {
    const { postedOn, kind, voucher, lent, repaid, interest, charges, recovered } = row;
    owed = money(owed + lent - repaid);
    const parts = [
      ...(interest === 0 ? [] : [sayInPaper(language, 'interestPart', { amount: figure(interest) })]),
      ...(charges === 0 ? [] : [sayInPaper(language, 'chargesPart', { amount: figure(charges) })]),
    ];
    const what = sayInPaper(language, wordOf(kind, lent, recovered), { amount: figure(recovered) });
    return {
      on: postedOn,
      particulars: [what, ...parts].join(' · '),
      voucher,
      left: lent,
      right: repaid,
      balance: owed,
    };
  });
  const left = leftOfWriteOff(loan);
  const remembered = {
    on: today,
    particulars: sayInPaper(language, 'remembered', { amount: figure(left) }),
    voucher: '',
    left: ZERO,
    right: ZERO,
    balance: owed,
  };
  return {
    paper: 'statement',
    from: disbursedOn,
    to: loan.closedOn ?? today,
    opening: ZERO,
    closing: owed,
    // No principal is owed in the books; what is remembered is.
    rows: left > ZERO ? [...rows, remembered] : rows,
  };
}

function wordOf(kind: string, lent: Money, recovered: Money) {
  if (kind === 'reversal') return 'takenBack';
  if (kind === 'write-off') return 'writtenOff';
  if (recovered !== ZERO) return 'recovered';
  if (kind === 'correction') return 'corrected';
  return lent > 0 ? 'lent' : 'repaid';
}

/** Grouped as the society writes it, without its sign: the column's heading names the currency. */
const figureIn = (currency: string) => (amount: Money) => displayMoney(amount, { currency, symbol: false });

interface Movement {
  readonly postedOn: CalendarDate;
  readonly kind: string;
  readonly voucher: string;
  readonly lent: Money;
  readonly repaid: Money;
  /** Less than nothing where an entry was taken back. */
  readonly interest: Money;
  readonly charges: Money;
  /** Of a loan that was written off. */
  readonly recovered: Money;
  /** No money of the borrower's, or the taking back of it. */
  readonly isWriteOff: boolean;
}

const INTEREST = '4101';
const RECOVERED = '4205';
const CHARGES: readonly string[] = ['4202', '4103'];

/** Every entry of the loan with its parts, as the books have them. */
async function movementsOf(reader: Reader, loan: LoanWithBalance): Promise<Movement[]> {
  const rows = await reader
    .selectFrom('loan_event as e')
    .innerJoin('journal_entry as j', 'j.id', 'e.entryId')
    .innerJoin('posting as p', 'p.entryId', 'j.id')
    .leftJoin('journal_entry as taken', 'taken.id', 'j.reversesEntryId')
    .select('taken.kind as takenBack')
    .select(['j.id', 'j.postedOn', 'j.kind', 'j.seriesCode', 'j.financialYear', 'j.number'])
    .select(['p.accountCode', 'p.side', 'p.amount', 'p.subLedger', 'p.subLedgerId', 'p.memo'])
    .where('e.loanId', '=', loan.id)
    .orderBy('e.place')
    .orderBy('p.line')
    .execute();
  const entries = new Map<number, Movement>();
  for (const row of rows) {
    const entry = entries.get(row.id) ?? {
      postedOn: row.postedOn,
      kind: row.kind,
      voucher: printedNumber(row),
      lent: ZERO,
      repaid: ZERO,
      interest: ZERO,
      charges: ZERO,
      recovered: ZERO,
      isWriteOff: row.kind === 'write-off' || row.takenBack === 'write-off',
    };
    entries.set(row.id, withPosting(entry, row, loan));
  }
  // What the end of a day booked and what a waiver took out of the books is no money of the borrower's.
  return [...entries.values()].filter(({ lent, repaid, interest, charges, recovered }) =>
    [lent, repaid, interest, charges, recovered].some((amount) => amount !== ZERO),
  );
}

function withPosting(
  entry: Movement,
  { accountCode, side, amount, subLedger, subLedgerId, memo }: PostingOfLoan,
  loan: LoanWithBalance,
): Movement {
  if (subLedger === 'loan' && subLedgerId === loan.id) {
    return side === 'debit'
      ? { ...entry, lent: add(entry.lent, amount) }
      : { ...entry, repaid: add(entry.repaid, amount) };
  }
  // The fee that is taken from the payout has no memo: it is no payment of the borrower's.
  if (memo !== loan.number) return entry;
  const signed = money(side === 'credit' ? amount : -amount);
  if (accountCode === INTEREST) return { ...entry, interest: add(entry.interest, signed) };
  if (accountCode === RECOVERED) return { ...entry, recovered: add(entry.recovered, signed) };
  return CHARGES.includes(accountCode) ? { ...entry, charges: add(entry.charges, signed) } : entry;
}

interface PostingOfLoan {
  readonly accountCode: string;
  readonly side: string;
  readonly amount: Money;
  readonly subLedger: string | null;
  readonly subLedgerId: number | null;
  readonly memo: string | null;
}

async function paidBetween(reader: Reader, loan: LoanWithBalance, from: CalendarDate, to: CalendarDate) {
  const rows = (await movementsOf(reader, loan)).filter(({ postedOn }) => from <= postedOn && postedOn <= to);
  const isNoPayment = ({ kind, isWriteOff }: Movement) => kind === 'disbursement' || isWriteOff;
  return rows
    .filter((row) => !isNoPayment(row))
    .reduce(
      (paid, row) => ({
        principal: money(paid.principal + row.repaid - row.lent),
        interest: add(paid.interest, row.interest),
        charges: add(paid.charges, row.charges),
      }),
      { principal: ZERO, interest: ZERO, charges: ZERO },
    );
}
