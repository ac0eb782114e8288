import type { InstallationState } from '@kafal/contract';
import { todayIn } from '@kafal/core';
import type { Actor } from '../../platform/http/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { currentBusinessDay } from '../accounting/index.ts';
import { findDefinition, readSettings } from '../society/index.ts';

const DAY_MS = 86_400_000;

/** What whoever runs the installation looks at: users, refused log-ins, the last backup, settings that will change. */
export async function installationState(
  platform: Platform,
  { language }: Pick<Actor, 'language'>,
): Promise<InstallationState> {
  const { database, clock } = platform;
  const { version, database: server, files, disk, lastBackup } = await platform.health.report();
  const { 'calendar.timeZone': timeZone } = await readSettings(platform);
  const since = clock.now() - DAY_MS;
  return {
    version,
    database: { kind: server.kind, isWell: server.status === 'ok' },
    files: { isWell: files.status === 'ok' },
    disk,
    lastBackupAt: lastBackup?.at ?? null,
    users: await countUsers(platform),
    failedLogins: { tries: await countFailedLogins(platform, since), since: todayIn(timeZone, since) },
    settingsWaiting: (
      await database
        .selectFrom('setting')
        .select(['name', 'effectiveFrom'])
        .where('effectiveFrom', '>', await currentBusinessDay(platform))
        .orderBy('effectiveFrom')
        .orderBy('id')
        .execute()
    ).map(({ name, effectiveFrom }) => ({ name, label: findDefinition(name)?.[language] ?? name, effectiveFrom })),
  };
}

async function countUsers({ database }: Platform): Promise<InstallationState['users']> {
  const rows = await database
    .selectFrom('user')
    .select(['status', 'totpEnabledAt'])
    .where('kind', '=', 'staff')
    .execute();
  const active = rows.filter(({ status }) => status === 'active');
  return {
    active: active.length,
    suspended: rows.filter(({ status }) => status === 'suspended').length,
    withoutSecondFactor: active.filter(({ totpEnabledAt }) => totpEnabledAt === null).length,
  };
}

async function countFailedLogins({ database }: Platform, since: number): Promise<number> {
  const { count } = await database
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('action', '=', 'user.login-failed')
    .where('recordedAt', '>=', since)
    .executeTakeFirstOrThrow();
  return count;
}
