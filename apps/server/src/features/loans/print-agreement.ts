// The agreement of a loan, to be signed by the borrower, the guarantors and the society: its terms by the version of the
// product that the sanction named, and its schedule.

import {
  type CalendarDate,
  costInHand,
  firstPeriods,
  guaranteedPart,
  invariant,
  type Money,
  type PayoutDeductions,
  parseRate,
  type ReplayedLoan,
  sum,
  timesAYear,
  ZERO,
} from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { documentPdf, type OnPaper, type PrintedDocument, type Printing } from '../paper/index.ts';
import { type SayInAgreement, wordsOfAgreement } from './agreement-words.ts';
import { collateralOf } from './collateral-queries.ts';
import { withDeductions } from './insurance-rules.ts';
import { getProductVersion, type LoanProduct } from './loan-products.ts';
import type { LoanWithBalance } from './loan-queries.ts';
import { runningLoan, stateOf } from './loan-state.ts';
import { penalRuleOn } from './penal-days.ts';
import { plannedLoan } from './quote-loan.ts';

interface Head {
  /** In the language of the paper. */
  readonly memberName: string;
  readonly product: string;
  readonly address: string;
  readonly givenOn: CalendarDate;
}

interface Agreement extends Head, PayoutDeductions {
  readonly loan: LoanWithBalance & { readonly sanctionedAmount: Money; readonly annualRate: string };
  readonly rules: LoanProduct;
  readonly plan: ReplayedLoan['instalments'];
  readonly annualCost: string;
  readonly penal: Awaited<ReturnType<typeof penalRuleOn>>;
  /** What is given for it, a line each. */
  readonly security: readonly { readonly description: string; readonly value: Money }[];
  readonly guarantors: readonly { readonly name: string; readonly number: string; readonly address: string }[];
}

export async function agreementPdf(
  platform: Platform,
  loan: LoanWithBalance,
  head: Head,
  printing: Printing,
): Promise<Uint8Array> {
  const reader = platform.database;
  const { sanctionedAmount, instalments, annualRate, disbursedOn } = loan;
  invariant(sanctionedAmount !== null && instalments !== null && annualRate !== null, 'a sanction says all of it');
  const rules = await getProductVersion(reader, loan.loanProductId);
  // What is agreed is the schedule as the loan began; what was paid since changes nothing of it.
  const startsOn = disbursedOn ?? head.givenOn;
  const planned = plannedLoan(rules, sanctionedAmount, instalments, annualRate, startsOn);
  const { instalments: plan } = disbursedOn === null ? planned : await asPaidOut(reader, loan, planned, disbursedOn);
  const agreement: Agreement = {
    ...head,
    loan: { ...loan, sanctionedAmount, annualRate },
    rules,
    plan,
    ...costInHand(
      await withDeductions(reader, rules, startsOn),
      sanctionedAmount,
      plan.map(({ totalDue }) => totalDue),
      firstPeriodsOf(rules, startsOn, plan),
    ),
    penal: await penalRuleOn(reader, rules, await currentBusinessDay(platform)),
    security: await collateralOf(reader, loan.id),
    guarantors: await guarantorsOf(reader, loan.id, printing.language),
  };
  const say = wordsOfAgreement(printing.language);
  return documentPdf(platform, (on) => agreementOnPaper(agreement, say, on), printing);
}

function firstPeriodsOf(rules: LoanProduct, startsOn: CalendarDate, [first]: Agreement['plan']): number {
  return first === undefined
    ? 1
    : firstPeriods({ ...rules, monthEnd: 'clamp' }, startsOn, first.due, timesAYear(rules));
}

/** With the due days that the payout has set. */
async function asPaidOut(reader: Reader, loan: LoanWithBalance, planned: ReplayedLoan, disbursedOn: CalendarDate) {
  const state = stateOf(await runningLoan(reader, loan), disbursedOn);
  return state.instalments.length === planned.instalments.length ? state : planned;
}

async function guarantorsOf(reader: Reader, loanId: number, language: Language) {
  const rows = await reader
    .selectFrom('loan_guarantor as g')
    .innerJoin('member as m', 'm.id', 'g.memberId')
    .select(['m.name', 'm.nameLocal', 'm.number', 'm.addressLine', 'm.locality', 'm.district'])
    .where('g.loanId', '=', loanId)
    .where('g.status', '=', 'consented')
    .orderBy('g.id')
    .execute();
  return rows.map(({ name, nameLocal, number, addressLine, locality, district }) => ({
    name: language === 'hi' ? (nameLocal ?? name) : name,
    number,
    address: `${addressLine}, ${locality}, ${district}`,
  }));
}

