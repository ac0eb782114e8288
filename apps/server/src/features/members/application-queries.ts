import type { ApplicationList, ApplicationQuery, ApplicationStatusView, ApplicationView } from '@kafal/contract';
import { addDays, ageOn, formatMoney, normalisePhone, sum } from '@kafal/core';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Language } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { startOfDay } from '../audit/index.ts';
import { filesOf } from '../files/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { applicationChecks, missingPapers } from './application-checks.ts';
import { applicationOf } from './application-files.ts';
import { duesOnAdmission, duplicatesOf } from './approve-application.ts';
import type { DuplicateFlag } from './find-duplicates.ts';
import { maskAadhaar } from './identity-numbers.ts';
import { type Application, type DecisionRefusal, mayNotDecide } from './may-decide.ts';
import { memberDues } from './member-dues.ts';
import { nomineesOf } from './nominees.ts';
import { readCursor, writeCursor } from './page-cursor.ts';
import { say } from './say.ts';
import { typedTrackingNumber } from './tracking-number.ts';

const USUAL_LIMIT = 50;

// ---- the applicant's own look ---------------------------------------------------------------------------------

export async function applicationStatus(
  platform: Platform,
  typed: { readonly trackingNumber: string; readonly phone: string },
): Promise<z.infer<typeof ApplicationStatusView>> {
  const application = await applicationOf(platform, typed);
  const isOpen = application.status === 'submitted' || application.status === 'returned';

  return {
    trackingNumber: application.trackingNumber,
    status: statusOf(application),
    submittedAt: instant(application.submittedAt),
    reason: application.reason,
    memberNumber: await memberNumberOf(platform.database, application.memberId),
    application: application.status === 'returned' ? await whatTheyWrote(platform.database, application) : null,
    ...(isOpen ? await papersOf(platform, application.id) : { files: [], missing: [] }),
  };
}

async function papersOf(platform: Platform, applicationId: number) {
  const files = await filesOf(platform.database, { applicationId });
  return { files, missing: missingPapers(await readSettings(platform), files) };
}

/** To be corrected and sent again. Identity numbers are not shown, not even by halves: this page needs no log-in. */
async function whatTheyWrote(reader: Reader, application: Application): Promise<Record<string, unknown>> {
  const { name, nameLocal, dateOfBirth, gender, parentOrSpouseName, phone, email, addressLine, locality } = application;
  const { district, state, postalCode, occupation, memberClass, accountType, language } = application;
  return {
    ...{ name, nameLocal, dateOfBirth, gender, parentOrSpouseName, phone, email, addressLine, locality },
    ...{ district, state, postalCode, occupation, memberClass, accountType, language },
    nominees: await nomineesOf(reader, { applicationId: application.id }),
  };
}

// ---- staff ----------------------------------------------------------------------------------------------------

export async function applicationList(
  platform: Platform,
  query: z.output<typeof ApplicationQuery>,
): Promise<z.infer<typeof ApplicationList>> {
  const { sort = '-submittedAt', limit = USUAL_LIMIT } = query;
  const filtered = filteredApplications(platform, await readSettings(platform), query);
  const after = readCursor(sort, query.cursor);
  const isRising = sort === 'submittedAt';

  // Applications are numbered as they come in, so the order of ids is the order of submission.
  const rows = await filtered
    .select(['id', 'trackingNumber', 'name', 'phone', 'locality', 'status', 'source', 'submittedAt', 'flags'])
    .$if(after !== undefined, (select) => select.where('id', isRising ? '>' : '<', after?.id ?? 0))
    .orderBy('id', isRising ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();

  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: String(row.id),
      trackingNumber: row.trackingNumber,
      name: row.name,
      phone: row.phone,
      locality: row.locality,
      status: statusOf(row),
      source: sourceOf(row),
      submittedAt: instant(row.submittedAt),
      flags: storedFlags(row.flags).length,
    })),
    nextCursor:
      rows.length > limit && last !== undefined ? writeCursor(sort, { value: last.submittedAt, id: last.id }) : null,
    ...(query.total === true ? { total: await countOf(filtered) } : {}),
  };
}

function filteredApplications(platform: Platform, settings: Settings, query: z.output<typeof ApplicationQuery>) {
  const { status = 'submitted', q, submittedFrom, submittedTo } = query;
  const { 'calendar.timeZone': timeZone } = settings;
  return platform.database
    .selectFrom('membership_application')
    .$if(status !== 'all', (select) => select.where('status', '=', status))
    .where((application) =>
      application.and([
        ...(submittedFrom === undefined ? [] : [application('submittedAt', '>=', startOfDay(submittedFrom, timeZone))]),
        ...(submittedTo === undefined
          ? []
          : [application('submittedAt', '<', startOfDay(addDays(submittedTo, 1), timeZone))]),
      ]),
    )
    .$if(q !== undefined && q !== '', (select) => select.where((where) => where.or(matches(q ?? '', settings))));
}

async function countOf(filtered: ReturnType<typeof filteredApplications>): Promise<number> {
  const { applications } = await filtered
    .select(({ fn }) => fn.countAll().as('applications'))
    .executeTakeFirstOrThrow();
  return Number(applications);
}

