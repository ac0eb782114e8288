import type { StaffUserQuery } from '@kafal/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { EXPORTED_ROWS_AT_ONCE, exportList } from '../audit/index.ts';
import { listStaffUsers } from './staff-user-queries.ts';

const HEADS = {
  en: ['User name', 'Name', 'Role', 'Status', 'Phone', 'E-mail', 'Second factor', 'Last log-in (UTC)'],
  hi: ['उपयोगकर्ता नाम', 'नाम', 'भूमिका', 'स्थिति', 'फ़ोन', 'ई-मेल', 'दूसरा प्रमाण', 'अंतिम लॉग इन (UTC)'],
};
const WORDS = {
  en: { active: 'Active', suspended: 'Suspended', closed: 'Closed', yes: 'yes' },
  hi: { active: 'सक्रिय', suspended: 'निलंबित', closed: 'बंद', yes: 'हाँ' },
};

export function exportStaffUsers(
  platform: Platform,
  actor: Actor,
  { q, status }: z.output<typeof StaffUserQuery>,
): Promise<AsyncGenerator<string>> {
  const words = WORDS[actor.language];
  return exportList(platform, actor, {
    action: 'users.exported',
    subjectKind: 'user',
    filter: { q, status },
    heads: HEADS[actor.language],
    page: (cursor) => listStaffUsers(platform, actor.language, { q, status, cursor, limit: EXPORTED_ROWS_AT_ONCE }),
    cells: (user) => [
      user.username,
      user.name,
      user.roleName,
      words[user.status],
      user.phone,
      user.email,
      user.totpEnabled ? words.yes : '',
      user.lastLoginAt,
    ],
  });
}
