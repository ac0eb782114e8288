import { SavedView, type SavedViewQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Row } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/http/actor.ts';

/** The reader's own, by name. */
export async function listViews(
  reader: Reader,
  actor: Actor,
  { list }: z.output<typeof SavedViewQuery>,
): Promise<{ items: SavedView[] }> {
  const rows = await reader
    .selectFrom('saved_view')
    .selectAll()
    .where('userId', '=', actor.userId)
    .$if(list !== undefined, (select) => select.where('list', '=', list ?? ''))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return { items: rows.map(toSavedView) };
}

/** Another's view answers like one that does not exist. */
export function findOwnView(reader: Reader, actor: Actor, id: number) {
  return reader
    .selectFrom('saved_view')
    .selectAll()
    .where('id', '=', id)
    .where('userId', '=', actor.userId)
    .executeTakeFirst();
}

export function toSavedView({ id, list, name, search, hiddenColumns }: Row<'saved_view'>): SavedView {
  return SavedView.parse({
    id: String(id),
    list,
    name,
    search: JSON.parse(search),
    hiddenColumns: JSON.parse(hiddenColumns),
  });
}