/** The tracking number, the phone, or a name whose words begin so. */
function matches(q: string, settings: Settings) {
  const name = sql<string>`lower(name)`;
  const nameLocal = sql<string>`lower(coalesce(nameLocal, ''))`;
  const begins = q.toLowerCase().replace(/[!%_]/g, '!$&');
  const phone = normalisePhone(q, settings['phone.country']);
  return [
    sql<boolean>`trackingNumber = ${typedTrackingNumber(q)}`,
    ...(phone === undefined ? [] : [sql<boolean>`phone = ${phone}`]),
    ...[name, nameLocal].flatMap((column) => [
      sql<boolean>`${column} like ${`${begins}%`} escape '!'`,
      sql<boolean>`${column} like ${`% ${begins}%`} escape '!'`,
    ]),
  ];
}

export async function applicationView(
  platform: Platform,
  actor: Actor,
  id: number,
): Promise<z.infer<typeof ApplicationView>> {
  const { database } = platform;
  const application = await database
    .selectFrom('membership_application')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (application === undefined) throw new Refusal('missing', 'APPLICATION_NOT_FOUND');

  const on = await currentBusinessDay(platform);
  const settings = await readSettings(platform, on);
  const isOpen = application.status === 'submitted' || application.status === 'returned';
  const flags = isOpen ? await duplicatesOf(database, platform, application) : storedFlags(application.flags);
  const dues =
    application.memberId === null
      ? await duesOnAdmission(database, settings, on)
      : await memberDues(database, application.memberId);
  const refusal: Pick<DecisionRefusal, 'code' | 'params'> | undefined =
    application.status === 'returned'
      ? { code: 'APPLICATION_RETURNED' }
      : await mayNotDecide(database, settings, actor, application);
  const { language } = actor;
  const duesTotal = sum(dues.map(({ amount }) => amount));

  return {
    id: String(application.id),
    trackingNumber: application.trackingNumber,
    name: application.name,
    nameLocal: application.nameLocal,
    phone: application.phone,
    phoneSharedReason: application.phoneSharedReason,
    email: application.email,
    locality: application.locality,
    status: statusOf(application),
    source: sourceOf(application),
    submittedAt: instant(application.submittedAt),
    dateOfBirth: application.dateOfBirth,
    age: ageOn(application.dateOfBirth, on),
    gender: oneOf(GENDERS, application.gender),
    parentOrSpouseName: application.parentOrSpouseName,
    addressLine: application.addressLine,
    district: application.district,
    state: application.state,
    postalCode: application.postalCode,
    occupation: application.occupation,
    memberClass: oneOf(CLASSES, application.memberClass),
    accountType: application.accountType === 'savings' ? 'savings' : 'none',
    panMasked: application.panMasked,
    aadhaarMasked: maskAadhaar(application.aadhaarLastFour),
    language: application.language === 'hi' ? 'hi' : 'en',
    nominees: await nomineesOf(database, { applicationId: application.id }),
    flagged: flags.map((flag) => flagView(flag, language)),
    checks: await applicationChecks(platform, { application, settings, on, flags, duesTotal, language }),
    dues: dues.map((due) => ({
      code: due.feeCode,
      name: language === 'hi' ? due.nameHi : due.nameEn,
      amount: formatMoney(due.amount),
    })),
    duesTotal: formatMoney(duesTotal),
    history: await historyOf(database, application.id),
    mayDecide: refusal === undefined,
    mayNotDecideBecause: refusal === undefined ? null : say(language, refusal.code, refusal.params),
    memberId: application.memberId === null ? null : String(application.memberId),
    memberNumber: await memberNumberOf(database, application.memberId),
    version: application.version,
  };
}

function flagView({ code, memberId, number }: DuplicateFlag, language: Language) {
  return {
    code,
    detail: say(language, code, { number }),
    memberId: memberId === null ? null : String(memberId),
    memberNumber: memberId === null ? null : number,
  };
}

async function historyOf(reader: Reader, applicationId: number) {
  const rows = await reader
    .selectFrom('application_event as event')
    .leftJoin('user', 'user.id', 'event.userId')
    .select(['event.act', 'event.note', 'event.recordedAt', 'user.name as by'])
    .where('event.applicationId', '=', applicationId)
    .orderBy('event.id')
    .execute();
  return rows.map(({ act, by, note, recordedAt }) => ({ act, by, note, at: instant(recordedAt) }));
}

async function memberNumberOf(reader: Reader, memberId: number | null): Promise<string | null> {
  if (memberId === null) return null;
  const member = await reader.selectFrom('member').select('number').where('id', '=', memberId).executeTakeFirst();
  return member?.number ?? null;
}

function storedFlags(flags: string): DuplicateFlag[] {
  // The register wrote it.
  return JSON.parse(flags) as DuplicateFlag[];
}

const instant = (at: number) => new Date(at).toISOString();

const GENDERS = ['female', 'male', 'other'] as const;
const CLASSES = ['regular', 'nominal', 'associate', 'minor', 'institution'] as const;
const STATUSES = ['submitted', 'returned', 'approved', 'rejected'] as const;

const statusOf = ({ status }: { status: string }) => oneOf(STATUSES, status);
const sourceOf = ({ source }: { source: string }) => oneOf(['online', 'counter'] as const, source);

function oneOf<const Word extends string>(words: readonly Word[], stored: string): Word {
  const word = words.find((known) => known === stored);
  if (word === undefined) throw new Error(`"${stored}" is none of ${words.join(', ')}.`);
  return word;
}
