import type * as contract from '@kafal/contract';
import type { z } from 'zod';

// The shapes of the server's answers and of what it takes, by name. Types only: the schemas themselves stay on the
// server, so the first load of a phone carries no validator.

type Answer<Schema extends z.ZodType> = z.output<Schema>;
type Sent<Schema extends z.ZodType> = z.input<Schema>;

export type SessionUser = Answer<typeof contract.SessionUser>;
export type TokenAnswer = Answer<typeof contract.TokenAnswer>;
export type Me = Answer<typeof contract.MeView>;
export type SessionList = Answer<typeof contract.SessionList>;
export type LoginHistory = Answer<typeof contract.LoginHistory>;
export type Society = Answer<typeof contract.SocietyView>;
export type SetupState = Answer<typeof contract.SetupState>;
export type SetupRequest = Sent<typeof contract.SetupBody>;
export type SetupAnswer = Answer<typeof contract.SetupAnswer>;
export type PresetCode = Answer<typeof contract.PresetCode>;
export type RegisterRequest = Sent<typeof contract.RegisterMemberBody>;
export type ResubmitRequest = Sent<typeof contract.ResubmitBody>;
export type RegisteredAnswer = Answer<typeof contract.RegisteredAnswer>;
export type ApplicationStatus = Answer<typeof contract.ApplicationStatusView>;
export type Member = Answer<typeof contract.MemberView>;
export type ChangeProfileRequest = Sent<typeof contract.ChangeProfileBody>;
export type ChangedProfile = Answer<typeof contract.ChangedProfile>;
export type Deposit = Answer<typeof contract.DepositView>;
export type DepositList = Answer<typeof contract.DepositList>;
export type Passbook = Answer<typeof contract.Passbook>;
export type PassbookRow = Answer<typeof contract.PassbookRow>;
export type TransferRequest = Sent<typeof contract.TransferBody>;
export type TransferAnswer = Answer<typeof contract.TransferAnswer>;
export type Receipt = Answer<typeof contract.ReceiptView>;
export type ReceiptList = Answer<typeof contract.ReceiptList>;
export type ShareHolding = Answer<typeof contract.ShareHoldingView>;
export type NotificationList = Answer<typeof contract.NotificationList>;
export type LiveEventsAnswer = Answer<typeof contract.LiveEvents>;
export type TransactionList = Answer<typeof contract.TransactionList>;
export type ActPreview = Answer<typeof contract.ActPreview>;
export type Explanation = Answer<typeof contract.Explanation>;
export type JournalEntry = Answer<typeof contract.JournalEntryView>;
