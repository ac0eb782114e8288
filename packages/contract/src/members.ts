import { WITHDRAWAL_RULES } from '@kafal/core';
import { z } from 'zod';
import {
  DayInput,
  DayText,
  FlagQuery,
  Id,
  InstantText,
  LanguageCode,
  ListQuery,
  MoneyText,
  page,
  typedText,
} from './common.ts';
import { Employment } from './employers.ts';
import { FileKind, PersonFile } from './files.ts';

export const MEMBER_STATUSES = [
  'pending_payment',
  'active',
  'dormant',
  'suspended',
  'resigned',
  'expelled',
  'deceased',
  'closed',
] as const;
export const MemberStatus = z.enum(MEMBER_STATUSES);
export const MemberClass = z.enum(['regular', 'nominal', 'associate', 'minor', 'institution']);
export const Gender = z.enum(['female', 'male', 'other']);
export const OpeningAccount = z.enum(['savings', 'none']);

/** Shares in per cent with two decimals, `"50.00"`; together exactly 100.00. A minor has a guardian. */
export const NomineeInput = z.strictObject({
  name: typedText(120),
  relation: typedText(40),
  dateOfBirth: DayInput,
  sharePercent: z.string().regex(/^(100\.00|\d{1,2}\.\d{2})$/, 'PERCENT_FORM'),
  guardianName: typedText(120).optional(),
  guardianRelation: typedText(40).optional(),
  phone: z.string().max(24).optional(),
});
export const NomineeView = z.object({
  name: z.string(),
  relation: z.string(),
  dateOfBirth: DayText,
  sharePercent: z.string(),
  guardianName: z.string().nullable(),
  guardianRelation: z.string().nullable(),
});

const applicantFields = {
  name: typedText(120, 2),
  nameLocal: typedText(120).optional(),
  dateOfBirth: DayInput,
  gender: Gender,
  parentOrSpouseName: typedText(120).optional(),
  phone: z.string().min(1).max(24),
  email: z.string().max(254).optional(),
  addressLine: typedText(200),
  locality: typedText(120),
  district: typedText(80),
  state: typedText(80),
  postalCode: typedText(16),
  occupation: typedText(80),
  memberClass: MemberClass.optional(),
  accountType: OpeningAccount,
  pan: z.string().max(20).optional(),
  /** Checked and forgotten: only the last four digits are ever stored. */
  aadhaar: z.string().max(20).optional(),
  language: LanguageCode,
  nominees: z.array(NomineeInput).min(1).max(10),
} as const;

const exampleApplicant = {
  name: 'Sunita Devi Rawat',
  dateOfBirth: '1988-04-12',
  gender: 'female',
  phone: '9811002200',
  addressLine: 'House 14, Lane 3',
  locality: 'Nehru Colony',
  district: 'Dehradun',
  state: 'Uttarakhand',
  postalCode: '248001',
  occupation: 'Teacher',
  accountType: 'savings',
  language: 'en',
  nominees: [{ name: 'Mohan Rawat', relation: 'husband', dateOfBirth: '1985-01-20', sharePercent: '100.00' }],
};

export const RegisterMemberBody = z
  .strictObject({ ...applicantFields, consent: z.literal(true) })
  .meta({ examples: [{ ...exampleApplicant, consent: true }] });
export const RegisterWalkInBody = z
  .strictObject({ ...applicantFields, phoneSharedReason: typedText(200).optional() })
  .meta({ examples: [exampleApplicant] });
export const RegisteredAnswer = z.object({ trackingNumber: z.string(), status: z.literal('submitted') });
export const ApplicationStatusBody = z
  .strictObject({ trackingNumber: z.string().max(40), phone: z.string().max(24) })
  .meta({ examples: [{ trackingNumber: '7KQ2M9XHTB', phone: '9811002200' }] });
