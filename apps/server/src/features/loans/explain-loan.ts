// How every interest of a loan comes about: the engine says it with the same computation that the plan is made by.

import type { LoanExplanation } from '@kafal/contract';
import { add, explainLoan, formatMoney, formatRate, loanTermsOf, ZERO } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { readSettings } from '../society/index.ts';
import { explainedFees, explainedPenalties, inWholeUnits } from './explain-charges.ts';
import { getProductVersion } from './loan-products.ts';
import { getLoanFor, type LoanWithBalance } from './loan-queries.ts';
import { runningLoan } from './loan-state.ts';
import { penalRuleOn } from './penal-days.ts';

export async function explainedLoan(
  platform: Platform,
  actor: Actor,
  id: number,
): Promise<z.input<typeof LoanExplanation>> {
  const loan = await getLoanFor(platform.database, actor, id);
  const product = await getProductVersion(platform.database, loan.loanProductId);
  const settings = await readSettings(platform);
  const asOf = await currentBusinessDay(platform);
  const { terms, disbursedOn, events } =
    loan.disbursedOn === null ? plannedFrom(loan, product, asOf) : await runningLoan(platform.database, loan);
  const { instalments, interest } = explainLoan(terms, disbursedOn, events, asOf);
  return {
    loanId: String(loan.id),
    number: loan.number,
    currency: settings['money.currency'],
    asOf,
    interestMethod: product.interestMethod,
    interestBasis: product.interestBasis,
    rules: { code: product.code, effectiveFrom: product.effectiveFrom, legalBasis: product.legalBasis },
    instalments: instalments.map((instalment, place) => ({
      number: instalment.number,
      dueOn: instalment.due,
      opening: formatMoney(add(instalment.balance, instalment.principal)),
      principal: formatMoney(instalment.principal),
      interest: formatMoney(instalment.interest),
      closing: formatMoney(instalment.balance),
      ...interestView(interest[place]),
      waived: formatMoney(instalment.waivedOf.interest),
    })),
    penal: await penalRuleOn(platform.database, product, asOf),
    ...(await explainedPenalties(platform.database, loan.id)),
    fees: await explainedFees(platform.database, loan, product, { terms, disbursedOn, events }),
  };
}

/** Before the money went out: as asked, or as sanctioned, from today on. */
function plannedFrom(loan: LoanWithBalance, product: Product, on: Today) {
  const principal = loan.sanctionedAmount ?? loan.askedAmount;
  const instalments = loan.instalments ?? loan.askedInstalments;
  const terms = loanTermsOf(product, principal, instalments, loan.annualRate ?? product.annualRate);
  return { terms, disbursedOn: on, events: [] };
}

type Product = Awaited<ReturnType<typeof getProductVersion>>;
type Today = Awaited<ReturnType<typeof currentBusinessDay>>;
type Explained = ReturnType<typeof explainLoan>['interest'][number];

function interestView(explained: Explained | undefined) {
  return {
    lines: (explained?.lines ?? []).map(({ from, to, days, balance, annualRate, yearPart, interest }) => ({
      from,
      to,
      days,
      balance: formatMoney(balance),
      annualRate: formatRate(annualRate),
      yearPart,
      interest: inWholeUnits(interest),
    })),
    rounded: formatMoney(explained?.rounded ?? ZERO),
    brought: formatMoney(explained?.brought ?? ZERO),
    carried: formatMoney(explained?.carried ?? ZERO),
  };
}
