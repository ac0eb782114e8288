export const paperMessages = {
  en: {
    PAPER_BUSY: 'Many papers are being printed at this moment. Please try again in a few seconds.',
    CERTIFICATE_UNKNOWN: 'There is no such share certificate.',
  },
  hi: {
    PAPER_BUSY: 'इस समय बहुत से काग़ज़ छप रहे हैं। कृपया कुछ सेकंड बाद फिर प्रयास करें।',
    CERTIFICATE_UNKNOWN: 'ऐसा कोई अंश प्रमाण-पत्र नहीं है।',
  },
} as const;
