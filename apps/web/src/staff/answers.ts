import type * as contract from '@kafal/contract';
import type { z } from 'zod';
import type { BodyOf } from '../shared/client.ts';

// The shapes that the staff screens read and send, by name. Types only, so no validator is fetched.

type Answer<Schema extends z.ZodType> = z.output<Schema>;

export type { Permission } from '@kafal/contract';
export type {
  ActPreview,
  Deposit,
  DepositList,
  Explanation,
  JournalEntry,
  LoginHistory,
  Me,
  Member,
  NotificationList,
  Passbook,
  Receipt,
  ReceiptList,
  SessionList,
  SessionUser,
  ShareHolding,
  Society,
  TransactionList,
} from '../shared/answers.ts';

export type TotpEnrolment = Answer<typeof contract.TotpEnrolment>;
export type DashboardStats = Answer<typeof contract.DashboardStats>;

export type ApplicationList = Answer<typeof contract.ApplicationList>;
export type ApplicationRow = Answer<typeof contract.ApplicationRow>;
export type Application = Answer<typeof contract.ApplicationView>;
export type ApproveApplicationRequest = BodyOf<'put', '/api/admin/member-requests/{id}/approve'>;
export type ApprovedAnswer = Answer<typeof contract.ApprovedAnswer>;
export type RegisterWalkInRequest = BodyOf<'post', '/api/admin/member-requests'>;
export type RegisteredAnswer = Answer<typeof contract.RegisteredAnswer>;

export type MemberList = Answer<typeof contract.MemberList>;
export type MemberRow = Answer<typeof contract.MemberRow>;
export type MemberStatus = Answer<typeof contract.MemberStatus>;
export type MemberDeposit = Answer<typeof contract.MemberDepositView>;
export type Due = Answer<typeof contract.DueView>;
export type Nominee = Answer<typeof contract.NomineeView>;
export type ChangeProfileRequest = BodyOf<'put', '/api/members/{id}'>;
export type ChangedProfile = Answer<typeof contract.ChangedProfile>;
export type StatusHistory = Answer<typeof contract.StatusHistory>;
export type StatusChangeRequest = BodyOf<'post', '/api/members/{id}/status-changes'>;
export type StatusChangeAnswer = Answer<typeof contract.StatusChangeAnswer>;
export type DisclosureRequest = BodyOf<'post', '/api/members/{id}/disclosures'>;
export type DisclosureAnswer = Answer<typeof contract.DisclosureAnswer>;
export type IssuedCode = Answer<typeof contract.IssuedCode>;

export type AllotSharesRequest = BodyOf<'post', '/api/members/{memberId}/share-allotments'>;
export type AllotSharesAnswer = Answer<typeof contract.AllotSharesAnswer>;
export type ShareHoldingList = Answer<typeof contract.ShareHoldingList>;
export type ShareHoldingRow = Answer<typeof contract.ShareHoldingRow>;

export type CounterSearch = Answer<typeof contract.CounterSearch>;
export type CounterMember = Answer<typeof contract.CounterMember>;
export type FoundMember = CounterSearch['items'][number];
export type TakeReceiptRequest = BodyOf<'post', '/api/receipts'>;
export type TakeReceiptAnswer = Answer<typeof contract.TakeReceiptAnswer>;
export type PaymentMode = Answer<typeof contract.PaymentMode>;
export type ReceiptRow = Answer<typeof contract.ReceiptRow>;
export type WithdrawRequest = BodyOf<'post', '/api/deposits/{id}/withdrawals'>;
export type WithdrawAnswer = Answer<typeof contract.WithdrawAnswer>;
export type TransferRequest = BodyOf<'post', '/api/deposits/{id}/transfers'>;
export type TransferAnswer = Answer<typeof contract.TransferAnswer>;
export type TillList = Answer<typeof contract.TillList>;
export type Till = Answer<typeof contract.TillView>;
export type TillSession = Answer<typeof contract.TillSessionView>;
export type TillSessionList = Answer<typeof contract.TillSessionList>;
export type CurrentTillSession = Answer<typeof contract.CurrentTillSession>;
export type OpenTillRequest = BodyOf<'post', '/api/tills/{id}/sessions'>;
export type CloseTillRequest = BodyOf<'post', '/api/till-sessions/{id}/closing'>;
export type CloseTillAnswer = Answer<typeof contract.CloseTillAnswer>;

export type DepositProductList = Answer<typeof contract.DepositProductList>;

export type ApprovalList = Answer<typeof contract.ApprovalList>;
export type ApprovalRow = Answer<typeof contract.ApprovalRow>;
export type Approval = Answer<typeof contract.ApprovalView>;
export type DecidedAnswer = Answer<typeof contract.DecidedAnswer>;

export type JournalEntryRow = Answer<typeof contract.JournalEntryRow>;
export type Posting = Answer<typeof contract.PostingView>;
export type ReverseEntryAnswer = Answer<typeof contract.ReverseEntryAnswer>;
export type DayBook = Answer<typeof contract.DayBook>;
export type TrialBalance = Answer<typeof contract.TrialBalance>;
export type TrialBalanceRow = Answer<typeof contract.TrialBalanceRow>;
export type AccountList = Answer<typeof contract.AccountList>;
export type Account = Answer<typeof contract.AccountView>;
export type AccountLedger = Answer<typeof contract.AccountLedger>;
export type EnterVoucherRequest = BodyOf<'post', '/api/vouchers'>;
export type EnterVoucherAnswer = Answer<typeof contract.EnterVoucherAnswer>;
export type BusinessDayState = Answer<typeof contract.BusinessDayState>;
export type BusinessDayList = Answer<typeof contract.BusinessDayList>;
export type CloseDayAnswer = Answer<typeof contract.CloseDayAnswer>;

export type AuditList = Answer<typeof contract.AuditList>;
export type AuditRow = Answer<typeof contract.AuditRow>;

export type SettingsList = Answer<typeof contract.SettingsList>;
export type Setting = Answer<typeof contract.SettingView>;
export type SettingHistory = Answer<typeof contract.SettingHistory>;
export type ChangeSettingRequest = BodyOf<'put', '/api/settings/{name}'>;
export type FeeList = Answer<typeof contract.FeeList>;
export type StaffUserList = Answer<typeof contract.StaffUserList>;
export type StaffUser = Answer<typeof contract.StaffUserView>;
export type CreatedStaffUser = Answer<typeof contract.CreatedStaffUser>;
export type CreateStaffUserRequest = BodyOf<'post', '/api/admin/users'>;
export type ChangeStaffUserRequest = BodyOf<'put', '/api/admin/users/{id}'>;
export type RoleList = Answer<typeof contract.RoleList>;
export type Role = Answer<typeof contract.RoleView>;
