import type { NoticeRow } from '../answers.ts';

export const kinds = ['general', 'important', 'urgent', 'event'] as const satisfies readonly NoticeRow['kind'][];
export const priorities = ['low', 'medium', 'high'] as const satisfies readonly NoticeRow['priority'][];
export const audiences = [
  'everyone',
  'members',
  'staff',
  'committee',
  'borrowers',
  'borrowers-in-arrears',
  'depositors-maturing',
] as const satisfies readonly NoticeRow['audience'][];
export const noticeLanguages = ['en', 'hi', 'ne'] as const satisfies readonly NoticeRow['language'][];

/** After which the list of notices may have other rows. */
export const noticeEvents = ['notice.published', 'notice.for-staff', 'notice.changed', 'notice.drafted'] as const;