export const ApplicationStatusView = z.object({
  trackingNumber: z.string(),
  status: z.enum(['submitted', 'returned', 'approved', 'rejected']),
  submittedAt: InstantText,
  reason: z.string().nullable(),
  memberNumber: z.string().nullable(),
  /** What the applicant said, to correct and send again; only while returned. Identity numbers are not shown. */
  application: z.record(z.string(), z.unknown()).nullable(),
  /** What was sent along; empty once the application is decided. */
  files: z.array(PersonFile),
  /** What the society wants to see and has not got yet; empty once the application is decided. */
  missing: z.array(FileKind),
});
export const ResubmitBody = z
  .strictObject({ ...applicantFields, trackingNumber: z.string().max(40), currentPhone: z.string().max(24) })
  .meta({ examples: [{ ...exampleApplicant, trackingNumber: '7KQ2M9XHTB', currentPhone: '9811002200' }] });

export const ApplicationFlag = z.object({
  code: z.string(),
  detail: z.string(),
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
});
export const APPLICATION_CHECKS = [
  'phone',
  'email',
  'pan',
  'nameAndBirthDate',
  'nameSound',
  'aadhaar',
  'age',
  'papers',
  'nominees',
  'dues',
] as const;
/** What was looked at, what was found, and whether it is in order. */
export const ApplicationCheck = z.object({
  code: z.enum(APPLICATION_CHECKS),
  /** `look`: a person must judge; `bad`: it stands in the way. */
  result: z.enum(['good', 'look', 'bad']),
  value: z.string().nullable(),
  detail: z.string().nullable(),
  members: z.array(z.object({ id: Id, memberNumber: z.string(), name: z.string() })),
  /** Papers that the society asks for and that are not there. */
  missing: z.array(FileKind),
});
export const ApplicationRow = z.object({
  id: Id,
  trackingNumber: z.string(),
  name: z.string(),
  phone: z.string(),
  locality: z.string(),
  status: z.enum(['submitted', 'returned', 'approved', 'rejected']),
  source: z.enum(['online', 'counter']),
  submittedAt: InstantText,
  flags: z.number(),
});
export const ApplicationList = page(ApplicationRow);
export const ApplicationQuery = z.strictObject({
  ...ListQuery,
  status: z.enum(['submitted', 'returned', 'approved', 'rejected', 'all']).optional(),
  sort: z.enum(['submittedAt', '-submittedAt']).optional(),
  /** Calendar days of the society on which they came in; the last one counts whole. */
  submittedFrom: DayInput.optional(),
  submittedTo: DayInput.optional(),
  /** Asked for, the answer also counts the whole filter. */
  total: FlagQuery.optional(),
});
export const ApplicationView = z.object({
  ...ApplicationRow.omit({ flags: true }).shape,
  nameLocal: z.string().nullable(),
  dateOfBirth: DayText,
  age: z.number(),
  gender: Gender,
  parentOrSpouseName: z.string().nullable(),
  phoneSharedReason: z.string().nullable(),
  email: z.string().nullable(),
  addressLine: z.string(),
  district: z.string(),
  state: z.string(),
  postalCode: z.string(),
  occupation: z.string(),
  memberClass: MemberClass,
  accountType: OpeningAccount,
  panMasked: z.string().nullable(),
  aadhaarMasked: z.string().nullable(),
  language: LanguageCode,
  nominees: z.array(NomineeView),
  flagged: z.array(ApplicationFlag),
  checks: z.array(ApplicationCheck),
  dues: z.array(z.object({ code: z.string(), name: z.string(), amount: MoneyText })),
  duesTotal: MoneyText,
  history: z.array(
    z.object({ act: z.string(), by: z.string().nullable(), note: z.string().nullable(), at: InstantText }),
  ),
  /** Whether the reader may decide now, and if not, why (e.g. they registered it and policy asks for a second person). */
  mayDecide: z.boolean(),
  mayNotDecideBecause: z.string().nullable(),
  memberId: Id.nullable(),
  memberNumber: z.string().nullable(),
  version: z.number(),
});
export const ApproveApplicationBody = z
  .strictObject({
    resolutionNumber: typedText(40).optional(),
    note: typedText(400).optional(),
    acceptFlags: z.boolean().optional(),
    phoneSharedReason: typedText(200).optional(),
  })
  .meta({ examples: [{ resolutionNumber: 'MC/2026/41', acceptFlags: true }] });
