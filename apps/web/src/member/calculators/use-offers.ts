import { useQuery } from '@tanstack/react-query';
import { readStored, writeStored } from '../../shared/messages/messages.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { client } from '../member-api.ts';

export const useTermOffers = () =>
  useKeptAnswer('term-offers', () => client.get('/api/term-products', { anonymous: true }));

export const useSavingsOffers = () =>
  useKeptAnswer('savings-offers', () => client.get('/api/deposit-products', { anonymous: true }));

export const useLoanOffers = () =>
  useKeptAnswer('loan-offers', () => client.get('/api/loan-products', { anonymous: true }));

/** What anybody may know is kept open on this device, so that the calculators count without a line. */
function useKeptAnswer<Answer>(name: string, ask: () => Promise<Answer>) {
  const language = useLanguage();
  const key = `kafal.${name}.${language}`;
  return useQuery({
    queryKey: [name, language],
    queryFn: async () => {
      const answer = await ask();
      writeStored(key, JSON.stringify(answer));
      return answer;
    },
    staleTime: 5 * 60_000,
    initialData: () => keptAnswer<Answer>(key),
    initialDataUpdatedAt: 0,
  });
}

function keptAnswer<Answer>(key: string): Answer | undefined {
  try {
    // Only this file writes it; a newer answer takes its place as soon as there is one.
    return (JSON.parse(readStored(key) ?? 'null') as Answer | null) ?? undefined;
  } catch {
    return undefined;
  }
}
