// An applicant becomes a member: the person, the number, the log-in, what is owed, and whatever other features open
// for them, in one database transaction. Pressed twice, it happens once.

import { type CalendarDate, type Money, money, sum } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { moveBusinessDayIfDue } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { giveFilesToMember } from '../files/index.ts';
import { createMemberLogin, issueOneTimeCode } from '../identity/index.ts';
import { refuseUnlessCarried } from '../resolutions/index.ts';
import { keepMemberTerms } from '../search/index.ts';
import { admissionFees, nextNumber, readSettings, type Settings } from '../society/index.ts';
import { activateWhenComplete } from './activate-member.ts';
import { recordApplicationEvent } from './application-history.ts';
import { getApplicationForUpdate } from './decide-application.ts';
import { type DuplicateFlag, findDuplicates, unlessTaken } from './find-duplicates.ts';
import { openPan, panKeys } from './identity-numbers.ts';
import { type Application, refuseUnlessMayDecide } from './may-decide.ts';
import { type ApprovedMember, runAtApproval } from './member-approved.ts';
import { SHARE_DUE } from './member-dues.ts';
import { memberLoginNames } from './member-login-names.ts';
import { refuseKnown } from './register-member.ts';

export interface ApproveApplication {
  readonly applicationId: number;
  readonly resolutionNumber?: string | undefined;
  readonly note?: string | undefined;
  /** The decider has looked at what may be a duplicate. */
  readonly acceptFlags?: boolean | undefined;
  readonly phoneSharedReason?: string | undefined;
  /** The demo hands out passwords; everybody else gets a one-time code and chooses. */
  readonly passwordHash?: string | undefined;
}

export interface ApprovedApplication {
  readonly memberId: number;
  readonly memberNumber: string;
  readonly loginNames: readonly string[];
  readonly oneTimeCode: string | null;
  readonly oneTimeCodeExpiresAt: number | null;
  readonly duesTotal: Money;
  readonly depositNumber: string | null;
}

export async function approveApplication(
  platform: Platform,
  actor: Actor,
  command: ApproveApplication,
): Promise<ApprovedApplication> {
  const on = await moveBusinessDayIfDue(platform);
  const settings = await readSettings(platform, on);

  return platform.transact(async (trx) => {
    const application = await getApplicationForUpdate(trx, platform, command.applicationId);
    await refuseUnlessMayDecide(trx, settings, actor, application);
    if (application.status === 'returned') throw new Refusal('conflict', 'APPLICATION_RETURNED');
    const phoneSharedReason = await refuseUnacceptedFlags(trx, platform, application, command);

    await refuseUnlessCarried(trx, { resolutionNumber: command.resolutionNumber });
    const memberNumber = await nextNumber(trx, platform, settings, { sequence: 'member', on });
    const memberId = await addMember(trx, platform, application, memberNumber, on);
    const duesTotal = await addDues(trx, platform, memberId, settings, on);
    const member: ApprovedMember = {
      memberId,
      memberNumber,
      accountType: application.accountType === 'savings' ? 'savings' : 'none',
      on,
      settings,
    };
    const { depositNumber = null } = await runAtApproval(trx, platform, actor, member);

    const login = await createMemberLogin(trx, platform, {
      memberId,
      name: application.name,
      language: application.language === 'hi' ? 'hi' : 'en',
      loginNames: await memberLoginNames(trx, { ...application, id: memberId, number: memberNumber }),
      email: application.email,
      phone: application.phone,
      ...(command.passwordHash === undefined ? {} : { passwordHash: command.passwordHash }),
    });
    const issued =
      command.passwordHash === undefined ? await issueOneTimeCode(trx, platform, actor, login.userId) : undefined;
    await decide(trx, platform, actor, application, { ...command, memberId, phoneSharedReason });
    await recordAudit(trx, platform, actor, {
      action: 'member.approved',
      subjectKind: 'member',
      subjectId: memberId,
      newValues: {
        number: memberNumber,
        applicationId: application.id,
        resolutionNumber: command.resolutionNumber ?? null,
        phoneSharedReason,
        duesTotal,
      },
    });
    await recordEvent(trx, platform, {
      name: 'member.approved',
      memberId,
      payload: { memberId, applicationId: application.id },
    });
    await giveFilesToMember(trx, application.id, memberId);
    await activateWhenComplete(trx, platform, actor, memberId);

    return {
      memberId,
      memberNumber,
      loginNames: login.loginNames.map(({ text }) => text),
      oneTimeCode: issued?.code ?? null,
      oneTimeCodeExpiresAt: issued?.expiresAt ?? null,
      duesTotal,
      depositNumber,
    };
  });
}

