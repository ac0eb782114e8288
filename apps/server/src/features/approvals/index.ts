// Maker and checker: what a second person has to look at before it happens. Knows nothing of what is asked; the features
// that ask register what a yes does.

export {
  type ApprovalKind,
  type ApprovalLine,
  type ApprovalRequest,
  type ApprovalRule,
  type ApprovedAct,
  type LineValue,
  registerApprovalKind,
  type Sentence,
  type SentenceValue,
} from './approval-kinds.ts';
export { approvalsRoutes } from './approvals-routes.ts';
export { type AskedRuleChange, agreedBy, changeRule, type RuleChangeBy, waitingRules } from './change-rule.ts';
export { approveRequest, rejectRequest, withdrawRequest } from './decide-approval.ts';
export { approvalsMessages } from './messages.ts';
export { type RequestedApproval, requestApproval } from './request-approval.ts';
export { areOnePerson } from './second-person.ts';
export { type ToldRequest, toldRequests } from './told-requests.ts';
