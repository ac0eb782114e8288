import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { showToast } from '../../shared/ui/toast.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import type { HolidayYear } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client, queryClient } from '../staff-api.ts';
import { ActDialog } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { DayBox } from '../ui/fields.tsx';
import { Page, Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { NameFields } from './change-fee.tsx';
import { ChangeSetting } from './change-setting.tsx';
import { ImportHolidays } from './import-holidays.tsx';
import { useHolidays, useSettings } from './setting-queries.ts';
import { YearPicture } from './year-picture.tsx';

type Holiday = HolidayYear['items'][number];

const route = getRouteApi('/settings/holidays');

/** The days of a year without business, as a picture and as a list. */
export function HolidaysPage() {
  const t = useWords();
  const may = useMay();
  const { year } = route.useSearch();
  const holidays = useHolidays(year);
  const shown = holidays.data;
  return (
    <Page
      title={
        shown === undefined
          ? t('nav.holidays')
          : shown.items.length === 0
            ? t('holidays.titleNone', { year: String(shown.year) })
            : t('holidays.title', { count: shown.items.length, year: String(shown.year) })
      }
      lead={shown === undefined ? undefined : <WeeklyOffs weeklyOffs={shown.weeklyOffs} />}
      actions={
        may('settings.change') && (
          <>
            <ImportHolidays />
            <AddHoliday />
          </>
        )
      }
    >
      <Answered query={holidays} lines={14}>
        {(answer) => (
          <>
            <nav className="row no-print" aria-label={t('holidays.years')}>
              <Link to="/settings/holidays" search={{ year: String(answer.year - 1) }}>
                ← {answer.year - 1}
              </Link>
              <Link to="/settings/holidays" search={{ year: String(answer.year + 1) }}>
                {answer.year + 1} →
              </Link>
            </nav>
            <YearPicture {...answer} />
            <HolidayList {...answer} />
          </>
        )}
      </Answered>
    </Page>
  );
}

/** "Every week: Sunday", with the rule behind it. */
function WeeklyOffs({ weeklyOffs }: Pick<HolidayYear, 'weeklyOffs'>) {
  const t = useWords();
  const settings = useSettings();
  const [isOpen, panel] = useDisclosure(false);
  const rule = settings.data?.items.find(({ name }) => name === 'calendar.weeklyOffs');
  const days = weeklyOffs.length === 0 ? t('holidays.noOffs') : weeklyOffs.map((day) => t(`weekday.${day}`)).join(', ');
  return (
    <>
      {t('holidays.offs', { days })}{' '}
      {rule !== undefined && (
        <button type="button" className="link-button" onClick={panel.open}>
          {t('holidays.changeOffs')}
        </button>
      )}
      <SidePanel title={rule?.label ?? ''} isOpen={isOpen} onClose={panel.close} size="lg">
        {rule !== undefined && <ChangeSetting setting={rule} />}
      </SidePanel>
    </>
  );
}

function HolidayList({ items, businessDate, year }: HolidayYear) {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const columns: Column<Holiday>[] = [
    { name: 'day', heading: t('holidays.day'), cell: (holiday) => format.day(holiday.day) },
    { name: 'name', heading: t('holidays.name'), isLong: true, cell: (holiday) => holiday.name },
    ...(may('settings.change')
      ? [
          {
            name: 'remove',
            heading: t('holidays.act'),
            isAct: true,
            cell: (holiday: Holiday) => (holiday.day < businessDate ? '' : <RemoveHoliday holiday={holiday} />),
          },
        ]
      : []),
  ];
  return (
    <Section title={t('holidays.list')}>
      {items.length === 0 ? (
        <Empty title={t('holidays.none', { year: String(year) })}>{t('holidays.noneHow')}</Empty>
      ) : (
        <DataTable caption={t('holidays.list')} columns={columns} rows={items} rowKey={(holiday) => holiday.day} />
      )}
    </Section>
  );
}

function RemoveHoliday({ holiday }: { holiday: Holiday }) {
  const t = useWords();
  const format = useSocietyFormat();
  const [isOpen, dialog] = useDisclosure(false);
  const removing = useMutation({
    mutationFn: () => client.delete('/api/holidays/{day}', { path: { day: holiday.day } }),
    onSuccess: async () => {
      showToast(t('holidays.removed', { name: holiday.name }));
      dialog.close();
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-label={t('holidays.removeOf', { name: holiday.name })}
        onClick={dialog.open}
      >
        {t('holidays.remove')}
      </button>
      <ActDialog
        title={t('holidays.removeOf', { name: holiday.name })}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('holidays.removeNow')}
        onAct={() => removing.mutate()}
        isBusy={removing.isPending}
        error={removing.error}
        isDanger
      >
        <p>{t('holidays.removeHow', { day: format.day(holiday.day) })}</p>
      </ActDialog>
    </>
  );
}

function AddHoliday() {
  const t = useWords();
  const [isOpen, dialog] = useDisclosure(false);
  const [day, setDay] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [nameHi, setNameHi] = useState('');
  const body = { day, nameEn: nameEn.trim(), nameHi: nameHi.trim() };
  const adding = useMutation({
    mutationFn: () => client.post('/api/holidays', { body }),
    onSuccess: async ({ name }) => {
      showToast(t('holidays.added', { name }));
      dialog.close();
      setDay('');
      setNameEn('');
      setNameHi('');
      await queryClient.invalidateQueries();
    },
  });
  const checking = useContractForm('AddHolidayBody', body, adding.error);
  return (
    <>
      <Button onClick={dialog.open}>{t('holidays.add')}</Button>
      <ActDialog
        title={t('holidays.add')}
        isOpen={isOpen}
        onClose={dialog.close}
        act={t('holidays.addNow')}
        onAct={() => adding.mutate()}
        isBusy={adding.isPending}
        isReady={day !== '' && body.nameEn !== '' && body.nameHi !== ''}
        error={adding.error}
        checking={checking}
      >
        <DayBox label={t('holidays.day')} name="day" value={day} onChange={setDay} problem={checking.problem('day')} />
        <NameFields nameEn={nameEn} nameHi={nameHi} onEn={setNameEn} onHi={setNameHi} problem={checking.problem} />
      </ActDialog>
    </>
  );
}
