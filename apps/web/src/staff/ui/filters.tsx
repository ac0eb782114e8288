import { toLatinDigits } from '@kafal/core';
import { Button, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../words.ts';
import { focusFirstRow } from './data-table.tsx';
import { useSettledText } from './use-settled-text.ts';

/** What narrows a list, in one row above it. */
export function Filters({ children, isSet, onClear }: { children: ReactNode; isSet: boolean; onClear: () => void }) {
  const t = useWords();
  return (
    <search className="filters" aria-label={t('list.filters')}>
      {children}
      {isSet && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          {t('list.clear')}
        </Button>
      )}
    </search>
  );
}

interface SearchBoxProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Asks the server once the typing pauses. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const t = useWords();
  const { text, type } = useSettledText(value, onChange);
  return (
    <>
      <TextInput
        type="search"
        className="search-box"
        label={label}
        autoComplete="off"
        maxLength={80}
        value={text}
        onChange={(event) => type(toLatinDigits(event.currentTarget.value))}
        onKeyDown={enterList}
      />
      {value !== '' && <p className="on-paper">{t('print.foundBy', { words: value })}</p>}
    </>
  );
}

/** The arrow leads from what was searched to what was found. */
function enterList(event: KeyboardEvent): void {
  if (event.key === 'ArrowDown' && focusFirstRow()) event.preventDefault();
}
