import type { RequestOptions } from '../shared/api.ts';
import type { Permission } from './answers.ts';
import { api } from './staff-line.ts';

// Who is logged in, and what Today shows them, is asked for while the code that draws it is still on its way; so the page
// is drawn once, with everything at its place.

export const shownAtOnce = 20;
export const waitingApprovals = { status: 'pending', sort: 'requestedAt', limit: shownAtOnce } as const;
export const waitingApplications = { status: 'submitted', sort: 'submittedAt', limit: shownAtOnce } as const;

/** What stands on Today for whoever may do this. */
const today: readonly (readonly [permission: Permission, path: string, options?: RequestOptions])[] = [
  ['dashboard.read', '/api/admin/dashboard/stats'],
  ['dashboard.read', '/api/admin/dashboard/first-steps'],
  ['approval.decide', '/api/approvals', { query: waitingApprovals }],
  ['application.decide', '/api/admin/member-requests', { query: waitingApplications }],
  ['books.read', '/api/admin/dashboard/growth'],
  ['books.read', '/api/admin/dashboard/cash-flow'],
  ['books.read', '/api/admin/dashboard/books'],
  ['application.read', '/api/admin/dashboard/application-ages'],
];

export function askAhead(address: string): void {
  api.getAhead('/api/society', { anonymous: true });
  const asksFor = async () => {
    const user = await api.restoreAhead();
    if (user === undefined || user.mustChangePassword) return;
    api.getAhead('/api/me');
    if (!isToday(address)) return;
    for (const [permission, path, options] of today) {
      if (user.permissions.includes(permission)) api.getAhead(path, options);
    }
  };
  // The page asks again and says what is wrong.
  asksFor().catch(() => undefined);
}

/** The page that most days begin with; its code comes along with the rest instead of after it. */
export const isToday = (address: string): boolean => /^\/staff\/?$/.test(address);
