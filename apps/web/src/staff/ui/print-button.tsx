import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../words.ts';
import type { PagedList } from './list-bar.tsx';

/** Some thirty sheets; whoever needs more wants a file and not paper. */
const mostPages = 40;

/** Prints the list and not only the rows that were scrolled to. */
export function PrintButton({ list }: { list?: PagedList }) {
  const t = useWords();
  const [isGathering, setGathering] = useState(false);
  const printAll = async () => {
    if (isGathering) return;
    setGathering(true);
    try {
      let hasMore = list?.hasNextPage === true;
      for (let page = 1; hasMore && list !== undefined && page < mostPages; page++) {
        hasMore = (await list.fetchNextPage()).hasNextPage;
      }
    } finally {
      setGathering(false);
    }
    // After the rows that have just come are drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => print()));
  };
  // The browser's own key would print the rows in sight alone.
  useHotkeys([['mod+P', () => void printAll()]], []);
  return (
    <Button variant="subtle" color="gray" size="compact-sm" loading={isGathering} onClick={() => void printAll()}>
      {t('list.print')}
    </Button>
  );
}
