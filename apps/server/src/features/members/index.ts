import { registerApprovalKind } from '../approvals/index.ts';
import { applyApprovedStatusChange } from './change-member-status.ts';
import { applyApprovedDetails } from './change-profile.ts';
import { membersMessages } from './messages.ts';
import { applyApprovedStanding } from './staff-standing.ts';

export { activateWhenComplete } from './activate-member.ts';
export { type ApproveApplication, type ApprovedApplication, approveApplication } from './approve-application.ts';
export { awaitDuesAgain } from './await-dues-again.ts';
export { changeMemberStatus } from './change-member-status.ts';
export { changeProfile } from './change-profile.ts';
export { type CheckedNominee, checkedNominees } from './check-applicant.ts';
export { rejectApplication, returnApplication } from './decide-application.ts';
export { findMember, getMember, getMemberFor, getMemberForUpdate, type Member } from './find-member.ts';
export { maskAadhaar } from './identity-numbers.ts';
export { type ApprovedMember, type AtApproval, type MemberOpening, onMemberApproved } from './member-approved.ts';
export { type DuePayment, type MemberDue, memberDues, outstandingOf, payDue, unpayDue } from './member-dues.ts';
export type { PictureCommand } from './member-files.ts';
export { membersRoutes } from './members-routes.ts';
export { membersMessages } from './messages.ts';
export { nomineesInWords, nomineesOf } from './nominees.ts';
export { type PageCursor, readCursor, writeCursor } from './page-cursor.ts';
export { maskedNumber, refuseExpired } from './paper-details.ts';
export { type Registered, registerApplicant, registerWalkIn, resubmitApplication } from './register-member.ts';
export { staffStandings } from './staff-standing.ts';

registerApprovalKind('member-status', { messages: membersMessages, approve: applyApprovedStatusChange });
registerApprovalKind('member-details', { messages: membersMessages, approve: applyApprovedDetails });
registerApprovalKind('member-staff', { messages: membersMessages, approve: applyApprovedStanding });