/** The one-time code lets the new member choose a password; shown once, handed over by the office. */
export const ApprovedAnswer = z.object({
  memberId: Id,
  memberNumber: z.string(),
  loginNames: z.array(z.string()),
  oneTimeCode: z.string().nullable(),
  oneTimeCodeExpiresAt: InstantText.nullable(),
  duesTotal: MoneyText,
  depositNumber: z.string().nullable(),
});
export const ReasonBody = z
  .strictObject({ reason: typedText(400, 5) })
  .meta({ examples: [{ reason: 'The address proof is older than three months.' }] });

// ---- members -------------------------------------------------------------------------------------------------
export const MemberRow = z.object({
  id: Id,
  memberNumber: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  phone: z.string().nullable(),
  locality: z.string(),
  status: MemberStatus,
  statusSince: DayText,
  joinedOn: DayText,
  savings: MoneyText,
  shares: MoneyText,
});
export const MemberList = page(MemberRow);
export const MEMBER_SORTS = ['name', '-name', 'memberNumber', '-memberNumber', 'joinedOn', '-joinedOn'] as const;
export const MemberQuery = z.strictObject({
  ...ListQuery,
  status: MemberStatus.optional(),
  locality: typedText(120).optional(),
  sort: z.enum(MEMBER_SORTS).optional(),
  joinedFrom: DayInput.optional(),
  joinedTo: DayInput.optional(),
  total: z.enum(['true', 'false']).optional(),
});
export const DueView = z.object({
  id: Id,
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  amount: MoneyText,
  paid: MoneyText,
  outstanding: MoneyText,
  dueOn: DayText,
});
export const MemberDepositView = z.object({
  id: Id,
  accountNumber: z.string(),
  product: z.string(),
  kind: z.string(),
  status: z.string(),
  balance: MoneyText,
  available: MoneyText,
  withdrawal: z.enum(WITHDRAWAL_RULES),
});
export const MemberView = z.object({
  id: Id,
  memberNumber: z.string(),
  name: z.string(),
  nameLocal: z.string().nullable(),
  dateOfBirth: DayText,
  gender: Gender,
  parentOrSpouseName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  addressLine: z.string(),
  locality: z.string(),
  district: z.string(),
  state: z.string(),
  postalCode: z.string(),
  occupation: z.string(),
  /** Null: works for none of the employers who pay for their people. */
  employment: Employment.nullable(),
  memberClass: MemberClass,
  /** Of the society's staff today: the rates for staff hold. */
  isStaff: z.boolean(),
  panMasked: z.string().nullable(),
  aadhaarMasked: z.string().nullable(),
  bankDetailsMasked: z.string().nullable(),
  language: LanguageCode,
  status: MemberStatus,
  statusSince: DayText,
  joinedOn: DayText,
  nominees: z.array(NomineeView),
  dues: z.array(DueView),
  duesOutstanding: MoneyText,
  deposits: z.array(MemberDepositView),
  shares: z.object({ folio: z.string().nullable(), shares: z.number(), amount: MoneyText, pending: MoneyText }),
  loginNames: z.array(z.string()),
  photoFileId: z.string().nullable(),
  signatureFileId: z.string().nullable(),
  /** Those of the two that no second person has looked at. */
  unverifiedPictures: z.array(z.enum(['photo', 'signature'])),
  /** Details that were asked to be changed and wait for a second person, by their field's name. */
  waitingChanges: z.array(z.string()),
  version: z.number(),
});
/** Phone, e-mail and address change at once; name, birth date, PAN, bank details and nominees wait for a second person. */
export const ChangeProfileBody = z
  .strictObject({
    phone: z.string().max(24).optional(),
    email: z.string().max(254).nullable().optional(),
    addressLine: typedText(200).optional(),
    locality: typedText(120).optional(),
    district: typedText(80).optional(),
    state: typedText(80).optional(),
    postalCode: typedText(16).optional(),
    occupation: typedText(80).optional(),
    language: LanguageCode.optional(),
    name: typedText(120, 2).optional(),
    nameLocal: typedText(120).optional(),
    dateOfBirth: DayInput.optional(),
    pan: z.string().max(20).optional(),
    bankDetails: z
      .strictObject({
        accountNumber: z.string().regex(/^\d{6,20}$/, 'BANK_ACCOUNT_FORM'),
        ifsc: z.string().max(11),
        accountName: typedText(120),
      })
      .optional(),
    nominees: z.array(NomineeInput).min(1).max(10).optional(),
    phoneSharedReason: typedText(200).optional(),
    version: z.number(),
  })
  .meta({ examples: [{ addressLine: 'House 15, Lane 3', version: 1 }] });
