// A request as the stream of the day and the notices tell of it: who asked, what, and what became of it.

import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ApprovalKind } from './approval-kinds.ts';
import { readRequests, saidSummary } from './approval-queries.ts';

export interface ToldRequest {
  readonly kind: ApprovalKind;
  /** The sentence of the list of approvals, with names and amounts: for whoever may read that list. */
  readonly summary: string;
  readonly status: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  readonly maker: string;
  readonly makerUserId: number;
  readonly isMakerMember: boolean;
  readonly decider: string;
}

export async function toldRequests(
  platform: Platform,
  ids: readonly number[],
  { language, currency }: { readonly language: Language; readonly currency: string },
): Promise<Map<number, ToldRequest>> {
  // An empty list is no question at all, and no database likes `in ()`.
  if (ids.length === 0) return new Map();
  const rows = await readRequests(platform.database, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...saidSummary(row, language, currency),
        maker: row.requestedBy ?? '',
        makerUserId: row.requestedByUserId,
        isMakerMember: row.requesterKind === 'member',
        decider: row.decidedBy ?? '',
      },
    ]),
  );
}
