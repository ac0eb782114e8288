import { Link } from '@tanstack/react-router';
import type { InstallationState } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/page.tsx';
import { Answered, Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useInstallation } from './today-queries.ts';

const staleBackupMs = 26 * 3_600_000;
const gibibyte = 2 ** 30;

/** Whether the house itself is well: who may enter, who tried, when it was last copied, what will change. */
export function InstallationSection() {
  const t = useWords();
  const installation = useInstallation();
  return (
    <Section title={t('house.title')}>
      <Answered query={installation} lines={6}>
        {(state) => (
          <>
            <Warnings state={state} />
            <HouseFacts state={state} />
            <SettingsWaiting state={state} />
          </>
        )}
      </Answered>
    </Section>
  );
}

function Warnings({ state }: { state: InstallationState }) {
  const t = useWords();
  const isBackupOld = state.lastBackupAt === null || Date.now() - Date.parse(state.lastBackupAt) > staleBackupMs;
  return (
    <>
      {isBackupOld && (
        <Note tone="warning">{t(state.lastBackupAt === null ? 'house.backupNever' : 'house.backupOld')}</Note>
      )}
      {state.disk.status === 'low' && <Note tone="warning">{t('house.diskLow')}</Note>}
      {!state.files.isWell && <Note tone="warning">{t('house.filesDown')}</Note>}
      {!state.database.isWell && <Note tone="warning">{t('house.databaseSlow')}</Note>}
    </>
  );
}

function HouseFacts({ state }: { state: InstallationState }) {
  const t = useWords();
  const format = useSocietyFormat();
  const { users, failedLogins, disk, lastBackupAt, database, version } = state;
  return (
    <Facts
      columns={3}
      facts={[
        [
          t('house.users'),
          <Link key="users" to="/settings/users" search={{ status: 'active' }}>
            {format.count(users.active)}
          </Link>,
        ],
        [
          t('house.suspended'),
          <Link key="suspended" to="/settings/users" search={{ status: 'suspended' }}>
            {users.suspended === 0 ? '–' : format.count(users.suspended)}
          </Link>,
        ],
        [t('house.noSecondFactor'), users.withoutSecondFactor === 0 ? '–' : format.count(users.withoutSecondFactor)],
        [
          t('house.failedLogins'),
          <Link key="failed" to="/audit" search={{ action: 'user.login-failed', from: failedLogins.since }}>
            {failedLogins.tries === 0 ? '–' : format.count(failedLogins.tries)}
          </Link>,
        ],
        [t('house.backup'), lastBackupAt === null ? t('house.never') : format.instant(lastBackupAt)],
        [
          t('house.disk'),
          disk.freeBytes === null
            ? t('house.unknown')
            : t('house.gigabytes', { count: format.count(Math.floor(disk.freeBytes / gibibyte)) }),
        ],
        [t('house.database'), database.kind],
        [t('house.version'), version],
      ]}
    />
  );
}

function SettingsWaiting({ state }: { state: InstallationState }) {
  const t = useWords();
  const format = useSocietyFormat();
  return (
    <>
      <h3>{t('house.settingsWaiting')}</h3>
      {state.settingsWaiting.length === 0 ? (
        <p className="quiet">{t('house.settingsNone')}</p>
      ) : (
        <ul className="lines">
          {state.settingsWaiting.map(({ name, label, effectiveFrom }) => (
            <li key={`${name} ${effectiveFrom}`} className="line-row">
              <Link to="/settings/society">{label}</Link>
              <span>{t('house.from', { day: format.day(effectiveFrom) })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
