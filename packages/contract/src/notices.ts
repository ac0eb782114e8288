import { z } from 'zod';
import { DayInput, DayText, FlagQuery, Id, IdInput, InstantText, ListQuery, page, typedText } from './common.ts';

/** What a notice is about. */
export const NOTICE_KINDS = ['general', 'important', 'urgent', 'event'] as const;
/** How loudly it is told: in the list alone; in the notifications too; above every page until it is read, and by push. */
export const NOTICE_PRIORITIES = ['low', 'medium', 'high'] as const;
/** `everyone` is the public page too; the committee is of the staff; the last three are found when the notice is published, and stay as they were then. */
export const NOTICE_AUDIENCES = [
  'everyone',
  'members',
  'staff',
  'committee',
  'borrowers',
  'borrowers-in-arrears',
  'depositors-maturing',
] as const;
export const NOTICE_LANGUAGES = ['en', 'hi', 'ne'] as const;
/** What has passed its last day is still there to be looked up; an archived notice only the office sees. */
export const NOTICE_STATES = ['draft', 'scheduled', 'published', 'expired', 'archived'] as const;

export const NoticeKind = z.enum(NOTICE_KINDS);
export const NoticePriority = z.enum(NOTICE_PRIORITIES);
export const NoticeAudience = z.enum(NOTICE_AUDIENCES);
export const NoticeLanguage = z.enum(NOTICE_LANGUAGES);
export const NoticeState = z.enum(NOTICE_STATES);
export type NoticeKind = z.infer<typeof NoticeKind>;
export type NoticePriority = z.infer<typeof NoticePriority>;
export type NoticeAudience = z.infer<typeof NoticeAudience>;
export type NoticeLanguage = z.infer<typeof NoticeLanguage>;
export type NoticeState = z.infer<typeof NoticeState>;

/** Plain text: what stands in it is shown as it is typed, line by line, whatever it looks like. */
const NoticeTextInput = z.strictObject({
  language: NoticeLanguage,
  title: typedText(160, 3),
  text: typedText(6_000, 3),
});

const noticeInput = {
  kind: NoticeKind,
  priority: NoticePriority,
  audience: NoticeAudience,
  texts: z
    .array(NoticeTextInput)
    .min(1)
    .max(3)
    .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length, 'NOTICE_LANGUAGE_TWICE'),
  /** The day it is published on; without one, when somebody publishes it. */
  publishOn: DayInput.nullable().optional(),
  /** On the society's own clock; without it, as the day begins. */
  publishTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'NOTICE_TIME_FORM')
    .nullable()
    .optional(),
  /** The last day it is shown on. */
  expiresOn: DayInput.nullable().optional(),
  isPinned: z.boolean().optional(),
};
const example = {
  kind: 'event',
  priority: 'medium',
  audience: 'members',
  texts: [
    {
      language: 'en',
      title: 'Annual general meeting',
      text: 'On 20 December at 11 in the school.\nPlease come in time.',
    },
    { language: 'hi', title: 'वार्षिक आम सभा', text: '20 दिसंबर को 11 बजे विद्यालय में।\nकृपया समय पर आएँ।' },
  ],
  expiresOn: '2026-12-20',
  isPinned: true,
};
export const NoticeBody = z.strictObject(noticeInput).meta({ examples: [example] });
export const ChangeNoticeBody = z
  .strictObject({ ...noticeInput, version: z.number() })
  .meta({ examples: [{ ...example, isPinned: false, version: 1 }] });

/** The society shows its notices newest first, pinned ones before the others. */
export const NoticesQuery = z.strictObject({
  ...ListQuery,
  /** `published` when nothing is said. */
  state: z.enum([...NOTICE_STATES, 'all']).optional(),
  kind: NoticeKind.optional(),
  priority: NoticePriority.optional(),
  audience: NoticeAudience.optional(),
  /** Only what the reader has not read yet. */
  unread: FlagQuery.optional(),
});
export const PublicNoticeQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });

const shownNotice = {
  id: Id,
  kind: NoticeKind,
  priority: NoticePriority,
  isPinned: z.boolean(),
  /** In the reader's language, or in the one there is. */
  language: NoticeLanguage,
  title: z.string(),
  languages: z.array(NoticeLanguage),
  publishedAt: InstantText.nullable(),
  expiresOn: DayText.nullable(),
  hasFile: z.boolean(),
};
const noticeWhole = {
  /** Every language it was written in, the reader's first. */
  texts: z.array(z.object({ language: NoticeLanguage, title: z.string(), text: z.string() })),
  file: z.object({ name: z.string(), bytes: z.number() }).nullable(),
};

export const NoticeRow = z.object({
  ...shownNotice,
  audience: NoticeAudience,
  state: NoticeState,
  publishOn: DayText.nullable(),
  publishTime: z.string().nullable(),
  /** When the reader opened it. */
  readAt: InstantText.nullable(),
  /** For the office: how many have read it, of how many whom it is for. */
  reads: z.object({ read: z.number(), of: z.number() }).nullable(),
});
export const NoticeList = page(NoticeRow);
export const NoticeView = NoticeRow.extend({
  ...noticeWhole,
  /** For the office alone. */
  office: z
    .object({
      version: z.number(),
      mayChange: z.boolean(),
      createdBy: z.string(),
      createdAt: InstantText,
      publishedBy: z.string().nullable(),
      archivedBy: z.string().nullable(),
      archivedAt: InstantText.nullable(),
    })
    .nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/** What whoever comes may read. */
export const PublicNoticeList = page(z.object(shownNotice));
export const PublicNotice = z.object({ ...shownNotice, ...noticeWhole });

export const NoticeReaderQuery = z.strictObject({ limit: ListQuery.limit, cursor: ListQuery.cursor });
export const NoticeReaderList = page(
  z.object({ name: z.string(), memberNumber: z.string().nullable(), memberId: Id.nullable(), readAt: InstantText }),
);
/** Whom a notice would reach if it were published now. */
export const NoticeReachQuery = z.strictObject({ audience: NoticeAudience });
export const NoticeReach = z.object({
  audience: NoticeAudience,
  /** Of a group of members; some of them may have no log-in. */
  members: z.number().nullable(),
  /** Log-ins that would see it, of members, the staff, or both. */
  logIns: z.number(),
});
export const NoticeParams = z.strictObject({ id: IdInput });
