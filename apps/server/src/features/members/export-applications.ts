import type { ApplicationQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { applicationList } from './application-queries.ts';

const HEADS = {
  en: ['Tracking number', 'Name', 'Phone', 'Locality', 'Status', 'Came in', 'Submitted at (UTC)', 'Points to check'],
  hi: ['आवेदन क्रमांक', 'नाम', 'फ़ोन', 'स्थान', 'स्थिति', 'कैसे आया', 'जमा करने का समय (UTC)', 'जाँचने की बातें'],
};
const WORDS = {
  en: {
    submitted: 'Waiting',
    returned: 'Returned',
    approved: 'Approved',
    rejected: 'Rejected',
    online: 'Online',
    counter: 'At the counter',
  },
  hi: {
    submitted: 'प्रतीक्षा में',
    returned: 'लौटाया गया',
    approved: 'स्वीकृत',
    rejected: 'अस्वीकृत',
    online: 'ऑनलाइन',
    counter: 'काउंटर पर',
  },
};

/** Without a status those that wait, as in the list itself. */
export function exportApplications(
  platform: Platform,
  actor: Actor,
  { cursor: _cursor, limit: _limit, total: _total, ...filter }: z.output<typeof ApplicationQuery>,
): Promise<AsyncGenerator<string>> {
  const words = WORDS[actor.language];
  return exportList(platform, actor, {
    action: 'applications.exported',
    subjectKind: 'membership_application',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => applicationList(platform, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.trackingNumber,
      row.name,
      row.phone,
      row.locality,
      words[row.status],
      words[row.source],
      row.submittedAt,
      String(row.flags),
    ],
  });
}
