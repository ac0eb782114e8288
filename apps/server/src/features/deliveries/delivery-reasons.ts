// Why a message did not go out, in this program's own words: kept in English beside what other machines say, and read in the
// reader's language. What a mail server said stands as it said it.

import type { Language } from '../../platform/http/actor.ts';

export const REASONS = {
  nobody: 'There is nobody to tell, or no address any more.',
  ended: 'The server ended while it was being handed over.',
  noWords: 'There are no words for this event.',
  noText: 'There is no text for this event.',
  notReached: 'The provider could not be reached.',
  forbidden: 'The address of the provider is not one that may be called.',
  noAnswer: 'The provider did not answer.',
} as const;

const HINDI: Readonly<Record<string, string>> = {
  [REASONS.nobody]: 'बताने के लिए कोई नहीं है, या पता अब नहीं रहा।',
  [REASONS.ended]: 'सौंपते समय सर्वर बंद हो गया।',
  [REASONS.noWords]: 'इस घटना के लिए कोई शब्द नहीं हैं।',
  [REASONS.noText]: 'इस घटना के लिए कोई पाठ नहीं है।',
  [REASONS.notReached]: 'सेवा तक पहुँच नहीं हो सकी।',
  [REASONS.forbidden]: 'सेवा का पता ऐसा नहीं है जिसे बुलाया जा सके।',
  [REASONS.noAnswer]: 'सेवा ने उत्तर नहीं दिया।',
};

export const answeredWith = (status: number): string => `The provider answered ${status}.`;
const ANSWERED = /^The provider answered (\d+)\.$/;

export function reasonIn(language: Language, reason: string): string {
  if (language === 'en') return reason;
  return HINDI[reason] ?? reason.replace(ANSWERED, 'सेवा ने $1 उत्तर दिया।');
}
