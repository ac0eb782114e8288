import type { TermProductHistory } from '@kafal/contract';
import type { z } from 'zod';
import type { Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { termProductFields, withRates } from './term-products.ts';

/** Every version of a product with its rate card, newest first. */
export async function termProductHistory(
  platform: Platform,
  code: string,
  language: Language,
): Promise<z.infer<typeof TermProductHistory>['items']> {
  const rows = await platform.database
    .selectFrom('term_product as p')
    .leftJoin('user as maker', 'maker.id', 'p.setByUserId')
    .leftJoin('user as checker', 'checker.id', 'p.approvedByUserId')
    .selectAll('p')
    .select(['maker.name as setBy', 'checker.name as approvedBy'])
    .where('p.code', '=', code)
    .orderBy('p.effectiveFrom', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  if (rows.length === 0) throw new Refusal('missing', 'DEPOSIT_PRODUCT_UNKNOWN');
  return (await withRates(platform.database, rows)).map((version) => ({
    ...termProductFields(version, language),
    effectiveFrom: version.effectiveFrom,
    legalBasis: version.legalBasis,
    reason: version.reason,
    setBy: version.setBy,
    approvedBy: version.approvedBy,
    recordedAt: new Date(version.recordedAt).toISOString(),
  }));
}
