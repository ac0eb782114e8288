import { toLatinDigits } from '@kafal/core';
import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { phoneText } from '../../shared/format.ts';
import type { FoundMember } from '../answers.ts';
import { client } from '../staff-api.ts';
import { useWords } from '../words.ts';
import { Highlighted } from './highlighted.tsx';
import { MemberStatusMark } from './marks.tsx';

interface MemberFinderProps {
  label: string;
  /** The key that leads here, shown inside the box. */
  keys?: string;
  inputRef: RefObject<HTMLInputElement | null>;
  onChoose: (member: FoundMember) => void;
}

/** Finds a member by number, part of a name or phone. Enter takes the first one, even when typed before it is here. */
export function MemberFinder({ label, keys, inputRef, onChoose }: MemberFinderProps) {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 120);
  const takesFirst = useRef(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { data, isFetching } = useQuery({
    queryKey: ['counter-search', wanted],
    queryFn: ({ signal }) => client.get('/api/counter/members', { query: { q: wanted }, signal }),
    enabled: wanted !== '',
    // Those found before stay in sight until the answer to the next letter is here.
    placeholderData: keepPreviousData,
  });
  const isCurrent = wanted === typed.trim() && !isFetching;
  const found = wanted === '' ? [] : (data?.items ?? []);

  const choose = (member: FoundMember | undefined) => {
    if (member === undefined) return;
    takesFirst.current = false;
    setTyped('');
    combobox.closeDropdown();
    onChoose(member);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when an answer has come, not when a callback is new.
  useEffect(() => {
    if (!isCurrent || found.length === 0) return;
    if (takesFirst.current) choose(found[0]);
    else combobox.selectFirstOption();
  }, [isCurrent, data]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && typed.trim() !== '' && !isCurrent) {
      event.preventDefault();
      takesFirst.current = true;
    }
    if (event.key === 'Escape') setTyped('');
  };

  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(id) => choose(found.find((member) => member.id === id))}
    >
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          type="search"
          label={label}
          placeholder={t('find.example')}
          autoComplete="off"
          value={typed}
          {...(keys === undefined
            ? {}
            : {
                rightSection: <Kbd size="xs">{keys}</Kbd>,
                rightSectionWidth: 64,
                rightSectionPointerEvents: 'none',
              })}
          onChange={(event) => {
            takesFirst.current = false;
            setTyped(toLatinDigits(event.currentTarget.value));
            combobox.openDropdown();
          }}
          onFocus={() => typed !== '' && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted === '' || data === undefined}>
        <Combobox.Options aria-label={label}>
          {found.map((member) => (
            <Combobox.Option key={member.id} value={member.id}>
              <span className="found">
                <span className="found-name">
                  <Highlighted text={member.name} typed={wanted} />
                </span>
                <MemberStatusMark status={member.status} />
                <span className="found-more">
                  {[
                    member.nameLocal,
                    member.memberNumber,
                    member.phone === null ? null : phoneText(member.phone),
                    member.locality,
                  ]
                    .filter((part) => part !== null && part !== '')
                    .join(' · ')}
                </span>
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && isCurrent && <Combobox.Empty>{t('find.nobody', { typed: wanted })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
