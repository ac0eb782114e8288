// A daily deposit is opened at the counter, at a door of a route. It keeps the rules of that day until it ends.

import type { ChangeDailyAccountBody, OpenDailyAccountBody } from '@kafal/contract';
import { addMonths, formatMoney, nextDailyInterestOn } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { businessDayFor, moveBusinessDayIfDue } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { openDeposit } from '../deposits/index.ts';
import { readSettings } from '../society/index.ts';
import { lockAgent } from './agent-row.ts';
import { getDailyProduct } from './daily-products.ts';
import { lockRoute } from './routes-of-agents.ts';

export async function openDailyAccount(
  platform: Platform,
  actor: Actor,
  command: z.output<typeof OpenDailyAccountBody>,
): Promise<number> {
  const { memberId, productCode, routeId, dailyAmount } = command;
  const settings = await readSettings(platform, await moveBusinessDayIfDue(platform));
  return platform.transact(async (trx) => {
    const route = await lockRoute(trx, platform, routeId);
    await lockAgent(trx, platform, route.agentId);
    const openedOn = await businessDayFor(trx, platform);
    const product = await getDailyProduct(trx, productCode, openedOn);
    if (dailyAmount < product.minimumDeposit) {
      throw new Refusal('rule', 'DAILY_AMOUNT_BELOW', { minimum: formatMoney(product.minimumDeposit) }, 'dailyAmount');
    }
    const { id } = await openDeposit(trx, platform, actor, settings, { memberId, productCode, isOnRoute: true });
    const months = command.months ?? settings['daily.termMonths'];
    const addEveryMonths = settings['daily.addEveryMonths'];
    const agreed = {
      openedOn,
      maturesOn: addMonths(openedOn, months),
      keptMonths: settings['daily.keptMonths'],
      addEveryMonths,
    };
    await trx
      .insertInto('daily_deposit')
      .values({
        depositId: id,
        routeId,
        position: await lastPlace(trx, routeId),
        dailyAmount,
        months,
        maturesOn: agreed.maturesOn,
        annualRate: product.annualRate,
        keptMonths: agreed.keptMonths,
        serviceCharge: settings['daily.serviceCharge'],
        addEveryMonths,
        nextInterestOn: nextDailyInterestOn(agreed, null),
        closingEntryId: null,
      })
      .execute();
    return id;
  });
}

/** Another route, which may be another agent's, or another amount that the member means to give. */
export async function changeDailyAccount(
  platform: Platform,
  actor: Actor,
  { id, routeId, dailyAmount }: z.output<typeof ChangeDailyAccountBody> & { readonly id: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const route = await lockRoute(trx, platform, routeId);
    const account = await platform.dialect
      .forUpdate(trx.selectFrom('daily_deposit').selectAll().where('depositId', '=', id))
      .executeTakeFirst();
    if (account === undefined) throw new Refusal('missing', 'DAILY_ACCOUNT_UNKNOWN');
    const isMoved = routeId !== account.routeId;
    if (isMoved) await lockAgent(trx, platform, route.agentId);
    await trx
      .updateTable('daily_deposit')
      .set({ routeId, dailyAmount, ...(isMoved ? { position: await lastPlace(trx, routeId) } : {}) })
      .where('depositId', '=', id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'daily-account.changed',
      subjectKind: 'deposit',
      subjectId: id,
      oldValues: { routeId: account.routeId, dailyAmount: formatMoney(account.dailyAmount) },
      newValues: { routeId, route: route.code, dailyAmount: formatMoney(dailyAmount) },
    });
  });
}

/** A new door comes last on the way; the order can be said anew. */
async function lastPlace(trx: Trx, routeId: number): Promise<number> {
  const { last } = await trx
    .selectFrom('daily_deposit')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('routeId', '=', routeId)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}
