import { fieldSentences } from '@kafal/contract';

/** The same sentences in Hindi; a test holds the two side by side. */
export const hi: Record<string, string> = {
  VALIDATION_FAILED: 'भेजी गई कुछ जानकारी ठीक नहीं है। हर खाने के साथ लिखा है कि क्या चाहिए।',
  JSON_MALFORMED: 'भेजा गया JSON पढ़ा नहीं जा सका।',
  JSON_KEY_REPEATED: 'भेजे गए JSON में एक ही कुंजी दो बार है।',
  JSON_TOO_DEEP: 'भेजा गया JSON बहुत गहरा है।',
  TEXT_NOT_WELL_FORMED: 'भेजी गई जानकारी में टूटे हुए अक्षर हैं।',
  MEDIA_TYPE_UNSUPPORTED: 'यह पता केवल application/json लेता है।',
  BODY_TOO_LARGE: 'भेजी गई जानकारी बहुत बड़ी है; अधिक से अधिक {kilobytes} KiB।',
  REQUEST_MALFORMED: 'अनुरोध ठीक नहीं है।',
  REQUEST_TIMEOUT: 'अनुरोध पहुँचने में बहुत समय लगा।',
  PATH_UNKNOWN: 'इस पते पर कुछ नहीं है।',
  NOT_SIGNED_IN: 'कृपया लॉग इन करें।',
  NOT_PERMITTED: 'आपकी भूमिका को इसकी अनुमति नहीं है।',
  FOR_MEMBERS_ONLY: 'यह सदस्यों के लिए है।',
  FOR_STAFF_ONLY: 'यह समिति के कर्मचारियों के लिए है।',
  ORIGIN_NOT_ALLOWED: '{origin} के पन्ने इस सर्वर का उपयोग नहीं कर सकते। सर्वर चलाने वाले इस पते को ALLOWED_ORIGINS में जोड़ सकते हैं।',
  TOO_MANY_REQUESTS: 'एक साथ बहुत अनुरोध आए। कृपया {minutes} मिनट बाद फिर कोशिश करें।',
  TOO_MANY_LOGINS: 'कई बार लॉग इन असफल रहा। कृपया {minutes} मिनट बाद फिर कोशिश करें, या समिति से एक बार चलने वाला कोड लें।',
  IDEMPOTENCY_KEY_REQUIRED: 'पैसे के लेन-देन के अनुरोध के साथ Idempotency-Key ज़रूरी है।',
  IDEMPOTENCY_KEY_MALFORMED: 'Idempotency-Key में 16 से 64 अक्षर, अंक, हाइफ़न या अंडरस्कोर होते हैं।',
  IDEMPOTENCY_KEY_REUSED: 'यह Idempotency-Key किसी और अनुरोध के लिए उपयोग हो चुकी है।',
  IDEMPOTENCY_IN_PROGRESS: 'यही अनुरोध अभी चल रहा है। थोड़ी देर में फिर पूछें।',
  DATABASE_UNAVAILABLE: 'अभी बहियों तक पहुँचा नहीं जा सका। कुछ लिखा नहीं गया; कृपया फिर कोशिश करें।',
  TRANSACTION_LOST: 'बहियाँ अभी यह नहीं ले सकीं। कुछ लिखा नहीं गया; कृपया फिर कोशिश करें।',
  SOCIETY_NOT_SET_UP: 'समिति अभी स्थापित नहीं हुई है।',
  SERVER_STARTING: 'सर्वर शुरू हो रहा है। कृपया थोड़ी देर में फिर कोशिश करें।',
  SERVER_STOPPING: 'सर्वर बंद हो रहा है। कृपया थोड़ी देर में फिर कोशिश करें।',
  INTERNAL_ERROR: 'हमारी ओर से कुछ गड़बड़ हुई। कुछ लिखा नहीं गया। बार-बार हो तो हमें अनुरोध संख्या {requestId} बताएँ।',

  ...fieldSentences.hi,
};