export const ChangedProfile = z.object({ member: MemberView, waiting: z.array(z.string()), approvalId: Id.nullable() });

export const StatusChangeBody = z
  .strictObject({ toStatus: MemberStatus, reason: typedText(400, 5), effectiveOn: DayInput })
  .meta({
    examples: [{ toStatus: 'suspended', reason: 'Order of the managing committee', effectiveOn: '2026-11-30' }],
  });
export const StatusChangeAnswer = z.object({ applied: z.boolean(), approvalId: Id.nullable(), status: MemberStatus });
export const StatusHistory = z.object({
  items: z.array(
    z.object({
      id: Id,
      fromStatus: MemberStatus,
      toStatus: MemberStatus,
      reason: z.string(),
      effectiveOn: DayText,
      requestedBy: z.string().nullable(),
      decidedBy: z.string().nullable(),
      recordedAt: InstantText,
    }),
  ),
});
export const DisclosureBody = z
  .strictObject({ what: z.enum(['pan', 'bank']), reason: typedText(200, 5) })
  .meta({ examples: [{ what: 'pan', reason: 'Annual statement to the tax office' }] });
export const DisclosureAnswer = z.object({ value: z.string() });

// ---- all about one member ----------------------------------------------------------------------------------------
export const TIMELINE_KINDS = ['money', 'status', 'profile', 'papers', 'approvals', 'logins', 'notes'] as const;
export const TimelineQuery = z.strictObject({
  limit: ListQuery.limit,
  cursor: ListQuery.cursor,
  kind: z.enum(TIMELINE_KINDS).optional(),
});
export const TimelineItem = z.object({
  id: z.string(),
  at: InstantText,
  kind: z.enum(TIMELINE_KINDS),
  /** What happened, by the word the audit log, the books or the approvals have for it. */
  code: z.string(),
  by: z.string().nullable(),
  text: z.string().nullable(),
  amount: MoneyText.nullable(),
  link: z.object({ kind: z.enum(['receipt', 'entry', 'approval']), id: Id }).nullable(),
});
export const TimelinePage = page(TimelineItem);

export const MemberNoteBody = z
  .strictObject({ text: typedText(1_000, 3) })
  .meta({ examples: [{ text: 'Comes on Fridays; prefers to be called after six.' }] });
export const MemberNote = z.object({ id: Id, text: z.string(), by: z.string(), at: InstantText });
export const MemberNoteQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });
export const MemberNoteList = page(MemberNote);

/** What stands behind the parts of a member's page. */
export const MemberCounts = z.object({
  receipts: z.number(),
  papers: z.number(),
  waiting: z.number(),
  notes: z.number(),
});

/** How a member comes in: the log-in itself and where it is open now. */
export const MemberLogIn = z.object({
  status: z.enum(['active', 'suspended', 'closed']),
  hasPassword: z.boolean(),
  lastLoginAt: InstantText.nullable(),
  sessions: z.array(z.object({ id: z.string(), address: z.string(), agent: z.string(), lastSeenAt: InstantText })),
});
