import { MAJORITIES, NO_VOTE_REASONS } from '@kafal/core';
import { z } from 'zod';
import { DayInput, DayText, Id, IdInput, InstantText, ListQuery, page, typedText } from './common.ts';

/** The general body meets once a year and when it must; the committee when there is something to decide. */
export const MEETING_KINDS = ['annual', 'special', 'committee'] as const;
/** `draft`: nobody was told. `called`: the notice is out. `open`: it has begun. `held`: it is over. */
export const MEETING_STATES = ['draft', 'called', 'open', 'held', 'cancelled'] as const;
/** What an item is about: words alone, a loan that waits for the committee, or one that nobody expects back. */
export const AGENDA_KINDS = ['text', 'loan', 'write-off'] as const;
/** By raised hands that somebody counted; or each one's own vote, with its name or without it. */
export const VOTE_MANNERS = ['hands', 'open', 'secret'] as const;
/** `tied` waits for the casting vote of the chair. */
export const RESOLUTION_STATES = ['proposed', 'voting', 'tied', 'carried', 'lost', 'withdrawn'] as const;
export const VOTE_CHOICES = ['for', 'against', 'abstain'] as const;
export const MEETING_ACTS = [
  'drafted',
  'called',
  'postponed',
  'cancelled',
  'voters-fixed',
  'opened',
  'adjourned',
  'closed',
  'minutes-written',
  'minutes-signed',
] as const;

export const MeetingKind = z.enum(MEETING_KINDS);
export const MeetingState = z.enum(MEETING_STATES);
export const AgendaKind = z.enum(AGENDA_KINDS);
export const VoteManner = z.enum(VOTE_MANNERS);
export const ResolutionState = z.enum(RESOLUTION_STATES);
export const VoteChoice = z.enum(VOTE_CHOICES);
export const MeetingMajority = z.enum(MAJORITIES);
export type MeetingKind = z.infer<typeof MeetingKind>;
export type MeetingState = z.infer<typeof MeetingState>;
export type AgendaKind = z.infer<typeof AgendaKind>;
export type VoteManner = z.infer<typeof VoteManner>;
export type ResolutionState = z.infer<typeof ResolutionState>;
export type VoteChoice = z.infer<typeof VoteChoice>;
export type MeetingAct = (typeof MEETING_ACTS)[number];

const Time = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'MEETING_TIME_FORM')
  .meta({ examples: ['11:00'] });
const Link = z
  .string()
  .max(300)
  .regex(/^https:\/\/[^\s]+$/, 'MEETING_LINK_FORM');

const meetingInput = {
  kind: MeetingKind,
  title: typedText(160, 3),
  heldOn: DayInput,
  /** On the society's own clock. */
  heldTime: Time,
  place: typedText(200, 3),
  /** Where it is held on the line too. */
  link: Link.nullable().optional(),
  /** Somebody of the committee. */
  chairUserId: IdInput,
  items: z
    .array(
      z.strictObject({
        kind: AgendaKind,
        title: typedText(200, 3),
        text: typedText(2_000, 0).optional(),
        /** The loan. */
        subjectId: IdInput.nullable().optional(),
      }),
    )
    .min(1)
    .max(60),
};
const example = {
  kind: 'annual',
  title: 'Annual general meeting 2026',
  heldOn: '2026-12-28',
  heldTime: '11:00',
  place: 'Hall of the primary school',
  chairUserId: '3',
  items: [
    { kind: 'text', title: 'Accounts of the year', text: 'To adopt the audited accounts.' },
    { kind: 'text', title: 'Dividend' },
  ],
};
export const MeetingBody = z.strictObject(meetingInput).meta({ examples: [example] });
export const ChangeMeetingBody = z
  .strictObject({ ...meetingInput, version: z.int() })
  .meta({ examples: [{ ...example, heldTime: '12:00', version: 1 }] });

const reason = typedText(400, 5);
export const MoveMeetingBody = z
  .strictObject({ heldOn: DayInput, heldTime: Time, reason })
  .meta({ examples: [{ heldOn: '2027-01-05', heldTime: '11:00', reason: 'The hall is not free' }] });
