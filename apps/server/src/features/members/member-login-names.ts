import type { Reader } from '../../platform/database/dialect.ts';
import type { LoginName } from '../identity/index.ts';
import { membersWithPhone } from './find-duplicates.ts';

export interface NamedMember {
  readonly id: number;
  readonly number: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Number, e-mail, and the phone unless another member has the same one. */
export async function memberLoginNames(reader: Reader, member: NamedMember): Promise<LoginName[]> {
  const names: LoginName[] = [{ kind: 'number', text: member.number }];
  if (member.email !== null) names.push({ kind: 'email', text: member.email });
  if (member.phone !== null && (await membersWithPhone(reader, member.phone, member.id)).length === 0) {
    names.push({ kind: 'phone', text: member.phone });
  }
  return names;
}
