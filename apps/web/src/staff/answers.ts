import type * as contract from '@kafal/contract';
import type { z } from 'zod';
import type { BodyOf } from '../shared/client.ts';

// The shapes that the staff screens read and send, by name. Types only, so no validator is fetched.

type Answer<Schema extends z.ZodType> = z.output<Schema>;

export type { Permission } from '@kafal/contract';
export type {
  ActPreview,
  Deposit,
  Explanation,
  JournalEntry,
  LoginHistory,
  Member,
  NotificationList,
  Passbook,
  Receipt,
  SessionList,
  SessionUser,
  ShareHolding,
  Society,
  TermPlan,
} from '../shared/answers.ts';

export type EntryFigure = Answer<typeof contract.EntryFigure>;
export type DashboardStats = Answer<typeof contract.DashboardStats>;
export type DashboardGrowth = Answer<typeof contract.DashboardGrowth>;
export type DashboardCashFlow = Answer<typeof contract.DashboardCashFlow>;
export type DashboardExceptions = Answer<typeof contract.DashboardExceptions>;
export type ExceptionRow = Answer<typeof contract.ExceptionRow>;
export type BooksAgreement = Answer<typeof contract.BooksAgreement>;
export type InstallationState = Answer<typeof contract.InstallationState>;
export type FirstSteps = Answer<typeof contract.FirstSteps>;

export type DepositInterest = Answer<typeof contract.DepositInterest>;
export type DayEndState = Answer<typeof contract.DayEndState>;
export type DayEnd = Answer<typeof contract.DayEndView>;
export type DayEndDetails = Answer<typeof contract.DayEndDetails>;
export type DayEndStepView = Answer<typeof contract.DayEndStepView>;

export type ApplicationRow = Answer<typeof contract.ApplicationRow>;
export type Application = Answer<typeof contract.ApplicationView>;
export type ApproveApplicationRequest = BodyOf<'put', '/api/admin/member-requests/{id}/approve'>;
export type ApprovedAnswer = Answer<typeof contract.ApprovedAnswer>;
export type RegisterWalkInRequest = BodyOf<'post', '/api/admin/member-requests'>;

