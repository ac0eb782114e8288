import type { NomineeView } from '@kafal/contract';
import { formatBasisPoints } from '@kafal/core';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';

export async function nomineesOf(
  reader: Reader,
  owner: { readonly applicationId: number } | { readonly memberId: number },
): Promise<z.infer<typeof NomineeView>[]> {
  const nominees = reader
    .selectFrom('nominee')
    .select(['name', 'relation', 'dateOfBirth', 'shareBasisPoints', 'guardianName', 'guardianRelation'])
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
