import { QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from './api.ts';

/** Yesterday's answer stays on screen while a fresh one is fetched; a refusal is shown at once and not asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        // The browser's own idea of being offline is wrong on an office network without internet.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
