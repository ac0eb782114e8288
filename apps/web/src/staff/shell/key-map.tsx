import { Kbd } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWords, type WordKey } from '../words.ts';

type KeyRow = readonly [keys: readonly string[], what: WordKey];

const everywhere: readonly KeyRow[] = [
  [['?'], 'keys.map'],
  [['Ctrl', 'K'], 'keys.find'],
  [['Esc'], 'keys.back'],
  [['Tab'], 'keys.tab'],
  [['Ctrl', 'P'], 'keys.print'],
];
const inLists: readonly KeyRow[] = [
  [['↓'], 'keys.intoList'],
  [['↓', '↑'], 'keys.rows'],
  [['Page ↓', 'Page ↑'], 'keys.tenRows'],
  [['Home', 'End'], 'keys.ends'],
  [['Enter'], 'keys.open'],
];
const atTheCounter: readonly KeyRow[] = [
  [['F2'], 'counter.keyFind'],
  [['Enter'], 'counter.keyEnter'],
  [['F3', 'F6', 'F7', 'F8'], 'keys.desks'],
  [['F9'], 'counter.keyTake'],
  [['F10'], 'counter.keyReverse'],
  [['Ctrl', 'P'], 'counter.keyPrint'],
  [['F4'], 'counter.keyNext'],
];

/** Every key of the house on "?", and Esc, which goes one step back. */
export function KeyMap() {
  const t = useWords();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // The sign stands on another key on each keyboard, so it is asked for by what it writes.
      if (event.key === '?' && !isWriting(event.target)) setOpen(true);
      else goBack(event);
    };
    // Before any panel hears the key and closes itself, so that one press never does two things.
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, []);
  return (
    <SidePanel title={t('keys.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
      <div className="stack">
        <KeyRows title={t('keys.everywhere')} rows={everywhere} />
        <KeyRows title={t('keys.inLists')} rows={inLists} />
        <KeyRows title={t('nav.counter')} rows={atTheCounter} />
      </div>
    </SidePanel>
  );
}

function KeyRows({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  const t = useWords();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className="key-map">
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map(
                (key): ReactNode => (
                  <Kbd key={key}>{key}</Kbd>
                ),
              )}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What keeps Esc for itself: an open panel or list of choices, and a field, where it takes back what was typed. */
const keepsEscape =
  '[role="dialog"], [role="listbox"]:not([hidden]), [aria-expanded="true"]:is([role="combobox"], [aria-haspopup])';

/** One step up: from a page to the list it came from. A field is left first. */
function goBack(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  if (document.querySelector(keepsEscape) !== null) return;
  const { activeElement } = document;
  if (isWriting(activeElement)) activeElement.blur();
  else document.querySelector<HTMLElement>('.page-above a')?.click();
}

function isWriting(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
