/** Tables whose rows are never changed or removed: triggers refuse it, and the SQLite writer refuses the statement. */
export const APPEND_ONLY_TABLES = [
  'journal_entry',
  'posting',
  'audit',
  'office_message_entry',
  'meeting_step',
  'minutes_signature',
] as const;
