// Whom the society may know already. Staff are told; a stranger at the public form never is.

import type { CalendarDate } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';

export const DUPLICATE_CODES = [
  'EMAIL_TAKEN',
  'PAN_TAKEN',
  'PHONE_SHARED',
  'SAME_NAME_AND_BIRTH_DATE',
  'APPLICATION_SAME_PERSON',
] as const;
export type DuplicateCode = (typeof DUPLICATE_CODES)[number];

export interface DuplicateFlag {
  readonly code: DuplicateCode;
  readonly memberId: number | null;
  /** The member's number, or the tracking number of another application. */
  readonly number: string;
}

/** Two members cannot have the same of these, whatever the reason. */
export function isForbiddenDuplicate({ code }: DuplicateFlag): boolean {
  return code === 'EMAIL_TAKEN' || code === 'PAN_TAKEN';
}

export interface SoughtPerson {
  readonly name: string;
  readonly dateOfBirth: CalendarDate;
  readonly phone: string | null;
  readonly emailKey: string | null;
  readonly panKeys: readonly string[];
  readonly exceptApplicationId?: number;
  readonly exceptMemberId?: number;
}

export async function findDuplicates(reader: Reader, person: SoughtPerson): Promise<DuplicateFlag[]> {
  return [...(await knownMembers(reader, person)), ...(await openApplications(reader, person))];
}

/** The members who have this phone now; one who has left for good no longer counts. */
export async function membersWithPhone(
  reader: Reader,
  phone: string,
  exceptMemberId = 0,
): Promise<{ id: number; number: string }[]> {
  return reader
    .selectFrom('member')
    .select(['id', 'number'])
    .where('phone', '=', phone)
    .where('id', '<>', exceptMemberId)
    .where('status', '<>', 'closed')
    .orderBy('id')
    .execute();
}

async function knownMembers(reader: Reader, person: SoughtPerson): Promise<DuplicateFlag[]> {
  const { name, dateOfBirth, phone, emailKey, panKeys, exceptMemberId = 0 } = person;
  const members = reader.selectFrom('member').select(['id', 'number']).where('id', '<>', exceptMemberId).orderBy('id');
  const flags: DuplicateFlag[] = [];
  const flag = (code: DuplicateCode, rows: readonly { id: number; number: string }[]) => {
    for (const row of rows) flags.push({ code, memberId: row.id, number: row.number });
  };

  if (emailKey !== null) flag('EMAIL_TAKEN', await members.where('emailKey', '=', emailKey).execute());
  if (panKeys.length > 0) flag('PAN_TAKEN', await members.where('panKey', 'in', [...panKeys]).execute());
  if (phone !== null) flag('PHONE_SHARED', await membersWithPhone(reader, phone, exceptMemberId));
  flag(
    'SAME_NAME_AND_BIRTH_DATE',
    await members.where('name', '=', name).where('dateOfBirth', '=', dateOfBirth).execute(),
  );
  return flags;
}

async function openApplications(reader: Reader, person: SoughtPerson): Promise<DuplicateFlag[]> {
  const { name, dateOfBirth, emailKey, panKeys, exceptApplicationId = 0 } = person;
  const rows = await reader
    .selectFrom('membership_application')
    .select('trackingNumber')
    .where('status', 'in', ['submitted', 'returned'])
    .where('id', '<>', exceptApplicationId)
    .where((where) =>
      where.or([
        where.and([where('name', '=', name), where('dateOfBirth', '=', dateOfBirth)]),
        ...(emailKey === null ? [] : [where('emailKey', '=', emailKey)]),
        ...(panKeys.length === 0 ? [] : [where('panKey', 'in', [...panKeys])]),
      ]),
    )
    .orderBy('id')
    .limit(5)
    .execute();
  return rows.map(({ trackingNumber }) => ({
    code: 'APPLICATION_SAME_PERSON',
    memberId: null,
    number: trackingNumber,
  }));
}

const TAKEN: Readonly<Record<string, { code: string; field: string }>> = {
  uq_member_email: { code: 'EMAIL_IN_USE', field: 'email' },
  uq_member_pan: { code: 'PAN_IN_USE', field: 'pan' },
};

/** Somebody else got there between the look and the write: the database's unique keys have the last word. */
export async function unlessTaken<Result>(
  platform: Pick<Platform, 'dialect'>,
  write: Promise<Result>,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const taken = TAKEN[platform.dialect.isDuplicateKey(error) ?? ''];
    if (taken === undefined) throw error;
    throw new Refusal('conflict', taken.code, undefined, taken.field);
  }
}
