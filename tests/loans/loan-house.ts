// A society that lends by rules of every kind, for random loans on the real database: borrowers with money on their accounts,
// no till, so that the day moves with the clock.

import { calendarDate, type LoanRules, loanProducts, money, parseMoney } from '@kafal/core';
import { postJournalEntry } from '../../apps/server/src/features/accounting/index.ts';
import {
  type AdmittedMember,
  openTestCounter,
  type TestCounter,
} from '../../apps/server/src/features/counter/test-counter.ts';
import { insertLoanProduct, loansMessages, loansRoutes } from '../../apps/server/src/features/loans/index.ts';
import type { SignedIn } from '../../apps/server/src/platform/http/test-app.ts';

export interface LoanHouse {
  readonly counter: TestCounter;
  readonly borrowers: readonly AdmittedMember[];
  readonly officer: SignedIn;
  readonly committee: SignedIn;
}

const SAVINGS = parseMoney('50000000.00');
const START = calendarDate('2026-11-30');

/** Rules that differ where the engine does. */
const RULES: Readonly<Record<string, Partial<LoanRules>>> = {
  R0: {},
  R1: { interestBasis: 'daily' },
  R2: { interestBasis: 'daily', allocation: 'componentFirst', excess: 'reduceInstalment' },
  R3: { repayment: 'equalPrincipal', allocation: 'componentFirst' },
  R4: { interestMethod: 'flat' },
  R5: { repayment: 'interestOnly', excess: 'reduceInstalment' },
  R6: { repayment: 'bullet', unit: 'weeks' },
  R7: { excess: 'reduceTerm', instalmentMultiple: money(1) },
};
export const PRODUCTS = Object.keys(RULES);

export async function openLoanHouse(people: number): Promise<LoanHouse> {
  const counter = await openTestCounter({}, undefined, [
    { name: 'loans', routes: loansRoutes, messages: loansMessages },
  ]);
  await insertProducts(counter);
  await counter.changeSetting('limit.reversalApproval', '100000000.00');
  await counter.changeSetting('limit.reversalDays', 366);
  await counter.changeSetting('limit.valueDateDays', 90);
  const borrowers: AdmittedMember[] = [];
  for (let place = 0; place < people; place += 1) {
    const borrower = await counter.admit(`Borrower ${place}`);
    await counter.setStatus(borrower.id, 'active');
    await bringIn(counter, borrower);
    borrowers.push(borrower);
  }
  const [officer, committee] = [await counter.staff('loan_officer'), await counter.staff('committee')];
  return { counter, borrowers, officer, committee };
}

async function insertProducts({ platform }: TestCounter): Promise<void> {
  const [personal] = loanProducts({
    personal: '12.5',
    employee: '10',
    emergency: '11',
    most: '500000.00',
    guarantors: 0,
    membershipMonths: 0,
    emergencyMonths: 0,
    feePercent: '0.5',
    legalBasis: 'Resolution 7',
  });
  if (personal === undefined) throw new Error('the preset lends nothing');
  await platform.transact(async (trx) => {
    for (const [code, rules] of Object.entries(RULES)) {
      const product = {
        ...personal,
        ...rules,
        code,
        nameEn: code,
        nameHi: code,
        isOffered: true,
        shareLinkPercent: '0',
        eligibility: [],
      };
      await insertLoanProduct(trx, product, {
        effectiveFrom: START,
        legalBasis: 'Resolution 7',
        recordedAt: platform.clock.now(),
      });
    }
  });
}

/** Money at the bank for the account of a borrower. */
async function bringIn({ platform, manager }: TestCounter, { depositId }: AdmittedMember): Promise<void> {
  await platform.transact((trx) =>
    postJournalEntry(trx, platform, manager.actor, {
      seriesCode: 'JV',
      kind: 'opening',
      narration: 'Opening savings',
      postings: [
        { accountCode: '1201', side: 'debit', amount: SAVINGS },
        {
          accountCode: '2101',
          side: 'credit',
          amount: SAVINGS,
          subLedger: 'deposit',
          subLedgerId: Number(depositId),
        },
      ],
      audit: { action: 'test.opening' },
      event: null,
    }),
  );
}
