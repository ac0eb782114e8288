// Somebody applies: online, at the counter, or again after the papers came back.

import type { RegisterMemberBody, RegisterWalkInBody, ResubmitBody } from '@kafal/contract';
import { normalisePhone } from '@kafal/core';
import type { z } from 'zod';
import type { Row } from '../../platform/database/schema.ts';
import { type Actor, type Caller, systemActor } from '../../platform/http/actor.ts';
import type { Idempotency } from '../../platform/http/kafal-app.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type KeptOutcome, withIdempotency } from '../../platform/http/with-idempotency.ts';
import { recordEvent } from '../../platform/outbox/index.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { moveBusinessDayIfDue } from '../accounting/index.ts';
import { recordAudit } from '../audit/index.ts';
import { readSettings } from '../society/index.ts';
import { recordApplicationEvent } from './application-history.ts';
import { type CheckedApplicant, type CheckedNominee, checkApplicant } from './check-applicant.ts';
import { type DuplicateFlag, findDuplicates, isForbiddenDuplicate } from './find-duplicates.ts';
import { openPan, panKeys } from './identity-numbers.ts';
import { newTrackingNumber, typedTrackingNumber } from './tracking-number.ts';

export interface Registered {
  readonly applicationId: number;
  readonly trackingNumber: string;
}

/**
 * The public form. What looks like a duplicate is taken and flagged, so that a stranger learns nothing from it. With a
 * key, the same form sent again (its answer was lost on the way) is the same application.
 */
export async function registerApplicant(
  platform: Platform,
  caller: Caller,
  idempotency: Idempotency | undefined,
  body: Omit<z.output<typeof RegisterMemberBody>, 'consent'>,
): Promise<KeptOutcome<Registered>> {
  const applicant = await checkedNow(platform, body);
  const actor = publicForm(caller);
  const act = (trx: Trx) => submit(trx, platform, actor, applicant, { source: 'online', phoneSharedReason: null });
  if (idempotency === undefined) return { answer: await platform.transact(act), status: 201, replayed: false };
  return withIdempotency(platform, actor, underOurKey(platform, idempotency), act);
}

/** A form holds an Aadhaar number, and a bare hash of it could be tried against every number there is. */
function underOurKey(platform: Platform, { key, requestHash }: Idempotency): Idempotency {
  return { key, requestHash: platform.keys.mac('index', requestHash).mac.toString('base64url') };
}

/** A walk-in at the counter: the clerk is told at once who is known already. */
export async function registerWalkIn(
  platform: Platform,
  actor: Actor,
  body: z.output<typeof RegisterWalkInBody>,
): Promise<Registered> {
  const { phoneSharedReason = null, ...applicantBody } = body;
  const applicant = await checkedNow(platform, applicantBody);
  const look = (flags: readonly DuplicateFlag[]) => {
    refuseKnown(flags);
    const shared = flags.find(({ code }) => code === 'PHONE_SHARED');
    if (shared !== undefined && phoneSharedReason === null) {
      throw new Refusal('conflict', 'PHONE_SHARED', { number: shared.number }, 'phoneSharedReason');
    }
  };
  return platform.transact((trx) =>
    submit(trx, platform, actor, applicant, { source: 'counter', phoneSharedReason }, look),
  );
}

