import type { NomineeView } from '@kafal/contract';
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
  return rows.map(({ shareBasisPoints, ...nominee }) => ({ ...nominee, sharePercent: percentText(shareBasisPoints) }));
}

/** 3333 → "33.33" */
function percentText(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
