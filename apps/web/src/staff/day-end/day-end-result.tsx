import { useQuery } from '@tanstack/react-query';
import { client } from '../staff-api.ts';
import { Note } from '../ui/states.tsx';
import { useWords } from '../words.ts';
import { useResult } from './day-end-words.ts';

/** What the run that was watched came to, in words. */
export function DayEndResult({ from }: { from: string }) {
  const t = useWords();
  const result = useResult();
  const { data } = useQuery({
    queryKey: ['day-end', 'from', from],
    queryFn: () => client.get('/api/day-ends', { query: { from, limit: 1 } }),
  });
  const totals = data?.totals;
  if (totals === undefined || totals === null || totals.days === 0) return null;
  return (
    <>
      <Note tone="good">
        {t('dayEnd.resultDays', { count: totals.days })} {result(totals)}
      </Note>
      {totals.failuresLeft > 0 && (
        <Note tone="warning">{t('dayEnd.failuresBelow', { count: totals.failuresLeft })}</Note>
      )}
    </>
  );
}
