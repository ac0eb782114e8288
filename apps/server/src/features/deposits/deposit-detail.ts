import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { nomineesOfDeposit } from './deposit-nominees.ts';
import { type DepositWithBalance, depositView } from './deposit-queries.ts';
import { successionOf } from './deposit-succession.ts';
import { goalPlanOf } from './goal-plan.ts';
import { holdingOf } from './holders.ts';
import { thriftView } from './list-thrift-dues.ts';
import { dormancyOf } from './reactivate-deposit.ts';
import { taxAtMaturityOf } from './tax-at-maturity.ts';
import { getTermDeposit } from './term-deposits.ts';
import { termPlan } from './term-plan.ts';

/** The account with all that was agreed for its term, or what its goal still takes. */
export async function depositDetail(platform: Platform, actor: Actor, deposit: DepositWithBalance) {
  const { language } = actor;
  const { database } = platform;
  const view = {
    ...(await depositView(platform, deposit, language)),
    holding: await holdingOf(database, deposit),
    nominees: await nomineesOfDeposit(database, deposit),
    dormancy: deposit.status === 'dormant' ? await dormancyOf(database, deposit.id) : null,
    thrift: await thriftView(platform, deposit),
    succession: await successionOf(database, actor, deposit),
  };
  if (view.term === null)
    return { ...view, plan: null, taxAtMaturity: null, goalPlan: await goalPlanOf(platform, deposit) };
  const term = await getTermDeposit(database, deposit.id);
  const taxAtMaturity = deposit.status === 'closed' ? null : await taxAtMaturityOf(platform, deposit, term);
  return { ...view, plan: await termPlan(database, deposit, term, language), taxAtMaturity, goalPlan: null };
}
