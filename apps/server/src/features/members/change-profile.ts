// What is known of a member changes. Phone, e-mail and address at once; name, birth date, PAN, bank details and nominees
// decide who somebody is and where money goes, so a second person looks at them first.

import type { ChangeProfileBody } from '@kafal/contract';
import { type CalendarDate, normaliseName } from '@kafal/core';
import type { z } from 'zod';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { moveBusinessDayIfDue } from '../accounting/index.ts';
import { type ApprovalLine, type ApprovalRequest, requestApproval } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { changeMemberContact } from '../identity/index.ts';
import { keepMemberTerms } from '../search/index.ts';
import { readSettings, type Settings } from '../society/index.ts';
import { type CheckedNominee, checkDateOfBirth, checkedNominees } from './check-applicant.ts';
import { findDuplicates, membersWithPhone, unlessTaken } from './find-duplicates.ts';
import { getMemberForUpdate, type Member, notThere } from './find-member.ts';
import {
  checkEmail,
  checkPan,
  checkPhone,
  checkPostalCode,
  openPan,
  panKeys,
  type SealedBankDetails,
  type SealedPan,
  sealBankDetails,
  sealPan,
} from './identity-numbers.ts';
import { memberLoginNames } from './member-login-names.ts';
import { nomineesInWords, nomineesOf } from './nominees.ts';
import { refuseWhileWaiting } from './waiting-approvals.ts';

export type ChangeProfile = z.output<typeof ChangeProfileBody> & { readonly memberId: number };

export interface ChangedProfile {
  /** The fields that wait for a second person. */
  readonly waiting: readonly string[];
  readonly approvalId: number | null;
}

export async function changeProfile(platform: Platform, actor: Actor, command: ChangeProfile): Promise<ChangedProfile> {
  if (actor.kind === 'member' && actor.memberId !== command.memberId) notThere();
  const on = await moveBusinessDayIfDue(platform);
  const settings = await readSettings(platform, on);

  return platform.transact(async (trx) => {
    const member = await getMemberForUpdate(trx, platform, command.memberId);
    if (member.version !== command.version) throw new Refusal('conflict', 'MEMBER_CHANGED');

    await changeAtOnce(trx, platform, actor, member, await contactChanges(trx, actor, member, command, settings));
    const details = await detailChanges(trx, platform, actor, member, command, settings, on);
    if (details.waiting.length === 0) return { waiting: [], approvalId: null };
    await refuseWhileWaiting(trx, 'member-details', member.id);
    const approvalId = await requestApproval(trx, platform, actor, {
      kind: 'member-details',
      subjectKind: 'member',
      subjectId: member.id,
      memberId: member.id,
      summary: { code: 'MEMBER_ASKS_DETAILS', params: { number: member.number, name: member.name } },
      lines: details.lines,
      command: details.values,
    });
    return { waiting: details.waiting, approvalId };
  });
}

// ---- at once ----------------------------------------------------------------------------------------------------

type ContactColumns = Partial<
  Pick<
    Member,
    | 'phone'
    | 'email'
    | 'emailKey'
    | 'addressLine'
    | 'locality'
    | 'district'
    | 'state'
    | 'postalCode'
    | 'occupation'
    | 'language'
  >
>;

interface ContactChanges {
  readonly columns: ContactColumns;
  readonly phoneSharedReason: string | undefined;
}

async function contactChanges(
  trx: Trx,
  actor: Actor,
  member: Member,
  command: ChangeProfile,
  settings: Settings,
): Promise<ContactChanges> {
  const { addressLine, locality, district, state, postalCode, occupation, language } = command;
  if (postalCode !== undefined) checkPostalCode(postalCode, settings['phone.country']);
  const columns = {
    ...(await phoneChange(trx, actor, member, command, settings)),
    ...(await emailChange(trx, actor, member, command)),
    ...defined({ addressLine, locality, district, state, postalCode, occupation, language }),
  };
  // Only what really differs is written down and told.
  const differing = Object.entries(columns).filter(([name, value]) => member[name as keyof Member] !== value);
  // Phone and e-mail are log-in names, and a forgotten password's code goes to the e-mail: whoever changes them could
  // come in as the member, so it takes the right to hand out log-in codes.
  const opensLogin = differing.find(([name]) => name === 'phone' || name === 'email');
  if (actor.kind === 'staff' && opensLogin !== undefined && !actor.permissions.has('member.login.issue')) {
    throw new Refusal('forbidden', 'CONTACT_OPENS_LOGIN', undefined, opensLogin[0]);
  }
  return { columns: Object.fromEntries(differing), phoneSharedReason: command.phoneSharedReason };
}

