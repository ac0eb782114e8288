// How far the savings for a goal are, and what is to be put by until its day, at the rate of today.

import type { GoalPlanView } from '@kafal/contract';
import { compoundEveryMonths, formatMoney, goalUntil, parseRate, WHOLE_UNITS } from '@kafal/core';
import type { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { productsOn } from './deposit-products.ts';
import { type DepositWithBalance, goalOf } from './deposit-queries.ts';

export async function goalPlanOf(
  { database, dialect }: Pick<Platform, 'database' | 'dialect'>,
  deposit: DepositWithBalance,
): Promise<z.input<typeof GoalPlanView> | null> {
  const goal = goalOf(deposit);
  if (goal === null) return null;
  const today = await currentBusinessDay({ database, dialect });
  const product = (await productsOn(database, today)).find(({ code }) => code === deposit.productCode);
  const annualRate = product?.annualRate ?? '0';
  const interestMonths = product?.interestMonths.split(',').map(Number) ?? [];
  const { months, instalment, grownSavings, missing } = goalUntil(
    goal,
    {
      saved: deposit.balance,
      annualRate: parseRate(annualRate),
      compoundEveryMonths: compoundEveryMonths(interestMonths),
      instalmentMultiple: WHOLE_UNITS,
    },
    today,
  );
  return {
    missing: formatMoney(missing),
    months,
    instalment: formatMoney(instalment),
    grownSavings: formatMoney(grownSavings),
    annualRate,
    isOver: today >= goal.targetOn,
  };
}
