import type { ReactNode } from 'react';
import type { QueryValue } from '../../shared/api.ts';
import type { Permission } from '../answers.ts';
import { useMay } from '../session.ts';
import { useWords } from '../words.ts';
import { ColumnChoice } from './column-choice.tsx';
import { CsvButton } from './csv-button.tsx';
import { isViewed, type ListView } from './list-view.ts';
import { PrintButton } from './print-button.tsx';
import { SavedViews } from './saved-views.tsx';

interface ListBarProps<Row> {
  view: ListView<Row>;
  /** Filters and order as the address bar holds them. */
  search: Readonly<Record<string, string | undefined>>;
  onSearch: (search: Record<string, string>) => void;
  /** The list as a file: the same question to the server, and how many rows it has where that is known. */
  file?: {
    path: string;
    query: Readonly<Record<string, QueryValue>>;
    total?: number | undefined;
    permission?: Permission;
  };
  /** The pages that are in sight, so that all of them can be fetched before printing. */
  list: PagedList;
  children: ReactNode;
}

export interface PagedList {
  hasNextPage: boolean;
  fetchNextPage: () => Promise<{ hasNextPage: boolean; data?: { pages: readonly unknown[] } | undefined }>;
}

/** Above every list: what it shows, said as a sentence, and what can be done with it as a whole. */
export function ListBar<Row>({ view, search, onSearch, file, list, children }: ListBarProps<Row>) {
  const t = useWords();
  const may = useMay();
  const isFiltered = Object.keys(search).some((name) => name !== 'sort' && search[name] !== undefined);
  return (
    <search className="list-bar" aria-label={t('list.filters')}>
      <div className="list-asks">
        {children}
        {isFiltered && (
          <button type="button" className="link-button list-clear" onClick={() => onSearch({})}>
            {t('list.clear')}
          </button>
        )}
      </div>
      <div className="list-tools">
        {isViewed(view.list) && <SavedViews list={view.list} view={view} search={search} onSearch={onSearch} />}
        <ColumnChoice view={view} />
        <PrintButton list={list} />
        {file !== undefined && may(file.permission ?? 'export.read') && (
          <CsvButton path={file.path} query={file.query} total={file.total} />
        )}
      </div>
    </search>
  );
}
