import { z } from 'zod';
import { DayText, Id, IdInput, InstantText, typedText } from './common.ts';

/** How the office knows somebody by sight and by hand: one of each at a time. */
export const PICTURE_KINDS = ['photo', 'signature'] as const;
/**
 * What somebody shows to prove who they are; several of each. Which of them a society asks for and offers stands in its rules
 * (`kyc.*`), by the papers that its country knows.
 */
export const PAPER_KINDS = [
  'pan_card',
  'aadhaar',
  'voter_id',
  'passport',
  'driving_licence',
  'job_card',
  'citizenship',
  'national_id',
  'birth_certificate',
  'ward_letter',
  'identity_proof',
  'address_proof',
  'age_proof',
  'affidavit',
  'nominee_paper',
  'other_paper',
] as const;
export const FILE_KINDS = [...PICTURE_KINDS, ...PAPER_KINDS] as const;
export const FileKind = z.enum(FILE_KINDS);
export type FileKind = z.infer<typeof FileKind>;

/** What is laid before those who decide on a loan, and what was signed for it. */
export const LOAN_FILE_KINDS = [
  'income_proof',
  'security_paper',
  'quotation',
  'identity_proof',
  'address_proof',
  'signed_agreement',
  'other_paper',
] as const;
export const LoanFileKind = z.enum(LOAN_FILE_KINDS);
export const AnyFileKind = z.enum([...new Set([...FILE_KINDS, ...LOAN_FILE_KINDS])]);
export type AnyFileKind = z.infer<typeof AnyFileKind>;

export const FILE_MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;

/** Random text, so that an id says nothing and cannot be guessed; anything else cannot exist. */
export const FileIdInput = z
  .string()
  .max(40)
  .transform((text) => (/^[A-Za-z0-9_-]{22}$/.test(text) ? text : ''))
  .meta({ examples: ['Zk3vQ8x1TnW5bR7yLp0uHg'] });
export const FileParams = z.strictObject({ id: FileIdInput });
export const FileOfPersonParams = z.strictObject({ id: IdInput, fileId: FileIdInput });
export const FileKindQuery = z.strictObject({
  kind: FileKind,
  /** The paper whose place it takes once it is verified. */
  replaces: FileIdInput.optional(),
});
export const LoanFileKindQuery = z.strictObject({ kind: LoanFileKind });

export const PAPER_STATES = ['pending', 'verified', 'rejected'] as const;
export const PaperState = z.enum(PAPER_STATES);
export type PaperState = z.infer<typeof PaperState>;
export const PaperCheck = z.object({
  state: PaperState,
  checkedBy: z.string().nullable(),
  checkedAt: InstantText.nullable(),
  /** Why it was rejected, or what was noted when it was verified. */
  note: z.string().nullable(),
});

export const PersonFile = z.object({
  id: z.string(),
  kind: AnyFileKind,
  /** As its owner named it. */
  name: z.string(),
  mediaType: z.enum(FILE_MEDIA_TYPES),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** What waits for the office is not shown anywhere else yet. */
  status: z.enum(['current', 'waiting', 'replaced', 'refused', 'removed']),
  addedAt: InstantText,
  addedBy: z.string().nullable(),
  /** What a second person said of it; null for the papers of a loan, which go with its decision. */
  check: PaperCheck.nullable(),
  /** By halves, as typed from the paper. */
  numberMasked: z.string().nullable(),
  issuedOn: DayText.nullable(),
  expiresOn: DayText.nullable(),
});
export type PersonFile = z.infer<typeof PersonFile>;
export const PersonFileList = z.object({ items: z.array(PersonFile) });
export const AddedFile = z.object({ file: PersonFile, approvalId: Id.nullable() });

/** A form with one part named `file`. */
export const FileForm = z.strictObject({});
/** What stands on a paper, before the file. */
const paperFields = {
  /** Of an Aadhaar the last four digits; of other papers the number, of which the end alone is kept. */
  number: z
    .string()
    .max(40)
    .optional()
    .meta({ examples: ['4321'] }),
  issuedOn: z
    .string()
    .max(10)
    .optional()
    .meta({ examples: ['2019-04-12'] }),
  expiresOn: z
    .string()
    .max(10)
    .optional()
    .meta({ examples: ['2029-04-11'] }),
  /**
   * `left,top,width,height` in thousandths of the picture: what is blacked out of it before it is kept. An Aadhaar is taken with it
   * alone.
   */
  blackout: z
    .string()
    .max(40)
    .optional()
    .meta({ examples: ['120,640,420,90'] }),
};
export const PaperForm = z.strictObject(paperFields);
/** What proves an applicant stands in the form, before the file: nothing secret goes into an address. */
export const ApplicantFileForm = z.strictObject({
  trackingNumber: z
    .string()
    .max(40)
    .meta({ examples: ['7KQ2M9XHTB'] }),
  phone: z
    .string()
    .max(24)
    .meta({ examples: ['9811002200'] }),
  ...paperFields,
});
export const ApplicantFileRemovalBody = z
  .strictObject({ trackingNumber: z.string().max(40), phone: z.string().max(24), fileId: FileIdInput })
  .meta({ examples: [{ trackingNumber: '7KQ2M9XHTB', phone: '9811002200', fileId: 'Zk3vQ8x1TnW5bR7yLp0uHg' }] });
export const FileRemovalBody = z
  .strictObject({ reason: typedText(400, 5) })
  .meta({ examples: [{ reason: 'The paper of another person' }] });
