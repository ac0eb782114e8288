import { z } from 'zod';
import { DayInput, DayText, FlagQuery, Id, ListQuery, page, typedText } from './common.ts';
import { FileIdInput, FileKind, PaperState, PersonFile } from './files.ts';
import { MemberStatus } from './members.ts';

/** How a member's papers stand together: the first that is true. */
export const KYC_STATES = ['missing', 'expired', 'pending', 'expiring', 'verified'] as const;
export const KycState = z.enum(KYC_STATES);
export type KycState = z.infer<typeof KycState>;
/** How often a member's papers are looked at again. */
export const RISK_CLASSES = ['low', 'medium', 'high'] as const;
export const RiskClass = z.enum(RISK_CLASSES);
export type RiskClass = z.infer<typeof RiskClass>;

/** One thing the society's rules ask for, which any one of these papers proves. */
export const WantedPaper = z.object({
  kinds: z.array(FileKind),
  state: z.enum(['missing', 'rejected', 'pending', 'expired', 'verified']),
  /** The last day of the paper that lasts longest; null when it has none. */
  expiresOn: DayText.nullable(),
});

export const KycView = z.object({
  state: KycState,
  /** The last day on which everything is in order; null until all is verified. */
  validUntil: DayText.nullable(),
  wanted: z.array(WantedPaper),
  /** Of what may be sent. */
  offered: z.array(FileKind),
  /** Everything there is, also what was rejected or replaced, the newest first. */
  papers: z.array(PersonFile),
  /** For the staff alone. */
  office: z
    .object({
      riskClass: RiskClass,
      riskReason: z.string().nullable(),
      reviewedOn: DayText.nullable(),
      reviewedBy: z.string().nullable(),
      reviewDueOn: DayText.nullable(),
      /** By the rule of today. */
      reviewMonths: z.number(),
      /** May look at these papers for the society: never their own. */
      mayCheck: z.boolean(),
    })
    .nullable(),
});
export type KycView = z.infer<typeof KycView>;

export const PapersToCheckQuery = z.strictObject({ ...ListQuery, kind: FileKind.optional() });
export const PaperToCheck = z.object({
  file: PersonFile,
  memberId: Id,
  memberName: z.string(),
  memberNumber: z.string(),
  /** Why the reader may not decide on it; null when they may. */
  mayNotCheckBecause: z.string().nullable(),
});
export const PapersToCheck = page(PaperToCheck).extend({ waiting: z.number() });
export const PaperParams = z.strictObject({ id: FileIdInput });

/** The paper beside what the society has written down of its owner. */
export const PaperView = PaperToCheck.extend({
  record: z.object({
    name: z.string(),
    nameLocal: z.string().nullable(),
    dateOfBirth: DayText,
    parentOrSpouseName: z.string().nullable(),
    address: z.string(),
    phone: z.string().nullable(),
    panMasked: z.string().nullable(),
    aadhaarMasked: z.string().nullable(),
    photoFileId: z.string().nullable(),
    signatureFileId: z.string().nullable(),
    nominees: z.array(z.string()),
  }),
  /** Whether the number of the paper ends as the record has it; null where there is nothing to compare. */
  numberAgrees: z.boolean().nullable(),
  /** A passport or licence: its last day is written down before it is verified. */
  wantsExpiry: z.boolean(),
  /** What may have been sent as another kind. */
  state: PaperState,
});

export const VerifyPaperBody = z
  .strictObject({
    note: typedText(400, 3).optional(),
    /** As they stand on the paper, where whoever sent it left them out. */
    number: z.string().max(40).optional(),
    issuedOn: DayInput.optional(),
    expiresOn: DayInput.optional(),
  })
  .meta({ examples: [{ note: 'Seen with the original' }] });
export const RejectPaperBody = z
  .strictObject({ reason: typedText(400, 5) })
  .meta({ examples: [{ reason: 'The name cannot be read; please send a sharper picture' }] });
export const ReviewKycBody = z
  .strictObject({ note: typedText(400, 5) })
  .meta({ examples: [{ note: 'Spoke with the member at the counter: nothing has changed' }] });
export const ChangeRiskBody = z
  .strictObject({ riskClass: RiskClass, reason: typedText(400, 5) })
  .meta({ examples: [{ riskClass: 'medium', reason: 'Trades in gold; large cash deposits' }] });

export const KycQuery = z.strictObject({
  ...ListQuery,
  /** Everybody whose papers are not in order when nothing is said. */
  state: z.enum([...KYC_STATES, 'attention', 'all']).optional(),
  risk: RiskClass.optional(),
  total: FlagQuery.optional(),
});
export const KycRow = z.object({
  memberId: Id,
  memberNumber: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  status: MemberStatus,
  riskClass: RiskClass,
  state: KycState,
  validUntil: DayText.nullable(),
  /** What is missing, rejected, waiting or expired. */
  open: z.array(WantedPaper),
});
export const KycList = page(KycRow).extend({ total: z.number().optional() });

/** Members who look like one person. */
export const DUPLICATE_KINDS = ['phone', 'nameAndBirthDate'] as const;
export const DuplicateGroup = z.object({
  kind: z.enum(DUPLICATE_KINDS),
  /** The phone, or the name and the birth date, that they share. */
  shared: z.string(),
  bornOn: DayText.nullable(),
  members: z.array(
    z.object({ id: Id, memberNumber: z.string(), name: z.string(), status: MemberStatus, joinedOn: DayText }),
  ),
});
export const DuplicatesQuery = z.strictObject({ kind: z.enum(DUPLICATE_KINDS).optional() });
export const DuplicateList = z.object({ items: z.array(DuplicateGroup), isMore: z.boolean() });
