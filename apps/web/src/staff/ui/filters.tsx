import { toLatinDigits } from '@kafal/core';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../words.ts';

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
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((text: string) => {
    told.current = text;
    onChange(text);
  }, 250);
  useEffect(() => {
    // Somebody else changed it: the filters were cleared, or the reader went back.
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  return (
    <TextInput
      type="search"
      className="search-box"
      label={label}
      autoComplete="off"
      maxLength={80}
      value={typed}
      onChange={(event) => {
        const text = toLatinDigits(event.currentTarget.value);
        setTyped(text);
        tell(text.trim());
      }}
    />
  );
}
