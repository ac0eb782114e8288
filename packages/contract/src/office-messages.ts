import { z } from 'zod';
import { DayText, FlagQuery, Id, IdInput, InstantText, ListQuery, page, typedText } from './common.ts';

/** What a member writes to the office about. A complaint gets a number and a day by which it is answered. */
export const MESSAGE_KINDS = ['question', 'complaint', 'correction'] as const;
/** `open` waits for the office, `answered` for the member. */
export const MESSAGE_STATES = ['open', 'answered', 'closed'] as const;
export const MessageKind = z.enum(MESSAGE_KINDS);
export const MessageState = z.enum(MESSAGE_STATES);
export type MessageKind = z.infer<typeof MessageKind>;
export type MessageState = z.infer<typeof MessageState>;

/** Plain text, shown as it was typed. */
const messageText = typedText(4_000, 3);
export const WriteMessageBody = z
  .strictObject({ kind: MessageKind, subject: typedText(120, 3), text: messageText })
  .meta({
    examples: [{ kind: 'question', subject: 'My passbook', text: 'Why is the interest of September not in it yet?' }],
  });
export const MessageTextBody = z
  .strictObject({ text: messageText })
  .meta({ examples: [{ text: 'Thank you, we shall look at it today.' }] });
export const CloseMessageBody = z
  .strictObject({ reason: typedText(400, 5) })
  .meta({ examples: [{ reason: 'Explained at the counter' }] });
/** A colleague, or nobody. */
export const AssignMessageBody = z.strictObject({ userId: IdInput.nullable() }).meta({ examples: [{ userId: null }] });

export const MessagesQuery = z.strictObject({
  ...ListQuery,
  /** What is not closed when nothing is said; a member gets all of theirs. */
  state: z.enum([...MESSAGE_STATES, 'waiting', 'all']).optional(),
  kind: MessageKind.optional(),
  /** Given to the reader. */
  mine: FlagQuery.optional(),
});

export const MessageRow = z.object({
  id: Id,
  kind: MessageKind,
  /** Of a complaint. */
  number: z.string().nullable(),
  subject: z.string(),
  state: MessageState,
  openedAt: InstantText,
  /** Of the last thing that was written or done. */
  lastAt: InstantText,
  /** The day by which a complaint is answered, until it is. */
  answerBy: DayText.nullable(),
  isLate: z.boolean(),
  /** For the office alone. */
  office: z
    .object({ memberId: Id, memberName: z.string(), memberNumber: z.string(), assignedTo: z.string().nullable() })
    .nullable(),
});
export const MessageList = page(MessageRow);
export const MessageView = MessageRow.extend({
  entries: z.array(
    z.object({
      id: Id,
      kind: z.enum(['written', 'answered', 'file', 'assigned', 'closed', 'reopened']),
      /** The member, or somebody of the office. */
      byOffice: z.boolean(),
      by: z.string(),
      /** What was written; of a closing its reason; of a file its name; of an assignment to whom. */
      text: z.string(),
      /** For `/api/messages/:id/files/:fileId`. */
      fileId: z.string().nullable(),
      at: InstantText,
    }),
  ),
  mayWrite: z.boolean(),
  mayReopen: z.boolean(),
  /** The last day on which the member may open it again. */
  reopenUntil: DayText.nullable(),
  /** For the office: who may be given it. */
  colleagues: z.array(z.object({ id: Id, name: z.string() })),
});

export const MessageFileParams = z.strictObject({ id: IdInput, fileId: z.string().max(40) });
