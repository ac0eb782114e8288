// Employers who hand over what they keep back from wages, and which members work for them: what a demand list goes by.

import type { AddEmployerBody, EmployerList, EmploymentBody, RenameEmployerBody } from '@kafal/contract';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, underKeyIfSent } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { recordAudit } from '../audit/index.ts';
import { getMemberForUpdate } from './find-member.ts';

/** By name. */
export async function listEmployers(reader: Reader): Promise<z.input<typeof EmployerList>> {
  const rows = await reader
    .selectFrom('employer as e')
    .leftJoin('member_employment as w', 'w.employerId', 'e.id')
    .leftJoin('member as m', (join) => join.onRef('m.id', '=', 'w.memberId').on('m.status', '!=', 'closed'))
    .select(['e.id', 'e.name', 'e.version'])
    .select(({ fn }) => fn.count<number>('m.id').as('members'))
    .groupBy(['e.id', 'e.name', 'e.nameKey', 'e.version'])
    .orderBy('e.nameKey')
    .execute();
  return { items: rows.map(({ id, members, ...row }) => ({ ...row, id: String(id), members: Number(members) })) };
}

export async function addEmployer(
  platform: Platform,
  actor: Actor,
  { name }: z.output<typeof AddEmployerBody>,
  idempotency: Idempotency | undefined,
): Promise<KeptOutcome<{ readonly id: string }>> {
  return underKeyIfSent(platform, actor, idempotency, async (trx) => {
    const row = { name, nameKey: keyOf(name) };
    const { insertId } = await unlessNamedTwice(
      platform,
      name,
      trx.insertInto('employer').values(row).executeTakeFirstOrThrow(),
    );
    const id = Number(insertId);
    await recordAudit(trx, platform, actor, {
      action: 'employer.added',
      subjectKind: 'employer',
      subjectId: id,
      newValues: { name },
    });
    await tell(trx, platform, id);
    return { id: String(id) };
  });
}

export async function renameEmployer(
  platform: Platform,
  actor: Actor,
  { id, name, version }: z.output<typeof RenameEmployerBody> & { readonly id: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const employer = await lockEmployer(trx, platform, id);
    if (employer.version !== version) throw new Refusal('conflict', 'EMPLOYER_CHANGED_MEANWHILE');
    const row = { name, nameKey: keyOf(name), version: version + 1 };
    await unlessNamedTwice(platform, name, trx.updateTable('employer').set(row).where('id', '=', id).execute());
    await recordAudit(trx, platform, actor, {
      action: 'employer.renamed',
      subjectKind: 'employer',
      subjectId: id,
      oldValues: { name: employer.name },
      newValues: { name },
    });
    await tell(trx, platform, id);
  });
}

/** Where a member works from now on; nowhere the society gets money from, where no employer is named. */
export async function changeEmployment(
  platform: Platform,
  actor: Actor,
  { memberId, employerId, employeeNumber = null }: z.output<typeof EmploymentBody> & { readonly memberId: number },
): Promise<void> {
  await platform.transact(async (trx) => {
    const member = await getMemberForUpdate(trx, platform, memberId);
    const before = await employmentOf(trx, member.id);
    const employer = employerId === null ? undefined : await lockEmployer(trx, platform, employerId, 'employerId');
    if (employer === undefined) {
      await trx.deleteFrom('member_employment').where('memberId', '=', member.id).execute();
    } else {
      const row = { memberId: member.id, employerId: employer.id, employeeNumber };
      await platform.dialect.upsert(trx, 'member_employment', row, { key: ['memberId'] });
    }
    await recordAudit(trx, platform, actor, {
      action: 'member.employment_changed',
      subjectKind: 'member',
      subjectId: member.id,
      oldValues: before === null ? {} : { employer: before.employerName, employeeNumber: before.employeeNumber },
      newValues: employer === undefined ? {} : { employer: employer.name, employeeNumber },
    });
  });
}

export async function employmentOf(reader: Reader, memberId: number) {
  const row = await reader
    .selectFrom('member_employment as w')
    .innerJoin('employer as e', 'e.id', 'w.employerId')
    .select(['e.id', 'e.name', 'w.employeeNumber'])
    .where('w.memberId', '=', memberId)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { employerId: String(row.id), employerName: row.name, employeeNumber: row.employeeNumber };
}

async function lockEmployer(trx: Trx, { dialect }: Pick<Platform, 'dialect'>, id: number, field?: string) {
  const found = await dialect.forUpdate(trx.selectFrom('employer').selectAll().where('id', '=', id)).executeTakeFirst();
  if (found !== undefined) return found;
  throw new Refusal('missing', 'EMPLOYER_NOT_FOUND', undefined, field);
}

async function unlessNamedTwice<Result>(platform: Platform, name: string, written: Promise<Result>): Promise<Result> {
  try {
    return await written;
  } catch (error) {
    if (platform.dialect.isDuplicateKey(error) === undefined) throw error;
    throw new Refusal('conflict', 'EMPLOYER_NAME_TAKEN', { name }, 'name');
  }
}

const keyOf = (name: string) => name.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

const tell = (trx: Trx, platform: Platform, id: number) =>
  recordEvent(trx, platform, { name: 'settings.changed', payload: { name: `employer.${id}` } });
