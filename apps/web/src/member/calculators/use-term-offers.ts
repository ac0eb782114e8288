import { useQuery } from '@tanstack/react-query';
import { readStored, writeStored } from '../../shared/messages/messages.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { client } from '../member-api.ts';
import type { TermOffers } from './offers.ts';

const storageKey = 'kafal.term-offers';

/** What anybody may know is kept open on this device, so that the calculators count without a line. */
export function useTermOffers() {
  const language = useLanguage();
  const key = `${storageKey}.${language}`;
  return useQuery({
    queryKey: ['term-offers', language],
    queryFn: async () => {
      const answer = await client.get('/api/term-products', { anonymous: true });
      writeStored(key, JSON.stringify(answer));
      return answer;
    },
    staleTime: 5 * 60_000,
    initialData: () => keptOffers(key),
    initialDataUpdatedAt: 0,
  });
}

function keptOffers(key: string): TermOffers | undefined {
  try {
    // Only this file writes it; a newer answer takes its place as soon as there is one.
    return (JSON.parse(readStored(key) ?? 'null') as TermOffers | null) ?? undefined;
  } catch {
    return undefined;
  }
}