/** The same papers again, corrected, after they were returned. A number that was not shown is kept as it was. */
export async function resubmitApplication(
  platform: Platform,
  caller: Caller,
  body: z.output<typeof ResubmitBody>,
): Promise<Registered> {
  const { trackingNumber, currentPhone, ...applicantBody } = body;
  const applicant = await checkedNow(platform, applicantBody);
  const settings = await readSettings(platform);
  const phone = normalisePhone(currentPhone, settings['phone.country']) ?? '';

  return platform.transact(async (trx) => {
    const before = await platform.dialect
      .forUpdate(
        trx
          .selectFrom('membership_application')
          .selectAll('membership_application')
          .where('trackingNumber', '=', typedTrackingNumber(trackingNumber))
          .where('phone', '=', phone),
      )
      .executeTakeFirst();
    if (before === undefined) throw new Refusal('missing', 'APPLICATION_NOT_FOUND');
    if (before.status !== 'returned') throw new Refusal('conflict', 'APPLICATION_NOT_RETURNED');

    const pan = applicant.pan ?? (before.panSealed === null ? undefined : openPan(platform, before.panSealed));
    const flags = await flagsOf(trx, platform, { ...applicant, pan }, before.id);
    await trx
      .updateTable('membership_application')
      .set({
        ...applicant.columns,
        ...(applicant.sealedPan ?? {}),
        ...(applicant.aadhaarLastFour === undefined ? {} : { aadhaarLastFour: applicant.aadhaarLastFour }),
        flags: JSON.stringify(flags),
        status: 'submitted',
        reason: null,
        version: before.version + 1,
      })
      .where('id', '=', before.id)
      .execute();
    await trx.deleteFrom('nominee').where('applicationId', '=', before.id).execute();
    await addNominees(trx, before.id, applicant.nominees);
    await tell(trx, platform, publicForm(caller), { id: before.id, act: 'resubmitted', before });
    return { applicationId: before.id, trackingNumber: before.trackingNumber };
  });
}

export function publicForm(caller: Caller): Actor {
  return systemActor('Public form', caller);
}

async function checkedNow(platform: Platform, body: Parameters<typeof checkApplicant>[3]): Promise<CheckedApplicant> {
  const on = await moveBusinessDayIfDue(platform);
  return checkApplicant(platform, await readSettings(platform, on), on, body);
}

interface Submission {
  readonly source: 'online' | 'counter';
  readonly phoneSharedReason: string | null;
}

async function submit(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  applicant: CheckedApplicant,
  submission: Submission,
  look: (flags: readonly DuplicateFlag[]) => void = () => {},
): Promise<Registered> {
  const trackingNumber = newTrackingNumber(platform.ids);
  const flags = await flagsOf(trx, platform, applicant);
  look(flags);
  const { insertId } = await trx
    .insertInto('membership_application')
    .values({
      trackingNumber,
      status: 'submitted',
      ...submission,
      ...applicant.columns,
      ...(applicant.sealedPan ?? {}),
      aadhaarLastFour: applicant.aadhaarLastFour ?? null,
      flags: JSON.stringify(flags),
      submittedAt: platform.clock.now(),
      createdByUserId: actor.userId === 0 ? null : actor.userId,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  await addNominees(trx, id, applicant.nominees);
  await tell(trx, platform, actor, { id, act: 'submitted' });
  return { applicationId: id, trackingNumber };
}

export function refuseKnown(flags: readonly DuplicateFlag[]): void {
  const known = flags.find(isForbiddenDuplicate);
  if (known === undefined) return;
  throw new Refusal('conflict', known.code, { number: known.number }, known.code === 'PAN_TAKEN' ? 'pan' : 'email');
}

function flagsOf(
  trx: Trx,
  platform: Platform,
  { columns, pan }: Pick<CheckedApplicant, 'columns' | 'pan'>,
  exceptApplicationId?: number,
): Promise<DuplicateFlag[]> {
  return findDuplicates(trx, {
    ...columns,
    panKeys: pan === undefined ? [] : panKeys(platform, pan),
    ...(exceptApplicationId === undefined ? {} : { exceptApplicationId }),
  });
}

async function addNominees(trx: Trx, applicationId: number, nominees: readonly CheckedNominee[]): Promise<void> {
  await trx
    .insertInto('nominee')
    .values(nominees.map((nominee) => ({ ...nominee, applicationId })))
    .execute();
}

async function tell(
  trx: Trx,
  platform: Platform,
  actor: Actor,
  { id, act, before }: { id: number; act: 'submitted' | 'resubmitted'; before?: Row<'membership_application'> },
): Promise<void> {
  await recordApplicationEvent(trx, platform, { applicationId: id, act, userId: actor.userId, note: null });
  await recordAudit(trx, platform, actor, {
    action: `application.${act}`,
    subjectKind: 'membership_application',
    subjectId: id,
    ...(before === undefined ? {} : { oldValues: { status: before.status } }),
    // The public form is sent only with the applicant's consent ticked.
    newValues: { status: 'submitted', ...(act === 'submitted' && actor.kind === 'system' ? { consent: true } : {}) },
  });
  await recordEvent(trx, platform, { name: 'application.submitted', payload: { applicationId: id } });
}