export type MemberRow = Answer<typeof contract.MemberRow>;
export type MemberStatus = Answer<typeof contract.MemberStatus>;
export type MemberDeposit = Answer<typeof contract.MemberDepositView>;
export type DepositHolding = Answer<typeof contract.DepositHolding>;
export type StandingInstruction = Answer<typeof contract.StandingInstructionView>;
export type StaffStanding = Answer<typeof contract.StaffStanding>;
export type TaxDeclaration = Answer<typeof contract.TaxDeclaration>;
export type DeclarationRegisterRow = Answer<typeof contract.DeclarationRegisterRow>;
export type InterestTaxRow = Answer<typeof contract.InterestTaxRow>;
export type TaxPayableMonths = Answer<typeof contract.TaxPayableMonths>;
export type InterestOfYear = Answer<typeof contract.InterestOfYearView>;
export type InterestTax = Answer<typeof contract.InterestTaxView>;
export type ThriftDue = Answer<typeof contract.ThriftDueView>;
export type DepositRestriction = Answer<typeof contract.DepositRestriction>;
export type LoanRow = Answer<typeof contract.LoanRow>;
export type Loan = Answer<typeof contract.LoanDetail>;
export type LoanProductRule = Answer<typeof contract.LoanProductRule>;
export type LoanProductRules = Answer<typeof contract.LoanProductRuleList>;
export type ChangeLoanProductRequest = BodyOf<'put', '/api/loan-products/{code}'>;
export type AgendaRow = Answer<typeof contract.AgendaRow>;
export type SanctionLevels = Answer<typeof contract.SanctionLevels>;
export type ChangeSanctionLevelsRequest = BodyOf<'put', '/api/sanction-levels'>;
export type CollateralItem = Answer<typeof contract.CollateralItem>;
export type CollateralRow = Answer<typeof contract.CollateralRow>;
export type OfferCollateralRequest = BodyOf<'post', '/api/loans/{id}/collateral'>;
export type LoanCollection = Answer<typeof contract.LoanCollection>;
export type RepaymentSheet = Answer<typeof contract.RepaymentSheetDetail>;
export type RepaymentSheetRow = Answer<typeof contract.RepaymentSheetRow>;
export type RepaymentSheetListRow = Answer<typeof contract.RepaymentSheetView>;
export type EnterRepaymentSheetRequest = BodyOf<'post', '/api/repayment-sheets'>;
export type LoanClasses = Answer<typeof contract.LoanClassReport>;
export type PaymentRequestRow = Answer<typeof contract.PaymentRequestRow>;
export type BankLine = Answer<typeof contract.BankLineRow>;
export type Webhook = Answer<typeof contract.WebhookView>;
export type WebhookDelivery = Answer<typeof contract.WebhookDelivery>;
export type AddWebhookRequest = BodyOf<'post', '/api/webhooks'>;
export type Gateway = Answer<typeof contract.GatewayView>;
export type GatewayMessage = Answer<typeof contract.GatewayMessageRow>;
export type SetGatewayRequest = BodyOf<'put', '/api/payment-gateway'>;
export type BankStatement = Answer<typeof contract.BankStatementView>;
export type BankReconciliation = Answer<typeof contract.BankReconciliation>;
export type StatementPreview = Answer<typeof contract.StatementPreview>;
export type ImportStatementRequest = BodyOf<'post', '/api/bank-statements'>;
export type Demand = Answer<typeof contract.DemandRow>;
export type Employer = Answer<typeof contract.EmployerView>;
export type LoanDue = Answer<typeof contract.LoanDueRow>;
export type LoanDues = Answer<typeof contract.LoanDueList>;
export type LoanProduct = Answer<typeof contract.LoanProductView>;
export type LoanQuote = Answer<typeof contract.LoanQuote>;
export type LoanPayoff = Answer<typeof contract.LoanPayoff>;
export type LoanExplanation = Answer<typeof contract.LoanExplanation>;
export type LoanPrepayment = Answer<typeof contract.LoanPrepayment>;
export type DepositWithPlan = Answer<typeof contract.DepositDetail>;
export type DepositProduct = Answer<typeof contract.DepositProductView>;
export type TermProductList = Answer<typeof contract.TermProductList>;
export type TermProductRule = Answer<typeof contract.TermProductRule>;
export type ChangeTermProductRequest = BodyOf<'put', '/api/term-products/{code}'>;
export type TermProduct = Answer<typeof contract.TermProductView>;
export type CloseTermRequest = BodyOf<'post', '/api/deposits/{id}/closure'>;
export type OpenDepositRequest = BodyOf<'post', '/api/deposits'>;
export type Due = Answer<typeof contract.DueView>;
export type Nominee = Answer<typeof contract.NomineeView>;
export type ChangeProfileRequest = BodyOf<'put', '/api/members/{id}'>;
export type MemberNote = Answer<typeof contract.MemberNote>;
export type TimelineItem = Answer<typeof contract.TimelineItem>;
export type FileKind = contract.FileKind;
export type AnyFileKind = contract.AnyFileKind;
export type PersonFile = Answer<typeof contract.PersonFile>;
export type AddedFile = Answer<typeof contract.AddedFile>;
export type StatusHistory = Answer<typeof contract.StatusHistory>;
export type StatusChangeRequest = BodyOf<'post', '/api/members/{id}/status-changes'>;
export type DisclosureRequest = BodyOf<'post', '/api/members/{id}/disclosures'>;

export type AllotSharesRequest = BodyOf<'post', '/api/members/{memberId}/share-allotments'>;
export type ShareHoldingRow = Answer<typeof contract.ShareHoldingRow>;

export type CounterMember = Answer<typeof contract.CounterMember>;
export type FoundMember = Answer<typeof contract.CounterSearch>['items'][number];
export type SearchAnswer = Answer<typeof contract.SearchAnswer>;
export type TakeReceiptRequest = BodyOf<'post', '/api/receipts'>;
export type PaymentMode = Answer<typeof contract.PaymentMode>;
export type ReceiptRow = Answer<typeof contract.ReceiptRow>;
export type WithdrawRequest = BodyOf<'post', '/api/deposits/{id}/withdrawals'>;
export type TransferRequest = BodyOf<'post', '/api/deposits/{id}/transfers'>;
export type Till = Answer<typeof contract.TillView>;
export type TillSession = Answer<typeof contract.TillSessionView>;
export type OpenTillRequest = BodyOf<'post', '/api/tills/{id}/sessions'>;
export type CloseTillRequest = BodyOf<'post', '/api/till-sessions/{id}/closing'>;
export type CloseTillAnswer = Answer<typeof contract.CloseTillAnswer>;

