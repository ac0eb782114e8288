import type { LoanQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { listLoans } from './loan-queries.ts';

const HEADS = {
  en: [
    'Loan',
    'Member number',
    'Member',
    'Kind of loan',
    'State',
    'Asked on',
    'Amount',
    'Principal owed',
    'Next due',
    'Written off on',
    'Written off',
    'Recovered',
    'Left',
  ],
  hi: [
    'ऋण',
    'सदस्य संख्या',
    'सदस्य',
    'ऋण का प्रकार',
    'स्थिति',
    'माँगा गया',
    'राशि',
    'बाकी मूलधन',
    'अगली किस्त',
    'बट्टे खाते की तिथि',
    'बट्टे खाते में',
    'वसूल',
    'शेष',
  ],
};
const STATUSES = {
  en: {
    submitted: 'Submitted',
    returned: 'Returned',
    recommended: 'Recommended',
    sanctioned: 'Sanctioned',
    rejected: 'Rejected',
    withdrawn: 'Taken back',
    lapsed: 'Lapsed',
    active: 'Running',
    closed: 'Paid back',
    'written-off': 'Written off',
  },
  hi: {
    submitted: 'जमा हुआ',
    returned: 'लौटाया गया',
    recommended: 'सिफ़ारिश हुई',
    sanctioned: 'स्वीकृत',
    rejected: 'अस्वीकृत',
    withdrawn: 'वापस लिया गया',
    lapsed: 'समाप्त',
    active: 'चालू',
    closed: 'चुकाया गया',
    'written-off': 'बट्टे खाते में',
  },
};

export function exportLoans(
  platform: Platform,
  actor: Actor,
  { q, status, memberId }: z.output<typeof LoanQuery>,
): Promise<AsyncGenerator<string>> {
  const filter = { q, status, memberId };
  return exportList(platform, actor, {
    action: 'loans.exported',
    subjectKind: 'loan',
    filter,
    heads: HEADS[actor.language],
    page: (cursor) => listLoans(platform, actor, { ...filter, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (row) => [
      row.number,
      row.memberNumber,
      row.memberName,
      row.productName,
      STATUSES[actor.language][row.status],
      row.appliedOn,
      row.amount,
      row.outstanding,
      row.nextDueOn ?? '',
      row.writtenOff?.on ?? '',
      row.writtenOff?.amount ?? '',
      row.writtenOff?.recovered ?? '',
      row.writtenOff?.left ?? '',
    ],
  });
}
