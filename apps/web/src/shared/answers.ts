import type { components } from './api-schema.gen.ts';
import type { AnswerOf, BodyOf } from './client.ts';

// Names for the shapes that several pages speak of. They are the server's own, by way of its OpenAPI document.

type Shapes = components['schemas'];

export type SessionUser = Shapes['SessionUser'];
export type TokenAnswer = Shapes['TokenAnswer'];
export type Society = Shapes['SocietyView'];
export type SetupState = Shapes['SetupState'];
export type SetupRequest = Shapes['SetupBody'];
export type SetupAnswer = Shapes['SetupAnswer'];
export type PresetCode = Shapes['PresetCode'];
export type RegisterRequest = Shapes['RegisterMemberBody'];
export type ApplicationStatus = Shapes['ApplicationStatusView'];
/** A photo, a signature, or what somebody shows to prove who they are. */
export type WantedPaper = ApplicationStatus['missing'][number];
export type Member = Shapes['MemberView'];
export type ChangeProfileRequest = Shapes['ChangeProfileBody'];
export type Deposit = Shapes['DepositView'];
export type StandingInstruction = AnswerOf<'get', '/api/standing-instructions'>['items'][number];
export type TransferRequest = Shapes['TransferBody'];
export type TransferAnswer = Shapes['TransferAnswer'];
/** Asked for with its money; a savings account is opened without. */
export type TermRequest = BodyOf<'post', '/api/deposits'> & { amount: string };
export type LoanList = AnswerOf<'get', '/api/loans'>;
export type Loan = AnswerOf<'get', '/api/loans/{id}'>;
export type LoanFileKind = AnswerOf<'get', '/api/loans/{id}/files'>['items'][number]['kind'];
export type LoanExplanation = AnswerOf<'get', '/api/loans/{id}/explanation'>;
export type LoanEligibility = AnswerOf<'get', '/api/loans/eligibility'>;
export type LoanRuleResult = LoanEligibility['items'][number]['rules'][number];
export type LoanProducts = AnswerOf<'get', '/api/loan-products'>;
export type LoanPayoff = AnswerOf<'get', '/api/loans/{id}/payoff'>;
export type LoanPrepayment = AnswerOf<'get', '/api/loans/{id}/prepayment'>;
export type LoanQuote = AnswerOf<'post', '/api/loans/quote'>;
export type ApplyForLoanRequest = BodyOf<'post', '/api/loans'>;
export type LoanDraftRequest = BodyOf<'put', '/api/loan-draft'>;
export type LoanDraft = NonNullable<AnswerOf<'get', '/api/loan-draft'>['draft']>;
export type RepayLoanRequest = BodyOf<'post', '/api/loans/{id}/repayments'>;
export type RepayLoanAnswer = AnswerOf<'post', '/api/loans/{id}/repayments'>;
export type AskPaymentRequest = BodyOf<'post', '/api/payment-requests'>;
export type AskPaymentAnswer = AnswerOf<'post', '/api/payment-requests'>;
export type PaymentRequest = AnswerOf<'get', '/api/payment-requests/{id}'>;
export type TermRequests = AnswerOf<'get', '/api/deposit-requests'>;
export type OpenDepositAnswer = Shapes['OpenDepositAnswer'];
export type ShareHolding = Shapes['ShareHoldingView'];
export type NotificationList = Shapes['NotificationList'];
export type NotificationChoices = AnswerOf<'get', '/api/notification-choices'>;
export type Notice = AnswerOf<'get', '/api/notices/{id}'>;
export type MeetingList = AnswerOf<'get', '/api/meetings'>;
export type Meeting = AnswerOf<'get', '/api/meetings/{id}'>;
/** How the papers of a member stand. */
export type Kyc = AnswerOf<'get', '/api/members/profile/kyc'>;
export type OfficeMessage = AnswerOf<'get', '/api/messages/{id}'>;
export type PublicNotice = AnswerOf<'get', '/api/public/notices/{id}'>;
export type PublicNoticeRow = AnswerOf<'get', '/api/public/notices'>['items'][number];
export type LiveEventsAnswer = Shapes['LiveEvents'];
export type TransactionList = Shapes['TransactionList'];
export type ActPreview = Shapes['ActPreview'];
export type DepositList = Shapes['DepositList'];
export type DepositInterest = AnswerOf<'get', '/api/deposits/{id}/interest'>;
export type DepositDetail = AnswerOf<'get', '/api/deposits/{id}'>;
export type Explanation = AnswerOf<'get', '/api/deposits/{id}/explanation'>;
export type JournalEntry = Shapes['JournalEntryView'];
export type LoginHistory = Shapes['LoginHistory'];
export type Me = Shapes['MeView'];
export type DepositWithPlan = Shapes['DepositDetail'];
export type TermPlan = Shapes['TermPlan'];
export type GoalPlan = Shapes['GoalPlanView'];
export type Passbook = Shapes['Passbook'];
export type Receipt = Shapes['ReceiptView'];
export type ReceiptList = Shapes['ReceiptList'];
export type SessionList = Shapes['SessionList'];
