// An event in a sentence, for the person who reads it. Events carry ids only, so the words are looked up when read.

import type { EventName, MessageLanguage } from '@kafal/contract';
import { displayDate, displayMoney, isCalendarDate, type Money } from '@kafal/core';
import type { Language } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { narrationInEnglish, narrationsIn } from '../accounting/index.ts';
import { type ToldRequest, toldRequests } from '../approvals/index.ts';
import { paperName } from '../files/index.ts';
import { EVENT_TEXTS, LINKS, REQUEST_TEXTS } from './event-texts.ts';
import { MEMBER_TEXTS_NE } from './event-texts-ne.ts';

export interface StoredEvent {
  name: string;
  payload: string;
  memberId: number | null;
}

export interface DescribedEvent {
  event: string;
  title: string;
  text: string;
  link: string | null;
  entryId: number | null;
  memberId: number | null;
}

interface Facts {
  entries: Map<number, { printed: string; total: Money; narration: string }>;
  members: Map<number, { number: string; name: string }>;
  applicants: Map<number, { name: string; trackingNumber: string }>;
  users: Map<number, string>;
  tills: Map<number, string>;
  deposits: Map<number, string>;
  agents: Map<number, string>;
  loans: Map<number, string>;
  requests: Map<number, ToldRequest>;
  notices: Map<number, string>;
}

type Payload = Record<string, string | number | null>;

interface EventReader {
  language: MessageLanguage;
  audience: 'member' | 'staff';
  currency: string;
  /** Whether they read the list of approvals; who does not is told what kind of act waits, never whose or how much. */
  mayReadApprovals: boolean;
  /** Their own requests they know whole. Undefined where one text is for many readers. */
  userId?: number;
  /** What leaves the house names no account and no loan in full. */
  isOutside?: boolean;
}

export async function describeEvents(
  platform: Platform,
  reader: EventReader,
  events: readonly StoredEvent[],
): Promise<DescribedEvent[]> {
  const slotted = await slottedEvents(platform, reader, events);
  return events.map((event, index) => {
    const { slots, payload, entryId, memberId } = slotted[index] ?? NOTHING_KNOWN;
    const name = event.name as EventName;
    const texts = textsOf(reader, name);
    return {
      event: event.name,
      title: fill(texts?.title ?? event.name, slots),
      text: fill(texts?.text ?? '', slots),
      link: linkOf(reader.audience, name, payload),
      entryId,
      memberId,
    };
  });
}

/** What may be filled into a sentence about each event, by the name of its slot. */
export async function slotsOfEvents(
  platform: Platform,
  reader: EventReader,
  events: readonly StoredEvent[],
): Promise<Record<string, string>[]> {
  return (await slottedEvents(platform, reader, events)).map(({ slots }) => slots);
}

interface SlottedEvent {
  slots: Record<string, string>;
  payload: Payload;
  entryId: number | null;
  memberId: number | null;
}
const NOTHING_KNOWN: SlottedEvent = { slots: {}, payload: {}, entryId: null, memberId: null };

async function slottedEvents(
  platform: Platform,
  reader: EventReader,
  events: readonly StoredEvent[],
): Promise<SlottedEvent[]> {
  // Written by recordEvent, whose type allows nothing else.
  const payloads = events.map((event) => JSON.parse(event.payload) as Payload);
  const facts = await findFacts(platform, reader, events, payloads);

  return events.map((event, index) => {
    const payload = payloads[index] ?? {};
    const memberId = event.memberId ?? idIn(payload, 'memberId');
    const entryId = idIn(payload, 'entryId');
    const entry = entryId === null ? undefined : facts.entries.get(entryId);
    const member = memberId === null ? undefined : facts.members.get(memberId);
    const request = facts.requests.get(idIn(payload, 'approvalId') ?? 0);
    const applicant = facts.applicants.get(idIn(payload, 'applicationId') ?? 0);
    const slots: Record<string, string> = {
      number: entry?.printed ?? '',
      amount: entry === undefined ? '' : displayMoney(entry.total, { currency: reader.currency }),
      narration: entry?.narration ?? '',
      member: member === undefined ? '' : `${member.name} (${member.number})`,
      memberNumber: member?.number ?? '',
      applicant: applicant?.name ?? '',
      tracking: applicant?.trackingNumber ?? '',
      user: facts.users.get(idIn(payload, 'userId') ?? 0) ?? '',
      till: facts.tills.get(idIn(payload, 'tillId') ?? 0) ?? '',
      account: numberFor(reader, facts.deposits.get(idIn(payload, 'depositId') ?? 0)),
      agent: facts.agents.get(idIn(payload, 'agentId') ?? 0) ?? '',
      notice: facts.notices.get(idIn(payload, 'noticeId') ?? 0) ?? '',
      loan: numberFor(reader, facts.loans.get(idIn(payload, 'loanId') ?? 0)),
      paper: typeof payload.kind === 'string' ? paperName(screenLanguage(reader.language), payload.kind) : '',
      asked: request === undefined ? '' : tellRequest(reader, event.name, request),
      ...Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, inWords(value, reader.language)])),
    };
    return { slots, payload, entryId, memberId };
  });
}

/** Nepali is written to members, outside of the screens; what it lacks is said in Hindi. */
function textsOf({ audience, language }: EventReader, name: EventName) {
  const known = screenLanguage(language);
  const own = language === 'ne' && audience === 'member' ? MEMBER_TEXTS_NE[name] : undefined;
  return own ?? EVENT_TEXTS[audience][known][name] ?? EVENT_TEXTS.staff[known][name];
}

const screenLanguage = (language: MessageLanguage): Language => (language === 'ne' ? 'hi' : language);

