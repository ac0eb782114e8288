import { useQuery } from '@tanstack/react-query';
import type { Notice } from '../answers.ts';
import { useSocietyFormat } from '../society.tsx';
import { client } from '../staff-api.ts';
import { useWords } from '../words.ts';

/** How many the notice would reach if it were published now; nothing while that is looked up. */
export function useReachWords(audience: Notice['audience'], isWanted: boolean): string {
  const t = useWords();
  const format = useSocietyFormat();
  const { data } = useQuery({
    queryKey: ['notice-reach', audience],
    queryFn: () => client.get('/api/notice-reach', { query: { audience } }),
    enabled: isWanted,
  });
  if (data === undefined || !isWanted) return '';
  const logIns = format.count(data.logIns);
  if (data.members === null) return t('board.reach', { count: data.logIns });
  return t('board.reachGroup', { members: format.count(data.members), logIns });
}