function agreementOnPaper(agreement: Agreement, say: SayInAgreement, on: OnPaper): PrintedDocument {
  const { loan, memberName, address, givenOn, guarantors } = agreement;
  return {
    title: say('title', { number: loan.number }),
    facts: [
      { label: say('loanNumber'), text: loan.number },
      { label: say('resolution'), text: loan.resolutionNumber ?? '' },
      { label: say('madeOn'), text: on.day(givenOn) },
    ],
    blocks: [
      { kind: 'heading', text: say('parties') },
      {
        kind: 'text',
        text: say('between', { society: on.society, name: memberName, memberNumber: loan.memberNumber, address }),
      },
      ...guarantorBlocks(agreement, say, on),
      { kind: 'heading', text: say('terms') },
      {
        kind: 'table',
        columns: [
          { heading: say('term'), part: 35 },
          { heading: say('agreed'), part: 65 },
        ],
        rows: termRows(agreement, say, on),
      },
      { kind: 'heading', text: say('clauses') },
      ...clauses(agreement, say, on).map((text) => ({ kind: 'text' as const, text })),
      {
        kind: 'heading',
        text: loan.disbursedOn === null ? say('scheduleIf', { day: on.day(givenOn) }) : say('schedule'),
      },
      scheduleTable(agreement, say, on),
    ],
    signatures: [
      say('borrower', { name: memberName }),
      ...guarantors.map(({ name }) => say('guarantorSigns', { name })),
      say('manager'),
      say('secretary'),
      say('witness'),
      say('witness'),
    ],
  };
}

type Blocks = PrintedDocument['blocks'];

function guarantorBlocks({ guarantors, loan }: Agreement, say: SayInAgreement, on: OnPaper): Blocks {
  if (guarantors.length === 0) return [];
  const part = on.figure(guaranteedPart(loan.sanctionedAmount, guarantors.length));
  return [
    { kind: 'text', text: say('guarantorsAre') },
    {
      kind: 'table',
      columns: [
        { heading: say('guarantor'), part: 30 },
        { heading: say('memberNumber'), part: 18 },
        { heading: say('address'), part: 34 },
        { heading: say('partIn', { currency: on.currency }), part: 18, isNumber: true },
      ],
      rows: guarantors.map(({ name, number, address }) => [name, number, address, part]),
    },
  ];
}

function termRows(agreement: Agreement, say: SayInAgreement, on: OnPaper): string[][] {
  const { loan, rules, plan, product, fee, feeTax, insurance } = agreement;
  const [first, last] = [plan[0]?.due, plan.at(-1)?.due];
  const repaid = { count: plan.length, instalment: on.amount(plan[0]?.totalDue ?? ZERO) };
  const isNothing = (rate: string) => parseRate(rate).numerator === 0;
  return [
    [say('kind'), product],
    [say('purpose'), loan.purpose],
    [say('amount'), on.amount(loan.sanctionedAmount)],
    [say('inWords'), on.inWords(loan.sanctionedAmount).join('\n')],
    [say('rate'), say('rateOf', { rate: loan.annualRate, method: say(rules.interestMethod) })],
    [say('repayment'), say(rules.repayment, repaid)],
    ...(first === undefined || last === undefined
      ? []
      : [[say('firstDue'), say('days', { first: on.day(first), last: on.day(last) })]]),
    [say('totalInterest'), on.amount(sum(plan.map(({ interest }) => interest)))],
    ...agreement.security.map(({ description, value }, place) => [
      place === 0 ? say('security') : '',
      say('securityOf', { description, value: on.amount(value) }),
    ]),
    [say('fee'), on.amount(fee)],
    ...(feeTax > ZERO ? [[say('feeTax'), on.amount(feeTax)]] : []),
    ...(insurance > ZERO ? [[say('insurance'), on.amount(insurance)]] : []),
    [say('annualCost'), `${agreement.annualCost} %`],
    [say('penal'), say('penalOf', { rate: agreement.penal.annualRate, grace: agreement.penal.graceDays })],
    [
      say('closing'),
      isNothing(rules.closingFeePercent) ? say('closingFree') : say('closingOf', { rate: rules.closingFeePercent }),
    ],
    ...(isNothing(rules.shareLinkPercent) ? [] : [[say('shares'), say('sharesOf', { rate: rules.shareLinkPercent })]]),
  ];
}

function clauses({ loan, guarantors }: Agreement, say: SayInAgreement, on: OnPaper): string[] {
  const validUntil = loan.validUntil ?? loan.sanctionedOn;
  invariant(validUntil !== null, 'a sanction holds until a day');
  return [
    say('lends', { day: on.day(validUntil) }),
    say('pays'),
    say('order'),
    say('late'),
    ...(guarantors.length === 0 ? [say('purposeClauseAlone')] : [say('sureties'), say('purposeClause')]),
  ];
}

function scheduleTable({ plan }: Agreement, say: SayInAgreement, on: OnPaper): Blocks[number] {
  const money = { currency: on.currency };
  const total = (part: 'principal' | 'interest' | 'totalDue') => on.figure(sum(plan.map((row) => row[part])));
  return {
    kind: 'table',
    columns: [
      { heading: say('no'), part: 7 },
      { heading: say('dueOn'), part: 17 },
      { heading: say('principalIn', money), part: 19, isNumber: true },
      { heading: say('interestIn', money), part: 19, isNumber: true },
      { heading: say('totalIn', money), part: 19, isNumber: true },
      { heading: say('owedIn', money), part: 19, isNumber: true },
    ],
    rows: [
      ...plan.map(({ number, due, principal, interest, totalDue, balance }) => [
        String(number),
        on.day(due),
        on.figure(principal),
        on.figure(interest),
        on.figure(totalDue),
        on.figure(balance),
      ]),
      ['', say('total'), total('principal'), total('interest'), total('totalDue'), ''],
    ],
  };
}