async function phoneChange(trx: Trx, actor: Actor, member: Member, command: ChangeProfile, settings: Settings) {
  if (command.phone === undefined) return {};
  const phone = checkPhone(command.phone, settings['phone.country']);
  if (phone === member.phone) return {};
  const [other] = await membersWithPhone(trx, phone, member.id);
  if (other !== undefined && command.phoneSharedReason === undefined) {
    throw knownElsewhere(actor, 'PHONE', other.number, 'phoneSharedReason');
  }
  return { phone };
}

async function emailChange(trx: Trx, actor: Actor, member: Member, { email: typed }: ChangeProfile) {
  if (typed === undefined) return {};
  if (typed === null) return { email: null, emailKey: null };
  const { email, emailKey } = checkEmail(typed);
  const other = await trx
    .selectFrom('member')
    .select('number')
    .where('emailKey', '=', emailKey)
    .where('id', '<>', member.id)
    .executeTakeFirst();
  if (other !== undefined) throw knownElsewhere(actor, 'EMAIL', other.number, 'email');
  return { email, emailKey };
}

/** Staff are told who has it already; a member only that it is taken. */
function knownElsewhere(actor: Actor, what: 'PHONE' | 'EMAIL' | 'PAN', number: string, field: string): Refusal {
  if (actor.kind === 'member') return new Refusal('conflict', `${what}_IN_USE`, undefined, field);
  return new Refusal('conflict', what === 'PHONE' ? 'PHONE_SHARED' : `${what}_TAKEN`, { number }, field);
}

async function changeAtOnce(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  member: Member,
  { columns, phoneSharedReason }: ContactChanges,
): Promise<void> {
  const names = Object.keys(columns);
  if (names.length === 0) return;

  const update = trx.updateTable('member').set({ ...columns, version: member.version + 1 });
  await unlessTaken(platform, update.where('id', '=', member.id).execute());
  if (columns.phone !== undefined) await keepMemberTerms(trx, { ...member, ...columns });
  await followWithLogin(trx, platform, { ...member, ...columns }, columns);
  await recordAudit(trx, platform, actor, {
    action: 'member.changed',
    subjectKind: 'member',
    subjectId: member.id,
    oldValues: Object.fromEntries(names.map((name) => [name, member[name as keyof Member]])),
    newValues: { ...columns, ...(phoneSharedReason === undefined ? {} : { phoneSharedReason }) },
  });
}

/** The log-in follows: its names are the phone and e-mail that the member has now. */
async function followWithLogin(trx: Trx, platform: Platform, member: Member, changed: ContactColumns): Promise<void> {
  const { phone, email, language } = changed;
  const hasNewNames = phone !== undefined || email !== undefined;
  await changeMemberContact(trx, platform, member.id, {
    ...defined({ phone, email, language }),
    ...(hasNewNames
      ? { loginNames: (await memberLoginNames(trx, member)).filter(({ kind }) => kind !== 'number') }
      : {}),
  });
}

// ---- by a second person -----------------------------------------------------------------------------------------

/** Sealed before it is written down: the queue of approvals holds no open number. */
type DetailColumns = Partial<Pick<Member, 'name' | 'nameLocal' | 'dateOfBirth'> & SealedPan & SealedBankDetails>;
type Details = DetailColumns & { nominees?: readonly CheckedNominee[] };

interface DetailChanges {
  readonly values: Details;
  readonly waiting: readonly string[];
  readonly lines: readonly ApprovalLine[];
}