export type ApprovalRow = Answer<typeof contract.ApprovalRow>;
export type Approval = Answer<typeof contract.ApprovalView>;
export type DecidedAnswer = Answer<typeof contract.DecidedAnswer>;

export type JournalEntryRow = Answer<typeof contract.JournalEntryRow>;
export type Posting = Answer<typeof contract.PostingView>;
export type DayBook = Answer<typeof contract.DayBook>;
export type TrialBalance = Answer<typeof contract.TrialBalance>;
export type TrialBalanceRow = Answer<typeof contract.TrialBalanceRow>;
export type Account = Answer<typeof contract.AccountView>;
export type AccountLedger = Answer<typeof contract.AccountLedger>;
export type EnterVoucherRequest = BodyOf<'post', '/api/vouchers'>;
export type BusinessDayState = Answer<typeof contract.BusinessDayState>;
export type BusinessDayList = Answer<typeof contract.BusinessDayList>;

export type Notice = Answer<typeof contract.NoticeView>;
export type Meeting = Answer<typeof contract.MeetingView>;
export type MeetingRow = Answer<typeof contract.MeetingRow>;
export type MeetingRequest = BodyOf<'post', '/api/meetings'>;
export type MeetingPreparation = Answer<typeof contract.MeetingPreparation>;
export type MeetingResolution = Answer<typeof contract.ResolutionView>;
export type Invitee = Answer<typeof contract.Invitee>;
export type Minutes = Answer<typeof contract.MinutesView>;
export type Kyc = Answer<typeof contract.KycView>;
export type KycRow = Answer<typeof contract.KycRow>;
export type PaperToCheck = Answer<typeof contract.PaperToCheck>;
export type PaperView = Answer<typeof contract.PaperView>;
export type OfficeMessage = Answer<typeof contract.MessageView>;
export type ReminderRule = Answer<typeof contract.ReminderList>['items'][number];
export type SmsView = Answer<typeof contract.SmsView>;
export type SmsTemplate = SmsView['templates'][number];
export type SetSmsProviderRequest = BodyOf<'put', '/api/sms/provider'>;
export type SetSmsTemplateRequest = BodyOf<'put', '/api/sms/templates'>;
export type DeliveryRow = Answer<typeof contract.DeliveryView>;
export type DeliveryOverview = Answer<typeof contract.DeliveryOverview>;
export type NotificationChoices = Answer<typeof contract.NotificationChoices>;
export type OfficeMessageRow = Answer<typeof contract.MessageRow>;
export type NoticeRow = Answer<typeof contract.NoticeRow>;
export type NoticeRequest = BodyOf<'post', '/api/notices'>;
export type NoticeReader = Answer<typeof contract.NoticeReaderList>['items'][number];

export type AuditRow = Answer<typeof contract.AuditRow>;

export type SavedView = Answer<typeof contract.SavedView>;

export type Setting = Answer<typeof contract.SettingView>;
export type ChangeSettingRequest = BodyOf<'put', '/api/settings/{name}'>;
export type RuleChange = Answer<typeof contract.RuleChange>;
export type ChangeFeeRequest = BodyOf<'put', '/api/fees/{code}'>;
export type ChangeTillLimitRequest = BodyOf<'put', '/api/tills/{id}/cash-limit'>;
export type HolidayYear = Answer<typeof contract.HolidayYear>;
export type ImportedHolidays = Answer<typeof contract.ImportedHolidays>;
export type ProductRule = Answer<typeof contract.ProductRule>;
export type ChangeProductRequest = BodyOf<'put', '/api/deposit-products/{code}'>;
export type FeeList = Answer<typeof contract.FeeList>;
export type StaffUser = Answer<typeof contract.StaffUserView>;
export type CreateStaffUserRequest = BodyOf<'post', '/api/admin/users'>;
export type ChangeStaffUserRequest = BodyOf<'put', '/api/admin/users/{id}'>;
export type RoleList = Answer<typeof contract.RoleList>;
export type Role = Answer<typeof contract.RoleView>;
