// What an applicant sends along, or a clerk takes at the counter, while the application is not decided.

import { normalisePhone } from '@kafal/core';
import type { Reader } from '../../platform/database/dialect.ts';
import type { Actor, Caller } from '../../platform/http/actor.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Platform, Trx } from '../../platform/platform.ts';
import { addFile, type FileView, type FormFields, filesOf, getFileOf, keepUpload, removeFile } from '../files/index.ts';
import { readSettings } from '../society/index.ts';
import type { Application } from './may-decide.ts';
import type { ReceivedPaper } from './member-files.ts';
import { publicForm } from './register-member.ts';
import { typedTrackingNumber } from './tracking-number.ts';

/** Tracking number and phone together prove an applicant; a wrong one of either answers like an unknown one. */
export async function applicationOf(
  platform: Platform,
  typed: { readonly trackingNumber: string; readonly phone: string },
): Promise<Application> {
  const settings = await readSettings(platform);
  const application = await platform.database
    .selectFrom('membership_application')
    .selectAll()
    .where('trackingNumber', '=', typedTrackingNumber(typed.trackingNumber))
    .where('phone', '=', normalisePhone(typed.phone, settings['phone.country']) ?? '')
    .executeTakeFirst();
  if (application === undefined) throw new Refusal('missing', 'APPLICATION_NOT_FOUND');
  return application;
}

/** The same from the fields of a form, before its file is taken. */
export async function openApplicationOf(platform: Platform, { trackingNumber, phone }: FormFields): Promise<number> {
  const application = await applicationOf(platform, { trackingNumber: trackingNumber ?? '', phone: phone ?? '' });
  refuseDecided(application);
  return application.id;
}

export async function getApplicationToAddTo(platform: Platform, applicationId: number): Promise<void> {
  refuseDecided(await applicationById(platform.database, applicationId));
}

export async function applicationFiles(platform: Platform, applicationId: number): Promise<FileView[]> {
  await applicationById(platform.database, applicationId);
  return filesOf(platform.database, { applicationId });
}

export async function addApplicationFile(
  platform: Platform,
  who: Actor | Caller,
  command: { readonly applicationId: number } & ReceivedPaper,
): Promise<{ file: FileView; approvalId: null }> {
  const { applicationId, ...received } = command;
  const { upload } = received;
  const owner = { applicationId };
  const id = await keepUpload(platform, upload, async (trx) => {
    await lockOpenApplication(trx, platform, applicationId);
    return addFile(trx, platform, actorOf(who), { owner, ...received, status: 'current' });
  });
  return { file: await getFileOf(platform.database, owner, id), approvalId: null };
}

export async function removeApplicationFile(
  platform: Platform,
  who: Actor | Caller,
  command: { readonly applicationId: number; readonly fileId: string; readonly reason: string | null },
): Promise<void> {
  const { applicationId, fileId, reason } = command;
  await platform.transact(async (trx) => {
    await lockOpenApplication(trx, platform, applicationId);
    await removeFile(trx, platform, actorOf(who), { owner: { applicationId }, fileId, reason });
  });
}

const actorOf = (who: Actor | Caller): Actor => ('userId' in who ? who : publicForm(who));

async function lockOpenApplication(trx: Trx, platform: Platform, applicationId: number): Promise<void> {
  const locked = platform.dialect.forUpdate(
    trx.selectFrom('membership_application').select('status').where('id', '=', applicationId),
  );
  refuseDecided((await locked.executeTakeFirst()) ?? notThere());
}

async function applicationById(reader: Reader, id: number): Promise<{ status: string }> {
  const row = await reader
    .selectFrom('membership_application')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? notThere();
}

function notThere(): never {
  throw new Refusal('missing', 'APPLICATION_NOT_FOUND');
}

function refuseDecided({ status }: { readonly status: string }): void {
  if (status === 'submitted' || status === 'returned') return;
  throw new Refusal('conflict', 'APPLICATION_DECIDED');
}
