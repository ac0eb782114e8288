import { toLatinDigits } from '@kafal/core';
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { phoneText } from '../../shared/format.ts';
import type { SearchAnswer } from '../answers.ts';
import { useMay, useStaffUser } from '../session.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import { MemberStatusMark } from '../ui/marks.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { useWords, type WordKey, type Words } from '../words.ts';
import { acts, pages, placeMatches } from './palette-places.ts';
import { keepRecent, recentOf } from './recent-places.ts';

interface Item {
  key: string;
  title: string;
  more: string;
  to: string;
  /** Somebody or something of the society, not a page of the program. */
  isThing: boolean;
  search?: Readonly<Record<string, string>>;
  status?: SearchAnswer['members'][number]['status'];
}

interface Group {
  heading: WordKey;
  items: readonly Item[];
}

export interface PaletteProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Finds anybody, any number, any page and any act from wherever one is. */
export function Palette({ isOpen, onClose }: PaletteProps) {
  const t = useWords();
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size="lg" yOffset="8vh">
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content className="palette" aria-label={t('palette.title')}>
        <PaletteBody onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const user = useStaffUser();
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const opensFirst = useRef(false);
  const text = typed.trim();
  const [wanted] = useDebouncedValue(text, 120);
  const { data, error, isFetching } = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => client.get('/api/search', { query: { q: wanted }, signal }),
    enabled: wanted !== '',
    // What was found stays in sight until the answer to the next letter is here.
    placeholderData: keepPreviousData,
  });
  const isCurrent = text === wanted && !isFetching;
  const groups = useGroups(text, text === '' ? undefined : data);
  const items = groups.flatMap((group) => group.items);
  const active = items[Math.min(chosen, items.length - 1)];

  const open = (item: Item | undefined) => {
    if (item === undefined) return;
    const { key, title, more, to, isThing, search = {} } = item;
    if (isThing) keepRecent(user.id, { key, title, more, to, isThing });
    onClose();
    void navigate({ to, search });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the answer to the last letter has come.
  useEffect(() => {
    if (!isCurrent || !opensFirst.current) return;
    opensFirst.current = false;
    open(items[0]);
  }, [isCurrent, data]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setChosen((before) => (Math.min(before, items.length - 1) + step + items.length) % items.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // Typed faster than the line answers: the first of what is found is meant, not what stood there before.
      if (isCurrent || chosen > 0) open(active);
      else opensFirst.current = true;
    }
  };

  useEffect(() => {
    document.getElementById(`${listId} ${active?.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active?.key]);

  return (
    <div className="palette-body">
      <input
        type="search"
        className="palette-input"
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${listId} ${active.key}`}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        data-autofocus
        value={typed}
        onChange={(event) => {
          opensFirst.current = false;
          setChosen(0);
          setTyped(toLatinDigits(event.currentTarget.value));
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={listId} aria-label={t('palette.results')}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, for which there is no element.
          <div key={group.heading} role="group" aria-label={t(group.heading)} className="palette-group">
            <p className="palette-heading" aria-hidden="true">
              {t(group.heading)}
            </p>
            {group.items.map((item) => (
              <PaletteOption
                key={item.key}
                id={`${listId} ${item.key}`}
                item={item}
                typed={text}
                isActive={item === active}
                onOpen={() => open(item)}
              />
            ))}
          </div>
        ))}
      </div>
      {text === '' ? (
        <p className="palette-note">{t('palette.what')}</p>
      ) : (
        items.length === 0 &&
        isCurrent &&
        error === null && (
          <p className="palette-note">
            {t('palette.none', { typed: text })}
            <br />
            {t('palette.noneHow')}
          </p>
        )
      )}
      <ProblemNote error={error ?? undefined} />
      <p className="visually-hidden" role="status">
        {text !== '' && isCurrent ? t('palette.count', { count: items.length }) : ''}
      </p>
      <p className="palette-keys" aria-hidden="true">
        {t('palette.keys')}
      </p>
    </div>
  );
}

interface PaletteOptionProps {
  id: string;
  item: Item;
  typed: string;
  isActive: boolean;
  onOpen: () => void;
}

function PaletteOption({ id, item, typed, isActive, onOpen }: PaletteOptionProps) {
  return (
    // The keyboard stays in the box above and chooses here by aria-activedescendant.
    // biome-ignore lint/a11y/useFocusableInteractive: the box holds the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box hears the keys.
    <div role="option" id={id} aria-selected={isActive} className="palette-option" onClick={onOpen}>
      <span className="palette-title">
        <Highlighted text={item.title} typed={typed} />
      </span>
      {item.status !== undefined && <MemberStatusMark status={item.status} />}
      {item.more !== '' && (
        <span className="palette-more">
          <Highlighted text={item.more} typed={typed} />
        </span>
      )}
    </div>
  );
}

const mostPlaces = 5;

function useGroups(typed: string, found: SearchAnswer | undefined): Group[] {
  const t = useWords();
  const may = useMay();
  const format = useSocietyFormat();
  const user = useStaffUser();
  const isOpen = (permission: (typeof acts)[number]['permission']) => permission === undefined || may(permission);
  const places = (all: typeof acts): Item[] =>
    all
      .filter(({ permission }) => isOpen(permission))
      .filter((place) => typed === '' || placeMatches(place, t(place.label), typed))
      .map(({ label, to, search }) => ({
        key: label,
        title: t(label),
        more: '',
        to,
        isThing: false,
        ...(search ? { search } : {}),
      }));
  const groups: Group[] =
    typed === ''
      ? [
          { heading: 'palette.recent', items: recentOf(user.id) },
          { heading: 'palette.acts', items: places(acts) },
        ]
      : [
          ...foundGroups(found, t, format.money),
          { heading: 'palette.acts', items: places(acts).slice(0, mostPlaces) },
          { heading: 'palette.pages', items: places(pages).slice(0, mostPlaces) },
        ];
  return groups.filter(({ items }) => items.length > 0);
}

function foundGroups(found: SearchAnswer | undefined, t: Words, money: (text: string) => string): Group[] {
  if (found === undefined) return [];
  return [
    {
      heading: 'palette.members',
      items: found.members.map(({ id, name, nameLocal, memberNumber, phone, locality, status }) => ({
        key: `member ${id}`,
        title: name,
        more: [nameLocal, memberNumber, phone === null ? null : phoneText(phone), locality]
          .filter((part) => part !== null && part !== '')
          .join(' · '),
        to: `/members/${id}`,
        isThing: true,
        status,
      })),
    },
    {
      heading: 'palette.accounts',
      items: found.accounts.map(({ id, accountNumber, memberName }) => ({
        key: `account ${id}`,
        title: t('palette.account', { number: accountNumber }),
        more: memberName,
        to: `/savings/${id}`,
        isThing: true,
      })),
    },
    {
      heading: 'palette.receipts',
      items: found.receipts.map(({ id, number, direction, total, memberName }) => ({
        key: `receipt ${id}`,
        title: t(direction === 'in' ? 'palette.receipt' : 'palette.payment', { number }),
        more: `${memberName} · ${money(total)}`,
        to: `/receipts/${id}`,
        isThing: true,
      })),
    },
    {
      heading: 'palette.applications',
      items: found.applications.map(({ id, trackingNumber, name }) => ({
        key: `application ${id}`,
        title: t('palette.application', { number: trackingNumber }),
        more: name,
        to: `/applications/${id}`,
        isThing: true,
      })),
    },
  ];
}
