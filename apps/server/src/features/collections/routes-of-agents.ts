// The ways that agents walk: each is one agent's, and its accounts stand in the order of the doors.

import type { ChangeCollectionRouteBody, CreateCollectionRouteBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { lockAgent } from './agent-row.ts';

export async function createRoute(
  platform: Platform,
  actor: Actor,
  { code, name, agentId }: z.output<typeof CreateCollectionRouteBody>,
): Promise<number> {
  return platform.transact(async (trx) => {
    const agent = await lockAgent(trx, platform, agentId);
    const { insertId } = await trx
      .insertInto('collection_route')
      .values({ code, name, agentId })
      .executeTakeFirstOrThrow()
      .catch((error: unknown) => {
        if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
        throw new Refusal('conflict', 'ROUTE_CODE_TAKEN', { code }, 'code');
      });
    const id = Number(insertId);
    await recordAudit(trx, platform, actor, {
      action: 'collection-route.created',
      subjectKind: 'collection_route',
      subjectId: id,
      newValues: { code, name, agent: agent.number },
    });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `route.${code}` } });
    return id;
  });
}

/** Another name, or another agent: from the next collection on it is theirs. */
export async function changeRoute(
  platform: Platform,
  actor: Actor,
  command: z.output<typeof ChangeCollectionRouteBody> & { readonly id: number },
): Promise<void> {
  const { name, agentId } = command;
  await platform.transact(async (trx) => {
    const route = await lockRoute(trx, platform, command.id);
    if (route.version !== command.version) throw new Refusal('conflict', 'ROUTE_CHANGED_MEANWHILE');
    const agent = agentId === route.agentId ? undefined : await lockAgent(trx, platform, agentId);
    await trx
      .updateTable('collection_route')
      .set({ name, agentId, version: route.version + 1 })
      .where('id', '=', route.id)
      .execute();
    await recordAudit(trx, platform, actor, {
      action: 'collection-route.changed',
      subjectKind: 'collection_route',
      subjectId: route.id,
      oldValues: { name: route.name, agentId: route.agentId },
      newValues: { name, agentId, ...(agent === undefined ? {} : { agent: agent.number }) },
    });
    await recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `route.${route.code}` } });
  });
}

/** The doors in the order in which the agent comes to them. All of them, so that none is lost. */
export async function orderRoute(
  platform: Platform,
  actor: Actor,
  { id, depositIds }: { readonly id: number; readonly depositIds: readonly number[] },
): Promise<void> {
  await platform.transact(async (trx) => {
    const route = await lockRoute(trx, platform, id);
    const rows = await trx
      .selectFrom('daily_deposit')
      .innerJoin('deposit', 'deposit.id', 'daily_deposit.depositId')
      .select('daily_deposit.depositId')
      .where('daily_deposit.routeId', '=', id)
      .where('deposit.status', '!=', 'closed')
      .execute();
    const there = new Set(rows.map(({ depositId }) => depositId));
    const said = new Set(depositIds);
    if (said.size !== depositIds.length || said.size !== there.size || depositIds.some((one) => !there.has(one))) {
      throw new Refusal('conflict', 'ROUTE_ORDER_DIFFERS', undefined, 'depositIds');
    }
    for (const [place, depositId] of depositIds.entries()) {
      await trx
        .updateTable('daily_deposit')
        .set({ position: place + 1 })
        .where('depositId', '=', depositId)
        .execute();
    }
    await recordAudit(trx, platform, actor, {
      action: 'collection-route.ordered',
      subjectKind: 'collection_route',
      subjectId: route.id,
      newValues: { accounts: depositIds.length },
    });
  });
}

export async function lockRoute(trx: Trx, platform: Pick<Platform, 'dialect'>, id: number) {
  const route = await platform.dialect
    .forUpdate(trx.selectFrom('collection_route').selectAll().where('id', '=', id))
    .executeTakeFirst();
  if (route === undefined) throw new Refusal('missing', 'ROUTE_UNKNOWN');
  return route;
}

export async function listRoutes(reader: Reader) {
  const rows = await routeRows(reader).orderBy('r.code').execute();
  return rows.map(routeView);
}

export async function getRoute(reader: Reader, id: number) {
  const row = await routeRows(reader).where('r.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Refusal('missing', 'ROUTE_UNKNOWN');
  return routeView(row);
}

function routeRows(reader: Reader) {
  return reader
    .selectFrom('collection_route as r')
    .innerJoin('agent as a', 'a.id', 'r.agentId')
    .innerJoin('user as u', 'u.id', 'a.userId')
    .select(({ fn, selectFrom }) => [
      'r.id',
      'r.code',
      'r.name',
      'r.agentId',
      'a.number as agentNumber',
      'u.name as agentName',
      'r.version',
      selectFrom('daily_deposit')
        .innerJoin('deposit', 'deposit.id', 'daily_deposit.depositId')
        .select(fn.countAll<number>().as('n'))
        .whereRef('daily_deposit.routeId', '=', 'r.id')
        .where('deposit.status', '!=', 'closed')
        .as('accounts'),
    ]);
}

function routeView(row: Awaited<ReturnType<ReturnType<typeof routeRows>['execute']>>[number]) {
  return {
    id: String(row.id),
    code: row.code,
    name: row.name,
    agentId: String(row.agentId),
    agentNumber: row.agentNumber,
    agentName: row.agentName,
    accounts: Number(row.accounts ?? 0),
    version: row.version,
  };
}
