import { Kbd, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { openedLater } from '../ui/opened-later.tsx';
import { useWords } from '../words.ts';
import type { PaletteProps } from './palette.tsx';

const Palette = openedLater<PaletteProps>(async () => (await import('./palette.tsx')).Palette);

/** The way to the palette: a box in the head of every page, and one key from anywhere, also while typing. */
export function FindBox() {
  const t = useWords();
  const [isOpen, palette] = useDisclosure(false);
  useHotkeys([['mod+K', palette.open]], []);
  return (
    <search className="find">
      <UnstyledButton className="find-button" onClick={palette.open} aria-haspopup="dialog" aria-expanded={isOpen}>
        <span>{t('palette.open')}</span>
        <Kbd size="xs">{t('shell.findKeys')}</Kbd>
      </UnstyledButton>
      <Palette isOpen={isOpen} onClose={palette.close} />
    </search>
  );
}
