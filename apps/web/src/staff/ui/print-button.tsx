import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '../words.ts';
import type { PagedList } from './list-bar.tsx';

/** Some thirty sheets; whoever needs more wants a file and not paper. */
const mostPages = 40;

/** Prints the list and not only the rows that were scrolled to. */
export function PrintButton({ list }: { list?: PagedList }) {
  const t = useWords();
  const [isGathering, setGathering] = useState(false);
  const printAll = async () => {
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
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'p') return;
    event.preventDefault();
    if (!isGathering) void printAll();
  });
  useEffect(() => {
    // The browser's own key would print the rows in sight alone.
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <Button variant="subtle" color="gray" size="compact-sm" loading={isGathering} onClick={() => void printAll()}>
      {t('list.print')}
    </Button>
  );
}
