import { Button, Checkbox, Popover } from '@mantine/core';
import { useWords } from '../words.ts';
import { type ListView, mayHide } from './list-view.ts';

/** Which facts of a row are in sight; on a phone a card shows the few that matter anyway. */
export function ColumnChoice<Row>({ view }: { view: ListView<Row> }) {
  const t = useWords();
  const { all, hidden, hide } = view;
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className="column-choice">
          {t('list.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.columnsShown')}>
        <fieldset className="stack stack-close">
          <legend className="strong">{t('list.columnsShown')}</legend>
          {all.map((column, index) => (
            <Checkbox
              key={column.name}
              label={column.heading}
              checked={!mayHide(column, index) || !hidden.includes(column.name)}
              disabled={!mayHide(column, index)}
              onChange={(event) =>
                hide(
                  event.currentTarget.checked
                    ? hidden.filter((name) => name !== column.name)
                    : [...hidden, column.name],
                )
              }
            />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
