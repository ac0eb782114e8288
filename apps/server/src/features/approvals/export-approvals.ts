import type { ApprovalQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { approvalList } from './approval-queries.ts';

const HEADS = {
  en: [
    ...['Number', 'What is asked', 'Member number', 'Member', 'Amount', 'Status'],
    ...['Asked by', 'Asked at (UTC)', 'Decided by', 'Decided at (UTC)', 'Reason'],
  ],
  hi: [
    ...['संख्या', 'क्या माँगा गया', 'सदस्य संख्या', 'सदस्य', 'राशि', 'स्थिति'],
    ...['किसने माँगा', 'माँगने का समय (UTC)', 'किसने निर्णय लिया', 'निर्णय का समय (UTC)', 'कारण'],
  ],
};
const STATUSES = {
  en: { pending: 'Waiting', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' },
  hi: { pending: 'प्रतीक्षा में', approved: 'स्वीकृत', rejected: 'अस्वीकृत', withdrawn: 'वापस लिया गया' },
};

/** Without a status those that wait, as in the list itself. */
export function exportApprovals(
  platform: Platform,
  actor: Actor,
  { cursor: _cursor, limit: _limit, total: _total, ...filter }: z.output<typeof ApprovalQuery>,
): Promise<AsyncGenerator<string>> {
  return exportList(platform, actor, {
    action: 'approvals.exported',
    subjectKind: 'approval_request',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => approvalList(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.id,
      row.summary,
      row.memberNumber,
      row.memberName,
      row.amount,
      STATUSES[actor.language][row.status],
      row.requestedBy,
      row.requestedAt,
      row.decidedBy,
      row.decidedAt,
      row.reason,
    ],
  });
}