/** Looked at again at the last moment: somebody may have joined since the form was sent. Answers the reason to share. */
async function refuseUnacceptedFlags(
  trx: Trx,
  platform: Platform,
  application: Application,
  command: ApproveApplication,
): Promise<string | null> {
  const flags = await duplicatesOf(trx, platform, application);
  refuseKnown(flags);
  const shared = flags.find(({ code }) => code === 'PHONE_SHARED');
  const reason = command.phoneSharedReason ?? application.phoneSharedReason;
  if (shared !== undefined && reason === null) {
    throw new Refusal('conflict', 'PHONE_SHARED', { number: shared.number }, 'phoneSharedReason');
  }
  const others = flags.filter(({ code }) => code !== 'PHONE_SHARED');
  if (others.length > 0 && command.acceptFlags !== true) {
    throw new Refusal('conflict', 'FLAGS_NOT_ACCEPTED', { count: others.length }, 'acceptFlags');
  }
  return shared === undefined ? application.phoneSharedReason : reason;
}

export function duplicatesOf(
  reader: Trx | Platform['database'],
  platform: Pick<Platform, 'keys'>,
  application: Application,
): Promise<DuplicateFlag[]> {
  return findDuplicates(reader, {
    ...application,
    panKeys: application.panSealed === null ? [] : panKeys(platform, openPan(platform, application.panSealed)),
    exceptApplicationId: application.id,
    ...(application.memberId === null ? {} : { exceptMemberId: application.memberId }),
  });
}

async function addMember(
  trx: Trx,
  platform: Platform,
  application: Application,
  number: string,
  on: CalendarDate,
): Promise<number> {
  const { name, nameLocal, dateOfBirth, gender, parentOrSpouseName, phone, email, emailKey, addressLine } = application;
  const { locality, district, state, postalCode, occupation, memberClass, accountType, language } = application;
  const { panSealed, panKey, panMasked, aadhaarLastFour } = application;
  const insert = trx
    .insertInto('member')
    .values({
      ...{ number, name, nameLocal, dateOfBirth, gender, parentOrSpouseName, phone, email, emailKey, addressLine },
      ...{ locality, district, state, postalCode, occupation, memberClass, accountType, language },
      ...{ panSealed, panKey, panMasked, aadhaarLastFour },
      status: 'pending_payment',
      statusSince: on,
      joinedOn: on,
      applicationId: application.id,
      createdAt: platform.clock.now(),
    })
    .executeTakeFirstOrThrow();
  const { insertId } = await unlessTaken(platform, insert);
  const memberId = Number(insertId);
  await keepMemberTerms(trx, { id: memberId, number, name, nameLocal, phone });

  const nominees = await trx
    .selectFrom('nominee')
    .select(['name', 'relation', 'dateOfBirth', 'shareBasisPoints', 'guardianName', 'guardianRelation', 'phone'])
    .where('applicationId', '=', application.id)
    .orderBy('id')
    .execute();
  if (nominees.length > 0) {
    await trx
      .insertInto('nominee')
      .values(nominees.map((nominee) => ({ ...nominee, memberId })))
      .execute();
  }
  return memberId;
}

async function addDues(
  trx: Trx,
  platform: Platform,
  memberId: number,
  settings: Settings,
  on: CalendarDate,
): Promise<Money> {
  const dues = await duesOnAdmission(trx, settings, on);
  if (dues.length === 0) return money(0);

  const createdAt = platform.clock.now();
  await trx
    .insertInto('member_due')
    .values(
      dues.map(({ feeCode, kind, accountCode, amount }, index) => ({
        ...{ memberId, kind, feeCode, accountCode, amount, dueOn: on, position: index + 1, createdAt },
      })),
    )
    .execute();
  return sum(dues.map(({ amount }) => amount));
}

export interface AdmissionDue {
  readonly feeCode: string;
  readonly kind: string;
  readonly accountCode: string;
  readonly amount: Money;
  readonly nameEn: string;
  readonly nameHi: string;
}

/** What somebody admitted on this day owes: the fees in force, and the money for the fewest shares. */
export async function duesOnAdmission(
  reader: Trx | Platform['database'],
  settings: Settings,
  on: CalendarDate,
): Promise<AdmissionDue[]> {
  const fees = await admissionFees(reader, on);
  const shareMoney = money(settings['share.minimumShares'] * settings['share.faceValue']);
  return [
    ...fees.map(({ code, kind, accountCode, amount, nameEn, nameHi }) => ({
      ...{ feeCode: code, kind, accountCode, amount, nameEn, nameHi },
    })),
    { ...SHARE_DUE, amount: shareMoney },
  ];
}

async function decide(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  application: Application,
  decision: Pick<ApproveApplication, 'resolutionNumber' | 'note'> & {
    readonly memberId: number;
    readonly phoneSharedReason: string | null;
  },
): Promise<void> {
  await trx
    .updateTable('membership_application')
    .set({
      status: 'approved',
      reason: null,
      memberId: decision.memberId,
      resolutionNumber: decision.resolutionNumber ?? null,
      phoneSharedReason: decision.phoneSharedReason,
      decidedByUserId: actor.userId === 0 ? null : actor.userId,
      decidedAt: platform.clock.now(),
      version: application.version + 1,
    })
    .where('id', '=', application.id)
    .execute();
  await recordApplicationEvent(trx, platform, {
    applicationId: application.id,
    act: 'approved',
    userId: actor.userId,
    note: decision.note ?? null,
  });
}
