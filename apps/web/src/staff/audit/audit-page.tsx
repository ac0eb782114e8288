import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditRow } from '../answers.ts';
import { auditEvents } from '../live-messages.ts';
import { useSocietyFormat } from '../society.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { SearchBox } from '../ui/filters.tsx';
import { KeysetRows, useKeysetList } from '../ui/keyset-list.tsx';
import { ListBar } from '../ui/list-bar.tsx';
import { useListView } from '../ui/list-view.ts';
import { Page } from '../ui/page.tsx';
import { inSentence, Sentence, SentenceChoice, usePeriodParts } from '../ui/sentence.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { Empty } from '../ui/states.tsx';
import { useKnownWord, useWords } from '../words.ts';
import { AuditDetail } from './audit-detail.tsx';
import { auditActions, auditSubjects, auditWordKey, useWhoWords } from './audit-words.ts';

const route = getRouteApi('/audit');

/** Who did what, when, from where; rows are only ever added. */
export function AuditPage() {
  const t = useWords();
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
  const whoWords = useWhoWords();
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
    { name: 'who', heading: t('audit.who'), cell: whoWords },
    { name: 'action', heading: t('audit.action'), isLong: true, cell: (row) => actionWords(row.action) },
    {
      name: 'subject',
      heading: t('audit.subject'),
      isLong: true,
      cell: (row) =>
        [known(`audit.subject.${auditWordKey(row.subjectKind)}`) ?? row.subjectKind, row.subjectName ?? row.subjectId]
          .filter((part) => part !== null)
          .join(' '),
    },
    { name: 'address', heading: t('sessions.address'), isMinor: true, cell: (row) => row.address },
  ];
  const period = usePeriodParts({ from: search.from, to: search.to }, set);
  const view = useListView('audit', columns);
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <ListBar
        view={view}
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        file={{ path: '/api/admin/audit.csv', query: filter, permission: 'audit.read' }}
        list={list}
      >
        <SearchBox label={t('audit.search')} value={search.q ?? ''} onChange={(q) => set({ q })} />
        <Sentence
          words={(slots) => t('audit.sentence', slots)}
          parts={{
            action: (
              <SentenceChoice
                label={t('audit.action')}
                none={t('audit.anyAction')}
                value={search.action ?? ''}
                choices={auditActions.map((action) => ({ value: action, label: actionWords(action) }))}
                onChange={(action) => set({ action })}
              />
            ),
            kind: (
              <SentenceChoice
                label={t('audit.subject')}
                none={t('audit.anyKind')}
                value={search.kind ?? ''}
                choices={auditSubjects.map((kind) => ({
                  value: kind,
                  label: inSentence(known(`audit.subject.${auditWordKey(kind)}`) ?? kind),
                }))}
                onChange={(kind) => set({ kind })}
              />
            ),
            ...period,
          }}
        />
      </ListBar>
      <KeysetRows list={list} events={auditEvents} empty={<Empty title={t('audit.none')}>{t('audit.noneHow')}</Empty>}>
        {(rows: AuditRow[]) => (
          <DataTable caption={t('audit.title')} columns={view.shown} rows={rows} rowKey={(row) => row.id} />
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
