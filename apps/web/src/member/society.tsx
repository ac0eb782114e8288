import { createContext, type ReactNode, useContext } from 'react';
import type { Society } from '../shared/answers.ts';
import { type Format, useFormat } from '../shared/format.ts';
import { useLanguage } from '../shared/messages/use-text.ts';

const SocietyContext = createContext<Society | undefined>(undefined);

export function SocietyProvider({ society, children }: { society: Society; children: ReactNode }) {
  return <SocietyContext value={society}>{children}</SocietyContext>;
}

export function useThisSociety(): Society {
  const society = useContext(SocietyContext);
  if (society === undefined) throw new Error('The society is read before any page of it is drawn.');
  return society;
}

export function useSocietyFormat(): Format {
  return useFormat(useThisSociety());
}

/** The society's name in the reader's language where it has one. */
export function useSocietyName(): string {
  const society = useThisSociety();
  const language = useLanguage();
  return (language === 'hi' ? society.nameLocal : null) ?? society.name ?? '';
}
