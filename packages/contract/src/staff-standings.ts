// Whether a member is of the society's staff, from which day on: the rate cards have rates for staff.

import { z } from 'zod';
import { DayInput, DayText, Id, InstantText, typedText } from './common.ts';

export const StaffStanding = z.object({
  id: Id,
  isStaff: z.boolean(),
  effectiveFrom: DayText,
  reason: z.string(),
  setBy: z.string(),
  approvedBy: z.string(),
  recordedAt: InstantText,
});
export const StaffStandingList = z.object({
  /** Today. */
  isStaff: z.boolean(),
  waitingApprovalId: Id.nullable(),
  /** The latest day first. */
  items: z.array(StaffStanding),
});
export const AskStaffStandingBody = z
  .strictObject({ isStaff: z.boolean(), effectiveFrom: DayInput, reason: typedText(200, 5) })
  .meta({ examples: [{ isStaff: true, effectiveFrom: '2027-04-01', reason: 'Appointed as clerk by MC/2027/3' }] });
/** A second person decides. */
export const AskedStaffStanding = z.object({ approvalId: Id });
