import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { type Format, useFormat } from '../shared/format.ts';
import { useLanguage } from '../shared/messages/use-text.ts';
import type { Society } from './answers.ts';
import { client } from './staff-api.ts';
import { groupCountsBy } from './words.ts';

export const societyKey = 'society';

export const societyQuery = queryOptions({
  queryKey: [societyKey],
  queryFn: () => client.get('/api/society', { anonymous: true }),
  staleTime: 5 * 60_000,
});
export const useSociety = () => useQuery(societyQuery);

const ThisSociety = createContext<Society | undefined>(undefined);

export function SocietyProvider({ society, children }: { society: Society; children: ReactNode }) {
  groupCountsBy(society.grouping);
  return <ThisSociety value={society}>{children}</ThisSociety>;
}

export function useThisSociety(): Society {
  const society = useContext(ThisSociety);
  if (society === undefined) throw new Error('Nothing is shown before the society is known.');
  return society;
}

/** Undefined on the pages that stand before it is known. */
export const useKnownSociety = (): Society | undefined => useContext(ThisSociety);

/** Money, days and counts as this society writes them. */
export function useSocietyFormat(): Format {
  return useFormat(useThisSociety());
}

/** The society's name in the reader's own script, where it has one. */
export function useSocietyName(): string {
  const { name, nameLocal } = useThisSociety();
  const language = useLanguage();
  return (language === 'en' ? name : (nameLocal ?? name)) ?? 'Kafal';
}
