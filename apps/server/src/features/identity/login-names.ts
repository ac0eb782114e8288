// What people type to say who they are, brought to one form. All names live in one namespace (login_name.nameKey), so
// that no two people, member or staff, can ever be meant by the same words.

import { normalisePhone, type PhoneCountry, toLatinDigits } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';

export type LoginNameKind = 'username' | 'email' | 'phone' | 'number';

export interface LoginName {
  readonly kind: LoginNameKind;
  /** A phone is already in the form +919812345678. */
  readonly text: string;
}

export interface TypedIdentifier {
  /** One form for all ways of writing the same thing: what log-in limits count. */
  readonly canonical: string;
  /** The keys it may stand for, the likeliest first. */
  readonly keys: readonly string[];
}

export function loginNameKey(name: LoginName): string {
  return plain(name.text);
}

/** "98123 45678", "+91-98123-45678", "Asha@Example.org", "kcs2026001": whatever form, the same keys. */
export function typedIdentifier(typed: string, phoneCountry: PhoneCountry): TypedIdentifier {
  const text = plain(typed);
  const phone = normalisePhone(typed, phoneCountry);
  const keys = phone === undefined || phone === text ? [text] : [text, phone];
  return { canonical: phone ?? text, keys };
}

/** Nobody types blanks or capitals into a log-in name on purpose; Devanagari digits mean the same as Latin ones. */
function plain(text: string): string {
  return toLatinDigits(text.normalize('NFC')).replace(/\s+/gu, '').toLowerCase();
}

/** The user whom a typed identifier means; a name typed as it stands goes before a phone it may be read as. */
export async function findUserIdByIdentifier(reader: Reader, typed: TypedIdentifier): Promise<number | undefined> {
  const rows = await reader
    .selectFrom('login_name')
    .select(['nameKey', 'userId'])
    .where('nameKey', 'in', [...typed.keys])
    .execute();
  for (const key of typed.keys) {
    const row = rows.find(({ nameKey }) => nameKey === key);
    if (row !== undefined) return row.userId;
  }
  return undefined;
}

/**
 * Gives a user these names of the named kinds and takes the older ones of those kinds away. A member number or user
 * name that is taken is refused; an e-mail or phone that somebody else logs in with simply stays theirs, because
 * families share them, and is no log-in name here. Answers the names that are now this user's.
 */
export async function changeLoginNames(
  trx: Trx,
  platform: Pick<Platform, 'dialect'>,
  userId: number,
  names: readonly LoginName[],
  kinds: readonly LoginNameKind[] = [...new Set(names.map(({ kind }) => kind))],
): Promise<LoginName[]> {
  if (kinds.length > 0) {
    await trx
      .deleteFrom('login_name')
      .where('userId', '=', userId)
      .where('kind', 'in', [...kinds])
      .execute();
  }
  const given: LoginName[] = [];
  for (const name of names) {
    const nameKey = loginNameKey(name);
    const insert = trx.insertInto('login_name').values({ nameKey, kind: name.kind, userId });
    if (await platform.dialect.insertIgnore(insert)) {
      given.push(name);
      continue;
    }
    const holder = await trx
      .selectFrom('login_name')
      .select('userId')
      .where('nameKey', '=', nameKey)
      .executeTakeFirst();
    if (holder?.userId === userId) continue;
    if (name.kind === 'username') throw new Refusal('conflict', 'LOGIN_NAME_TAKEN', {}, 'username');
    if (name.kind === 'number') throw new Refusal('conflict', 'LOGIN_NAME_TAKEN', {}, 'number');
  }
  return given;
}

/** As the owner reads them: the keys themselves, in a fixed order. */
export async function loginNamesOf(
  reader: Reader,
  userId: number,
): Promise<{ kind: LoginNameKind; nameKey: string }[]> {
  const rows = await reader
    .selectFrom('login_name')
    .select(['kind', 'nameKey'])
    .where('userId', '=', userId)
    .orderBy('kind')
    .orderBy('nameKey')
    .execute();
  // Only changeLoginNames writes the column, and its type allows these kinds alone.
  return rows as { kind: LoginNameKind; nameKey: string }[];
}