export const CancelMeetingBody = z
  .strictObject({ reason })
  .meta({ examples: [{ reason: 'There is nothing to decide' }] });

export const MeetingsQuery = z.strictObject({
  ...ListQuery,
  /** `coming`: drafts, what is called and what is open; `past`: what is over or was cancelled. */
  when: z.enum(['coming', 'past', 'all']).optional(),
  kind: MeetingKind.optional(),
});

export const MeetingRow = z.object({
  id: Id,
  kind: MeetingKind,
  title: z.string(),
  state: MeetingState,
  heldOn: DayText,
  heldTime: z.string(),
  place: z.string(),
  link: z.string().nullable(),
  /** It was adjourned for want of a quorum and meets again. */
  isAdjourned: z.boolean(),
  /** A vote is open in it. */
  isVoting: z.boolean(),
  hasMinutes: z.boolean(),
});
export const MeetingList = page(MeetingRow);

const AgendaItem = z.object({
  id: Id,
  kind: AgendaKind,
  title: z.string(),
  text: z.string(),
  subjectId: Id.nullable(),
});

const votes = z.object({ for: z.number(), against: z.number(), abstained: z.number() });
export const ResolutionView = z.object({
  id: Id,
  meetingId: Id,
  itemId: Id.nullable(),
  /** Given when it is decided. */
  number: z.string().nullable(),
  text: z.string(),
  proposer: z.string().nullable(),
  seconder: z.string().nullable(),
  majority: MeetingMajority,
  state: ResolutionState,
  manner: VoteManner.nullable(),
  /** Once it is counted. */
  votes: votes.nullable(),
  /** How many have voted so far, or did. */
  cast: z.number(),
  castingVote: z.enum(['for', 'against']).nullable(),
  decidedOn: DayText.nullable(),
  /** Who has no part in it, and why. For the office. */
  interested: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** Of an open vote, once it is counted: who voted how. For the office. */
  openVotes: z.array(z.object({ name: z.string(), choice: VoteChoice })),
  /** The loan that its item is about. */
  subject: z.object({ kind: AgendaKind, id: Id }).nullable(),
  /** Whether the reader votes on it now, and has. */
  mayVote: z.boolean(),
  hasVoted: z.boolean(),
});

export const MeetingView = MeetingRow.extend({
  version: z.number(),
  chair: z.string(),
  chairUserId: Id,
  calledOn: DayText.nullable(),
  /** For `/api/notices/:id`. */
  noticeId: Id.nullable(),
  items: z.array(AgendaItem),
  resolutions: z.array(ResolutionView),
  /** Who may vote, who of them is there, and how many must be. */
  votersOn: DayText.nullable(),
  entitled: z.number(),
  present: z.number(),
  quorum: z.number(),
  isQuorate: z.boolean(),
  /** Since when it has been counted out; the earliest moment of an adjourned meeting. */
  adjournableTo: z.object({ heldOn: DayText, heldTime: z.string() }).nullable(),
  steps: z.array(z.object({ act: z.enum(MEETING_ACTS), by: z.string(), at: InstantText, note: z.string().nullable() })),
  /** For the reader: what they may do about it. */
  may: z.object({ manage: z.boolean(), chair: z.boolean(), sign: z.boolean() }),
  /** Of a member, or of somebody of the committee: whether they are invited, have a vote, and were seen. */
  own: z
    .object({
      mayVote: z.boolean(),
      noVoteBecause: z.enum(NO_VOTE_REASONS).nullable(),
      isPresent: z.boolean(),
    })
    .nullable(),
  minutesSigned: z.boolean(),
});
export type MeetingView = z.infer<typeof MeetingView>;

/** What a new meeting is made of. */
export const MeetingPreparation = z.object({
  committee: z.array(z.object({ id: Id, name: z.string() })),
  waiting: z.array(z.object({ kind: AgendaKind, subjectId: Id, title: z.string(), text: z.string() })),
  rules: z.array(z.object({ kind: MeetingKind, clearDays: z.number(), earliest: DayText })),
});

