import { hindiLegalBasis } from '@kafal/core';
import { useLanguage } from './messages/use-text.ts';

/** What a value rests on, in the reader's language where it came from a preset. */
export function useBasisWords(): (basis: string | null) => string {
  const language = useLanguage();
  return (basis) => (basis === null ? '–' : language === 'hi' ? hindiLegalBasis(basis) : basis);
}
