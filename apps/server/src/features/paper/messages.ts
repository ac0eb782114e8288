import type { Messages } from '../../platform/http/sentences.ts';

export const paperMessages: Messages = {
  en: {
    PAPER_BUSY: 'Many papers are being printed at this moment. Please try again in a few seconds.',
    PAPER_OWN_WAITING: 'Ten papers of yours are still being printed. Please try again in a few seconds.',
    CERTIFICATE_UNKNOWN: 'There is no such share certificate.',
    CERTIFICATE_VOID: 'The allotment of certificate {number} was taken back; the certificate is void.',
  },
  hi: {
    PAPER_BUSY: 'इस समय बहुत से काग़ज़ छप रहे हैं। कृपया कुछ सेकंड बाद फिर प्रयास करें।',
    PAPER_OWN_WAITING: 'आपके दस काग़ज़ अभी छप रहे हैं। कृपया कुछ सेकंड बाद फिर प्रयास करें।',
    CERTIFICATE_UNKNOWN: 'ऐसा कोई अंश प्रमाण-पत्र नहीं है।',
    CERTIFICATE_VOID: 'प्रमाण-पत्र {number} का आवंटन वापस लिया जा चुका है; प्रमाण-पत्र रद्द है।',
  },
};