/** Everybody who is invited, by the order of their numbers or names. */
export const InviteesQuery = z.strictObject({
  ...ListQuery,
  which: z.enum(['all', 'voters', 'present', 'absent']).optional(),
});
export const Invitee = z.object({
  id: Id,
  name: z.string(),
  number: z.string().nullable(),
  mayVote: z.boolean(),
  noVoteBecause: z.enum(NO_VOTE_REASONS).nullable(),
  isPresent: z.boolean(),
  seenAt: InstantText.nullable(),
});
export const InviteeList = page(Invitee);

/** A number, a phone, or the code from the app; or who stands in the list. */
export const AttendBody = z
  .union([z.strictObject({ who: typedText(200) }), z.strictObject({ inviteeId: IdInput })])
  .meta({ examples: [{ who: 'M-2026-0003' }] });
export const Attended = z.object({
  invitee: Invitee,
  /** They were seen already. */
  wasPresent: z.boolean(),
  present: z.number(),
  quorum: z.number(),
  isQuorate: z.boolean(),
});
export const InviteeParams = z.strictObject({ id: IdInput, inviteeId: IdInput });

/** What a member shows at the door: a QR of it, good for a minute. */
export const AttendanceCode = z.object({ code: z.string(), qrSvg: z.string(), expiresAt: InstantText });

export const ProposeBody = z
  .strictObject({
    itemId: IdInput.nullable().optional(),
    text: typedText(2_000, 5),
    /** Two people who are there; of a general meeting two with a vote. */
    proposerId: IdInput,
    seconderId: IdInput,
    majority: MeetingMajority.optional(),
  })
  .meta({
    examples: [{ text: 'Resolved that the audited accounts are adopted.', proposerId: '1', seconderId: '2' }],
  });
const count = z.int().min(0).max(1_000_000);
export const HandsBody = z
  .strictObject({ for: count, against: count, abstained: count })
  .meta({ examples: [{ for: 41, against: 3, abstained: 2 }] });
export const OpenVoteBody = z
  .strictObject({ manner: z.enum(['open', 'secret']) })
  .meta({ examples: [{ manner: 'secret' }] });
/** One's own vote from the phone; at the desk, of somebody who is there. */
export const BallotBody = z
  .strictObject({ choice: VoteChoice, inviteeId: IdInput.optional() })
  .meta({ examples: [{ choice: 'for' }] });
export const CastingVoteBody = z
  .strictObject({ choice: z.enum(['for', 'against']) })
  .meta({ examples: [{ choice: 'for' }] });
export const InterestBody = z
  .strictObject({ inviteeId: IdInput, reason: typedText(200, 3) })
  .meta({ examples: [{ inviteeId: '1', reason: 'The borrower is my brother' }] });

/** What other acts may refer to. */
export const ResolutionsQuery = z.strictObject({
  ...ListQuery,
  /** Of this loan, or of none in particular. */
  loanId: IdInput.optional(),
  body: z.enum(['general', 'committee']).optional(),
});
export const CarriedResolution = z.object({
  id: Id,
  number: z.string(),
  decidedOn: DayText,
  text: z.string(),
  meetingId: Id,
  meeting: z.string(),
  /** The loan that it is about. */
  loanId: Id.nullable(),
});
export const CarriedResolutionList = page(CarriedResolution);

export const MinutesView = z.object({
  meetingId: Id,
  /** Drafted from what was kept until somebody writes it. */
  text: z.string(),
  isWritten: z.boolean(),
  writtenBy: z.string().nullable(),
  writtenAt: InstantText.nullable(),
  version: z.number(),
  signatures: z.array(z.object({ name: z.string(), asChair: z.boolean(), at: InstantText })),
  isSigned: z.boolean(),
  /** For the reader: why they may not sign it; null when they may. */
  mayNotSignBecause: z.string().nullable(),
});
export const WriteMinutesBody = z.strictObject({ text: typedText(20_000, 20), version: z.int() }).meta({
  examples: [{ text: 'The chair welcomed the members and found that the quorum was complete.', version: 0 }],
});
export const SignMinutesBody = z.strictObject({ version: z.int() }).meta({ examples: [{ version: 1 }] });
