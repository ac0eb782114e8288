// Who somebody is and what they may do.

import { registerApprovalKind } from '../approvals/index.ts';
import { applyApprovedUserRole, mayNotDecideOwnRole } from './change-user-role.ts';
import { identityMessages } from './messages.ts';
import { applyApprovedRole } from './roles.ts';

export { actorOfToken } from './authenticate.ts';
export {
  ADMINISTRATOR_ROLE,
  type CreatedAdministrator,
  createAdmin,
  type NewAdministrator,
  prepareAdmin,
} from './create-admin.ts';
export { createStaffUser, type NewStaffUser } from './create-staff-user.ts';
export { identityRoutes } from './identity-routes.ts';
export { issueOneTimeCode } from './issue-one-time-code.ts';
export { changeLoginNames, type LoginName, type LoginNameKind, loginNamesOf } from './login-names.ts';
export {
  changeMemberContact,
  createMemberLogin,
  type MemberContact,
  type NewMemberLogin,
  setMemberLogin,
} from './member-logins.ts';
export { onSessionsEnded } from './memory.ts';
export { identityMessages } from './messages.ts';
export type { IssuedOneTimeCode } from './one-time-code.ts';
export { hashPassword } from './password-hash.ts';
export { seedRoles } from './roles.ts';
export { type EndReason, endSessionsOf } from './sessions.ts';
export { sweepLoginAttempts, sweepOneTimeCodes, sweepSessions } from './sweep-identity.ts';
export { findUserOfMember } from './user-queries.ts';

registerApprovalKind('role', { messages: identityMessages, approve: applyApprovedRole });
registerApprovalKind('user-role', {
  messages: identityMessages,
  approve: applyApprovedUserRole,
  mayNotDecide: mayNotDecideOwnRole,
});