const LAST_SHOWN = 4;
function numberFor({ isOutside }: EventReader, number: string | undefined): string {
  if (number === undefined || isOutside !== true) return number ?? '';
  return `XX${number.slice(-LAST_SHOWN)}`;
}

/** Days as people write them. */
function inWords(value: Payload[string], language: MessageLanguage): string {
  if (typeof value === 'string' && isCalendarDate(value)) return displayDate(value, 'D MMM YYYY', language);
  return value === null || value === undefined ? '' : String(value);
}

function tellRequest(reader: EventReader, event: string, request: ToldRequest): string {
  const { whole, guarded, aMember, kinds } = REQUEST_TEXTS[screenLanguage(reader.language)];
  const { kind, summary, maker, decider, isMakerMember } = request;
  // Asking and deciding are two lines of the stream, and the first stays true after the second.
  const status = event === 'approval.requested' ? 'pending' : request.status;
  if (reader.mayReadApprovals || reader.userId === request.makerUserId) {
    return fill(whole[status], { summary, maker, decider });
  }
  return fill(guarded[status], { kind: kinds[kind], maker: isMakerMember ? aMember : maker, decider });
}

const fill = (text: string, slots: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '').trim();

function linkOf(audience: 'member' | 'staff', name: EventName, payload: Payload): string | null {
  const pattern = LINKS[audience][name];
  if (pattern === undefined) return null;
  let complete = true;
  const link = pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = payload[key];
    if (value === undefined || value === null) complete = false;
    return String(value ?? '');
  });
  return complete ? link : null;
}

function idIn(payload: Payload, key: string): number | null {
  const id = Number(payload[key] ?? 0);
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

async function findFacts(
  platform: Platform,
  reader: EventReader,
  events: readonly StoredEvent[],
  payloads: readonly Payload[],
): Promise<Facts> {
  const ids = (key: string, extra: readonly (number | null)[] = []) => [
    ...new Set([...payloads.map((payload) => idIn(payload, key)), ...extra].filter((id) => id !== null)),
  ];
  const db = platform.database;
  const entryIds = ids('entryId');
  const memberIds = ids(
    'memberId',
    events.map((event) => event.memberId),
  );
  const applicationIds = ids('applicationId');
  const userIds = ids('userId');
  const tillIds = ids('tillId');
  const depositIds = ids('depositId');
  const agentIds = ids('agentId');
  const loanIds = ids('loanId');
  // An empty list is no question at all, and no database likes `in ()`.
  const [entries, members, applicants, users, tills, deposits, agents, loans, requests, notices] = await Promise.all([
    entryIds.length === 0
      ? []
      : db
          .selectFrom('journal_entry')
          .select(['id', 'seriesCode', 'financialYear', 'number', 'total', 'kind', 'narration'])
          .where('id', 'in', entryIds)
          .execute(),
    memberIds.length === 0
      ? []
      : db.selectFrom('member').select(['id', 'number', 'name']).where('id', 'in', memberIds).execute(),
    applicationIds.length === 0
      ? []
      : db
          .selectFrom('membership_application')
          .select(['id', 'name', 'trackingNumber'])
          .where('id', 'in', applicationIds)
          .execute(),
    userIds.length === 0 ? [] : db.selectFrom('user').select(['id', 'name']).where('id', 'in', userIds).execute(),
    tillIds.length === 0 ? [] : db.selectFrom('till').select(['id', 'code']).where('id', 'in', tillIds).execute(),
    depositIds.length === 0
      ? []
      : db.selectFrom('deposit').select(['id', 'number']).where('id', 'in', depositIds).execute(),
    agentIds.length === 0
      ? []
      : db
          .selectFrom('agent')
          .innerJoin('user', 'user.id', 'agent.userId')
          .select(['agent.id', 'agent.number', 'user.name'])
          .where('agent.id', 'in', agentIds)
          .execute(),
    loanIds.length === 0 ? [] : db.selectFrom('loan').select(['id', 'number']).where('id', 'in', loanIds).execute(),
    toldRequests(platform, ids('approvalId'), { ...reader, language: screenLanguage(reader.language) }),
    titlesOfNotices(db, ids('noticeId'), reader.language),
  ]);
  // Only an entry is asked about in words of the books.
  const sayNarration =
    entries.length === 0 ? narrationInEnglish : await narrationsIn(screenLanguage(reader.language), platform);
  return {
    entries: new Map(
      entries.map((entry) => [
        entry.id,
        {
          printed: `${entry.seriesCode}/${entry.financialYear}/${String(entry.number).padStart(5, '0')}`,
          total: entry.total,
          narration: sayNarration(entry),
        },
      ]),
    ),
    members: new Map(members.map((member) => [member.id, member])),
    applicants: new Map(applicants.map((applicant) => [applicant.id, applicant])),
    users: new Map(users.map((user) => [user.id, user.name])),
    tills: new Map(tills.map((till) => [till.id, till.code])),
    deposits: new Map(deposits.map((deposit) => [deposit.id, deposit.number])),
    agents: new Map(agents.map((row) => [row.id, `${row.name} (${row.number})`])),
    loans: new Map(loans.map((loan) => [loan.id, loan.number])),
    requests,
    notices,
  };
}

/** In the reader's language, or in one there is. */
async function titlesOfNotices(
  db: Platform['database'],
  ids: readonly number[],
  language: MessageLanguage,
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('notice_text')
    .select(['noticeId', 'language', 'title'])
    .where('noticeId', 'in', [...ids])
    .orderBy('language')
    .execute();
  const titles = new Map<number, string>();
  for (const row of rows) {
    if (row.language === language || !titles.has(row.noticeId)) titles.set(row.noticeId, row.title);
  }
  return titles;
}
