import type { SavedView, SaveViewBody } from '@kafal/contract';
import { invariant } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { findOwnView, toSavedView } from './view-queries.ts';

const MOST_VIEWS = 100;

/** Under a name that is kept already for that list, the new view takes the place of the old one. */
export async function saveView(
  platform: Platform,
  actor: Actor,
  view: z.output<typeof SaveViewBody>,
): Promise<SavedView> {
  const { list, name } = view;
  return platform.transact(async (trx) => {
    // Two tabs of one person wait for each other here, so that neither passes the limit nor meets the other's name.
    await platform.dialect.forUpdate(trx.selectFrom('user').select('id').where('id', '=', actor.userId)).execute();
    const kept = await trx.selectFrom('saved_view').selectAll().where('userId', '=', actor.userId).execute();
    const before = kept.find((one) => one.list === list && one.name === name);
    if (before === undefined && kept.length >= MOST_VIEWS) {
      throw new Refusal('rule', 'VIEWS_TOO_MANY', { maximum: MOST_VIEWS }, 'name');
    }

    const values = {
      search: JSON.stringify(view.search),
      hiddenColumns: JSON.stringify(view.hiddenColumns),
      savedAt: platform.clock.now(),
    };
    let id = before?.id;
    if (id === undefined) {
      const { insertId } = await platform.dialect.run(
        trx,
        'INSERT INTO saved_view (userId, list, name, search, hiddenColumns, savedAt) VALUES (?, ?, ?, ?, ?, ?)',
        [actor.userId, list, name, values.search, values.hiddenColumns, values.savedAt],
      );
      id = insertId;
    } else {
      await trx.updateTable('saved_view').set(values).where('id', '=', id).execute();
    }

    await recordAudit(trx, platform, actor, {
      action: 'view.saved',
      subjectKind: 'saved_view',
      subjectId: id,
      newValues: { list, name },
    });
    const saved = await findOwnView(trx, actor, id);
    invariant(saved, 'a view that was just saved is there');
    return toSavedView(saved);
  });
}

export async function removeView(platform: Platform, actor: Actor, id: number): Promise<void> {
  await platform.transact(async (trx) => {
    const view = await findOwnView(trx, actor, id);
    if (view === undefined) throw new Refusal('missing', 'VIEW_UNKNOWN');
    await trx.deleteFrom('saved_view').where('id', '=', id).execute();
    await recordAudit(trx, platform, actor, {
      action: 'view.removed',
      subjectKind: 'saved_view',
      subjectId: id,
      oldValues: { list: view.list, name: view.name },
    });
  });
}
