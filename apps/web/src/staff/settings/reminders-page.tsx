import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReminderRule } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { ChangeSetting } from './change-setting.tsx';
import { WaitingLink } from './rule-change.tsx';
import { useSettingValue } from './setting-value.ts';
import { WeekPicture } from './week-picture.tsx';

/** What members are reminded of, how many days before, and how many hear of it in the next week. */
export function RemindersPage() {
  const t = useWords();
  const reminders = useQuery({ queryKey: ['reminders'], queryFn: () => client.get('/api/reminders') });
  const [opened, setOpened] = useState<string>();
  const items = reminders.data?.items;
  const shown = items?.find(({ kind }) => kind === opened);
  const members = items?.reduce((sum, { week }) => sum + total(week), 0);
  const title =
    members === undefined
      ? t('nav.reminders')
      : members === 0
        ? t('reminders.none')
        : t('reminders.title', { count: members });
  return (
    <Page title={title} lead={t('reminders.lead')}>
      <Answered query={reminders} lines={7}>
        {(list) => <ReminderTable items={list.items} onOpen={setOpened} />}
      </Answered>
      <SidePanel
        title={shown === undefined ? '' : t(`reminders.kind.${shown.kind}`)}
        isOpen={shown !== undefined}
        onClose={() => setOpened(undefined)}
        size="lg"
      >
        {shown !== undefined && <ChangeSetting key={shown.kind} setting={shown.setting} />}
      </SidePanel>
    </Page>
  );
}

const total = (week: ReminderRule['week']) => week.reduce((sum, { members }) => sum + members, 0);

function ReminderTable({ items, onOpen }: { items: readonly ReminderRule[]; onOpen: (kind: string) => void }) {
  const t = useWords();
  const format = useSocietyFormat();
  const valueWords = useSettingValue();
  // One scale for all, so that the pictures can be compared.
  const most = Math.max(1, ...items.flatMap(({ week }) => week.map(({ members }) => members)));
  const columns: Column<ReminderRule>[] = [
    {
      name: 'kind',
      heading: t('reminders.what'),
      isLong: true,
      cell: ({ kind }) => (
        <button type="button" className="link-button" onClick={() => onOpen(kind)}>
          {t(`reminders.kind.${kind}`)}
        </button>
      ),
    },
    {
      name: 'days',
      heading: t('reminders.when'),
      isLong: true,
      cell: ({ daysBefore, setting }) => (
        <>
          {daysBefore.length === 0 ? t('reminders.never') : valueWords(setting)}
          {setting.next !== null && (
            <span className="quiet small block">
              {t('rule.next', {
                value: valueWords({ ...setting, value: setting.next.value }),
                day: format.day(setting.next.effectiveFrom),
              })}
            </span>
          )}
          {setting.waitingApprovalId !== null && (
            <span className="small block">
              <WaitingLink approvalId={setting.waitingApprovalId} />
            </span>
          )}
        </>
      ),
    },
    {
      name: 'from',
      heading: t('settings.from'),
      isMinor: true,
      cell: ({ setting }) => format.day(setting.effectiveFrom),
    },
    {
      name: 'week',
      heading: t('reminders.week'),
      isLong: true,
      cell: ({ week }) => <WeekPicture week={week} most={most} />,
    },
    {
      name: 'members',
      heading: t('reminders.members'),
      isNumber: true,
      cell: ({ week }) => format.count(total(week)),
    },
  ];
  return <DataTable caption={t('nav.reminders')} columns={columns} rows={items} rowKey={({ kind }) => kind} />;
}
