import type { ShareHoldingQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { shareHoldingList } from './share-queries.ts';

const HEADS = {
  en: ['Member number', 'Member', 'Folio', 'Shares', 'Amount', 'Waiting for allotment'],
  hi: ['सदस्य संख्या', 'सदस्य', 'फ़ोलियो', 'अंश', 'राशि', 'आवंटन की प्रतीक्षा में'],
};

export function exportHoldings(
  platform: Platform,
  actor: Actor,
  { q, pending }: z.output<typeof ShareHoldingQuery>,
): Promise<AsyncGenerator<string>> {
  return exportList(platform, actor, {
    action: 'shares.exported',
    subjectKind: 'share_holding',
    filter: { q, pending },
    heads: HEADS[actor.language],
    page: (cursor) => shareHoldingList(platform, actor, { q, pending, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [row.memberNumber, row.memberName, row.folio, String(row.shares), row.amount, row.pending],
  });
}
