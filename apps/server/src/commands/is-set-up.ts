import type { Platform } from '../platform/platform.ts';

/** A society that has a name is set up. */
export async function isSetUp({ database }: Platform): Promise<boolean> {
  const name = await database
    .selectFrom('setting')
    .select('id')
    .where('name', '=', 'society.name')
    .limit(1)
    .executeTakeFirst();
  return name !== undefined;
}
