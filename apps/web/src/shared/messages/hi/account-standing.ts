import type { accountStandingMessages as english } from '../en/account-standing.ts';

export const accountStandingMessages: Record<keyof typeof english, string> = {
  'standing.heldBy': 'धारक: {names}।',
  'standing.together': 'यह खाता सभी धारक मिलकर चलाते हैं: पैसे केवल काउंटर पर निकलते हैं।',
  'standing.firstAlone': 'इस खाते से केवल प्रथम धारक पैसे निकालते हैं।',
  'standing.nominees': 'खाते के नामित व्यक्ति: {names}।',
  'standing.dormant':
    'लंबे समय से लेन-देन न होने के कारण खाता निष्क्रिय है। ब्याज मिलता है और जमा हो सकता है। पैसे निकालने के लिए अपने काग़ज़ लेकर कार्यालय आएँ।',
  'standing.held': '{amount} रोके गए हैं, अभी नहीं निकल सकते।',
  'standing.heldUntil': '{amount} {day} तक रोके गए हैं, उससे पहले नहीं निकल सकते।',
  'standing.lien': '{amount} ऋण ({reference}) की ज़मानत हैं, ऋण चुकने तक नहीं निकल सकते।',
  'standing.frozenOut': 'खाता रोका गया है: निकासी बंद है, जमा हो सकता है। कारण कार्यालय बताएगा।',
  'standing.frozenAll': 'खाता रोका गया है: निकासी और जमा दोनों बंद हैं। कारण कार्यालय बताएगा।',
};
