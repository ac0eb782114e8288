import type { accountStandingMessages as english } from '../en/account-standing.ts';

export const accountStandingMessages: Record<keyof typeof english, string> = {
  'standing.held': '{amount} रोके गए हैं, अभी नहीं निकल सकते।',
  'standing.heldUntil': '{amount} {day} तक रोके गए हैं, उससे पहले नहीं निकल सकते।',
  'standing.lien': '{amount} ऋण ({reference}) की ज़मानत हैं, ऋण चुकने तक नहीं निकल सकते।',
  'standing.frozenOut': 'खाता रोका गया है: निकासी बंद है, जमा हो सकता है। कारण कार्यालय बताएगा।',
  'standing.frozenAll': 'खाता रोका गया है: निकासी और जमा दोनों बंद हैं। कारण कार्यालय बताएगा।',
};
