import { z } from 'zod';
import { DayInput, Id, IdInput, InstantText, ListQuery, page } from './common.ts';

export const AuditRow = z.object({
  id: Id,
  recordedAt: InstantText,
  userId: Id.nullable(),
  userName: z.string(),
  userKind: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  /** As people call it; null for what has no name but its id. */
  subjectName: z.string().nullable(),
  oldValues: z.record(z.string(), z.unknown()).nullable(),
  newValues: z.record(z.string(), z.unknown()).nullable(),
  address: z.string(),
  agent: z.string(),
  requestId: z.string(),
});
export const AuditList = page(AuditRow);
export const AuditQuery = z.strictObject({
  ...ListQuery,
  action: z.string().max(48).optional(),
  userId: IdInput.optional(),
  subjectKind: z.string().max(32).optional(),
  subjectId: z.string().max(40).optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
});
