import { z } from 'zod';
import { Id, IdInput, InstantText, typedText } from './common.ts';

/** How the office knows somebody by sight and by hand: one of each at a time. */
export const PICTURE_KINDS = ['photo', 'signature'] as const;
/** What somebody shows to prove who they are; several of each. */
export const PAPER_KINDS = ['identity_proof', 'address_proof', 'pan_card', 'age_proof', 'other_paper'] as const;
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
const FileIdInput = z
  .string()
  .max(40)
  .transform((text) => (/^[A-Za-z0-9_-]{22}$/.test(text) ? text : ''))
  .meta({ examples: ['Zk3vQ8x1TnW5bR7yLp0uHg'] });
export const FileParams = z.strictObject({ id: FileIdInput });
export const FileOfPersonParams = z.strictObject({ id: IdInput, fileId: FileIdInput });
export const FileKindQuery = z.strictObject({ kind: FileKind });
export const LoanFileKindQuery = z.strictObject({ kind: LoanFileKind });

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
  status: z.enum(['current', 'waiting']),
  addedAt: InstantText,
  addedBy: z.string().nullable(),
});
export const PersonFileList = z.object({ items: z.array(PersonFile) });
export const AddedFile = z.object({ file: PersonFile, approvalId: Id.nullable() });

/** A form with one part named `file`. */
export const FileForm = z.strictObject({});
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
});
export const ApplicantFileRemovalBody = z
  .strictObject({ trackingNumber: z.string().max(40), phone: z.string().max(24), fileId: FileIdInput })
  .meta({ examples: [{ trackingNumber: '7KQ2M9XHTB', phone: '9811002200', fileId: 'Zk3vQ8x1TnW5bR7yLp0uHg' }] });
export const FileRemovalBody = z
  .strictObject({ reason: typedText(400, 5) })
  .meta({ examples: [{ reason: 'The paper of another person' }] });
