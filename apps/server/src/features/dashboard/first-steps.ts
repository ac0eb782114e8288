import { FIRST_STEPS, type FirstSteps } from '@kafal/contract';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Platform } from '../../platform/platform.ts';

type Step = (typeof FIRST_STEPS)[number];

/** How far a new society is: nothing is ticked by hand, and each answer is one row found or not. */
export async function firstSteps({ database }: Platform): Promise<FirstSteps> {
  const steps = await Promise.all(FIRST_STEPS.map(async (step) => ({ step, isDone: await IS_DONE[step](database) })));
  return { isDone: steps.every(({ isDone }) => isDone), steps };
}

const IS_DONE: Readonly<Record<Step, (reader: Reader) => Promise<boolean>>> = {
  staff: async (reader) =>
    found(
      await reader
        .selectFrom('user')
        .innerJoin('role_permission', 'role_permission.roleCode', 'user.roleCode')
        .select('user.id')
        .where('user.kind', '=', 'staff')
        .where('user.status', '=', 'active')
        .where('role_permission.permission', '=', 'receipt.take')
        .limit(1)
        .executeTakeFirst(),
    ),
  member: async (reader) => found(await reader.selectFrom('member').select('id').limit(1).executeTakeFirst()),
  till: async (reader) => found(await reader.selectFrom('till_session').select('id').limit(1).executeTakeFirst()),
  receipt: async (reader) => found(await reader.selectFrom('receipt').select('id').limit(1).executeTakeFirst()),
  closing: async (reader) =>
    found(
      await reader.selectFrom('till_session').select('id').where('status', '=', 'closed').limit(1).executeTakeFirst(),
    ),
};

const found = (row: object | undefined): boolean => row !== undefined;
