import type { NomineeView } from '@kafal/contract';
import { formatBasisPoints } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { CheckedNominee } from './check-applicant.ts';

/** The phone goes to nobody but the applicant who wrote it; the views leave it out. */
export type NamedNominee = z.infer<typeof NomineeView> & { readonly phone: string | null };

export async function nomineesOf(
  reader: Reader,
  owner: { readonly applicationId: number } | { readonly memberId: number },
): Promise<NamedNominee[]> {
  const nominees = reader
    .selectFrom('nominee')
    .select(['name', 'relation', 'dateOfBirth', 'shareBasisPoints', 'guardianName', 'guardianRelation', 'phone'])
    .orderBy('id');
  const rows = await ('memberId' in owner
    ? nominees.where('memberId', '=', owner.memberId)
    : nominees.where('applicationId', '=', owner.applicationId)
  ).execute();
  return rows.map(({ shareBasisPoints, ...nominee }) => ({
    ...nominee,
    sharePercent: formatBasisPoints(shareBasisPoints),
  }));
}

/** Everything that a second person compares with the signed form. */
export function nomineesInWords(
  nominees: readonly (Omit<CheckedNominee, 'phone' | 'dateOfBirth'> & { readonly dateOfBirth: string })[],
): string {
  return nominees
    .map(({ name, relation, dateOfBirth, shareBasisPoints, guardianName, guardianRelation }) =>
      [name, relation, dateOfBirth, `${formatBasisPoints(shareBasisPoints)} %`, guardianName, guardianRelation]
        .filter((part) => part !== null)
        .join(', '),
    )
    .join('; ');
}
