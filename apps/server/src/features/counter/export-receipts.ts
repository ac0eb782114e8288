import type { ReceiptQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { listReceipts } from './receipt-queries.ts';

const HEADS = {
  en: [
    ...['Number', 'In or out', 'Issued on', 'Issued at (UTC)', 'Member number', 'Member'],
    ...['Mode', 'Reference', 'Till', 'Issued by', 'Taken back', 'Amount'],
  ],
  hi: [
    ...['संख्या', 'प्राप्ति या भुगतान', 'तिथि', 'समय (UTC)', 'सदस्य संख्या', 'सदस्य'],
    ...['माध्यम', 'संदर्भ', 'गल्ला', 'जारीकर्ता', 'उलटी गई', 'राशि'],
  ],
};
const WORDS = {
  en: { in: 'Receipt', out: 'Payment', yes: 'yes' },
  hi: { in: 'प्राप्ति', out: 'भुगतान', yes: 'हाँ' },
};

export function exportReceipts(
  platform: Platform,
  actor: Actor,
  { cursor: _cursor, limit: _limit, total: _total, ...filter }: z.output<typeof ReceiptQuery>,
): Promise<AsyncGenerator<string>> {
  const words = WORDS[actor.language];
  return exportList(platform, actor, {
    action: 'receipts.exported',
    subjectKind: 'receipt',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listReceipts(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.number,
      words[row.direction],
      row.issuedOn,
      row.issuedAt,
      row.memberNumber,
      row.memberName,
      row.mode,
      row.reference,
      row.tillCode,
      row.issuedBy,
      row.reversedByEntryId === null ? '' : words.yes,
      row.total,
    ],
  });
}