async function detailChanges(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  member: Member,
  command: ChangeProfile,
  settings: Settings,
  on: CalendarDate,
): Promise<DetailChanges> {
  const values: Details = {};
  const lines: ApprovalLine[] = [];
  const waiting: string[] = [];
  const ask = (field: string, before: string | null, after: string, columns: Details) => {
    Object.assign(values, columns);
    lines.push({ label: { code: `MEMBER_LINE_${field.replace(/[A-Z]/g, '_$&').toUpperCase()}` }, before, after });
    waiting.push(field);
  };

  for (const field of ['name', 'nameLocal'] as const) {
    const typed = command[field];
    if (typed === undefined) continue;
    const name = normaliseName(typed);
    if (name !== member[field]) ask(field, member[field], name, { [field]: name });
  }
  const { dateOfBirth, pan: typedPan, bankDetails } = command;
  if (dateOfBirth !== undefined && dateOfBirth !== member.dateOfBirth) {
    checkDateOfBirth(dateOfBirth, on, member.memberClass, settings);
    ask('dateOfBirth', member.dateOfBirth, dateOfBirth, { dateOfBirth });
  }
  if (typedPan !== undefined) {
    const pan = checkPan(typedPan, settings['phone.country']);
    const isNew = member.panSealed === null || openPan(platform, member.panSealed) !== pan;
    if (isNew) {
      await refusePanOfAnother(trx, actor, member, panKeys(platform, pan));
      const sealed = sealPan(platform, pan);
      ask('pan', member.panMasked, sealed.panMasked, sealed);
    }
  }
  if (bankDetails !== undefined) {
    const sealed = sealBankDetails(platform, bankDetails, settings['phone.country']);
    ask('bankDetails', member.bankDetailsMasked, sealed.bankDetailsMasked, sealed);
  }
  if (command.nominees !== undefined) {
    const nominees = checkedNominees(command.nominees, on, settings);
    const before = nomineesInWords(await keptNominees(trx, member.id));
    const after = nomineesInWords(nominees);
    if (before !== after) ask('nominees', before === '' ? null : before, after, { nominees });
  }
  return { values, waiting, lines };
}

const keptNominees = async (trx: Trx, memberId: number) =>
  (await nomineesOf(trx, { memberId })).map(({ sharePercent, ...nominee }) => ({
    ...nominee,
    shareBasisPoints: Number(sharePercent.replace('.', '')),
  }));

async function refusePanOfAnother(
  trx: Trx,
  actor: Actor,
  member: Pick<Member, 'id' | 'name' | 'dateOfBirth'>,
  keys: readonly string[],
): Promise<void> {
  const flags = await findDuplicates(trx, {
    ...member,
    ...{ phone: null, emailKey: null, panKeys: keys, exceptMemberId: member.id },
  });
  const other = flags.find(({ code }) => code === 'PAN_TAKEN');
  if (other !== undefined) throw knownElsewhere(actor, 'PAN', other.number, 'pan');
}

/** What a yes of the second person does. */
export async function applyApprovedDetails(
  platform: Platform,
  trx: Trx,
  checker: Actor,
  request: ApprovalRequest,
): Promise<undefined> {
  // changeProfile above wrote it.
  const { nominees, ...columns } = request.command as Details;
  const member = await getMemberForUpdate(trx, platform, request.subjectId);
  if (columns.panSealed !== undefined) {
    await refusePanOfAnother(trx, checker, member, panKeys(platform, openPan(platform, columns.panSealed)));
  }
  const update = trx.updateTable('member').set({ ...columns, version: member.version + 1 });
  await unlessTaken(platform, update.where('id', '=', member.id).execute());

  if (columns.name !== undefined || columns.nameLocal !== undefined) {
    const renamed = { ...member, ...columns };
    await keepMemberTerms(trx, renamed);
    const { name } = renamed;
    if (name !== member.name) await changeMemberContact(trx, platform, member.id, { name });
  }
  const nomineesBefore = nominees === undefined ? undefined : nomineesInWords(await keptNominees(trx, member.id));
  if (nominees !== undefined) {
    await trx.deleteFrom('nominee').where('memberId', '=', member.id).execute();
    await trx
      .insertInto('nominee')
      .values(nominees.map((nominee) => ({ ...nominee, memberId: member.id })))
      .execute();
  }
  const shown = (values: DetailColumns) => {
    const { panSealed: _pan, panKey: _key, bankDetailsSealed: _bank, ...open } = values;
    return open;
  };
  await recordAudit(trx, platform, checker, {
    action: 'member.details_changed',
    subjectKind: 'member',
    subjectId: member.id,
    oldValues: {
      ...Object.fromEntries(Object.keys(shown(columns)).map((name) => [name, member[name as keyof Member]])),
      ...(nomineesBefore === undefined ? {} : { nominees: nomineesBefore }),
    },
    newValues: {
      ...shown(columns),
      ...(nominees === undefined ? {} : { nominees: nomineesInWords(nominees) }),
      requestedByUserId: request.requestedByUserId,
    },
  });
}

function defined<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  // What was left out of the request is left out of the change.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>;
  };
}
