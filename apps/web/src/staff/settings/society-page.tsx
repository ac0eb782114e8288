import { useState } from 'react';
import { useBasisWords } from '../../shared/basis-words.ts';
import type { Setting } from '../answers.ts';
import { useSocietyFormat, useSocietyName } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Page, Section } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Answered } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { ChangeSetting } from './change-setting.tsx';
import { LogoSection } from './logo-section.tsx';
import { WaitingLink } from './rule-change.tsx';
import { useSettings } from './setting-queries.ts';
import { useSettingValue } from './setting-value.ts';

/** What the society has decided for itself, each value with the day it holds from. */
export function SocietyPage() {
  const t = useWords();
  const known = useKnownWord();
  const societyName = useSocietyName();
  const settings = useSettings();
  const [opened, setOpened] = useState<string>();
  const shown = settings.data?.items.find((setting) => setting.name === opened);
  return (
    <Page title={t('settings.title', { society: societyName })} lead={t('settings.lead')}>
      <LogoSection />
      <Answered query={settings} lines={14}>
        {({ items }) => {
          const groups = [...new Set(items.map((setting) => setting.group))];
          return groups.map((group) => (
            <Section key={group} title={known(`settings.group.${group}`) ?? group}>
              <SettingTable
                caption={known(`settings.group.${group}`) ?? group}
                settings={items.filter((setting) => setting.group === group)}
                onOpen={(setting) => setOpened(setting.name)}
              />
            </Section>
          ));
        }}
      </Answered>
      <SidePanel title={shown?.label ?? ''} isOpen={shown !== undefined} onClose={() => setOpened(undefined)} size="lg">
        {shown !== undefined && <ChangeSetting key={shown.name} setting={shown} />}
      </SidePanel>
    </Page>
  );
}

const widths = ['32%', '26%', '10%', '32%'];

interface SettingTableProps {
  caption: string;
  settings: readonly Setting[];
  onOpen: (setting: Setting) => void;
}

function SettingTable({ caption, settings, onOpen }: SettingTableProps) {
  const t = useWords();
  const format = useSocietyFormat();
  const basisWords = useBasisWords();
  const valueWords = useSettingValue();
  const columns: Column<Setting>[] = [
    {
      name: 'label',
      heading: t('settings.what'),
      isLong: true,
      cell: (setting) => (
        <button type="button" className="link-button" onClick={() => onOpen(setting)}>
          {setting.label}
        </button>
      ),
    },
    {
      name: 'value',
      heading: t('settings.value'),
      isLong: true,
      cell: (setting) => (
        <>
          {valueWords(setting)}
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
    { name: 'from', heading: t('settings.from'), isMinor: true, cell: (setting) => format.day(setting.effectiveFrom) },
    {
      name: 'basis',
      heading: t('settings.basis'),
      isMinor: true,
      isLong: true,
      cell: (setting) => basisWords(setting.legalBasis),
    },
  ];
  return (
    <DataTable caption={caption} columns={columns} rows={settings} rowKey={(setting) => setting.name} widths={widths} />
  );
}
