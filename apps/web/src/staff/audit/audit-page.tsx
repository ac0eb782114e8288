import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditRow } from '../answers.ts';
import { useMay } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { SidePanel } from '../ui/act-dialog.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { ChoiceBox, DayBox } from '../ui/fields.tsx';
import { FileButton } from '../ui/files.tsx';
import { Filters, SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { AuditDetail } from './audit-detail.tsx';
import { auditActions, auditSubjects, auditWordKey } from './audit-words.ts';

const route = getRouteApi('/audit');

/** Who did what, when, from where; rows are only ever added. */
export function AuditPage() {
  const t = useWords();
  const may = useMay();
  const known = useKnownWord();
  const format = useSocietyFormat();
  const navigate = useNavigate({ from: '/audit' });
  const search = route.useSearch();
  const [opened, setOpened] = useState<AuditRow>();
  const filter = {
    q: search.q,
    action: search.action,
    userId: search.user,
    subjectKind: search.kind,
    subjectId: search.subject,
    from: search.from,
    to: search.to,
  };
  const list = useKeysetList('/api/admin/audit', filter);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const actionWords = (action: string) => known(`audit.${auditWordKey(action)}`) ?? action;
  const columns: Column<AuditRow>[] = [
    {
      name: 'at',
      heading: t('audit.at'),
      cell: (row) => (
        <button type="button" className="link-button" onClick={() => setOpened(row)}>
          {format.instant(row.recordedAt)}
        </button>
      ),
    },
    { name: 'who', heading: t('audit.who'), cell: (row) => row.userName },
    { name: 'action', heading: t('audit.action'), isLong: true, cell: (row) => actionWords(row.action) },
    {
      name: 'subject',
      heading: t('audit.subject'),
      isMinor: true,
      cell: (row) =>
        [known(`audit.subject.${auditWordKey(row.subjectKind)}`) ?? row.subjectKind, row.subjectId]
          .filter((part) => part !== null)
          .join(' '),
    },
    { name: 'address', heading: t('sessions.address'), isMinor: true, cell: (row) => row.address },
  ];
  const isFiltered = Object.keys(search).length > 0;
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        may('audit.read') && (
          <FileButton path="/api/admin/audit.csv" options={{ query: filter }}>
            {t('list.csv')}
          </FileButton>
        )
      }
    >
      <Filters isSet={isFiltered} onClear={() => void navigate({ search: {}, replace: true })}>
        <SearchBox label={t('audit.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <ChoiceBox
          label={t('audit.action')}
          none={t('list.all')}
          value={search.action ?? ''}
          choices={auditActions.map((action) => ({ value: action, label: actionWords(action) }))}
          onChange={(action) => set({ action })}
        />
        <ChoiceBox
          label={t('audit.subject')}
          none={t('list.all')}
          value={search.kind ?? ''}
          choices={auditSubjects.map((kind) => ({
            value: kind,
            label: known(`audit.subject.${auditWordKey(kind)}`) ?? kind,
          }))}
          onChange={(kind) => set({ kind })}
        />
        <DayBox label={t('list.from')} value={search.from ?? ''} onChange={(from) => set({ from })} />
        <DayBox label={t('list.to')} value={search.to ?? ''} onChange={(to) => set({ to })} />
      </Filters>
      <KeysetRows list={list} empty={<Empty title={t('audit.none')}>{t('audit.noneHow')}</Empty>}>
        {(rows: AuditRow[]) => (
          <DataTable caption={t('audit.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        )}
      </KeysetRows>
      <SidePanel
        title={opened === undefined ? t('audit.title') : actionWords(opened.action)}
        isOpen={opened !== undefined}
        onClose={() => setOpened(undefined)}
      >
        {opened !== undefined && <AuditDetail row={opened} />}
      </SidePanel>
    </Page>
  );
}
