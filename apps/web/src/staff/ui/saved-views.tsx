import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldProblem } from '../../shared/problem.ts';
import type { SavedView } from '../answers.ts';
import { client, queryClient } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { TextBox } from './fields.tsx';
import type { ListView } from './list-view.ts';
import { Answered, ProblemNote } from './states.tsx';

interface SavedViewsProps<Row> {
  list: SavedView['list'];
  view: ListView<Row>;
  search: Readonly<Record<string, string | undefined>>;
  onSearch: (search: Record<string, string>) => void;
}

/** Filters, order and columns under a name of one's own, kept with the log-in and seen by nobody else. */
export function SavedViews<Row>({ list, view, search, onSearch }: SavedViewsProps<Row>) {
  const t = useWords();
  const [isOpen, popover] = useDisclosure(false);
  const apply = (saved: SavedView) => {
    view.hide(saved.hiddenColumns);
    onSearch(saved.search);
    popover.close();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={(open) => (open ? popover.open() : popover.close())}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={popover.toggle}>
          {t('list.views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.views')} className="saved-views">
        {isOpen && <ViewList list={list} view={view} search={search} onApply={apply} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function ViewList<Row>({
  list,
  view,
  search,
  onApply,
}: {
  list: SavedView['list'];
  view: ListView<Row>;
  search: SavedViewsProps<Row>['search'];
  onApply: (saved: SavedView) => void;
}) {
  const t = useWords();
  const [name, setName] = useState('');
  const views = useQuery({
    queryKey: ['views', list],
    queryFn: () => client.get('/api/me/views', { query: { list } }),
  });
  const lookAgain = () => queryClient.invalidateQueries({ queryKey: ['views', list] });
  const saving = useMutation({
    mutationFn: () =>
      client.post('/api/me/views', { body: { list, name, search: filled(search), hiddenColumns: [...view.hidden] } }),
    onSuccess: () => {
      setName('');
      void lookAgain();
    },
  });
  const removing = useMutation({
    mutationFn: (id: string) => client.delete('/api/me/views/{id}', { path: { id } }),
    onSettled: lookAgain,
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !saving.isPending) saving.mutate();
  };
  return (
    <div className="stack">
      <Answered query={views} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet small">{t('list.viewsNone')}</p>
          ) : (
            <ul className="lines">
              {items.map((saved) => (
                <li key={saved.id} className="line-row">
                  <button type="button" className="link-button" onClick={() => onApply(saved)}>
                    {saved.name}
                  </button>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={t('list.viewRemove', { name: saved.name })}
                    onClick={() => removing.mutate(saved.id)}
                  >
                    ×
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <form onSubmit={save} className="stack stack-close">
        <TextBox
          label={t('list.viewName')}
          hint={t('list.viewNameHow')}
          value={name}
          maxLength={60}
          problem={fieldProblem(saving.error, 'name')}
          onChange={setName}
        />
        <ProblemNote error={saving.error ?? removing.error} />
        <div className="row">
          <Button type="submit" loading={saving.isPending} disabled={name.trim() === ''}>
            {t('list.viewSave')}
          </Button>
        </div>
      </form>
    </div>
  );
}

function filled(search: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(search)) if (value !== undefined && value !== '') set[name] = value;
  return set;
}
