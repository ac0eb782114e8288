// The papers that prove who a member is: looked at by a second person, good until a day, and looked at again by the risk that the
// member is. The papers themselves are files of the member (features/files); here stands what is said of them.

import { registerApprovalKind } from '../approvals/index.ts';
import { membersMessages } from '../members/index.ts';
import { applyApprovedPicture, forgetRefusedPicture } from './check-paper.ts';

export { rejectPaper, verifyPaper } from './check-paper.ts';
export { kycRoutes } from './kyc-routes.ts';
export { offeredKinds } from './kyc-rules.ts';
export { kycEndings } from './member-kyc.ts';
export { kycMessages } from './messages.ts';
export { countPapersToCheck } from './papers-to-check.ts';
export { changeRisk } from './review-member.ts';

registerApprovalKind('member-picture', {
  messages: membersMessages,
  approve: applyApprovedPicture,
  refused: forgetRefusedPicture,
});
