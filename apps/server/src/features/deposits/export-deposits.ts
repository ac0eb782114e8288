import type { DepositQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { listDeposits } from './deposit-queries.ts';

const HEADS = {
  en: [
    'Account',
    'Member number',
    'Member',
    'Kind of account',
    'Status',
    'Opened on',
    'Matures on',
    'Value at maturity',
    'Ends on',
    'Comes to',
    'Held back',
    'Balance',
  ],
  hi: [
    'खाता',
    'सदस्य संख्या',
    'सदस्य',
    'खाते का प्रकार',
    'स्थिति',
    'खोलने की तिथि',
    'परिपक्वता तिथि',
    'परिपक्वता राशि',
    'समाप्ति तिथि',
    'समाप्ति पर राशि',
    'रोकी गई राशि',
    'शेष',
  ],
};
const STATUSES = {
  en: { active: 'Active', dormant: 'Dormant', frozen: 'Frozen', closed: 'Closed' },
  hi: { active: 'सक्रिय', dormant: 'निष्क्रिय', frozen: 'रोका गया', closed: 'बंद' },
};

export function exportDeposits(
  platform: Platform,
  actor: Actor,
  { q, status, kind, irregular, maturesFrom, maturesTo, memberId, sort }: z.output<typeof DepositQuery>,
): Promise<AsyncGenerator<string>> {
  const filter = { q, status, kind, irregular, maturesFrom, maturesTo, memberId, sort };
  return exportList(platform, actor, {
    action: 'deposits.exported',
    subjectKind: 'deposit',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listDeposits(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.accountNumber,
      row.memberNumber,
      row.memberName,
      row.product,
      STATUSES[actor.language][row.status],
      row.openedOn,
      row.term?.maturesOn ?? '',
      row.term?.maturityValue ?? '',
      row.term?.end?.on ?? '',
      row.term?.end?.value ?? '',
      row.hold,
      row.balance,
    ],
  });
}
